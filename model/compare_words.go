package model

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed lexicon/scope.txt
var scopeFile string

//go:embed lexicon/growth.txt
var growthFile string

//go:embed lexicon/classifiers.txt
var classifierFile string

//go:embed lexicon/rates.txt
var rateFile string

// compareWords are the words that decide what may stand side by side.
var compareWords = sync.OnceValue(func() (w struct {
	scope       [][]string // qualifiers of how a number is counted; those of one line mean the same
	growth      []string   // endings by which an indicator's growth goes
	classifiers []string   // units that count the same things
	rates       []string   // base units of growths and shares
}) {
	w.scope = wordLines(scopeFile)
	w.growth = slices.Concat(wordLines(growthFile)...)
	w.classifiers = slices.Concat(wordLines(classifierFile)...)
	w.rates = slices.Concat(wordLines(rateFile)...)
	return w
})

// wordLines are the words of each line of a lexicon; # begins a comment.
func wordLines(file string) (all [][]string) {
	for line := range strings.Lines(file) {
		if f := strings.Fields(line); len(f) > 0 && f[0][0] != '#' {
			all = append(all, f)
		}
	}
	return all
}

// dimension is the unit under which numbers meet in one row.
func dimension(unit string) string {
	if words := compareWords().classifiers; slices.Contains(words, unit) {
		return words[0]
	}
	return unit
}
