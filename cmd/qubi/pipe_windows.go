package main

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isWindowsPipe knows the two codes by which Windows says EPIPE.
func isWindowsPipe(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}
