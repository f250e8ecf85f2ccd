package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Entry is one row of a List.
type Entry struct {
	Line     func(w int) cell.Line // drawn in w cells
	Head     bool                  // the cursor passes it
	Facts    []*model.Fact         // behind it, the one it shows first
	District *model.District
	Spot     Spot // a place in a text, where it has no fact
}

// Spot is a place in a report's text; the zero Spot is nowhere.
type Spot struct {
	Report *model.Report
	At     int // byte of the clean text
}

// List is a table of the comparison whose rows are not cells of districts: a
// ranking, what became of targets, charts, finds. What it shows is handed to it
// as entries; it scrolls them.
type List struct {
	// Fixed.
	look *Look
	tab  Tab

	// State.
	place table.Scroll
	w, h  int

	// Data.
	title   cell.Line
	entries []Entry
}

// NewList makes the pane of a tab, with nothing in it.
func NewList(look *Look, tab Tab) *List { return &List{look: look, tab: tab} }

// SetEntries gives the pane its rows, and what they are of.
func (p *List) SetEntries(title cell.Line, entries []Entry) {
	p.title, p.entries = title, entries
	p.settle(1)
}

// SetSize gives the pane its cells.
func (p *List) SetSize(w, h int) { p.w, p.h = w, h; p.settle(1) }

// body is how many rows are in sight.
func (p *List) body() int { return max(1, p.h-2) }

// Place is where the cursor stands, SetPlace puts it back.
func (p *List) Place() table.Scroll { return p.place }

// SetPlace puts the pane back where it stood.
func (p *List) SetPlace(s table.Scroll) { p.place = s; p.settle(1) }

// Move moves the cursor; groups and sections begin with a heading.
func (p *List) Move(m table.Motion) {
	by := m.Step(len(p.entries), p.body())
	switch m {
	case table.NextGroup, table.NextSection:
		by = p.heading(1)
	case table.PrevGroup, table.PrevSection:
		by = p.heading(-1)
	}
	p.place.Cursor += by
	p.settle(by)
}

// heading is how far the next or previous heading is.
func (p *List) heading(by int) int {
	from := p.place.Cursor
	if by < 0 && from > 0 && p.entries[from-1].Head {
		from-- // its own
	}
	for i := from + by; i >= 0 && i < len(p.entries); i += by {
		if p.entries[i].Head {
			return i + 1 - p.place.Cursor
		}
	}
	return 0
}

// settle keeps the cursor in sight and off headings: on in the direction it
// came, else back.
func (p *List) settle(dir int) {
	p.place.Keep(len(p.entries), p.body(), 0)
	step := 1
	if dir < 0 {
		step = -1
	}
	for range 2 {
		for i := p.place.Cursor; i >= 0 && i < len(p.entries); i += step {
			if !p.entries[i].Head {
				p.place.Cursor = i
				if !slices.ContainsFunc(p.entries[:i], func(e Entry) bool { return !e.Head }) {
					p.place.Top = 0 // the first: with the headings above it
				}
				p.place.Keep(len(p.entries), p.body(), 0)
				return
			}
		}
		step = -step
	}
}

// Scroll moves the rows under the cursor, as a wheel does.
func (p *List) Scroll(rows int) {
	p.place.Top = max(0, min(p.place.Top+rows, len(p.entries)-p.body()))
	p.place.Cursor = max(p.place.Top, min(p.place.Cursor, p.place.Top+p.body()-1))
	p.settle(rows)
}

// Click puts the cursor on a row.
func (p *List) Click(_, y int) bool {
	i := p.place.Top + y - 2
	if y < 2 || i >= len(p.entries) || p.entries[i].Head {
		return false
	}
	p.place.Cursor = i
	p.place.Keep(len(p.entries), p.body(), 0)
	return true
}

// Entry is the row under the cursor; the zero Entry where there is none.
func (p *List) Entry() Entry {
	if p.place.Cursor < len(p.entries) {
		return p.entries[p.place.Cursor]
	}
	return Entry{}
}

// Seek puts the cursor on the row of a fact, if there is one.
func (p *List) Seek(f *model.Fact) {
	if i := slices.IndexFunc(p.entries, func(e Entry) bool { return f != nil && slices.Contains(e.Facts, f) }); i >= 0 {
		p.GoTo(i)
	}
}

// GoTo puts the cursor on row i.
func (p *List) GoTo(i int) { p.place.Cursor = i; p.settle(1) }

// Spots are the rows that stand at a place in a text, from the top.
func (p *List) Spots() (rows []int) {
	for i, e := range p.entries {
		if e.Spot.Report != nil {
			rows = append(rows, i)
		}
	}
	return rows
}

// Facts are the facts behind the row under the cursor.
func (p *List) Facts() []*model.Fact { return p.Entry().Facts }

// Leads reports whether there is something behind the row under the cursor.
func (p *List) Leads() bool { e := p.Entry(); return len(e.Facts) > 0 || e.Spot.Report != nil }

// District is the district of the row under the cursor, or nil.
func (p *List) District() *model.District { return p.Entry().District }

// Selected is the fact that the row under the cursor shows, or nil.
func (p *List) Selected() *model.Fact {
	if facts := p.Facts(); len(facts) > 0 {
		return facts[0]
	}
	return nil
}

// TabAt is the table named at a cell of the pane; false where none is.
func (p *List) TabAt(x, y int) (Tab, bool) { return p.look.tabAt(p.tab, p.w, x, y) }

// Lines draws the tables' names, the title and the rows.
func (p *List) Lines(focus bool) []cell.Line {
	l := p.look
	lines := []cell.Line{l.tabs(p.tab, "", "", p.w), l.fit(append(cell.Line{text(" ", style.Plain)}, p.title...), p.w)}
	for i := p.place.Top; i < len(p.entries) && len(lines) < p.h; i++ {
		e, mark := p.entries[i], " "
		here := i == p.place.Cursor && !e.Head
		if here {
			mark = l.Glyphs.Cursor
		}
		line := l.fit(append(cell.Line{text(mark, style.Key)}, e.Line(p.w-1)...), p.w)
		if here && focus {
			line = style.With(line, style.Selected)
		}
		lines = append(lines, line)
	}
	if len(p.entries) == 0 && p.tab != TabFinds { // its title says it
		lines = append(lines, l.fit(cell.Line{text(" "+l.Words.Text("empty."+p.tab.ID()), style.Missing)}, p.w))
	}
	return l.fill(lines, p.w, p.h)
}

// heading is an entry that names those below it.
func heading(line ...cell.Span) Entry {
	return Entry{Head: true, Line: func(int) cell.Line { return line }}
}

// bar is a bar of at most w cells to the scale of the greatest value: full for
// what is, hollow for what is aimed at. What is more than nothing is seen.
func (l *Look) bar(value, most float64, w int, hollow bool) cell.Span {
	full, role := l.Glyphs.Full, style.Done
	if hollow {
		full, role = l.Glyphs.Hollow, style.Target
	}
	n := 0
	if most > 0 && value > 0 {
		n = max(1, int(value/most*float64(w)+0.5))
	}
	return text(repeat(full, min(n, w)), role)
}

// repeat is a mark n times.
func repeat(mark string, n int) string {
	s := ""
	for range n {
		s += mark
	}
	return s
}
