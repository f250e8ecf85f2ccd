package tui

import (
	"slices"

	"qubi/model"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// otherRow ranks the next or previous row.
func (a *App) otherRow(by int) {
	p := a.table(a.ranked)
	for range p.Lines(false) { // folds are passed
		before := p.Place()
		to := before
		to.Cursor += by
		if p.SetPlace(to); p.Place().Cursor == before.Cursor || p.Fold() == "" {
			break
		}
	}
	a.toTab(draw.TabRanking)
}

// namesFound reports whether the search finds a name in sight, not only the
// words around it.
func (a *App) namesFound() bool {
	return slices.ContainsFunc(a.query.hits, func(f *model.Fact) bool {
		return slices.ContainsFunc([]string{f.Name, f.Indicator, f.Group, f.Tier}, func(s string) bool { return len(a.query.pattern.Find(s)) > 0 })
	})
}

// showFinds lists what the search finds in the texts, where it finds nothing else
// and they are not in sight; else it says how often the texts have it.
func (a *App) showFinds() {
	if a.query.pattern == nil || a.view == viewSource || !a.fewTexts() {
		return
	}
	n := len(a.textHits(a.query.pattern))
	if n == 0 || a.namesFound() {
		a.query.said = n
		return
	}
	at, from := a.selected(), layer{layerView, a.view, a.tab}
	a.last, a.view = a.view, viewCompare
	a.toTab(draw.TabFinds)
	a.opened = append(slices.Clone(a.opened), from)
	a.requery()
	a.derive()
	if p, ok := a.focused().(*pane.List); ok {
		p.GoTo(0)
		p.Seek(at)
	}
}

// toTab shows another table of the comparison.
func (a *App) toTab(tab draw.Tab) {
	if from := draw.Tab(a.tab); tab == draw.TabRanking && from <= draw.TabCounts {
		a.ranked = from
	}
	a.tab = int(tab)
	delete(a.filled, place{viewCompare, a.tab}) // what it lists depends on more than the query
}
