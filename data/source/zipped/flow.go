package zipped

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"qubi/data/source/page"
)

// flow walks the XML of a running text: paragraphs to lines, tables to grids.
type flow struct {
	xml *xml.Decoder
	dialect

	out    *page.Writer
	tables []*tableState // open tables, outermost first
	inText int           // depth of elements whose characters are text
	hidden bool          // the run of characters is not shown
	raised bool          // it stands above the line
	sheets bool          // the tables are the sheets of a workbook
	looks  looks
	boxes  boxes
}

// dialect names the elements of a format by what they mean.
type dialect struct {
	textIn string            // only characters within this element are text; "" for all
	put    map[string]string // elements that stand for characters
	ends   map[string]bool   // elements at whose end a line ends
	skip   map[string]bool   // elements that are left out with all in them
	run    string            // a run of characters that look the same; "" where looks are told elsewhere
	table  string
	row    string
	cell   map[string]bool
	span   map[string]bool // elements that tell how far a cell reaches
	box    string          // a box of text that hangs at a paragraph
}

// tableState is a table being read.
type tableState struct {
	grid       page.Grid
	cell       strings.Builder
	inCell     bool
	below      bool // the cell goes on with the one above it
	cols, rows int  // spanned by the cell
	repeat     int  // times that the cell stands side by side
	rowRepeat  int  // rows that the row stands for
	laid       laid
}

// read walks to the end of the text.
func (f *flow) read() error {
	for !f.out.Full() {
		t, err := f.xml.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			f.close()
			return damaged(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := f.start(t); err != nil {
				f.close()
				return damaged(err)
			}
		case xml.EndElement:
			f.end(t.Name.Local)
		case xml.CharData:
			if f.textIn == "" || f.inText > 0 {
				f.characters(string(t))
			}
		}
	}
	f.close()
	return nil
}

// close ends what is open where the file breaks off.
func (f *flow) close() {
	for f.leaveBox() || len(f.tables) > 0 {
		f.endCell()
		f.endTable()
	}
	f.endLine()
	f.hangBoxes()
}

// characters writes text as it is shown.
func (f *flow) characters(s string) {
	switch {
	case f.hidden:
	case f.raised:
		f.write(page.Raised(s))
	default:
		f.write(s)
	}
}

func (f *flow) start(e xml.StartElement) error {
	name := e.Name.Local
	if f.look(e) || f.skip[name] {
		return f.xml.Skip()
	}
	switch {
	case name == f.box:
		f.enterBox()
	case name == f.textIn:
		f.inText++
	case name == f.table:
		t := &tableState{}
		if len(f.tables) == 0 {
			f.endLine()
			if f.sheets {
				t.grid.Name = attr(e, "name")
			}
		}
		f.tables = append(f.tables, t)
	case f.cell[name]:
		f.startCell(e)
	case f.span[name]:
		f.spans(name, attr(e, "val"))
	case f.put[name] == "\n":
		f.endLine()
	case f.put[name] != "":
		f.characters(f.sign(e))
	case name == f.row:
		f.startRow(e)
	}
	return nil
}

// sign is what an element stands for.
func (f *flow) sign(e xml.StartElement) string {
	switch e.Name.Local {
	case "s": // several blanks
		return strings.Repeat(" ", min(number(e, "c"), 100))
	case "sym":
		return symbol(e)
	}
	return f.put[e.Name.Local]
}

func (f *flow) end(name string) {
	switch {
	case name == "span":
		f.raised = false
	case name == f.looks.of:
		f.looks.of = ""
	case name == f.box:
		f.leaveBox()
	case name == f.textIn:
		f.inText--
	case f.ends[name]:
		f.endParagraph()
	case f.cell[name]:
		f.endCell()
	case name == f.row:
		f.endRow()
	case name == f.table:
		f.endTable()
	}
}

// current is the innermost open table, nil outside of tables.
func (f *flow) current() *tableState {
	if len(f.tables) == 0 {
		return nil
	}
	return f.tables[len(f.tables)-1]
}

func (f *flow) write(s string) {
	if t := f.current(); t != nil {
		if t.inCell && t.cell.Len() < page.MaxText/4 {
			t.cell.WriteString(s)
		}
		return
	}
	f.out.Text(strings.ReplaceAll(s, "\n", " "))
}

func (f *flow) endLine() {
	if t := f.current(); t == nil {
		f.out.EndLine()
	} else if t.inCell {
		t.cell.WriteByte('\n')
	}
}

// endParagraph ends the line, unless the paragraph's end is deleted: the next goes on in it.
func (f *flow) endParagraph() {
	if !f.looks.joined && f.looks.deleting == "" {
		f.endLine()
		f.hangBoxes()
	}
	f.looks.joined = false
}

func (f *flow) startRow(e xml.StartElement) {
	if t := f.current(); t != nil {
		t.rowRepeat = number(e, "number-rows-repeated")
	}
}

func (f *flow) endRow() {
	t := f.current()
	if t == nil {
		return
	}
	if f.looks.dropped {
		t.grid.DropRow()
	}
	f.looks.dropped = false
	t.grid.NextRow(t.rowRepeat)
}

func (f *flow) startCell(e xml.StartElement) {
	if t := f.current(); t != nil {
		t.inCell, t.below, t.cols, t.rows, t.repeat = true, false, number(e, "number-columns-spanned"), number(e, "number-rows-spanned"), number(e, "number-columns-repeated")
		t.cell.Reset()
		t.laid.from = 0
	}
}

// spans is told within the cell by Word.
func (f *flow) spans(how, value string) {
	t := f.current()
	switch {
	case t == nil:
	case how == "vMerge":
		t.below = value != "restart"
	default:
		t.cols, _ = strconv.Atoi(value)
	}
}

func (f *flow) endCell() {
	t := f.current()
	if t == nil || !t.inCell {
		return
	}
	t.inCell = false
	text := t.cell.String()
	t.laid.text(text)
	if strings.TrimSpace(text) == "" {
		if t.below {
			t.grid.Below(t.cols)
			return
		}
		t.grid.Cell("", t.cols, t.rows)
		t.grid.Skip(t.repeat - 1)
		return
	}
	for range min(t.repeat, 1000) {
		t.grid.Cell(text, t.cols, t.rows)
	}
}

// endTable writes a table; one within a cell becomes lines of that cell, or both are laid out.
func (f *flow) endTable() {
	t := f.current()
	if t == nil {
		return
	}
	f.tables = f.tables[:len(f.tables)-1]
	if outer := f.current(); outer != nil {
		var inner page.Writer
		t.writeTo(&inner)
		outer.laid.text(outer.cell.String())
		outer.laid.table(&inner)
		outer.cell.WriteString("\n" + inner.Page("").Text)
		outer.laid.from = outer.cell.Len()
		return
	}
	t.writeTo(f.out)
	f.hangBoxes()
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is an attribute's number, 1 where there is none.
func number(e xml.StartElement, name string) int {
	n, _ := strconv.Atoi(attr(e, name))
	return max(n, 1)
}
