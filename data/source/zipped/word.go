package zipped

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode"

	"qubi/data/source/page"
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// wordDialect leaves out what is deleted, moved away, the codes of fields, and
// the second form in which Word keeps drawings for older programs.
func wordDialect() dialect {
	return dialect{
		textIn: "t", put: map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "□"}, ends: set("p"),
		skip:  set("del", "moveFrom", "instrText", "delText", "Fallback", "pPrChange", "rPrChange", "trPrChange", "tabs", "rt"),
		table: "tbl", row: "tr", cell: set("tc"), span: set("gridSpan", "vMerge"), run: "r", box: "txbxContent",
	}
}

// word reads a document of Word by the path of its main part.
func (a *archive) word(main string) (page.Page, error) {
	rc, err := a.part(main)
	if err != nil {
		return page.Page{}, err
	}
	defer rc.Close()
	f := flow{xml: newDecoder(rc), dialect: wordDialect(), out: &page.Writer{}, looks: looks{unseen: a.unseenStyles(main)}}
	return pageOf(&f, "docx")
}

// unseenStyles are a Word document's styles of what is hidden or struck out.
func (a *archive) unseenStyles(main string) map[string]bool {
	var list struct {
		All []struct {
			ID     string `xml:"styleId,attr"`
			Hidden *look  `xml:"rPr>vanish"`
			Struck *look  `xml:"rPr>strike"`
			Twice  *look  `xml:"rPr>dstrike"`
		} `xml:"style"`
	}
	for _, r := range a.relationsOf(main) {
		if r.kind == "styles" && a.decode(r.path, &list) == nil {
			break
		}
	}
	unseen := map[string]bool{}
	for _, s := range list.All {
		if s.Hidden.on() || s.Struck.on() || s.Twice.on() {
			unseen[s.ID] = true
		}
	}
	return unseen
}

// symbol is what Word keeps by its place in a font: the points of numbers, signs and digits
// too. A place that says nothing but with its font is a box, so that what stands around it
// is not one.
func symbol(e xml.StartElement) string {
	const private, end = 0xF000, 0xF07F // where fonts of symbols have their first 128 places
	code, _ := strconv.ParseUint(attr(e, "char"), 16, 32)
	if code >= private && code < end && !strings.Contains(attr(e, "font"), "ings") { // Wingdings, Webdings
		code -= private
	}
	if r := rune(code); code < 0xE000 && !unicode.IsControl(r) && !(r < 0x80 && unicode.IsLetter(r)) { // its letters are Greek
		return string(r)
	}
	return "□"
}

// openDocument reads a text or a workbook of LibreOffice.
func (a *archive) openDocument() (page.Page, error) {
	rc, err := a.part("content.xml")
	if err != nil {
		return page.Page{}, err
	}
	defer rc.Close()
	return readOpen(newDecoder(rc), a.openSheet())
}

// ReadFlat reads an open document that is one file of XML: fodt, fods.
func ReadFlat(r io.ReaderAt, size int64) (page.Page, error) {
	start := make([]byte, min(size, 4096))
	n, _ := r.ReadAt(start, 0)
	return readOpen(newDecoder(io.NewSectionReader(r, 0, min(size, page.MaxFile))), bytes.Contains(start[:n], []byte("opendocument.spreadsheet")))
}

// IsFlat reports whether bytes begin as such a file does.
func IsFlat(start []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(start, "\uFEFF \r\n"), []byte("<?xml")) && bytes.Contains(start, []byte("<office:document"))
}

// readOpen reads the XML of an open document.
func readOpen(d *xml.Decoder, sheets bool) (page.Page, error) {
	f := flow{xml: d, out: &page.Writer{}, sheets: sheets, dialect: dialect{
		put: map[string]string{"tab": "\t", "line-break": "\n", "s": " "}, ends: set("p", "h"),
		skip: set("deletion", "insertion", "format-change", "note", "annotation", "font-face-decls", "forms", "shapes", "covered-table-cell", "ruby-text",
			"hidden-text", "hidden-paragraph", "number-style", "percentage-style", "currency-style", "date-style", "time-style", "boolean-style", "text-style", "list-style",
			"meta", "settings", "master-styles", "scripts", "binary-data"),
		table: "table", row: "table-row", cell: set("table-cell"), box: "text-box",
	}}
	if sheets {
		return pageOf(&f, "ods")
	}
	return pageOf(&f, "odt")
}

// pageOf is what a walk gives: with the problem of a file that breaks off, or
// the error of one that gave nothing.
func pageOf(f *flow, format string) (page.Page, error) {
	err := f.read()
	p := f.out.Page(format)
	switch {
	case err != nil && p.Text == "":
		return page.Page{}, err
	case err != nil:
		p.Problems = append(p.Problems, page.Problem{Err: err})
	case p.Text == "":
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrNoText})
	}
	return p, nil
}

// openSheet reports whether an open document is a workbook.
func (a *archive) openSheet() bool {
	rc, err := a.part("mimetype")
	if err != nil {
		return false
	}
	defer rc.Close()
	kind, _ := io.ReadAll(io.LimitReader(rc, 100))
	return strings.Contains(string(kind), "spreadsheet")
}
