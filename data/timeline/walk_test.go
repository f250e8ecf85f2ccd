package timeline

import (
	"fmt"
	"strings"
	"testing"

	"qubi/data/scan"
	"qubi/model"
)

// The items of a list are of the year told before it, the tenth too, whatever the one before
// it tells.
func TestListsAreOfTheYearBefore(t *testing.T) {
	lines := []string{"2021年着力抓好以下工作。"}
	for i := range 11 {
		lines = append(lines, fmt.Sprintf("%d.新建设施若干处。", i+1))
	}
	lines[9] = "9.2019年新建设施若干处。"
	d := &model.Document{Text: strings.Join(lines, "\n")}
	at := 0
	for _, line := range lines {
		d.Paragraphs = append(d.Paragraphs, model.Span{Start: at, End: at + len(line)})
		at += len(line) + 1
	}
	text := scan.Read(d)
	w := New(text)
	for i := range text.Sentences {
		s := &text.Sentences[i]
		w.Enter(s, i) // each told something
		want := "2021年"
		if i == 9 {
			want = "2019年"
		}
		if p := w.Period(s.End, model.Period{}, 0); p.Label != want {
			t.Errorf("%s is of %q, want %s", text.Of(s.Span), p.Label, want)
		}
		w.Leave()
	}
}
