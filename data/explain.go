package data

import (
	"qubi/data/extract"
	"qubi/model"
)

// Explain reads a report's text once more, and gives how each of its facts was read;
// ok is false for one that no rule read as it is (a cell of a table, a correction).
func (o Options) Explain(r *model.Report) func(f *model.Fact) (why extract.Why, ok bool) {
	type key struct {
		kind  model.Kind
		name  string
		quote model.Span
	}
	told := map[key]extract.Why{}
	read := extract.Options{Themes: o.Themes, Why: func(f *model.Fact, w extract.Why) {
		told[key{f.Kind, f.Name, f.Place.Quote}] = w
	}}
	read.Report(r.Document)
	return func(f *model.Fact) (extract.Why, bool) {
		w, ok := told[key{f.Kind, f.Name, f.Place.Quote}]
		return w, ok
	}
}
