package compare

import (
	"strings"
	"sync"

	"qubi/model"
)

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
