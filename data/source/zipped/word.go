package zipped

import (
	"io"
	"strings"

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
		textIn: "t", put: map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}, ends: set("p"),
		skip:  set("del", "moveFrom", "instrText", "delText", "Fallback", "pPrChange", "rPrChange", "tabs"),
		table: "tbl", row: "tr", cell: set("tc"), run: "r",
	}
}

// word reads a document of Word by the path of its main part.
func (a *archive) word(main string) (page.Page, error) {
	rc, err := a.part(main)
	if err != nil {
		return page.Page{}, err
	}
	defer rc.Close()
	f := flow{xml: newDecoder(rc), dialect: wordDialect()}
	return pageOf(&f, "docx")
}

// openDocument reads a text or a workbook of LibreOffice.
func (a *archive) openDocument() (page.Page, error) {
	rc, err := a.part("content.xml")
	if err != nil {
		return page.Page{}, err
	}
	defer rc.Close()
	f := flow{xml: newDecoder(rc), dialect: dialect{
		put: map[string]string{"tab": "\t", "line-break": "\n", "s": " "}, ends: set("p", "h"),
		skip:  set("tracked-changes", "note", "annotation", "automatic-styles", "font-face-decls", "forms", "shapes", "covered-table-cell"),
		table: "table", row: "table-row", cell: set("table-cell"),
	}}
	if a.openSheet() {
		f.sheets = true
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
