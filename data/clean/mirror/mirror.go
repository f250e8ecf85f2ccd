// Package mirror undoes what some mirrors of articles do to a text's bytes.
package mirror

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/data/lexicon"
	"qubi/model/pinyin"
)

// Some mirrors copy articles as traditional characters in GBK and write the
// reading behind many of them, 發(fā)展, to hinder copying. They work on bytes
// and do not mind where characters begin, so two passes do harm:
//
//	A  the pinyin writer finds the two bytes of a character astride two others
//	   and writes its bracket into the middle of one: 百強 -> 百?gòu)?qiáng)
//	B  the text is cut at the bytes of ！？；。 wherever they stand, and what
//	   follows a wrong cut is read one byte out of step: 。科學 -> ??茖W
//
// The rest is harmless: C blanks that could not be read (?), D doubled commas,
// E blanks inside brackets. simulate.go does what the mirror does; solve.go
// searches for what it could have done it to; this file finds the places.

// Page is a page of such a mirror.
type Page struct {
	page     string
	reading  map[rune]string // the characters it annotates, with the one reading each has
	*scratch                 // of its searches
}

// Repair is a place of damage in the page's text.
type Repair struct {
	piece.Edit
	Reason     string
	Confidence float64 // from 0 to 1
	Proved     bool    // nothing else makes what the page shows
}

// Signs of a mirror: this many brackets that hold a reading of the character
// before them, behind this many different characters; and traditional
// characters, at least one in a hundred beside brackets, one in twelve without.
const (
	fewestBrackets = 4
	fewestKinds    = 3
	rareShare      = 100
	plainShare     = 12
)

// Find reports whether the page is a mirror's, or merely traditional.
func Find(page string) (Page, bool) {
	m := Page{page: page, reading: map[rune]string{}}
	brackets := 0
	for at := strings.IndexByte(page, '('); at >= 0; {
		if r, syllable, n := m.bracketAt(at); n > 0 {
			m.reading[r] = syllable
			brackets++
		}
		next := strings.IndexByte(page[at+1:], '(')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	han, traditional := countScript(page)
	if brackets >= fewestBrackets && len(m.reading) >= fewestKinds && traditional*rareShare >= han {
		return m, true
	}
	return m, han >= 30 && traditional*plainShare >= han
}

// countScript counts the Chinese characters and the traditional ones among
// them, in the page's first part: a page does not change its script.
func countScript(page string) (han, traditional int) {
	page = page[:min(len(page), 6000)]
	probe := 0
	for _, r := range page {
		if r < hanFirst || r > hanLast {
			continue
		}
		han++
		if probes.Has(r) {
			probe++
		}
	}
	if probe == 0 {
		return han, 0 // spares loading the tables for simplified pages
	}
	s := script.Simplified()
	for _, r := range page {
		if s.Char(r) != r {
			traditional++
		}
	}
	return han, traditional
}

// probes are traditional characters without some of which no text of a few lines can do.
var probes = lexicon.SetOf("這個們來時會國對發產業區縣設與為進實經東長電車門開關動學體務員")

// bracketAt reads (fā) at an offset where it holds a reading of the character
// before; n is its length, 0 when it is none.
func (m Page) bracketAt(at int) (r rune, syllable string, n int) {
	syllable, n = bracket(m.page[at:])
	if n == 0 {
		return 0, "", 0
	}
	r, _ = utf8.DecodeLastRuneInString(m.page[:at])
	if !pinyin.Is(r, syllable) {
		return 0, "", 0
	}
	return r, syllable, n
}

// bracket reads a syllable in brackets at the start of s: (fā), (huì ).
func bracket(s string) (syllable string, n int) {
	if s == "" || s[0] != '(' {
		return "", 0
	}
	if syllable, n = closing(s[1:]); n > 0 {
		return syllable, n + 1
	}
	return "", 0
}

// closing reads a syllable and the bracket behind it: fā).
func closing(s string) (syllable string, n int) {
	for n < len(s) && n < 12 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isLetter(r) {
			break
		}
		n += size
	}
	end := n
	for n < len(s) && s[n] == ' ' && n < end+2 {
		n++
	}
	if end == 0 || n == len(s) || s[n] != ')' {
		return "", 0
	}
	return s[:end], n + 1
}

// isLetter reports whether r is a letter of pinyin.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 0x80 && r < 0x200 || r == 'ɡ' || r == 'ɑ' || r == 'ế' || r == 'ề'
}

// Restore lists the edits that undo the mirror's work, and which of them are
// repairs of damage.
func (m Page) Restore() ([]piece.Edit, []Repair) {
	m.scratch = newScratch(m.page, m.reading)
	m.dropping = m.seen == 0 && m.drops()
	var edits []piece.Edit
	var repairs []Repair
	budget, settled := work, 0 // what lies before the last repair is settled
	for at := 0; at < len(m.page); {
		n := strings.IndexAny(m.page[at:], "(?,!;。！？；")
		if n < 0 {
			break
		}
		at += n
		if _, _, n := m.bracketAt(at); n > 0 {
			edits = append(edits, piece.Cut(at, at+n))
			at += n
			continue
		}
		r, ok := m.repairAt(at, settled, &budget)
		if !ok {
			_, n := utf8.DecodeRuneInString(m.page[at:])
			at += n
			continue
		}
		for len(edits) > 0 && edits[len(edits)-1].End > r.Start { // brackets that the search took in
			edits = edits[:len(edits)-1]
		}
		if r.With != m.page[r.Start:r.End] {
			edits = append(edits, r.Edit)
		}
		shown := r
		shown.With = strings.Map(script.Simplified().Char, r.With)
		repairs = append(repairs, shown)
		if r.With != m.page[r.Start:r.End] { // what is only marked may yet be part of damage behind it
			settled = r.End
		}
		at = max(r.End, at+1)
	}
	return edits, repairs
}

// work bounds the bytes tried on a page: one damaged in more places than this
// allows is marked where the searches ended.
const work = 6_000_000

// repairAt looks for damage at an offset.
func (m Page) repairAt(at, settled int, budget *int) (Repair, bool) {
	s := m.page[at:]
	switch {
	case s[0] == '(':
		if n := m.cutBracket(at); n > 0 {
			return Repair{piece.Cut(at, at+n), "截断的注音", 1, true}, true
		}
		return m.strayBracket(at, settled, budget)
	case s[0] == ',':
		if doubled(s) {
			return Repair{piece.Cut(at, at+1), "防抄逗号", 0.95, true}, true
		}
		return Repair{}, false
	}
	if r, ok := m.blankAt(at); ok {
		return r, true
	}
	if m.isLost(at) {
		return m.marked(at)
	}
	broken := m.isBroken(at)
	if !isSeed(s) && !broken {
		return Repair{}, false
	}
	if r, ok := m.search(at, settled, budget); ok || !isEaten(s) && !broken {
		return r, ok
	}
	return m.marked(at) // neither a number without its first digit nor what is no word may pass for sound
}

// cutBracket is the length of a bracket that the end of the page cut off: 現(xi.
func (m Page) cutBracket(at int) int {
	rest := m.page[at+1:]
	if len(rest) > 8 || strings.ContainsFunc(rest, func(r rune) bool { return !isLetter(r) }) {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(m.page[:at])
	for _, toned := range pinyin.Toned(r) {
		if strings.HasPrefix(toned, rest) {
			return 1 + len(rest)
		}
	}
	return 0
}

// doubled reports whether a comma is noise: another mark follows it directly.
func doubled(s string) bool {
	r, _ := utf8.DecodeRuneInString(s[1:])
	return r == ',' || r == '。' || r == '、' || r == '；' || r == ';'
}

// isSeed reports whether damage of the passes A or B may begin here: a lost
// character before a bare reading or a sentence mark, or a mark with nonsense
// behind it.
func isSeed(s string) bool {
	if s[0] == '?' {
		if _, n := closing(s[1:]); n > 0 {
			return true
		}
		r, _ := utf8.DecodeRuneInString(s[1:])
		if isCut(r) {
			return true
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	after, _ := utf8.DecodeRuneInString(s[n:])
	return isCut(r) && (isEaten(s) || isNonsense(after))
}

// isEaten reports whether a mark at which mirrors cut is followed by a number
// whose first digit was eaten: 。?024年, ！?”即.
func isEaten(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	left, eaten := strings.CutPrefix(s[n:], "?")
	return isCut(r) && eaten && left != "" && (script.IsDigits(left[:1]) || strings.HasPrefix(left, "”"))
}

// isCut reports whether r is a mark at which mirrors cut, in either width.
func isCut(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '!', '?', ';':
		return true
	}
	return false
}

// isNonsense reports whether r is a sign that no report holds.
func isNonsense(r rune) bool {
	if r >= hanFirst && r <= hanLast {
		return single(script.Simplified().Char(r)) >= unseen-5
	}
	return r >= 0x80 && single(r) >= strange && r < 0xFF00
}

// blankAt reads unreadable blanks: a run of ? at a line's beginning, with no
// mark or reading behind it that would make it damage.
func (m Page) blankAt(at int) (Repair, bool) {
	if m.page[at] != '?' || at > 0 && m.page[at-1] != '\n' {
		return Repair{}, false
	}
	end := at
	for end < len(m.page) && (m.page[end] == '?' || m.page[end] == ' ') {
		end++
	}
	r, _ := utf8.DecodeRuneInString(m.page[end:])
	// Damage that begins a line shows as ?? before nonsense; more of them before
	// a common character are an indent.
	damaged := script.IsHan(r) && m.page[end-1] != ' ' && (end == at+2 || end > at+2 && isNonsense(r))
	if _, n := closing(m.page[end:]); n > 0 || isCut(r) || damaged {
		return Repair{}, false
	}
	return Repair{piece.Cut(at, end), "读不出的空格", 0.9, true}, true
}

// strayBracket takes a reading behind a character that does not have it as the
// end of damage, and looks for its beginning before.
func (m Page) strayBracket(at, settled int, budget *int) (Repair, bool) {
	syllable, n := bracket(m.page[at:])
	if n == 0 || syllable == pinyin.Plain(syllable) {
		return Repair{}, false
	}
	from := max(settled, at-90)
	from += strings.LastIndexByte(m.page[from:at], '\n') + 1
	for !utf8.RuneStart(m.page[from]) {
		from++
	}
	if seed := strings.LastIndexAny(m.page[from:at], "?!;。！？；"); seed >= 0 {
		if r, ok := m.search(from+seed, settled, budget); ok {
			return r, true
		}
	}
	return Repair{piece.Put(at, at+n, m.page[at:at+n]), "注音与前字不符", 0, false}, true
}
