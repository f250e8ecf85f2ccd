package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// wasClosed reports whether a standard file was closed when the program began: in
// its place Go opens the null device to read and write. Shells open it to write
// only; who opens it as Go does wants the output as little, and has -o.
func wasClosed(f *os.File) bool {
	info, err := f.Stat()
	null, wrong := os.Stat(os.DevNull)
	if err != nil || wrong != nil || !os.SameFile(info, null) {
		return false
	}
	flags, err := unix.FcntlInt(f.Fd(), unix.F_GETFL, 0)
	return err == nil && flags&unix.O_ACCMODE == unix.O_RDWR
}
