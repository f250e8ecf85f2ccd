package head

import (
	_ "embed"
	"strings"
	"sync"

	"qubi/data/lexicon"
)

//go:embed lexicon/words.txt
var wordsText string

// words are the words of every block.
var words = sync.OnceValue(func() map[string][]string { return lexicon.Blocks("lexicon/words.txt", wordsText) })

// index is the place of s in list, -1 when it is not there.
func index(list []string, s string) int {
	for i, w := range list {
		if w == s {
			return i
		}
	}
	return -1
}

// has reports whether s begins with a word of the list.
func has(list []string, s string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
