package clean

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed lexicon/furniture.txt
var furnitureText string

// words is a lexicon: block name to its words.
type words map[string][]string

var lexicon = sync.OnceValue(func() words { return parseWords(furnitureText) })

// parseWords reads a lexicon: [name] begins a block, # a comment, and words
// are parted by blanks. A block told in two places panics, as the file is our own.
func parseWords(text string) words {
	all := words{}
	block := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			if block = strings.Trim(line, "[]"); all[block] != nil {
				panic("lexicon/furniture.txt: block told twice: " + block)
			}
		default:
			all[block] = append(all[block], strings.Fields(line)...)
		}
	}
	return all
}

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
