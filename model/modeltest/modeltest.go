// Package modeltest gives tests and benchmarks reports to work on: three
// invented districts with every kind of fact, and as many more of their like
// as a benchmark wants.
//
//	corpus := modeltest.Corpus()      // 东湖区 西山区 南港县
//	large := modeltest.Large(10_000)  // about a million facts
//
// It does not read facts out of text, as package extract does: what the
// reports state is written down beside them in reports.txt.
package modeltest

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"qubi/model"
	"qubi/model/query"
)

//go:embed reports.txt
var reportsFile string

// Corpus is the three invented districts.
func Corpus() *query.Index { return query.Of(Reports()) }

// Reports are fresh copies of the invented reports.
func Reports() []*model.Report {
	var all []*model.Report
	for line := range strings.Lines(reportsFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			all = append(all, report(strings.Split(line[2:], " | ")))
		case strings.HasPrefix(line, "- "):
			r := all[len(all)-1]
			r.Facts = append(r.Facts, fact(r, strings.Split(line[2:], "; ")))
		default:
			paragraph(all[len(all)-1], line)
		}
	}
	return all
}

func report(head []string) *model.Report {
	published, err := time.Parse(time.DateOnly, head[3])
	if err != nil {
		panic(err)
	}
	covers := year(head[4])
	return &model.Report{Document: &model.Document{
		File: head[0], Path: head[0], Encoding: "UTF-8",
		Head: model.Head{District: head[1], City: head[2], Published: published, Covers: covers, Title: head[5], Source: head[6]},
	}}
}

// paragraph appends to the clean text, which is the file as it is.
func paragraph(r *model.Report, line string) {
	if r.Text != "" {
		r.Text += "\n"
	}
	r.Paragraphs = append(r.Paragraphs, model.Span{Start: len(r.Text), End: len(r.Text) + len(line)})
	r.Text += line
	r.Original = r.Text
}

// fact reads a line of key=value; its place is found by its quote in the last
// paragraph, its sentence is the one the quote lies in.
func fact(r *model.Report, fields []string) *model.Fact {
	f := &model.Fact{Report: r}
	for _, k := range model.Kinds() {
		if k.String() == fields[0] {
			f.Kind = k
		}
	}
	set := map[string]string{}
	for _, pair := range fields[1:] {
		key, value, _ := strings.Cut(pair, "=")
		set[key] = value
	}
	f.Name, f.Change, f.Rank = set["name"], set["change"], set["rank"]
	f.Tier, f.Group, f.Stage = set["tier"], set["group"], model.Stage(set["stage"])
	if f.Kind == model.Metric {
		f.Indicator = set["indicator"]
		if f.Indicator == "" {
			f.Indicator = f.Name
		}
	}
	for _, w := range strings.Fields(set["themes"]) {
		f.Themes = append(f.Themes, model.ParseTheme(w))
	}
	for _, w := range strings.Fields(set["flags"]) {
		f.Flags = append(f.Flags, model.Flag(w))
	}
	quantity(f, set)
	place(f, set["quote"])
	return f
}

func quantity(f *model.Fact, set map[string]string) {
	if v, ok := model.ParseDecimal(set["value"]); ok {
		base, _ := model.ParseDecimal(set["base"])
		f.HasValue = true
		f.Quantity = model.Quantity{Value: v, Unit: set["unit"], Base: base, BaseUnit: set["base_unit"], Bound: model.Bound(set["bound"])}
		if f.Quantity.Bound == "" {
			f.Quantity.Bound = model.Exactly
		}
	}
	if y := set["year"]; y != "" {
		f.Period = year(y)
	}
	if y := set["quarters"]; y != "" {
		f.Period = year(y)
		f.Period.Label = y + "年前三季度"
		f.Period.To -= 3
	}
}

func year(digits string) model.Period {
	var y int
	if _, err := fmt.Sscan(digits, &y); err != nil {
		panic(err)
	}
	return model.Period{Label: digits + "年", From: model.MonthOf(y, 1), To: model.MonthOf(y, 12)}
}

func place(f *model.Fact, quote string) {
	last := f.Report.Paragraphs[len(f.Report.Paragraphs)-1]
	at := strings.Index(f.Report.Text[last.Start:], quote)
	if at < 0 {
		panic(fmt.Sprintf("modeltest: %q is not in its paragraph", quote))
	}
	f.Place = f.Report.PlaceAt(model.Span{Start: last.Start + at, End: last.Start + at + len(quote)})
}
