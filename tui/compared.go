package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export"
	"qubi/model/query"
	"qubi/tui/pane"
)

// A comparison takes all districts shown. Up to comparedAtOnce facts that is
// made within the key that asks for it. Beyond, a key must not wait: it brings
// the comparison of the columnsCompared districts around the focused one, which
// the first line says, and the whole is made beside the program and takes its
// place when it is there.
const (
	comparedAtOnce  = 20_000
	columnsCompared = 40
)

// comparison compares the districts shown; it is made once for a query and
// shared by the tabs.
func (a *App) comparison() *compare.Comparison {
	c := &a.compared
	if c.of != nil && c.version == a.version && (c.n == len(a.order) || c.from == a.block()) {
		return c.of
	}
	from, n := 0, len(a.order)
	if a.counts.Themes[model.NoTheme] > comparedAtOnce && n > columnsCompared {
		from = a.block()
		n = min(n-from, columnsCompared)
	}
	made := a.keysKept().Districts(a.corpus, a.comparing(from, n)).WithCodes(export.Coded(a.decided.on))
	c.of, c.version, c.from, c.n = a.sorted(made), a.version, from, n
	return c.of
}

// keysKept are the keys by which the corpus was compared before; of more facts
// than are compared at once they would take too much room.
func (a *App) keysKept() *compare.Keys {
	if a.counts.Themes[model.NoTheme] > comparedAtOnce {
		a.keys.Forget()
	}
	return a.keys.Of(a.corpus, compare.NewKeys)
}

// comparing is the query for n of the districts shown. Those of which a filter
// leaves nothing have no column, unless it leaves nothing of any.
func (a *App) comparing(from, n int) query.Filter {
	f := a.asked()
	f.Districts = a.ids(a.order[from : from+n])
	if n == 0 || len(a.chips()) == 0 {
		return f
	}
	left, last := []model.DistrictID(nil), -1
	a.corpus.Each(f, func(j int, _ *model.Fact) {
		if j != last {
			left, last = append(left, f.Districts[j]), j
		}
	})
	if left != nil {
		f.Districts = left
	}
	return f
}

// without are the districts shown that have no column in the comparison.
func (a *App) without() (names []string) {
	if len(a.order) == 0 {
		return nil
	}
	of := a.comparison()
	if len(of.Districts) == a.compared.n {
		return nil
	}
	for _, i := range a.order[a.compared.from : a.compared.from+a.compared.n] {
		if d := a.corpus.Districts[i]; !slices.Contains(of.Districts, d) {
			names = append(names, a.look.Named(d))
		}
	}
	return names
}

// block is the first of the districts that are compared together while the
// whole is made, the focused one among them.
func (a *App) block() int { return a.focus / columnsCompared * columnsCompared }

// compareAll has the whole comparison made beside the program, where only a
// part of it is on view. One is made at a time.
func (a *App) compareAll() {
	c := &a.compared
	if a.view != viewCompare || c.of == nil || c.version != a.version || c.making {
		return
	}
	if c.n == len(a.order) {
		a.makeTables()
		return
	}
	c.making = true
	corpus, f, version, coded := a.corpus, a.comparing(0, len(a.order)), a.version, export.Coded(a.decided.on)
	a.Run(func() tea.Msg {
		all := compare.Districts(corpus, f).WithCodes(coded)
		for _, r := range all.Rows() {
			r.Verdict()
		}
		all.Counts()
		all.Names()
		return comparedMsg{all, version}
	})
}

// makeTables has the tables of the comparison made beside the program that were
// not looked at yet, so that they open at once.
func (a *App) makeTables() {
	of := a.compared.of
	if a.compared.ahead == of {
		return
	}
	a.compared.ahead = of
	a.Run(func() tea.Msg {
		of.Counts()
		of.Names()
		of.Times()
		of.Stages()
		of.Bars()
		return nil
	})
}

// comparedAll takes the whole comparison, unless the query has changed since;
// the cursor stays in its district's column.
func (a *App) comparedAll(msg comparedMsg) {
	c := &a.compared
	c.making = false
	if msg.version != a.version {
		return
	}
	c.of, c.version, c.from, c.n = a.sorted(msg.of), msg.version, 0, len(a.order)
	for at, p := range a.panes {
		if p, ok := p.(*pane.Compare); ok {
			p.SetComparison(a.compared.of)
			a.filled[at] = a.version
		}
	}
	if a.search != "" && a.view == viewCompare { // other rows and columns hold the hits now
		a.research(a.asked())
	}
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

// value is the fact's number as the report writes it, with the sign of its
// bound, or its name: over 89 is not 89. A place in an order is its rank.
func value(f *model.Fact) string {
	switch {
	case !f.HasValue:
		return f.Name
	case f.Ordinal():
		return f.Rank
	}
	q := f.Stated()
	return q.Sign() + q.Value.String() + q.Unit
}

// comparedRow is the row of indicators under the cursor, or nil.
func (a *App) comparedRow() *compare.Row {
	if p, ok := a.focused().(*pane.Compare); ok {
		return p.Row()
	}
	return nil
}
