package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// shells are the programs in which people write qubi facts >&-, by name.
const shells = " ash bash dash fish ksh ksh93 mksh sh yash zsh "

// isClosed reports whether standard output was closed when the process began. Go has
// opened the null device for reading and writing in its place before any of our
// code runs, and programs that throw output away may open it so too; a shell never
// does. So it counts as closed where the program that started this one has none
// either, or is a shell whose own goes elsewhere.
func isClosed() bool {
	flags, err := unix.FcntlInt(uintptr(syscall.Stdout), unix.F_GETFL, 0)
	if err != nil || flags&unix.O_ACCMODE != unix.O_RDWR || !isNull("/proc/self/fd/1") {
		return err != nil
	}
	if os.Getppid() == 0 { // of a container: who began it cannot be seen
		return false
	}
	parent := fmt.Sprintf("/proc/%d/", os.Getppid())
	if _, err := os.Stat(parent + "fd/1"); err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	name, _ := os.ReadFile(parent + "comm")
	return strings.Contains(shells, " "+strings.TrimSpace(string(name))+" ") && !isNull(parent+"fd/1")
}

// isNull reports whether a path leads to the null device.
func isNull(path string) bool {
	a, wrong := os.Stat(path)
	b, err := os.Stat(os.DevNull)
	return wrong == nil && err == nil && os.SameFile(a, b)
}
