package tables_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"qubi/data/tables"
	"qubi/model"
)

// shapes are tables of so many rows with their values in 2021 and 2022: one under one
// head, and one that begins anew for each district.
var shapes = map[string]func(rows int) string{
	"flat": func(rows int) string { return sheet(rows, rows) },
	"head": func(rows int) string { return sheet(rows, 8) },
}

// sheet is a table whose head comes again after so many rows.
func sheet(rows, block int) string {
	var b strings.Builder
	for i := range rows {
		if i%block == 0 {
			b.WriteString("指标\t单位\t2021年\t2022年\n")
		}
		fmt.Fprintf(&b, "地区生产总值\t亿元\t%d.5\t%d.5\n", i, rows+i)
	}
	return b.String()
}

// document is a text of tab-separated lines as the table of a file.
func document(text string) *model.Document {
	d := &model.Document{Original: text, Text: text, Format: "csv", Tables: []model.Table{{}}}
	at, row := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		d.Paragraphs = append(d.Paragraphs, model.Span{Start: at, End: at + len(line)})
		for col, cell := range strings.Split(line, "\t") {
			d.Tables[0].Cells = append(d.Tables[0].Cells, model.TableCell{Row: row, Col: col, Cols: 1, Start: at, End: at + len(cell)})
			at += len(cell) + 1
		}
		row++
	}
	return d
}

// plain reads a sentence as the one number that it tells, at once: what is measured is
// the work that the table makes.
func plain(d *model.Document) *model.Report {
	_, told, _ := strings.Cut(d.Text, "地区生产总值")
	value, _, _ := strings.Cut(told, "亿元")
	n, _ := model.ParseDecimal(value)
	return &model.Report{Document: d, Facts: []*model.Fact{{
		Kind: model.Metric, Name: "地区生产总值", HasValue: true, Quantity: model.Quantity{Value: n, Unit: "亿元"}, Period: model.Period{Label: d.Text[:len("2021年")]},
	}}}
}

func inTurn(parts int, do func(i int)) {
	for i := range parts {
		do(i)
	}
}

// took is how long it takes to read a document so many times, of which each time all
// values are read.
func took(t *testing.T, d *model.Document, times, values int) time.Duration {
	start := time.Now()
	for range times {
		if r := tables.Read(&model.Report{Document: d}, nil, plain, inTurn); len(r.Facts) != values {
			t.Fatalf("%d values read of %d", len(r.Facts), values)
		}
	}
	return time.Since(start)
}

// A table of eight times the cells takes eight times as long, not sixty-four times. The
// two take turns, and of each the quickest counts, as other programs take their share.
func TestTimeIsLinearInCells(t *testing.T) {
	if testing.Short() {
		t.Skip("-short is for the race detector, which has nothing to find here")
	}
	const rows, more = 1000, 8
	for name, text := range shapes {
		short, long := document(text(rows)), document(text(more*rows))
		apart, together := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		for range 10 {
			apart, together = min(apart, took(t, short, more, 2*rows)), min(together, took(t, long, 1, 2*more*rows))
			if together < 2*apart {
				break
			}
		}
		if times := float64(together) / float64(apart); times > 3 {
			t.Errorf("%s: %d times the cells take %.1f times as long as they should", name, more, times)
		}
	}
}

// A table of more columns than anybody lays out is left unread, and said to be.
func TestTooWide(t *testing.T) {
	columns := strings.Repeat("\t2021年\t增长%", 20_000)
	d := document("指标" + columns + "\n地区生产总值(亿元)" + strings.Repeat("\t352.8\t8.6", 20_000) + "\n")
	got := tables.Read(&model.Report{Document: d}, nil, plain, inTurn)
	if len(got.Facts) != 0 || len(d.Tables[0].Unread) != 1 || d.Tables[0].Unread[0].Why != model.UnreadHead {
		t.Errorf("%d facts, %+v", len(got.Facts), d.Tables[0].Unread)
	}
}
