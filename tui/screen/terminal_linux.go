package screen

import (
	"os"

	"golang.org/x/sys/unix"
)

// flushQueue empties the terminal's input or output queue.
func flushQueue(f *os.File, queue int) { unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, queue) }
