package pane

import (
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
)

// texts is a pane of a report's text in w cells.
func texts(w int, paragraphs ...string) *Source {
	doc := &model.Document{File: "004_eeeab0ad3cc84076.txt", Head: model.Head{District: "岚江区"}}
	for _, s := range paragraphs {
		doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: len(doc.Text), End: len(doc.Text) + len(s)})
		doc.Text += s + "\n"
	}
	doc.Original = doc.Text
	c := query.Of([]*model.Report{{Document: doc}})
	p := NewSource(&draw.Look{Measure: cell.Measure{Ambiguous: 1}, Glyphs: draw.GlyphSet(true), Words: lang.Load(model.Chinese), Narrowest: w}, c.Districts[0])
	p.SetReport(0)
	p.SetSize(w, 14)
	return p
}

// TestAPauseIsNoHeading: a line of dots never stands at the top as the heading
// of what follows.
func TestAPauseIsNoHeading(t *testing.T) {
	for s, want := range map[string]bool{"一、产业发展": true, "……": false, "——": false, "全年增长5%。": false, "2023年工作安排": true} {
		if isHeading(s) != want {
			t.Errorf("%q is a heading: %t", s, !want)
		}
	}
}

// TestTheOriginalTellsItsLine however narrow the pane is and long the file's
// name.
func TestTheOriginalTellsItsLine(t *testing.T) {
	for _, w := range []int{32, 39, 80} {
		p := texts(w, "一、产业发展", "第一段。", "第二段。")
		p.SetOriginal(true)
		p.GoTo(strings.Index(p.Report().Text, "第二段"))
		title := ""
		for _, line := range p.Lines(true) {
			if s := line.String(); strings.Contains(s, "原始文本") {
				title = s
			}
		}
		if !strings.Contains(title, ":3 ") {
			t.Errorf("%d cells: %q", w, title)
		}
	}
}

// TestTheOriginalShowsWhatStatesTheFact, however late in a long sentence.
func TestTheOriginalShowsWhatStatesTheFact(t *testing.T) {
	long := strings.Repeat("全区上下同心协力抓项目促发展,", 12) + "固定资产投资增长27.8%。"
	p := texts(40, "一、产业发展", long)
	text := p.Report().Text
	at := strings.Index(text, "固定资产投资")
	f := &model.Fact{Report: p.Report(), Kind: model.Metric, Name: "固定资产投资", Place: model.Place{
		Quote: model.Span{Start: at, End: at + len("固定资产投资增长27.8%")}, Sentence: p.Report().Paragraphs[1], Paragraph: 2}}
	p.Report().Facts = append(p.Report().Facts, f)
	p.SetFacts(p.Report().Facts)
	p.SetOriginal(true)
	p.Show(f)
	below, original := false, ""
	for _, line := range p.Lines(true) {
		if below = below || strings.Contains(line.String(), "原始文本"); below {
			original += strings.TrimSpace(line.String())
		}
	}
	if !strings.Contains(original, "固定资产投资增长27.8%") {
		t.Errorf("the original shows %q", original)
	}
}
