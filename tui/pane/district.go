package pane

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// District is one district's facts in sections: clusters, parks, projects,
// and metrics grouped by theme. The title of the section in sight stays at the
// top while its rows scroll.
type District struct {
	// Fixed.
	look     *draw.Look
	district *model.District

	outline // State.

	// Derived from the facts, and the sheets from the width as well.
	rows   []row
	total  [5]int // things and numbers by kind, each once, without any filter
	shown  [5]int
	sheets *[5]draw.Sheet
	byKind [5][]*model.Fact
	told   [5][]draw.Telling
	notes  draw.Notes
	checks cell.Line // how many facts people decided on
	ready  table.Memo[made, *[5]draw.Sheet]
}

// made is what the sheets of a pane depend on beside its facts and its size.
type made struct {
	narrowest int // cells of the narrowest pane in sight
	measure   cell.Measure
}

// row is one entry of the list: a section, a group, or a fact.
type row struct {
	fact  *model.Fact // the one of told that stands for all; nil for headings
	told  draw.Telling
	lines int         // how many it takes, 0 before it was measured
	block []cell.Line // what is told of the fact, nil before it was drawn
	kind  model.Kind
	theme model.Theme // of the group; NoTheme outside of the metrics
	count int         // facts below a group's heading

	without []model.Kind // of the last row: the kinds of which nothing is shown
}

// NewDistrict makes the pane of a district, with no facts in it.
func NewDistrict(look *draw.Look, d *model.District) *District {
	p := &District{look: look, district: d}
	p.outline = outline{cursor: newCursor(), margin: 1, above: p.headRows, tall: p.linesOf, reach: func(int) {}}
	var all [5][]*model.Fact
	for _, r := range d.Reports {
		for _, f := range r.Facts {
			all[f.Kind] = append(all[f.Kind], f)
		}
	}
	for k, facts := range all {
		p.total[k] = compare.CountTold(facts)
	}
	return p
}

// SetFacts gives the pane the facts to show, in the order of their text. The
// cursor stays on its fact, or near it.
func (p *District) SetFacts(facts []*model.Fact) {
	here := p.Selected()
	p.byKind, p.told = [5][]*model.Fact{}, [5][]draw.Telling{}
	p.ready.Forget()
	for _, f := range facts {
		p.byKind[f.Kind] = append(p.byKind[f.Kind], f)
	}
	p.rows, p.items = p.rows[:0], p.items[:0]
	var without []model.Kind
	for _, k := range model.Kinds() {
		p.shown[k] = compare.CountTold(draw.Accepted(p.byKind[k]))
		if len(p.byKind[k]) == 0 {
			without = append(without, k)
			continue
		}
		fold := ""
		if p.shown[k] > 0 {
			fold = p.foldID(k, model.NoTheme)
		}
		if p.addHeading(row{kind: k}, sectionLevel, fold) {
			p.told[k] = tellings(p.byKind[k])
			continue
		}
		if k == model.Metric {
			p.addThemes(p.byKind[k])
		} else {
			p.add(k, model.NoTheme, p.byKind[k])
		}
	}
	if len(without) > 0 {
		p.addHeading(row{without: without}, sectionLevel, "")
	}
	p.notes = p.look.NotesOn(p.told)
	p.checks = p.look.Tally(facts)
	if !p.Show(here) {
		p.settle(1)
	}
}

// Shown is how many things and numbers are shown, dimmed ones included.
func (p *District) Shown() int {
	return p.shown[model.Cluster] + p.shown[model.Park] + p.shown[model.Project] + p.shown[model.Metric]
}

// Used is how many of the pane's lines hold something, where not all do.
func (p *District) Used() int { return p.headRows() + len(p.rows) }

// foldID names the fold of a kind, or of a theme among its metrics.
func (p *District) foldID(k model.Kind, t model.Theme) string {
	id := p.district.ID()
	return "side " + id.City + id.Name + " " + k.String() + " " + t.String()
}

// addThemes adds the metrics under a heading for each theme, in the order of
// the theme bar; facts without a theme come last.
func (p *District) addThemes(metrics []*model.Fact) {
	groups := map[model.Theme][]*model.Fact{}
	for _, f := range metrics {
		t := p.look.ThemeOf(f)
		groups[t] = append(groups[t], f)
	}
	for _, t := range append(model.Themes(), model.NoTheme) {
		if len(groups[t]) == 0 {
			continue
		}
		of := row{kind: model.Metric, theme: t, count: compare.CountTold(groups[t])}
		if !p.addHeading(of, groupLevel, p.foldID(model.Metric, t)) {
			p.add(model.Metric, t, groups[t])
		}
	}
}

// add adds the rows of facts, below the heading that was added last.
func (p *District) add(k model.Kind, t model.Theme, facts []*model.Fact) {
	rows, below := tellings(facts), len(p.items)-1
	p.told[k] = append(p.told[k], rows...)
	for _, told := range rows {
		p.rows = append(p.rows, row{fact: told[0], told: told, kind: k, theme: t})
		p.items = append(p.items, item{rests: true, below: below})
	}
}

// addHeading adds the row of a heading, and tells whether what stands below it is
// folded away; without the name of a fold it does not fold.
func (p *District) addHeading(r row, level int, fold string) (closed bool) {
	closed = fold != "" && p.look.Folded(fold, false)
	p.rows = append(p.rows, r)
	p.items = append(p.items, item{level, closed, fold, len(p.items)})
	return closed
}

// Show puts the cursor on a fact, which then stands for all that its row
// tells; false when it is not shown.
func (p *District) Show(f *model.Fact) bool {
	for i := range p.rows {
		if f != nil && (p.rows[i].fact == f || slices.Contains(p.rows[i].told, f)) {
			if p.place.Cursor = i; p.rows[i].fact != f {
				p.rows[i].fact, p.rows[i].block = f, nil // drawn anew: its quote is another
			}
			p.keep()
			return true
		}
	}
	return false
}

// SetSize gives the pane its cells.
func (p *District) SetSize(w, h int) {
	if w != p.w {
		p.ready.Forget()
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

// Leads reports whether something lies behind the cursor's row: a fact's sentence,
// or what is folded.
func (p *District) Leads() bool { return p.Selected() != nil || p.Fold() != "" }

// headRows is how many rows the head takes: all of it only where there is room.
func (p *District) headRows() int {
	switch {
	case p.h < 8:
		return 1
	case p.h < 24:
		return 2
	}
	return 4
}

// heading draws the section's or the group's heading of row i; the top one in sight
// names the order.
func (p *District) heading(i int, here, top bool) cell.Line {
	r, it, at, open := p.rows[i], p.items[i], " ", " "
	if here {
		at = p.look.Glyphs.Cursor
	}
	if r.without != nil {
		line := cell.Line{draw.Text(at+" ", style.Key)}
		for _, k := range r.without {
			line = append(line, draw.Text(k.Word(p.look.Words.Lang)+" ", style.Section))
		}
		return append(line, draw.Text("0", style.Faint))
	}
	switch {
	case it.rests:
		open = p.look.Glyphs.Closed
	case it.level == sectionLevel && it.fold != "": // most groups stand open, and need no mark
		open = p.look.Glyphs.Fold
	}
	if it.level == groupLevel {
		return cell.Line{draw.Text(at+open, style.Key), draw.Text(p.look.ThemeWord(r.theme), style.Group),
			draw.Text(" "+strconv.Itoa(r.count), style.Faint)}
	}
	line := cell.Line{draw.Text(at, style.Key), draw.Text(open, style.Section), draw.Text(r.kind.Word(p.look.Words.Lang), style.Section),
		draw.Text(" "+countOf(p.shown[r.kind], p.total[r.kind]), style.Faint)}
	if top && p.look.Order != "" {
		line = append(line, draw.Text("  "+p.look.Order, style.Faint))
	}
	return append(line, p.stages(r.kind)...)
}
