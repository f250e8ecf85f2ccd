package tui

import (
	tea "charm.land/bubbletea/v2"

	"qubi/tui/screen"
)

// Terminal takes the terminal for Run and asks it what it is, while the reports
// are read.
func Terminal(o screen.Options) (*screen.Screen, error) {
	o.Mouse = true
	return screen.Open(o)
}

// holdMouse asks the terminal for the mouse, or lets go of it.
func holdMouse(on bool) tea.Cmd { return screen.SetMouse(on) }

// hand hands a text to the terminal's clipboard.
func hand(text string) tea.Cmd { return screen.Copy(text) }
