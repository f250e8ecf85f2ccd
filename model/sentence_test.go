package model_test

import (
	"testing"

	"qubi/model"
)

// TestAround: the sentences around a place, within its paragraph only.
func TestAround(t *testing.T) {
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
		before, after := doc.Around(model.Place{Sentence: find(test.sentence), Paragraph: 2})
		if doc.Quote(before) != test.before || doc.Quote(after) != test.after {
			t.Errorf("around %q stand %q and %q", test.sentence, doc.Quote(before), doc.Quote(after))
		}
	}
}
