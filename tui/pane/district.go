package pane

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// District is one district's facts in sections: clusters, parks, projects,
// and metrics grouped by theme. The title of the section in sight stays at the
// top while its rows scroll.
type District struct {
	// Fixed.
	look     *Look
	district *model.District

	// State.
	place table.Scroll
	w, h  int

	// Derived from the facts, and the sheets from the width as well.
	rows    []row
	total   [5]int // facts by kind, without any filter
	shown   [5]int
	sheets  [5]sheet
	byKind  [5][]*model.Fact
	origins origins
	ready   int // the narrowest pane the sheets were made for; 0 when they are not made
}

// row is one line of the list: a section, a group, or a fact.
type row struct {
	fact  *model.Fact // nil for headings
	kind  model.Kind
	theme model.Theme // of the group; NoTheme outside of the metrics
	group bool
	count int // facts below a group's heading
}

// NewDistrict makes the pane of a district, with no facts in it.
func NewDistrict(look *Look, d *model.District) *District {
	p := &District{look: look, district: d}
	for _, r := range d.Reports {
		for _, f := range r.Facts {
			p.total[f.Kind]++
		}
	}
	return p
}

// SetFacts gives the pane the facts to show, in the order of their text. The
// cursor stays on its fact, or near it.
func (p *District) SetFacts(facts []*model.Fact) {
	here := p.Selected()
	p.byKind, p.ready = [5][]*model.Fact{}, 0
	for _, f := range facts {
		p.byKind[f.Kind] = append(p.byKind[f.Kind], f)
	}
	p.origins = p.look.repeated(p.district, facts)
	p.rows = p.rows[:0]
	for _, k := range model.Kinds() {
		p.shown[k] = len(p.byKind[k])
		p.rows = append(p.rows, row{kind: k})
		if k == model.Metric {
			p.addThemes(p.byKind[k])
			continue
		}
		for _, f := range p.byKind[k] {
			p.rows = append(p.rows, row{fact: f, kind: k})
		}
	}
	if !p.find(here) {
		p.settle(1)
	}
}

// Shown is how many facts are shown, dimmed ones included.
func (p *District) Shown() int {
	return p.shown[model.Cluster] + p.shown[model.Park] + p.shown[model.Project] + p.shown[model.Metric]
}

// Used is how many of the pane's lines hold something, where not all do.
func (p *District) Used() int { return p.headRows() + len(p.rows) }

// addThemes adds the metrics under a heading for each theme, in the order of
// the theme bar; facts without a theme come last.
func (p *District) addThemes(metrics []*model.Fact) {
	groups := map[model.Theme][]*model.Fact{}
	for _, f := range metrics {
		t := p.look.themeOf(f)
		groups[t] = append(groups[t], f)
	}
	for _, t := range append(model.Themes(), model.NoTheme) {
		if len(groups[t]) == 0 {
			continue
		}
		p.rows = append(p.rows, row{kind: model.Metric, theme: t, group: true, count: len(groups[t])})
		for _, f := range groups[t] {
			p.rows = append(p.rows, row{fact: f, kind: model.Metric, theme: t})
		}
	}
}

// themeOf is a fact's best theme; of those that are filtered for where any are,
// so that a fact stands under the heading it was asked for by.
func (l *Look) themeOf(f *model.Fact) model.Theme {
	for _, t := range f.Themes {
		if slices.Contains(l.Themes, t) {
			return t
		}
	}
	if len(f.Themes) == 0 {
		return model.NoTheme
	}
	return f.Themes[0]
}

// find puts the cursor on a fact; false when it is not shown.
func (p *District) find(f *model.Fact) bool {
	for i := range p.rows {
		if f != nil && p.rows[i].fact == f {
			p.place.Cursor = i
			p.keep()
			return true
		}
	}
	return false
}

// Show puts the cursor on a fact, if it is among those shown.
func (p *District) Show(f *model.Fact) bool { return p.find(f) }

// SetSize gives the pane its cells.
func (p *District) SetSize(w, h int) {
	if w != p.w {
		p.ready = 0
	}
	p.w, p.h = w, h
	p.keep()
}

// Selected is the fact under the cursor, or nil on a heading.
func (p *District) Selected() *model.Fact {
	if p.place.Cursor < len(p.rows) {
		return p.rows[p.place.Cursor].fact
	}
	return nil
}

// Place is the cursor and the first row in sight.
func (p *District) Place() table.Scroll { return p.place }

// SetPlace puts the pane back where it stood.
func (p *District) SetPlace(s table.Scroll) { p.place = s; p.keep() }

// headRows is how many rows the head takes: all of it only where there is room.
func (p *District) headRows() int {
	switch {
	case p.h < 8:
		return 1
	case p.h < 14:
		return 2
	}
	return 4
}

// keep holds the cursor in sight, one row of context above it because the
// sticky title covers the first row.
func (p *District) keep() { p.place.Keep(len(p.rows), p.h-p.headRows(), 1) }

// Lines draws head and rows.
func (p *District) Lines(focus bool) []cell.Line {
	p.measure()
	lines := p.head(focus)[:min(p.headRows(), p.h)]
	for y := 0; len(lines) < p.h; y++ {
		i := p.place.Top + y
		if y == 0 {
			i = p.sticky()
		}
		if i >= len(p.rows) {
			break
		}
		lines = append(lines, p.line(i, focus))
	}
	return p.look.fill(lines, p.w, p.h)
}

// measure makes the sections' sheets anew when facts or width changed.
func (p *District) measure() {
	narrowest := max(1, p.look.Narrowest)
	if p.ready == narrowest {
		return
	}
	var all []*model.Fact
	for _, k := range model.Kinds() {
		all = append(all, p.byKind[k]...)
	}
	for _, k := range model.Kinds() {
		if min(p.w, narrowest) < alignedAll {
			p.sheets[k] = p.look.plan(p.byKind[k], p.w-gutterWidth, p.origins)
		} else {
			p.sheets[k] = p.look.plan(all, p.w-gutterWidth, p.origins)
		}
	}
	p.ready = narrowest
}

// sticky is the row drawn first: the first in sight, or the heading of its
// section while that is scrolled away. The cursor's row is never covered.
func (p *District) sticky() int {
	top := p.place.Top
	if top >= len(p.rows) || p.rows[top].fact == nil && !p.rows[top].group || top == p.place.Cursor {
		return top
	}
	for i := top; i >= 0; i-- {
		if p.rows[i].group || p.rows[i].fact == nil {
			return i
		}
	}
	return top
}

// line draws row i.
func (p *District) line(i int, focus bool) cell.Line {
	r, here := p.rows[i], i == p.place.Cursor
	line := p.heading(r, here)
	if r.fact != nil {
		line = append(p.look.gutter(r.fact, here), p.look.row(r.fact, p.sheets[r.kind], p.w-gutterWidth)...)
		if p.look.state(r.fact).Dimmed {
			line = style.With(line, style.Dimmed)
		}
	}
	line = p.look.fit(line, p.w)
	if here && focus {
		line = style.With(line, style.Selected)
	}
	return line
}

// heading draws a section's or a group's heading.
func (p *District) heading(r row, here bool) cell.Line {
	at := " "
	if here {
		at = p.look.Glyphs.Cursor
	}
	if r.group {
		return cell.Line{text(at+" ", style.Key), text(p.look.themeWord(r.theme), style.Group),
			text(" "+strconv.Itoa(r.count), style.Faint)}
	}
	return cell.Line{text(at, style.Key), text(p.look.Glyphs.Fold, style.Section), text(r.kind.Word(p.look.Words.Lang), style.Section),
		text(" "+countOf(p.shown[r.kind], p.total[r.kind]), style.Faint)}
}

// themeWord is a theme's word; facts without a theme have one too.
func (l *Look) themeWord(t model.Theme) string {
	if t == model.NoTheme {
		return l.Words.Text("theme.none")
	}
	return t.Word(l.Words.Lang)
}
