package export

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/modeltest"
	"qubi/model/query"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"固定资产投资": "固定资产投资", "3.5-4.0% #1 = +2": "3.5-4.0% #1 = +2", "a|b": `a\|b`, "`a`": "\\`a\\`", "<b>&amp;": `\<b\>\&amp;`,
		"[^1]": `\[^1\]`, "*a* _b_": `\*a\* \_b\_`, "a_b.txt": "a_b.txt", "中_文": `中\_文`, `a\`: `a\\`, "~~a~~": `\~\~a\~\~`,
		" a\r\n b\t": "a   b", "a\x00b": "a?b", "\xff": "\uFFFD", "$x$": `\$x\$`, "_": `\_`,
	} {
		if got := escape(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCodeIsFencedByMoreThanItHolds(t *testing.T) {
	for text, want := range map[string]string{"qubi": "`qubi`", "a`b": "`` a`b ``", "a``b`c": "``` a``b`c ```", "a\nb": "`a b`"} {
		if got := code(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "固定": "固定", "+8.6%": "+8.6%", "-13.9%": "-13.9%", "-3": "-3", "+20个百分点": "'+20个百分点", "+1‰": "'+1‰",
		"=1+1": "'=1+1", "=": "'=", "+": "'+", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "\tx": "'\tx", "\rx": "'\rx", "\nx": "'\nx",
		"+1+1": "'+1+1", "-2+cmd": "'-2+cmd", "-A1": "'-A1", "+8.6%|calc": "'+8.6%|calc", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠a": "'＠a",
		"a=1": "a=1", "'=1": "'=1", " =1": "' =1", "　＝1": "'　＝1", " -3": "' -3", " 固定": " 固定",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "固定": 4, "“十四五”": 8, "８％": 4, "é": 1, "e\u0301": 1, "·—…": 3, "㎡℃": 3, "𠮷": 2, "a\u200bb": 2, "（）": 4} {
		if got := cellsOf(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestDay(t *testing.T) {
	if got := model.Day(time.Date(2020, 5, 4, 0, 0, 0, 0, time.UTC)); got != "2020-05-04" {
		t.Error(got)
	}
	if got := model.Day(time.Time{}); got != "" {
		t.Error(got)
	}
}

func TestTableIsAligned(t *testing.T) {
	table := table{head: []string{"指标", "n"}, right: []bool{false, true}}
	table.add("固定资产", "1")
	table.add("a", "23456")
	want := "" +
		"| 指标     |     n |\n" +
		"| -------- | ----: |\n" +
		"| 固定资产 |     1 |\n" +
		"| a        | 23456 |\n"
	if got := table.String(); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

// counted counts the calls that reach a file.
type counted struct {
	bytes.Buffer
	calls int
}

func (c *counted) Write(b []byte) (int, error) {
	c.calls++
	return c.Buffer.Write(b)
}

// Facts goes out in pieces, and the pieces are what one fact at a time gives.
func TestFactsStream(t *testing.T) {
	facts := modeltest.Large(30).Select(query.Filter{})
	var whole counted
	if err := Facts(&whole, facts); err != nil {
		t.Fatal(err)
	}
	if whole.calls < 2 || whole.calls > len(facts)/10 {
		t.Errorf("%d facts in %d writes", len(facts), whole.calls)
	}
	var single bytes.Buffer
	for _, f := range facts {
		if err := Facts(&single, []*model.Fact{f}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(whole.Bytes(), single.Bytes()) {
		t.Error("together the facts are other bytes than one by one")
	}
	if n := strings.Count(whole.String(), "\n"); n != len(facts) {
		t.Errorf("%d lines for %d facts", n, len(facts))
	}
	var none counted
	if err := Facts(&none, nil); err != nil || none.calls != 0 {
		t.Error("no facts are no bytes")
	}
}

// What a head does not say is said to be missing, not left out.
func TestFootnoteOfAReportThatSaysLittle(t *testing.T) {
	for lang, want := range map[model.Lang]string{
		model.Chinese: "[^1]: “甲园。” 区县未注明，a.txt，来源未注明，日期未注明，a.txt:1\n\n",
		model.English: "[^1]: “甲园。” district not stated, a.txt, source not stated, undated, a.txt:1\n\n",
	} {
		r := &model.Report{Document: &model.Document{File: "a.txt", Text: "甲园。", Original: "甲园。"}}
		whole := model.Span{End: len(r.Text)}
		r.Facts = []*model.Fact{{Kind: model.Park, Name: "甲园", Place: model.Place{Quote: whole, Sentence: whole, Paragraph: 1}}}
		var b strings.Builder
		if err := Write(&b, Markdown, View{Corpus: query.Of([]*model.Report{r}), Lang: lang, Full: true}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(b.String(), want) {
			t.Errorf("%s\nwant at its end\n%s", b.String(), want)
		}
	}
}

// A rank without a number is shown as such, with its period.
func TestMetricWithoutANumber(t *testing.T) {
	reports := modeltest.Reports()[:1]
	for _, f := range reports[0].Facts {
		f.HasValue, f.Quantity = false, model.Quantity{}
	}
	for _, kind := range Kinds() {
		for _, format := range Formats() {
			var b strings.Builder
			if err := Write(&b, format, View{Kind: kind, Corpus: query.Of(reports)}); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "<nil>") || strings.Contains(b.String(), "400亿元（") {
				t.Errorf("%s %s: a number from nowhere", kind, format)
			}
			if kind == Indicators && format == Markdown && !strings.Contains(b.String(), "（2020年，增长8.6%，全市第3）") {
				t.Errorf("the rank is not in the table:\n%s", b.String())
			}
		}
	}
}

// A report whose page states no day of publication is dated by its event, and
// the reader is told so.
func TestFootnoteDatesByTheEvent(t *testing.T) {
	r := &model.Report{Document: &model.Document{File: "a.txt", Text: "甲园。", Original: "甲园。",
		Head: model.Head{Event: time.Date(2021, 8, 27, 0, 0, 0, 0, time.UTC)}}}
	whole := model.Span{End: len(r.Text)}
	r.Facts = []*model.Fact{{Kind: model.Park, Name: "甲园", Place: model.Place{Quote: whole, Sentence: whole, Paragraph: 1}}}
	var b strings.Builder
	if err := Write(&b, Markdown, View{Corpus: query.Of([]*model.Report{r}), Full: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "会期2021-08-27") {
		t.Errorf("the event's day is missing in\n%s", b.String())
	}
}
