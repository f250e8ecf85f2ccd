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

// enableSignals makes Ctrl-C and Ctrl-Z signals in raw mode, and what is told
// meanwhile stand in lines.
func enableSignals(f *os.File) {
	if modes, err := unix.IoctlGetTermios(int(f.Fd()), getModes); err == nil {
		modes.Lflag |= unix.ISIG
		modes.Oflag |= unix.OPOST
		unix.IoctlSetTermios(int(f.Fd()), setModes, modes)
	}
}

// openControlling opens the terminal the process belongs to.
func openControlling() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDWR, 0) }

// endings are the signals that end the program.
func endings() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}
}

// watched are the signals that mean something to a session.
func watched() []os.Signal {
	return append(endings(), syscall.SIGWINCH, syscall.SIGCONT, syscall.SIGTSTP)
}

// signalled sends what a signal means. Ctrl-C in a program that we lent the
// terminal to is that program's affair; when it is stopped, so are we.
func (s *session) signalled(sig os.Signal) {
	if !s.runs.Load() {
		s.signalledEarly(sig)
		return
	}
	switch sig {
	case syscall.SIGTSTP:
		if s.away.Load() {
			stopProcess()
		} else {
			s.send(suspendMsg{})
		}
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

// signalledEarly gives the terminal back and does what the signal usually does,
// while the program is not there yet to do it.
func (s *session) signalledEarly(sig os.Signal) {
	switch sig {
	case syscall.SIGWINCH, syscall.SIGCONT: // the size is asked for again
	case syscall.SIGTSTP:
		s.leave()
		stopProcess()
		s.enter()
	default:
		s.leave()
		signal.Reset(sig)
		syscall.Kill(syscall.Getpid(), sig.(syscall.Signal))
	}
}

// askToStop asks the process group to stop, as a terminal does for Ctrl-Z:
// programs that run with this one stop too, and this one stops when the signal
// comes back to it.
func askToStop() { syscall.Kill(0, syscall.SIGTSTP) }

// stopProcess stops this process until the shell continues it. The Go runtime
// cannot give a signal that was caught once (SIGTSTP) its usual meaning back, so
// it is SIGSTOP. That one stops a program too that no shell would continue;
// such a one just goes on.
func stopProcess() {
	const grace = 100 * time.Millisecond
	if orphaned() {
		return
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGCONT)
	defer signal.Stop(c)
	if syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) != nil {
		return
	}
	select { // the clock stands still for us while we are stopped
	case <-c:
	case <-time.After(grace):
	}
}

// orphaned reports whether nobody controls the process's group: none of its
// ancestors is of the same session and of another group.
func orphaned() bool {
	session, _ := unix.Getsid(0)
	for pid := syscall.Getppid(); pid > 1; pid = parentOf(pid) {
		if of, err := unix.Getsid(pid); err != nil || of != session {
			return true
		}
		if group, err := unix.Getpgid(pid); err == nil && group != unix.Getpgrp() {
			return false
		}
	}
	return true
}

// discardInput drops what was typed and not read.
func discardInput(f *os.File) { flushQueue(f, unix.TCIFLUSH) }

// discardOutput drops what was written and not taken by the terminal.
func discardOutput(f *os.File) { flushQueue(f, unix.TCOFLUSH) }

// waiting reports whether more input can be read within a time.
func waiting(f *os.File, within time.Duration) bool {
	for end := time.Now().Add(within); ; {
		fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLIN}}
		left := max(0, time.Until(end))
		n, err := unix.Poll(fds, int((left+time.Millisecond-1)/time.Millisecond))
		if err != unix.EINTR { // the Go runtime interrupts its threads
			return err == nil && n == 1 && fds[0].Revents&unix.POLLIN != 0
		}
	}
}
