package cell

import (
	"strings"
	"unicode/utf8"
)

// Align says at which side of its cells a text stands.
type Align uint8

// The three alignments; names go left, numbers right.
const (
	Left Align = iota
	Right
	Center
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

// Cut is the part of the text in the cells from (inclusive) to to (exclusive).
// A wide character that the cut would halve leaves a space for its inner half,
// so that what follows keeps its column.
func (m Measure) Cut(s string, from, to int) string {
	from = max(from, 0)
	if to <= from {
		return ""
	}
	start, col := m.prefix(s, from)
	head := ""
	if col < from && start < len(s) {
		r, n := utf8.DecodeRuneInString(s[start:])
		start, col = start+n, col+m.Rune(r)
		head = Blank(min(col, to) - from)
	}
	if col >= to {
		return head
	}
	end, stop := m.prefix(s[start:], to-col)
	body := s[start : start+end]
	tail := ""
	if start+end < len(s) {
		tail = Blank(to - col - stop) // a wide character stood over the edge
	}
	if head == "" && tail == "" {
		return body
	}
	return head + body + tail
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

// Fit makes the text exactly w cells: shortened with an ellipsis or filled up
// with spaces at the sides that align leaves free.
func (m Measure) Fit(s string, w int, align Align) string {
	s = m.Truncate(s, w)
	left, right := gaps(w-m.Width(s), align)
	if left == 0 && right == 0 {
		return s
	}
	return Blank(left) + s + Blank(right)
}

// gaps shares the free cells between the left and the right side.
func gaps(free int, align Align) (left, right int) {
	free = max(free, 0)
	switch align {
	case Right:
		return free, 0
	case Center:
		return free / 2, free - free/2
	}
	return 0, free
}
