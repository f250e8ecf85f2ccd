// Package script knows the signs of Chinese text: what kind one is, which
// simplified character a traditional one has, which a radical looks like.
package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/clean/piece"
)

//go:embed tables/characters.txt
var charactersText string

//go:embed tables/phrases.txt
var phrasesText string

//go:embed tables/variants.txt
var variantsText string

//go:embed tables/simplified.txt
var simplifiedText string

//go:embed tables/zhu.txt
var zhuText string

// Table is what turns traditional characters simplified.
type Table struct {
	plain    []uint16          // from U+3400 on: the simplified form, 0 for the same
	far      map[rune]rune     // the same where one side lies beyond
	phrases  map[rune][]phrase // by first character, longest first as OpenCC lists none inside another
	variants map[rune]rune     // a name's own form to the shared one
	zhu      []string          // words that keep 著
	only     []bool            // from U+3400 on: characters of simplified text alone
}

type phrase struct{ from, to string }

const scriptFirst, scriptLast = 0x3400, 0x9FFF

// Simplified is the table, read at first use.
var Simplified = sync.OnceValue(func() *Table {
	s := &Table{
		plain: make([]uint16, scriptLast-scriptFirst+1), far: map[rune]rune{},
		phrases: map[rune][]phrase{}, variants: map[rune]rune{}, only: make([]bool, scriptLast-scriptFirst+1),
	}
	pairs(charactersText, s.pair)
	pairs(variantsText, func(a, b rune) { s.variants[a] = b })
	for line := range dataLines(simplifiedText) {
		for _, r := range line {
			s.only[r-scriptFirst] = true
		}
	}
	for line := range dataLines(phrasesText) {
		from, to, _ := strings.Cut(line, " ")
		r, _ := utf8.DecodeRuneInString(from)
		s.phrases[r] = append(s.phrases[r], phrase{from, to})
	}
	for line := range dataLines(zhuText) {
		s.zhu = append(s.zhu, strings.Fields(line)...)
	}
	return s
})

func (s *Table) pair(from, to rune) {
	if from >= scriptFirst && from <= scriptLast && to < 1<<16 {
		s.plain[from-scriptFirst] = uint16(to)
		return
	}
	s.far[from] = to
}

// Char is the simplified form of one character, itself when there is none.
func (s *Table) Char(r rune) rune {
	if r < scriptFirst {
		return r
	}
	if r <= scriptLast {
		if to := s.plain[r-scriptFirst]; to != 0 {
			return rune(to)
		}
		return r
	}
	if to, ok := s.far[r]; ok {
		return to
	}
	return r
}

// Only reports whether r is a character of simplified text alone.
func (s *Table) Only(r rune) bool {
	return r >= scriptFirst && r <= scriptLast && s.only[r-scriptFirst]
}

// dataLines yields the lines of a table that are no comments.
func dataLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// pairs calls each for every two characters of a table.
func pairs(text string, each func(a, b rune)) {
	for line := range dataLines(text) {
		for line != "" {
			a, n := utf8.DecodeRuneInString(line)
			b, m := utf8.DecodeRuneInString(line[n:])
			each(a, b)
			line = line[n+m:]
		}
	}
}

// Simplify turns a text's traditional characters simplified: words first, then
// character by character, 著 by its words.
func Simplify(text string) []piece.Edit {
	s := Simplified()
	shared := map[rune]bool{} // forms that the page shares with simplified text
	for v, to := range s.variants {
		if strings.ContainsRune(text, v) && strings.ContainsRune(text, to) {
			shared[v] = true
		}
	}
	var edits []piece.Edit
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if r >= scriptFirst {
			if p := s.phraseAt(text[at:], r); p.from != "" {
				edits = append(edits, piece.Put(at, at+len(p.from), p.to))
				at += len(p.from)
				continue
			}
			to := s.Char(r)
			if r == '著' && !s.keepsZhu(text, at) {
				to = '着'
			}
			if to != r && !shared[r] {
				edits = append(edits, piece.Put(at, at+n, string(to)))
			}
		}
		at += n
	}
	return edits
}

// phraseAt is the longest phrase at the start of text.
func (s *Table) phraseAt(text string, first rune) phrase {
	best := phrase{}
	for _, p := range s.phrases[first] {
		if len(p.from) > len(best.from) && strings.HasPrefix(text, p.from) {
			best = p
		}
	}
	return best
}

// keepsZhu reports whether the 著 at an offset belongs to a word that keeps it.
func (s *Table) keepsZhu(text string, at int) bool {
	_, before := utf8.DecodeLastRuneInString(text[:at])
	around := text[at-before:]
	for _, w := range s.zhu {
		if strings.HasPrefix(text[at:], w) || strings.HasPrefix(around, w) {
			return true
		}
	}
	return false
}
