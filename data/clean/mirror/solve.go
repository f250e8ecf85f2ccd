package mirror

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/script"
)

// The search reads the damaged text as bytes again and asks after each byte
// what the original may have been. A hypothesis holds the lead byte that waits
// for its trail, in the original's step; a ? stands for a byte to be guessed.
// Hypotheses are ranked by how surprising their text is; a beam of the best
// goes on. In the picture x is a guessed byte, 。 A1A3 was cut out of step:
//
//	page      ?        ？    茖      W
//	bytes     x      A3 BF  C6 8C   57
//	original  。 (x=A1) 科      學

// Costs of assuming a kind of damage, in tenths of a natural logarithm.
const (
	costLone    = 10 // a byte left over at a cut
	costDropped = 50 // the same, with no ? to show for it
	costEaten   = 10 // a digit or sign read as a trail byte
	costVanish  = 10 // a pair of bytes that is no character and left no trace
	costMissing = 60 // an annotated character without its bracket
	costStray   = 80 // a bracket that belongs to nothing
	costOpenEnd = 50 // a line that ends with a comma or an opening bracket
	costLiteral = 30 // a ? that is one
)

const (
	beam     = 64      // hypotheses kept after each sign
	fall     = 110     // how far behind the best one a hypothesis may be
	reach    = 48      // signs after which a search gives up
	mostWork = 200_000 // characters tried after which it gives up too
	beyond   = 3       // sound signs behind the damage that join in the ranking
)

// letter is one character of a hypothesis, with those before it.
type letter struct {
	before int32 // index of the letter before, 0 for none
	r      rune
}

// hypothesis is what the original may have been up to a place of the page. It
// holds no pointer, for a damaged place has tens of thousands for a moment.
type hypothesis struct {
	cost   int32
	text   int32 // index of its last letter, 0 for none
	last   rune  // last character, simplified
	lead   byte  // waits for its trail; 0 in step
	any    bool  // any lead byte waits
	hidden byte  // a trail byte waits with which this one is no character
	g1     byte  // the original's last byte, and the one before
	g2     byte
	owes   bool // a bracket must stand next
	depth  int8 // brackets open
	doubt  bool // holds a sign that nothing tells, or one that reports hardly use
}

// solver is one search.
type solver struct {
	// fixed
	m        Page
	codes    *codes
	simple   *script.Table
	language *language
	dropped  bool // lone bytes may have gone without trace
	vanish   bool // pairs may have

	// state
	*scratch
	best      int32 // cost of the best hypothesis of the next beam
	limit     int32 // no hypothesis may cost more
	behindCut bool  // the last sign was a mark
	work      int   // characters tried so far
}

// scratch is memory that the searches of a page use one after another.
type scratch struct {
	letters  []letter
	hs       []hypothesis        // the beam
	next     []hypothesis        // of the next beam
	all      []hypothesis        // the beam with what may have vanished
	leads    []hypothesis        // pairs that may have vanished, up to their lead byte
	ranks    []int64             // of hypotheses: what each costs, and its place
	sorted   []hypothesis        // by these
	dropping bool                // bytes left over at a cut may show as nothing
	seen     int                 // the marks at which the page was cut, see cutsSeen
	owing    []bool              // by pair of bytes: the mirror writes a reading behind it
	sounds   map[string][]uint16 // by reading: the pairs of bytes read so
}

func newScratch(page string, reading map[rune]string) *scratch {
	s := &scratch{seen: cutsSeen(page), owing: make([]bool, pairs+1), sounds: map[string][]uint16{}}
	for r := range reading {
		if lead, trail, ok := gbk().encode(r); ok {
			s.owing[index(lead, trail)] = true
		}
	}
	return s
}

// say lets a hypothesis go on by a character; ok is false when it falls too far
// back by that.
func (s *solver) say(h *hypothesis, r rune, extra int32) (g hypothesis, ok bool) {
	s.work++
	simple := s.simple.Char(r)
	worth := h.cost + s.language.cost(h.last, simple) + extra
	if worth > s.limit+mostShape {
		return g, false
	}
	g = *h
	if g.cost = worth + s.shape(&g, r); g.cost > s.limit {
		return g, false
	}
	g.doubt = g.doubt || script.IsHan(simple) && single(simple) >= rare
	g.last = simple
	s.append(&g, r)
	return g, true
}

// append adds a letter to a hypothesis.
func (s *solver) append(h *hypothesis, r rune) {
	s.letters = append(s.letters, letter{h.text, r})
	h.text = int32(len(s.letters) - 1)
}

// mostShape is how much a character's place in the line can tell for it.
const mostShape = 50

// shape is what a character's place in the line tells of it beyond the words:
// brackets come in pairs, marks do not follow marks, numbers follow an opening
// bracket, a mirror's original has no simplified characters.
func (s *solver) shape(h *hypothesis, r rune) int32 {
	switch {
	case opens(r):
		h.depth++
		return 0
	case r == ')' || r == '）':
		return h.closes()
	case r == '　' && h.last == '\n':
		return -50
	case r == '　':
		return 60
	case isStop(r) && isStop(h.last):
		return 40
	case r >= 0xFF10 && r <= 0xFF5E && !isStop(r):
		return 60
	case opens(h.last) && numbers(r):
		return -50
	case s.simple.Only(r):
		return 50
	}
	return 0
}

// closes is what a closing bracket tells: it has one to close, and ends no open sentence.
func (h *hypothesis) closes() int32 {
	h.depth--
	switch {
	case h.depth < 0:
		h.depth = 0
		return 40
	case isStop(h.last):
		return 20
	}
	return -40
}

// opens reports whether r is an opening bracket.
func opens(r rune) bool { return r == '(' || r == '（' }

// isStop reports whether r is a mark that ends a sentence or a part of one.
func isStop(r rune) bool {
	switch r {
	case '，', '、', '：', ',', ':':
		return true
	}
	return isCut(r)
}

// numbers reports whether r numbers a heading: （一）.
func numbers(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// keep puts a hypothesis into the next beam unless it has fallen too far back.
func (s *solver) keep(h hypothesis) {
	if h.cost > s.limit {
		return
	}
	if h.cost < s.best {
		s.best, s.limit = h.cost, min(s.limit, h.cost+fall)
	}
	s.next = append(s.next, h)
	s.next = s.fewer(s.next, s.best+fall, beam)
}

// fewer drops all but the likeliest n once there are many more, and holds those to
// come to what the last of them costs: of two that cost the same the first counts.
func (s *solver) fewer(hs []hypothesis, most int32, n int) []hypothesis {
	if len(hs) < 3*n {
		return hs
	}
	hs = s.likeliest(hs, most, n)
	if len(hs) == n {
		s.limit = min(s.limit, hs[n-1].cost-1)
	}
	return hs
}

// likeliest is the best n hypotheses that cost no more than most, of two that cost the same
// the first before the other. What it gives stands where they stood.
func (s *scratch) likeliest(hs []hypothesis, most int32, n int) []hypothesis {
	s.ranks = s.ranks[:0]
	for i := range hs {
		if hs[i].cost <= most {
			s.ranks = append(s.ranks, int64(hs[i].cost)<<32|int64(i))
		}
	}
	slices.Sort(s.ranks)
	s.sorted = s.sorted[:0]
	for _, r := range s.ranks[:min(len(s.ranks), n)] {
		s.sorted = append(s.sorted, hs[int32(r)])
	}
	return hs[:copy(hs, s.sorted)]
}

// feed lets a hypothesis take the original's next byte, and yields what comes
// of it: nothing when the bytes are no text.
func (s *solver) feed(h hypothesis, b byte, yield func(hypothesis)) {
	if h.owes {
		h.cost, h.owes = h.cost+costMissing, false
	}
	if h.cost > s.limit+mostShape {
		return
	}
	switch {
	case h.any:
		h.any = false
		for lead := byte(0x81); lead < 0xFF; lead++ {
			if r := s.codes.decode(lead, b); r != 0 {
				h.g1 = lead
				s.feedCharacter(&h, r, b, yield)
			}
		}
	case h.lead != 0:
		if r := s.codes.decode(h.lead, b); r != 0 {
			h.lead = 0
			s.feedCharacter(&h, r, b, yield)
		}
	case b < 0x80:
		s.feedCharacter(&h, rune(b), b, yield)
	default:
		h.lead = b
		s.took(h, b, yield)
	}
}

// feedCharacter lets a hypothesis take the byte b, which makes r complete.
func (s *solver) feedCharacter(h *hypothesis, r rune, b byte, yield func(hypothesis)) {
	if g, ok := s.say(h, r, 0); ok {
		s.took(g, b, yield)
	}
}

// took notes the byte, and whether a bracket must follow it.
func (s *solver) took(h hypothesis, b byte, yield func(hypothesis)) {
	h.g2, h.g1 = h.g1, b
	h.owes = s.owing[index(h.g2, b)]
	yield(h)
}

// guess lets a hypothesis take any byte as a trail or lead.
func (s *solver) guess(h hypothesis, extra int32, yield func(hypothesis)) {
	h.cost += extra
	if h.lead == 0 {
		h.any = true
		yield(h)
		return
	}
	if h.owes {
		h.cost, h.owes = h.cost+costMissing, false
	}
	lead := h.lead
	h.lead = 0
	for b := byte(0x40); b < 0xFF; b++ {
		if r := s.codes.decode(lead, b); r != 0 {
			s.feedCharacter(&h, r, b, yield)
		}
	}
}

// run searches from an offset and gives the end of the damage with what is left
// of the beam, best first.
func (s *solver) run(from, seed int, start hypothesis) (end int, hs []hypothesis) {
	hs = append(s.hs[:0], start)
	sound := 0
	for at, n := from, 0; n < reach && at < len(s.m.page); n++ {
		if s.m.page[at] == '\n' {
			end = at
			break
		}
		length, hurt := s.step(hs, at)
		r, _ := utf8.DecodeRuneInString(s.m.page[at:])
		s.behindCut = isCut(r) && !(r == '?' && length > 1)
		hs = append(s.hs[:0], s.likeliest(s.next, s.best+fall, beam)...)
		if s.hs = hs; len(hs) == 0 || s.work > mostWork {
			return 0, nil
		}
		at += length
		end = at
		if sound++; hurt || at <= seed || !settled(hs) {
			sound = 0
		}
		if sound > beyond {
			break
		}
	}
	hs = slices.DeleteFunc(slices.Clone(hs), func(h hypothesis) bool { return h.lead != 0 || h.any })
	if end == len(s.m.page) || s.m.page[end] == '\n' {
		hs = s.ended(hs)
	}
	return end, hs
}

// ended is the beam at the end of a line, which no sign that something follows ends.
func (s *scratch) ended(hs []hypothesis) []hypothesis {
	for i := range hs {
		if strings.ContainsRune("，、,“（(", hs[i].last) {
			hs[i].cost += costOpenEnd
		}
	}
	return s.likeliest(hs, math.MaxInt32, beam)
}

// settled reports whether the best hypotheses are back in step.
func settled(hs []hypothesis) bool {
	for _, h := range hs {
		if h.cost > hs[0].cost+60 {
			break
		}
		if h.lead != 0 || h.any {
			return false
		}
	}
	return true
}

// said is the text of a hypothesis.
func (s *scratch) said(h hypothesis) string {
	var all []rune
	for at := h.text; at != 0; at = s.letters[at].before {
		all = append(all, s.letters[at].r)
	}
	slices.Reverse(all)
	return string(all)
}

// each is the cost of a hypothesis for each of its characters.
func (s *scratch) each(h hypothesis) int32 {
	n := int32(0)
	for at := h.text; at != 0; at = s.letters[at].before {
		n++
	}
	return h.cost / max(n, 1)
}
