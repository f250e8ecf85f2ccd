package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/pane"
)

// isOpen reports whether something that folds is open. A search looks into all
// of it.
func (a *App) isOpen(id string) bool { return a.search != "" || a.unfolded[id] }

// folder is a pane whose parts fold away.
type folder interface {
	Fold() string           // the fold whose line has the cursor; "" for none
	FoldHere() string       // the fold that the cursor stands in
	FoldAt(x, y int) string // the fold whose line or sign is at a cell
	ToFold(id string)       // puts the cursor there
}

// toggleFold opens or closes what folds.
func (a *App) toggleFold(id string) {
	a.change(func() { a.unfolded = clone(a.unfolded); a.unfolded[id] = !a.unfolded[id] })
	for at, p := range a.panes {
		a.fill(at, p)
	}
}

// fold closes what the cursor stands in, or opens it.
func (a *App) fold() {
	p, ok := a.focused().(folder)
	if !ok || p.FoldHere() == "" {
		return
	}
	id := p.FoldHere()
	a.toggleFold(id)
	p.ToFold(id)
}

// entries are the rows of a list of the comparison, and what they are of.
func (a *App) entries(tab pane.Tab) (cell.Line, []pane.Section) {
	switch tab {
	case pane.TabRanking:
		return a.rankingEntries()
	case pane.TabTime:
		return a.look.Time(a.comparison())
	case pane.TabChart:
		return a.look.Chart(a.comparison())
	}
	return a.look.Finds(a.findsTitle(), a.finds())
}

// rankingEntries are the districts by the row that was chosen: of indicators or
// of counts.
func (a *App) rankingEntries() (cell.Line, []pane.Section) {
	p := a.table(a.ranked)
	if r, ok := p.CountRow(); ok {
		return a.look.RankingOfCounts(a.comparison(), r)
	}
	r := p.Row()
	if r == nil {
		if rows := a.comparison().Rows(); len(rows) > 0 {
			r = rows[0]
		} else {
			return nil, nil
		}
	}
	return a.look.Ranking(a.comparison(), r)
}

// table is a table of the comparison, in sight or not, where it stands.
func (a *App) table(tab pane.Tab) *pane.Compare {
	at := place{viewCompare, int(tab)}
	p, ok := a.panes[at].(*pane.Compare)
	if !ok {
		p = pane.NewCompare(a.look, tab)
		a.panes[at] = p
	}
	if a.filled[at] != a.version {
		a.fill(at, p)
		a.filled[at] = a.version
		p.SetPlace(a.places[at])
	}
	return p
}

// toTab shows another table of the comparison.
func (a *App) toTab(tab pane.Tab) {
	if from := pane.Tab(a.tab); tab == pane.TabRanking && from <= pane.TabCounts {
		a.ranked = from
	}
	a.tab = int(tab)
	delete(a.filled, place{viewCompare, a.tab}) // what it lists depends on more than the query
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
	a.places[place{viewCompare, int(a.ranked)}] = p.Place()
	a.toTab(pane.TabRanking)
}

// openCell goes from a table to what lies behind: the rows of a fold, the ranking
// of a name, the facts of a cell.
func (a *App) openCell(p *pane.Compare) tea.Cmd {
	if r, _ := p.CountRow(); p.OnName() && pane.Tab(a.tab) <= pane.TabCounts && r.Code == "" {
		from := a.tab
		a.change(func() { a.toTab(pane.TabRanking) })
		a.opened = append(slices.Clone(a.opened), layer{layerView, viewCompare, from})
		return nil
	}
	if r, ok := p.CountRow(); ok && r.Code != "" {
		a.askPassages(r.Code, p.District())
		return nil
	}
	return a.openFacts(p.Facts())
}

// openEntry goes from a row of a list to its place in the text.
func (a *App) openEntry(e pane.Entry) tea.Cmd {
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
	ask.Choose(a, &ask.Menu{Title: a.words.Text("title.cell", len(facts)), Items: func() []ask.Item { return items },
		Pick: func(id string) tea.Cmd {
			i, _ := strconv.Atoi(id)
			return a.readFact(facts[i])
		}})
	return nil
}

// toSpot shows a place in a text.
func (a *App) toSpot(s pane.Spot) {
	for i, n := range a.order {
		number := slices.Index(a.corpus.Districts[n].Reports, s.Report)
		if number < 0 {
			continue
		}
		a.last, a.view, a.focus = a.view, viewSource, i
		a.reports[n] = number
		a.requery()
		a.derive()
		if p, ok := a.focused().(*pane.Source); ok {
			a.fill(a.at(i), p)
			p.GoTo(s.At)
		}
		return
	}
}

// finds are the places in the texts that the search finds, by district and date,
// each with its paragraph around it.
func (a *App) finds() []pane.Find {
	var all []pane.Find
	if a.query.pattern == nil {
		return nil
	}
	for _, hit := range a.textHits(a.query.pattern) {
		d := a.corpus.Districts[a.order[hit.pane]]
		r := d.Reports[hit.report]
		for _, para := range r.Paragraphs {
			if hit.at < para.Start || hit.at >= para.End {
				continue
			}
			text := r.Quote(para)
			found := hit.at - para.Start
			end := found + hit.size
			all = append(all, pane.Find{Spot: pane.Spot{Report: r, At: hit.at}, District: d, Before: text[:found], Hit: text[found:end],
				Behind: strings.TrimRight(text[end:], "\n"), Fact: stating(r, hit.at)})
		}
	}
	return all
}

// stating is the fact in whose quote a place lies, else the first of its
// sentence, or nil.
func stating(r *model.Report, at int) (near *model.Fact) {
	for _, f := range r.Facts {
		if f.Place.Quote.Start <= at && at < f.Place.Quote.End {
			return f
		}
		if near == nil && f.Place.Sentence.Start <= at && at < f.Place.Sentence.End {
			near = f
		}
	}
	return near
}

// findsTitle says what was looked for, and how often it stands in the texts.
func (a *App) findsTitle() string {
	if a.query.pattern == nil {
		return a.words.Text("finds.none", a.keyFor("search"))
	}
	return a.words.Text("finds.of", a.search, len(a.textHits(a.query.pattern)))
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
	a.toTab(pane.TabFinds)
	a.opened = append(slices.Clone(a.opened), from)
	a.requery()
	a.derive()
	if p, ok := a.focused().(*pane.List); ok {
		p.GoTo(0)
		p.Seek(at)
	}
}
