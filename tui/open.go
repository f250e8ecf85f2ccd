package tui

import (
	tea "charm.land/bubbletea/v2"

	"qubi/model"
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
	if why := needsFact(a); why != "" {
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
	n := int(pane.TabCount)
	a.toTab(pane.Tab((a.tab + by + n) % n))
}
