package tui

import (
	"slices"

	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// askSearch opens the search line; hits are lit while typing.
func (a *App) askSearch() {
	from := a.state.copy()
	a.ask(&ask.Prompt{
		Label: a.words.Text("prompt.search"), Field: ask.NewField(""),
		Live: func(value string) { // each text is looked for from where the search began
			a.search = value
			a.stand(from)
			a.requery()
			a.nearest()
		},
		Accept: func(_ string) {
			a.nearest()
			a.tellHit()
			a.showFinds()
		},
		Tell: func(value string) (string, int) {
			if value == "" {
				return a.words.Text("prompt.search.how"), -1
			}
			return a.hitsText(), -1
		},
	})
}

// nearest goes to the first hit of the focused pane, else to the first; in
// texts and tables to the one at the cursor or after it.
func (a *App) nearest() {
	n, at := a.hitAt()
	switch {
	case n == 0:
		a.toHead(0)
	case at >= 0:
	case a.view != viewSide:
		a.hit(1)
	default:
		d := a.corpus.Districts[a.order[a.focus]]
		for _, f := range a.query.hits {
			if f.Report.DistrictID() == d.ID() {
				a.reveal(f)
				return
			}
		}
		a.reveal(a.query.hits[0])
	}
}

// hit goes to the next or previous hit, over all panes.
func (a *App) hit(by int) {
	n, i := a.hitAt()
	switch {
	case n == 0 && len(a.query.hits) > 0:
		a.change(func() { a.leaveTable() })
	case n == 0:
		a.toHead(by)
		a.tell(a.noHits())
	case a.view == viewSource:
		a.textHit(by)
	case a.view == viewCompare:
		a.tableHit(by)
	default:
		if i < 0 && by < 0 {
			i = 0
		}
		a.reveal(a.query.hits[(i+by+n)%n])
		a.tellHit()
	}
}

// tellHit says what was found where the row under the cursor does not show it:
// in the words of the report.
func (a *App) tellHit() {
	f, p := a.selected(), a.query.pattern
	if a.view != viewSide || f == nil || p == nil {
		return
	}
	for _, name := range []string{f.Name, f.Indicator, f.Group} {
		if len(p.Find(name)) > 0 {
			return
		}
	}
	const before = 12
	if lead, hit, behind := a.inQuote(f, before); hit != "" {
		a.tell(a.words.Text("hits.quote", lead+hit+behind))
	}
}

// tableHit goes to the next or previous row that the search finds.
func (a *App) tableHit(by int) {
	if p, ok := a.focused().(*pane.List); ok {
		p.GoTo(beside(p.Spots(), p.Place().Cursor, by))
	} else if p, ok := a.focused().(*pane.Compare); ok {
		p.GoTo(beside(a.query.rows, p.Place().Cursor, by), a.query.found)
	}
}

// beside is the next or previous of some places, or, by 0, the nearest, from where the
// cursor stands; behind the last comes the first.
func beside(all []int, here, by int) int {
	i, on := slices.BinarySearch(all, here)
	if on || by < 0 {
		i += by
	}
	return all[(i+len(all))%len(all)]
}

// leaveTable follows the search to a table that shows what it finds, or to the
// panes, where every fact is.
func (a *App) leaveTable() {
	hits, found, tab := a.query.hits, a.query.found, a.tab
	for a.tab = 0; a.tab < int(draw.TabRanking); a.tab++ {
		p, ok := a.focused().(*pane.Compare)
		if !ok || a.tab == int(draw.TabCounts) {
			continue
		}
		if rows := p.Found(found); len(rows) > 0 {
			a.derive()
			p.GoTo(rows[0], found)
			return
		}
	}
	a.tab = tab
	a.last, a.view = a.view, viewSide
	a.derive()
	a.reveal(hits[0])
}

// toHead goes to a pane whose district is what the search means: the next or
// previous one, or, by 0, the nearest.
func (a *App) toHead(by int) {
	if len(a.query.heads) == 0 {
		return
	}
	a.focus = beside(a.query.heads, a.focus, by)
	a.derive()
	if p, ok := a.focused().(*pane.Compare); ok {
		p.ShowDistrict(a.corpus.Districts[a.order[a.focus]])
	}
}
