package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Grid collects the cells of a table row by row. The zero Grid is empty.
type Grid struct {
	Name string // of the sheet; "" for a table within a text

	row, col int
	cells    []gridCell
	taken    map[[2]int]bool // cells below one that spans rows
	last     map[int]int     // the latest cell of each column
	unseen   [][2]int        // first and last of columns that are hidden
	hides    bool            // something with content is
	full     bool
}

type gridCell struct {
	Cell
	text string
}

// Cell adds the row's next cell, which spans cols columns and rows rows. Blank
// cells only take their room.
func (g *Grid) Cell(text string, cols, rows int) {
	for g.taken[[2]int{g.row, g.col}] {
		g.col++
	}
	g.CellAt(g.row, g.col, cols, text)
	g.spanRows(rows)
	cols = clamp(cols)
	for r := 1; r < clamp(rows); r++ {
		for c := range cols {
			if g.taken == nil {
				g.taken = map[[2]int]bool{}
			}
			if len(g.taken) < MaxCells {
				g.taken[[2]int{g.row + r, g.col + c}] = true
			}
		}
	}
	g.col += cols
}

// spanRows lets the row's latest cell span rows.
func (g *Grid) spanRows(rows int) {
	n := len(g.cells) - 1
	if n < 0 || g.cells[n].Row != g.row || g.cells[n].Col != g.col {
		return // the cell is blank, or hidden
	}
	if g.last == nil {
		g.last = map[int]int{}
	}
	g.cells[n].Rows, g.last[g.col] = clamp(rows), n
}

// Below takes the room of the row's next cell, of cols columns, for the one above it, which
// goes on here.
func (g *Grid) Below(cols int) {
	if n, found := g.last[g.col]; found && n < len(g.cells) && g.cells[n].Col == g.col && g.cells[n].Row < g.row {
		g.cells[n].Rows = clamp(g.row - g.cells[n].Row + 1)
	}
	g.Cell("", cols, 1)
}

// CellAt adds a cell at its place, from 0. Cells come row by row.
func (g *Grid) CellAt(row, col, cols int, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if slices.ContainsFunc(g.unseen, func(c [2]int) bool { return c[0] <= col && col <= c[1] }) {
		g.Hide()
		return
	}
	if len(g.cells) >= MaxCells {
		g.full = true
		return
	}
	g.cells = append(g.cells, gridCell{Cell{Row: row, Col: col, Cols: clamp(cols), Rows: 1}, text})
}

// Merge lets the cell at a place, from 0, span rows and columns, as a workbook tells it
// apart from its cells.
func (g *Grid) Merge(row, col, rows, cols int) {
	at, found := slices.BinarySearchFunc(g.cells, [2]int{row, col}, func(c gridCell, at [2]int) int {
		return cmp.Or(cmp.Compare(c.Row, at[0]), cmp.Compare(c.Col, at[1]))
	})
	if found {
		g.cells[at].Rows, g.cells[at].Cols = clamp(rows), clamp(cols)
	}
}

// HideColumns says that the columns from one to another, from 0, are not shown: what they
// hold is left out.
func (g *Grid) HideColumns(from, to int) {
	if len(g.unseen) < maxSpan {
		g.unseen = append(g.unseen, [2]int{from, to})
	}
}

// Hide says that something of the table is left out because it is not shown.
func (g *Grid) Hide() { g.hides = true }

// DropRow takes the cells of the row back.
func (g *Grid) DropRow() {
	for n := len(g.cells); n > 0 && g.cells[n-1].Row == g.row; n-- {
		g.cells = g.cells[:n-1]
	}
	g.col = 0
}

// NextRow ends the row, which stands for n rows alike.
func (g *Grid) NextRow(n int) { g.row, g.col = g.row+max(n, 1), 0 }

// Skip leaves n columns of the row empty.
func (g *Grid) Skip(n int) { g.col += min(max(n, 0), maxSpan) }

// Empty reports whether there is no cell with content.
func (g *Grid) Empty() bool { return len(g.cells) == 0 }

// Full reports whether no more cells are taken.
func (g *Grid) Full() bool { return g.full }

// maxSpan is the most columns or rows that a cell spans; a browser's limit.
const maxSpan = 1000

func clamp(n int) int { return min(max(n, 1), maxSpan) }

// proseRunes is how long the content of a cell is that holds running text.
const proseRunes = 200

// layout reports whether the grid only places running text on a page: one
// column, or a cell with paragraphs.
func (g *Grid) layout() bool {
	wide := false
	for _, c := range g.cells {
		wide = wide || c.Col > 0
		if len(c.text) > proseRunes && utf8.RuneCountInString(c.text) > proseRunes && strings.Contains(strings.TrimSpace(c.text), "\n") {
			return true
		}
	}
	return !wide
}
