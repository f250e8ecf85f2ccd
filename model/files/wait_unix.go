//go:build unix

package files

import (
	"errors"
	"syscall"
)

// neverWait opens a pipe that nobody writes without waiting for its writer, and
// a terminal without making it this program's own.
const neverWait = syscall.O_NONBLOCK | syscall.O_NOCTTY

// running reports whether there is such a process.
func running(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }

// isUnread reports whether a pipe could not be opened because nobody reads it.
func isUnread(err error) bool { return errors.Is(err, syscall.ENXIO) }
