package tui

import (
	"qubi/model"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// derive makes what is shown follow the state: it arranges the screen, gives
// every pane in sight its size and, if the query changed, its facts. Panes out of sight
// cost nothing.
func (a *App) derive() {
	if a.w == 0 {
		return
	}
	a.focus = max(0, min(a.focus, len(a.order)-1))
	a.plan = arrange(a.wish())
	a.first = a.plan.first
	a.look.Narrowest = a.w
	for _, r := range a.plan.panes {
		a.look.Narrowest = min(a.look.Narrowest, r.w)
	}
	for i, r := range a.plan.panes {
		if p := a.pane(a.plan.first + i); p != nil {
			p.SetSize(r.w, r.h)
		}
	}
	a.forget()
}

// wish is what the arrangement depends on.
func (a *App) wish() wish {
	q := wish{w: a.w, h: a.h, status: 1, side: a.view != viewCompare, zoom: a.zoom,
		panes: len(a.order), focus: a.focus, first: a.first, drawer: a.drawer}
	q.themes = len(a.themeRows(a.w))
	if len(a.chips()) > 0 || a.search != "" {
		q.chips = 1
	}
	if a.dialog != nil {
		q.over = a.dialog.Rows(a)
	}
	if len(a.widths) > 0 {
		q.extra = model.Map(a.order, func(d int) int { return a.widths[d] })
	}
	if !q.side {
		q.panes, q.focus, q.first = 1, 0, 0
	}
	return q
}

// pane is the pane at a position of the order, made and filled when needed;
// the comparison is one pane, whichever district has the keys.
func (a *App) pane(i int) pane.Pane {
	if len(a.order) == 0 || i < 0 || i >= len(a.order) {
		return nil
	}
	at := a.at(i)
	p := a.panes[at]
	if p == nil {
		p = a.make(at)
		a.panes[at] = p
		a.fill(at, p)
		if n := i - a.plan.first; a.places[at] != nil && n >= 0 && n < len(a.plan.panes) { // a text has lines once it has a width
			p.SetSize(a.plan.panes[n].w, a.plan.panes[n].h)
		}
		a.seat(at, p)
	} else if a.filled[at] != a.version {
		a.fill(at, p)
	}
	a.filled[at] = a.version
	return p
}

// seat has a pane stand where the state has it; of one that was never seen the state
// keeps where it stands.
func (a *App) seat(at place, p pane.Pane) {
	if stood := a.places[at]; stood != nil {
		p.Keep(stood)
		p.SetPlace(*stood)
		return
	}
	now := p.Place()
	a.places[at] = &now
	p.Keep(&now)
}

// at names the place of the pane at a position of the order.
func (a *App) at(i int) place {
	if a.view == viewCompare {
		return place{viewCompare, a.tab}
	}
	return place{a.view, a.order[i]}
}

// make makes a pane, with nothing in it.
func (a *App) make(at place) pane.Pane {
	switch at.view {
	case viewCompare:
		if tab := draw.Tab(at.district); tab >= draw.TabRanking {
			return pane.NewList(a.look, tab)
		}
		return pane.NewCompare(a.look, draw.Tab(at.district))
	case viewSource:
		p := pane.NewSource(a.look, a.corpus.Districts[at.district])
		p.SetPassages(a.decided.coded)
		p.SetReport(a.reports[at.district])
		return p
	}
	return pane.NewDistrict(a.look, a.corpus.Districts[at.district])
}

// fill gives a pane what the query leaves of its facts, and a text pane the
// report that the state asks for.
func (a *App) fill(at place, p pane.Pane) {
	if p, ok := p.(*pane.Source); ok {
		p.SetOriginal(a.raw[at.district])
		if p.Number() != a.reports[at.district] {
			p.SetReport(a.reports[at.district])
		}
	}
	switch p := p.(type) {
	case *pane.Compare:
		p.SetComparison(a.comparison())
	case *pane.List:
		p.SetSections(a.entries(draw.Tab(at.district)))
	case interface{ SetFacts([]*model.Fact) }:
		p.SetFacts(a.facts(a.corpus.Districts[at.district]))
	}
}

// panesKept is how many panes out of sight are kept made.
const panesKept = 64

// forget lets go of panes long out of sight.
func (a *App) forget() {
	if len(a.panes) <= panesKept {
		return
	}
	for at := range a.panes {
		if !a.inSight(at) {
			delete(a.panes, at)
			delete(a.filled, at)
		}
	}
}

// inSight reports whether a place belongs to a pane of the present plan.
func (a *App) inSight(at place) bool {
	for i := range a.plan.panes {
		if n := a.plan.first + i; n < len(a.order) && a.at(n) == at {
			return true
		}
	}
	return false
}

// focused is the pane that has the keys; nil when no district is shown.
func (a *App) focused() pane.Pane { return a.pane(a.focus) }

// selected is the fact under the cursor, or nil.
func (a *App) selected() *model.Fact {
	if p := a.focused(); p != nil {
		return p.Selected()
	}
	return nil
}
