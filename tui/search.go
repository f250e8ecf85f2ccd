package tui

import (
	"fmt"
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// askSearch opens the search line; hits are lit while typing.
func (a *App) askSearch() tea.Cmd {
	from := a.state.copy()
	return a.ask(&ask.Prompt{
		Label: a.words.Text("prompt.search"), Field: ask.NewField(""),
		Live: func(value string) { // each text is looked for from where the search began
			a.search = value
			a.stand(from)
			a.requery()
			a.nearest()
		},
		Accept: func(_ string) tea.Cmd {
			a.nearest()
			a.tellHit()
			a.showFinds()
			return nil
		},
		Tell: func(value string) (string, int) {
			if value == "" {
				return a.words.Text("prompt.search.how"), -1
			}
			return a.hitsText(), -1
		},
	})
}

// hitsText says which hit of how many the cursor is on.
func (a *App) hitsText() string {
	n, at := a.hitAt()
	switch {
	case n == 0:
		return a.noHits()
	case at < 0:
		return a.words.Text("hits", n)
	}
	return fmt.Sprintf("%d/%d", at+1, n)
}

// hitAt is how many hits there are, and which of them the cursor is on, or -1.
func (a *App) hitAt() (n, at int) {
	switch a.view {
	case viewSource:
		return len(a.query.texts), a.query.at
	case viewCompare:
		if p, ok := a.focused().(*pane.List); ok {
			rows := p.Spots()
			return len(rows), slices.Index(rows, p.Place().Cursor)
		}
		if p := a.focused(); p != nil {
			at = p.Place().Cursor
		}
		return len(a.query.rows), slices.Index(a.query.rows, at)
	}
	return len(a.query.hits), slices.Index(a.query.hits, a.selected())
}

// noHits says that nothing is found, and where else it would be: in the name of
// a district, outside the filter, in hidden panes.
func (a *App) noHits() string {
	switch {
	case len(a.query.hits) > 0: // of facts that this table does not show
		return a.words.Text("hits.table", len(a.query.hits))
	case a.query.outside > 0:
		return a.words.Text("hits.outside", a.query.outside)
	case a.query.hidden > 0:
		return a.words.Text("hits.hidden", a.query.hidden)
	case len(a.query.heads) > 0:
		return a.words.Text("hits.heads", len(a.query.heads)) + a.saidText()
	case a.query.said > 0:
		return a.words.Text("hits.nofact") + a.saidText()
	}
	return a.words.Text("hits.none")
}

// saidText tells of places in the texts.
func (a *App) saidText() string {
	if a.query.said == 0 {
		return ""
	}
	return a.words.Text("hits.said", a.query.said, a.keyFor("source"))
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
	quote := f.Quote()
	if found := p.Find(quote); len(found) > 0 {
		const before = 12
		runes := []rune(quote[:found[0].Start])
		from := max(0, len(runes)-before)
		lead := ""
		if from > 0 {
			lead = a.look.Glyphs.More
		}
		a.tell(a.words.Text("hits.quote", lead+string(runes[from:])+quote[found[0].Start:]))
	}
}

// tableHit goes to the next or previous row that the search finds.
func (a *App) tableHit(by int) {
	if p, ok := a.focused().(*pane.List); ok {
		rows := p.Spots()
		i, on := slices.BinarySearch(rows, p.Place().Cursor)
		if on || by < 0 {
			i += by
		}
		p.GoTo(rows[(i+len(rows))%len(rows)])
		return
	}
	p, ok := a.focused().(*pane.Compare)
	if !ok {
		return
	}
	rows, here := a.query.rows, p.Place().Cursor
	i, on := slices.BinarySearch(rows, here)
	if on || by < 0 {
		i += by
	}
	p.GoTo(rows[(i+len(rows))%len(rows)], a.query.found)
}

// leaveTable follows the search to a table that shows what it finds, or to the
// panes, where every fact is.
func (a *App) leaveTable() {
	hits, found, tab := a.query.hits, a.query.found, a.tab
	for a.tab = 0; a.tab < int(pane.TabRanking); a.tab++ {
		p, ok := a.focused().(*pane.Compare)
		if !ok || a.tab == int(pane.TabCounts) {
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
	n := len(a.query.heads)
	if n == 0 {
		return
	}
	i, on := slices.BinarySearch(a.query.heads, a.focus)
	if on || by < 0 {
		i += by
	}
	a.focus = a.query.heads[(i+n)%n]
	a.derive()
	if p, ok := a.focused().(*pane.Compare); ok {
		p.ShowDistrict(a.corpus.Districts[a.order[a.focus]])
	}
}

// reveal puts the cursor on a fact, in whichever pane it is.
func (a *App) reveal(f *model.Fact) {
	for i, n := range a.order {
		d := a.corpus.Districts[n]
		if d.ID() == f.Report.DistrictID() {
			a.focus = i
			if p, ok := a.pane(i).(interface{ Show(*model.Fact) bool }); ok {
				p.Show(f)
			}
			if p, ok := a.pane(i).(*pane.Source); ok {
				a.reports[n] = p.Number()
			}
			a.derive()
			a.follow()
			return
		}
	}
}

// beforeHit is how many characters a quote shows before what is found in it.
const beforeHit = 6

// hitQuote is where the search finds the fact under the cursor, if that is in
// its quote and its row shows nothing of it.
func (a *App) hitQuote() cell.Line {
	f := a.selected()
	if a.view != viewSide || f == nil || !slices.Contains(a.query.hits, f) || len(a.query.pattern.Find(f.Name)) > 0 {
		return nil
	}
	quote := f.Quote()
	found := a.query.pattern.Find(quote)
	if len(found) == 0 {
		return nil
	}
	at, from := found[0], found[0].Start
	for range beforeHit {
		_, n := utf8.DecodeLastRuneInString(quote[:from])
		from -= n
	}
	lead := " "
	if from > 0 {
		lead += a.look.Glyphs.More
	}
	return cell.Line{{Text: lead + quote[from:at.Start], Role: style.Faint}, {Text: quote[at.Start:at.End], Role: style.Faint | style.Lit},
		{Text: quote[at.End:], Role: style.Faint}}
}
