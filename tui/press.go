package tui

import (
	tea "charm.land/bubbletea/v2"

	"qubi/tui/ask"
	"qubi/tui/keymap"
)

// pressCode toggles the code that a key is of; false where it is of none.
func (a *App) pressCode(key string) bool {
	for _, c := range a.decided.codes {
		if c.Key != "" && c.Key == key {
			a.toggleCode(c.Name)
			return true
		}
	}
	return false
}

// showProblems shows all problems.
func (a *App) showProblems() {
	a.Open(&ask.Notice{Title: a.words.Text("title.problems"), Hint: a.words.Text("notice.how", a.keyFor("problems")),
		Text: a.problems(), Press: func(msg tea.KeyPressMsg) { a.press(keymap.Fold(msg)) }})
}

// press runs the command of a key; a disabled one says why, and a key without a
// command where to find those that have one.
func (a *App) press(k string) {
	c := a.bound(k)
	switch why := c.why(a); {
	case c.id == "" && a.pressCode(k):
	case c.id == "":
		a.tell(a.words.Text("toast.nokey", keymap.Label(k), a.keyFor("help")))
	case why != "":
		a.tell(a.words.Text("toast.off", a.words.Text("cmd."+c.id), a.reason(why)))
	default:
		c.run(a)
	}
}

// problems are all that were met: in the settings, and in the reports.
func (a *App) problems() []string {
	return append(a.options.Problems[:len(a.options.Problems):len(a.options.Problems)], a.options.Found...)
}
