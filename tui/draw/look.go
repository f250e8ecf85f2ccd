// Package draw draws what is seen of facts: a fact in a row or in full, its
// evidence, charts, rankings, courses over time. It is told what to draw and how
// wide, and keeps nothing: no cursor, no size, nothing made before. Who holds the
// cursors (tui/pane) and opens dialogs (tui/ask) draws by it.
//
// Look is how everything is drawn: widths, marks and words. Text gets a role of
// package style, never a colour.
package draw

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/lang"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// Look is what every pane needs to draw. The browser changes it in place when
// the terminal's answers or the query change.
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
	// Still says that since the panes drew last nothing but the cursor of one of them
	// has moved: what they keep of a row without the cursor stands.
	Still bool
	// Others are the facts that tell of the same thing in other places of the
	// district's reports; nil where nobody looks for them.
	Others func(*model.Fact) []*model.Fact
	// Doubts are the reasons why a fact is doubted, in words; nil where nobody asks.
	Doubts func(*model.Fact) []string
	// Fold reports whether something is folded away, by its name; usually is how it
	// stands until somebody turns that. Nil is as usual.
	Fold func(id string, usually bool) bool
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

// Text is a span in a role.
func Text(s string, role cell.Role) cell.Span { return cell.Span{Text: s, Role: role} }

// Fit makes a line w cells wide.
func (l *Look) Fit(line cell.Line, w int) cell.Line {
	return table.Fit(l.Measure, line, w)
}

// Light splits a text into spans of a role, the parts that the search finds lit.
func (l *Look) Light(s string, role cell.Role) cell.Line {
	if l.Lit == nil {
		return cell.Line{Text(s, role)}
	}
	var line cell.Line
	at := 0
	for _, hit := range l.Lit(s) {
		if hit.Start < at || hit.End > len(s) || hit.Len() == 0 {
			continue
		}
		line = append(line, Text(s[at:hit.Start], role), Text(s[hit.Start:hit.End], role|style.Lit))
		at = hit.End
	}
	return append(line, Text(s[at:], role))
}

// Folded reports whether something is folded away, see Fold.
func (l *Look) Folded(id string, usually bool) bool {
	if l.Fold == nil {
		return usually
	}
	return l.Fold(id, usually)
}

// StateOf of a fact, zero where nobody tells.
func (l *Look) StateOf(f *model.Fact) State {
	if l.State == nil {
		return State{}
	}
	return l.State(f)
}

// Fill makes lines exactly h long.
func (l *Look) Fill(lines []cell.Line, w, h int) []cell.Line {
	if len(lines) > h {
		return lines[:max(h, 0)]
	}
	for len(lines) < h {
		lines = append(lines, l.Fit(nil, w))
	}
	return lines
}

// Named is a district's name; one whose reports do not name it goes by the
// first report's title, or its file where it has none.
func (l *Look) Named(d *model.District) string {
	if d.Name == "" && len(d.Reports) > 0 {
		return l.Words.Text("pane.unnamed", cmp.Or(d.Reports[0].Head.Title, d.Reports[0].File))
	}
	return d.Name
}

// Rule is a line across w cells.
func (l *Look) Rule(w int) cell.Line {
	s := strings.Repeat(l.Glyphs.Rule, max(0, w)/max(1, l.Measure.Width(l.Glyphs.Rule)))
	return cell.Line{Text(s, style.Border)}
}

// ThemeOf is a fact's best theme; of those that are filtered for where any are,
// so that a fact stands under the heading it was asked for by.
func (l *Look) ThemeOf(f *model.Fact) model.Theme {
	for _, t := range f.Themes {
		if slices.Contains(l.Themes, t) {
			return t
		}
	}
	if len(f.Themes) == 0 {
		return model.NoTheme
	}
	return f.Themes[0]
}

// ThemeWord is a theme's word; facts without a theme have one too.
func (l *Look) ThemeWord(t model.Theme) string {
	if t == model.NoTheme {
		return l.Words.Text("theme.none")
	}
	return t.Word(l.Words.Lang)
}

// Wrap breaks a text into lines of at most w cells and gives them as spans of
// the text.
func Wrap(m cell.Measure, s string, w int) []model.Span {
	return model.Map(m.WrapSpans(s, w), func(r cell.Range) model.Span { return model.Span(r) })
}
