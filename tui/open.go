package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// open goes one level deeper: from a cell of the comparison to the facts
// behind it, from a fact to its sentence in the text; in the text it opens the
// drawer.
func (a *App) open() tea.Cmd {
	if p, ok := a.focused().(folder); ok && p.Fold() != "" {
		a.fold()
		return nil
	}
	switch p := a.focused().(type) {
	case *pane.Compare:
		return a.openCell(p)
	case *pane.List:
		return a.openEntry(p.Entry())
	}
	if why := a.lacks("why.fact"); why != "" {
		a.tell(a.reason(why))
		return nil
	}
	if a.view == viewSource {
		a.change(func() { a.drawer = !a.drawer })
		return nil
	}
	return a.read()
}

// read opens the text at the sentence of the fact under the cursor.
func (a *App) read() tea.Cmd { return a.readFact(a.selected()) }

// readFact opens the text at a fact's sentence.
func (a *App) readFact(f *model.Fact) tea.Cmd {
	a.dialog = nil
	a.change(func() {
		a.show(viewSource)
		a.reveal(f)
	})
	return nil
}

// original shows the file's own text beside the clean one.
func (a *App) original() {
	if p, ok := a.focused().(*pane.Source); ok {
		d := a.order[a.focus]
		a.raw[d] = !a.raw[d]
		p.SetOriginal(a.raw[d])
	}
}

// nextReport shows the district's next report.
func (a *App) nextReport() {
	p, ok := a.focused().(*pane.Source)
	if !ok {
		return
	}
	d := a.order[a.focus]
	n := len(a.corpus.Districts[d].Reports)
	a.reports[d] = (a.reports[d] + 1) % n
	p.SetReport(a.reports[d])
	a.fill(a.at(a.focus), p)
}

// turn shows the comparison's next table, or the one before.
func (a *App) turn(by int) {
	n := int(draw.TabCount)
	a.toTab(draw.Tab((a.tab + by + n) % n))
}

// openCell goes from a table to what lies behind: the rows of a fold, the ranking
// of a name, the facts of a cell.
func (a *App) openCell(p *pane.Compare) tea.Cmd {
	if a.ranks(p) {
		from := a.tab
		a.change(func() { a.toTab(draw.TabRanking) })
		a.opened = append(slices.Clone(a.opened), layer{layerView, viewCompare, from})
		return nil
	}
	if r, ok := p.CountRow(); ok && r.Code != "" {
		a.askPassages(r.Code, p.District())
		return nil
	}
	return a.openFacts(p.Facts())
}

// ranks reports whether the cursor is on a name whose ranking opens.
func (a *App) ranks(p *pane.Compare) bool {
	r, _ := p.CountRow()
	return p.OnName() && draw.Tab(a.tab) <= draw.TabCounts && r.Code == ""
}

// openEntry goes from a row of a list to its place in the text.
func (a *App) openEntry(e draw.Entry) tea.Cmd {
	if e.Spot.Report != nil {
		a.change(func() { a.toSpot(e.Spot) })
		return nil
	}
	return a.openFacts(e.Facts)
}

// openFacts lists facts; a lone one is opened at once.
func (a *App) openFacts(facts []*model.Fact) tea.Cmd {
	switch len(facts) {
	case 0:
		a.tell(a.words.Text("why.cell"))
		return nil
	case 1:
		return a.readFact(facts[0])
	}
	items := make([]ask.Item, len(facts))
	for i, f := range facts {
		items[i] = ask.Item{ID: strconv.Itoa(i), Label: a.look.Told(f).String(), Detail: f.Quote()}
	}
	a.chooseFact(a.words.Text("title.cell", len(facts)), items, facts)
	return nil
}

// chooseFact opens a list of facts, told by their number, of which one is to be read.
func (a *App) chooseFact(title string, items []ask.Item, facts []*model.Fact) {
	ask.Choose(a, &ask.Menu{Title: title, Items: func() []ask.Item { return items }, Pick: func(id string) tea.Cmd {
		i, _ := strconv.Atoi(id)
		return a.readFact(facts[i])
	}})
}
