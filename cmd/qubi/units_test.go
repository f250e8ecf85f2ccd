package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"qubi/data/lexicon"
)

// A line of the screen keeps a number and its unit together. Its units are those
// that reports are read by: the list beside the code that breaks lines, which
// knows no lexicon, is written from there by -update.
func TestLinesKeepTheUnitsThatAreRead(t *testing.T) {
	words := lexicon.DateUnit.Words()
	for word := range lexicon.Rows(lexicon.Units) {
		words = append(words, word)
	}
	words = slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		first, size := utf8.DecodeRuneInString(word)
		return !unicode.Is(unicode.Han, first) || size == len(word) // one character is kept anyway
	})
	slices.Sort(words)
	path := filepath.Join(repository(t), "tui", "cell", "units.txt")
	old, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	compare(t, path, string(old), strings.Join(slices.Compact(words), "\n")+"\n")
}
