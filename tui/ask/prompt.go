package ask

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Prompt is a line to type in, with a second line below it that says what is
// wrong and where, or what may be typed.
type Prompt struct {
	Label string
	Field Field
	// Live is told every change; Cancel is called when the prompt is left.
	Live   func(value string)
	Cancel func()
	Accept func(value string) // without blanks around it
	// Tell is the second line: an error with the byte where it stands, or a
	// hint with at -1.
	Tell func(value string) (text string, at int)
	// Words are what may stand at the end of a text, each a longer text, for
	// Tab; nil offers none.
	Words  func(value string) []string
	Above  Above
	filled filling
}

// Key does what a key does here.
func (p *Prompt) Key(h Host, msg tea.KeyPressMsg) {
	switch k := msg.String(); {
	case k == "esc", k == "ctrl+c":
		h.Open(nil)
		if p.Cancel != nil {
			p.Cancel()
		}
	case k == "enter":
		p.finish(h)
	case p.Words != nil && k == "tab":
		p.fill(1)
	case p.Words != nil && k == "shift+tab":
		p.fill(-1)
	default:
		p.typed(msg)
	}
}

// filling is a text being completed: what was typed and what may become of it,
// which Tab goes through.
type filling struct {
	offered []string
	at      int
	put     string // what stands in the field now
}

// fill puts the next or previous completion into the field.
func (p *Prompt) fill(by int) {
	f := &p.filled
	if value := p.Field.Value(); f.offered == nil || value != f.put {
		*f = filling{offered: p.Words(value), at: -1}
		if by < 0 {
			f.at = 0
		}
	}
	n := len(f.offered)
	if n == 0 {
		return
	}
	f.at = (f.at + by + n) % n
	f.put = f.offered[f.at]
	p.Field.Set(f.put)
	if p.Live != nil {
		p.Live(f.put)
	}
}

// finish accepts the value, unless it is wrong: then the prompt stays open.
func (p *Prompt) finish(h Host) {
	if _, at := p.Tell(p.Field.Value()); at < 0 {
		h.Open(nil)
		p.Accept(strings.TrimSpace(p.Field.Value()))
	}
}

// typed hands a key or paste to the line.
func (p *Prompt) typed(msg tea.Msg) {
	if p.Field.Update(msg) && p.Live != nil {
		p.Live(p.Field.Value())
	}
}

// Paste types what was pasted.
func (p *Prompt) Paste(_ Host, msg tea.PasteMsg) { p.typed(msg) }

// Hints are its keys.
func (p *Prompt) Hints() []Hint {
	all := []Hint{{"enter", "hint.accept"}, {"ctrl+u", "hint.empty"}, {"esc", "hint.drop"}}
	if p.Words != nil {
		all = slices.Insert(all, 1, Hint{"tab", "hint.fill"})
	}
	return all
}

// Rows is how many rows it wants.
func (p *Prompt) Rows(h Host) int {
	w, _ := h.Size()
	return len(p.Lines(h, w, 0))
}

// Lines draws it.
func (p *Prompt) Lines(h Host, w, _ int) []cell.Line {
	l := h.Look()
	text, at := p.Tell(p.Field.Value())
	label := l.Measure.Width(p.Label)
	line, _ := p.Field.Line(l, w-label, at)
	lines := append(p.Above.lines(w), append(cell.Line{{Text: p.Label, Role: style.Key}}, line...))
	if at < 0 {
		return append(lines, cell.Line{{Text: " " + text, Role: style.Hint}})
	}
	return append(lines, p.wrong(l, w, text, at)...)
}

// wrong points at the place of an error and says what it is: beside the sign,
// or below it where the line is too short for that.
func (p *Prompt) wrong(l *draw.Look, w int, text string, at int) []cell.Line {
	col := max(0, min(l.Measure.Width(p.Label)+p.Field.Column(l, w-l.Measure.Width(p.Label), at), w-1))
	if col+l.Measure.Width("^ "+text) <= w {
		return []cell.Line{indent(col, cell.Span{Text: "^ " + text, Role: style.Error})}
	}
	lines := []cell.Line{indent(col, cell.Span{Text: "^", Role: style.Error})}
	for _, part := range l.Measure.Wrap(text, max(1, w-2)) {
		lines = append(lines, cell.Line{{Text: " " + part, Role: style.Error}})
	}
	return lines
}

// indent is a span after n blanks.
func indent(n int, s cell.Span) cell.Line {
	return cell.Line{{Text: cell.Blank(n)}, s}
}

// Cursor is where typing goes.
func (p *Prompt) Cursor(h Host, w int) (x, y int, ok bool) {
	l := h.Look()
	label := l.Measure.Width(p.Label)
	_, x = p.Field.Line(l, w-label, -1)
	return label + x, len(p.Above.lines(w)), true
}
