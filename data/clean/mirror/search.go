package mirror

import (
	"math"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
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
func (m Page) search(seed, settled int, budget *int) (Repair, bool) {
	if *budget <= 0 {
		return m.marked(seed)
	}
	m.letters = append(m.letters[:0], letter{}) // the first stands for none
	from, start := m.begin(seed, settled)
	var end int
	var found []hypothesis
	dropped := m.page[seed] != '?' // a lone byte left no ?
	for _, vanish := range []bool{false, true} {
		s := solver{m: m, scratch: m.scratch, codes: gbk(), simple: script.Simplified(), language: pairTable(), dropped: dropped, vanish: vanish}
		e, hs := s.run(from, seed, start)
		*budget -= s.work + 1000
		if len(hs) == 0 || len(found) > 0 && m.each(hs[0]) >= m.each(found[0]) {
			continue
		}
		end, found = e, hs
		if m.each(hs[0]) < fair || m.each(hs[0]) < good && !hs[0].doubt && m.ahead(hs) >= aheadProved {
			break
		}
	}
	if len(found) == 0 {
		return m.marked(seed)
	}
	return m.judge(from, end, found)
}

// sameLine is how far back a line is looked at, in bytes.
const sameLine = 2000

// begin is where a search for a seed starts, one sound character before it,
// and the hypothesis it starts with.
func (m Page) begin(seed, settled int) (from int, start hypothesis) {
	from = seed
	if from > settled && m.page[from-1] == ')' {
		if open := strings.LastIndexByte(m.page[max(settled, from-16):from], '('); open >= 0 {
			from = max(settled, from-16) + open
		}
	}
	if r, n := utf8.DecodeLastRuneInString(m.page[:from]); from > settled && !script.IsBlank(r) {
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
	return from, hypothesis{last: script.Simplified().Char(last), depth: int8(depth)}
}

// marked is a place that was found but could not be read.
func (m Page) marked(seed int) (Repair, bool) {
	_, n := utf8.DecodeRuneInString(m.page[seed:])
	return Repair{piece.Put(seed, seed+n, m.page[seed:seed+n]), "字节损坏,未能还原", 0, false}, true
}

// ahead is how much the best hypothesis is ahead of the next that reads
// differently in simplified characters.
func (m Page) ahead(hs []hypothesis) int32 {
	simple := strings.Map(plain, m.said(hs[0]))
	for _, h := range hs[1:] {
		if strings.Map(plain, m.said(h)) != simple {
			return h.cost - hs[0].cost
		}
	}
	return math.MaxInt32
}

// judge makes the best hypothesis a repair, if it is far enough ahead.
func (m Page) judge(from, end int, found []hypothesis) (Repair, bool) {
	shown := m.page[from:end]
	_, more := bracket(m.page[end:])
	found, told := m.told(found, m.page[from:end+more])
	best := m.said(found[0])
	if best == shown || found[0].text == 0 {
		return Repair{}, false
	}
	simple, lead := strings.Map(plain, best), m.ahead(found)
	if strings.Map(plain, m.withoutBrackets(from, end)) == simple {
		return Repair{}, false // nothing but brackets: not damaged after all
	}
	proved := lead >= aheadProved && !found[0].doubt && told
	confidence := 1 - math.Exp(-float64(min(lead, 100))/10)/2
	reason := "错位字节还原"
	if !proved {
		reason = "错位字节还原,未能证实"
		confidence = min(confidence, 0.8)
	}
	if lead < aheadTaken && m.each(found[0]) > poor {
		return m.marked(from)
	}
	return trimmed(Repair{piece.Put(from, end, m.inPageForm(best)), reason, confidence, proved}, m.page), true
}

// told is the hypotheses from the likeliest on that the mirror's passes make what
// the page shows of; all of them, and false, where there is none near the best.
func (m Page) told(found []hypothesis, shown string) ([]hypothesis, bool) {
	for i, h := range found[:min(len(found), mostTold)] {
		if h.cost > found[0].cost+aheadProved {
			break
		}
		if m.reproduces(m.said(h), shown) {
			return found[i:], true
		}
	}
	return found, false
}

// mostTold is how many hypotheses are put to the proof.
const mostTold = 12

// plain is a character as the page shows it, simplified.
func plain(r rune) rune { return script.Simplified().Char(fold(r)) }

// inPageForm is restored text with its punctuation as the page writes it:
// half-width where the page has no full-width comma.
func (m Page) inPageForm(s string) string {
	if strings.Contains(m.page, "，") {
		return s
	}
	return strings.Map(fold, s)
}

// withoutBrackets is a part of the page without the readings that fit.
func (m Page) withoutBrackets(from, end int) string {
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
func (m Page) reproduces(text, shown string) bool {
	b, ok := encode(text)
	if !ok {
		return false
	}
	reading := m.readingsIn(shown)
	want := strings.Map(fold, strings.ReplaceAll(shown, " )", ")"))
	for _, later := range []bool{true, false} {
		a := annotate(b, reading(b), later)
		for use := range 1 << len(cuts) {
			if use&m.seen != m.seen {
				continue
			}
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
func (m Page) readingsIn(shown string) func(b []byte) map[rune]string {
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
func trimmed(r Repair, page string) Repair {
	for r.Start < r.End && r.With != "" {
		a, n := utf8.DecodeRuneInString(page[r.Start:r.End])
		b, k := utf8.DecodeRuneInString(r.With)
		if a != b {
			break
		}
		if _, length := bracket(page[r.Start+n : r.End]); length > 0 {
			break
		}
		r.Start, r.With = r.Start+n, r.With[k:]
	}
	for r.Start < r.End && r.With != "" {
		a, n := utf8.DecodeLastRuneInString(page[r.Start:r.End])
		b, k := utf8.DecodeLastRuneInString(r.With)
		if a != b {
			break
		}
		r.End, r.With = r.End-n, r.With[:len(r.With)-k]
	}
	return r
}
