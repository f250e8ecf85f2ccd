package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// keepBrokenPipes makes a write to a closed pipe return an error instead of
// killing the process, so that `qubi facts | head -1` ends with status 0. The
// signal is caught rather than ignored: an ignored one would stay ignored in
// a program that the browser starts.
func keepBrokenPipes() (release func()) {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGPIPE)
	return func() { signal.Stop(caught) }
}

// isClosedPipe reports whether the error says that nobody reads any more.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || isWindowsPipe(err)
}
