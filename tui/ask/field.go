package ask

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Field is a line that is typed into: bubbles' textinput holds value, cursor
// and editing keys; it is drawn here, so that one measure rules the screen.
type Field struct{ in textinput.Model }

// NewField makes a field with a value, the cursor at its end.
func NewField(value string) Field {
	in := textinput.New()
	in.CharLimit = 400
	in.Focus() // its blink is not wanted: the terminal's own cursor is shown
	f := Field{in}
	f.Set(value)
	return f
}

// Set puts another value in, the cursor at its end.
func (f *Field) Set(value string) {
	f.in.SetValue(value)
	f.in.CursorEnd()
}

// Value is what has been typed.
func (f *Field) Value() string { return f.in.Value() }

// Update gives the field a key or a paste; true when the value changed.
func (f *Field) Update(msg tea.Msg) bool {
	before := f.in.Value()
	switch m := msg.(type) {
	case tea.PasteMsg:
		m.Content = legible(m.Content)
		msg = m
	case tea.KeyPressMsg:
		m.Text = legible(m.Text)
		msg = m
	}
	f.hand(msg)
	return f.in.Value() != before
}

// hand hands a message to bubbles' textinput. Of its keys one is known to panic
// (v2.2.1: deleteWordForward looks at the rune behind the last, to be reported
// upstream); there, deleting a word is deleting a character. Should another,
// what was typed stays as it was: a field may ignore a key, and never loses a
// note.
func (f *Field) hand(msg tea.Msg) {
	before, at := f.in.Value(), f.in.Position()
	defer func() {
		if recover() != nil {
			limit := f.in.CharLimit
			*f = NewField("")
			f.in.CharLimit = limit
			f.in.SetValue(before)
			f.in.SetCursor(at)
		}
	}()
	_, last := utf8.DecodeLastRuneInString(before)
	if k, ok := msg.(tea.KeyPressMsg); ok && last > 0 && f.position() == len(before)-last && key.Matches(k, f.in.KeyMap.DeleteWordForward) {
		msg = tea.KeyPressMsg{Code: tea.KeyDelete}
	}
	f.in, _ = f.in.Update(msg)
}

// Line draws the field in w cells, scrolled so that the cursor is in sight,
// and tells the cursor's column. wrongAt is the byte from which the value is
// wrong, or -1.
func (f *Field) Line(l *draw.Look, w, wrongAt int) (line cell.Line, cursor int) {
	value, start := f.in.Value(), f.start(l, w)
	good, bad := value[start:], ""
	if wrongAt >= start && wrongAt <= len(value) {
		good, bad = value[start:wrongAt], value[wrongAt:]
	}
	return cell.Line{{Text: good, Role: style.Input}, {Text: bad, Role: style.Error}},
		l.Measure.Width(value[start:f.position()])
}

// Column is where a byte of the value stands in the drawn field; 0 for what is
// scrolled out at the left.
func (f *Field) Column(l *draw.Look, w, at int) int {
	value := f.in.Value()
	start := f.start(l, w)
	return l.Measure.Width(value[start:max(start, min(at, len(value)))])
}

// Limit is how many characters may be typed.
func (f *Field) Limit(n int) { f.in.CharLimit = n }

// position is the byte of the value that the cursor is before.
func (f *Field) position() int {
	runes := []rune(f.in.Value())
	return len(string(runes[:min(f.in.Position(), len(runes))]))
}

// start is the first byte of the value in sight.
func (f *Field) start(l *draw.Look, w int) int {
	value, at := f.in.Value(), f.position()
	for i := range value[:at] {
		if l.Measure.Width(value[i:at]) <= w-1 {
			return i
		}
	}
	return at
}

// legible is a typed or pasted text without what nobody sees and what turns the
// order of a line round; its lines become one.
func legible(s string) string {
	return strings.ReplaceAll(cell.Clean(strings.TrimRight(s, "\r\n")), "\n", " ")
}
