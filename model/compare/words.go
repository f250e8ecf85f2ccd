package compare

import (
	_ "embed"
	"slices"
	"sync"

	"qubi/model"
)

//go:embed lexicon/scope.txt
var scopeFile string

//go:embed lexicon/classifiers.txt
var classifierFile string

//go:embed lexicon/less.txt
var lessFile string

//go:embed lexicon/rates.txt
var rateFile string

// compareWords are the words that decide what may stand side by side.
var compareWords = sync.OnceValue(func() (w struct {
	scope       [][]string // qualifiers of how a number is counted; those of one line mean the same
	classifiers []string   // units that count the same things
	rates       []string   // base units of growths and shares
	less        []string   // in names of indicators of which less is better, folded
	lessened    []string   // and in those that count the lessening, of which more is better
}) {
	w.scope = model.WordLines(scopeFile)
	w.classifiers = slices.Concat(model.WordLines(classifierFile)...)
	w.rates = slices.Concat(model.WordLines(rateFile)...)
	less := model.WordLines(model.Fold(lessFile))
	w.less, w.lessened = less[0], less[1]
	return w
})

// dimension is the unit under which numbers meet in one row.
func dimension(unit string) string {
	if words := compareWords().classifiers; slices.Contains(words, unit) {
		return words[0]
	}
	return unit
}
