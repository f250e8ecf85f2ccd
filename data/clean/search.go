package clean

import (
	"math"
	"strings"
	"unicode/utf8"

	"qubi/model/pinyin"
)

// How far the best text must be ahead of the next to be taken as proved, and to
// be taken at all; in tenths of a natural logarithm.
const (
	aheadProved = 60
	aheadTaken  = 25
)

// Costs of a character on average: below fair no better text is sought, below
// good none when the best is far ahead; above poor a text is hardly Chinese.
const (
	fair = 45
	good = 68
	poor = 78
)

// search repairs the damage that begins at a seed, or marks it.
func (m mirror) search(seed, settled int, budget *int) (repair, bool) {
	if *budget <= 0 {
		return m.marked(seed)
	}
	from, start := m.begin(seed, settled)
	var end int
	var found []hypothesis
	dropped := m.page[seed] != '?' // a lone byte left no ?
	for _, vanish := range []bool{false, true} {
		s := solver{m: m, scratch: m.scratch, codes: gbk(), simple: simplified(), dropped: dropped, vanish: vanish}
		e, hs := s.run(from, seed, start)
		*budget -= s.work + 1000
		if len(hs) == 0 || len(found) > 0 && hs[0].each() >= found[0].each() {
			continue
		}
		end, found = e, hs
		if hs[0].each() < fair || hs[0].each() < good && !hs[0].doubt && ahead(hs) >= aheadProved {
			break
		}
	}
	if len(found) == 0 {
		return m.marked(seed)
	}
	return m.judge(from, end, found)
}

// each is the cost of a hypothesis for each of its characters.
func (h hypothesis) each() int {
	n := 0
	for l := h.text; l != nil; l = l.before {
		n++
	}
	return h.cost / max(n, 1)
}

// sameLine is how far back a line is looked at, in bytes.
const sameLine = 2000

// begin is where a search for a seed starts, one sound character before it,
// and the hypothesis it starts with.
func (m mirror) begin(seed, settled int) (from int, start hypothesis) {
	from = seed
	if from > settled && m.page[from-1] == ')' {
		if open := strings.LastIndexByte(m.page[max(settled, from-16):from], '('); open >= 0 {
			from = max(settled, from-16) + open
		}
	}
	if r, n := utf8.DecodeLastRuneInString(m.page[:from]); from > settled && !isBlank(r) {
		from -= n
	}
	before := strings.TrimSuffix(m.page[:from], ")")
	if len(before) < from {
		before = before[:max(0, strings.LastIndexByte(before, '('))]
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	line := m.page[max(0, from-sameLine):from]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if strings.Trim(line, "|¦ ") == "" {
		last = '\n'
	}
	depth := min(max(strings.Count(line, "(")-strings.Count(line, ")"), 0), 2)
	return from, hypothesis{last: simplified().char(last), depth: int8(depth)}
}

// marked is a place that was found but could not be read.
func (m mirror) marked(seed int) (repair, bool) {
	_, n := utf8.DecodeRuneInString(m.page[seed:])
	return repair{edit{seed, seed + n, m.page[seed : seed+n]}, "字节损坏,未能还原", 0, false}, true
}

// ahead is how much the best hypothesis is ahead of the next that reads
// differently in simplified characters.
func ahead(hs []hypothesis) int {
	simple := strings.Map(plain, hs[0].text.string())
	for _, h := range hs[1:] {
		if strings.Map(plain, h.text.string()) != simple {
			return h.cost - hs[0].cost
		}
	}
	return math.MaxInt
}

// judge makes the best hypothesis a repair, if it is far enough ahead.
func (m mirror) judge(from, end int, found []hypothesis) (repair, bool) {
	best := found[0].text.string()
	shown := m.page[from:end]
	if best == shown || found[0].text == nil {
		return repair{}, false
	}
	simple, lead := strings.Map(plain, best), ahead(found)
	if strings.Map(plain, m.withoutBrackets(from, end)) == simple {
		return repair{}, false // nothing but brackets: not damaged after all
	}
	proved := lead >= aheadProved && !found[0].doubt && m.reproduces(best, shown)
	confidence := 1 - math.Exp(-float64(min(lead, 100))/10)/2
	reason := "错位字节还原"
	if !proved {
		reason = "错位字节还原,未能证实"
		confidence = min(confidence, 0.8)
	}
	if lead < aheadTaken && found[0].each() > poor {
		return m.marked(from)
	}
	return trimmed(repair{edit{from, end, m.inPageForm(best)}, reason, confidence, proved}, m.page), true
}

// plain is a character as the page shows it, simplified.
func plain(r rune) rune { return simplified().char(fold(r)) }

// inPageForm is restored text with its punctuation as the page writes it:
// half-width where the page has no full-width comma.
func (m mirror) inPageForm(s string) string {
	if strings.Contains(m.page, "，") {
		return s
	}
	return strings.Map(fold, s)
}

// withoutBrackets is a part of the page without the readings that fit.
func (m mirror) withoutBrackets(from, end int) string {
	var b strings.Builder
	for at := from; at < end; {
		if _, _, n := m.bracketAt(at); m.page[at] == '(' && n > 0 {
			at += n
			continue
		}
		_, n := utf8.DecodeRuneInString(m.page[at:])
		b.WriteString(m.page[at : at+n])
		at += n
	}
	return b.String()
}

// reproduces reports whether the mirror's passes make of the text what the
// page shows, letter for letter.
func (m mirror) reproduces(text, shown string) bool {
	b, ok := encode(text)
	if !ok {
		return false
	}
	reading := m.readingsIn(shown)
	want := strings.Map(fold, strings.ReplaceAll(shown, " )", ")"))
	for _, later := range []bool{true, false} {
		a := annotate(b, reading(b), later)
		for use := range 1 << len(cuts) {
			var inUse [len(cuts)]bool
			for k := range inUse {
				inUse[k] = use>>k&1 == 1
			}
			for _, lone := range []string{"?", ""} {
				if a.cutAndRead(inUse, lone) == want {
					return true
				}
			}
		}
	}
	return false
}

// readingsIn is the characters that the mirror annotates, with those that only
// the damaged place shows: a pair of its bytes that a bracket there reads.
func (m mirror) readingsIn(shown string) func(b []byte) map[rune]string {
	return func(b []byte) map[rune]string {
		all := make(map[rune]string, len(m.reading)+2)
		for r, syllable := range m.reading {
			all[r] = syllable
		}
		for at := range len(shown) {
			syllable, n := closing(shown[at:])
			if n == 0 || at > 0 && shown[at-1] != '(' && shown[at-1] != '?' {
				continue
			}
			for i := 0; i+1 < len(b); i++ {
				if r := gbk().decode(b[i], b[i+1]); r != 0 && all[r] == "" && pinyin.Is(r, syllable) {
					all[r] = syllable
				}
			}
		}
		return all
	}
}

// trimmed is a repair without the sound text at either side.
func trimmed(r repair, page string) repair {
	for r.start < r.end && r.with != "" {
		a, n := utf8.DecodeRuneInString(page[r.start:r.end])
		b, k := utf8.DecodeRuneInString(r.with)
		if a != b {
			break
		}
		if _, length := bracket(page[r.start+n : r.end]); length > 0 {
			break
		}
		r.start, r.with = r.start+n, r.with[k:]
	}
	for r.start < r.end && r.with != "" {
		a, n := utf8.DecodeLastRuneInString(page[r.start:r.end])
		b, k := utf8.DecodeLastRuneInString(r.with)
		if a != b {
			break
		}
		r.end, r.with = r.end-n, r.with[:len(r.with)-k]
	}
	return r
}
