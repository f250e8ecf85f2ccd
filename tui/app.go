package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/export/cite"
	"qubi/model/notes"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/lang"
	"qubi/tui/pane"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// App is the browser's one Elm model; screen.Run runs it.
type App struct {
	// Fixed.
	corpus   *query.Index
	options  Options
	words    *lang.Language
	commands []command
	look     *pane.Look

	// State.
	state
	history  history
	last     view       // the view before this one, for "-"
	dialog   ask.Dialog // what is open over the panes and has the keys, or nil
	toast    toast
	citing   cite.Style // the style of citing that was chosen last
	mouse    mouse
	scrolled struct {
		of *model.Fact
		by int // lines of its evidence
	}
	notes  notes.Notes
	keeper keeper // of the notes
	library
	strays []notes.Stray // notes that find no fact

	decisions []project.Project // before each decision on facts and passages

	// Derived.
	sheet    *style.Sheet // for the ground as last heard
	w, h     int
	plan     plan
	query    searched
	asking   filled       // what the counts and the panes are of
	anew     bool         // the corpus is another one
	counts   query.Counts // of the districts shown
	panes    map[place]pane.Pane
	filled   map[place]int // version of the query that the pane's facts are of
	version  int           // of the query
	compared compared
	decided  decided
	doubted  struct {
		of  *model.District
		why map[*model.Fact][]review.Doubt
	}
	tallied struct {
		version int // of the query
		facts   map[*model.District]int
	}
}

// New makes the browser with every district shown, ready for its first size.
func New(o Options) *App {
	a := &App{
		corpus: o.Corpus, options: o, citing: cite.Style(o.Cite), words: lang.Load(o.Language), sheet: o.sheet(style.Neutral()),
		panes: map[place]pane.Pane{}, filled: map[place]int{},
	}
	a.look = &pane.Look{Measure: cell.Measure{Ambiguous: max(1, o.Ambiguous)}, Words: a.words,
		Glyphs: pane.GlyphSet(!o.ASCII && o.Ambiguous != 2)}
	a.look.State, a.look.Others, a.look.Open = a.factState, a.others, a.isOpen
	a.look.Doubts = a.doubts
	a.look.Closed = func(id string) bool { return a.search == "" && a.unfolded[id] }
	a.commands = remap(commands(), o.Keys)
	a.asRead = o.Corpus.Corpus
	if o.Checks.Keep != nil {
		a.asRead = o.Checks.Raw
	}
	a.state = a.fresh()
	a.begin(o.Start)
	a.recheck()
	a.requery()
	if a.progress = o.Loading; !a.progress.Reading {
		a.whole = true
		a.start()
	}
	return a
}

// fresh is the state that a start always begins with.
func (a *App) fresh() state {
	s := state{heads: a.options.Heads}.copy()
	s.order = make([]int, len(a.corpus.Districts))
	for i := range s.order {
		s.order[i] = i
	}
	return s
}

// begin takes the filter and search that the program was started with; its
// districts are the panes.
func (a *App) begin(s Start) {
	a.filter, a.search = s.Filter, s.Search
	a.filter.Districts = nil
	a.toDistricts(s.Filter.Districts)
}

// toDistricts shows these districts, in this order; none are all.
func (a *App) toDistricts(ids []model.DistrictID) {
	if len(ids) == 0 {
		return
	}
	a.order = nil
	for _, id := range ids {
		for i, d := range a.corpus.Districts {
			if d.ID() == id {
				a.order = append(a.order, i)
			}
		}
	}
}

// greet shows the problems that were met before the first frame.
func (a *App) greet() {
	if len(a.problems()) > 0 {
		a.showProblems()
	}
}

// aside is how long the search keys wait for the first frame, which has better
// use for the processors.
const aside = 50 * time.Millisecond

// Init makes the search keys beside the program, so that the first search is
// quick too. The ground's colour comes unasked: the screen asks for it together
// with all else, so that no answer is left over when the user quits at once.
func (a *App) Init() tea.Cmd {
	corpus := a.corpus
	return tea.Batch(a.listen(), tea.Tick(aside, func(time.Time) tea.Msg { corpus.Warm(); return nil }))
}

// Update changes the state by a message, and has made beside the program what
// takes longer than a key may.
func (a *App) Update(msg tea.Msg) tea.Cmd {
	cmd := a.update(msg)
	if more := a.compareAll(); more != nil {
		return tea.Batch(cmd, more)
	}
	return cmd
}

// update changes the state by a message.
func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
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
			return tea.Batch(a.key(once), a.key(once))
		}
		return a.key(msg)
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.MouseMsg:
		return a.onMouse(msg)
	case doneMsg:
		a.done(msg)
	case comparedMsg:
		a.comparedAll(msg)
	case loadedMsg:
		return a.loaded(msg)
	}
	return nil
}

// key hands a key to what is open over the panes, else to its command. What
// was said last is gone with the next key.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.toast = toast{}
	var cmd tea.Cmd
	if a.dialog != nil {
		cmd = a.dialog.Key(a, msg)
	} else {
		cmd = a.press(keymap.Fold(msg))
	}
	if more := a.takeComing(); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	a.derive()
	return cmd
}

// paste goes to what is typed in, if anything is.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	if a.dialog == nil {
		return nil
	}
	cmd := a.dialog.Paste(a, msg)
	a.derive()
	return cmd
}

// resize takes the window's size.
func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	a.derive()
}

// remeasure takes the terminal's answer about its widths. Mostly it is what was
// assumed, and what is laid out stands.
func (a *App) remeasure(msg screen.MeasureMsg) {
	glyphs := pane.GlyphSet(msg.Boxes && !a.options.ASCII)
	if msg.Measure == a.look.Measure && glyphs == a.look.Glyphs {
		return
	}
	a.look.Measure, a.look.Glyphs = msg.Measure, glyphs
	a.panes, a.filled = map[place]pane.Pane{}, map[place]int{} // measured by the old widths
	a.derive()
}

// change does a view change that undo takes back.
func (a *App) change(do func()) {
	before := a.state.copy()
	do()
	if !before.sameView(a.state) {
		a.opened = opening(before, a.state)
		a.history.keep(before)
		a.requery()
	}
}
