package extract

import (
	"strings"

	"qubi/model"
)

// document makes a document of a raw text: a paragraph a line, blanks at the
// ends of lines left out.
func document(text string) *model.Document {
	doc := &model.Document{File: "test.txt"}
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimFunc(line, func(r rune) bool { return r == ' ' || r == '　' || r == '\t' || r == '\r' || r == '\ufeff' })
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		start := b.Len()
		b.WriteString(line)
		doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: b.Len()})
	}
	doc.Text = b.String()
	return doc
}
