// Package screen owns the terminal: it asks how wide characters are, draws
// frames line by line, reads keys through bubbletea's event loop, and gives
// the terminal back as it found it.
//
//	keys ─source→ bubbletea ─session.Update→ App.Update
//	App.Frame ─encode→ picture ─writer: differences to the last one→ terminal
//
// Bubbletea runs without its renderer, which repaints every row with a Chinese
// character at every frame. Both drew this program's screens, with the same probe,
// for 60 keys that move the cursor (version 2.1.1; an ambiguous character takes
// one cell / two cells):
//
//	                            its renderer        this package
//	bytes a key, 160x48         11,680 / 11,292     345 / 312
//	bytes a key, 80x24           2,637 / 2,600      409 / 372
//	ms a key, median, 160x48      13.5 / 11.6       1.7 / 1.4
//	ms a key, median, 80x24        4.0 / 4.1        1.4 / 1.1
//	crooked borders in 1560 rows     0 / 0            0 / 0
//
// Its borders were straight because these rows hold Chinese and are painted
// whole; it has no way to be told how wide an ambiguous character is. So all that
// a renderer does is done here: raw mode, the alternate screen, window sizes,
// suspending, and the way back on every exit.
//
// A frame holds spans with roles, never escape sequences; Run is told the colours of
// a role. Each pane's part of a row is placed by an absolute column,
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
	// Term is the terminal's name, as TERM says.
	Term string
	// Slow is a line that may cut keys into pieces: that of a terminal far away.
	Slow bool

	// In and Out are the terminal; nil is the standard input (or, where that
	// is not a terminal, the controlling one) and the standard output.
	In, Out *os.File
}

// Errors of Open and Run that a caller may tell apart. ErrGone is a terminal that was
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

// Screen is a terminal that was taken and asked what it can do, for Run.
type Screen struct {
	session *session
	program func() // gives back what Open took beside the terminal
}

// Open takes the terminal and asks it what it is. It answers while the caller
// makes its App, so that the first frame waits for neither. Until Run a signal
// ends the program as it does any other, with the terminal given back. The error
// is ErrNoTerminal or that of the device.
func Open(opts Options) (*Screen, error) {
	t, err := openTerminal(opts.In, opts.Out)
	if err != nil {
		return nil, err
	}
	s := newSession(opts, t)
	if err := s.enter(); err != nil {
		t.close()
		return nil, err
	}
	s.ask()
	return &Screen{session: s, program: s.watchSignals()}, nil
}

// Close gives the terminal back as it was; once is enough, also after Run.
func (sc *Screen) Close() {
	if sc == nil || sc.session == nil {
		return
	}
	sc.program()
	sc.session.leave()
	sc.session.term.close()
	sc.session = nil
}

// Run shows the App until it returns tea.Quit, until Ctrl-C, a signal, the end
// of ctx or a panic, and leaves the terminal as it was. paint gives the escape
// sequence that begins a role ("" for plain text); nil draws all text plain. It
// may answer differently after an Update. The error is nil when the user quit,
// by Ctrl-C too; otherwise ErrGone, the context's error, a SignalError or a
// PanicError.
//
// Bubbletea's program is run without a renderer and without input, and told at
// once that the terminal is not its own: otherwise a clock would wake it 60
// times a second to draw nothing.
func (sc *Screen) Run(ctx context.Context, app App, paint func(cell.Role) string) error {
	defer sc.Close()
	s := sc.session
	s.app, s.paint = app, paint
	s.width, s.height = s.term.size()
	program := tea.NewProgram(s,
		tea.WithContext(ctx),
		tea.WithInput(nil),
		tea.WithOutput(s.out),
		tea.WithWindowSize(s.width, s.height),
		tea.WithFilter(s.filter),
		tea.WithoutRenderer(),
		tea.WithoutSignalHandler(),
		tea.WithoutCatchPanics(),
	)
	s.send, s.release = program.Send, program.ReleaseTerminal
	s.runs.Store(true)
	if err := s.term.raw(false); err != nil {
		return err
	}
	if err := s.listen(); err != nil {
		return err
	}
	defer func() { s.keys.stop() }()
	if _, err := program.Run(); err != nil && s.err == nil {
		if cause := ctx.Err(); cause != nil {
			return cause
		}
		return err
	}
	return s.err
}

// watchSignals passes signals on to the event loop until the function it returns is
// called.
func (s *session) watchSignals() (stop func()) {
	signals := make(chan os.Signal, 16)
	signal.Notify(signals, watched()...)
	go func() {
		for sig := range signals {
			s.signalled(sig)
		}
	}()
	return func() { signal.Stop(signals); close(signals) }
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
