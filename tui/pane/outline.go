package pane

import (
	"slices"

	"qubi/tui/cell"
	"qubi/tui/table"
)

// outline is rows below headings, under which they fold away: what the panes of such
// rows have in common. The heading of the first row in sight stays in sight above it. A
// row may take several lines, a heading takes one.
type outline struct {
	cursor
	w, h  int
	items []item
	drawn kept[drawnRow]

	// Of the pane.
	margin int             // rows of context around the cursor, 0 or 1
	above  func() int      // lines above the rows
	tall   func(i int) int // lines of row i
	reach  func(i int)     // makes rows until there is one at i, or all are made
}

// item is what an outline knows of a row.
type item struct {
	level int    // of a heading: that of a section or of a group within one; 0 is of a row that one may cover
	rests bool   // the cursor may rest on it: no heading, or one whose rows are folded away
	fold  string // of a heading that folds, else ""
	below int    // the heading that it stands below, of a heading itself; -1 for none
}

// The levels of headings, and of a row of a table without any.
const (
	rowLevel = 1 + iota
	groupLevel
	sectionLevel
)

// drawnRow is what the looks of a row depend on.
type drawnRow struct {
	row int  // -1 is the head
	top bool // the first section's heading in sight
}

// everyRow is beyond all rows.
const everyRow = 1 << 30

// SetSize gives the pane its cells.
func (p *outline) SetSize(w, h int) { p.w, p.h = w, h; p.settle(1) }

// SetPlace puts the pane back where it stood.
func (p *outline) SetPlace(s table.Scroll) {
	*p.place = s
	p.keep()
	if i := p.place.Cursor; i < len(p.items) && !p.rests(i) {
		p.settle(-1)
	}
}

// body is how many lines the rows have.
func (p *outline) body() int { return max(1, p.h-p.above()) }

// rests reports whether the cursor may rest on row i.
func (p *outline) rests(i int) bool { return p.items[i].rests }

// here is the row under the cursor; the zero item where there is none.
func (p *outline) here() item {
	if p.place.Cursor < len(p.items) {
		return p.items[p.place.Cursor]
	}
	return item{below: -1}
}

// keep holds the cursor in sight, below the first row, which its heading covers.
func (p *outline) keep() {
	s := p.place
	p.reach(max(s.Cursor, s.Top) + p.body())
	last := len(p.items) - 1
	s.Cursor = max(0, min(s.Cursor, last))
	covered := 1
	if p.margin == 0 && p.here().level > 0 {
		covered = 0
	}
	s.Top = max(0, min(s.Top, s.Cursor-covered))
	if s.Top > max(0, len(p.items)-p.body()) { // else as many rows fill the body, each with a line at least
		s.Top = min(s.Top, p.lastTop())
	}
	to := min(s.Cursor+p.margin, last)
	for i, room := to, p.body(); i > s.Top; i-- {
		if room -= p.tall(i); room < 0 { // with more rows before this one it is out of sight
			s.Top = min(i, s.Cursor)
		}
	}
	for s.Top < s.Cursor && p.linesTo(to) > p.body() {
		s.Top++
	}
}

// linesTo is how many lines there are from the first in sight to the end of
// row i.
func (p *outline) linesTo(i int) int {
	n, from := 0, p.place.Top
	if p.sticky() != from {
		n, from = 1, from+1
	}
	for ; from <= i; from++ {
		n += p.tall(from)
	}
	return n
}

// lastTop is the first row in sight when the list stands at its end.
func (p *outline) lastTop() int {
	top, room := len(p.items), p.body()-1 // the heading in sight takes a line
	for top > 0 && room >= p.tall(top-1) {
		top--
		room -= p.tall(top)
	}
	return max(0, top-1)
}

// sticky is the row drawn first: the first in sight, or its heading while that is
// scrolled away. The cursor's row is never covered.
func (p *outline) sticky() int {
	top := p.place.Top
	if top+1 >= len(p.items) || top == p.place.Cursor || p.items[top].level > 0 || p.items[top+1].level > 0 {
		return top // above the next heading its own would seem to have nothing below it
	}
	if below := p.items[top].below; below >= 0 {
		return below
	}
	return top
}

// inSight calls visit for each line of the body that holds a row, with the row
// and which of its lines it is, until visit returns false.
func (p *outline) inSight(visit func(row, line int) bool) {
	y, i := 0, p.place.Top
	if s := p.sticky(); s != i {
		visit(s, 0)
		y, i = 1, i+1
	}
	for ; i < len(p.items); i++ {
		for k := range p.tall(i) {
			if y >= p.body() || !visit(i, k) {
				return
			}
			y++
		}
	}
}

// drawRows adds the lines of the rows in sight; top is the heading that names the order.
func (p *outline) drawRows(lines []cell.Line, top int, draw func(i int) []cell.Line) []cell.Line {
	var drawn []cell.Line
	p.inSight(func(i, k int) bool {
		if k == 0 || drawn == nil {
			drawn = p.drawn.row(drawnRow{i, i == top}, i == p.place.Cursor, func() []cell.Line { return draw(i) })
		}
		lines = append(lines, drawn[min(k, len(drawn)-1)])
		return true
	})
	return lines
}

// seen is how many rows the body holds: those in sight, and one for each line left.
func (p *outline) seen() int {
	n := p.body()
	p.inSight(func(_, line int) bool {
		if line > 0 {
			n--
		}
		return true
	})
	return n
}

// at is the row at a line of the pane, -1 where none is.
func (p *outline) at(y int) int {
	at := -1
	if y -= p.above(); y < 0 {
		return at
	}
	p.inSight(func(i, _ int) bool {
		if y == 0 {
			at = i
		}
		y--
		return y >= 0
	})
	return at
}

// settle keeps the cursor in the list, and off headings of what stands open: on in the
// direction it came, else back.
func (p *outline) settle(dir int) {
	p.keep()
	p.place.Settle(len(p.items), dir, p.rests)
	p.keep()
}

// GoTo puts the cursor on row i, or on the first below it.
func (p *outline) GoTo(i int) { p.place.Cursor = i; p.settle(1) }

// step moves the cursor by rows.
func (p *outline) step(m table.Motion) {
	if m == table.Last {
		p.reach(everyRow)
	}
	by := m.Step(len(p.items), p.seen())
	p.place.Cursor += by
	p.settle(by)
}

// jump goes to the first row below the next heading of a level at least; back first to
// the beginning of its own.
func (p *outline) jump(dir, level int) {
	heads := func(i int) bool { p.reach(i); return i >= len(p.items) || p.items[i].level >= level }
	i := p.place.Heading(everyRow, dir, heads, p.rests)
	if i < 0 || i >= len(p.items) {
		return
	}
	if p.margin > 0 {
		p.place.Top = i
	}
	p.GoTo(i)
}

// Scroll moves the rows under the cursor, as a wheel does; the cursor goes
// along only where it would leave the sight.
func (p *outline) Scroll(rows int) {
	s := p.place
	p.reach(s.Top + rows + p.body())
	s.Top = max(0, min(s.Top+rows, p.lastTop()))
	s.Cursor = max(s.Top+p.margin, min(s.Cursor, s.Top+p.seen()-1-p.margin))
	p.settle(rows)
}

// Click puts the cursor on the row at y.
func (p *outline) Click(_, y int) bool {
	i := p.at(y)
	if i < 0 || !p.rests(i) {
		return false
	}
	p.place.Cursor = i
	p.keep()
	return true
}

// Fold is the fold whose heading the cursor is on, which is closed; else "".
func (p *outline) Fold() string {
	if it := p.here(); it.rests {
		return it.fold
	}
	return ""
}

// FoldHere is the fold that the cursor's row stands in, the narrowest; "" where it does
// not fold.
func (p *outline) FoldHere() string {
	if below := p.here().below; below >= 0 {
		return p.items[below].fold
	}
	return ""
}

// FoldAt is the fold whose heading stands at y, "" where none does.
func (p *outline) FoldAt(_, y int) string {
	if i := p.at(y); i >= 0 {
		return p.items[i].fold
	}
	return ""
}

// ToFold puts the cursor on the heading of a fold, or on its first row where that
// stands open.
func (p *outline) ToFold(id string) {
	p.reach(everyRow)
	if i := slices.IndexFunc(p.items, func(it item) bool { return it.fold == id }); i >= 0 {
		p.GoTo(i)
	}
}

// Move moves the cursor: by rows, or to the next section or group.
func (p *outline) Move(m table.Motion) {
	switch m {
	case table.PrevSection:
		p.jump(-1, sectionLevel)
	case table.NextSection:
		p.jump(1, sectionLevel)
	case table.PrevGroup:
		p.jump(-1, groupLevel)
	case table.NextGroup:
		p.jump(1, groupLevel)
	default:
		p.step(m)
	}
}
