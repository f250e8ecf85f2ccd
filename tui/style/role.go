// Package style names what a run of text is for and gives each such role its
// colours. Views speak of roles only; escape sequences are made here and
// written by the screen.
//
// A role is a base (one of the constants below, up to 31) plus any of three
// bits: Selected (the row under the cursor), Lit (a search hit) and Dimmed (a
// row that the filter would hide). So a number in a selected row that holds a
// hit is Number|Selected|Lit, and every combination has its colours.
package style

import "qubi/tui/cell"

// The base roles.
const (
	Plain      cell.Role = iota
	Faint                // what may be overlooked: rules, hints
	Border               // between panes
	Title                // a pane's name
	TitleFocus           // the name of the pane that has the keys
	Section              // a section's heading
	Group                // a smaller heading within a section
	Name                 // a fact's name
	Number               // its number
	Unit                 // the number's unit
	Period               // its period
	Done                 // achieved, existing, done
	Target               // target, planned, signed
	Building             // under way
	Flag                 // a doubt a reader must know
	Growth               // growth or rank beside a level
	Missing              // nothing said, not comparable
	Sentence             // the sentence of the selected fact
	ThemeOn              // a topic that is filtered for
	Chip                 // an active filter
	Key                  // a key in hints and help
	Hint                 // what a key does
	Input                // what the user types
	Error                // what is wrong
	Good                 // what went well
	Marked               // the user's mark or note
	Fact                 // a fact's quote in a text
	Focused              // the selected fact's quote, its sentence
	Repair               // text restored from damage
	Bar                  // the bars at top and bottom
	BarOn                // the current entry of a bar
	Heading              // a heading of a report
)

// The bits that go with a base role.
const (
	Selected cell.Role = 0x20
	Lit      cell.Role = 0x40
	Dimmed   cell.Role = 0x80
)

// bases are the roles' names in the order above, as the config file writes them.
var bases = [...]string{
	"plain", "faint", "border", "title", "title-focus", "section", "group", "name",
	"number", "unit", "period", "done", "target", "building", "flag", "growth",
	"missing", "sentence", "theme-on", "chip", "key", "hint", "input", "error",
	"good", "marked", "fact", "focused", "repair", "bar", "bar-on", "heading",
}

// With adds bits to every span of a line that has none of its own colour to
// lose; the line itself is left as it is.
func With(line cell.Line, bits cell.Role) cell.Line {
	if bits == 0 {
		return line
	}
	out := make(cell.Line, len(line))
	for i, s := range line {
		out[i] = cell.Span{Text: s.Text, Role: s.Role | bits}
	}
	return out
}
