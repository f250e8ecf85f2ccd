package screen

import (
	"bytes"
	"strconv"
)

// appendDiff appends the bytes that turn a screen showing one picture into one
// showing the other; nothing if they look the same. shown is nil if nobody
// knows what the screen shows.
func appendDiff(b []byte, shown, p *picture) []byte {
	start := len(b)
	whole := p.whole || shown == nil || shown.width != p.width || shown.height != p.height
	d := diff{shown: shown, p: p, whole: whole}
	if whole {
		b = append(b, "\x1b[m\x1b[H\x1b[2J"...)
	} else if d.move = moved(shown, p); d.move.rows != 0 {
		b = d.move.append(b)
	}
	for y := range p.height {
		b = d.appendRow(b, y)
	}
	return d.appendCursor(b, start)
}

// diff is a screen on its way from one picture to the next.
type diff struct {
	shown, p *picture
	whole    bool  // the screen was cleared
	move     shift // the screen was moved
}

// was is what row y shows, and whether it is blank.
func (d *diff) was(y int) (row []segment, blank bool) {
	if d.whole {
		return nil, true
	}
	if m := d.move; y >= m.top && y <= m.bottom {
		if y += m.rows; y < m.top || y > m.bottom {
			return nil, true
		}
	}
	return d.shown.row(y), false
}

// appendRow appends what changed in row y. A segment that may have spilled into
// its neighbour takes that one along.
func (d *diff) appendRow(b []byte, y int) []byte {
	was, blank := d.was(y)
	placed := false // the cursor stands in this row
	reach := 0      // the cell up to which segments before this one may have drawn
	for i, s := range d.p.row(y) {
		same := i < len(was) && d.shown.same(was[i], d.p, s)
		if same && s.col >= reach {
			continue
		}
		if blank && s.start == s.end && s.col >= reach {
			continue // blank on a blank screen
		}
		if placed {
			b = appendMove(b, 'G', s.col+1)
		} else {
			b = appendPlace(b, s.col, y)
			placed = true
		}
		if (!blank || s.col < reach) && !s.covers {
			b = appendMove(b, 'X', s.width)
		}
		b = append(b, d.p.bytes(s)...)
		if s.spill > 0 {
			reach = max(reach, s.col+s.width+s.spill)
		}
	}
	return b
}

// appendCursor appends what places the cursor, and hides it while the rest is
// drawn. The bytes since start are the drawing. A hidden cursor is placed too:
// screen readers, magnifiers and braille lines follow it.
func (d *diff) appendCursor(b []byte, start int) []byte {
	was, drew := !d.whole && d.shown.cursor.Shown, len(b) > start
	if !drew && !d.whole && d.shown.cursor == d.p.cursor {
		return b
	}
	if was && drew {
		b = append(b, "\x1b[?25l"...)
		copy(b[start+len("\x1b[?25l"):], b[start:])
		copy(b[start:], "\x1b[?25l")
	}
	b = appendPlace(b, d.p.cursor.Col, d.p.cursor.Row)
	switch {
	case d.p.cursor.Shown:
		return append(b, "\x1b[?25h"...)
	case d.whole, was && !drew:
		return append(b, "\x1b[?25l"...)
	}
	return b
}

// shift is a part of the screen moved up by rows (down if negative), its last
// (first) rows blank: what a terminal does by itself when lines are deleted or
// inserted at top while the screen scrolls between top and bottom only.
type shift struct{ top, bottom, rows int }

// worthMoving is how many rows a shift must save.
const worthMoving = 3

// moved finds the shift after which most of a picture is on the screen already:
// the rows of a list that scrolled by a key.
func moved(shown, p *picture) shift {
	changed := 0
	for y := range p.height {
		if !sameRow(shown, y, p, y) {
			changed++
		}
	}
	var best shift
	saved := worthMoving - 1
	for n := 1; n < p.height && changed > saved; n++ {
		for _, by := range [...]int{n, -n} {
			saved = longest(shown, p, by, saved, &best)
		}
	}
	return best
}

// longest looks for the run of rows that a move by so many brings in their
// place; where it saves more rows than the best so far it becomes the best.
func longest(shown, p *picture, by, saved int, best *shift) int {
	gain, from := 0, -1
	for y := 0; y <= p.height; y++ {
		if old := y + by; y < p.height && old >= 0 && old < p.height && sameRow(shown, old, p, y) {
			if from < 0 {
				gain, from = 0, y
			}
			if !sameRow(shown, y, p, y) {
				gain++
			}
			continue
		}
		if from >= 0 && gain > saved {
			saved, *best = gain, shift{top: min(from, from+by), bottom: max(y-1, y-1+by), rows: by}
		}
		from = -1
	}
	return saved
}

// append appends the sequences that move the rows. Lines are deleted and
// inserted, not scrolled: that the Linux console can do too.
func (m shift) append(b []byte) []byte {
	b = append(b, "\x1b["...)
	b = strconv.AppendInt(b, int64(m.top+1), 10)
	b = append(b, ';')
	b = appendEnd(b, m.bottom+1, 'r')
	b = appendPlace(b, 0, m.top)
	if m.rows > 0 {
		b = appendMove(b, 'M', m.rows)
	} else {
		b = appendMove(b, 'L', -m.rows)
	}
	return append(b, "\x1b[r"...)
}

// row is the segments of row y.
func (p *picture) row(y int) []segment { return p.segments[p.rows[y]:p.rows[y+1]] }

// sameRow reports whether two rows of two pictures look the same. Only whole
// rows move: one of several panes cannot scroll alone.
func sameRow(a *picture, i int, b *picture, j int) bool {
	if a.sums[i] != b.sums[j] {
		return false
	}
	was, now := a.row(i), b.row(j)
	if len(was) != len(now) {
		return false
	}
	for k := range was {
		if !a.same(was[k], b, now[k]) {
			return false
		}
	}
	return true
}

// same reports whether a segment of one picture looks like one of another.
func (p *picture) same(s segment, q *picture, t segment) bool {
	return s.sum == t.sum && s.col == t.col && s.width == t.width && s.spill == t.spill && bytes.Equal(p.bytes(s), q.bytes(t))
}

// appendPlace appends the move to a cell, counted from 0.
func appendPlace(b []byte, col, row int) []byte {
	b = append(b, "\x1b["...)
	b = strconv.AppendInt(b, int64(row+1), 10)
	b = append(b, ';')
	return appendEnd(b, col+1, 'H')
}

// appendEnd appends the last number of a control sequence and what it ends with.
func appendEnd(b []byte, n int, final byte) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), final)
}
