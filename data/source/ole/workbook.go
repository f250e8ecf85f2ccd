package ole

import (
	"cmp"
	"math"
	"slices"

	"qubi/data/source/page"
	"qubi/data/source/sheet"
)

// The records of an Excel 97 workbook (BIFF8 of [MS-XLS]) that are read.
const (
	recFormula  = 0x06
	recEOF      = 0x0A
	recFrom1904 = 0x22
	recPassword = 0x2F
	recFont     = 0x31
	recContinue = 0x3C
	recSheet    = 0x85
	recMulRK    = 0xBD
	recMerged   = 0xE5
	recStyle    = 0xE0
	recShared   = 0xFC
	recLabel    = 0xFD
	recNumber   = 0x203
	recText     = 0x204
	recString   = 0x207
	recColumns  = 0x7D
	recRow      = 0x208
	recRK       = 0x27E
	recFormat   = 0x41E
	recBegin    = 0x809
)

// record is a record with those that continue it.
type record struct {
	id, at int // at is its offset in the stream
	data   stream
	cuts   []int // offsets in data where continuations begin
}

// excelCell is a cell of the sheet being read.
type excelCell struct {
	row, col, style int
	text            string
}

// excelStyle is how cells show what they hold, by the numbers of a font and a format.
type excelStyle struct{ font, format int }

// excelRange is the place of a merged cell and how many columns it spans.
type excelRange struct{ row, col, rows, cols int }

// excel is a workbook being read.
type excel struct {
	shared []string
	codes  map[int]string // of number formats
	fonts  []bool         // whether each draws a line through what it shows
	styles []excelStyle
	names  map[int]string // of sheets, by the offset at which each begins
	unseen map[int]bool   // sheets that are hidden, likewise
	from   bool           // days are counted from 1904

	depth int // of parts begun: charts lie within sheets
	name  string
	grid  page.Grid    // of the sheet: what of it is hidden
	rows  map[int]bool // of the sheet that are hidden
	cells []excelCell
	wide  []excelRange // merged cells
	out   page.Writer
}

// workbook reads the sheets of a workbook.
func workbook(raw stream) (page.Page, error) {
	x := &excel{codes: map[int]string{}, names: map[int]string{}, unseen: map[int]bool{}, rows: map[int]bool{}}
	for at := 0; at+4 <= len(raw) && len(x.cells) <= page.MaxCells; {
		var r record
		if r, at = next(raw, at); r.id == recPassword {
			return page.Page{}, page.ErrEncrypted
		}
		x.take(r)
	}
	x.endSheet()
	p := x.out.Page("xls")
	if p.Text == "" {
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrNoText})
	}
	return p, nil
}

// next reads the record at an offset with its continuations, and the offset
// behind them.
func next(raw stream, at int) (record, int) {
	r := record{id: raw.u16(at), at: at}
	one := func() stream {
		from := at + 4
		at = min(from+raw.u16(at+2), len(raw))
		return raw.part(min(from, at), at)
	}
	r.data = one()
	for at+4 <= len(raw) && raw.u16(at) == recContinue {
		if len(r.cuts) == 0 {
			r.data = slices.Clone(r.data)
		}
		r.cuts = append(r.cuts, len(r.data))
		r.data = append(r.data, one()...)
	}
	return r, at
}

func (x *excel) take(r record) {
	switch d := r.data; r.id {
	case recBegin:
		if x.depth++; x.depth == 1 {
			x.name = x.names[r.at]
			if x.unseen[r.at] {
				x.grid.Hide()
				x.grid.HideColumns(0, lastColumn)
			}
		}
	case recEOF:
		if x.depth--; x.depth == 0 {
			x.endSheet()
		}
	case recFrom1904:
		x.from = d.u16(0) == 1
	case recSheet:
		x.names[d.u32(0)] = shortString(d.part(6, len(d)))
		x.unseen[d.u32(0)] = d.u16(4)&3 != 0
	case recStyle:
		x.styles = append(x.styles, excelStyle{d.u16(0), d.u16(2)})
	case recFont:
		x.addFont(d.u16(2)&8 != 0)
	case recFormat:
		x.codes[d.u16(0)] = longString(d.part(2, len(d)))
	case recShared:
		x.shared = sharedStrings(r, x.fonts)
	case recMerged:
		x.merge(d)
	case recRow, recColumns:
		x.hide(r)
	default:
		if x.depth == 1 {
			x.cell(r)
		}
	}
}

// lastColumn is the last of the columns that a sheet can have.
const lastColumn = 255

// hide takes a record of a row or of columns that may be hidden.
func (x *excel) hide(r record) {
	switch d := r.data; {
	case r.id == recRow && d.u16(12)&0x20 != 0:
		x.rows[d.u16(0)] = true
	case r.id == recColumns && d.u16(8)&1 != 0:
		x.grid.HideColumns(d.u16(0), d.u16(2))
	}
}

// merge takes a record of merged cells.
func (x *excel) merge(d stream) {
	for i := 2; i+8 <= len(d) && len(x.wide) < page.MaxCells; i += 8 {
		x.wide = append(x.wide, excelRange{d.u16(i), d.u16(i + 4), d.u16(i+2) - d.u16(i) + 1, d.u16(i+6) - d.u16(i+4) + 1})
	}
}

// addFont takes a font. None has the number 4.
func (x *excel) addFont(struck bool) {
	const none = 4
	if x.fonts = append(x.fonts, struck); len(x.fonts) == none {
		x.fonts = append(x.fonts, false)
	}
}

// struck reports a style that draws a line through what it shows.
func (x *excel) struck(style int) bool {
	return style < len(x.styles) && x.styles[style].font < len(x.fonts) && x.fonts[x.styles[style].font]
}

// cell takes a record of cells.
func (x *excel) cell(r record) {
	d := r.data
	row, col, style := d.u16(0), d.u16(2), d.u16(4)
	switch r.id {
	case recLabel:
		if n := d.u32(6); n < len(x.shared) && len(d) >= 10 {
			x.set(row, col, style, x.shared[n])
		}
	case recText:
		x.set(row, col, style, longString(d.part(6, len(d))))
	case recNumber:
		x.set(row, col, style, x.shown(style, d.float(6)))
	case recRK:
		x.set(row, col, style, x.shown(style, rk(d.u32(6))))
	case recFormula: // its last result: a number, or a text in the record behind it
		x.result(row, col, d)
	case recString:
		if n := len(x.cells); n > 0 && x.cells[n-1].text == "" {
			x.cells[n-1].text = longString(d)
		}
	case recMulRK:
		for i := 4; i+6 <= len(d)-2; i += 6 {
			x.set(row, col, d.u16(i), x.shown(d.u16(i), rk(d.u32(i+2))))
			col++
		}
	}
}

// result takes the last result of a formula.
func (x *excel) result(row, col int, d stream) {
	if d.u16(12) != 0xFFFF {
		x.set(row, col, d.u16(4), x.shown(d.u16(4), d.float(6)))
	} else if d.part(6, 7) != nil && d[6] == 0 {
		x.set(row, col, d.u16(4), "")
	}
}

func (x *excel) set(row, col, style int, text string) {
	x.cells = append(x.cells, excelCell{row, col, style, text})
}

// shown is a number as its cell's style shows it.
func (x *excel) shown(style int, n float64) string {
	var f sheet.Format
	if style < len(x.styles) {
		f = sheet.Format{ID: x.styles[style].format, Code: x.codes[x.styles[style].format]}
	}
	return f.Show(n, x.from)
}

// endSheet writes the cells, which may have come in any order.
func (x *excel) endSheet() {
	slices.SortStableFunc(x.cells, func(a, b excelCell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	grid := &x.grid
	grid.Name = x.name
	for _, c := range x.cells {
		if x.rows[c.row] && c.text != "" {
			grid.Hide()
			continue
		}
		if x.struck(c.style) {
			c.text = ""
		}
		grid.CellAt(c.row, c.col, 1, c.text)
	}
	for _, m := range x.wide {
		grid.Merge(m.row, m.col, m.rows, m.cols)
	}
	x.out.Table(grid)
	x.cells, x.wide, x.grid, x.rows = nil, nil, page.Grid{}, map[int]bool{}
}

func (s stream) float(at int) float64 {
	if s.part(at, at+8) == nil {
		return math.NaN()
	}
	return math.Float64frombits(uint64(s.u32(at)) | uint64(s.u32(at+4))<<32)
}

// rk is a number in Excel's short form: 30 bits of a float or of an integer,
// one bit that tells which, and one that divides it by 100.
func rk(v int) float64 {
	n := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		n = float64(int32(uint32(v)) >> 2)
	}
	if v&1 != 0 {
		n /= 100
	}
	return n
}
