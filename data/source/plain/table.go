package plain

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"qubi/data/source/page"
	"qubi/model"
)

// ReadTable reads a table of values parted by commas, semicolons or tabs.
func ReadTable(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		raw, err := page.Bytes(r, size)
		if err != nil {
			return page.Page{}, err
		}
		text := Decode(raw, encoding)
		if text.Text == "" {
			return text, nil
		}
		p := table(text.Text)
		p.Encoding = text.Encoding
		p.Problems = append(text.Problems, p.Problems...)
		return p, nil
	}
}

func table(text string) page.Page {
	grid := page.Grid{Name: csvName}
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes, rows.ReuseRecord = Comma(text), -1, true, true
	var problems []page.Problem
	for last := 0; !grid.Full(); {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			problems = append(problems, page.Problem{Err: page.ErrDamaged})
			break
		}
		line, _ := rows.FieldPos(0)
		if n := line - 1 - last; n > 0 { // empty lines count
			grid.NextRow(n)
		}
		last = line - 1
		for _, cell := range row {
			grid.Cell(cell, 1, 1)
		}
	}
	var out page.Writer
	out.Table(&grid)
	p := out.Page("csv")
	p.Problems = append(p.Problems, problems...)
	return p
}

// csvName is the name of a file's only sheet.
const csvName = model.OneSheet

// Comma is what parts the values: that which the first line has most of.
func Comma(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best, most := ',', 0
	for _, c := range ",\t;" {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}
