// Package xlsx writes workbooks that Excel, LibreOffice and gnumeric open: sheets
// of rows with a frozen head and a filter, numbers as numbers, and texts that are
// never formulas. It writes as it is told, row by row, and keeps nothing but the
// names of the sheets; that is why it is here, where a library would hold a
// workbook in memory or on disk, and make the program a third larger.
//
//	w := xlsx.New(out)
//	w.Sheet("指标", []xlsx.Column{{Name: "名称", Width: 24}, {Name: "数值", Number: true}})
//	w.Row("固定资产投资", "400")
//	err := w.Close()
package xlsx

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"qubi/model"
)

// What the format and the programs that read it allow.
const (
	maxRows   = 1 << 20 // of a sheet, its head too
	maxText   = 32_767  // UTF-16 units of a cell
	maxName   = 31      // UTF-16 units of a sheet's name
	maxDigits = 15      // of a number that a float64 holds
)

// remark ends every workbook, for the program not to read it as a report.
const remark = "written by qubi"

// Column is a column of a sheet.
type Column struct {
	Name   string
	Width  int  // in characters; zero is the usual width
	Number bool // its cells are numbers where they look like one
}

// Writer writes a workbook. Its first error stops it, and Close tells it.
type Writer struct {
	zip    *zip.Writer
	w      *bufio.Writer // of the open sheet
	sheets []string
	name   string // of the open sheet, as it was given
	part   int    // of the open sheet, where it has more rows than one can hold
	cols   []Column
	places []string // the letters of the columns
	row    string   // the number of the open row
	rows   int
	err    error
}

// New begins a workbook.
func New(w io.Writer) *Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return &Writer{zip: z, w: bufio.NewWriterSize(io.Discard, 32<<10)}
}

// Flush hands on what was written so far, as far as it can be compressed.
func (w *Writer) Flush() {
	if w.err == nil {
		w.err = w.zip.Flush()
	}
}

// Sheet begins a sheet; the one before it is finished. Its name loses what a
// name may not hold, and gets a number where there is one of that name already.
func (w *Writer) Sheet(name string, columns []Column) {
	w.name, w.part = name, 1
	w.begin(name, columns)
}

// begin begins a sheet with its head.
func (w *Writer) begin(name string, columns []Column) {
	w.end()
	w.cols, w.rows = columns, 0
	for i := len(w.places); i < len(columns); i++ {
		w.places = append(w.places, model.ColumnName(i))
	}
	w.sheets = append(w.sheets, w.free(name))
	w.open("xl/worksheets/sheet" + strconv.Itoa(len(w.sheets)) + ".xml")
	w.put(head, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"`)
	if len(w.sheets) == 1 {
		w.put(` tabSelected="1"`)
	}
	w.put(`><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, c := range columns {
		width := c.Width
		if width == 0 {
			width = 12
		}
		w.put(fmt.Sprintf(`<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width))
	}
	w.put(`</cols><sheetData>`)
	w.rows++
	w.row = "1"
	w.put(`<row r="1">`)
	for i, c := range columns {
		w.text(i, c.Name, 1)
	}
	w.put(`</row>`)
}

// Row writes the cells of a row, as many as there are columns. A sheet that is
// full goes on in another.
func (w *Writer) Row(cells ...string) error {
	if w.rows == maxRows {
		w.part++
		w.begin(w.name+" "+strconv.Itoa(w.part), w.cols)
	}
	w.rows++
	w.row = strconv.Itoa(w.rows)
	w.put(`<row r="`, w.row, `">`)
	for i, c := range cells {
		switch {
		case c == "":
		case w.cols[i].Number && isNumber(c):
			w.put(`<c r="`, w.places[i], w.row, `"><v>`, c, `</v></c>`)
		default:
			w.text(i, c, 0)
		}
	}
	w.put(`</row>`)
	return w.err
}

// text writes a text into a cell of the current row.
func (w *Writer) text(column int, s string, style int) {
	w.put(`<c r="`, w.places[column], w.row, `" t="inlineStr"`)
	if style != 0 {
		w.put(` s="`, strconv.Itoa(style), `"`)
	}
	w.put(`><is><t xml:space="preserve">`)
	switch s = legal(s); {
	case w.err != nil:
	case strings.ContainsAny(s, marks):
		_, w.err = escaper.WriteString(w.w, s)
	default:
		w.put(s)
	}
	w.put(`</t></is></c>`)
}

// end finishes the open sheet.
func (w *Writer) end() {
	if w.rows == 0 {
		return
	}
	w.put(`</sheetData>`)
	if len(w.cols) > 0 {
		w.put(`<autoFilter ref="A1:`, w.places[len(w.cols)-1], strconv.Itoa(w.rows), `"/>`)
	}
	w.put(`</worksheet>`)
	w.rows = 0
}

// Close writes what holds the sheets together. A workbook without a sheet gets
// an empty one, since no program opens one without.
func (w *Writer) Close() error {
	if len(w.sheets) == 0 {
		w.Sheet("1", nil)
	}
	w.end()
	var types, sheets, rels strings.Builder
	for i, name := range w.sheets {
		n := strconv.Itoa(i + 1)
		types.WriteString(`<Override PartName="/xl/worksheets/sheet` + n + `.xml" ContentType="` + mime + `worksheet+xml"/>`)
		sheets.WriteString(`<sheet name="` + escaper.Replace(name) + `" sheetId="` + n + `" r:id="rId` + n + `"/>`)
		rels.WriteString(`<Relationship Id="rId` + n + `" Type="` + office + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`)
	}
	w.open("xl/workbook.xml")
	w.put(head, `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="`, office, `"><sheets>`, sheets.String(), `</sheets></workbook>`)
	w.open("xl/_rels/workbook.xml.rels")
	w.put(head, `<Relationships xmlns="`, packages, `/relationships">`, rels.String(), `<Relationship Id="rIdS" Type="`, office, `/styles" Target="styles.xml"/></Relationships>`)
	w.open("xl/styles.xml")
	w.put(head, styles)
	w.open("_rels/.rels")
	w.put(head, `<Relationships xmlns="`, packages, `/relationships"><Relationship Id="rId1" Type="`, office, `/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	w.open("[Content_Types].xml")
	w.put(head, `<Types xmlns="`, packages, `/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
		`<Override PartName="/xl/workbook.xml" ContentType="`, mime, `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="`, mime, `styles+xml"/>`, types.String(), `</Types>`)
	w.flush()
	if w.err == nil {
		_ = w.zip.SetComment(remark) // fails for one too long
		w.err = w.zip.Close()
	}
	return w.err
}

// The fixed parts of the format.
const (
	head     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mime     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages = "http://schemas.openxmlformats.org/package/2006"
	styles   = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
		`<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`
)

// open begins a part. Parts bear one fixed date, so that the same workbook is
// the same bytes.
func (w *Writer) open(name string) {
	w.flush()
	part, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if w.err == nil {
		w.err = err
	}
	if w.err == nil {
		w.w.Reset(part)
	}
}

func (w *Writer) flush() {
	if w.err == nil {
		w.err = w.w.Flush()
	}
}

func (w *Writer) put(parts ...string) {
	for _, s := range parts {
		if w.err == nil {
			_, w.err = w.w.WriteString(s)
		}
	}
}

// free is a sheet's name that may stand and that no other sheet has.
func (w *Writer) free(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, legal(name)), " '")
	name = clip(name, maxName)
	if name == "" {
		name = "1"
	}
	unique := name
	taken := func(name string) bool { return strings.EqualFold(name, unique) } // large letters or small
	for n := 2; slices.ContainsFunc(w.sheets, taken); n++ {
		suffix := " " + strconv.Itoa(n)
		unique = clip(name, maxName-len(suffix)) + suffix
	}
	return unique
}

// isNumber reports whether a text is a plain decimal number of which a
// spreadsheet keeps every digit.
func isNumber(s string) bool {
	whole, part, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := whole + part
	if whole == "" || strings.HasSuffix(s, ".") || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	return len(strings.Trim(digits, "0")) <= maxDigits
}

// marks are the characters that XML does not take as they are.
const marks = "&<>\"\r"

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;")

// escaped is what a cell's text would be read as an escape by: _x0041_ is an A.
var escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })

// legal is a text without what XML cannot hold, cut to what a cell can.
func legal(s string) string {
	if len(s) <= maxText && sound(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF || r >= 0xD800 && r < 0xE000:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if len(s) > maxText {
		s = clip(s, maxText)
	}
	return escaped().ReplaceAllString(s, "_x005F$0")
}

// sound reports whether a text needs nothing done: nearly all do not.
func sound(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '_' && i+1 < len(s) && s[i+1] == 'x' || s[i] == 0xEF && i+2 < len(s) && s[i+1] == 0xBF && s[i+2] >= 0xBE {
			return false
		}
	}
	return utf8.ValidString(s)
}

// clip is the beginning of a text, as many UTF-16 units.
func clip(s string, units int) string {
	for i, r := range s {
		units--
		if r > 0xFFFF {
			units--
		}
		if units < 0 {
			return s[:i]
		}
	}
	return s
}
