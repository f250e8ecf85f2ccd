package model

import (
	"fmt"
	"sort"
	"strconv"
)

// Table is rows of cells in a document's original text.
type Table struct {
	Name  string      // of the sheet; "" for a table within a text
	Cells []TableCell // row by row; empty cells are left out

	Unread []Unread // numbers that gave no fact
}

// Unread is numbers of a table that gave no fact, for one reason.
type Unread struct {
	Why     UnreadWhy
	Numbers int
	At      int // the first of them, as an offset in the original text
}

// UnreadWhy is why numbers of a table gave no fact.
type UnreadWhy string

// The reasons.
const (
	UnreadHead   UnreadWhy = "head"   // the head does not say plainly what the column holds
	UnreadUnit   UnreadWhy = "unit"   // no unit is told
	UnreadPlaces UnreadWhy = "places" // the row is of other places, or of all
	UnreadName   UnreadWhy = "name"   // the row names no indicator that is known
	UnreadGrowth UnreadWhy = "growth" // whose growth it is, or whether in percent, is not plain
	UnreadForm   UnreadWhy = "form"   // how it is written does not say plainly what it is: (12.3)
)

// TableCell is one cell of a table.
type TableCell struct {
	Row, Col   int // from 0
	Cols       int // columns it spans, at least 1
	Rows       int // rows it spans, at least 1
	Start, End int // its content, as offsets in the original text
}

// OneSheet is the name of the sheet of a file that has only one, and no name
// for it.
const OneSheet = "\x00"

// page is the page of the file, from 1, on which an offset of the original text
// lies; 0 where the file has no pages.
func (d *Document) page(at int) int {
	return sort.Search(len(d.Sheets), func(i int) bool { return d.Sheets[i] > at })
}

// CellAt names the cell in which an offset of the original text lies: Sheet1!C7
// of a workbook, table 2 row 3 within a text; "" outside of tables.
func (d *Document) CellAt(at int) string {
	n := sort.Search(len(d.Tables), func(i int) bool { return d.Tables[i].Cells[0].Start > at }) - 1
	if n < 0 {
		return ""
	}
	t := d.Tables[n]
	i := sort.Search(len(t.Cells), func(i int) bool { return t.Cells[i].Start > at }) - 1
	if c := t.Cells[i]; at > c.End {
		return ""
	}
	return t.place(n, t.Cells[i])
}

// ColumnName names a column of a sheet, counted from 0, as in AB.
func ColumnName(column int) (name string) {
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// place is how a reader finds a cell of the document's n-th table.
func (t Table) place(n int, c TableCell) string {
	name := ColumnName(c.Col) + strconv.Itoa(c.Row+1)
	switch t.Name {
	case "":
		return fmt.Sprintf("table %d row %d", n+1, c.Row+1)
	case OneSheet:
		return name
	}
	return t.Name + "!" + name
}
