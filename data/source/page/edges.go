package page

import (
	"slices"
	"sort"
)

// Edges are the rows of a table in which cells are told by where they end, as in Word's
// old formats: a head over two columns is a cell twice as wide. The zero Edges is empty.
type Edges struct {
	rows []edgeRow
	row  []string
	size int
}

type edgeRow struct {
	cells []string
	ends  []int
}

// Cell adds the row's next cell.
func (e *Edges) Cell(text string) {
	if e.size++; e.size <= MaxCells+1 {
		e.row = append(e.row, text)
	}
}

// EndRow ends the row, whose cells end there, from left to right in any unit; nil where
// that is not known.
func (e *Edges) EndRow(ends []int) {
	if len(e.row) > 0 {
		e.rows = append(e.rows, edgeRow{e.row, slices.Clone(ends)})
		e.row = nil
	}
}

// tolerance is how far the same edge may lie apart in two rows, in twips: a millimetre.
const tolerance = 57

// Grid is the table. Where a row does not tell where its cells end, every cell is one
// column.
func (e *Edges) Grid() *Grid {
	e.EndRow(nil)
	g := &Grid{full: e.size > MaxCells}
	columns, known := e.columns()
	for _, r := range e.rows {
		at := 0
		for i, text := range r.cells {
			cols := 1
			if known {
				end := sort.SearchInts(columns, r.ends[i]-tolerance) + 1
				cols = max(end-at, 1)
				at = end
			}
			g.Cell(text, cols, 1)
		}
		g.NextRow(1)
	}
	return g
}

// columns are the ends of the table's columns, false where not all rows tell them.
func (e *Edges) columns() (columns []int, known bool) {
	var all []int
	for _, r := range e.rows {
		if len(r.ends) < len(r.cells) || !slices.IsSorted(r.ends) {
			return nil, false
		}
		all = append(all, r.ends...)
	}
	slices.Sort(all)
	for _, end := range all {
		if n := len(columns); n == 0 || end-columns[n-1] > tolerance {
			columns = append(columns, end)
		}
	}
	return columns, true
}
