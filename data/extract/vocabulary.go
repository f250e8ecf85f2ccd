package extract

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed lexicon/number.tsv
var numberWords string

// vocab is the words that reports put around numbers, by class.
var vocab = readVocabulary(numberWords)

// vocabulary finds which words a text begins or ends with. The words of a class
// are kept under their first and their last rune, longest first, so that a
// look-up touches few words whatever the size of the lexicon.
type vocabulary map[string]*wordClass

// wordClass is a set of words that play the same part.
type wordClass struct {
	first, last map[rune][]string
	all         map[string]bool
	begin, end  runeSet // the runes of first and last, to pass over the others fast
}

// runeSet tells which runes cannot be in a set: what it has may be another
// rune with the same last twelve bits. It is that small because its memory is
// touched at every start, and there are two of them a class.
type runeSet [1 << 6]uint64

func (s *runeSet) add(r rune)      { s[r>>6&63] |= 1 << (r & 63) }
func (s *runeSet) has(r rune) bool { return s[r>>6&63]&(1<<(r&63)) != 0 }

// readVocabulary parses lines of class, tab, words; # begins a comment.
func readVocabulary(file string) vocabulary {
	l := vocabulary{}
	for line := range strings.Lines(file) {
		name, list, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		c := l[name]
		if c == nil {
			c = newClass()
			l[name] = c
		}
		for _, word := range strings.Fields(list) {
			c.add(word)
		}
	}
	for _, c := range l {
		c.sort()
	}
	return l
}

func newClass() *wordClass {
	return &wordClass{first: map[rune][]string{}, last: map[rune][]string{}, all: map[string]bool{}}
}

func (c *wordClass) add(word string) {
	if c.all[word] {
		return
	}
	c.all[word] = true
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	c.begin.add(first)
	c.end.add(last)
	c.first[first] = append(c.first[first], word)
	c.last[last] = append(c.last[last], word)
}

func (c *wordClass) sort() {
	for _, index := range []map[rune][]string{c.first, c.last} {
		for _, list := range index {
			slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		}
	}
}

// prefix is the longest word of the class that s begins with, or "".
func (c *wordClass) prefix(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if !c.begin.has(r) {
		return ""
	}
	for _, word := range c.first[r] {
		if strings.HasPrefix(s, word) {
			return word
		}
	}
	return ""
}

// suffix is the longest word of the class that s ends with, or "".
func (c *wordClass) suffix(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	if !c.end.has(r) {
		return ""
	}
	for _, word := range c.last[r] {
		if strings.HasSuffix(s, word) {
			return word
		}
	}
	return ""
}

// has reports whether the class holds the word.
func (c *wordClass) has(word string) bool { return c.all[word] }

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
		r, w := utf8.DecodeLastRuneInString(s[:end])
		if c.end.has(r) {
			if word := c.suffix(s[:end]); word != "" {
				return word, end - len(word)
			}
		}
		end -= w
	}
	return "", -1
}
