package data

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// largePages has a part of the heap stand in pages of megabytes and lets go of it, and
// reports whether the system grants that much.
func largePages(n int64) bool {
	trial, err := unix.Mmap(-1, 0, int(n), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil || unix.Munmap(trial) != nil {
		return false // asked by Go itself, that would end the program
	}
	var parts [][]byte // of which only the first may have been used before, and is cleared
	for ; n > 0; n -= heapLarge {
		part := make([]byte, heapLarge)
		_ = unix.Madvise(part, unix.MADV_HUGEPAGE) // advice
		parts = append(parts, part)
	}
	runtime.KeepAlive(parts) // so that no two of them are the same room
	return true
}
