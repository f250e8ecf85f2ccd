package tui

import (
	"errors"
	"strings"

	"qubi/model"
	"qubi/tui/pane"
)

// query is the state's filter and search made ready, and thrown away whenever
// either changes.
type query struct {
	expr    *model.Expr
	pattern *model.Pattern
	wrong   *model.SyntaxError // of the filter text; the filter before it stays in force
}

// requery makes the query anew from the state.
func (a *App) requery() {
	a.version++
	if a.query.expr.Text() != strings.TrimSpace(a.filter) {
		expr, err := model.ParseExpr(a.filter)
		a.query.wrong = nil
		if errors.As(err, &a.query.wrong) {
			a.filter = a.query.expr.Text()
		} else {
			a.query.expr = expr
		}
	}
	a.query.pattern, a.look.Lit = nil, nil
	if strings.TrimSpace(a.search) != "" {
		a.query.pattern = model.NewPattern(a.search)
		a.look.Lit = a.query.pattern.Find
	}
	a.recount()
}

// passes reports whether a fact is one that the filters ask for.
func (a *App) passes(f *model.Fact) bool {
	return a.themes.matches(f) && a.passesBut(f)
}

// passesBut is passes without the theme filter, for the theme bar's counts.
func (a *App) passesBut(f *model.Fact) bool {
	return (!a.marked || a.own.marked(f)) && a.query.expr.Match(f)
}

// facts are a district's facts to be shown: those that pass, or all of them
// when the others are dimmed instead of hidden.
func (a *App) facts(d *model.District) []*model.Fact {
	var out []*model.Fact
	for _, r := range d.Reports {
		for _, f := range r.Facts {
			if a.dim || a.passes(f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// factState tells a pane what the query and the user say of a fact.
func (a *App) factState(f *model.Fact) pane.State {
	return pane.State{
		Dimmed: a.dim && !a.passes(f),
		Marked: a.own.marked(f),
		Noted:  a.own.note(f) != "",
	}
}

// recount counts the facts of every theme under the query, the theme filter
// aside, so that the bar says what a digit would show.
func (a *App) recount() {
	a.counts = [12]int{}
	for _, r := range a.corpus.Reports {
		for _, f := range r.Facts {
			if !a.passesBut(f) {
				continue
			}
			a.counts[0]++
			for _, t := range f.Themes {
				a.counts[t]++
			}
		}
	}
}

// filtered reports whether any filter is active.
func (a *App) filtered() bool {
	return a.themes != 0 || a.query.expr != nil || a.marked
}

// chip is one active filter, and how to drop it.
type chip struct {
	label string
	drop  func(*state)
}

// chips are the active filters in the order of the chips line.
func (a *App) chips() []chip {
	var all []chip
	for _, t := range model.Themes() {
		if a.themes != 0 && a.themes.has(t) {
			all = append(all, chip{a.words.Text("chip.theme", a.theme(t)), func(s *state) { s.themes &^= 1 << t }})
		}
	}
	for _, c := range a.query.expr.Clauses() {
		rest := a.query.expr.Without(c)
		all = append(all, chip{c, func(s *state) { s.filter = rest.Text() }})
	}
	if a.marked {
		all = append(all, chip{a.words.Text("chip.marked"), func(s *state) { s.marked = false }})
	}
	return all
}

// theme is a theme's word in the language of the interface.
func (a *App) theme(t model.Theme) string { return a.words.Text("theme." + themeNumber(t)) }
