// Package ask holds what opens over the panes and takes the keys: a list to
// choose from (Menu), a line to type in (Prompt), where and how to export (Export),
// sentences to be read (Notice).
//
// A dialog knows nothing of the browser but Host: how it looks, how large it is,
// and how a dialog is closed. What it does is in the functions it was made with.
// To ask for something new, make a Menu or a Prompt; a type of its own is seldom
// needed.
package ask

import (
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Host is the program that a dialog is open in.
type Host interface {
	// Look is how it draws.
	Look() *draw.Look
	// Size is the window's, in cells.
	Size() (w, h int)
	// Open shows a dialog in place of the one that is open; nil closes that.
	Open(Dialog)
	// Opened is the dialog that is open, or nil.
	Opened() Dialog
	// Run has something done beside the program.
	Run(tea.Cmd)
	// Tell says what was done.
	Tell(text string)
}

// Dialog is what is open over the lower part of the panes and takes the keys.
type Dialog interface {
	Key(h Host, msg tea.KeyPressMsg)
	Paste(h Host, msg tea.PasteMsg)
	// Rows is how many rows it wants; it may get fewer.
	Rows(h Host) int
	Lines(h Host, width, height int) []cell.Line
	// Hints are its keys, for the last line of the window.
	Hints() []Hint
	// Cursor is where typing goes, within the dialog; false for nowhere.
	Cursor(h Host, width int) (x, y int, ok bool)
}

// Hint is a key in the last line, and the id of what it does.
type Hint struct{ Key, Does string }

// most is how many rows may stand above a dialog.
const most = 4

// Above is what stands above a dialog, by its width and in at most so many rows:
// the sentence of which something is asked.
type Above func(w, most int) []cell.Line

// lines are its rows, none where there is nothing to be shown.
func (a Above) lines(w int) []cell.Line {
	if a == nil {
		return nil
	}
	return a(w, most)
}

// Unwritten is what a dialog embeds that has no line to type in.
type Unwritten struct{}

// Paste does nothing.
func (Unwritten) Paste(Host, tea.PasteMsg) {}

// Cursor is nowhere.
func (Unwritten) Cursor(Host, int) (x, y int, ok bool) { return 0, 0, false }

// Clicker is a dialog that can be clicked, in a row of its own.
type Clicker interface {
	Click(h Host, y int, double bool)
}

// steps is by how many rows a key moves in a list of which some are seen; 0 for other
// keys. The keys of dialogs cannot be remapped, and none is a letter: what is typed goes
// into the dialog's line.
func steps(msg tea.KeyPressMsg, seen int) int {
	page := max(1, seen-1)
	return map[string]int{"up": -1, "ctrl+p": -1, "shift+tab": -1, "down": 1, "ctrl+n": 1, "pgup": -page, "pgdown": page}[msg.String()]
}

// edge is a dialog's upper edge, with its title and a hint.
func edge(l *draw.Look, title, hint string, w int) cell.Line {
	line := cell.Line{{Text: title, Role: style.Section}}
	if hint != "" {
		line = append(line, cell.Span{Text: " " + l.Glyphs.Rule + " ", Role: style.Border}, cell.Span{Text: hint, Role: style.Hint})
	}
	return l.Edge(line, w)
}
