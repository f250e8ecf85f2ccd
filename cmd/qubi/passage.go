package main

import (
	"strings"

	"qubi/model"
	"qubi/model/project"
)

// readPassage reads what the rules find in a passage: in its sentences as far as
// the passage goes, since a period may stand before it, else in it alone.
func readPassage(read func(*model.Document) *model.Report) func(*model.Report, model.Span) []project.Fields {
	return func(r *model.Report, s model.Span) []project.Fields {
		sentence := r.PlaceAt(s).Sentence
		for _, from := range []int{min(sentence.Start, s.Start), s.Start} {
			var all []project.Fields
			for _, f := range read(excerpt(r.Document, model.Span{Start: from, End: s.End})).Facts {
				if f.Place.Quote.End > s.Start-from {
					all = append(all, project.FieldsOf(f))
				}
			}
			if len(all) > 0 {
				return all
			}
		}
		return nil
	}
}

// excerpt is a part of a document as a document of its own.
func excerpt(d *model.Document, s model.Span) *model.Document {
	text := d.Quote(s)
	part := &model.Document{File: d.File, Path: d.Path, Encoding: d.Encoding, Original: text, Text: text, Head: d.Head}
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(strings.TrimSuffix(line, "\n"))
		part.Paragraphs = append(part.Paragraphs, model.Span{Start: at, End: end})
		at += len(line)
	}
	return part
}
