package tui

import (
	"slices"

	"qubi/model/compare"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// folded reports whether something is folded away. A search looks into all of it.
func (a *App) folded(id string, usually bool) bool { return a.search == "" && a.turned[id] != usually }

// folder is a pane whose parts fold away.
type folder interface {
	Fold() string           // the fold whose line has the cursor; "" for none
	FoldHere() string       // the fold that the cursor stands in
	FoldAt(x, y int) string // the fold whose line or sign is at a cell
	ToFold(id string)       // puts the cursor there
}

// entries are the rows of a list of the comparison, and what they are of.
func (a *App) entries(tab draw.Tab) (cell.Line, []draw.Section) {
	switch tab {
	case draw.TabRanking:
		return a.rankingEntries()
	case draw.TabTime:
		return a.look.Time(a.comparison())
	case draw.TabChart:
		return a.look.Chart(a.comparison())
	}
	title, hits := a.words.Text("finds.none", a.keyFor("search")), a.textHits(a.query.pattern)
	if a.query.pattern != nil {
		title = a.words.Text("finds.of", a.search, len(hits))
	}
	return a.look.Finds(title, slices.DeleteFunc(hits, func(h query.Hit) bool { return a.marked && !a.notes.Has(h.Fact()) }))
}

// rankingEntries are the districts by the row that was chosen: of indicators or
// of counts.
func (a *App) rankingEntries() (cell.Line, []draw.Section) {
	counts, r := a.rankedRow()
	switch {
	case counts != nil:
		return a.look.RankingOfCounts(a.comparison(), *counts)
	case r != nil:
		return a.look.Ranking(a.comparison(), r)
	}
	return nil, nil
}

// rankedRow is the row that the ranking is by: of counts, or of indicators, the first
// where none was chosen; nil where there is none.
func (a *App) rankedRow() (counts *compare.CountRow, r *compare.Row) {
	p := a.table(a.ranked)
	if c, ok := p.CountRow(); ok {
		return &c, nil
	}
	if r = p.Row(); r == nil && len(a.comparison().Rows()) > 0 {
		r = a.comparison().Rows()[0]
	}
	return nil, r
}

// table is a table of the comparison, in sight or not, where it stands.
func (a *App) table(tab draw.Tab) *pane.Compare {
	at := place{viewCompare, int(tab)}
	p, ok := a.panes[at].(*pane.Compare)
	if !ok {
		p = pane.NewCompare(a.look, tab)
		a.panes[at] = p
	}
	if a.filled[at] != a.version {
		a.fill(at, p)
		a.filled[at] = a.version
		a.seat(at, p)
	}
	return p
}

// toggleFold opens or closes what folds.
func (a *App) toggleFold(id string) {
	a.change(func() { a.turned = clone(a.turned); a.turned[id] = !a.turned[id] })
	for at, p := range a.panes {
		a.fill(at, p)
	}
}

// fold closes what the cursor stands in, or opens it.
func (a *App) fold() {
	p, ok := a.focused().(folder)
	if !ok || p.FoldHere() == "" {
		return
	}
	id := p.FoldHere()
	a.toggleFold(id)
	p.ToFold(id)
}
