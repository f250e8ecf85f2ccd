package tui

import (
	"slices"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// open goes one level deeper: from a cell of the comparison to the facts
// behind it, from a fact to its sentence in the text; in the text it opens the
// drawer.
func (a *App) open() {
	if p, ok := a.focused().(folder); ok && p.Fold() != "" {
		a.fold()
		return
	}
	switch p := a.focused().(type) {
	case *pane.Compare:
		a.openCell(p)
		return
	case *pane.List:
		a.openEntry(p.Entry())
		return
	}
	switch why := a.lacks("why.fact"); {
	case why != "":
		a.Tell(a.reason(why))
	case a.view == viewSource:
		a.change(func() { a.drawer = !a.drawer })
	default:
		a.read()
	}
}

// read opens the text at the sentence of the fact under the cursor.
func (a *App) read() { a.readFact(a.selected()) }

// readFact opens the text at a fact's sentence.
func (a *App) readFact(f *model.Fact) {
	a.dialog = nil
	a.change(func() {
		a.show(viewSource)
		a.reveal(f)
	})
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
func (a *App) openCell(p *pane.Compare) {
	if a.ranks(p) {
		from := a.tab
		a.change(func() { a.toTab(draw.TabRanking) })
		a.opened = append(slices.Clone(a.opened), layer{layerView, viewCompare, from})
	} else if r, ok := p.CountRow(); ok && r.Code != "" {
		a.askPassages(r.Code, p.District())
	} else {
		a.openFacts(p.Facts())
	}
}

// ranks reports whether the cursor is on a name whose ranking opens.
func (a *App) ranks(p *pane.Compare) bool {
	r, _ := p.CountRow()
	return p.OnName() && draw.Tab(a.tab) <= draw.TabCounts && r.Code == ""
}

// openEntry goes from a row of a list to its place in the text.
func (a *App) openEntry(e draw.Entry) {
	if e.Spot.Report != nil {
		a.change(func() { a.toSpot(e.Spot) })
	} else {
		a.openFacts(e.Facts)
	}
}

// openFacts lists facts; a lone one is opened at once.
func (a *App) openFacts(facts []*model.Fact) {
	switch len(facts) {
	case 0:
		a.Tell(a.words.Text("why.cell"))
		return
	case 1:
		a.readFact(facts[0])
		return
	}
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.cell", len(facts)), Items: func() []ask.Item {
		return model.Map(facts, func(f *model.Fact) ask.Item { return a.factItem(f, f.Quote()) })
	}})
}

// factItem is a fact in a list of which one is to be read.
func (a *App) factItem(f *model.Fact, detail string) ask.Item {
	return ask.Item{Label: a.look.Told(f).String(), Detail: detail, Do: func() { a.readFact(f) }}
}
