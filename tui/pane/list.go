package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// List is a table of the comparison whose rows are not cells of districts: a
// ranking, what became of targets, charts, finds. What it shows is handed to it
// in sections, of which it makes the rows as it comes to them. The heading of the
// section in sight stays at the top while its rows scroll.
type List struct {
	// Fixed.
	look *draw.Look
	tab  draw.Tab

	// State.
	cursor
	w, h int

	// Data.
	title    cell.Line
	sections []draw.Section // whose rows are not made yet
	entries  []draw.Entry

	drawn kept[int]
}

// NewList makes the pane of a tab, with nothing in it.
func NewList(look *draw.Look, tab draw.Tab) *List {
	return &List{look: look, tab: tab, cursor: newCursor()}
}

// SetSections gives the pane its rows, and what they are of.
func (p *List) SetSections(title cell.Line, sections []draw.Section) {
	p.title, p.sections, p.entries = title, sections, nil
	p.settle(1)
}

// reach makes rows until there is one at i, or all are made.
func (p *List) reach(i int) {
	for len(p.entries) <= i && len(p.sections) > 0 {
		s := p.sections[0]
		p.sections = p.sections[1:]
		id := ""
		if s.ID != "" {
			id = "list " + p.tab.ID() + " " + s.ID
		}
		closed := id != "" && p.look.Folded(id, false)
		head := -1
		if s.Head != nil {
			head = len(p.entries)
			p.entries = append(p.entries, p.headed(s.Head, id, closed, head))
		}
		if closed {
			continue
		}
		rows := s.Rows()
		p.entries = slices.Grow(p.entries, len(rows))
		for _, e := range rows {
			e.Below = head
			p.entries = append(p.entries, e)
		}
	}
}

// headed is the row of a heading, with the sign of its fold behind it.
func (p *List) headed(line cell.Line, id string, closed bool, at int) draw.Entry {
	line = line[:len(line):len(line)]
	switch {
	case closed:
		line = append(line, draw.Text(" "+p.look.Glyphs.Closed, style.Key))
	case id != "":
		line = append(line, draw.Text(" "+p.look.Glyphs.Fold, style.Key))
	}
	return draw.Entry{Line: func(int) cell.Line { return line }, Head: !closed, Fold: id, Closed: closed, Below: at}
}

// everyRow is beyond all rows.
const everyRow = 1 << 30

// SetSize gives the pane its cells.
func (p *List) SetSize(w, h int) { p.w, p.h = w, h; p.settle(1) }

// body is how many rows are in sight.
func (p *List) body() int { return max(1, p.h-2) }

// SetPlace puts the pane back where it stood.
func (p *List) SetPlace(s table.Scroll) { *p.place = s; p.settle(1) }

// Move moves the cursor; groups and sections begin with a heading.
func (p *List) Move(m table.Motion) {
	if m == table.Last {
		p.reach(everyRow)
	}
	switch m {
	case table.NextGroup, table.NextSection:
		p.jump(1)
	case table.PrevGroup, table.PrevSection:
		p.jump(-1)
	default:
		by := m.Step(len(p.entries), p.body())
		p.place.Cursor += by
		p.settle(by)
	}
}

// heads reports whether row i is a heading, folded or not.
func (p *List) heads(i int) bool { return p.entries[i].Head || p.entries[i].Closed }

// rests reports whether the cursor may rest on row i: not on a heading of what
// stands open.
func (p *List) rests(i int) bool { return !p.entries[i].Head }

// jump goes to the next or previous heading's rows.
func (p *List) jump(by int) {
	heads := func(i int) bool { p.reach(i); return i >= len(p.entries) || p.heads(i) }
	if i := p.place.Heading(everyRow, by, heads, p.rests); i >= 0 && i < len(p.entries) {
		p.GoTo(i)
	}
}

// settle keeps the cursor in sight, below the heading at the top, and off
// headings of what stands open: on in the direction it came, else back.
func (p *List) settle(dir int) {
	p.reach(max(p.place.Cursor, p.place.Top) + p.body())
	p.keep()
	p.place.Settle(len(p.entries), dir, p.rests)
	p.keep()
}

// keep moves the rows the least way, so that the cursor is in sight.
func (p *List) keep() {
	p.place.Keep(len(p.entries), p.body(), 0)
	if top := p.place.Top; top > 0 && top == p.place.Cursor && p.body() > 1 && !p.heads(top) {
		p.place.Top-- // its heading covers the first row
	}
}

// sticky is the row that is drawn first: the first in sight, or the heading of
// its section while that is scrolled away.
func (p *List) sticky() int {
	top := p.place.Top
	if top+1 >= len(p.entries) || top == p.place.Cursor || p.heads(top) || p.heads(top+1) {
		return top // above the next heading its own would have nothing below it
	}
	if head := p.entries[top].Below; head >= 0 {
		return head
	}
	return top
}

// Scroll moves the rows under the cursor, as a wheel does.
func (p *List) Scroll(rows int) {
	p.reach(p.place.Top + rows + p.body())
	p.place.Wheel(rows, len(p.entries), p.body())
	p.settle(rows)
}

// at is the row at a line of the pane; false where none is.
func (p *List) at(y int) (i int, ok bool) {
	i = p.place.Top + y - 2
	if y == 2 && i < len(p.entries) {
		i = p.sticky()
	}
	return i, y >= 2 && i < len(p.entries)
}

// Click puts the cursor on a row.
func (p *List) Click(_, y int) bool {
	i, ok := p.at(y)
	if !ok || p.entries[i].Head {
		return false
	}
	p.place.Cursor = i
	p.keep()
	return true
}

// Fold is the section whose heading the cursor is on, which is folded; else "".
func (p *List) Fold() string { return p.Entry().Fold }

// FoldHere is the section that the cursor's row stands in, "" where it does not
// fold.
func (p *List) FoldHere() string {
	if i := p.place.Cursor; i < len(p.entries) && p.entries[i].Below >= 0 {
		return p.entries[p.entries[i].Below].Fold
	}
	return ""
}

// FoldAt is the section whose heading stands at y, "" where none does.
func (p *List) FoldAt(_, y int) string {
	if i, ok := p.at(y); ok {
		return p.entries[i].Fold
	}
	return ""
}

// ToFold puts the cursor on the heading of a section, or on its first row where
// that stands open.
func (p *List) ToFold(id string) {
	p.reach(everyRow)
	if i := slices.IndexFunc(p.entries, func(e draw.Entry) bool { return e.Fold == id }); i >= 0 {
		p.GoTo(i)
	}
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

// GoTo puts the cursor on row i.
func (p *List) GoTo(i int) { p.place.Cursor = i; p.settle(1) }

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
	return len(e.Facts) > 0 || e.Spot.Report != nil || e.Closed
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
	for i := p.place.Top; i < len(p.entries) && len(lines) < p.h; i++ {
		row := i
		if i == p.place.Top {
			row = p.sticky()
		}
		lines = append(lines, p.drawn.row(row, row == p.place.Cursor, func() []cell.Line { return []cell.Line{p.row(row, focus)} })...)
	}
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
