package pane

import (
	"slices"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Compare is a table with a column per district. The first column and the
// header stay in sight; the cursor is on a cell.
type Compare struct {
	// Fixed.
	look *draw.Look
	tab  draw.Tab
	of   *compare.Comparison

	// State.
	outline     // the column of its cursor is a district's, or onName
	left    int // first district's column in sight

	// Derived from the comparison and what is open: its rows; the lines of the table,
	// each a row of it, or, below 0, the fold of a district (see foldOf).
	table []line
	list  []int
	alone []int // by column, how many rows it alone states

	// Derived, of the comparison it was measured for.
	measures
	measured table.Memo[*compare.Comparison, measures]
	share    table.Memo[[2]int, parted] // by width and first column in sight
}

// line is a row of the table, whatever it is of.
type line interface {
	Told(j int) ([]*model.Fact, compare.CellState) // what column j shows, without why it shows nothing
	State(j int) compare.CellState
	Only() int                             // the one column that states it, or -1
	Holder(facts map[*model.Fact]bool) int // the first column that holds one of the facts, or -1
}

// counts is a row of the table of counts, which shows no facts.
type counts struct{}

func (counts) Told(int) ([]*model.Fact, compare.CellState) { return nil, compare.Stated }
func (counts) State(int) compare.CellState                 { return compare.Stated }
func (counts) Only() int                                   { return -1 }
func (counts) Holder(map[*model.Fact]bool) int             { return -1 }

// lines are the rows of the tab.
func (p *Compare) lines() (all []line) {
	switch p.tab {
	case draw.TabCounts:
		return model.Map(p.of.Counts(), func(compare.CountRow) line { return counts{} })
	case draw.TabShared:
		return model.Map(p.of.Names(), func(r compare.NameRow) line { return r })
	}
	return model.Map(p.of.Rows(), func(r *compare.Row) line { return r })
}

// NewCompare makes a tab's pane, with nothing in it.
func NewCompare(look *draw.Look, tab draw.Tab) *Compare {
	p := &Compare{look: look, tab: tab}
	p.outline = outline{cursor: newCursor(), above: func() int { return 2 }, tall: func(int) int { return 1 }, reach: func(int) {}}
	return p
}

// SetComparison gives the pane what it compares. The cursor stays in the column
// of its district.
func (p *Compare) SetComparison(c *compare.Comparison) {
	d := p.District()
	p.of = c
	p.table = p.lines()
	p.arrange()
	p.keep()
	if d != nil {
		p.ShowDistrict(d)
	}
}

// onName is the cursor's column on the name of a row.
const onName = -1

// rowAt is the row of the table in a line; false in a fold's.
func (p *Compare) rowAt(line int) (int, bool) {
	if line < 0 || line >= len(p.list) || p.list[line] < 0 {
		return 0, false
	}
	return p.list[line], true
}

// OnName reports whether the cursor is on the name of a row.
func (p *Compare) OnName() bool {
	_, ok := p.rowAt(p.place.Cursor)
	return ok && p.place.Column == onName
}

// SetSize gives the pane its cells.
func (p *Compare) SetSize(w, h int) { p.outline.SetSize(w, h); p.keep() }

// rows is how many lines the table has.
func (p *Compare) rows() int { return len(p.list) }

// columns is how many districts there are.
func (p *Compare) columns() int {
	if p.of == nil {
		return 0
	}
	return len(p.of.Districts)
}

// keep holds the cursor in sight, its column too.
func (p *Compare) keep() {
	p.outline.keep()
	p.place.Column = max(onName, min(p.place.Column, p.columns()-1))
	n, column, was := p.fitting(), max(0, p.place.Column), p.left
	p.left = max(0, min(p.left, p.columns()-n))
	if p.left = max(min(p.left, column), column-n+1); p.left != was {
		p.drawn = nil
	}
}

// SetPlace puts the pane back where it stood.
func (p *Compare) SetPlace(s table.Scroll) { p.outline.SetPlace(s); p.keep() }

// Move moves the cursor from cell to cell; groups and sections are rows whose
// first column differs in theme or kind.
func (p *Compare) Move(m table.Motion) {
	switch m {
	case table.Leftward:
		p.place.Column--
	case table.Rightward:
		p.place.Column++
	default:
		p.outline.Move(m)
	}
	p.keep()
}

// group is what lines have in common that belong together.
func (p *Compare) group(line int) int {
	i, ok := p.rowAt(line)
	switch {
	case !ok:
		return p.list[line]
	case p.tab == draw.TabCounts:
		return p.counted(i)
	case p.table[i].Only() >= 0 && p.columns() > 1:
		return foldOf(p.table[i].Only())
	case p.tab == draw.TabShared:
		r := p.of.Names()[i]
		return int(r.Sharing())*8 + int(r.Kind)
	}
	return p.of.Rows()[i].Columns()
}

// Click puts the cursor on a cell.
func (p *Compare) Click(x, y int) bool {
	i := p.at(y)
	if i < 0 {
		return false
	}
	p.place.Cursor, p.place.Column = i, onName
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
	if p.place.Column >= 0 && p.place.Column < p.columns() {
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
	i, ok := p.rowAt(p.place.Cursor)
	if p.tab != draw.TabIndicators || !ok {
		return nil
	}
	return p.of.Rows()[i]
}

// CountRow is the row of counts under the cursor; false in the other tables.
func (p *Compare) CountRow() (r compare.CountRow, ok bool) {
	i, ok := p.rowAt(p.place.Cursor)
	if p.tab != draw.TabCounts || !ok {
		return r, false
	}
	return p.of.Counts()[i], true
}

// here is the row and the column under the cursor; false where that is on no cell.
func (p *Compare) here() (i, j int, ok bool) {
	i, ok = p.rowAt(p.place.Cursor)
	j = p.place.Column
	return i, j, ok && j >= 0 && j < p.columns()
}

// Facts are the facts behind the cell under the cursor.
func (p *Compare) Facts() []*model.Fact {
	i, j, ok := p.here()
	if !ok {
		return nil
	}
	if p.tab != draw.TabCounts {
		facts, _ := p.table[i].Told(j)
		return facts
	}
	r, f := p.of.Counts()[i], p.of.Filter
	if r.Code != "" { // the codebook leads to its passages
		return nil
	}
	f.Districts = []model.DistrictID{p.of.Districts[j].ID()}
	if r.Theme != model.NoTheme {
		f.Themes = []model.Theme{r.Theme}
	}
	if r.Kind != model.NoKind {
		f.Kinds = []model.Kind{r.Kind}
	}
	return p.of.Corpus.Select(f)
}

// Leads reports whether there are facts behind the cell under the cursor.
func (p *Compare) Leads() bool {
	i, j, ok := p.here()
	if p.Fold() != "" || p.OnName() {
		return true
	}
	if p.tab == draw.TabCounts && ok {
		c := p.of.Counts()[i].Cells[j]
		return c.Facts > 0 || c.Names > 0 // known without looking them up
	}
	return len(p.Facts()) > 0
}

// Selected is the fact shown in the cell under the cursor, or nil.
func (p *Compare) Selected() *model.Fact {
	if p.tab == draw.TabCounts {
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
	said := l.RowOrder
	if p.tab == draw.TabCounts {
		said = l.Words.Text("share.means")
	}
	lines := []cell.Line{l.Tabs(p.tab, said, p.part(), p.w)}
	if p.of == nil || p.columns() == 0 {
		return l.Fill(append(lines, l.Fit(cell.Line{draw.Text(" "+l.Words.Text("empty.rows"), style.Missing)}, p.w)), p.w, p.h)
	}
	p.drawn.begin(l.Still)
	lines = append(lines, p.header())
	lines = p.drawRows(lines, -1, func(i int) []cell.Line { return []cell.Line{p.row(i, focus)} })
	if p.rows() == 0 {
		lines = append(lines, l.Fit(cell.Line{draw.Text(" "+l.Words.Text(p.empty()), style.Missing)}, p.w))
	}
	return l.Fill(lines, p.w, p.h)
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
	if i, j, ok := p.here(); ok {
		state = p.table[i].State(j)
	}
	return state, state.Missing()
}
