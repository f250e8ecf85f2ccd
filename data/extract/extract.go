// Package extract reads facts out of a report's clean text.
//
// One construct a file (metric, rank, cluster, park, project …); the order of
// the extractors is the list in Report. Every fact is found by rules about how
// such reports are written; words are data in lexicon/*.tsv.
package extract

import (
	"qubi/data/lexicon"
	"qubi/data/names"
	"qubi/data/scan"
	"qubi/data/trust"
	"qubi/model"
)

// Report reads the facts of a document, in the order of the text.
func Report(doc *model.Document) *model.Report {
	return Options{}.Report(doc)
}

// read runs the extractors, side by side where one does not wait for the other: lists of names
// are read while the numbers are, and made facts of, which takes the sections that the numbers'
// walk has found, while the numbers are weighed.
func read(x *reading) *model.Report {
	var numbers *miner
	var lists *names.Lists
	x.each(2, func(i int) {
		if i == 0 {
			numbers = metrics(x)
		} else {
			lists = namesIn(x)
		}
	})
	var facts []*model.Fact
	weighed := weighed{x.doc.Text, x.words, numbers.district, numbers.facts, numbers.traces, trust.CompanyOf(x.doc.Text, numbers.facts), x.why}
	x.each(1+weighed.parts(), func(i int) {
		if i == 0 {
			facts = nameFacts(x, lists)
		} else {
			weighed.part(i - 1)
		}
	})
	for _, mark := range numbers.outdone {
		mark.Name = ""
	}
	facts = append(facts, numbers.facts...)
	ownBySubject(x.doc, facts)
	return finish(x, facts)
}

// each does a work of so many parts, side by side where the options say how and nobody wants to
// be told of the facts in turn.
func (x *reading) each(parts int, do func(i int)) {
	if x.sideBySide != nil && x.why == nil {
		x.sideBySide(parts, do)
		return
	}
	for i := range parts {
		do(i)
	}
}

// reading is one pass over one document: what every extractor needs.
type reading struct {
	doc       *model.Document
	sentences []scan.Sentence
	words     []lexicon.Word // the longest at each place; empty where they were not looked for
	sections  []model.Stage  // of each sentence, what the heading above it says, as the numbers' walk found it

	why        func(*model.Fact, Why)          // told of each metric; may be nil
	unlikely   bool                            // names that are not likely are kept
	sideBySide func(parts int, do func(i int)) // may be nil

	// Counted at first use.
	themes *Themes // lexicon in force
	votes  *topics // what the text's words say about themes
	ledTo  *scan.Sentence
	leads  tally // what leads to that sentence says
}

// section is what the walk found the heading above the ith sentence to say; "" where it did not
// come by.
func (x *reading) section(i int) model.Stage {
	if i >= len(x.sections) {
		return ""
	}
	return x.sections[i]
}

// text at a span of the document.
func (x *reading) text(s model.Span) string { return x.doc.Text[s.Start:s.End] }

// Options are what a reader may set; the zero Options are the default.
type Options struct {
	Themes *Themes // words that tell a topic; nil means the embedded lexicon

	// Why, if set, is told of each fact how it was read, before those told twice are
	// made one.
	Why func(*model.Fact, Why)

	// Unlikely keeps the names that are most likely none, see package trust.
	Unlikely bool

	// Each, if set, does the parts of a work side by side; nil does one after the other.
	Each func(parts int, do func(i int))
}

// Report reads the facts of a document, in the order of the text.
func (o Options) Report(doc *model.Document) *model.Report {
	x := &reading{doc: doc, themes: o.Themes, why: o.Why, unlikely: o.Unlikely, sideBySide: o.Each}
	text := scan.ReadOn(doc, x.each)
	x.sentences, x.words = text.Sentences, text.Words
	defer text.Forget()
	return read(x)
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
