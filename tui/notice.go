package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/style"
)

// notice shows sentences in full: the problems met before the first frame. It
// stands in nobody's way: the next key closes it and does what it always does.
type notice struct{ text []string }

// showProblems opens the notice with all problems.
func (a *App) showProblems() { a.dialog = &notice{a.options.Problems} }

func (n *notice) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	a.close()
	k := inDialog()
	if key.Matches(msg, k.cancel, k.accept) {
		return nil
	}
	return a.press(fold(msg))
}

func (n *notice) paste(*App, tea.PasteMsg) tea.Cmd { return nil }

func (n *notice) hints() []hint { return []hint{{"esc", "hint.close"}} }

func (n *notice) rows(a *App) int { return min(1+len(n.wrapped(a, a.w)), max(3, a.h*2/3)) }

// wrapped are the sentences in lines, each after a mark of its own.
func (n *notice) wrapped(a *App, w int) []cell.Line {
	var lines []cell.Line
	for _, s := range n.text {
		for i, part := range a.look.Measure.Wrap(cell.Clean(s), max(1, w-4)) {
			mark := "   "
			if i == 0 {
				mark = " ! "
			}
			lines = append(lines, cell.Line{{Text: mark, Role: style.Error}, {Text: part}})
		}
	}
	return lines
}

func (n *notice) lines(a *App, w, _ int) []cell.Line {
	return append([]cell.Line{a.edge(a.words.Text("title.problems"), a.words.Text("notice.how", a.keyFor("problems")), w)}, n.wrapped(a, w)...)
}

func (n *notice) cursor(*App, int, int) (x, y int, ok bool) { return 0, 0, false }
