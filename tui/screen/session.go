package screen

import (
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// session is one run of an App in one terminal, as bubbletea's model. All of
// it but away belongs to the goroutine of bubbletea's event loop.
type session struct {
	// Fixed.
	app    App
	opts   Options
	term   *terminal
	source *source
	out    *writer
	send   func(tea.Msg) // from any goroutine, returns when the loop took it
	keys   *input
	runs   atomic.Bool // the event loop is there, or will be at once
	away   atomic.Bool // the terminal is lent to another program, or we sleep

	// release makes bubbletea let go of the terminal, which it never held.
	release func() error
	paint   func(cell.Role) string

	// State.
	width, height int
	measure       cell.Measure
	sure          bool // the terminal's answer agrees with the measure
	probe         probe
	mouse         bool
	kitty         kitty
	quitting      bool  // the user quit while answers were still to come
	err           error // why the session ends, if not by the user

	// Drawing.
	drawn  time.Time // when the last frame was drawn
	last   *picture  // of it; the writer does not change it
	by     *means    // of it
	timer  *time.Timer
	waits  bool // the timer runs and will draw
	forced bool // the whole screen has to be drawn anew
}

// The session's own messages.
type (
	drawMsg    struct{}            // a frame that waited is due
	deadline   struct{}            // the probe's answers are late
	continued  struct{}            // the process runs again after a stop
	ended      struct{ err error } // leave, for this reason
	mouseMsg   bool
	copyMsg    string
	suspendMsg struct{}
)

// newSession prepares a session; nothing is written yet.
func newSession(opts Options, t *terminal) *session {
	s := &session{opts: opts, term: t, mouse: opts.Mouse}
	s.width, s.height = t.size()
	s.source = newSource(t.keys, opts.Slow, s.gone)
	s.out = newWriter(t.display, s.gone)
	s.timer = time.AfterFunc(time.Hour, func() { s.send(drawMsg{}) })
	s.timer.Stop()
	return s
}

// listen starts to read keys.
func (s *session) listen() (err error) {
	s.keys, err = listen(s.source, s.opts.Term, s.send)
	return err
}

// gone ends the session because the terminal can no longer be read or written.
func (s *session) gone(error) { go s.send(ended{ErrGone}) }

// Init implements tea.Model. The App learns measure and size first, while the
// terminal answers what Run asked.
func (s *session) Init() (cmd tea.Cmd) {
	defer s.catch(&cmd)
	go s.release() // takes a while
	return guard(tea.Batch(s.late, s.app.Init(), s.setMeasure(),
		s.app.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})))
}

// Update implements tea.Model: what concerns the terminal is handled here, the
// rest by the App.
func (s *session) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = s // also where a panic is caught
	defer s.catch(&cmd)
	if s.err != nil {
		return s, tea.Quit
	}
	cmd, changed := s.handle(msg)
	if changed {
		s.show()
	}
	return s, guard(cmd)
}

// handle routes one message; changed says that the frame may look otherwise.
func (s *session) handle(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	switch msg := msg.(type) {
	case tea.CursorPositionMsg:
		return s.answered(s.probe.answer(msg))
	case deadline:
		return s.answered(s.probe.giveUp())
	case tea.ModeReportMsg:
		s.out.synchronize(msg)
		return nil, false
	case tea.KeyboardEnhancementsMsg:
		if !s.kitty {
			s.kitty = true
			s.out.Write([]byte(s.kitty.push()))
		}
		return nil, false
	case tea.WindowSizeMsg:
		return s.resize()
	case drawMsg:
		s.waits = false
		s.draw()
		return nil, false
	case tea.KeyPressMsg:
		return s.key(msg)
	case ended:
		s.err = msg.err
		return tea.Quit, false
	case continued:
		if err := s.resume(); err != nil {
			s.gone(err)
		}
		return nil, true
	default:
		if cmd, ok := s.command(msg); ok {
			return cmd, false
		}
	}
	return s.app.Update(msg), true
}

// key handles a key that concerns the terminal; the App gets the others, by the
// names that keys have on every terminal.
func (s *session) key(msg tea.KeyPressMsg) (cmd tea.Cmd, changed bool) {
	switch msg.Mod &= tea.ModCtrl | tea.ModAlt | tea.ModShift; msg.String() {
	case "ctrl+c":
		if app, ok := s.app.(Interrupter); !ok || !app.Interrupt() {
			return tea.Quit, false
		}
		return nil, true
	case "ctrl+z":
		askToStop()
		return nil, false
	case "ctrl+j", "ctrl+m": // Enter, typed before the terminal was raw, or as kitty tells it apart
		msg = tea.KeyPressMsg{Code: tea.KeyEnter}
	case "ctrl+i":
		msg = tea.KeyPressMsg{Code: tea.KeyTab}
	case "ctrl+[":
		msg = tea.KeyPressMsg{Code: tea.KeyEscape}
	}
	return s.app.Update(msg), true
}

// View implements tea.Model; frames do not go through bubbletea.
func (s *session) View() tea.View { return tea.View{} }

// filter keeps the program until the answers to its questions are in, so that
// they do not end up at the shell's prompt, and suspends in our own way.
func (s *session) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.QuitMsg:
		if s.probe.open() && s.err == nil {
			s.quitting = true
			return nil
		}
	case tea.SuspendMsg:
		askToStop()
		return nil
	}
	return msg
}

// resize takes the window's size from the device, whatever the message says: what
// looks like a terminal's report of it may come from anywhere. It asks the
// terminal where it was too small to be asked.
func (s *session) resize() (tea.Cmd, bool) {
	w, h := s.term.size()
	if w == s.width && h == s.height {
		return nil, false
	}
	s.width, s.height = w, h
	cmd := s.app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	if s.ask() {
		cmd = tea.Batch(cmd, s.late)
	}
	return cmd, true
}

// show draws now, or soon if keys come faster than frames are worth drawing.
// A key that comes alone is never made to wait.
func (s *session) show() {
	if s.probe.open() || s.waits {
		return
	}
	if age := time.Since(s.drawn); s.source.flooded() && age < frameTime {
		s.waits = true
		s.timer.Reset(frameTime - age)
		return
	}
	s.draw()
}

// draw hands the App's frame to the writer.
func (s *session) draw() {
	if s.probe.open() {
		return
	}
	p, f := s.out.picture(), s.app.Frame()
	s.by = s.by.now(s.measure, s.sure, s.paint)
	p.encode(f, s.width, s.height, s.by, s.last)
	p.whole, s.forced = s.forced, false
	s.out.show(p)
	s.last = p
	s.drawn = time.Now()
}

// catch turns a panic of the App into the end of the session.
func (s *session) catch(cmd *tea.Cmd) {
	if v := recover(); v != nil {
		s.err = PanicError{v, debug.Stack()}
		*cmd = tea.Quit
	}
}
