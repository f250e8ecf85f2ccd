//go:build unix

package files

import "syscall"

// neverWait opens a pipe that nobody writes without waiting for its writer, and
// a terminal without making it this program's own.
const neverWait = syscall.O_NONBLOCK | syscall.O_NOCTTY
