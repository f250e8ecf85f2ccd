package page

import (
	"strings"
	"unicode/utf8"
)

// Most of a file that is read; what lies beyond is left out, which a problem
// tells. A report has some 50 KB of text, a yearbook's sheet 10,000 cells.
const (
	MaxText  = 32 << 20 // bytes
	MaxCells = 250_000
)

// Writer collects a page's text. The zero Writer is empty.
type Writer struct {
	b      strings.Builder
	sheets []int
	tables []Table
	cells  int
	long   bool // text was left out
	many   bool // cells were left out
	hidden bool // so were rows or columns that are not shown
}

// Text adds text within a line, or several lines. Control characters but for
// line ends and tabs are left out.
func (w *Writer) Text(s string) {
	if w.b.Len()+len(s) > MaxText {
		w.long = true
		return
	}
	w.b.WriteString(strings.Map(shown, strings.ToValidUTF8(s, string(utf8.RuneError))))
}

// shown drops what no text needs, and which would steer a terminal.
func shown(r rune) rune {
	switch {
	case r == '\r', r == '\v', r == '\f', r == 0x2028, r == 0x2029:
		return '\n'
	case r < ' ' && r != '\n' && r != '\t', r >= 0x7F && r < 0xA0:
		return -1
	}
	return r
}

// EndLine ends the line, if one is begun.
func (w *Writer) EndLine() {
	if n := w.b.Len(); n > 0 && w.b.String()[n-1] != '\n' {
		w.b.WriteByte('\n')
	}
}

// NewSheet begins the file's next page.
func (w *Writer) NewSheet() { w.sheets = append(w.sheets, w.b.Len()) }

// Full reports whether no more is taken, so that a reader can stop early.
func (w *Writer) Full() bool { return w.long || w.many }

// Table writes a grid: a line a row, with tabs between the cells. A grid that
// only lays out running text is written as its lines.
func (w *Writer) Table(g *Grid) {
	w.many, w.hidden = w.many || g.full, w.hidden || g.hides
	if g.Name == "" && g.layout() {
		for _, c := range g.cells {
			w.EndLine()
			w.Text(c.text)
		}
		w.EndLine()
		return
	}
	table := Table{Name: g.Name}
	row := -1
	for _, c := range g.cells {
		if w.cells >= MaxCells {
			w.many = true
			break
		}
		if c.Row != row {
			w.EndLine()
			row = c.Row
		} else {
			w.Text("\t")
		}
		c.Start = w.b.Len()
		w.Text(oneLine(c.text))
		c.End = w.b.Len()
		table.Cells = append(table.Cells, c.Cell)
		w.cells++
	}
	w.EndLine()
	if len(table.Cells) > 0 {
		w.tables = append(w.tables, table)
	}
}

// Page is what was written.
func (w *Writer) Page(format string) Page {
	p := Page{Format: format, Text: w.b.String(), Sheets: w.sheets, Tables: w.tables}
	if w.long {
		p.Problems = append(p.Problems, Problem{0, ErrTooLong})
	}
	if w.many {
		p.Problems = append(p.Problems, Problem{0, ErrTooMany})
	}
	if w.hidden {
		p.Problems = append(p.Problems, Problem{0, ErrHidden})
	}
	return p
}

// oneLine is a cell's content on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Append adds all that another writer took.
func (w *Writer) Append(other *Writer) {
	if other.long || w.b.Len()+other.b.Len() > MaxText {
		w.long = true
		return
	}
	from := w.b.Len()
	w.b.WriteString(other.b.String())
	for _, t := range other.tables {
		for i := range t.Cells {
			t.Cells[i].Start += from
			t.Cells[i].End += from
		}
		w.tables = append(w.tables, t)
	}
	w.cells += other.cells
	w.many, w.hidden = w.many || other.many || w.cells > MaxCells, w.hidden || other.hidden
}
