package tui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// listen waits for the library beside the program.
func (a *App) listen() {
	if library := a.options.Library; library != nil {
		a.Run(func() tea.Msg {
			l, more := library.Next()
			return loadedMsg{l, more}
		})
	}
}

// loaded takes what the library gave. While a dialog is open the panes stay as
// they are: it may hold facts of theirs.
func (a *App) loaded(msg loadedMsg) {
	if !msg.more {
		return
	}
	if a.failed = msg.Err; a.failed != nil {
		a.Run(tea.Quit)
		return
	}
	l := msg.Loaded
	if a.coming != nil {
		l.Changed, l.New, l.Gone = l.Changed+a.coming.Changed, l.New+a.coming.New, l.Gone+a.coming.Gone
	}
	a.progress, a.coming = l, &l
	if a.takeComing(); a.failed != nil {
		a.Run(tea.Quit)
		return
	}
	a.listen()
}

// takeComing shows what the library gave last, unless a dialog is open that may hold
// facts; the problems of a start hold none, and are told as they are now.
func (a *App) takeComing() {
	notice, told := a.dialog.(*ask.Notice)
	if a.coming == nil || a.dialog != nil && !a.heading && !told {
		return
	}
	l := *a.coming
	a.coming, a.still = nil, false
	a.options.Found = l.Found
	if told {
		notice.Text = a.problems()
	}
	if l.Corpus != nil && l.Corpus.Corpus != a.asRead {
		a.take(l.Corpus)
	}
	if l.Reading {
		return
	}
	first := !a.whole
	a.whole = true
	if first {
		a.start()
	} else {
		a.tellChanges(l)
	}
	if a.failed != nil {
		return
	}
	a.settle()
	a.derive()
	corpus := a.corpus
	a.Run(func() tea.Msg { corpus.Warm(); return nil })
}

// mostEarly is how many keys are kept that were typed before the first report was there.
const mostEarly = 64

// waits reports whether a key would move nothing, since the first report is still being
// read. Help opens, and who wants to leave need not wait.
func (a *App) waits(msg tea.KeyPressMsg) bool {
	return a.progress.Reading && len(a.corpus.Districts) == 0 && a.dialog == nil && a.bound(keymap.Fold(msg)).group != "help"
}

// tellChanges says what was read again; what the user set was told already.
func (a *App) tellChanges(l Loaded) {
	switch {
	case a.saying > 0:
		a.saying--
	case l.Changed+l.New+l.Gone > 0:
		a.Tell(a.words.Text("toast.reread", l.Changed, l.New, l.Gone))
	case l.Done < l.Total:
		a.say(style.Flag, a.words.Text("toast.stopped", l.Done, l.Total, a.keyFor("reread")))
	default:
		a.Tell(a.words.Text("toast.same"))
	}
}

// start takes up what the browser was started with, once all reports are there:
// the districts asked for, notes, the last session.
func (a *App) start() {
	if later := a.options.Start.Later; later != nil {
		ids, err := later(a.corpus)
		if err != nil {
			a.failed = err
			return
		}
		a.options.Start.Filter.Districts = ids
		a.toDistricts(ids)
	}
	a.loadNotes()
	if a.options.Start.Resume && a.options.State != "" && len(a.history.past) == 0 {
		a.resume(filepath.Join(a.options.State, sessionFile))
	}
	a.requery()
	if l := a.progress; l.Done < l.Total {
		a.say(style.Flag, a.words.Text("toast.stopped", l.Done, l.Total, a.keyFor("reread")))
	}
	if a.dialog == nil && len(a.problems()) > 0 {
		a.showProblems()
	}
}

// take shows another corpus, with everything where it stood.
func (a *App) take(c *query.Index) {
	a.asRead = c.Corpus
	if a.options.Checks.Keep != nil {
		a.options.Checks.Raw = c.Corpus
		c = query.New(a.applied(project.HideRejected).Corpus)
	}
	a.replace(c)
}

// replace puts another corpus in the place of the present one: panes, filters,
// cursors and what undo takes back stay.
func (a *App) replace(c *query.Index) {
	f := a.selected()
	m := newMoves(a.corpus.Corpus, c.Corpus)
	a.corpus = c
	a.state = m.state(a.state)
	for _, states := range [][]state{a.history.past, a.history.future} {
		for i, s := range states {
			states[i] = m.state(s)
		}
	}
	a.keeper.of(c.Corpus)
	a.refresh()
	a.derive()
	if g := m.fact(f); g != nil && a.view != viewCompare && a.selected() != g {
		a.reveal(g)
	}
}

// reread looks into every file again.
func (a *App) reread() {
	a.options.Library.Refresh()
	a.Tell(a.words.Text("toast.rereading"))
}

// Interrupt ends the present reading, by Ctrl-C; false when there is none.
func (a *App) Interrupt() bool {
	return a.options.Library != nil && a.progress.Reading && a.options.Library.Stop()
}

// progressLine is how far the reading is: count, rate and the time that is left.
func (a *App) progressLine() cell.Line {
	p := a.progress
	rate := float64(p.Done) / max(p.Took.Seconds(), .001)
	left := int(float64(p.Total-p.Done)/max(rate, .001) + .5)
	if p.Total == 0 {
		return cell.Line{{Text: " " + a.words.Text("empty.reading"), Role: style.Good}}
	}
	return cell.Line{{Text: " " + a.words.Text("loading", p.Done, p.Total, rate, left), Role: style.Good}}
}

// reportAt is the report that the cursor is in, or nil.
func (a *App) reportAt() *model.Report {
	if p, ok := a.focused().(*pane.Source); ok {
		return p.Report()
	}
	if f := a.selected(); f != nil {
		return f.Report
	}
	if len(a.order) == 0 {
		return nil
	}
	d := a.order[a.focus]
	all := a.corpus.Districts[d].Reports
	return all[a.reports[d]%len(all)]
}

// takeBack takes the last decision back, in all views.
func (a *App) takeBack() {
	if a.undecide() {
		a.renew()
		a.Tell(a.words.Text("toast.tookback", len(a.decisions)))
	}
}

// renew shows the project in all views.
func (a *App) renew() {
	a.replace(query.New(a.applied(project.HideRejected).Corpus))
}

// refresh shows in all views what was decided without another fact.
func (a *App) refresh() {
	a.panes, a.filled = map[place]pane.Pane{}, map[place]int{}
	a.compared, a.anew = compared{}, true
	a.tallied.Forget()
	a.recheck()
	a.requery()
}
