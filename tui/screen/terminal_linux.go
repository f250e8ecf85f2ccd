package screen

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// flushQueue empties the terminal's input or output queue.
func flushQueue(f *os.File, queue int) { unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, queue) }

// reopen opens the terminal once more, so that writes to it can be given up
// without changing how the shell's own file behaves. Where that is not allowed
// it is the same file.
func reopen(f *os.File) *os.File {
	name := "/proc/self/fd/" + strconv.Itoa(int(f.Fd()))
	if again, err := os.OpenFile(name, os.O_WRONLY|unix.O_NOCTTY|unix.O_NONBLOCK, 0); err == nil {
		return again
	}
	return f
}
