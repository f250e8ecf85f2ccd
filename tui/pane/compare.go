package pane

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Tab is one of the tables of a comparison.
type Tab int

// The tabs, in their order.
const (
	TabIndicators Tab = iota // a row per indicator
	TabCounts                // a row per theme and kind
	TabShared                // clusters, parks, projects: named by all, some, one
	TabCount
)

// ID names the tab among the words of the interface.
func (t Tab) ID() string { return [...]string{"indicators", "counts", "shared"}[t] }

// Compare is a table with a column per district. The first column and the
// header stay in sight; the cursor is on a cell.
type Compare struct {
	// Fixed.
	look *Look
	tab  Tab
	of   *compare.Comparison

	// State.
	place table.Scroll
	left  int // first district's column in sight
	w, h  int

	// Derived: cells of the names, numbers and units in the table, so that they
	// stand in one place; of the comparison they were measured for.
	names, number, unit int
	needs               map[int]need // of a column, where it was in sight
	measured            *compare.Comparison
}

// NewCompare makes a tab's pane, with nothing in it.
func NewCompare(look *Look, tab Tab) *Compare { return &Compare{look: look, tab: tab} }

// SetComparison gives the pane what it compares.
func (p *Compare) SetComparison(c *compare.Comparison) { p.of = c; p.keep() }

// SetSize gives the pane its cells.
func (p *Compare) SetSize(w, h int) { p.w, p.h = w, h; p.keep() }

// rows is how many rows the tab has.
func (p *Compare) rows() int {
	switch {
	case p.of == nil:
		return 0
	case p.tab == TabCounts:
		return len(p.of.Counts())
	case p.tab == TabShared:
		return len(p.of.Names())
	}
	return len(p.of.Rows())
}

// columns is how many districts there are.
func (p *Compare) columns() int {
	if p.of == nil {
		return 0
	}
	return len(p.of.Districts)
}

func (p *Compare) keep() {
	p.place.Keep(p.rows(), p.h-2, 0)
	p.place.Column = max(0, min(p.place.Column, p.columns()-1))
	n := p.fitting()
	p.left = max(0, min(p.left, p.columns()-n))
	p.left = max(min(p.left, p.place.Column), p.place.Column-n+1)
}

// Place is where the cursor stands, SetPlace puts it back.
func (p *Compare) Place() table.Scroll { return p.place }

// SetPlace puts the pane back where it stood.
func (p *Compare) SetPlace(s table.Scroll) { p.place = s; p.keep() }

// Move moves the cursor from cell to cell; groups and sections are rows whose
// first column differs in theme or kind.
func (p *Compare) Move(m table.Motion) {
	switch m {
	case table.Leftward:
		p.place.Column--
	case table.Rightward:
		p.place.Column++
	case table.NextGroup, table.NextSection:
		p.jump(1)
	case table.PrevGroup, table.PrevSection:
		p.jump(-1)
	default:
		p.place.Cursor += m.Step(p.rows(), p.h-2)
	}
	p.keep()
}

// jump goes to the next or previous row that begins another group.
func (p *Compare) jump(by int) {
	n := p.rows()
	for i := p.place.Cursor + by; i >= 0 && i < n; i += by {
		if i == 0 || p.group(i) != p.group(i-1) {
			p.place.Cursor = i
			return
		}
	}
}

// group is what rows have in common that belong together.
func (p *Compare) group(i int) int {
	switch p.tab {
	case TabCounts:
		return int(p.of.Counts()[i].Theme)
	case TabShared:
		r := p.of.Names()[i]
		return int(r.Sharing())*8 + int(r.Kind)
	}
	return p.of.Rows()[i].Columns()
}

// Scroll moves the rows under the cursor, as a wheel does.
func (p *Compare) Scroll(rows int) {
	height := p.h - 2
	p.place.Top = max(0, min(p.place.Top+rows, p.rows()-height))
	p.place.Cursor = max(p.place.Top, min(p.place.Cursor, p.place.Top+height-1))
	p.keep()
}

// Click puts the cursor on a cell.
func (p *Compare) Click(x, y int) bool {
	i := p.place.Top + y - 2
	if y < 2 || i >= p.rows() {
		return false
	}
	p.place.Cursor = i
	at, each := p.widths()
	for j, w := range each {
		if x >= at {
			p.place.Column = p.left + j
		}
		at += w + 1
	}
	p.keep()
	return true
}

// District is the district whose column the cursor is in, or nil.
func (p *Compare) District() *model.District {
	if p.place.Column < p.columns() {
		return p.of.Districts[p.place.Column]
	}
	return nil
}

// ShowDistrict puts the cursor in a district's column, if it is compared.
func (p *Compare) ShowDistrict(d *model.District) {
	if j := slices.Index(p.of.Districts, d); j >= 0 {
		p.place.Column = j
		p.keep()
	}
}

// Row is the row of indicators under the cursor; nil in the other tables.
func (p *Compare) Row() *compare.Row {
	if p.tab != TabIndicators || p.place.Cursor >= p.rows() {
		return nil
	}
	return p.of.Rows()[p.place.Cursor]
}

// Facts are the facts behind the cell under the cursor.
func (p *Compare) Facts() []*model.Fact {
	i, j := p.place.Cursor, p.place.Column
	if i >= p.rows() || j >= p.columns() {
		return nil
	}
	switch p.tab {
	case TabCounts:
		r, f := p.of.Counts()[i], p.of.Filter
		f.Districts = []model.DistrictID{p.of.Districts[j].ID()}
		if r.Theme != model.NoTheme {
			f.Themes = []model.Theme{r.Theme}
		}
		if r.Kind != model.NoKind {
			f.Kinds = []model.Kind{r.Kind}
		}
		return p.of.Corpus.Select(f)
	case TabShared:
		return p.of.Names()[i].Facts(j)
	}
	return p.of.Rows()[i].Cell(j).Facts
}

// Leads reports whether there are facts behind the cell under the cursor.
func (p *Compare) Leads() bool {
	i, j := p.place.Cursor, p.place.Column
	if p.tab == TabCounts && i < p.rows() && j < p.columns() {
		return p.of.Counts()[i].Cells[j].Facts > 0 // known without looking them up
	}
	return len(p.Facts()) > 0
}

// Selected is the fact shown in the cell under the cursor, or nil.
func (p *Compare) Selected() *model.Fact {
	if p.tab == TabCounts {
		return nil
	}
	if facts := p.Facts(); len(facts) > 0 {
		return facts[0]
	}
	return nil
}

// Lines draws header and rows.
func (p *Compare) Lines(focus bool) []cell.Line {
	l := p.look
	lines := []cell.Line{p.tabs()}
	if p.of == nil || p.columns() == 0 {
		return l.fill(append(lines, l.fit(cell.Line{text(" "+l.Words.Text("empty.rows"), style.Missing)}, p.w)), p.w, p.h)
	}
	lines = append(lines, p.header())
	for i := p.place.Top; i < p.rows() && len(lines) < p.h; i++ {
		lines = append(lines, p.row(i, focus))
	}
	if p.rows() == 0 {
		lines = append(lines, l.fit(cell.Line{text(" "+l.Words.Text(p.empty()), style.Missing)}, p.w))
	}
	return l.fill(lines, p.w, p.h)
}

// empty is why there are no rows: none in this table, or in none.
func (p *Compare) empty() string {
	if len(p.of.Rows())+len(p.of.Names()) > 0 {
		return "empty.table"
	}
	return "empty.rows"
}

// Missing is why the cell under the cursor holds nothing; false where it holds
// something.
func (p *Compare) Missing() (state compare.CellState, missing bool) {
	i, j := p.place.Cursor, p.place.Column
	if i >= p.rows() || j >= p.columns() || p.tab == TabCounts {
		return state, false
	}
	if p.tab == TabShared {
		state = p.of.Names()[i].State(j)
	} else {
		state = p.of.Rows()[i].Cell(j).State
	}
	return state, state.Missing()
}

// TabAt is the table named at a cell of the pane; false where none is.
func (p *Compare) TabAt(x, y int) (Tab, bool) {
	at := 0
	for t := TabIndicators; t < TabCount && y == 0; t++ {
		if at += p.look.Measure.WidthLine(p.tabEntry(t)); x < at {
			return t, true
		}
	}
	return 0, false
}

// tabEntry is a table's name; a mark as well as its role says that it is the
// one in sight.
func (p *Compare) tabEntry(t Tab) cell.Line {
	role, mark := style.Bar, " "
	if t == p.tab {
		role, mark = style.BarOn, p.look.Glyphs.Cursor
	}
	return cell.Line{text(mark+p.look.Words.Text("tab."+t.ID())+" ", role), text(" ", style.Plain)}
}

// tabs names the tables, their order, and which columns of how many are in sight.
func (p *Compare) tabs() cell.Line {
	l := p.look
	var line cell.Line
	for t := TabIndicators; t < TabCount; t++ {
		line = append(line, p.tabEntry(t)...)
	}
	said, part := l.RowOrder, p.part()
	if p.tab == TabCounts {
		said = l.Words.Text("share.means")
	}
	right := said + " " + part
	if l.Measure.WidthLine(line)+l.Measure.Width(right) > p.w { // the tables' names are wanted most
		right = part
	}
	room := max(0, p.w-l.Measure.Width(right))
	return l.fit(append(l.fit(line, room), text(right, style.Hint)), p.w)
}

// part says which districts of how many are in sight; nothing where all are.
func (p *Compare) part() string {
	n, all := p.fitting(), p.columns()
	if n >= all {
		return ""
	}
	from := strconv.Itoa(p.left + 1)
	if n > 1 {
		from += "-" + strconv.Itoa(p.left+n)
	}
	return p.look.Glyphs.Before + " " + from + "/" + strconv.Itoa(all) + " " + p.look.Glyphs.After
}

// header names the districts.
func (p *Compare) header() cell.Line {
	l := p.look
	return p.cells(cell.Line{text(" "+l.Words.Text("tab."+p.tab.ID()+".first"), style.Faint)}, func(j, _ int) cell.Line {
		d := p.of.Districts[j]
		return append(l.lit(l.Named(d), style.Title), text(" "+d.City, style.Faint))
	}, -1, style.Plain)
}

// cells lays a row out: the first column, and the districts in sight, with the
// cursor on column here.
func (p *Compare) cells(first cell.Line, at func(j, w int) cell.Line, here int, bits cell.Role) cell.Line {
	l := p.look
	w, each := p.widths()
	line := l.fit(first, w)
	for i, w := range each {
		j := p.left + i
		body := l.fit(at(j, w), w)
		if j == here {
			body = style.With(body, bits)
		}
		line = append(append(line, text(l.Glyphs.Bar, style.Border)), body...)
	}
	return l.fit(line, p.w)
}

// row draws row i.
func (p *Compare) row(i int, focus bool) cell.Line {
	here, mark := -1, " "
	if i == p.place.Cursor {
		mark, here = p.look.Glyphs.Cursor, p.place.Column
	}
	bits := style.Selected
	if !focus {
		bits = 0
	}
	first := append(cell.Line{text(mark, style.Key)}, p.first(i, true)...)
	if w, _ := p.widths(); p.look.Measure.WidthLine(first) > w {
		first = p.look.ending(append(cell.Line{text(mark, style.Key)}, p.first(i, false)...), w)
	}
	return p.cells(first, func(j, w int) cell.Line { return p.cell(i, j, w) }, here, bits)
}

// ending makes a line fit w cells with the flag at its end whole: a name is cut
// before the mark behind it.
func (l *Look) ending(line cell.Line, w int) cell.Line {
	last := line[len(line)-1]
	if l.Measure.WidthLine(line) <= w || last.Role != style.Flag {
		return line
	}
	return append(l.Measure.TruncateLine(line[:len(line)-1], w-l.Measure.Width(last.Text)), last)
}
