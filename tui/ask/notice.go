package ask

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Notice shows sentences in full: the problems met before the first frame. It
// stands in nobody's way: the next key closes it and does what it always does.
// Where there are more than fit, the keys that scroll do that first.
type Notice struct {
	Unwritten
	Title, Hint string
	Text        []string
	Press       func(msg tea.KeyPressMsg)

	top  int // the first line in sight
	more int // lines that were not in sight when it was drawn last
	body int // lines that were
}

// Key does what a key does here.
func (n *Notice) Key(h Host, msg tea.KeyPressMsg) {
	if by := steps(msg, n.body); by != 0 && n.more > 0 {
		n.top = max(0, min(n.top+by, n.more))
		return
	}
	h.Open(nil)
	switch msg.String() {
	case "esc", "ctrl+c", "enter":
	default:
		n.Press(msg)
	}
}

// Hints are its keys.
func (n *Notice) Hints() []Hint {
	if n.more > 0 {
		return []Hint{{"up", ""}, {"down", "hint.scroll"}, {"esc", "hint.close"}}
	}
	return []Hint{{"esc", "hint.close"}}
}

// Rows is how many rows it wants.
func (n *Notice) Rows(h Host) int {
	w, height := h.Size()
	return min(1+len(n.wrapped(h.Look(), w)), max(3, height*2/3))
}

// wrapped are the sentences in lines, each after a mark of its own.
func (n *Notice) wrapped(l *draw.Look, w int) []cell.Line {
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

// Lines draws it; where not all fits, its edge says which lines are in sight.
func (n *Notice) Lines(h Host, w, height int) []cell.Line {
	lines, title := n.wrapped(h.Look(), w), n.Title
	all := len(lines)
	n.body = max(1, height-1)
	n.more = max(0, all-n.body)
	n.top = min(n.top, n.more)
	if n.more > 0 {
		lines = lines[n.top : n.top+n.body]
		title += fmt.Sprintf(" %d-%d/%d", n.top+1, n.top+n.body, all)
	}
	return append([]cell.Line{edge(h.Look(), title, n.Hint, w)}, lines...)
}
