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

// tell says what was done.
func (a *App) tell(text string) { a.say(style.Good, text) }

// say shows a sentence in a role.
func (a *App) say(role cell.Role, text string) { a.toast = toast{text, role} }
