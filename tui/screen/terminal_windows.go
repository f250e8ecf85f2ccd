package screen

import (
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// consoleState is the output's mode as it was found.
type consoleState struct {
	mode  uint32
	known bool
}

// enableConsole makes the console speak escape sequences in both directions.
// The input's mode is brought back by the terminal's own state.
func enableConsole(in, out *os.File) consoleState {
	var mode uint32
	if h := windows.Handle(in.Fd()); windows.GetConsoleMode(h, &mode) == nil {
		windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_INPUT)
	}
	h := windows.Handle(out.Fd())
	if windows.GetConsoleMode(h, &mode) != nil {
		return consoleState{}
	}
	windows.SetConsoleMode(h, mode|windows.ENABLE_PROCESSED_OUTPUT|
		windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING|windows.DISABLE_NEWLINE_AUTO_RETURN)
	return consoleState{mode, true}
}

func (c consoleState) restore(out *os.File) {
	if c.known {
		windows.SetConsoleMode(windows.Handle(out.Fd()), c.mode)
	}
}

// enableSignals has nothing to do: the console's modes go with its keys.
func enableSignals(*os.File) {}

// openControlling opens the console the process belongs to.
func openControlling() (*os.File, error) { return os.OpenFile("CONIN$", os.O_RDWR, 0) }

// endings are the signals that end the program.
func endings() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

// watched are the signals that mean something to a session. New window sizes come
// with the input here.
func watched() []os.Signal { return endings() }

// signalled sends what a signal means.
func (s *session) signalled(sig os.Signal) {
	if !s.runs.Load() {
		s.leave()
		os.Exit(1)
	}
	if sig != os.Interrupt || !s.away.Load() {
		s.send(ended{SignalError{sig}})
	}
}

// askToStop has nothing to do: there is no job control here.
func askToStop() {}

// stopProcess has nothing to do either.
func stopProcess() {}

// discardInput drops what was typed and not read.
func discardInput(f *os.File) { windows.FlushConsoleInputBuffer(windows.Handle(f.Fd())) }

// discardOutput has nothing to do: a console takes what is written.
func discardOutput(*os.File) {}

// waiting reports nothing: the console's reader sees events, not bytes.
func waiting(*os.File, time.Duration) bool { return false }

// reopen is the same file: what waits for it cannot be given up here.
func reopen(f *os.File, _ int) *os.File { return f }
