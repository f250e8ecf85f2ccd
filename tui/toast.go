package tui

import (
	"qubi/tui/cell"
	"qubi/tui/style"
)

// toast is what was just done or went wrong; the next key clears it.
type toast struct {
	text string
	role cell.Role
}

// news is what was said last, or how far the reading is; nil for neither.
func (a *App) news() cell.Line {
	switch {
	case a.toast.text != "":
		return cell.Line{{Text: " " + a.toast.text, Role: a.toast.role}}
	case a.dialog == nil && a.progress.Reading:
		return a.progressLine()
	}
	return nil
}

// tell says what was done.
func (a *App) tell(text string) { a.say(style.Good, text) }

// say shows a sentence in a role.
func (a *App) say(role cell.Role, text string) { a.toast = toast{text, role} }
