package screen

import (
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// Segment is one pane's part of a row: Width cells from column Col (from 0).
// Line must fill it exactly by the frame's Measure; a line that is too long is
// cut, one that is too short filled up.
type Segment struct {
	Col, Width int
	Line       cell.Line
}

// Row is the segments of one screen row, left to right, without gaps. What a
// gap leaves free is drawn blank.
type Row []Segment

// Cursor is where the terminal's cursor stands; hidden when not Shown. An input
// method opens its window there, and a screen reader or a magnifier follows it,
// hidden or not: it belongs on what has the keys.
type Cursor struct {
	Col, Row int
	Shown    bool
}

// Frame is one whole picture: exactly Height rows of exactly Width cells.
type Frame struct {
	Width, Height int
	Rows          []Row
	Cursor        Cursor
}

// Interrupter is an App that has something to end before the program: Interrupt
// is asked when Ctrl-C is pressed, and says whether it was that which ended.
type Interrupter interface{ Interrupt() bool }

// App is what screen runs: an Elm model whose view is a Frame. All three are
// called from one goroutine. Frame is asked for only when it will be drawn, and
// what it returns is read before the next call of Update.
//
// Update sees bubbletea's messages (KeyPressMsg, PasteMsg, Mouse…Msg,
// WindowSizeMsg, BackgroundColorMsg) and MeasureMsg. MeasureMsg and
// WindowSizeMsg come before any other. It does not see Ctrl-C (ends the
// program, see Interrupter) and Ctrl-Z (suspends it).
type App interface {
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	Frame() Frame
}

// MeasureMsg tells the App how wide this terminal draws ambiguous characters
// (text and borders). It comes at the start with what is likely, before the
// first frame with what the terminal answered, and again if the answer is late.
type MeasureMsg struct {
	Measure cell.Measure
	Boxes   bool // box drawing is one cell wide and may be used
}
