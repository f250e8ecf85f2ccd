package screen

import (
	"fmt"
	"os"

	"golang.org/x/term"
)

// The modes a session sets and takes back. Autowrap is off so that a row that
// the terminal draws too wide never pushes the next one down. Colours are ended
// before the shell's screen is left: they come back with it.
const (
	alternateOn  = "\x1b[m\x1b(B\x1b[?1049h\x1b[2J"
	alternateOff = "\x1b[?1049l"
	modesOn      = "\x1b[?7l\x1b[?2004h\x1b[?25l"
	modesOff     = "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?25h"
)

// usual brings back what another program may have left otherwise: colours, the
// character set, the part that scrolls, keys of the keypad and the arrows,
// places counted from the screen's corner, letters that replace, a light screen,
// reports of the mouse and of focus, and of places in any old way.
const usual = "\x1b[m\x1b(B\x0f\x1b[r\x1b[?1l\x1b>\x1b[?6l\x1b[4l\x1b[?5l\x1b[?9l\x1b[?1000l\x1b[?1003l\x1b[?1004l\x1b[?1005l\x1b[?1015l\x1b[?1016l\x1b[?25h"

// theirs takes back how a program that had the terminal wants keys told, and its cursor's shape:
// left so, Ctrl-C would be rubbish at the shell's prompt.
const theirs = "\x1b[>4m\x1b[0 q"

// kitty is whether the terminal speaks kitty's protocol for keys, in which Esc
// is a whole sequence and is not mistaken for the beginning of another key.
type kitty bool

// push asks for it, pop takes that back.
func (k kitty) push() string { return map[kitty]string{true: "\x1b[>1u"}[k] }

func (k kitty) pop() string { return map[kitty]string{true: "\x1b[<u"}[k] }

// clear takes back what anyone has asked for.
func (k kitty) clear() string { return map[kitty]string{true: "\x1b[<16u"}[k] }

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
	keys    *os.File // in, opened anew for keys where that helps
	display *os.File // out, opened anew for frames
	opened  *os.File // the controlling terminal, if we opened it
	before  *term.State
	isRaw   bool
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
	t.keys, t.display = reopen(t.in, os.O_RDONLY), reopen(t.out, os.O_WRONLY)
	return t, nil
}

// raw makes keys come one by one and unechoed; signals says that Ctrl-C and
// Ctrl-Z are signals still, while nobody reads keys. The modes found at the
// first call are those that restore brings back, whatever another program left.
func (t *terminal) raw(signals bool) error {
	before, err := term.MakeRaw(int(t.in.Fd()))
	if err != nil {
		return fmt.Errorf("raw mode: %w", err)
	}
	if t.before == nil {
		t.before = before
	}
	if signals {
		enableSignals(t.in)
	}
	t.console, t.isRaw = enableConsole(t.in, t.out), true
	return nil
}

// restore brings the modes back. If answers to our questions are outstanding,
// what was typed and not read goes with them: better that than rubbish at the
// shell's prompt.
func (t *terminal) restore(discard bool) {
	if !t.isRaw {
		return
	}
	if discard {
		discardInput(t.in)
	}
	t.console.restore(t.out)
	term.Restore(int(t.in.Fd()), t.before)
	t.isRaw = false
}

// size is the window's, in cells.
func (t *terminal) size() (width, height int) {
	width, height, err := term.GetSize(int(t.out.Fd()))
	if err != nil {
		return defaultWidth, defaultHeight
	}
	return bounded(width, height)
}

// A window is never larger than this, whatever it or its terminal says.
const mostWidth, mostHeight = 2000, 1000

// bounded is a size that a window may have; one that says nothing has the usual
// one.
func bounded(width, height int) (int, int) {
	if width <= 0 || height <= 0 {
		return defaultWidth, defaultHeight
	}
	return min(width, mostWidth), min(height, mostHeight)
}

// close ends what openTerminal opened.
func (t *terminal) close() {
	if t.keys != t.in {
		t.keys.Close()
	}
	if t.display != t.out {
		t.display.Close()
	}
	if t.opened != nil {
		t.opened.Close()
	}
}
