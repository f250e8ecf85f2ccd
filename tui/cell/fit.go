package cell

import (
	"strings"
)

// Blank is w spaces; w below 0 counts as 0.
func Blank(w int) string {
	const blanks = "                                                                " +
		"                                                                " +
		"                                                                " +
		"                                                                "
	if w <= 0 {
		return ""
	}
	if w <= len(blanks) {
		return blanks[:w] // no allocation for what fits a usual window
	}
	return strings.Repeat(" ", w)
}

// prefix is the length in bytes of the longest start of the text that takes at
// most w cells, and the cells it takes. Marks that take no cell stay with the
// character before them.
func (m Measure) prefix(s string, w int) (n, cells int) {
	for i, r := range s {
		c := m.Rune(r)
		if cells+c > w || cells == w && i == 0 {
			return i, cells
		}
		cells += c
	}
	return len(s), cells
}

// Truncate shortens the text to at most w cells. What was left out is marked
// by an ellipsis at the end, so that a shortened number never looks whole.
func (m Measure) Truncate(s string, w int) string {
	if len(s) <= w || m.fits(s, w) { // no text takes more cells than bytes
		return s
	}
	mark := m.ellipsis(w)
	n, _ := m.prefix(s, w-m.Width(mark))
	return s[:n] + mark
}

// fits reports whether the text takes at most w cells, without measuring more
// of it than needed.
func (m Measure) fits(s string, w int) bool {
	n, _ := m.prefix(s, max(w, 0))
	return n == len(s)
}

// ellipsis is the mark of an omission, at most w cells wide.
func (m Measure) ellipsis(w int) string {
	mark := "…"
	if m.ASCII || m.Ambiguous == 2 {
		mark = ".."
	}
	switch {
	case w <= 0:
		return ""
	case m.Width(mark) > w:
		return "~"
	}
	return mark
}
