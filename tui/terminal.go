package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/screen"
)

// run shows the App in the terminal.
func run(ctx context.Context, app *App, o Options) error {
	return screen.Run(ctx, app, screen.Options{
		Ambiguous: o.Ambiguous,
		ASCII:     o.ASCII,
		Inside:    o.Inside,
		Mouse:     true,
		Paint:     func(r cell.Role) string { return app.sheet.Open(r) },
	})
}

// holdMouse asks the terminal for the mouse, or lets go of it.
func holdMouse(on bool) tea.Cmd { return screen.SetMouse(on) }

// hand hands a text to the terminal's clipboard.
func hand(text string) tea.Cmd { return screen.Copy(text) }
