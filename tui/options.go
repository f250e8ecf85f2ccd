package tui

import (
	"time"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// Library is the reports as they lie on the disk. Its methods may be called from
// any goroutine; only Next may wait.
type Library interface {
	// Next waits for what becomes of the reports; false when no more will.
	Next() (Loaded, bool)
	// Refresh looks into every report again; a Loaded follows in any case.
	Refresh()
	// Stop ends a reading with what was read; false when there is none.
	Stop() bool
	// Say keeps what the user says of reports, by their FileSum, and reads them
	// again by it; a zero Head takes back what was said.
	Say(heads map[string]Head) error
	// Close ends it.
	Close()
}

// Loaded is what became of the reports.
type Loaded struct {
	Corpus  *query.Index  // as the rules read it
	Found   []string      // problems of the reports
	Reading bool          // there is more to come
	Done    int           // files read of those to be read
	Total   int           // likewise
	Took    time.Duration // since the reading began
	Changed int           // reports that were read again
	New     int           // that came
	Gone    int           // that went
	Err     error         // why there is nothing to be shown: it ends the browser
}

// Checks are what people decide of facts, and where it is kept.
type Checks struct {
	Raw     *model.Corpus // as the rules read it; Options.Corpus is that with the project applied
	Project project.Project
	File    string // that keeps it
	// Read is what the rules read in a passage alone, to begin a fact with that a
	// person adds; nil reads nothing.
	Read func(r *model.Report, s model.Span) []project.Fields
	// Keep has the project on the disk when it returns, and gives it back with
	// what others wrote meanwhile. Nil keeps nothing, and nothing can be checked.
	Keep func(project.Project) (project.Project, error)
	Sign func() project.Sign // who decides, now
}

// Options are what the browser needs to know; only Corpus is required.
type Options struct {
	Corpus    *query.Index
	Terminal  *screen.Screen      // taken by Terminal; tests of what is shown need none
	Language  model.Lang          // of the interface
	NoColor   bool                // weight, underline and reverse only
	Keys      map[string][]string // command id to keys, instead of the usual ones
	Colours   map[string]string   // role to look, see style.Palette.Set
	Start     Start
	State     string   // folder for marks, notes and the last session; "" keeps nothing
	Folder    string   // where exports go unless told otherwise; "" is the working folder
	Home      string   // what ~ stands for in a path that is typed; "" is no folder
	Paths     []string // of the reports as the user gave them, for the command that an export names; none are the built-in ones
	Lexicon   string   // file of theme words that they were read with, likewise
	Problems  []string // to be shown after the first frame: wrong lines of the config
	Found     []string // likewise, of the reports: unreadable files, …
	Ambiguous int      // cells of an ambiguous character, 1 or 2; 0 asks the terminal
	ASCII     bool     // borders and marks in ASCII
	Editor    string   // command that opens a file, with its arguments; "" offers none
	Checks    Checks   // what people decide of facts
	// Begin opens the project file in which people's decisions are kept from now on,
	// or a new one, over the reports as the rules read them; nil keeps none.
	Begin   func(file string, raw *model.Corpus) (Checks, error)
	Library Library         // reads the reports again; nil where they stay as they are
	Loading Loaded          // how far the library is, if Corpus is not all
	Heads   map[string]Head // what the user said of reports, by FileSum
	Places  func() []Place  // districts and the cities they lie in, for completion; nil knows none
	Cite    string          // style of citing to begin with, one of [cite.Styles]; "" is plain

	// Clipboard hands a text to the system's clipboard by the command named, or
	// is nil; the terminal's own (OSC 52) is always tried as well.
	Clipboard     func(text string) error
	ClipboardName string
}

// Place is a district and the city it lies in.
type Place struct{ City, Name string }

// Start is the view that the browser opens with.
type Start struct {
	Resume bool         // take up the last session
	Filter query.Filter // its districts, if any, are the panes
	// Later are the districts once all reports are there, where Filter cannot know
	// them yet; its error ends the browser. Nil asks for nothing.
	Later  func(*query.Index) ([]model.DistrictID, error)
	Search string
}

// sheet is the colours of a palette with the user's own; without colours if
// they want none.
func (o Options) sheet(p style.Palette) *style.Sheet {
	if o.NoColor {
		return style.New(style.Mono())
	}
	for role, look := range o.Colours {
		if err := p.Set(role, look); err != nil {
			continue // told by CheckColour before the start
		}
	}
	return style.New(p)
}
