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
	v := export.View{Kind: export.SideBySide, Corpus: a.corpus, Filter: a.asked(), Notes: a.notes, Lang: a.words.Lang, Paths: a.options.Paths, Lexicon: a.options.Lexicon,
		Order: a.sort.by, Reverse: a.sort.reverse}
	if len(v.Filter.Districts) == 0 && !slices.IsSorted(a.order) { // in the order of the panes
		v.Filter.Districts = a.comparing(0, len(a.order)).Districts
	}
	if checks := a.options.Checks; checks.Keep != nil {
		v.Project, v.File = a.applied(project.HideRejected), checks.File
		v.Corpus = query.New(v.Project.Corpus)
		v.Code = a.code
	}
	if a.view == viewCompare {
		v.Kind, v.Of = a.comparedView()
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

// comparedView is the table of the comparison in sight, and what it is of.
func (a *App) comparedView() (kind export.Kind, of string) {
	switch draw.Tab(a.tab) {
	case draw.TabCounts:
		return export.Counts, ""
	case draw.TabShared:
		return export.Shared, ""
	case draw.TabRanking:
		return export.Ranking, a.rankedBy()
	case draw.TabTime:
		return export.Time, ""
	case draw.TabChart:
		return export.Chart, ""
	case draw.TabFinds:
		return export.Found, a.search
	}
	return export.Indicators, ""
}

// rankedBy names the row that the ranking is by.
func (a *App) rankedBy() string {
	p := a.table(a.ranked)
	if r, ok := p.CountRow(); ok {
		return export.RankingOf(r)
	}
	if r := p.Row(); r != nil {
		return r.Name()
	}
	if rows := a.comparison().Rows(); len(rows) > 0 {
		return rows[0].Name()
	}
	return ""
}

// export opens the export dialog for the facts under review.
func (r *reviewer) export() {
	v := r.a.exported()
	v.Kind, v.Of, v.Project, v.Corpus = export.Review, r.sample, r.on, query.New(r.on.Corpus)
	e := newExport(r.a, v)
	e.Closed = r.back
	r.a.Open(e)
}

// newExport is the export dialog for a view.
func newExport(a *App, v export.View) *ask.Export {
	return ask.NewExport(v, a.options.Folder, a.options.Home)
}
