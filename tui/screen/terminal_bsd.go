//go:build !windows && !linux

package screen

import (
	"os"

	"golang.org/x/sys/unix"
)

// The requests that read and set a terminal's modes.
const getModes, setModes = unix.TIOCGETA, unix.TIOCSETA

// flushQueue empties the terminal's input or output queue.
func flushQueue(f *os.File, queue int) { unix.IoctlSetPointerInt(int(f.Fd()), unix.TIOCFLUSH, queue) }

// reopen is the same file: what waits for it cannot be given up here.
func reopen(f *os.File, _ int) *os.File { return f }

// parentOf is not known here: the parent alone is asked.
func parentOf(int) int { return 0 }
