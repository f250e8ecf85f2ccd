package draw

import (
	"testing"

	"qubi/model"
)

// TestShortPeriod: fewer cells, nothing lost, and no two periods alike.
func TestShortPeriod(t *testing.T) {
	seen := map[string]string{}
	for long, short := range map[string]string{
		"2020年": "2020", "2020年一季度": "2020一季", "2020年前三季度": "2020前三季", "2022年1-11月": "2022.1-11",
		"2020年11月底": "2020.11底", "2025年底": "2025底", "2021年11月": "2021.11", "2023年3月20日": "2023.3.20", "截至2023年3月20日": "至2023.3.20", "2020年上半年": "2020上半年",
		"每年": "每年", "“十四五”": "“十四五”", "2021-2025年": "2021-2025年", "": "",
	} {
		got := ShortPeriod(long)
		if got != short {
			t.Errorf("%s is shortened to %s, not %s", long, got, short)
		}
		if other, taken := seen[got]; taken {
			t.Errorf("%s and %s are both %s", long, other, got)
		}
		seen[got] = long
	}
}

// TestNeighbours are the sentences around a place, within its paragraph only.
func TestNeighbours(t *testing.T) {
	const text = "前段。\n第一句。“第二句。”第三句！末句"
	doc := &model.Document{Text: text, Paragraphs: []model.Span{{Start: 0, End: 9}, {Start: 10, End: len(text)}}}
	find := func(s string) model.Span {
		for i := range text {
			if len(text)-i >= len(s) && text[i:i+len(s)] == s {
				return model.Span{Start: i, End: i + len(s)}
			}
		}
		t.Fatal(s)
		return model.Span{}
	}
	for _, test := range []struct{ sentence, before, after string }{
		{"第一句。", "", "“第二句。”"},
		{"第三句！", "“第二句。”", "末句"},
		{"末句", "第三句！", ""},
	} {
		before, after := Neighbours(doc, model.Place{Sentence: find(test.sentence), Paragraph: 2})
		if doc.Quote(before) != test.before || doc.Quote(after) != test.after {
			t.Errorf("around %q stand %q and %q", test.sentence, doc.Quote(before), doc.Quote(after))
		}
	}
}
