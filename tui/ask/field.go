package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Field is a line that is typed into, with the editing keys of a shell.
type Field struct {
	value []rune // never changed in place: fields are copied
	at    int    // the character that the cursor is before
	limit int    // how many characters may be typed
}

// NewField makes a field with a value, the cursor at its end.
func NewField(value string) Field {
	f := Field{limit: 400}
	f.Set(value)
	return f
}

// Set puts another value in, the cursor at its end.
func (f *Field) Set(value string) {
	f.value, f.at = nil, 0
	f.insert(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r == utf8.RuneError || unicode.IsControl(r):
			return -1
		}
		return r
	}, value))
}

// Value is what has been typed.
func (f *Field) Value() string { return string(f.value) }

// Update gives the field a key or a paste; true when the value changed.
func (f *Field) Update(msg tea.Msg) bool {
	before := f.value
	switch m := msg.(type) {
	case tea.PasteMsg:
		f.insert(legible(m.Content))
	case tea.KeyPressMsg:
		if !f.edit(m.String()) {
			f.insert(legible(m.Text))
		}
	}
	return !slices.Equal(f.value, before)
}

// insert types a text, as far as there is room.
func (f *Field) insert(text string) {
	typed := []rune(text)
	typed = typed[:max(0, min(len(typed), f.limit-len(f.value)))]
	f.value = slices.Concat(f.value[:f.at], typed, f.value[f.at:])
	f.at += len(typed)
}

// edit moves the cursor by a key, or deletes up to where the key would move it; false
// of any other key.
func (f *Field) edit(name string) bool {
	to, deletes := f.at, false
	switch name {
	case "left", "ctrl+b":
		to--
	case "right", "ctrl+f":
		to++
	case "alt+left", "ctrl+left", "alt+b":
		to = f.word(-1)
	case "alt+right", "ctrl+right", "alt+f":
		to = f.word(1)
	case "home", "ctrl+a":
		to = 0
	case "end", "ctrl+e":
		to = len(f.value)
	case "backspace", "ctrl+h":
		to, deletes = to-1, true
	case "delete", "ctrl+d":
		to, deletes = to+1, true
	case "alt+backspace", "ctrl+w":
		to, deletes = f.word(-1), true
	case "alt+delete", "alt+d":
		to, deletes = f.word(1), true
	case "ctrl+u":
		to, deletes = 0, true
	case "ctrl+k":
		to, deletes = len(f.value), true
	default:
		return false
	}
	to = max(0, min(to, len(f.value)))
	if deletes {
		from := min(f.at, to)
		f.value, to = slices.Concat(f.value[:from], f.value[max(f.at, to):]), from
	}
	f.at = to
	return true
}

// word is where the word before (-1) or behind (1) the cursor begins or ends.
func (f *Field) word(step int) int {
	at := f.at
	for _, space := range []bool{true, false} {
		for next := at + min(step, 0); next >= 0 && next < len(f.value) && unicode.IsSpace(f.value[next]) == space; next += step {
			at += step
		}
	}
	return at
}

// Line draws the field in w cells, scrolled so that the cursor is in sight,
// and tells the cursor's column. wrongAt is the byte from which the value is
// wrong, or -1.
func (f *Field) Line(l *draw.Look, w, wrongAt int) (line cell.Line, cursor int) {
	value, start := f.Value(), f.start(l, w)
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
	value := f.Value()
	start := f.start(l, w)
	return l.Measure.Width(value[start:max(start, min(at, len(value)))])
}

// Limit is how many characters may be typed.
func (f *Field) Limit(n int) { f.limit = n }

// position is the byte of the value that the cursor is before.
func (f *Field) position() int { return len(string(f.value[:f.at])) }

// start is the first byte of the value in sight.
func (f *Field) start(l *draw.Look, w int) int {
	value, at := f.Value(), f.position()
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
