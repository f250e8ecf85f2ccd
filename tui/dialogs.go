package tui

import (
	"qubi/tui/ask"
	"qubi/tui/draw"
)

// What a dialog asks of the browser (ask.Host).

// Look is how everything is drawn.
func (a *App) Look() *draw.Look { return a.look }

// Size is the window's, in cells.
func (a *App) Size() (w, h int) { return a.w, a.h }

// Open opens a dialog; nil closes the one that is open.
func (a *App) Open(d ask.Dialog) { a.dialog = d }

// Opened is the dialog that is open, or nil.
func (a *App) Opened() ask.Dialog { return a.dialog }

// ask opens a prompt. What it changes while something is typed is one change,
// which Esc takes back at once and undo later.
func (a *App) ask(p *ask.Prompt) {
	before, accept := a.state.copy(), p.Accept
	p.Cancel = func() {
		if !before.sameView(a.state) {
			a.restore(before)
		}
	}
	p.Accept = func(value string) {
		if !before.sameView(a.state) {
			a.opened = opening(before, a.state)
			a.history.keep(before)
		}
		accept(value)
	}
	a.Open(p)
}
