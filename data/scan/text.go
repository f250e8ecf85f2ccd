// Package scan reads clean text into sentences: words with their features,
// numbers with their units, under the headings they stand below. It says what
// stands where; what it means for a district is for those who read on.
package scan

import (
	"qubi/data/lexicon"
	"qubi/model"
)

// Text is a document cut into sentences. It does not change once it is read.
type Text struct {
	Doc       *model.Document
	Sections  []Section // in the order of the text; [0] is the document before its first heading
	Sentences []Sentence
	Words     []lexicon.Word // the longest word that begins at each place of a sentence, by its offset in the text
}

// Of is the text of a span of the document.
func (t *Text) Of(s model.Span) string { return t.Doc.Text[s.Start:s.End] }

// Under is the section that a sentence stands in.
func (t *Text) Under(s *Sentence) *Section { return &t.Sections[s.Section] }

// Looks is the time that a heading turns its section to.
type Looks int8

// A section tells what was done (回顾, 成效), what is to be done (安排, 任务), or
// its heading does not say.
const (
	Neither Looks = iota
	Back
	Ahead
)

// Section is a heading and what stands below it, up to the next heading of its
// level or of a higher one.
type Section struct {
	Heading  model.Span // the heading's line; empty for the document itself
	Level    int        // 0 for the document, 1 for its highest headings
	Parent   int        // the index of the section it is part of; -1 for the document
	Looks    Looks      // by its own heading, or by its parent's where that is silent
	Explains bool       // it explains words (名词解释), and states nothing; so do its parts
}

// Sentence is a piece of text up to and with its 。！？ or its paragraph's end.
type Sentence struct {
	model.Span
	Paragraph  int              // its number, from 1; where a wrapped line was read on, the first line's
	Section    int              // index into Text.Sections
	Under      model.Span       // the heading line it stands under, a heading itself; empty where none
	Item       bool             // an item of a list: it began with a bullet or a list mark, or ends with ；
	Heading    bool             // the sentence is a heading
	Words      lexicon.Features // what its words may be, all together
	Quantities []Quantity       // its numbers that measure something, in order
}
