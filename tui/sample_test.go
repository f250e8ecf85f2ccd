package tui

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/query"
)

//go:embed testdata/sample.txt
var sampleText string

// sample is the corpus of testdata/sample.txt, each district n times with
// numbered names.
func sample(t testing.TB, n int) *query.Index {
	t.Helper()
	var reports []*model.Report
	for i := range n {
		for part := range strings.SplitSeq(sampleText, "\n= ") {
			if !strings.HasPrefix(part, "#") {
				reports = append(reports, sampleReport(t, part, i))
			}
		}
	}
	return query.Of(reports)
}

// sampleReport reads one report of the sample.
func sampleReport(t testing.TB, part string, copyNumber int) *model.Report {
	lines := strings.Split(strings.TrimSpace(part), "\n")
	head := fields(lines[0])
	date, err := time.Parse("2006-01-02", head[3])
	if err != nil {
		t.Fatal(err)
	}
	name, file := head[0], "sample"
	if copyNumber > 0 {
		name = strings.TrimSuffix(name, "区") + strconv.Itoa(copyNumber) + "区"
	}
	doc := &model.Document{File: fmt.Sprintf("%s-%s.txt", file, head[3]), Encoding: "UTF-8",
		Head: model.Head{Title: head[2], District: name, City: head[1], Source: head[1] + "日报", Published: date}}
	rep := &model.Report{Document: doc}
	for _, line := range lines[1:] {
		if row, ok := strings.CutPrefix(line, "- "); ok {
			rep.Facts = append(rep.Facts, sampleFact(t, rep, fields(row+" |")))
			continue
		}
		if line != "" {
			start := len(doc.Text)
			doc.Text += line
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: len(doc.Text)})
			doc.Text += "\n"
		}
	}
	if copyNumber > 0 { // no two districts write the same
		doc.Text += fmt.Sprintf("报告编号%d。\n", copyNumber)
	}
	doc.Original = doc.Text
	return rep
}

// fields are the fields of a line between bars.
func fields(line string) []string {
	all := strings.Split(line, "|")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// sampleFact reads one fact of the paragraph read last.
func sampleFact(t testing.TB, rep *model.Report, c []string) *model.Fact {
	f := &model.Fact{Report: rep, Name: c[1], Indicator: c[2], Stage: model.Stage(c[6]), Change: c[9], Rank: c[10], Tier: c[11], Group: c[12]}
	for _, k := range model.Kinds() {
		if k.String() == c[0] {
			f.Kind = k
		}
	}
	if c[3] != "" {
		whole, part, _ := strings.Cut(c[3], ".")
		coef, _ := strconv.ParseInt(whole+part, 10, 64)
		f.HasValue = true
		f.Quantity = model.Quantity{Value: model.Decimal{Coef: coef, Exp: -len(part)}, Unit: c[4], Bound: model.Exactly}
		f.Quantity.Base, f.Quantity.BaseUnit = f.Quantity.Value, c[4]
	}
	if c[5] != "" {
		year, _ := strconv.Atoi(c[5][:4])
		f.Period = model.Period{Label: c[5], From: model.MonthOf(year, 1), To: model.MonthOf(year, 12)}
	}
	for _, w := range strings.Fields(c[7]) {
		f.Themes = append(f.Themes, model.ParseTheme(w))
	}
	for _, w := range strings.Fields(c[13]) {
		if b, ok := strings.CutPrefix(w, "bound:"); ok {
			f.Quantity.Bound = model.Bound(b)
		} else {
			f.Flags = append(f.Flags, model.Flag(w))
		}
	}
	para := rep.Paragraphs[len(rep.Paragraphs)-1]
	at := strings.Index(rep.Quote(para), c[8])
	if at < 0 {
		t.Fatalf("no %q in %q", c[8], rep.Quote(para))
	}
	f.Place = model.Place{Quote: model.Span{Start: para.Start + at, End: para.Start + at + len(c[8])}, Paragraph: len(rep.Paragraphs)}
	f.Place.Sentence = sentenceAround(rep.Document, para, f.Place.Quote)
	return f
}

// sentenceAround is the sentence of a paragraph that holds a quote.
func sentenceAround(doc *model.Document, para, quote model.Span) model.Span {
	s := para
	if i := strings.LastIndex(doc.Text[para.Start:quote.Start], "。"); i >= 0 {
		s.Start = para.Start + i + len("。")
	}
	if i := strings.Index(doc.Text[quote.End:para.End], "。"); i >= 0 {
		s.End = quote.End + i + len("。")
	}
	return s
}
