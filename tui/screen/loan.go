package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// lend gives the terminal into other hands until use returns, and is what done
// makes of its error. The event loop stands still meanwhile.
func (s *session) lend(use func() error, done func(error) tea.Msg) tea.Cmd {
	s.away.Store(true)
	defer s.away.Store(false)
	s.keys.stop()
	s.leave()
	err := use()
	s.out.Write([]byte(s.kitty.clear() + theirs))
	if again := s.enter(); err == nil {
		err = again
	}
	if err := s.listen(); err != nil {
		s.gone(err)
	}
	return func() tea.Msg { return done(err) }
}

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
	s.out.Write([]byte(usual + modesOn + mouseMode(s.mouse) + s.kitty.push()))
	if s.send != nil {
		go s.sendSize()
	}
	return s.term.raw(s.send == nil)
}

// leave gives the terminal back as it was found. A terminal that reads nothing
// any more is not waited for: what lies in its queue is taken back, so that the
// last bytes, which restore its modes, find room there.
func (s *session) leave() {
	s.out.drop()
	last := s.kitty.pop() + usual + mouseMode(false) + modesOff + alternateOff
	s.out.Write([]byte(last))
	if !s.out.wait(politeness) && s.out.abandon() {
		discardOutput(s.term.out)
		s.out.Write([]byte(cancel + last))
		s.out.wait(politeness)
	}
	s.term.restore(s.probe.asked && !s.probe.done())
}

// sendSize tells the loop how large the window is now.
func (s *session) sendSize() {
	w, h := s.term.size()
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
}
