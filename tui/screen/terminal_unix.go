//go:build !windows

package screen

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// consoleState is nothing here: one set of modes serves both directions.
type consoleState struct{}

func (consoleState) restore(*os.File) {}

func enableConsole(_, _ *os.File) consoleState { return consoleState{} }

// openControlling opens the terminal the process belongs to.
func openControlling() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDWR, 0) }

// endings are the signals that end the program.
func endings() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
}

// watchSignals passes signals on to the event loop until the function it
// returns is called.
func (s *session) watchSignals() (stop func()) {
	signals := make(chan os.Signal, 16)
	done := make(chan struct{})
	signal.Notify(signals, append(endings(), syscall.SIGWINCH, syscall.SIGCONT)...)
	go func() {
		for {
			select {
			case sig := <-signals:
				s.signalled(sig)
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(signals); close(done) }
}

// signalled sends what a signal means. Ctrl-C in a program that we lent the
// terminal to is that program's affair.
func (s *session) signalled(sig os.Signal) {
	switch sig {
	case syscall.SIGWINCH:
		s.sendSize()
	case syscall.SIGCONT:
		s.send(continued{})
	case syscall.SIGINT:
		if !s.away.Load() {
			s.send(ended{SignalError{sig}})
		}
	default:
		s.send(ended{SignalError{sig}})
	}
}

// stopProcess stops the process group until the shell continues it. A group
// that no shell controls is not stopped by the kernel; then it just goes on.
// SIGTSTP must never be caught anywhere in the program: the Go runtime cannot
// give a signal that was caught once its usual meaning back.
func stopProcess() {
	const grace = 100 * time.Millisecond
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGCONT)
	defer signal.Stop(c)
	if syscall.Kill(0, syscall.SIGTSTP) != nil {
		return
	}
	select { // the clock stands still for us while we are stopped
	case <-c:
	case <-time.After(grace):
	}
}

// discardInput drops what was typed and not read.
func discardInput(f *os.File) { flushQueue(f, unix.TCIFLUSH) }

// discardOutput drops what was written and not taken by the terminal.
func discardOutput(f *os.File) { flushQueue(f, unix.TCOFLUSH) }

// waiting reports whether more input can be read at once.
func waiting(f *os.File) bool {
	fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, 0)
	return err == nil && n == 1 && fds[0].Revents&unix.POLLIN != 0
}
