package draw

import (
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Section is a part of a List that folds away.
type Section struct {
	ID   string         // by which it folds; "" is not to be folded
	Head cell.Line      // nil for rows without a heading
	Rows func() []Entry // made when they are first to be seen
}

// Entry is one row of a List.
type Entry struct {
	Line     func(w int) cell.Line // drawn in w cells
	Head     bool                  // the cursor passes it
	Facts    []*model.Fact         // behind it, the one it shows first
	District *model.District
	Spot     Spot // a place in a text, where it has no fact
}

// Spot is a place in a report's text; the zero Spot is nowhere.
type Spot struct {
	Report *model.Report
	At     int // byte of the clean text
}

// heading is a row that names those below it.
func heading(line ...cell.Span) Entry {
	return Entry{Head: true, Line: func(int) cell.Line { return line }}
}

// section is a section whose rows are made already.
func section(id string, head cell.Line, rows []Entry) Section {
	return Section{ID: id, Head: head, Rows: func() []Entry { return rows }}
}

// bar is a bar of at most w cells to the scale of the greatest value: full for
// what is, hollow for what is aimed at. What is more than nothing is seen.
func (l *Look) bar(value, most float64, w int, hollow bool) cell.Span {
	full, role := l.Glyphs.Full, style.Done
	if hollow {
		full, role = l.Glyphs.Hollow, style.Target
	}
	n := 0
	if most > 0 && value > 0 {
		n = max(1, int(value/most*float64(w)+0.5))
	}
	return Text(repeat(full, min(n, w)), role)
}

// repeat is a mark n times; below 0 counts as 0.
func repeat(mark string, n int) string { return strings.Repeat(mark, max(0, n)) }
