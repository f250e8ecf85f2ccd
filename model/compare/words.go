package compare

import (
	_ "embed"
	"slices"
	"strings"
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

//go:embed lexicon/generic.txt
var genericFile string

// genericNames are the names in the file, folded.
var genericNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, w := range slices.Concat(model.WordLines(model.Fold(genericFile))...) {
		all[w] = true
	}
	return all
})

// generic reports whether a folded name says only what sort of place it is, with
// a number or the word for the district itself before it, or the word for works
// behind it.
func generic(key string) bool {
	key = strings.TrimLeft(key, "第0123456789一二三四五六七八九十新建扩改")
	for _, own := range []string{"区", "县", "市", "城区"} {
		if short, ok := strings.CutPrefix(key, own); ok {
			key = short
			break
		}
	}
	for _, works := range []string{"项目", "工程", "建设"} {
		key = strings.TrimSuffix(key, works)
	}
	return genericNames()[key]
}

// words are what a district's reports say, whatever the filter: made once a
// comparison, since every empty cell asks why it is empty.
type words struct {
	kins   map[string]bool // indicators stated, without the word for growth
	names  string          // of its metrics, folded, each between NULs
	things map[thing]bool  // clusters, parks and projects named
}

// wordsOf makes the words of each column when they are first asked for.
func wordsOf(districts []*model.District) []func() words {
	all := make([]func() words, len(districts))
	for j, d := range districts {
		all[j] = sync.OnceValue(func() words { return newWords(d) })
	}
	return all
}

func newWords(d *model.District) words {
	w := words{kins: map[string]bool{}, things: map[thing]bool{}}
	met := map[string]bool{}
	var names strings.Builder
	for _, r := range d.Reports {
		for _, f := range r.Facts {
			if f.Kind != model.Metric {
				w.things[thing{f.Kind, NameKey(f)}] = true
				continue
			}
			w.kins[kinKey(f)] = true
			if !met[f.Name] {
				met[f.Name] = true
				names.WriteString(model.Fold(f.Name) + "\x00")
			}
		}
	}
	w.names = names.String()
	return w
}
