// Package tui is the browser: a researcher compares districts side by side,
// filters by theme, and finds for every fact the sentence that states it.
//
// One Elm model, App, runs under screen.Run. A key changes the one state
// (filter, cursors, arrangement); everything shown is derived from corpus,
// state and size. Panes are plain children on pointers: data goes down by
// setters, the choice comes up by getters, and only what is truly asynchronous
// is a message.
//
//	key ─keymap→ command ─run→ state ─derive→ facts of the panes in sight
//	size ─arrange→ rectangles ─panes→ lines ─frame→ exactly w × h cells
//
// What is not here: the terminal (tui/screen), widths (tui/cell), colours
// (tui/style), the words of the interface (tui/lang). Facts are never made or
// changed here.
package tui

import (
	"context"
	"errors"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// Language is the language of the interface.
type Language = model.Lang

// The languages of the interface.
const (
	Chinese = model.Chinese
	English = model.English
)

// Options are what the browser needs to know; only Corpus is required.
type Options struct {
	Corpus    *query.Index
	Terminal  *screen.Screen // taken by Terminal; tests of what is shown need none
	Language  Language
	NoColor   bool                // weight, underline and reverse only
	Keys      map[string][]string // command id to keys, instead of the usual ones
	Colours   map[string]string   // role to look, see style.Palette.Set
	Start     Start
	State     string          // folder for marks, notes and the last session; "" keeps nothing
	Folder    string          // where exports go unless told otherwise; "" is the working folder
	Home      string          // what ~ stands for in a path that is typed; "" is no folder
	Paths     []string        // of the reports as the user gave them, for the command that an export names; none are the built-in ones
	Lexicon   string          // file of theme words that they were read with, likewise
	Problems  []string        // to be shown after the first frame: wrong lines of the config
	Found     []string        // likewise, of the reports: unreadable files, …
	Ambiguous int             // cells of an ambiguous character, 1 or 2; 0 asks the terminal
	ASCII     bool            // borders and marks in ASCII
	Editor    string          // command that opens a file, with its arguments; "" offers none
	Checks    Checks          // what people decide of facts
	Library   Library         // reads the reports again; nil where they stay as they are
	Loading   Loaded          // how far the library is, if Corpus is not all
	Heads     map[string]Head // what the user said of reports, by FileSum
	Places    func() []Place  // districts and the cities they lie in, for completion; nil knows none
	Cite      string          // style of citing to begin with, one of [cite.Styles]; "" is plain

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

// Run shows the browser until the user quits or ctx ends, and leaves the
// terminal as it was.
func Run(ctx context.Context, o Options) error {
	defer o.Terminal.Close() // whatever goes wrong before it is shown
	go cell.Warm()           // while the browser is made
	app := New(o)
	defer screen.HoldSignals()()
	err := run(ctx, app, o.Terminal)
	var panicked screen.PanicError
	if errors.As(err, &panicked) {
		return err // the state is not to be trusted
	}
	return errors.Join(err, app.failed, app.end())
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
