package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/style"
)

// twice is 岚江区 in two reports that tell of one park, the first of them dated
// by its event alone.
func twice() *query.Index {
	var reports []*model.Report
	for i, head := range []model.Head{
		{District: "岚江区", Title: "发布会", Event: time.Date(2021, 8, 27, 0, 0, 0, 0, time.UTC)},
		{District: "岚江区", Title: "工作报告", Published: time.Date(2023, 1, 11, 0, 0, 0, 0, time.UTC)},
	} {
		text := []string{"软件谷开工建设。", "回望去年。\n软件谷建成投用。"}[i]
		doc := &model.Document{File: []string{"old.txt", "new.txt"}[i], Head: head, Text: text, Original: text}
		r := &model.Report{Document: doc}
		from := len(text) - len([]string{"软件谷开工建设。", "软件谷建成投用。"}[i])
		doc.Paragraphs = []model.Span{{Start: from, End: len(text)}}
		r.Facts = []*model.Fact{{Report: r, Kind: model.Project, Name: "软件谷", Stage: []model.Stage{model.Building, model.Done}[i],
			Place: model.Place{Quote: model.Span{Start: from, End: from + len("软件谷")}, Sentence: doc.Paragraphs[0], Paragraph: 1}}}
		reports = append(reports, r)
	}
	return query.Of(reports)
}

// The evidence of a thing names the other reports that tell of it, each with
// its date, place, and what it says.
func TestTheEvidenceNamesOtherReports(t *testing.T) {
	a := browser(t, Options{Corpus: twice()}, 120, 40)
	typed(a, "p")
	shows(t, a, "软件谷 ×2")
	shows(t, a, "●成◐建")
	shows(t, a, "另见 2021-08-27 old.txt:1 项目 ◐在建")
}

// A row that tells a thing twice is not dimmed where one of the two is asked for.
func TestARowIsAsBrightAsOneOfItsFacts(t *testing.T) {
	for filter, dimmed := range map[string]bool{"阶段:在建": false, "阶段:建成": false, "阶段:签约": true} {
		a := browser(t, Options{Corpus: twice()}, 120, 40)
		typed(a, ".", "&", "\""+filter, "enter")
		shows(t, a, "软件谷 ×2")
		for _, line := range a.focused().Lines(true) {
			if strings.Contains(line.String(), "软件谷 ×2") && (line[0].Role&style.Dimmed != 0) != dimmed {
				t.Errorf("%s: dimmed is %v", filter, !dimmed)
			}
		}
	}
}

// A report known by its event alone is dated by it, and said to be.
func TestTheEvidenceDatesAReportByItsEvent(t *testing.T) {
	a := browser(t, Options{Corpus: query.Of(twice().Reports[:1])}, 120, 40)
	typed(a, "p")
	shows(t, a, "old.txt:1  会期2021-08-27")
}

// A report has one date everywhere, the one that its citations give.
func TestAReportIsDatedByItsPublication(t *testing.T) {
	c := twice()
	c.Reports[1].Head.Event = time.Date(2023, 1, 9, 0, 0, 0, 0, time.UTC)
	a := browser(t, Options{Corpus: query.Of(c.Reports[1:])}, 120, 40)
	typed(a, "f4")
	shows(t, a, "2023-01-11  条目")
}

// drawer is the evidence as text.
func drawer(a *App) string {
	text := ""
	for _, line := range a.evidence(a.plan.drawer.w, a.plan.drawer.h) {
		text += line.String() + "\n"
	}
	return text
}

// A drawer too low for the sentence says where it is cut and how to go on, with
// the quote in sight; key and wheel scroll to both ends and no further.
func TestACutSentenceIsScrolled(t *testing.T) {
	a := browser(t, Options{}, 44, 18)
	typed(a, "p", "}", "}", "}", ")")
	f := a.selected()
	before, quote := drawer(a), string([]rune(f.Quote())[:6])
	if !strings.Contains(before, "…") || !strings.Contains(before, "滚动") || !strings.Contains(before, quote) {
		t.Fatalf("the drawer of %q shows\n%s", f.Quote(), before)
	}
	for range 20 {
		a.Update(tea.KeyPressMsg{Code: tea.KeyUp, Mod: tea.ModShift})
	}
	top := drawer(a)
	if begins := string([]rune(f.Sentence())[:6]); !strings.Contains(top, begins) {
		t.Errorf("the sentence does not begin with %q in\n%s", begins, top)
	}
	for range 20 {
		a.Update(tea.MouseWheelMsg{X: 3, Y: a.plan.drawer.y + 2, Button: tea.MouseWheelDown})
	}
	if end := drawer(a); end == top || strings.Contains(strings.Split(end, "\n")[a.plan.drawer.h-3], "…") {
		t.Errorf("the wheel does not reach the end:\n%s", end)
	}
	typed(a, "down", "up")
	if again := drawer(a); again == top {
		t.Error("scrolling one fact's evidence stays when the cursor has moved")
	}
}
