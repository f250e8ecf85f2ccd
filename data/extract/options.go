package extract

import (
	"qubi/data/scan"
	"qubi/model"
)

// Options are what a reader may set; the zero Options are the default.
type Options struct {
	Themes *Themes // words that tell a topic; nil means the embedded lexicon

	// Why, if set, is told of each fact how it was read, before those told twice are
	// made one.
	Why func(*model.Fact, Why)
}

// Report reads the facts of a document, in the order of the text.
func (o Options) Report(doc *model.Document) *model.Report {
	return read(&reading{doc: doc, sentences: scan.Read(doc).Sentences, themes: o.Themes, why: o.Why})
}

// lexicon is the theme lexicon in force.
func (x *reading) lexicon() *Themes {
	if x.themes == nil {
		x.themes = defaultThemes()
	}
	return x.themes
}

// topics are the votes of the document's words, counted at first use.
func (x *reading) topics() *topics {
	if x.votes == nil {
		x.votes = readTopics(x.doc.Text, x.lexicon())
	}
	return x.votes
}
