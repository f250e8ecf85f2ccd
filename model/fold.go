package model

import (
	"cmp"
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Search compares folded keys: full width becomes half width, capitals small,
// traditional characters simplified, ü is v. A rune folds to exactly one rune, so a
// place in a key always leads back to a place in the text; that is why NFKC,
// which makes m2 of ㎡, is not used.

//go:embed lexicon/traditional.txt
var traditionalFile string

// foldTable holds the folded rune of each rune of the Basic Multilingual Plane, 0 where
// it is the rune itself: most of the table is never touched, and the first frame waits
// for it.
var foldTable = sync.OnceValue(func() []uint16 {
	table := make([]uint16, 0x10000)
	for _, cased := range unicode.CaseRanges {
		for r := cased.Lo; r <= cased.Hi && r < 0x10000; r++ {
			if small := unicode.ToLower(rune(r)); small != rune(r) {
				table[r] = uint16(small)
			}
		}
	}
	table['\u3000'], table['\u00a0'] = ' ', ' '
	table['ü'], table['Ü'] = 'v', 'v' // as pinyin is typed: lü is lv
	for r := '！'; r <= '～'; r++ {
		table[r] = cmp.Or(table[r-'！'+'!'], uint16(r-'！'+'!'))
	}
	for simplified, t := range Traditional() {
		table[t] = uint16(simplified)
	}
	return table
})

// Traditional yields every character that folds to a simplified one, behind the
// one it folds to.
func Traditional() iter.Seq2[rune, rune] {
	return func(yield func(simplified, traditional rune) bool) {
		for line := range strings.Lines(traditionalFile) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			simplified, size := utf8.DecodeRuneInString(line)
			for _, t := range strings.TrimSpace(line[size:]) {
				if !yield(simplified, t) {
					return
				}
			}
		}
	}
}

// FoldRune is the rune under which r is searched.
func FoldRune(r rune) rune {
	return foldBy(foldTable(), r)
}

func foldBy(table []uint16, r rune) rune {
	if uint32(r) < 0x10000 && table[r] != 0 {
		return rune(table[r])
	}
	return r
}

// Fold is the search key of a text: as many runes, though not as many bytes.
// A text that is its own key is returned as it is. Broken UTF-8 becomes U+FFFD.
func Fold(s string) string {
	table := foldTable()
	for i, r := range s {
		if r == utf8.RuneError || foldBy(table, r) != r {
			return s[:i] + foldTail(table, s[i:])
		}
	}
	return s
}

// FoldsTo reports whether Fold(s) is key, without making it: most differ in
// their first rune.
func FoldsTo(s, key string) bool {
	for _, r := range s {
		k, size := utf8.DecodeRuneInString(key)
		if size == 0 || FoldRune(r) != k {
			return false
		}
		key = key[size:]
	}
	return key == ""
}

func foldTail(table []uint16, s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteRune(foldBy(table, r))
	}
	return b.String()
}

// Unfold moves spans of a text's key to the text itself. The spans are in
// rising order and do not overlap.
func Unfold(s string, key []Span) []Span {
	out := make([]Span, 0, len(key))
	folded, next := 0, 0 // next counts the ends of spans met so far
	edge := func() int {
		if next&1 == 0 {
			return key[next/2].Start
		}
		return key[next/2].End
	}
	mark := func(at int) {
		for next/2 < len(key) && edge() <= folded {
			if next&1 == 0 {
				out = append(out, Span{at, at})
			} else {
				out[len(out)-1].End = at
			}
			next++
		}
	}
	for i, r := range s {
		mark(i)
		folded += utf8.RuneLen(FoldRune(r))
	}
	mark(len(s))
	return out
}
