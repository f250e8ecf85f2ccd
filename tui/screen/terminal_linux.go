package screen

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// The requests that read and set a terminal's modes.
const getModes, setModes = unix.TCGETS, unix.TCSETS

// flushQueue empties the terminal's input or output queue.
func flushQueue(f *os.File, queue int) { unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, queue) }

// reopen opens the terminal once more, for reading or for writing, so that what waits
// for it can be given up without changing how the shell's own file behaves. Where that
// is not allowed it is the same file.
func reopen(f *os.File, mode int) *os.File {
	name := "/proc/self/fd/" + strconv.Itoa(int(f.Fd()))
	if again, err := os.OpenFile(name, mode|unix.O_NOCTTY|unix.O_NONBLOCK, 0); err == nil {
		return again
	}
	return f
}

// parentOf is the parent of a process, or 0.
func parentOf(pid int) (parent int) {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	stat := string(raw) // pid (name) state parent …; the name may hold anything
	fmt.Sscanf(stat[strings.LastIndexByte(stat, ')')+1:], " %s %d", new(string), &parent)
	return parent
}
