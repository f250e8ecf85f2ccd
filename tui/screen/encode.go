package screen

import (
	"strconv"
	"unicode/utf8"

	"qubi/tui/cell"
)

// picture is a frame as the terminal will get it: the bytes of each segment.
// It is used again and again, so that drawing allocates nothing.
type picture struct {
	width, height int
	cursor        Cursor
	whole         bool // draw everything, whatever the screen shows

	text     []byte    // the segments' bytes, one after the other
	segments []segment // top to bottom, left to right
	rows     []int     // the first segment of each row, and the end
}

// segment is where a Segment stands and its bytes in text.
type segment struct {
	col, width int
	start, end int
	// spill is how many cells beyond its own the terminal may draw into, if it
	// draws ambiguous characters wider than measured.
	spill int
}

// bytes are those that draw the segment when the cursor stands at its start
// and its cells are blank.
func (p *picture) bytes(s segment) []byte { return p.text[s.start:s.end] }

// encode makes the picture that of the frame in a window of the given size.
// Rows and columns outside of the window are left out, missing ones blank.
func (p *picture) encode(f Frame, width, height int, m cell.Measure, paint func(cell.Role) string) {
	p.width, p.height, p.cursor = width, height, f.Cursor
	p.text, p.segments, p.rows = p.text[:0], p.segments[:0], p.rows[:0]
	if f.Cursor.Col >= width || f.Cursor.Row >= height || f.Cursor.Col < 0 || f.Cursor.Row < 0 {
		p.cursor.Shown = false
	}
	e := encoder{picture: p, measure: m, paint: paint}
	for y := range height {
		p.rows = append(p.rows, len(p.segments))
		at := 0
		if y < len(f.Rows) {
			for _, s := range f.Rows[y] {
				if s.Col < at || s.Col >= width || s.Width <= 0 {
					continue
				}
				e.blank(at, s.Col-at)
				at = min(s.Col+s.Width, width)
				e.segment(s.Line, s.Col, at-s.Col)
			}
		}
		e.blank(at, width-at)
	}
	p.rows = append(p.rows, len(p.segments))
}

// encoder writes one picture.
type encoder struct {
	*picture
	measure cell.Measure
	paint   func(cell.Role) string

	// Of the segment in hand.
	colour string // the sequence in force; "" is plain
	col    int    // the next cell, from the segment's start
	drift  int    // how many cells further the cursor may really stand
	gap    int    // spaces just written
}

// blank adds a segment of spaces.
func (e *encoder) blank(col, width int) {
	if width > 0 {
		e.segments = append(e.segments, segment{col: col, width: width, start: len(e.text), end: len(e.text)})
	}
}

// segment adds a line at col, cut or filled to width cells. It ends in plain
// colour, without spaces at its end: the cells were erased before.
func (e *encoder) segment(line cell.Line, col, width int) {
	seg := segment{col: col, width: width, start: len(e.text)}
	e.colour, e.col, e.drift, e.gap = "", 0, 0, 0
	for _, span := range line {
		e.anchor(col)
		if e.paint != nil && span.Text != "" {
			e.use(e.paint(span.Role))
		}
		if !e.span(span.Text, col, width, &seg.spill) {
			break
		}
	}
	if e.colour == "" {
		for len(e.text) > seg.start && e.text[len(e.text)-1] == ' ' {
			e.text = e.text[:len(e.text)-1]
		}
	}
	e.use("")
	seg.end = len(e.text)
	e.segments = append(e.segments, seg)
}

// span adds a run of text. It reports false when the segment is full.
//
// After a character that the terminal may draw wider or narrower than measured
// the cursor is set anew where a column may start: at the next span, after two
// spaces, at the segment's last cell. In between it may drift, which costs less
// than columns inside a sentence that tear its characters apart.
func (e *encoder) span(text string, col, width int, spill *int) bool {
	for i, r := range text {
		w := e.measure.Rune(r)
		if r < ' ' || 0x7f <= r && r < 0xa0 {
			continue // the App's text is clean; this is the last line of defence
		}
		if e.col+w > width {
			return false
		}
		if e.gap >= 2 && r != ' ' || w > 0 && e.col+w == width {
			e.anchor(col)
		}
		e.text = append(e.text, text[i:i+utf8.RuneLen(r)]...)
		e.col += w
		if r == ' ' {
			e.gap++
			continue
		}
		e.gap = 0
		if !cell.Certain(r) {
			e.drift += 2
		}
		*spill = max(*spill, e.col+e.drift-width)
	}
	return true
}

// anchor sets the cursor to where it should stand, if it may not.
func (e *encoder) anchor(col int) {
	if e.drift > 0 {
		e.text = appendMove(e.text, 'G', col+e.col+1)
		e.drift = 0
	}
}

// use changes to the colour that a sequence sets.
func (e *encoder) use(colour string) {
	if colour == e.colour {
		return
	}
	if e.colour != "" {
		e.text = append(e.text, "\x1b[m"...)
	}
	e.text = append(e.text, colour...)
	e.colour = colour
}

// appendMove appends a control sequence of one number.
func appendMove(b []byte, final byte, n int) []byte {
	b = append(b, "\x1b["...)
	return append(strconv.AppendInt(b, int64(n), 10), final)
}
