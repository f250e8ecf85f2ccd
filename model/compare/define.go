package compare

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed lexicon/definitions.tsv
var definitionFile string

// Definition is what a known indicator measures, and who says so.
type Definition struct {
	zh, en string
	Source string // the rules by which it is counted, by their Chinese title
}

// Text is the definition in a language.
func (d Definition) Text(l model.Lang) string { return l.Pick(d.zh, d.en) }

// definitions are those in the file, by indicator.
var definitions = sync.OnceValue(func() map[string]Definition {
	sources, all := map[string]string{}, map[string]Definition{}
	for _, f := range model.WordCells(definitionFile) {
		switch {
		case len(f) == 2 && strings.HasPrefix(f[0], "="):
			sources[f[0][1:]] = f[1]
		case len(f) == 4:
			d := Definition{f[1], f[2], f[3]}
			if source, known := sources[f[3]]; known {
				d.Source = source
			}
			all[f[0]] = d
		}
	}
	return all
})

// Define is what an indicator measures; of a growth, a change or a rank what its
// level does. False where it is not known.
func Define(indicator string) (Definition, bool) {
	for _, kind := range []string{"", "增速", "增速排名", "排名", "变动", "倍数"} {
		if d, known := definitions()[strings.TrimSuffix(indicator, kind)]; known {
			return d, true
		}
	}
	return Definition{}, false
}

// Defined are the names of all indicators that have a definition, in the order of
// the characters.
func Defined() []string { return slices.Sorted(maps.Keys(definitions())) }

// Near are the indicators with a definition that a name without one says more, or
// less, than: 高标准农田 for 新建高标准农田. The longest come first.
func Near(name string) []string {
	key := model.Fold(name)
	near := slices.DeleteFunc(Defined(), func(known string) bool {
		known = model.Fold(known)
		return !strings.Contains(known, key) && !strings.Contains(key, known)
	})
	slices.SortStableFunc(near, func(a, b string) int { return len(b) - len(a) })
	return near
}
