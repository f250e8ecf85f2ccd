package tui

import (
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/notes"
	"qubi/model/query"
	"qubi/tui/draw"
	"qubi/tui/pane"
)

// requery makes filter and search anew from the state. Panes are filled and
// facts counted again only if the filter is another one: a search changes
// neither.
func (a *App) requery() {
	f := a.asked()
	a.look.Themes = f.Themes
	a.look.Order, a.look.RowOrder = a.orderWords()
	if a.sort.by == query.ByText && !a.sort.reverse {
		a.look.Order = "" // the order that nobody asked for needs no name on every heading
	}
	if now := (filled{a.dim, f, a.sort, a.order}); a.anew || !now.same(a.asking) {
		a.version, a.anew = a.version+1, false
		a.asking, a.counts, a.passing = now, a.corpus.Counts(f), a.corpus.Passing(f)
	}
	a.research(f)
}

// same reports whether panes would be filled with the same facts.
func (f filled) same(g filled) bool {
	return f.dim == g.dim && f.sort == g.sort && slices.Equal(f.order, g.order) && f.filter.Equal(g.filter)
}

// research makes the search anew.
func (a *App) research(f query.Filter) {
	a.query, a.look.Lit = searched{}, nil
	for at := range a.filled { // what folds is open while something is searched for
		if at.view == viewCompare {
			delete(a.filled, at)
		}
	}
	if strings.TrimSpace(a.search) == "" {
		if f.Expr != nil {
			a.look.Lit = f.Expr.Find // what a fact was found by
		}
		return
	}
	p := query.NewPattern(a.search)
	a.query.pattern, a.look.Lit = p, p.Find
	if a.view == viewSource {
		a.query.texts, a.query.at = a.textHits(p), -1
		return
	}
	if a.view == viewCompare {
		a.searchTable(p)
		return
	}
	a.query.hits = a.corpus.Search(f, p)
	switch {
	case len(a.query.hits) == 0:
		a.searchBeyond(f, p)
	case a.dialog == nil && a.fewTexts(): // nobody types: the words told when it was typed stay
		a.query.said = len(a.textHits(p))
	}
}

// searchTable looks for a pattern in the table in sight.
func (a *App) searchTable(p *query.Pattern) {
	of := a.comparison()
	a.query.hits = a.corpus.Search(of.Filter, p)
	a.query.found = make(map[*model.Fact]bool, len(a.query.hits))
	for _, f := range a.query.hits {
		a.query.found[f] = true
	}
	if table, ok := a.focused().(*pane.Compare); ok {
		a.query.rows = table.Found(a.query.found)
	}
	if len(a.query.rows) == 0 {
		a.searchBeyond(of.Filter, p)
	}
}

// fewTexts reports whether the texts shown are so few that they can be looked
// through at every key.
func (a *App) fewTexts() bool {
	const few = 60
	n := 0
	for _, i := range a.order[:min(len(a.order), few)] {
		n += len(a.corpus.Districts[i].Reports)
	}
	return n <= few && len(a.order) <= few
}

// searchBeyond looks where the facts in sight are not: in the names of the
// districts, in the texts, and for what filters and hidden panes keep out of
// sight.
func (a *App) searchBeyond(f query.Filter, p *query.Pattern) {
	for i, n := range a.order {
		d := a.corpus.Districts[n]
		if p.Match(d.City + d.Name) {
			a.query.heads = append(a.query.heads, i)
		}
	}
	if a.view != viewSource && a.fewTexts() {
		a.query.said = len(a.textHits(p))
	}
	if len(a.chips()) > 0 {
		a.query.outside = len(a.corpus.Search(query.Filter{Districts: f.Districts}, p))
	}
	if len(a.order) < len(a.corpus.Districts) && a.query.outside == 0 {
		a.query.hidden = len(a.corpus.Search(query.Filter{}, p))
	}
}

// asked is the filter with the districts shown and the marks as they are now.
func (a *App) asked() query.Filter {
	f := a.filter
	if a.marked {
		f.Marked = a.notes.Marked()
	}
	if a.code != "" {
		f.Marked = a.coded(f.Marked)
	}
	if len(a.order) == 0 {
		// None would mean all of them; this names no district.
		f.Districts = []model.DistrictID{{Name: "-", City: "-"}}
	} else if len(a.order) < len(a.corpus.Districts) {
		f.Districts = a.ids(a.order)
	}
	return f
}

// ids name the districts of some numbers.
func (a *App) ids(districts []int) []model.DistrictID {
	return model.Map(districts, func(d int) model.DistrictID { return a.corpus.Districts[d].ID() })
}

// of is the filter for one district alone.
func (a *App) of(d *model.District) query.Filter {
	f := a.asked()
	f.Districts = []model.DistrictID{d.ID()}
	return f
}

// facts are a district's facts to be shown: those that pass, or all of them
// when the others are dimmed instead of hidden.
func (a *App) facts(d *model.District) []*model.Fact {
	f := a.of(d)
	if a.dim {
		f = query.Filter{Districts: []model.DistrictID{d.ID()}}
	}
	facts := a.corpus.Select(f)
	if a.dim {
		facts = a.withRejected(d, facts)
	}
	if a.sort.by == query.ByText && !a.sort.reverse {
		return facts
	}
	return query.Sort(facts, a.sort.by, a.sort.reverse)
}

// factState tells a pane what the query and the user say of a fact.
func (a *App) factState(f *model.Fact) draw.State {
	var note notes.Note
	if a.notes.Len() > 0 { // a fact's key is not made for nothing
		note = a.notes.At(f)
	}
	return draw.State{Dimmed: a.dim && !a.passes(f), Marked: note.Marked, Noted: note.Text != "", Check: f.Mark}
}

// passes reports whether a fact is one that the filters ask for.
func (a *App) passes(f *model.Fact) bool { return f.Mark != model.Rejected && a.passing(f) }

// chips are the active filters; the districts have their own place.
func (a *App) chips() []query.Chip {
	all := a.filter.Chips()
	if a.marked {
		all = append(all, query.Chip{Of: query.ChipMarked})
	}
	if a.code != "" {
		all = append(all, query.Chip{Of: query.ChipCode, Choice: a.code})
	}
	return all
}

// coded are the keys of the facts within the code that is filtered for, of those
// marked where only these are asked for.
func (a *App) coded(marked map[model.Key]bool) map[model.Key]bool {
	keys := map[model.Key]bool{}
	for k := range a.within() {
		if marked == nil || marked[k] {
			keys[k] = true
		}
	}
	return keys
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
