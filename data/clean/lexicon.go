package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
)

//go:embed lexicon/furniture.txt
var furnitureText string

// words is a lexicon: block name to its words.
type words map[string]block

// block is words by how they begin and how they end.
type block struct {
	whole         map[string]bool
	first, behind map[rune][]string
}

var furnitureWords = sync.OnceValue(func() words {
	all := words{}
	for name, told := range lexicon.Blocks("lexicon/furniture.txt", furnitureText) {
		b := block{map[string]bool{}, map[rune][]string{}, map[rune][]string{}}
		for _, word := range told {
			word = strings.ReplaceAll(word, "_", " ")
			first, _ := utf8.DecodeRuneInString(word)
			last, _ := utf8.DecodeLastRuneInString(word)
			b.whole[word] = true
			b.first[first], b.behind[last] = append(b.first[first], word), append(b.behind[last], word)
		}
		all[name] = b
	}
	return all
})

// is reports whether s is a word of the block.
func (w words) is(block, s string) bool { return w[block].whole[s] }

// begins reports whether s begins with a word of the block.
func (w words) begins(block, s string) bool { return w[block].at(s) != "" }

// at is the first word of the block with which s begins, "" for none.
func (b block) at(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	for _, word := range b.first[r] {
		if strings.HasPrefix(s, word) {
			return word
		}
	}
	return ""
}

// ends reports whether s ends with a word of the block.
func (w words) ends(block, s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	for _, word := range w[block].behind[r] {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// holds reports whether s holds a word of the block, in which _ is a blank.
func (w words) holds(block, s string) bool {
	b := w[block]
	for i := range s {
		if b.at(s[i:]) != "" {
			return true
		}
	}
	return false
}
