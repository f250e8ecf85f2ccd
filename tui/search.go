package tui

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/style"
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
		a.Tell(a.noHits())
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
		a.Tell(a.words.Text("hits.quote", lead+hit+behind))
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
	case a.query.said > 0 && a.dialog != nil && a.view == viewSide: // while it is typed, Enter goes there
		return a.words.Text("prompt.filter.said", a.query.said)
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

// hitQuote is where the search finds the fact under the cursor, if that is in
// its quote and its row shows nothing of it.
func (a *App) hitQuote() cell.Line {
	f := a.selected()
	if a.view != viewSide || f == nil || !slices.Contains(a.query.hits, f) || len(a.query.pattern.Find(f.Name)) > 0 {
		return nil
	}
	const before = 6
	lead, hit, behind := a.inQuote(f, before)
	if hit == "" {
		return nil
	}
	return cell.Line{{Text: " " + lead, Role: style.Faint}, {Text: hit, Role: style.Faint | style.Lit}, {Text: behind, Role: style.Faint}}
}

// inQuote is what the search finds first in a fact's quote, with so many characters
// before it and all behind it; "" where it finds nothing.
func (a *App) inQuote(f *model.Fact, before int) (lead, hit, behind string) {
	quote := f.Quote()
	found := a.query.pattern.Find(quote)
	if len(found) == 0 {
		return "", "", ""
	}
	at, from := found[0], found[0].Start
	for range before {
		_, n := utf8.DecodeLastRuneInString(quote[:from])
		from -= n
	}
	if from > 0 {
		lead = a.look.Glyphs.More
	}
	return lead + quote[from:at.Start], quote[at.Start:at.End], quote[at.End:]
}
