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
	if whole {
		b = append(b, "\x1b[m\x1b[H\x1b[2J"...)
	}
	for y := range p.height {
		b = appendRow(b, shown, p, y, whole)
	}
	return appendCursor(b, start, shown, p, whole)
}

// appendRow appends what changed in row y. A segment that may have spilled into
// its neighbour takes that one along.
func appendRow(b []byte, shown, p *picture, y int, whole bool) []byte {
	now := p.segments[p.rows[y]:p.rows[y+1]]
	var was []segment
	if !whole {
		was = shown.segments[shown.rows[y]:shown.rows[y+1]]
	}
	moved := false // the cursor stands in this row
	reach := 0     // the cell up to which segments before this one may have drawn
	for i, s := range now {
		same := i < len(was) && was[i].col == s.col && was[i].width == s.width &&
			was[i].spill == s.spill && bytes.Equal(shown.bytes(was[i]), p.bytes(s))
		if same && s.col >= reach {
			continue
		}
		if whole && s.start == s.end && s.col >= reach {
			continue // blank on a blank screen
		}
		if moved {
			b = appendMove(b, 'G', s.col+1)
		} else {
			b = appendPlace(b, s.col, y)
			moved = true
		}
		if (!whole || s.col < reach) && !s.covers {
			b = appendMove(b, 'X', s.width)
		}
		b = append(b, p.bytes(s)...)
		if s.spill > 0 {
			reach = max(reach, s.col+s.width+s.spill)
		}
	}
	return b
}

// appendCursor appends what places the cursor, and hides it while the rest is
// drawn. The bytes since start are the drawing.
func appendCursor(b []byte, start int, shown, p *picture, whole bool) []byte {
	was := !whole && shown.cursor.Shown
	drew := len(b) > start
	switch {
	case p.cursor.Shown && !drew && was && shown.cursor == p.cursor:
		return b
	case p.cursor.Shown:
		if was && drew {
			b = append(b, "\x1b[?25l"...)
			copy(b[start+len("\x1b[?25l"):], b[start:])
			copy(b[start:], "\x1b[?25l")
		}
		b = appendPlace(b, p.cursor.Col, p.cursor.Row)
		return append(b, "\x1b[?25h"...)
	case was || whole:
		return append(b, "\x1b[?25l"...)
	}
	return b
}

// appendPlace appends the move to a cell, counted from 0.
func appendPlace(b []byte, col, row int) []byte {
	b = append(b, "\x1b["...)
	b = strconv.AppendInt(b, int64(row+1), 10)
	b = append(b, ';')
	b = strconv.AppendInt(b, int64(col+1), 10)
	return append(b, 'H')
}
