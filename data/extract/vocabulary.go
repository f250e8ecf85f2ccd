package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"
)

//go:embed lexicon/number.tsv
var numberWords string

// vocab is the words that reports put around numbers, by class.
var vocab = readVocabulary(numberWords)

// wordsOf is a class of the vocabulary that must be there.
func wordsOf(name string) *wordClass {
	c := vocab[name]
	if c == nil {
		panic(fmt.Sprintf("vocabulary: no class %q", name))
	}
	return c
}

// vocabulary finds which words a text begins or ends with, by class.
type vocabulary map[string]*wordClass

// wordClass is a set of words that play the same part. They are chained under
// their first and under their last rune, longest first, so that a look-up
// touches few words whatever the size of the lexicon.
type wordClass struct {
	words       []string
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
		v[name] = newClass(list)
	}
	return v
}

// newClass makes a class of words, at most 65535 of them.
func newClass(words []string) *wordClass {
	c := &wordClass{words: words, first: newChains(len(words)), last: newChains(len(words))}
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

// prefix is the longest word of the class that s begins with, or "".
func (c *wordClass) prefix(s string) string {
	r, _ := runeAt(s, 0, len(s))
	if !c.begin.has(r) {
		return ""
	}
	for i := c.first.of(r); i != 0; i = c.first.next[i-1] {
		if strings.HasPrefix(s, c.words[i-1]) {
			return c.words[i-1]
		}
	}
	return ""
}

// suffix is the longest word of the class that s ends with, or "".
func (c *wordClass) suffix(s string) string { return c.shorterSuffix(s, len(s)+1) }

// shorterSuffix is the longest word of the class that s ends with among those
// shorter than a number of bytes, or "".
func (c *wordClass) shorterSuffix(s string, than int) string {
	r, _ := runeBefore(s, len(s))
	if !c.end.has(r) {
		return ""
	}
	for i := c.last.of(r); i != 0; i = c.last.next[i-1] {
		if word := c.words[i-1]; len(word) < than && strings.HasSuffix(s, word) {
			return word
		}
	}
	return ""
}

// has reports whether the class holds the word.
func (c *wordClass) has(word string) bool { return word != "" && c.prefix(word) == word }

// inside reports whether s holds a word of the class.
func (c *wordClass) inside(s string) bool {
	_, i := c.find(s)
	return i >= 0
}

// find is the first word of the class within s and its offset, or "" and -1.
func (c *wordClass) find(s string) (string, int) {
	for i, r := range s {
		if !c.begin.has(r) {
			continue
		}
		if word := c.prefix(s[i:]); word != "" {
			return word, i
		}
	}
	return "", -1
}

// findLast is the last word of the class within s and its offset, or "" and -1.
func (c *wordClass) findLast(s string) (string, int) {
	for end := len(s); end > 0; {
		r, n := runeBefore(s, end)
		if c.end.has(r) {
			if word := c.suffix(s[:end]); word != "" {
				return word, end - len(word)
			}
		}
		end -= n
	}
	return "", -1
}
