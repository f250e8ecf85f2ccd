package ask

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// Notice shows sentences in full: the problems met before the first frame. It
// stands in nobody's way: the next key closes it and does what it always does.
type Notice struct {
	Title, Hint string
	Text        []string
	Press       func(msg tea.KeyPressMsg) tea.Cmd
}

// Key does what a key does here.
func (n *Notice) Key(h Host, msg tea.KeyPressMsg) tea.Cmd {
	h.Open(nil)
	k := inDialog()
	if key.Matches(msg, k.cancel, k.accept) {
		return nil
	}
	return n.Press(msg)
}

// Paste types what was pasted.
func (n *Notice) Paste(Host, tea.PasteMsg) tea.Cmd { return nil }

// Hints are its keys.
func (n *Notice) Hints() []Hint { return []Hint{{"esc", "hint.close"}} }

// Rows is how many rows it wants.
func (n *Notice) Rows(h Host) int {
	w, height := h.Size()
	return min(1+len(n.wrapped(h.Look(), w)), max(3, height*2/3))
}

// wrapped are the sentences in lines, each after a mark of its own.
func (n *Notice) wrapped(l *pane.Look, w int) []cell.Line {
	var lines []cell.Line
	for _, s := range n.Text {
		for i, part := range l.Measure.Wrap(cell.Clean(s), max(1, w-4)) {
			mark := "   "
			if i == 0 {
				mark = " ! "
			}
			lines = append(lines, cell.Line{{Text: mark, Role: style.Error}, {Text: part}})
		}
	}
	return lines
}

// Lines draws it.
func (n *Notice) Lines(h Host, w, _ int) []cell.Line {
	return append([]cell.Line{edge(h.Look(), n.Title, n.Hint, w)}, n.wrapped(h.Look(), w)...)
}

// Cursor is where typing goes.
func (n *Notice) Cursor(Host, int) (x, y int, ok bool) { return 0, 0, false }
