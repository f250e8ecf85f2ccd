package zipped

import (
	"encoding/xml"
	"io"
	"strconv"

	"qubi/data/source/page"
	"qubi/data/source/sheet"
)

// book is what the cells of a workbook refer to.
type book struct {
	strings []string
	styles  []cellStyle
	from    bool // days are counted from 1904
}

// cellStyle is how cells show what they hold.
type cellStyle struct {
	sheet.Format
	struck bool // with a line through it
}

// workbook reads every sheet of Excel's xlsx.
func (a *archive) workbook(main string) (page.Page, error) {
	var w struct {
		Props struct {
			From1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := a.decode(main, &w); err != nil {
		return page.Page{}, err
	}
	rels := a.relationsOf(main)
	b := book{from: w.Props.From1904 == "1" || w.Props.From1904 == "true"}
	for _, r := range rels {
		switch r.kind {
		case "sharedStrings":
			if err := a.sharedStrings(r.path, &b); err != nil {
				return page.Page{}, err
			}
		case "styles":
			b.styles = a.styles(r.path)
		}
	}
	var out page.Writer
	var problems []page.Problem
	for _, s := range w.Sheets {
		r, known := rels[s.ID]
		if !known || r.kind != "worksheet" {
			continue // a chart
		}
		grid := page.Grid{Name: s.Name}
		if s.State == "hidden" || s.State == "veryHidden" { // such as a draft
			grid.Hide()
			out.Table(&grid)
			continue
		}
		if err := a.sheet(r.path, &b, &grid); err != nil {
			problems = append(problems, page.Problem{Err: err})
		}
		out.Table(&grid)
	}
	p := out.Page("xlsx")
	p.Problems = append(p.Problems, problems...)
	if p.Text == "" && len(problems) == 0 {
		p.Problems = append(p.Problems, page.Problem{Err: page.ErrNoText})
	}
	return p, nil
}

// sharedStrings reads the texts that cells share; what is told in ruby is left
// out.
func (a *archive) sharedStrings(part string, b *book) error {
	rc, err := a.part(part)
	if err != nil {
		return err
	}
	defer rc.Close()
	for d := newDecoder(rc); len(b.strings) <= page.MaxCells; {
		e, err := nextElement(d)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		if e.Name.Local == "si" {
			var s richText
			if err := d.DecodeElement(&s, &e); err != nil {
				return damaged(err)
			}
			b.strings = append(b.strings, s.shown())
		}
	}
	return nil
}

// richText is a text with its runs, each with looks of its own.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text   string `xml:"t"`
		Struck *line  `xml:"rPr>strike"`
		Raised struct {
			How string `xml:"val,attr"`
		} `xml:"rPr>vertAlign"`
	} `xml:"r"`
}

// line is that characters have one through them, unless its value says that they do not.
type line struct {
	Value string `xml:"val,attr"`
}

func (l *line) through() bool { return l != nil && l.Value != "0" && l.Value != "false" }

// shown is the text, with the signs for what is raised and without what is struck out.
func (s richText) shown() string {
	text := s.Text
	for _, r := range s.Runs {
		switch {
		case r.Struck.through():
			r.Text = ""
		case r.Raised.How == "superscript":
			r.Text = page.Raised(r.Text)
		}
		text += r.Text
	}
	return text
}

// styles are those of the workbook's cells.
func (a *archive) styles(part string) []cellStyle {
	var s struct {
		Codes []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Struck *line `xml:"strike"`
		} `xml:"fonts>font"`
		Styles []struct {
			ID   int `xml:"numFmtId,attr"`
			Font int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if a.decode(part, &s) != nil {
		return nil // cells show their bare numbers
	}
	codes := map[int]string{}
	for _, c := range s.Codes {
		codes[c.ID] = c.Code
	}
	all := make([]cellStyle, len(s.Styles))
	for i, x := range s.Styles {
		all[i].Format = sheet.Format{ID: x.ID, Code: codes[x.ID]}
		all[i].struck = x.Font >= 0 && x.Font < len(s.Fonts) && s.Fonts[x.Font].Struck.through()
	}
	return all
}

// xlsxCell is a cell as the file holds it.
type xlsxCell struct {
	Name   string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Style  int      `xml:"s,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}

// sheet reads the cells of a sheet, which come row by row.
func (a *archive) sheet(part string, b *book, grid *page.Grid) error {
	rc, err := a.part(part)
	if err != nil {
		return err
	}
	defer rc.Close()
	row, col := -1, 0 // of the next cell, where it does not name its own
	hidden := false   // its row is
	for d := newDecoder(rc); !grid.Full(); {
		e, err := nextElement(d)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch e.Name.Local {
		case "row":
			row, col, hidden = row+1, 0, isSet(e, "hidden")
			row = max(row, number(e, "r")-1)
		case "c":
			var c xlsxCell
			if err := d.DecodeElement(&c, &e); err != nil {
				return damaged(err)
			}
			if r, k, ok := sheet.Place(c.Name); ok && r == row {
				col = k
			}
			if text := b.shown(c); !hidden {
				grid.CellAt(row, col, 1, text)
			} else if text != "" {
				grid.Hide()
			}
			col++
		default:
			shape(e, grid)
		}
	}
	return nil
}

// shape takes in what an element beside the cells tells of them.
func shape(e xml.StartElement, grid *page.Grid) {
	switch e.Name.Local {
	case "col":
		if isSet(e, "hidden") {
			grid.HideColumns(number(e, "min")-1, number(e, "max")-1)
		}
	case "mergeCell": // behind all cells
		if row, col, rows, cols, ok := sheet.Range(attr(e, "ref")); ok {
			grid.Merge(row, col, rows, cols)
		}
	}
}

// nextElement is the next element that begins.
func nextElement(d *xml.Decoder) (xml.StartElement, error) {
	for {
		t, err := d.Token()
		if e, ok := t.(xml.StartElement); ok || err != nil {
			return e, err
		}
	}
}

// isSet reports whether an attribute says yes.
func isSet(e xml.StartElement, name string) bool {
	value := attr(e, name)
	return value == "1" || value == "true"
}

// shown is what a cell shows; what is struck out is not read.
func (b *book) shown(c xlsxCell) string {
	var style cellStyle
	if c.Style >= 0 && c.Style < len(b.styles) {
		style = b.styles[c.Style]
	}
	if style.struck {
		return ""
	}
	switch c.Type {
	case "s":
		if n, err := strconv.Atoi(c.Value); err == nil && n >= 0 && n < len(b.strings) {
			return b.strings[n]
		}
		return ""
	case "inlineStr":
		return c.Inline.shown()
	case "e", "b": // an error or a truth value states nothing
		return ""
	case "str", "d":
		return c.Value
	}
	n, err := strconv.ParseFloat(c.Value, 64)
	if err != nil {
		return c.Value
	}
	return style.Show(n, b.from)
}
