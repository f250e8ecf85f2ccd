package extract

import (
	"strings"
	"testing"
)

// A text without stops is cut after its clauses, loses nothing, and never in
// the middle of a character.
func TestEndlessSentences(t *testing.T) {
	for _, text := range []string{strings.Repeat("投资增长8.6%，", 3000), strings.Repeat("字", 9000)} {
		doc := paragraphsOf(text)
		var joined strings.Builder
		for _, s := range sentences(doc) {
			part := text[s.Start:s.End]
			if len(part) > 2*longSentence+3 || strings.ToValidUTF8(part, "") != part {
				t.Errorf("%.12q…: a sentence of %d bytes", text, len(part))
			}
			if strings.Contains(text, "，") && !strings.HasSuffix(part, "，") {
				t.Errorf("%.12q…: cut inside a clause: …%q", text, part[len(part)-12:])
			}
			joined.WriteString(part)
		}
		if joined.String() != text {
			t.Errorf("%.12q…: the sentences together are not the text", text)
		}
	}
}

// A quote in a sentence that runs over a line end bears the number of its own
// line: clean text, cut at line ends, finds it there.
func TestParagraphOfTheQuote(t *testing.T) {
	first := "全区上下同心协力抓项目促发展惠民生保稳定" + strings.Repeat("加快推进各项重点工作", 2) + "，完成投资3亿元，"
	report := Report(paragraphsOf(first + "\n新建学校12所。"))
	for i, want := range []int{1, 2} {
		if len(report.Facts) != 2 || report.Facts[i].Place.Paragraph != want {
			t.Fatalf("fact %d of %d: not in paragraph %d", i, len(report.Facts), want)
		}
	}
}
