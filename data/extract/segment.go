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

// sentences cuts the document's paragraphs into sentences. A line that ends in
// the middle of a sentence because the page was wrapped is read on into the
// next one; the sentence's span then holds the line end.
func sentences(doc *model.Document) []sentence {
	var all []sentence
	var heading model.Span
	for i, p := range doc.Paragraphs {
		if isHeading(doc.Text[p.Start:p.End]) {
			heading = p
		}
		start, number := p.Start, i+1
		opens := isHeading(doc.Text[p.Start:p.End]) && sectionStage(doc.Text[p.Start:p.End]) != "" // even below a line of contents
		if n := len(all); n > 0 && i > 0 && !opens && wrapped(doc.Text, doc.Paragraphs[i-1], p) {
			start, number = all[n-1].Start, all[n-1].paragraph
			all = all[:n-1]
		}
		all = cut(all, doc.Text, model.Span{Start: p.Start, End: p.End}, start, number, heading)
	}
	return all
}

// cut appends the sentences of a paragraph, the first of which begins at start.
func cut(all []sentence, text string, p model.Span, start, number int, heading model.Span) []sentence {
	for at := p.Start; at < p.End; {
		r, n := runeAt(text, at, p.End)
		at += n
		if r != '。' && r != '！' && r != '？' && r != '!' && r != '?' && !tooLong(at-start, r) {
			continue
		}
		for at < p.End { // closing quotes belong to the sentence
			r, n := utf8.DecodeRuneInString(text[at:])
			if !strings.ContainsRune("”’」』）)》。！？!?", r) {
				break
			}
			at += n
		}
		all = append(all, sentence{model.Span{Start: start, End: at}, number, heading})
		start = at
	}
	if start < p.End {
		all = append(all, sentence{model.Span{Start: start, End: p.End}, number, heading})
	}
	return all
}

// tooLong ends a sentence that nobody wrote as one (a table or a page without
// stops) after a clause, at worst anywhere: every fact carries its sentence, so
// that an endless one would be written as many times as it has facts.
func tooLong(size int, last rune) bool {
	return size >= longSentence && strings.ContainsRune("；;，,、", last) || size >= 2*longSentence
}

// longSentence is several times the longest of such reports, in bytes.
const longSentence = 4 << 10

// wrapped reports that the line before was broken for its length: it is long,
// stops in the middle of a sentence, and what follows opens no new point.
func wrapped(text string, before, p model.Span) bool {
	line := strings.TrimRight(text[before.Start:before.End], " \u3000")
	if len(line) < 3*28 || len(line) > 90*utf8.UTFMax {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	next, _ := utf8.DecodeRuneInString(text[p.Start:p.End])
	return !strings.ContainsRune("。！？!?；;：:…”）)", last) && !isLetter(last) && !strings.ContainsRune("(（“《—", next) &&
		utf8.RuneCountInString(line) <= 90 && enumerator(text[p.Start:p.End]) == 0
}

// isHeading reports whether a paragraph is a heading: short, and without a
// sentence's end.
func isHeading(p string) bool {
	return len(p) <= 40*utf8.UTFMax && utf8.RuneCountInString(p) <= 40 && !strings.ContainsAny(p, "。；;")
}
