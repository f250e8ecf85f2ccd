package screen

import (
	"fmt"
	"os"

	"golang.org/x/term"
)

// The modes a session sets and takes back. Autowrap is off so that a row that
// the terminal draws too wide never pushes the next one down. The sequence off
// starts by ending whatever colours and synchronized update may be open.
const (
	alternateOn  = "\x1b[?1049h\x1b[2J"
	alternateOff = "\x1b[?1049l"
	modesOn      = "\x1b[?7l\x1b[?2004h\x1b[?25l"
	modesOff     = "\x1b[m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?25h"
)

// mouseMode turns reports of clicks and the wheel (1002, as SGR 1006) on or
// off.
func mouseMode(on bool) string {
	if on {
		return "\x1b[?1002h\x1b[?1006h"
	}
	return "\x1b[?1002l\x1b[?1003l\x1b[?1006l"
}

// The size of a window that does not know its own.
const defaultWidth, defaultHeight = 80, 24

// terminal is the device: where keys come from, where frames go, and what its
// modes were.
type terminal struct {
	in, out *os.File
	display *os.File // out, opened anew for frames where that helps
	opened  *os.File // the controlling terminal, if we opened it
	before  *term.State
	console consoleState // of the output, where that has one
}

// openTerminal finds the terminal's two ends.
func openTerminal(in, out *os.File) (*terminal, error) {
	t := &terminal{in: in, out: out}
	if t.out == nil {
		t.out = os.Stdout
	}
	if !term.IsTerminal(int(t.out.Fd())) {
		return nil, ErrNoTerminal
	}
	if t.in == nil {
		t.in = os.Stdin
	}
	if !term.IsTerminal(int(t.in.Fd())) {
		f, err := openControlling()
		if err != nil {
			return nil, fmt.Errorf("no terminal to read keys from: %w", err)
		}
		t.in, t.opened = f, f
	}
	t.display = reopen(t.out)
	return t, nil
}

// raw makes keys come one by one and unechoed. The modes found at the first
// call are those that restore brings back.
func (t *terminal) raw() error {
	before, err := term.MakeRaw(int(t.in.Fd()))
	if err != nil {
		return fmt.Errorf("raw mode: %w", err)
	}
	if t.before == nil {
		t.before = before
		t.console = enableConsole(t.in, t.out)
	}
	return nil
}

// restore brings the modes back. If answers to our questions are outstanding,
// what was typed and not read goes with them: better that than rubbish at the
// shell's prompt.
func (t *terminal) restore(discard bool) {
	if t.before == nil {
		return
	}
	if discard {
		discardInput(t.in)
	}
	t.console.restore(t.out)
	term.Restore(int(t.in.Fd()), t.before)
	t.before = nil
}

// size is the window's, in cells.
func (t *terminal) size() (width, height int) {
	width, height, err := term.GetSize(int(t.out.Fd()))
	if err != nil || width <= 0 || height <= 0 {
		return defaultWidth, defaultHeight
	}
	return width, height
}

// close ends what openTerminal opened.
func (t *terminal) close() {
	if t.display != t.out {
		t.display.Close()
	}
	if t.opened != nil {
		t.opened.Close()
	}
}
