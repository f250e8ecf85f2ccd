package screen

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
)

// loan is the terminal in other hands for a while, as a tea.ExecCommand:
// bubbletea stops reading keys, runs it, and reads again.
type loan struct {
	session *session
	use     func() error
}

// Run gives the terminal back, waits, and takes it again.
func (l *loan) Run() error {
	s := l.session
	s.away.Store(true)
	defer s.away.Store(false)
	s.leave()
	err := l.use()
	if again := s.enter(); err == nil {
		err = again
	}
	return err
}

// SetStdin does nothing: the program uses the terminal itself.
func (l *loan) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (l *loan) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (l *loan) SetStderr(io.Writer) {}

// politeness is how long the end waits for a terminal that is slow to read.
const politeness = 250 * time.Millisecond

// cancel ends whatever sequence a terminal is in the middle of.
const cancel = "\x18"

// enter takes the terminal: raw mode, the alternate screen, our modes.
func (s *session) enter() error {
	s.out.Write([]byte(alternateOn))
	return s.resume()
}

// resume takes up a terminal that others may have written on, resized, or
// changed the modes of.
func (s *session) resume() error {
	s.forced = true
	s.out.Write([]byte(modesOn + mouseMode(s.mouse)))
	go s.sendSize()
	return s.term.raw()
}

// leave gives the terminal back as it was found. A terminal that reads nothing
// any more is not waited for: what lies in its queue is taken back, so that the
// last bytes, which restore its modes, find room there.
func (s *session) leave() {
	s.out.drop()
	const last = modesOff + alternateOff
	s.out.Write([]byte(mouseMode(false) + last))
	if !s.out.wait(politeness) && s.out.abandon() {
		discardOutput(s.term.out)
		s.out.Write([]byte(cancel + mouseMode(false) + last))
		s.out.wait(politeness)
	}
	s.term.restore(s.probe.asked && !s.probe.done())
}

// sendSize tells the loop how large the window is now.
func (s *session) sendSize() {
	w, h := s.term.size()
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
}
