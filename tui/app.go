package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export/cite"
	"qubi/model/lang"
	"qubi/model/notes"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/screen"
	"qubi/tui/style"
	"qubi/tui/table"
)

// App is the browser's one Elm model; screen.Run runs it.
type App struct {
	// Fixed.
	corpus   *query.Index
	options  Options
	words    *lang.Language
	commands []command
	holds    map[string]func(*App) bool // see conditions
	byID     map[string]command
	byKey    map[string][]command // in their order
	look     *draw.Look

	// State.
	state
	history  history
	last     view       // the view before this one, for "-"
	dialog   ask.Dialog // what is open over the panes and has the keys, or nil
	below    ask.Dialog // the dialog that was open before this one and is seen above it: the review view, or nil
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

	decisions []decision // on facts and passages

	// Derived.
	sheet    *style.Sheet // for the background that the terminal told last
	w, h     int
	plan     plan
	query    searched
	asking   filled       // what the counts and the panes are of
	anew     bool         // the corpus is another one
	counts   query.Counts // of the districts shown
	passing  func(*model.Fact) bool
	panes    map[place]pane.Pane
	filled   map[place]int // version of the query that the pane's facts are of
	version  int           // of the query
	compared compared
	decided  decided
	keys     table.Memo[*query.Index, *compare.Keys]
	doubted  table.Memo[*model.District, map[*model.Fact][]review.Doubt]
	based    table.Memo[*model.Corpus, *project.Base]
	tallied  table.Memo[int, map[*model.District]int] // facts, by the query's version
	themed   table.Memo[themed, []cell.Line]          // the theme bar
	views    table.Memo[viewed, cell.Line]            // as the top line names them
	bars     table.Memo[bars, []cell.Line]            // between panes
	hinting  hinting                                  // as the last line told of keys
	room     []screen.Segment                         // of the frame
	empty    []screen.Row                             // parts of the room
	early    []tea.KeyPressMsg                        // typed before the first report was there
	still    bool                                     // by the last message nothing but the cursor of one pane has moved
	changed  bool                                     // by one since the last frame more has
	begun    []tea.Cmd                                // to be done beside the program, see Run
	kept     []shownPane                              // what the panes in sight showed in it
	laid     map[rect]shownPane                       // what else was shown
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

// decided is what people decided, made ready to be shown; derived from the
// project.
type decided struct {
	on       *project.Applied // rejected facts included
	rejected map[string][]*model.Fact
	coded    map[string][]pane.Passage // both by pane.ReportID
	codes    []project.Code
	counts   map[string]map[model.DistrictID]int // passages, by code and district
	of       string                              // the code that within is of
	within   map[model.Key]bool                  // the facts in its passages
}

// compared is the comparison on view; derived.
type compared struct {
	of      *compare.Comparison // in the order of the state
	version int                 // of the query
	from, n int                 // the first district compared, and how many are
	making  bool                // the whole is being made beside the program
	ahead   *compare.Comparison // whose tables are made beside the program
}

// comparedMsg is a comparison made beside the program, and the query it is of.
type comparedMsg struct {
	of      *compare.Comparison
	version int
}

// command is one thing the user can do: by key, from the palette, and in the
// help. Its words are "cmd.<id>" in both languages.
type command struct {
	id    string
	group string   // of the help: "group.<group>"
	keys  []string // the first is the one that hints show
	run   func(*App)
	// off tells why the command cannot be used now, as the id of a text, or ""
	// when it can; nil means that it always can. Of two commands on one key
	// the first that can be used is run.
	off func(*App) string
}

// library is what the browser knows of the reading of its reports.
type library struct {
	asRead   *model.Corpus // as the rules read it
	progress Loaded        // what was told last
	coming   *Loaded       // what is to be shown once no dialog is open
	whole    bool          // all reports were there once
	heading  bool          // the dialog that is open says what a report is of, and holds no fact
	saying   int           // readings to come of what the user said
	failed   error         // why the browser ended
}

// loadedMsg is what the library gave, or that it gives no more.
type loadedMsg struct {
	Loaded
	more bool
}

// mouse is what the mouse was last doing.
type mouse struct {
	off   bool // let go of, so that the terminal can select text
	x, y  int  // of the last click
	at    time.Time
	on    standing // what it selected
	drag  int      // the border held, as the number of the pane left of it plus 1
	moved int      // where it was last, and where it was taken
	from  int

	text         int // the text pressed on, as its position plus 1
	textX, textY int // where
}

// standing is the cursor of a pane.
type standing struct {
	at     place
	cursor table.Scroll
}

// searched is the search made ready, and what it finds; derived from the state.
type searched struct {
	pattern *query.Pattern

	texts []query.Hit          // instead of facts, where texts are shown
	at    int                  // the text hit gone to last
	hits  []*model.Fact        // in the order of the panes; those compared, in a comparison
	found map[*model.Fact]bool // the same, where a table asks for them
	rows  []int                // of the comparison's table, which stand for its hits
	heads []int                // panes whose district is meant, when it is of no fact
	said  int                  // places in the texts, when it is of no fact or was looked for

	outside int // hits that the filters hide, counted when they leave none
	hidden  int // hits in hidden panes, counted when there is no other
}

// filled is what the panes' facts depend on.
type filled struct {
	dim    bool
	filter query.Filter
	sort   sorting
	order  []int // of a comparison's columns
}

// shownPane is what a pane drew, and that as the frame has it.
type shownPane struct {
	in           rect
	by           cell.Measure
	drawn, ready []cell.Line
}

// themed is what the theme bar depends on.
type themed struct {
	version, w, room int    // of the query, which counts; cells; rows
	themes           uint16 // that are filtered for, a bit for each
	code             string
	measure          cell.Measure
}

// viewed is what the views' names depend on, bars the bars between panes.
type viewed struct {
	view
	cursor string // its glyph
}

type bars struct {
	glyph string
	h     int
}

// hinting is the keys that the last line told of, and that line.
type hinting struct {
	of      []ask.Hint
	w       int
	measure cell.Measure
	line    cell.Line
}

// toast is what was just done or went wrong; the next key clears it.
type toast struct {
	text string
	role cell.Role
}

// Run has something done beside the program; what it gives comes back as a message.
func (a *App) Run(cmd tea.Cmd) { a.begun = append(a.begun, cmd) }

// handed is what there is to be done beside the program, see Run.
func (a *App) handed() tea.Cmd {
	begun := a.begun
	a.begun = nil
	return tea.Batch(begun...)
}

// Tell says what was done.
func (a *App) Tell(text string) { a.say(style.Good, text) }

// say shows a sentence in a role.
func (a *App) say(role cell.Role, text string) { a.toast = toast{text, role} }

// fail shows what went wrong, in the language of the interface.
func (a *App) fail(err error) { a.say(style.Error, lang.Told(err, a.words.Lang)) }

// doneMsg is how something that ran beside the program ended.
type doneMsg struct {
	text string // what was done, in words
	err  error
}
