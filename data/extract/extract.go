// Package extract reads facts out of a report's clean text.
//
// One construct a file (metric, rank, cluster, park, project …); the order of
// the extractors is the list in Report. Every fact is found by rules about how
// such reports are written; words are data in lexicon/*.tsv.
package extract

import (
	"qubi/data/scan"
	"qubi/model"
)

// Report reads the facts of a document, in the order of the text.
func Report(doc *model.Document) *model.Report {
	return Options{}.Report(doc)
}

// read runs the extractors.
func read(x *reading) *model.Report {
	var facts []*model.Fact
	for _, extractor := range []func(*reading) []*model.Fact{nameFacts, metrics} {
		facts = append(facts, extractor(x)...)
	}
	return finish(x, facts)
}

// reading is one pass over one document: what every extractor needs.
type reading struct {
	doc       *model.Document
	sentences []scan.Sentence

	why func(*model.Fact, Why) // told of each metric; may be nil

	// Counted at first use.
	themes *Themes // lexicon in force
	votes  *topics // what the text's words say about themes
}

// text at a span of the document.
func (x *reading) text(s model.Span) string { return x.doc.Text[s.Start:s.End] }
