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
