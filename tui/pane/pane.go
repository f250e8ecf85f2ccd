// Package pane holds the rectangles of the screen: a district's facts, a
// comparison, a report's text, the lists of a comparison. They move a cursor that
// stands in the browser's state; what they show is drawn by tui/draw.
//
// # How to add a pane
//
// Write one type in one file and give it the methods of Pane (the interface
// below; tui holds its panes by it). Rules that keep panes simple:
//
//   - Data comes down by setters (SetFacts, SetReport …); what the user chose
//     is pulled up by Selected and Place. A pane sends no messages, starts no
//     commands and never names another pane. Its cursor is the one that it embeds.
//   - Lines returns exactly h lines of exactly w cells, of the last SetSize.
//     Use table.Fit for every line; the frame test of tui checks every size.
//   - Lines is called at every frame: work only on the rows in sight. What
//     costs more (wrapping, column widths) is kept and made anew in SetSize
//     when the width changed, or in the setter of the data.
//   - What a row says is drawn by tui/draw; every mark comes from its Glyphs,
//     every word from its Words (lang/zh.txt and en.txt).
//
// Then let tui make it: a view is added to the list in tui/state.go and made and
// filled in tui/derive.go (make, fill); its keys, if it has any of its own, are
// commands in tui/commands.go with words in both languages; and a line in
// pictures (tui/frame_test.go) has its frames checked at every size. What opens
// over the panes and takes the keys is no pane but a dialog (package tui/ask).
package pane

import (
	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/table"
)

// Pane is a rectangle with a cursor in it.
type Pane interface {
	// SetSize gives the pane its cells.
	SetSize(w, h int)
	// Lines draws it; focus says that the keys go here.
	Lines(focus bool) []cell.Line
	// Move moves the cursor.
	Move(m table.Motion)
	// Click puts the cursor at a cell of the pane; false where nothing is.
	Click(x, y int) bool
	// Selected is the fact under the cursor, or nil.
	Selected() *model.Fact
	// Place is where the pane stands, SetPlace puts it back there. Keep has that kept in
	// the browser's state from now on, where nothing else keeps it.
	Place() table.Scroll
	SetPlace(table.Scroll)
	Keep(at *table.Scroll)
}

// cursor is where a pane stands, of its own as long as no state keeps it.
type cursor struct{ place *table.Scroll }

func newCursor() cursor { return cursor{&table.Scroll{}} }

// Place is where the pane stands.
func (c *cursor) Place() table.Scroll { return *c.place }

// Keep has it kept in a state from now on.
func (c *cursor) Keep(at *table.Scroll) { c.place = at }

// Seeker is a pane that can be locked to others: it tells what its cursor
// stands on and goes to the nearest thing of the same sort.
type Seeker interface {
	Where() Where
	Seek(Where)
}

// Where is what a cursor stands on, in terms that another district shares.
type Where struct {
	Kind      model.Kind
	Theme     model.Theme
	Indicator string // canonical, or the name where there is none
	Line      int    // of the pane's rows on which it stands, from 0
}

// kept is what a pane drew of its rows without the cursor, by all that a row
// depends on beside what draw.Look.Still speaks of.
type kept[K comparable] map[K][]cell.Line

// begin begins a picture, for which only what still stands is of use.
func (k *kept[K]) begin(still bool) {
	if !still || *k == nil {
		*k = kept[K]{}
	}
}

// row is a row drawn, or as it was drawn before; the one that has the cursor is
// drawn each time.
func (k kept[K]) row(at K, here bool, draw func() []cell.Line) []cell.Line {
	if here {
		return draw()
	}
	lines, known := k[at]
	if !known {
		lines = draw()
		k[at] = lines
	}
	return lines
}
