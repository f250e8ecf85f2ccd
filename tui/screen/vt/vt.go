// Package vt is a terminal for tests: it takes the bytes a program writes and
// knows what a window would show. Ambiguous characters take one or two of its
// cells, as told, so that a test can play a terminal of either kind, also one
// that draws otherwise than it said.
//
// It knows the sequences that package screen uses and fails on others, so that
// no test passes because a sequence was ignored. It measures by x/text/width,
// not by package cell: two that agree are not the same mistake twice.
package vt

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Terminal is the window and its state.
type Terminal struct {
	Width, Height int
	Ambiguous     int             // cells of an ambiguous character
	Says          int             // … as the terminal claims; 0 is Ambiguous
	Silent        bool            // answers nothing
	Kitty         bool            // speaks kitty's protocol for keys
	Modes         map[string]bool // private modes that were set: "1049", "25"; reset ones are false
	Answers       []byte          // what the terminal would send to the program
	Col, Row      int             // the cursor
	Lenient       bool            // ignores what it does not know
	Errors        []string        // what it does not know

	cells [][]string // "" is the right half of a wide character
	claim int        // cells that Says adds to the cursor's reported column
	rest  []byte     // an unfinished sequence

	top, bottom int // of the lines that scroll; bottom 0 is the last line
}

// New is a blank terminal.
func New(width, height, ambiguous int) *Terminal {
	t := &Terminal{Width: width, Height: height, Ambiguous: ambiguous,
		Modes: map[string]bool{"7": true, "25": true}}
	t.cells = blank(width, height)
	return t
}

// blank is a grid of spaces.
func blank(w, h int) [][]string {
	cells := make([][]string, h)
	for y := range cells {
		cells[y] = make([]string, w)
		for x := range cells[y] {
			cells[y][x] = " "
		}
	}
	return cells
}

// Resize changes the window; what it showed is lost, as it may be in a real
// one.
func (t *Terminal) Resize(w, h int) {
	t.Width, t.Height, t.cells = w, h, blank(w, h)
	for y := range t.cells {
		for x := range t.cells[y] {
			t.cells[y][x] = "?" // whatever a terminal leaves there
		}
	}
	t.Col, t.Row, t.top, t.bottom = min(t.Col, w-1), min(t.Row, h-1), 0, 0
}

// Text is the text of row y.
func (t *Terminal) Text(y int) string { return strings.Join(t.cells[y], "") }

// Cell is what stands at a cell: a character, " ", or "" for the right half of
// a wide one.
func (t *Terminal) Cell(x, y int) string { return t.cells[y][x] }

// String is all rows.
func (t *Terminal) String() string {
	var b strings.Builder
	for y := range t.cells {
		b.WriteString(t.Text(y) + "\n")
	}
	return b.String()
}

// Write takes what the program writes.
func (t *Terminal) Write(b []byte) (int, error) {
	t.rest = append(t.rest, b...)
	for len(t.rest) > 0 {
		n := t.step(t.rest)
		if n == 0 {
			break // unfinished
		}
		t.rest = t.rest[n:]
	}
	return len(b), nil
}

// step takes one character or sequence and is its length.
func (t *Terminal) step(b []byte) int {
	switch {
	case b[0] == 0x1b:
		return t.escape(b)
	case b[0] == 0x18, b[0] == 0x0f:
		return 1 // ends a sequence (here none is open), takes the usual letters
	case b[0] == '\r':
		t.Col = 0
		return 1
	case b[0] == '\n':
		t.Row = min(t.Row+1, t.Height-1)
		return 1
	case b[0] < ' ' || b[0] == 0x7f:
		t.fail(fmt.Sprintf("control %q", b[0]))
		return 1
	case !utf8.FullRune(b):
		return 0
	}
	r, n := utf8.DecodeRune(b)
	t.put(r)
	return n
}

// escape takes a sequence.
func (t *Terminal) escape(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '[':
		for i, c := range b[2:] {
			if c == 0x18 {
				return i + 3
			}
			if c >= '@' && c <= '~' {
				t.control(string(b[2:2+i]), c)
				return i + 3
			}
		}
		return 0
	case ']':
		end, last := bytes.IndexByte(b, '\a'), 1
		if st := bytes.Index(b, []byte("\x1b\\")); st >= 0 && (end < 0 || st < end) {
			end, last = st, 2
		}
		if end < 0 {
			return 0
		}
		if strings.HasPrefix(string(b), "\x1b]11;?") {
			t.answer("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
		}
		return end + last
	case '>':
		return 2 // the keypad's usual keys
	case '(':
		return 3 // the usual letters
	}
	t.fail(fmt.Sprintf("escape %q", b[:2]))
	return 2
}

// control does a control sequence.
func (t *Terminal) control(params string, final byte) {
	if !t.paint(params, final) && !t.ask(params, final) {
		t.fail(fmt.Sprintf("control sequence %q", params+string(final)))
	}
}

// paint moves the cursor, erases and shifts; false for what does none of it.
func (t *Terminal) paint(params string, final byte) bool {
	n := func(i, missing int) int {
		list := strings.Split(params, ";")
		if i >= len(list) || list[i] == "" {
			return missing
		}
		v, _ := strconv.Atoi(list[i])
		return v
	}
	switch final {
	case 'H':
		t.move(n(1, 1)-1, n(0, 1)-1)
	case 'G':
		t.move(n(0, 1)-1, t.Row)
	case 'X':
		t.erase(t.Col, t.Row, n(0, 1))
	case 'm':
		if strings.HasPrefix(params, ">4") { // how xterm tells keys
			t.Modes["keys"] = params != ">4"
		}
	case 'r':
		t.top, t.bottom = n(0, 1)-1, min(n(1, t.Height), t.Height)-1
		t.move(0, 0)
	case 'M':
		t.shift(n(0, 1))
	case 'L':
		t.shift(-n(0, 1))
	default:
		return false
	}
	return true
}

// ask answers what a program asks and takes the modes that it sets; false for
// what is neither.
func (t *Terminal) ask(params string, final byte) bool {
	switch string(final) + params {
	case "K":
		t.erase(t.Col, t.Row, t.Width)
	case "J2":
		t.cells = blank(t.Width, t.Height)
	case "n6":
		t.answer(fmt.Sprintf("\x1b[%d;%dR", t.Row+1, t.Col+t.claim+1))
	case "p?2026$":
		t.answer("\x1b[?2026;2$y")
	case "u?":
		if t.Kitty {
			t.answer("\x1b[?0u")
		}
	case "u>1", "u<", "u<16":
		t.Modes["kitty"] = params == ">1"
	case "l4":
	case "q0 ", "q2 ":
		t.Modes["cursor"] = params != "0 "
	default:
		if final != 'h' && final != 'l' || !strings.HasPrefix(params, "?") {
			return false
		}
		t.Modes[params[1:]] = final == 'h'
	}
	return true
}

// shift moves the lines from the cursor to the end of what scrolls up, or down
// by a negative number; what comes in is blank.
func (t *Terminal) shift(n int) {
	bottom := t.bottom
	if bottom == 0 {
		bottom = t.Height - 1
	}
	if t.Row < t.top || t.Row > bottom {
		return
	}
	part := t.cells[t.Row : bottom+1]
	old := slices.Clone(part)
	fresh := blank(t.Width, len(part))
	for y := range part {
		if from := y + n; from >= 0 && from < len(part) {
			part[y] = old[from]
		} else {
			part[y] = fresh[y]
		}
	}
}

// fail notes what the terminal does not know.
func (t *Terminal) fail(what string) {
	if !t.Lenient {
		t.Errors = append(t.Errors, what)
	}
}

// move places the cursor.
func (t *Terminal) move(x, y int) {
	t.Col, t.Row = min(max(x, 0), t.Width-1), min(max(y, 0), t.Height-1)
	t.claim = 0
}

// answer queues what the program asked for.
func (t *Terminal) answer(s string) {
	if !t.Silent {
		t.Answers = append(t.Answers, s...)
	}
}

// put draws a character at the cursor. The cursor stops at the last column,
// as it does with autowrap off; with autowrap on it is an error to get there.
func (t *Terminal) put(r rune) {
	w := RuneWidth(r, t.Ambiguous)
	if w == 0 {
		return
	}
	if t.Says != 0 && t.Says != t.Ambiguous {
		t.claim += RuneWidth(r, t.Says) - w
	}
	x := min(t.Col, t.Width-w)
	if x < 0 {
		return
	}
	t.erase(x, t.Row, w)
	t.cells[t.Row][x] = string(r)
	if w == 2 {
		t.cells[t.Row][x+1] = ""
	}
	if t.Col += w; t.Col >= t.Width {
		if t.Modes["7"] && t.Col > t.Width {
			t.fail("wrapped")
		}
		t.Col = t.Width - 1
	}
}

// erase blanks cells, and the other half of a wide character that is halved.
func (t *Terminal) erase(x, y, n int) {
	row := t.cells[y]
	end := min(x+n, t.Width)
	if x < end && row[x] == "" && x > 0 {
		row[x-1] = " "
	}
	if end < t.Width && row[end] == "" {
		row[end] = " "
	}
	for ; x < end; x++ {
		row[x] = " "
	}
}

// RuneWidth is the cells a rune takes where ambiguous ones take so many.
func RuneWidth(r rune, ambiguous int) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	case width.EastAsianAmbiguous:
		return ambiguous
	}
	return 1
}
