package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// aside is how long search keys and tables wait for the first frame, which has better
// use for the processors.
const aside = 50 * time.Millisecond

// Init makes the search keys beside the program, so that the first search is quick
// too. The ground's colour comes unasked: the screen asks for it together
// with all else, so that no answer is left over when the user quits at once.
func (a *App) Init() tea.Cmd {
	corpus := a.corpus
	a.listen()
	a.Run(tea.Tick(aside, func(time.Time) tea.Msg { corpus.Warm(); return nil }))
	return a.handed()
}

// Update changes the state by a message, and has made beside the program what
// takes longer than a key may.
func (a *App) Update(msg tea.Msg) tea.Cmd {
	a.still = false
	a.update(msg)
	a.changed = a.changed || !a.still
	a.compareAll()
	return a.handed()
}

// update changes the state by a message.
func (a *App) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.derive()
	case screen.MeasureMsg:
		a.remeasure(msg)
	case tea.BackgroundColorMsg:
		a.sheet = a.options.sheet(style.Light())
		if msg.IsDark() {
			a.sheet = a.options.sheet(style.Dark())
		}
	case tea.KeyPressMsg:
		if msg.Code == tea.KeyEscape && msg.Mod == tea.ModAlt { // two in a row, as a terminal sends them
			once := tea.KeyPressMsg{Code: tea.KeyEscape}
			a.key(once)
			a.key(once)
			return
		}
		a.typed(msg)
	case tea.PasteMsg:
		a.paste(msg)
	case tea.MouseMsg:
		a.onMouse(msg)
	case doneMsg:
		a.done(msg)
	case comparedMsg:
		a.comparedAll(msg)
	case loadedMsg:
		a.loaded(msg)
		a.catchUp()
	}
}

// key hands a key to what is open over the panes, else to its command. What
// was said last is gone with the next key.
func (a *App) key(msg tea.KeyPressMsg) {
	a.toast = toast{}
	if a.dialog != nil {
		a.dialog.Key(a, msg)
	} else {
		a.press(keymap.Fold(msg))
	}
	a.takeComing()
	a.derive()
}

// paste goes to what is typed in, if anything is.
func (a *App) paste(msg tea.PasteMsg) {
	if a.dialog != nil {
		a.dialog.Paste(a, msg)
		a.derive()
	}
}

// remeasure takes the terminal's answer about its widths. Mostly it is what was
// assumed, and what is laid out stands.
func (a *App) remeasure(msg screen.MeasureMsg) {
	glyphs := draw.GlyphSet(msg.Boxes && !a.options.ASCII)
	if msg.Measure == a.look.Measure && glyphs == a.look.Glyphs {
		return
	}
	a.look.Measure, a.look.Glyphs = msg.Measure, glyphs
	a.themed.Forget()
	a.panes, a.filled = map[place]pane.Pane{}, map[place]int{} // measured by the old widths
	a.derive()
}

// typed does what a key asks for, or keeps it for the first report.
func (a *App) typed(msg tea.KeyPressMsg) {
	if !a.waits(msg) {
		a.key(msg)
	} else if len(a.early) < mostEarly {
		a.early = append(a.early, msg)
	}
}

// catchUp does what was typed too early.
func (a *App) catchUp() {
	for len(a.early) > 0 && !a.waits(a.early[0]) {
		msg := a.early[0]
		a.early = a.early[1:]
		a.key(msg)
	}
}

// Run shows the browser until the user quits or ctx ends, and leaves the
// terminal as it was.
func Run(ctx context.Context, o Options) error {
	defer o.Terminal.Close() // whatever goes wrong before it is shown
	app := New(o)
	defer screen.HoldSignals()()
	err := o.Terminal.Run(ctx, app, func(r cell.Role) string { return app.sheet.Open(r) })
	var panicked screen.PanicError
	if errors.As(err, &panicked) {
		return err // the state is not to be trusted
	}
	return errors.Join(err, app.failed, app.end())
}

// Terminal takes the terminal for Run and asks it what it is, while the reports
// are read.
func Terminal(o screen.Options) (*screen.Screen, error) {
	o.Mouse = true
	return screen.Open(o)
}
