package tui

import (
	"slices"

	"qubi/model/export"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/draw"
)

// exported is what is on view, for package export.
func (a *App) exported() export.View {
	if a.options.Checks.Keep == nil {
		return a.exportedOf(nil)
	}
	return a.exportedOf(a.applied(project.HideRejected))
}

// exportedOf is what is on view with what people decided; nil where nobody may.
func (a *App) exportedOf(decided *project.Applied) export.View {
	v := export.View{Kind: export.SideBySide, Corpus: a.corpus, Filter: a.asked(), Notes: a.notes, Lang: a.words.Lang, Paths: a.options.Paths, Lexicon: a.options.Lexicon,
		Order: a.sort.by, Reverse: a.sort.reverse}
	if len(v.Filter.Districts) == 0 && !slices.IsSorted(a.order) { // in the order of the panes
		v.Filter.Districts = a.comparing(0, len(a.order)).Districts
	}
	if decided != nil {
		v.Project, v.File, v.Corpus, v.Code = decided, a.options.Checks.File, query.New(decided.Corpus), a.code
	}
	if a.view == viewCompare {
		v.Kind = export.Kind(draw.Tab(a.tab).ID())
		switch v.Kind {
		case export.Ranking:
			v.Of = a.rankedBy()
		case export.Found:
			v.Of = a.search
		}
		if a.sort.by == query.ByValue || a.sort.by == query.ByPeriod {
			v.By = a.corpus.Districts[a.sort.district].ID()
		}
	}
	switch {
	case v.Kind == export.Found:
		v.Filter.Marked = nil // facts in passages with a code are no places
		if a.marked {
			v.Filter.Marked = a.notes.Marked()
		}
	case a.marked:
		v.Kind, v.Of = export.Marked, ""
	case a.view == viewSource:
		v.Kind = export.Text
	}
	return v
}

// rankedBy names the row that the ranking is by.
func (a *App) rankedBy() string {
	counts, r := a.rankedRow()
	switch {
	case counts != nil:
		return export.RankingOf(*counts)
	case r != nil:
		return r.Name()
	}
	return ""
}

// view is the queue under review, for package export, which has the same facts in it.
func (r *reviewer) view() export.View {
	v := r.a.exportedOf(r.on)
	v.Kind, v.Of = export.Review, r.sample
	return v
}

// export opens the export dialog for the facts under review.
func (r *reviewer) export() {
	e := newExport(r.a, r.view())
	e.Closed = r.back
	r.a.Open(e)
}

// newExport is the export dialog for a view.
func newExport(a *App, v export.View) *ask.Export {
	return ask.NewExport(v, a.options.Folder, a.options.Home)
}
