package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/style"
)

// dialog is what is open over the lower part of the panes and takes the keys:
// a list to choose from, a line to type in, the export form.
type dialog interface {
	key(a *App, msg tea.KeyPressMsg) tea.Cmd
	paste(a *App, msg tea.PasteMsg) tea.Cmd
	// rows is how many rows it wants; it may get fewer.
	rows(a *App) int
	lines(a *App, w, h int) []cell.Line
	// hints are its keys, for the last line of the window.
	hints() []hint
	// cursor is where typing goes, within the dialog; false for nowhere.
	cursor(a *App, w, h int) (x, y int, ok bool)
}

// hint is a key in the last line, and the id of what it does.
type hint struct{ key, does string }

// clicker is a dialog that can be clicked.
type clicker interface {
	click(a *App, y int, double bool) tea.Cmd
}

// dialogKeys are the keys of every dialog. They are letters' neighbours only:
// what is typed goes into the dialog's line.
type dialogKeys struct {
	accept, cancel, up, down, pageUp, pageDown, toggle, complete, backward, remove key.Binding
}

// inDialog are the keys of dialogs; they cannot be remapped.
func inDialog() dialogKeys {
	return dialogKeys{
		accept:   keys("enter"),
		cancel:   keys("esc", "ctrl+c"),
		up:       keys("up", "ctrl+p", "shift+tab"),
		down:     keys("down", "ctrl+n"),
		pageUp:   keys("pgup"),
		pageDown: keys("pgdown"),
		toggle:   keys("space"),
		complete: keys("tab"),
		backward: keys("shift+tab"),
		remove:   keys("delete"),
	}
}

// edge is a dialog's upper edge, with its title and a hint.
func (a *App) edge(title, hint string, w int) cell.Line {
	rule := a.look.Glyphs.Rule
	line := cell.Line{{Text: rule + rule + " ", Role: style.Border}, {Text: title + " ", Role: style.Section}}
	if hint != "" {
		line = append(line, cell.Span{Text: hint + " ", Role: style.Hint})
	}
	rest := max(0, w-a.look.Measure.WidthLine(line))
	return append(line, cell.Span{Text: strings.Repeat(rule, rest), Role: style.Border})
}

// close closes what is open.
func (a *App) close() { a.dialog = nil }
