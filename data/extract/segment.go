package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// sentence is one sentence: up to and with its 。！？ or the paragraph's end.
type sentence struct {
	model.Span
	paragraph int        // from 1
	heading   model.Span // the heading line it stands under; empty when none
}

// sentences cuts the document's paragraphs into sentences.
func sentences(doc *model.Document) []sentence {
	var all []sentence
	var heading model.Span
	for i, p := range doc.Paragraphs {
		if isHeading(doc.Text[p.Start:p.End]) {
			heading = p
		}
		start := p.Start
		for at := p.Start; at < p.End; {
			r, n := utf8.DecodeRuneInString(doc.Text[at:])
			at += n
			if strings.ContainsRune("。！？!?", r) {
				for at < p.End { // closing quotes belong to the sentence
					r, n := utf8.DecodeRuneInString(doc.Text[at:])
					if !strings.ContainsRune("”’」』）)》。！？!?", r) {
						break
					}
					at += n
				}
				all = append(all, sentence{model.Span{Start: start, End: at}, i + 1, heading})
				start = at
			}
		}
		if start < p.End {
			all = append(all, sentence{model.Span{Start: start, End: p.End}, i + 1, heading})
		}
	}
	return all
}

// isHeading reports whether a paragraph is a heading: short, and without a
// sentence's end.
func isHeading(p string) bool {
	return utf8.RuneCountInString(p) <= 40 && !strings.ContainsAny(p, "。；;")
}
