package zipped

import (
	"strings"

	"qubi/data/source/page"
)

// laid is a table as what it lays out on a page: the tables within its cells, and the texts
// around them.
type laid struct {
	out    page.Writer
	texts  []string // before the first table
	from   int      // of the cell's text, that is not taken yet
	alone  int      // texts
	tables int
}

// text takes what a cell holds behind what was taken of it.
func (l *laid) text(cell string) {
	text := cell[l.from:]
	l.from = len(cell)
	switch {
	case strings.TrimSpace(text) == "":
		return
	case l.tables == 0:
		l.texts = append(l.texts, text)
	default:
		l.out.EndLine()
		l.out.Text(text)
	}
	l.alone++
}

// table takes a table that stands in a cell.
func (l *laid) table(inner *page.Writer) {
	l.tables++
	for _, text := range l.texts {
		l.out.EndLine()
		l.out.Text(text)
	}
	l.texts = nil
	l.out.EndLine()
	l.out.Append(inner)
}

// mostAlone is how many texts stand at most beside each table in a table that lays them out.
const mostAlone = 2

// writeTo writes the table, or what it lays out.
func (t *tableState) writeTo(out *page.Writer) {
	if t.laid.tables == 0 || t.laid.alone > mostAlone*t.laid.tables {
		out.Table(&t.grid)
		return
	}
	t.laid.out.EndLine()
	out.Append(&t.laid.out)
}
