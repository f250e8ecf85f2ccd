package tui

import (
	"strings"

	"qubi/model"
	"qubi/tui/pane"
)

// query is the search made ready, and what it finds; derived from the state.
type query struct {
	pattern *model.Pattern

	texts []textHit     // instead of facts, where texts are shown
	at    int           // the text hit gone to last
	hits  []*model.Fact // in the order of the panes

	outside int // hits that the filters hide, counted when they leave none
}

// requery makes filter and search anew from the state. Panes are filled and
// facts counted again only if the filter is another one: a search changes
// neither.
func (a *App) requery() {
	f := a.asked()
	a.look.Themes = f.Themes
	a.look.Order, a.look.RowOrder = a.orderWords()
	if now := (filled{a.dim, f, a.sort}); a.version == 0 || !now.same(a.asking) {
		a.version++
		a.asking, a.counts = now, a.corpus.Counts(f)
	}
	a.research(f)
}

// filled is what the panes' facts depend on.
type filled struct {
	dim    bool
	filter model.Filter
	sort   sorting
}

// same reports whether panes would be filled with the same facts.
func (f filled) same(g filled) bool {
	return f.dim == g.dim && f.sort == g.sort && f.filter.Equal(g.filter)
}

// research makes the search anew.
func (a *App) research(f model.Filter) {
	a.query, a.look.Lit = query{}, nil
	if strings.TrimSpace(a.search) == "" {
		return
	}
	p := model.NewPattern(a.search)
	a.query.pattern, a.look.Lit = p, p.Find
	if a.view == viewSource {
		a.query.texts, a.query.at = a.textHits(p), -1
		return
	}
	a.query.hits, _ = a.corpus.Search(f, p)
	if len(a.query.hits) == 0 && len(a.chips()) > 0 {
		outside, _ := a.corpus.Search(model.Filter{Districts: f.Districts}, p)
		a.query.outside = len(outside)
	}
}

// asked is the filter with the districts shown and the marks as they are now.
func (a *App) asked() model.Filter {
	f := a.filter
	if a.marked {
		f.Marked = a.notes.Marked()
	}
	if len(a.order) == 0 {
		// None would mean all of them; this names no district.
		f.Districts = []model.DistrictID{{Name: "-", City: "-"}}
	} else if len(a.order) < len(a.corpus.Districts) {
		f.Districts = make([]model.DistrictID, len(a.order))
		for i, d := range a.order {
			f.Districts[i] = a.corpus.Districts[d].ID()
		}
	}
	return f
}

// of is the filter for one district alone.
func (a *App) of(d *model.District) model.Filter {
	f := a.asked()
	f.Districts = []model.DistrictID{d.ID()}
	return f
}

// facts are a district's facts to be shown: those that pass, or all of them
// when the others are dimmed instead of hidden.
func (a *App) facts(d *model.District) []*model.Fact {
	f := a.of(d)
	if a.dim {
		f = model.Filter{Districts: []model.DistrictID{d.ID()}}
	}
	facts := a.corpus.Select(f)
	if a.sort.by == model.ByText && !a.sort.reverse {
		return facts
	}
	return model.Sort(facts, a.sort.by, a.sort.reverse)
}

// factState tells a pane what the query and the user say of a fact.
func (a *App) factState(f *model.Fact) pane.State {
	var note model.Note
	if a.notes.Len() > 0 { // a fact's key is not made for nothing
		note = a.notes.At(f)
	}
	return pane.State{Dimmed: a.dim && !a.passes(f), Marked: note.Marked, Noted: note.Text != ""}
}

// passes reports whether a fact is one that the filters ask for.
func (a *App) passes(f *model.Fact) bool {
	return (!a.marked || a.notes.At(f).Marked) && a.filter.Match(f)
}

// chips are the active filters; the districts have their own place.
func (a *App) chips() []model.Chip {
	all := a.filter.Chips()
	if a.marked {
		all = append(all, model.Chip{Of: model.ChipMarked})
	}
	return all
}
