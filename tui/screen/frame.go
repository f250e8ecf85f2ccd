// Package screen owns the terminal: it asks how wide characters are, draws
// frames line by line, reads keys through bubbletea's event loop, and gives
// the terminal back as it found it.
package screen

import (
	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// Segment is one pane's part of a row: Width cells from column Col (from 0).
// Line must fill it exactly by the frame's Measure.
type Segment struct {
	Col, Width int
	Line       cell.Line
}

// Row is the segments of one screen row, left to right, without gaps.
type Row []Segment

// Cursor is where the terminal's cursor stands; hidden when not Shown.
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

// App is what screen runs: an Elm model whose view is a Frame.
type App interface {
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	Frame() Frame
}

// MeasureMsg tells the App how wide this terminal draws ambiguous characters
// (text and borders). It comes before the first frame is drawn, and again if
// the terminal's answer comes late.
type MeasureMsg struct {
	Measure cell.Measure
	Boxes   bool // box drawing is one cell wide and may be used
}
