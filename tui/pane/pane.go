// Package pane holds the rectangles of the screen: a district's facts, a
// comparison, a report's text, the evidence of one fact, lists to choose from.
//
// # How to add a pane
//
// Write one type in one file and give it the methods of Pane (the interface
// below; tui holds its panes by it). Rules that keep panes simple:
//
//   - Data comes down by setters (SetFacts, SetReport …); what the user chose
//     is pulled up by Selected and Place. A pane sends no messages, starts no
//     commands and never names another pane.
//   - Lines returns exactly h lines of exactly w cells, of the last SetSize.
//     Use table.Fit for every line; the frame test of tui checks every size.
//   - Lines is called at every frame: work only on the rows in sight. What
//     costs more (wrapping, column widths) is kept and made anew in SetSize
//     when the width changed, or in the setter of the data.
//   - Text gets a role of package style, never a colour, and every mark comes
//     from Look.Glyphs, every word from Look.Words (lang/zh.txt and en.txt).
//   - What shows rows of facts asks Look.Lit for the parts to light, and
//     Look.State for what the user did to a fact.
//
// Then let tui make it: a view is added to the list in tui/state.go and made and
// filled in tui/derive.go (make, fill); its keys, if it has any of its own, are
// commands in tui/commands.go with words in both languages; and a line in
// pictures (tui/frame_test.go) has its frames checked at every size. What opens
// over the panes and takes the keys is no pane but a dialog (tui/dialog.go).
package pane

import (
	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/lang"
	"qubi/tui/style"
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
	// Place is where the pane stands, SetPlace puts it back there.
	Place() table.Scroll
	SetPlace(table.Scroll)
}

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

// Look is what every pane needs to draw. The root changes it in place when the
// terminal's answers or the query change.
type Look struct {
	Measure cell.Measure
	Glyphs  Glyphs
	Words   *lang.Language
	// Lit gives the parts of a text that the search finds, in order; nil when
	// nothing is searched for.
	Lit func(text string) []model.Span
	// Narrowest is the width of the narrowest pane in sight: panes side by side
	// use the same short or long words, even where one has a cell more.
	Narrowest int
	// Themes are those filtered for.
	Themes []model.Theme
	// Order and RowOrder name the order of facts, "" for the text's own, and of
	// a comparison's rows.
	Order, RowOrder string
	// Others are the facts that tell of the same thing in other places of the
	// district's reports; nil where nobody looks for them.
	Others func(*model.Fact) []*model.Fact
	// Doubts are the reasons why a fact is doubted, in words; nil where nobody asks.
	Doubts func(*model.Fact) []string
	// Open reports whether something that folds is open, by its name; nil is
	// never.
	Open func(id string) bool
	// Closed tells whether something that is open as a rule has been closed, by its
	// id; nil means never.
	Closed func(id string) bool
	// State tells what the query and the user say of a fact.
	State func(*model.Fact) State
}

// State is what the query and the user say of a fact.
type State struct {
	Dimmed bool // the filter would hide it
	Marked bool
	Noted  bool
	Check  model.Mark // what people decided of it
}

// Glyphs are the marks of the interface. Each is one cell wide: drawn where
// the terminal does so, else ASCII.
type Glyphs struct {
	Cursor, Done, Target, Building, Mark, Note, Fold, Rule, Bar string
	Times                                                       string // before how often a thing is told
	More                                                        string // end of a cut text; may be two cells
	Before, After                                               string // more panes on this side
	Missing                                                     string // nothing is said here
	Full, Hollow                                                string // of a bar, one cell each
	Spark, Shades, Parts                                        string // a mark a step, from the least; of the parts of a bar
	Closed                                                      string // before what opens
	Checks                                                      string // of what people decided, by model.Mark, one cell each
}

// GlyphSet is the set for a terminal that draws ambiguous characters and
// boxes in one cell, or the ASCII set.
func GlyphSet(boxes bool) Glyphs {
	if boxes {
		return Glyphs{Cursor: "▸", Done: "●", Target: "○", Building: "◐", Mark: "★", Note: "¶",
			Fold: "▾", Rule: "─", Bar: "│", Times: "×", More: "…", Before: "‹", After: "›",
			Missing: "·", Full: "█", Hollow: "░", Spark: "▁▂▃▄▅▆▇█", Shades: " ░▒▓█", Parts: "█▓▒░·", Closed: "▸", Checks: " ✓✎+✗"}
	}
	return Glyphs{Cursor: ">", Done: "+", Target: "o", Building: "~", Mark: "*", Note: "#",
		Fold: "-", Rule: "-", Bar: "|", Times: "x", More: "..", Before: "<", After: ">",
		Missing: ".", Full: "#", Hollow: "-", Spark: "_.-=^", Shades: " .:+#", Parts: "#=~-.", Closed: ">", Checks: " v/+x"}
}

// text is a span in a role.
func text(s string, role cell.Role) cell.Span { return cell.Span{Text: s, Role: role} }

// fit makes a line w cells wide.
func (l *Look) fit(line cell.Line, w int) cell.Line {
	return table.Fit(l.Measure, line, w)
}

// lit splits a text into spans of a role, the parts that the search finds lit.
func (l *Look) lit(s string, role cell.Role) cell.Line {
	if l.Lit == nil {
		return cell.Line{text(s, role)}
	}
	var line cell.Line
	at := 0
	for _, hit := range l.Lit(s) {
		if hit.Start < at || hit.End > len(s) || hit.Len() == 0 {
			continue
		}
		line = append(line, text(s[at:hit.Start], role), text(s[hit.Start:hit.End], role|style.Lit))
		at = hit.End
	}
	return append(line, text(s[at:], role))
}

// state of a fact, zero where nobody tells.
func (l *Look) state(f *model.Fact) State {
	if l.State == nil {
		return State{}
	}
	return l.State(f)
}

// fill makes lines exactly h long.
func (l *Look) fill(lines []cell.Line, w, h int) []cell.Line {
	if len(lines) > h {
		return lines[:max(h, 0)]
	}
	for len(lines) < h {
		lines = append(lines, l.fit(nil, w))
	}
	return lines
}
