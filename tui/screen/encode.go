package screen

import (
	"hash/maphash"
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
	by            *means

	text     []byte    // the segments' bytes, one after the other
	segments []segment // top to bottom, left to right
	rows     []int     // the first segment of each row, and the end
	sums     []uint64  // of each row: where it differs the row looks otherwise
}

// means are what decides how a line is drawn, beside itself and its place.
type means struct {
	measure cell.Measure
	sure    bool        // the terminal itself told the measure
	colours [256]string // the sequence that begins each role
}

// now are the means by what paint gives each role now: the same ones while nothing
// of them changes. The first may be nil.
func (by *means) now(m cell.Measure, sure bool, paint func(cell.Role) string) *means {
	if paint == nil {
		paint = func(cell.Role) string { return "" }
	}
	same := by != nil && by.measure == m && by.sure == sure
	for r := 0; same && r < len(by.colours); r++ {
		same = by.colours[r] == paint(cell.Role(r))
	}
	if same {
		return by
	}
	by = &means{measure: m, sure: sure}
	for r := range by.colours {
		by.colours[r] = paint(cell.Role(r))
	}
	return by
}

// segment is where a Segment stands and its bytes in text.
type segment struct {
	col, width int
	line       cell.Line // that it draws; nil is a blank
	start, end int
	sum        uint64 // of the bytes: where it differs they do
	// spill is how many cells beyond its own the terminal may draw into, if it
	// draws ambiguous characters wider than measured.
	spill int
	// covers says that the bytes draw on every cell, on any terminal, so that
	// the cells need not be erased before.
	covers bool
}

// bytes are those that draw the segment when the cursor stands at its start
// and its cells are blank.
func (p *picture) bytes(s segment) []byte { return p.text[s.start:s.end] }

// encode makes the picture that of the frame in a window of the given size.
// Rows and columns outside of the window are left out, missing ones blank. Lines
// that the last picture drew at the same place are taken from there; there may be none.
func (p *picture) encode(f Frame, width, height int, by *means, last *picture) {
	p.width, p.height, p.cursor, p.by = width, height, f.Cursor, by
	p.text, p.segments, p.rows, p.sums = p.text[:0], p.segments[:0], p.rows[:0], p.sums[:0]
	if f.Cursor.Col >= width || f.Cursor.Row >= height || f.Cursor.Col < 0 || f.Cursor.Row < 0 {
		p.cursor = Cursor{}
	}
	e := encoder{picture: p}
	if last != p && last != nil && last.by == by {
		e.last = last
	}
	for y := range height {
		p.rows = append(p.rows, len(p.segments))
		var row Row
		if y < len(f.Rows) {
			row = f.Rows[y]
		}
		e.row(row, y)
	}
	p.rows = append(p.rows, len(p.segments))
}

// row adds row y.
func (e *encoder) row(row Row, y int) {
	at := 0
	for _, s := range row {
		if s.Col < at || s.Col >= e.width || s.Width <= 0 {
			continue
		}
		e.blank(at, s.Col-at)
		at = min(s.Col+s.Width, e.width)
		if !e.again(y, s.Line, s.Col, at-s.Col) {
			e.segment(s.Line, s.Col, at-s.Col)
		}
	}
	e.blank(at, e.width-at)
	sum := uint64(0)
	for _, s := range e.segments[e.rows[y]:] {
		sum = sum*31 + s.sum
	}
	e.sums = append(e.sums, sum)
}

// encoder writes one picture.
type encoder struct {
	*picture
	last *picture // by the same means, or nil

	// Of the segment in hand.
	colour string // the sequence in force; "" is plain
	wanted string // that of the span in hand
	begun  bool   // the span in hand has not drawn yet
	col    int    // the next cell, from the segment's start
	blanks int    // plain spaces before it that are not written yet
	gap    int    // spaces before it, of any colour
	drift  int    // how many cells further the cursor may really stand
	worded bool   // … because of text, not only of borders
	clean  bool   // every cell so far is drawn on, and nothing may take less than its cells
	spill  int
}

// seed is that of the sums of segments.
var seed = maphash.MakeSeed()

// jump is how many plain spaces cost more than moving over them.
const jump = len("\x1b[100G")

// blank adds a segment of spaces.
func (e *encoder) blank(col, width int) {
	if width > 0 {
		e.segments = append(e.segments, segment{col: col, width: width, start: len(e.text), end: len(e.text)})
	}
}

// again adds the segment that the last picture has for this very line at this place of
// row y. It reports false where there is none. Nobody writes into a line that was drawn.
func (e *encoder) again(y int, line cell.Line, col, width int) bool {
	i := len(e.segments) - e.rows[y]
	if e.last == nil || len(line) == 0 || y >= e.last.height || i >= len(e.last.row(y)) {
		return false
	}
	s := e.last.row(y)[i]
	if s.col != col || s.width != width || len(s.line) != len(line) || &s.line[0] != &line[0] {
		return false
	}
	start := len(e.text)
	e.text = append(e.text, e.last.bytes(s)...)
	s.start, s.end = start, len(e.text)
	e.segments = append(e.segments, s)
	return true
}

// segment adds a line at col, cut or filled to width cells. It ends in plain
// colour. Plain spaces are passed over where that is shorter, and at the end:
// the cells were erased before.
func (e *encoder) segment(line cell.Line, col, width int) {
	seg := segment{col: col, width: width, line: line, start: len(e.text)}
	e.col, e.blanks, e.gap, e.drift, e.worded, e.clean, e.spill = 0, 0, 0, 0, false, true, 0
	for _, span := range line {
		e.begun, e.wanted = true, ""
		if span.Text != "" {
			e.wanted = e.by.colours[span.Role]
		}
		if !e.span(span.Text, col, width) {
			break
		}
	}
	e.use("")
	seg.covers = e.clean && e.col == width && e.blanks == 0
	seg.end, seg.spill = len(e.text), e.spill
	seg.sum = maphash.Bytes(seed, e.bytes(seg))
	e.segments = append(e.segments, seg)
}

// span adds a run of text. It reports false when the segment is full.
//
// After a character that the terminal may draw wider or narrower than measured
// the cursor is set anew where a column may start: at the next span, after two
// spaces, at the segment's last cell. In between it may drift, which costs less
// than columns inside a sentence that tear its characters apart.
func (e *encoder) span(text string, col, width int) bool {
	for i, r := range text {
		w := e.by.measure.Rune(r)
		if e.col+w > width {
			return false
		}
		if r == ' ' && e.wanted == "" {
			e.blanks, e.gap, e.col = e.blanks+1, e.gap+1, e.col+1
			continue
		}
		last := w > 0 && e.col+w == width
		e.fill(col)
		if e.worded && (e.begun || e.gap >= 2) || last {
			e.anchor(col)
		}
		e.begun = false
		e.use(e.wanted)
		if cell.Safe(r) {
			e.text = append(e.text, text[i:i+utf8.RuneLen(r)]...)
		} else { // the App's text is clean; this is the last line of defence
			e.text = append(e.text, "??"[:w]...)
		}
		e.col += w
		e.note(r, w, last)
		if !e.by.sure {
			e.spill = max(e.spill, e.col+e.drift-width)
		}
	}
	return true
}

// note keeps account of what a rune just added may do.
func (e *encoder) note(r rune, w int, last bool) {
	if r == ' ' {
		e.gap++
	} else {
		e.gap = 0
	}
	if cell.Certain(r) || border(r) && last {
		return
	}
	e.drift += 2
	e.worded = e.worded || !border(r)
	e.clean = e.clean && w == 1 // never drawn narrower than that
}

// border reports whether the rune draws boxes. One of them, before a text, is
// not worth an anchor: where it takes two cells the text would paint over it.
func border(r rune) bool { return 0x2500 <= r && r < 0x2580 }

// fill comes to the next cell over the plain spaces before it.
func (e *encoder) fill(col int) {
	switch {
	case e.blanks == 0:
		return
	case e.blanks > jump || e.blanks >= 2 && e.worded:
		e.text = appendMove(e.text, 'G', col+e.col+1)
		e.drift, e.worded, e.clean = 0, false, false
	default:
		e.use("")
		for range e.blanks {
			e.text = append(e.text, ' ')
		}
	}
	e.blanks = 0
}

// anchor sets the cursor to where it should stand, if it may not.
func (e *encoder) anchor(col int) {
	if e.drift > 0 {
		e.text = appendMove(e.text, 'G', col+e.col+1)
		e.drift, e.worded = 0, false
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
