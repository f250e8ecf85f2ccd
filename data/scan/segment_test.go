package scan

import (
	"strings"
	"testing"

	"qubi/model"
)

// A text without stops is cut after its clauses, loses nothing, and never in
// the middle of a character.
func TestEndlessSentences(t *testing.T) {
	for _, text := range []string{strings.Repeat("投资增长8.6%，", 3000), strings.Repeat("字", 9000)} {
		doc := paragraphsOf(text)
		var joined strings.Builder
		for _, s := range Read(doc).Sentences {
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

// paragraphsOf is a document of the lines of a text.
func paragraphsOf(text string) *model.Document {
	doc := &model.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	return doc
}
