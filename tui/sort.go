package tui

import (
	"qubi/model/compare"
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
	a.tell(facts)
}

// orderWords name the order of the panes' facts, and of a comparison's rows.
func (a *App) orderWords() (facts, rows string) {
	facts, rows = a.sort.by.Word(a.words.Lang), a.sort.by.RowWord(a.words.Lang)
	if a.sort.by == query.ByValue || a.sort.by == query.ByPeriod {
		rows = a.words.Text("sort.of", rows, a.look.Named(a.corpus.Districts[a.sort.district]))
	}
	if a.sort.reverse {
		facts, rows = a.words.Text("sort.reverse", facts), a.words.Text("sort.reverse", rows)
	}
	return facts, rows
}

// sorted is a comparison in the order of the state.
func (a *App) sorted(c *compare.Comparison) *compare.Comparison {
	for j, d := range c.Districts {
		if d == a.corpus.Districts[a.sort.district] {
			return c.Sorted(a.sort.by, a.sort.reverse, j)
		}
	}
	return c.Sorted(a.sort.by, a.sort.reverse, 0)
}

// needsOrder tells why what is on screen has one order only.
func needsOrder(a *App) string {
	if len(a.order) == 0 {
		return "empty.districts"
	}
	if a.view == viewSource || a.view == viewCompare && pane.Tab(a.tab) == pane.TabCounts {
		return "why.order"
	}
	return ""
}
