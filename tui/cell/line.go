package cell

// Role is what a run of text is for (a title, a number, a selected row). The
// style package names the roles and gives each its colours; cell and screen
// only carry them. Zero is plain text.
type Role uint8

// Span is a run of clean text in one role.
type Span struct {
	Text string
	Role Role
}

// Line is what stands on one row of one pane: spans, never escape sequences,
// so that measuring never has to look past them.
type Line []Span

// String is the line's text without roles.
func (l Line) String() string {
	if len(l) == 1 {
		return l[0].Text
	}
	n := 0
	for _, s := range l {
		n += len(s.Text)
	}
	b := make([]byte, 0, n)
	for _, s := range l {
		b = append(b, s.Text...)
	}
	return string(b)
}

// Plain is a line of one span in the zero role.
func Plain(text string) Line { return Line{{Text: text}} }

// Slice is the part of the line in the bytes from start to end of its text,
// in the roles it had.
func (l Line) Slice(start, end int) Line {
	var out Line
	at := 0
	for _, s := range l {
		from, to := max(start-at, 0), min(end-at, len(s.Text))
		if from < to {
			out = append(out, Span{s.Text[from:to], s.Role})
		}
		at += len(s.Text)
	}
	return out
}

// TruncateLine shortens the line to at most w cells, with an ellipsis in the
// role of the text it stands for.
func (m Measure) TruncateLine(l Line, w int) Line {
	if m.WidthLine(l) <= w {
		return l
	}
	mark := m.ellipsis(w)
	free := w - m.Width(mark)
	var out Line
	for _, s := range l {
		n, cells := m.prefix(s.Text, free)
		free -= cells
		if n < len(s.Text) {
			return append(out, Span{s.Text[:n] + mark, s.Role})
		}
		out = append(out, s)
	}
	return out
}
