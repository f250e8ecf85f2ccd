package tui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// field is a line that is typed into: bubbles' textinput holds value, cursor
// and editing keys; it is drawn here, so that one measure rules the screen.
type field struct{ in textinput.Model }

// newField makes a field with a value, the cursor at its end.
func newField(value string) field {
	in := textinput.New()
	in.CharLimit = 400
	in.SetValue(value)
	in.Focus() // its blink is not wanted: the terminal's own cursor is shown
	in.CursorEnd()
	return field{in}
}

// value is what has been typed.
func (f *field) value() string { return f.in.Value() }

// update gives the field a key or a paste; true when the value changed.
func (f *field) update(msg tea.Msg) bool {
	before := f.in.Value()
	f.in, _ = f.in.Update(msg)
	return f.in.Value() != before
}

// line draws the field in w cells, scrolled so that the cursor is in sight,
// and tells the cursor's column. wrongAt is the byte from which the value is
// wrong, or -1.
func (f *field) line(l *pane.Look, w, wrongAt int) (line cell.Line, cursor int) {
	runes := []rune(f.in.Value())
	at := min(f.in.Position(), len(runes))
	start := 0
	for start < at && l.Measure.Width(string(runes[start:at])) > w-1 {
		start++
	}
	good, bad := string(runes[start:]), ""
	if skipped := len(string(runes[:start])); wrongAt >= skipped && wrongAt <= skipped+len(good) {
		good, bad = good[:wrongAt-skipped], good[wrongAt-skipped:]
	}
	return cell.Line{{Text: good, Role: style.Input}, {Text: bad, Role: style.Error}},
		l.Measure.Width(string(runes[start:at]))
}
