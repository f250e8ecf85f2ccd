package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// patience is how long the first frame waits for the terminal's answers. A
// window that was just mapped has been seen to take 86 ms.
const patience = 200 * time.Millisecond

// atLeast is how long it waits where the program took longer than that to start.
const atLeast = 20 * time.Millisecond

// question asks for the cursor's column before and after “ and │, concealed, in
// row 2: reports of row 1 look like Ctrl-F3 and its kin. The other questions
// stand before it, so that all answers are in when the last column is.
const question = "\x1b]11;?\x1b\\" + // the background's colour
	"\x1b[?2026$p" + // synchronized output
	"\x1b[?u" + // kitty's protocol for keys
	"\x1b[2;1H\x1b[8m\x1b[6n“\x1b[6n│\x1b[6n\x1b[m\x1b[2;1H\x1b[K"

// The smallest window in which the question does not touch an edge.
const probeWidth, probeHeight = 8, 2

// probe is the state of the question how wide characters are.
type probe struct {
	asked   bool
	at      time.Time // when it was
	late    bool
	columns []int // those reported so far
}

// open reports whether answers may still come soon, for which frames wait.
func (p *probe) open() bool { return p.asked && !p.late && len(p.columns) < 3 }

// done reports whether all answers are in.
func (p *probe) done() bool { return len(p.columns) == 3 }

// answer takes a cursor position; reports of other rows are none of ours.
// It reports whether that settles the question.
func (p *probe) answer(at tea.CursorPositionMsg) bool {
	if !p.asked || p.done() || at.Y != 1 {
		return false
	}
	p.columns = append(p.columns, at.X)
	return p.done()
}

// giveUp stops waiting; answers that come later still count. It reports
// whether that ends the wait.
func (p *probe) giveUp() bool {
	if !p.open() {
		return false
	}
	p.late = true
	return true
}

// widths are those of text and of borders: as answered, else narrow. Answers
// that no terminal would give count as none.
func (p *probe) widths() (text, box int) {
	if !p.done() {
		return 1, 1
	}
	width := func(i int) int {
		if p.columns[i+1]-p.columns[i] == 2 {
			return 2
		}
		return 1
	}
	return width(0), width(1)
}

// ask writes the question once the window is large enough for it. It reports
// whether it did; answers are late when late says so.
func (s *session) ask() bool {
	if s.probe.asked || s.width < probeWidth || s.height < probeHeight {
		return false
	}
	s.probe.asked, s.probe.at = true, time.Now()
	s.out.Write([]byte(question))
	s.forced = true
	return true
}

// late ends the wait for the answers, which are read no sooner than the program
// runs.
func (s *session) late() tea.Msg {
	time.Sleep(max(atLeast, time.Until(s.probe.at.Add(patience))))
	return deadline{}
}

// answered goes on when the question is settled: the App lays out by what the
// terminal said.
func (s *session) answered(settled bool) (tea.Cmd, bool) {
	if !settled {
		return nil, false
	}
	cmd := s.setMeasure()
	if s.quitting {
		return tea.Quit, false
	}
	return cmd, true
}

// setMeasure tells App and libraries how wide characters are by what is known.
// The option overrides what the terminal says of text, not of borders.
func (s *session) setMeasure() tea.Cmd {
	text, box := s.probe.widths()
	said := text
	if s.opts.Ambiguous == 1 || s.opts.Ambiguous == 2 {
		text = s.opts.Ambiguous
	}
	boxes := box == 1 && text == 1 && !s.opts.ASCII
	m := cell.Measure{Ambiguous: text, ASCII: !boxes}
	if m != s.measure {
		s.forced = true
	}
	s.measure, s.sure = m, s.probe.done() && text == said
	cell.Adopt(m)
	return s.app.Update(MeasureMsg{Measure: m, Boxes: boxes})
}
