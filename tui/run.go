package tui

import (
	"context"
	"errors"

	"qubi/tui/cell"
	"qubi/tui/screen"
)

// Run shows the browser until the user quits or ctx ends, and leaves the
// terminal as it was.
func Run(ctx context.Context, o Options) error {
	defer o.Terminal.Close() // whatever goes wrong before it is shown
	app := New(o)
	defer screen.HoldSignals()()
	err := o.Terminal.Run(ctx, app, func(r cell.Role) string { return app.sheet.Open(r) })
	var panicked screen.PanicError
	if errors.As(err, &panicked) {
		return err // the state is not to be trusted
	}
	return errors.Join(err, app.failed, app.end())
}

// Terminal takes the terminal for Run and asks it what it is, while the reports
// are read.
func Terminal(o screen.Options) (*screen.Screen, error) {
	o.Mouse = true
	return screen.Open(o)
}
