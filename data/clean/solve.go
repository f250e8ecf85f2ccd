package clean

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
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
	mostWork = 200_000 // bytes fed after which it gives up too
	beyond   = 3       // sound signs behind the damage that join in the ranking
)

// letter is one character of a hypothesis, with those before it.
type letter struct {
	before *letter
	r      rune
}

// hypothesis is what the original may have been up to a place of the page.
type hypothesis struct {
	cost  int
	text  *letter
	last  rune // last character, simplified
	lead  byte // waits for its trail; 0 in step
	any   bool // any lead byte waits
	g1    byte // the original's last byte, and the one before
	g2    byte
	owes  string // the reading that must stand next
	depth int8   // brackets open
	shift int    // signs read out of step
	doubt bool   // holds a sign that nothing tells, or one that reports hardly use
}

// solver is one search.
type solver struct {
	// fixed
	m       mirror
	codes   *codes
	simple  *script
	dropped bool // lone bytes may have gone without trace
	vanish  bool // pairs may have

	// state
	*scratch
	best      int
	behindCut bool // the last sign was a mark
	work      int  // bytes fed so far
}

// scratch is memory that the searches of a page use one after another: a damaged
// place has tens of thousands of readings for a moment.
type scratch struct {
	next  []hypothesis    // of the next beam
	all   []hypothesis    // the beam with what may have vanished
	leads []hypothesis    // pairs that may have vanished, up to their lead byte
	pairs [2][]hypothesis // and whole, the first and the second
}

// say lets a hypothesis go on by a character.
func (s *solver) say(h hypothesis, r rune, extra int) hypothesis {
	simple := s.simple.char(r)
	h.cost += cost(h.last, simple) + extra + s.shape(&h, r)
	h.doubt = h.doubt || isHan(simple) && single(simple) >= rare
	h.text = &letter{h.text, r}
	h.last = simple
	return h
}

// shape is what a character's place in the line tells of it beyond the words:
// brackets come in pairs, marks do not follow marks, numbers follow an opening
// bracket, a mirror's original has no simplified characters.
func (s *solver) shape(h *hypothesis, r rune) int {
	switch {
	case r == '(' || r == '（':
		h.depth++
		return 0
	case r == ')' || r == '）':
		h.depth--
		if h.depth < 0 {
			h.depth = 0
			return 40
		}
		if isStop(h.last) {
			return 20
		}
		return -40
	case r == '　' && h.last == '\n':
		return -50
	case r == '　':
		return 60
	case isStop(r) && isStop(h.last):
		return 40
	case r >= 0xFF10 && r <= 0xFF5E && !isStop(r):
		return 60
	case strings.ContainsRune("一二三四五六七八九十", r) && (h.last == '（' || h.last == '('):
		return -50
	case r >= scriptFirst && r <= scriptLast && s.simple.only[r-scriptFirst]:
		return 50
	}
	return 0
}

// isStop reports whether r is a mark that ends a sentence or a part of one.
func isStop(r rune) bool { return isCut(r) || strings.ContainsRune("，、：,:", r) }

// keep puts a hypothesis into the next beam unless it has fallen too far back.
func (s *solver) keep(h hypothesis) {
	if h.cost > s.best+fall {
		return
	}
	s.best = min(s.best, h.cost)
	s.next = append(s.next, h)
}

// feed lets a hypothesis take the original's next byte, and yields what comes
// of it: nothing when the bytes are no text.
func (s *solver) feed(h hypothesis, b byte, yield func(hypothesis)) {
	if s.work++; s.work > mostWork {
		return
	}
	if h.owes != "" {
		h.cost, h.owes = h.cost+costMissing, ""
	}
	if h.any {
		h.any = false
		for lead := byte(0x81); lead < 0xFF; lead++ {
			if r := s.codes.decode(lead, b); r != 0 {
				g := s.say(h, r, 0)
				g.g1 = lead
				s.took(g, b, yield)
			}
		}
		return
	}
	switch {
	case h.lead != 0:
		r := s.codes.decode(h.lead, b)
		if r == 0 {
			return
		}
		h = s.say(h, r, 0)
		h.lead = 0
	case b < 0x80:
		h = s.say(h, rune(b), 0)
	default:
		h.lead = b
	}
	s.took(h, b, yield)
}

// took notes the byte, and whether a bracket must follow it.
func (s *solver) took(h hypothesis, b byte, yield func(hypothesis)) {
	h.g2, h.g1 = h.g1, b
	if h.g2 >= 0x81 {
		h.owes = s.m.reading[s.codes.decode(h.g2, b)]
	}
	yield(h)
}

// guess lets a hypothesis take any byte as a trail or lead.
func (s *solver) guess(h hypothesis, extra int, yield func(hypothesis)) {
	h.cost += extra
	if h.lead == 0 {
		h.any = true
		yield(h)
		return
	}
	for b := 0x40; b < 0xFF; b++ {
		s.feed(h, byte(b), yield)
	}
}

// likeliest is the best n hypotheses that cost no more than most.
func likeliest(hs []hypothesis, most, n int) []hypothesis {
	hs = slices.DeleteFunc(hs, func(h hypothesis) bool { return h.cost > most })
	slices.SortStableFunc(hs, func(a, b hypothesis) int { return a.cost - b.cost })
	return hs[:min(len(hs), n)]
}

// trim keeps the best hypotheses of the next beam.
func (s *solver) trim() []hypothesis {
	return slices.Clone(likeliest(s.next, s.best+fall, beam))
}

// run searches from an offset and gives the end of the damage with what is left
// of the beam, best first.
func (s *solver) run(from, seed int, start hypothesis) (end int, hs []hypothesis) {
	hs = []hypothesis{start}
	sound := 0
	for at, n := from, 0; n < reach && at < len(s.m.page); n++ {
		if s.m.page[at] == '\n' {
			end = at
			break
		}
		length, hurt := s.step(hs, at)
		r, _ := utf8.DecodeRuneInString(s.m.page[at:])
		s.behindCut = isCut(r) && !(r == '?' && length > 1)
		if hs = s.trim(); len(hs) == 0 || s.work > mostWork {
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
	hs = slices.DeleteFunc(hs, func(h hypothesis) bool { return h.lead != 0 || h.any })
	if end == len(s.m.page) || s.m.page[end] == '\n' {
		for i := range hs {
			if strings.ContainsRune("，、,“（(", hs[i].last) {
				hs[i].cost += costOpenEnd
			}
		}
		hs = likeliest(hs, math.MaxInt, beam)
	}
	return end, hs
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

// string is the text of a hypothesis.
func (l *letter) string() string {
	var all []rune
	for ; l != nil; l = l.before {
		all = append(all, l.r)
	}
	slices.Reverse(all)
	return string(all)
}
