// Package screen owns the terminal: it asks how wide characters are, draws
// frames line by line, reads keys through bubbletea's event loop, and gives
// the terminal back as it found it.
//
//	keys ─source→ bubbletea ─session.Update→ App.Update
//	App.Frame ─encode→ picture ─writer: differences to the last one→ terminal
//
// Bubbletea runs without its renderer. That one believes in widths which depend
// on the environment and repaints every row with a Chinese character at every
// frame. Without it, all that its renderer would do is done here: raw mode, the
// alternate screen, window sizes, suspending, and the way back on every exit.
//
// A frame holds spans with roles, never escape sequences; Options.Paint gives a
// role its colours. Each pane's part of a row is placed by an absolute column,
// so that borders stand straight even where the terminal draws a character
// wider or narrower than measured.
package screen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// Options are what Run needs beside the App. The zero value is usable.
type Options struct {
	// Ambiguous is the number of cells of an ambiguous character, 1 or 2; 0
	// asks the terminal. Borders are asked for in any case.
	Ambiguous int
	// ASCII keeps borders and marks to ASCII.
	ASCII bool
	// Inside is "tmux" or "screen" where one of them stands between the program
	// and the terminal; it decides how a copied text gets past it.
	Inside string
	// Mouse asks the terminal for clicks and the wheel.
	Mouse bool
	// Paint gives the escape sequence that begins a role ("" for plain text);
	// nil draws all text plain. It may answer differently after an Update.
	Paint func(cell.Role) string
	// In and Out are the terminal; nil is the standard input (or, where that
	// is not a terminal, the controlling one) and the standard output.
	In, Out *os.File
}

// Errors of Run that a caller may tell apart. ErrGone is a terminal that was
// closed under the program.
var (
	ErrNoTerminal = errors.New("the output is not a terminal")
	ErrGone       = errors.New("the terminal went away")
)

// SignalError says that a signal ended the program.
type SignalError struct{ Signal os.Signal }

// Error names the signal.
func (e SignalError) Error() string { return "ended by signal: " + e.Signal.String() }

// PanicError is a panic of the App or of one of its commands, met after the
// terminal was given back.
type PanicError struct {
	Value any
	Stack []byte
}

// Error is the panic's value and where it happened.
func (e PanicError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", e.Value, e.Stack) }

// Run shows the App until it returns tea.Quit, until Ctrl-C, a signal, the end
// of ctx or a panic, and leaves the terminal as it was. The error is nil when
// the user quit, by Ctrl-C too; otherwise ErrNoTerminal, ErrGone, the context's
// error, a SignalError or a PanicError.
func Run(ctx context.Context, app App, opts Options) error {
	t, err := openTerminal(opts.In, opts.Out)
	if err != nil {
		return err
	}
	defer t.close()
	s := newSession(app, opts, t)
	program := tea.NewProgram(s,
		tea.WithContext(ctx),
		tea.WithInput(s.source),
		tea.WithOutput(s.out),
		tea.WithWindowSize(s.width, s.height),
		tea.WithFilter(s.filter),
		tea.WithoutRenderer(),
		tea.WithoutSignalHandler(),
		tea.WithoutCatchPanics(),
	)
	s.send = program.Send
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	s.ask()
	defer s.watchSignals()()
	if _, err := program.Run(); err != nil && s.err == nil {
		if cause := ctx.Err(); cause != nil {
			return cause
		}
		return err
	}
	return s.err
}

// HoldSignals keeps the signals that end the program from cutting short what
// is done until release is called. A window that is closed sends more than one:
// the first ends Run, and the next would come while notes are being written.
func HoldSignals() (release func()) {
	held := make(chan os.Signal, 1)
	signal.Notify(held, endings()...)
	return func() { signal.Stop(held) }
}

// frameTime is how old a frame may get that waits for more keys of a flood.
const frameTime = 12 * time.Millisecond
