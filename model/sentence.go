package model

import (
	"strings"
	"unicode/utf8"
)

// stops end a sentence; closers after them belong to it.
const (
	stops   = "。！？"
	closers = "”’」』）)》"
)

// stopLen is how many bytes a stop takes with the marks that close after it.
func stopLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return len(s) - len(strings.TrimLeft(s[n:], stops+closers))
}

// lastStop is where what stands behind the last sentence that s ends begins.
func lastStop(s string) int {
	i := strings.LastIndexAny(s, stops)
	if i < 0 {
		return 0
	}
	return i + stopLen(s[i:])
}

// firstStop is where the first sentence of s ends.
func firstStop(s string) int {
	i := strings.IndexAny(s, stops)
	if i < 0 {
		return len(s)
	}
	return i + stopLen(s[i:])
}

// PlaceAt is the place of a passage: its paragraph, and the whole sentences of that
// which hold it.
func (d *Document) PlaceAt(span Span) Place {
	p := Place{Quote: span, Sentence: span, Paragraph: 1}
	for i, paragraph := range d.Paragraphs {
		if paragraph.Start > span.Start {
			break
		}
		end, last := max(paragraph.End, span.End), max(span.Start, span.End-len("。"))
		p.Paragraph = i + 1
		p.Sentence = Span{paragraph.Start + lastStop(d.Text[paragraph.Start:span.Start]), max(span.End, last+firstStop(d.Text[last:end]))}
	}
	return p
}

// Around are the sentences before and after a place, within its paragraph; empty
// where there is none.
func (d *Document) Around(at Place) (before, after Span) {
	if at.Paragraph < 1 || at.Paragraph > len(d.Paragraphs) {
		return
	}
	p := d.Paragraphs[at.Paragraph-1]
	if s := at.Sentence.Start; s > p.Start {
		own := strings.TrimRight(d.Text[p.Start:s], stops+closers) // the stop that ends it does not count
		before = Span{p.Start + lastStop(own), s}
	}
	if e := at.Sentence.End; e < p.End {
		after = Span{e, e + firstStop(d.Text[e:p.End])}
	}
	return before, after
}
