package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words/number.tsv
var numberWords string

// vocab is the words that reports put around numbers, by class.
var vocab = sync.OnceValue(func() vocabulary { return readVocabulary(numberWords) })

// Of is a class of the vocabulary that must be there.
func Of(name string) *Class {
	c := vocab()[name]
	if c == nil {
		panic(fmt.Sprintf("vocabulary: no class %q", name))
	}
	return c
}

// vocabulary finds which words a text begins or ends with, by class.
type vocabulary map[string]*Class

// Class is a set of words that play the same part. They are chained under
// their first and under their last rune, longest first, so that a look-up
// touches few words whatever the size of the lexicon.
type Class struct {
	Words       []string
	first, last chains
	begin, end  runeSet // the runes of first and last, to pass over the others fast
}

// chains are lists of words under few bits of a rune; words of other runes in
// a list are told apart by comparing. It is read at every start of the program,
// and two arrays are made faster than a map.
type chains struct {
	head []uint16 // by the rune's last bits: a word's number from 1, 0 for none
	next []uint16 // by word: the next in its list
}

func newChains(words int) chains {
	size := 1
	for size < words {
		size *= 2
	}
	return chains{make([]uint16, size), make([]uint16, words)}
}

// of is the first word under a rune, from 1; 0 for none.
func (c *chains) of(r rune) uint16 { return c.head[int(r)&(len(c.head)-1)] }

// add enters a word behind those that are longer.
func (c *chains) add(words []string, word int, r rune) {
	at := &c.head[int(r)&(len(c.head)-1)]
	for *at != 0 && len(words[*at-1]) >= len(words[word]) {
		at = &c.next[*at-1]
	}
	c.next[word], *at = *at, uint16(word+1)
}

// runeSet tells which runes cannot be in a set: what it has may be another
// rune with the same last twelve bits. It is that small because its memory is
// touched at every start, and there are two of them a class.
type runeSet [1 << 6]uint64

func (s *runeSet) add(r rune)      { s[r>>6&63] |= 1 << (r & 63) }
func (s *runeSet) has(r rune) bool { return s[r>>6&63]&(1<<(r&63)) != 0 }

// readVocabulary parses lines of class, tab, words; # begins a comment. The lines
// of a class stand together: one told in two places is two writers' chance meeting
// under a name, and it panics, as the file is our own.
func readVocabulary(file string) vocabulary {
	words := map[string][]string{}
	last := ""
	for line := range strings.Lines(file) {
		name, list, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if words[name] != nil && name != last {
			panic(fmt.Sprintf("vocabulary: class %q is told in two places", name))
		}
		words[name], last = append(words[name], strings.Fields(list)...), name
	}
	v := make(vocabulary, len(words))
	for name, list := range words {
		v[name] = NewClass(list)
	}
	return v
}

// NewClass makes a class of words, at most 65535 of them.
func NewClass(words []string) *Class {
	c := &Class{Words: words, first: newChains(len(words)), last: newChains(len(words))}
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		c.begin.add(first)
		c.end.add(last)
		c.first.add(words, i, first)
		c.last.add(words, i, last)
	}
	return c
}

// Begins reports whether a word of the class may begin with the rune; it errs by
// saying so of a few others.
func (c *Class) Begins(r rune) bool { return c.begin.has(r) }

// Prefix is the longest word of the class that s begins with, or "".
func (c *Class) Prefix(s string) string {
	r, _ := RuneAt(s, 0, len(s))
	if !c.begin.has(r) {
		return ""
	}
	for i := c.first.of(r); i != 0; i = c.first.next[i-1] {
		if strings.HasPrefix(s, c.Words[i-1]) {
			return c.Words[i-1]
		}
	}
	return ""
}

// Suffix is the longest word of the class that s ends with, or "".
func (c *Class) Suffix(s string) string { return c.ShorterSuffix(s, len(s)+1) }

// ShorterSuffix is the longest word of the class that s ends with among those
// shorter than a number of bytes, or "".
func (c *Class) ShorterSuffix(s string, than int) string {
	r, _ := RuneBefore(s, len(s))
	if !c.end.has(r) {
		return ""
	}
	for i := c.last.of(r); i != 0; i = c.last.next[i-1] {
		if word := c.Words[i-1]; len(word) < than && strings.HasSuffix(s, word) {
			return word
		}
	}
	return ""
}

// Has reports whether the class holds the word.
func (c *Class) Has(word string) bool { return word != "" && c.Prefix(word) == word }

// Inside reports whether s holds a word of the class.
func (c *Class) Inside(s string) bool {
	_, i := c.Find(s)
	return i >= 0
}

// Find is the first word of the class within s and its offset, or "" and -1.
func (c *Class) Find(s string) (string, int) {
	for i, r := range s {
		if !c.begin.has(r) {
			continue
		}
		if word := c.Prefix(s[i:]); word != "" {
			return word, i
		}
	}
	return "", -1
}

// FindLast is the last word of the class within s and its offset, or "" and -1.
func (c *Class) FindLast(s string) (string, int) {
	for end := len(s); end > 0; {
		r, n := RuneBefore(s, end)
		if c.end.has(r) {
			if word := c.Suffix(s[:end]); word != "" {
				return word, end - len(word)
			}
		}
		end -= n
	}
	return "", -1
}
