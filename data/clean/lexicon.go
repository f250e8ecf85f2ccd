package clean

import (
	_ "embed"
	"strings"
	"sync"

	"qubi/data/lexicon"
)

//go:embed lexicon/furniture.txt
var furnitureText string

// words is a lexicon: block name to its words.
type words map[string][]string

var furnitureWords = sync.OnceValue(func() words { return lexicon.Blocks("lexicon/furniture.txt", furnitureText) })

// is reports whether s is a word of the block.
func (w words) is(block, s string) bool {
	for _, word := range w[block] {
		if s == word {
			return true
		}
	}
	return false
}

// begins reports whether s begins with a word of the block.
func (w words) begins(block, s string) bool {
	for _, word := range w[block] {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// ends reports whether s ends with a word of the block.
func (w words) ends(block, s string) bool {
	for _, word := range w[block] {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// holds reports whether s holds a word of the block, in which _ is a blank.
func (w words) holds(block, s string) bool {
	for _, word := range w[block] {
		if strings.Contains(s, strings.ReplaceAll(word, "_", " ")) {
			return true
		}
	}
	return false
}
