package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// List is a table of the comparison whose rows are not cells of districts: a
// ranking, what became of targets, charts, finds. What it shows is handed to it
// in sections, of which it makes the rows as it comes to them. The heading of the
// section in sight stays at the top while its rows scroll.
type List struct {
	// Fixed.
	look *draw.Look
	tab  draw.Tab

	outline // State.

	// Data.
	title    cell.Line
	sections []draw.Section // whose rows are not made yet
	entries  []draw.Entry
}

// NewList makes the pane of a tab, with nothing in it.
func NewList(look *draw.Look, tab draw.Tab) *List {
	p := &List{look: look, tab: tab}
	p.outline = outline{cursor: newCursor(), above: func() int { return 2 }, tall: func(int) int { return 1 }, reach: p.make}
	return p
}

// SetSections gives the pane its rows, and what they are of.
func (p *List) SetSections(title cell.Line, sections []draw.Section) {
	p.title, p.sections, p.entries, p.items = title, sections, nil, nil
	p.settle(1)
}

// make makes rows until there is one at i, or all are made.
func (p *List) make(i int) {
	for len(p.entries) <= i && len(p.sections) > 0 {
		s := p.sections[0]
		p.sections = p.sections[1:]
		below := -1
		if s.Head != nil {
			if below = len(p.entries); p.addHeading(s) {
				continue
			}
		}
		rows := s.Rows()
		p.entries = append(p.entries, rows...)
		for _, e := range rows {
			it := item{rests: !e.Head, below: below}
			if e.Head {
				it.level = sectionLevel
			}
			p.items = append(p.items, it)
		}
	}
}

// addHeading adds the heading of a section, with the sign of its fold behind it, and
// tells whether that is folded away.
func (p *List) addHeading(s draw.Section) (closed bool) {
	line, it := s.Head[:len(s.Head):len(s.Head)], item{level: sectionLevel, below: len(p.items)}
	if s.ID != "" {
		it.fold = "list " + p.tab.ID() + " " + s.ID
		it.rests = p.look.Folded(it.fold, false)
		sign := p.look.Glyphs.Fold
		if it.rests {
			sign = p.look.Glyphs.Closed
		}
		line = append(line, draw.Text(" "+sign, style.Key))
	}
	p.entries = append(p.entries, draw.Entry{Head: !it.rests, Line: func(int) cell.Line { return line }})
	p.items = append(p.items, it)
	return it.rests
}

// Entry is the row under the cursor; the zero Entry where there is none.
func (p *List) Entry() draw.Entry {
	if p.place.Cursor < len(p.entries) {
		return p.entries[p.place.Cursor]
	}
	return draw.Entry{}
}

// Seek puts the cursor on the row of a fact, if there is one.
func (p *List) Seek(f *model.Fact) {
	p.reach(everyRow)
	if i := slices.IndexFunc(p.entries, func(e draw.Entry) bool { return f != nil && slices.Contains(e.Facts, f) }); i >= 0 {
		p.GoTo(i)
	}
}

// Spots are the rows that stand at a place in a text, from the top.
func (p *List) Spots() (rows []int) {
	p.reach(everyRow)
	for i, e := range p.entries {
		if e.Spot.Report != nil {
			rows = append(rows, i)
		}
	}
	return rows
}

// Leads reports whether there is something behind the row under the cursor.
func (p *List) Leads() bool {
	e := p.Entry()
	return len(e.Facts) > 0 || e.Spot.Report != nil || p.Fold() != ""
}

// District is the district of the row under the cursor, or nil.
func (p *List) District() *model.District { return p.Entry().District }

// Selected is the fact that the row under the cursor shows, or nil.
func (p *List) Selected() *model.Fact {
	if facts := p.Entry().Facts; len(facts) > 0 {
		return facts[0]
	}
	return nil
}

// TabAt is the table named at a cell of the pane; false where none is.
func (p *List) TabAt(x, y int) (draw.Tab, bool) { return p.look.TabAt(p.tab, p.w, x, y) }

// Lines draws the tables' names, the title and the rows.
func (p *List) Lines(focus bool) []cell.Line {
	l := p.look
	p.drawn.begin(l.Still)
	lines := []cell.Line{l.Tabs(p.tab, "", "", p.w), l.Fit(append(cell.Line{draw.Text(" ", style.Plain)}, p.title...), p.w)}
	lines = p.drawRows(lines, -1, func(i int) []cell.Line { return []cell.Line{p.row(i, focus)} })
	if len(p.entries) == 0 && p.tab != draw.TabFinds { // its title says it
		lines = append(lines, l.Fit(cell.Line{draw.Text(" "+l.Words.Text("empty."+p.tab.ID()), style.Missing)}, p.w))
	}
	return l.Fill(lines, p.w, p.h)
}

// row draws a row.
func (p *List) row(i int, focus bool) cell.Line {
	e, mark := p.entries[i], " "
	here := i == p.place.Cursor && !e.Head
	if here {
		mark = p.look.Glyphs.Cursor
	}
	line := p.look.Fit(append(cell.Line{draw.Text(mark, style.Key)}, e.Line(p.w-1)...), p.w)
	if here && focus {
		line = style.With(line, style.Selected)
	}
	return line
}
