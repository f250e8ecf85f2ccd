package table

import (
	"strings"

	"qubi/tui/cell"
)

// Column says how a column takes part in sharing a row's width.
type Column struct {
	Min   int  // cells below which it does not shrink while others can
	Good  int  // cells it should have before droppable columns get any; 0 is Min
	Want  int  // cells its widest text takes
	Right bool // text stands at the right end: numbers
	Grow  bool // takes what is left over, and gives way first
	Drop  int  // order in which columns are given up when room is short; 0 never
}

// Shared is the layout of a row: the width of each column (0: not shown) and
// the blanks between two shown ones.
type Shared struct {
	Widths  []int
	Gap     int
	columns []Column
}

// Share divides width cells among the columns. All get what they want if they
// can; else growing columns shrink to their Min, then columns are dropped in
// their order, and what cannot be dropped is cut from the right.
func Share(columns []Column, width, gap int) Shared {
	s := Shared{Widths: make([]int, len(columns)), Gap: gap, columns: columns}
	for i, c := range columns {
		s.Widths[i] = c.Want
	}
	for order := 1; s.least() > width; order++ {
		if !s.drop(order) {
			break
		}
	}
	s.shrink(width)
	s.grow(width)
	return s
}

// least is the width needed with growing columns at their Min.
func (s Shared) least() int {
	return s.total(func(i int) int {
		if s.columns[i].Grow {
			return min(s.Widths[i], max(s.columns[i].Min, s.columns[i].Good, 1))
		}
		return s.Widths[i]
	})
}

// total adds the shown columns' sizes and the gaps between them.
func (s Shared) total(size func(int) int) int {
	sum, shown := 0, 0
	for i, w := range s.Widths {
		if w > 0 {
			sum += size(i)
			shown++
		}
	}
	return sum + max(0, shown-1)*s.Gap
}

// drop hides the columns of one order; false when no later order exists.
func (s Shared) drop(order int) bool {
	later := false
	for i, c := range s.columns {
		if c.Drop == order {
			s.Widths[i] = 0
		}
		later = later || c.Drop >= order
	}
	return later
}

// shrink takes cells from growing columns, and as the last resort from the
// rightmost ones, until the row fits.
func (s Shared) shrink(width int) {
	for i := len(s.columns) - 1; i >= 0; i-- {
		if c := s.columns[i]; c.Grow {
			s.Widths[i] -= max(0, min(s.over(width), s.Widths[i]-max(c.Min, 1)))
		}
	}
	for i := len(s.Widths) - 1; i >= 0; i-- {
		s.Widths[i] -= max(0, min(s.over(width), s.Widths[i]))
	}
}

// over is how many cells the row is too wide; negative when some are left.
func (s Shared) over(width int) int {
	return s.total(func(i int) int { return s.Widths[i] }) - width
}

// grow gives the cells left over to the last growing column in sight.
func (s Shared) grow(width int) {
	left := -s.over(width)
	for i := len(s.columns) - 1; i >= 0; i-- {
		if s.columns[i].Grow && left > 0 && s.Widths[i] > 0 {
			s.Widths[i] += left
			return
		}
	}
}

// Row lays cells out by the shared widths; the line is as wide as the shown
// columns and their gaps. A growing column's text that is too wide runs on into
// the empty cells right of it, as in a spreadsheet, and into the blanks before
// a number.
func (s Shared) Row(m cell.Measure, cells []cell.Line) cell.Line {
	var out cell.Line
	taken := 0 // of the column's cells, by the one before it
	for i := 0; i < len(s.Widths) && i < len(cells); i++ {
		if s.Widths[i] == 0 {
			continue
		}
		w := s.Widths[i] - taken
		taken = 0
		if len(out) > 0 {
			out = append(out, cell.Span{Text: cell.Blank(s.Gap)})
		}
		if s.columns[i].Right {
			out = append(out, Right(m, cells[i], w)...)
			continue
		}
		body, grows := cells[i], s.columns[i].Grow
		for grows && m.WidthLine(body) > w && i+1 < len(cells) && m.WidthLine(cells[i+1]) == 0 {
			if i++; s.Widths[i] > 0 {
				w += s.Gap + s.Widths[i]
			}
		}
		if next := i + 1; grows && next < len(cells) && s.Widths[next] > 0 {
			cells[next], taken = unpad(cells[next], m.WidthLine(body)-w)
			w += taken
		}
		out = append(out, Fit(m, body, w)...)
	}
	return out
}

// Room is how many cells the text of column i has in a row of these cells: its
// own, the empty cells right of it, and the blanks before a number.
func (s Shared) Room(m cell.Measure, cells []cell.Line, i int) int {
	w := s.Widths[i]
	for i++; i < len(cells); i++ {
		if m.WidthLine(cells[i]) > 0 {
			break
		}
		if s.Widths[i] > 0 {
			w += s.Gap + s.Widths[i]
		}
	}
	if i < len(cells) && s.Widths[i] > 0 && len(cells[i]) > 0 && strings.Trim(cells[i][0].Text, " ") == "" {
		w += len(cells[i][0].Text)
	}
	return w
}

// unpad takes up to n blanks from a line's beginning, and tells how many.
func unpad(line cell.Line, n int) (cell.Line, int) {
	if len(line) == 0 || n <= 0 || strings.Trim(line[0].Text, " ") != "" {
		return line, 0
	}
	n = min(n, len(line[0].Text))
	return append(cell.Line{{Text: line[0].Text[n:], Role: line[0].Role}}, line[1:]...), n
}
