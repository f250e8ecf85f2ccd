package tui

import (
	"qubi/model/query"
	"qubi/tui/pane"
)

// sortBy takes the next order of facts and rows; the rows of indicators are
// ordered by the district whose column the cursor is in.
func (a *App) sortBy() {
	orders := query.Orders()
	a.sort.by = orders[(int(a.sort.by)+1)%len(orders)]
	a.sort.reverse = false
	if len(a.order) > 0 {
		a.sort.district = a.order[a.focus]
	}
	if p, ok := a.focused().(*pane.Compare); ok {
		for i, d := range a.corpus.Districts {
			if d == p.District() {
				a.sort.district = i
			}
		}
	}
	a.tellOrder()
}

// turnOrder turns the order round.
func (a *App) turnOrder() {
	a.sort.reverse = !a.sort.reverse
	a.tellOrder()
}

// tellOrder names the order that the view on screen has now.
func (a *App) tellOrder() {
	facts, rows := a.orderWords()
	if a.view == viewCompare {
		facts = rows
	}
	a.Tell(facts)
}
