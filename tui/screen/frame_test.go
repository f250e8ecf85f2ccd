package screen

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/screen/vt"
)

// letters are what random text is made of: wide, narrow, ambiguous.
var letters = []rune("海珠区工业产值“”‘’—…·①×±，。；：（）、0123456789.%- abcXYZ！？亿元é")

// random is n letters, here and there with a gap between two of them.
func random(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteRune(letters[r.IntN(len(letters))])
		if r.IntN(9) == 0 {
			b.WriteString(cell.Blank(r.IntN(12)))
		}
	}
	return b.String()
}

// randomFrame is a frame of one to four bordered panes of random text, some of
// it too long or too short for its cells.
func randomFrame(r *rand.Rand, w, h int, m cell.Measure) Frame {
	f := Frame{Width: w, Height: h, Rows: make([]Row, h)}
	_, vertical, _ := borders(m)
	panes := 1 + r.IntN(4)
	for y := range h {
		for i := range panes {
			from, to := w*i/panes, w*(i+1)/panes
			text := filled(m, cell.Blank(r.IntN(3))+random(r, r.IntN(w+1)), to-from-2)
			if r.IntN(4) == 0 {
				text = random(r, r.IntN(w+1)) // an App that does not fit its text
			}
			f.Rows[y] = append(f.Rows[y], Segment{from, to - from, cell.Line{
				{Text: vertical, Role: demoBorder}, {Text: text, Role: cell.Role(r.IntN(4))}}})
		}
	}
	f.Cursor = Cursor{r.IntN(w), r.IntN(h), r.IntN(2) == 0}
	return f
}

// want is what a frame looks like: every row cut and filled to its cells.
func (f Frame) want(m cell.Measure) string {
	var b strings.Builder
	for _, row := range f.Rows {
		for _, s := range row {
			line, used := "", 0
			for _, r := range s.Line.String() {
				if used+m.Rune(r) > s.Width {
					break
				}
				line, used = line+string(r), used+m.Rune(r)
			}
			b.WriteString(line + cell.Blank(s.Width-used))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Frame after frame, the window shows exactly what the App drew, at any size
// and in both measures.
func TestScreenShowsTheFrame(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		w, h, m := 20+r.IntN(181), 5+r.IntN(56), cell.Measure{Ambiguous: 1 + r.IntN(2)}
		term := vt.New(w, h, m.Ambiguous)
		term.Write([]byte(modesOn))
		var shown *picture
		var by *means
		f := randomFrame(r, w, h, m)
		for range 6 {
			next := randomFrame(r, w, h, m)
			for range r.IntN(2 * h) { // most rows stay, as they do for a key
				y := r.IntN(h)
				next.Rows[y] = f.Rows[y]
			}
			if top, by := r.IntN(h), r.IntN(7)-3; r.IntN(2) == 0 { // a list scrolls
				for y := top; y < h; y++ {
					if old := y + by; old >= top && old < h {
						next.Rows[y] = f.Rows[old]
					}
				}
			}
			f = next
			p, alone := &picture{}, &picture{}
			by = by.now(m, r.IntN(2) == 0, demoPaint)
			p.encode(f, w, h, by, shown)
			alone.encode(f, w, h, by, nil)
			if !reflect.DeepEqual(p, alone) {
				t.Fatalf("%dx%d: what is taken from the last picture differs", w, h)
			}
			term.Write(appendDiff(nil, shown, p))
			if shown = p; term.String() != f.want(m) {
				t.Fatalf("%dx%d: the window shows\n%swant\n%s", w, h, term, f.want(m))
			}
			if term.Modes["25"] != f.Cursor.Shown || (term.Col != f.Cursor.Col || term.Row != f.Cursor.Row) {
				t.Fatalf("cursor at %d,%d, shown %t, want %v", term.Col, term.Row, term.Modes["25"], f.Cursor)
			}
		}
		if len(term.Errors) > 0 {
			t.Fatal(term.Errors)
		}
	}
}

// With the wrong measure text may be cut, but each pane starts in its column,
// and drawing what changed gives the same window as drawing everything.
func TestWrongMeasureKeepsBorders(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		w, h := 20+r.IntN(181), 5+r.IntN(56)
		m := cell.Measure{Ambiguous: 1 + r.IntN(2), ASCII: true}
		term, whole := vt.New(w, h, 3-m.Ambiguous), vt.New(w, h, 3-m.Ambiguous)
		term.Write([]byte(modesOn))
		whole.Write([]byte(modesOn))
		var shown *picture
		var by *means
		f := randomFrame(r, w, h, m)
		for range 6 {
			next := randomFrame(r, w, h, m)
			for y := range h {
				if len(next.Rows[y]) != len(f.Rows[y]) {
					continue
				}
				for i := range next.Rows[y] {
					if r.IntN(2) == 0 {
						next.Rows[y][i] = f.Rows[y][i]
					}
				}
			}
			f = next
			p := &picture{}
			by = by.now(m, false, nil)
			p.encode(f, w, h, by, shown)
			term.Write(appendDiff(nil, shown, p))
			whole.Write(appendDiff(nil, nil, p))
			shown = p
			for y, row := range f.Rows {
				for _, s := range row {
					if term.Cell(s.Col, y) != "|" {
						t.Fatalf("%dx%d: no border at column %d of row %d: %s", w, h, s.Col, y, term.Text(y))
					}
				}
			}
			if term.String() != whole.String() {
				t.Fatalf("%dx%d: the changes give\n%sthe whole frame\n%s", w, h, term, whole)
			}
		}
	}
}

// Whatever a frame holds, what reaches the terminal stays in the window.
func TestBadFrames(t *testing.T) {
	line := cell.Plain("海珠\x1b[2J\x07区\u009b\u202e“产\xff值”\u200b\u0378" + strings.Repeat("长", 50))
	for _, f := range []Frame{
		{},
		{Rows: []Row{nil, {{Col: 3, Width: 4, Line: line}}}},
		{Rows: []Row{{{Col: 0, Width: 99, Line: line}, {Col: 2, Width: 3, Line: line}}}},
		{Rows: []Row{{{Col: -1, Width: 5, Line: line}, {Col: 70, Width: 5}, {Col: 1, Width: -1}}}},
		{Rows: make([]Row, 99), Cursor: Cursor{50, 50, true}},
		{Cursor: Cursor{-1, 0, true}},
	} {
		for _, size := range [][2]int{{1, 1}, {2, 3}, {30, 4}} {
			p := &picture{}
			p.encode(f, size[0], size[1], (*means)(nil).now(cell.Measure{}, false, nil), nil)
			term := vt.New(size[0], size[1], 1)
			term.Write(appendDiff(nil, nil, p))
			if len(term.Errors) > 0 || term.Modes["25"] {
				t.Errorf("%v in %v: %q, cursor %t", f, size, term.Errors, term.Modes["25"])
			}
			for y := range size[1] {
				if strings.ContainsAny(term.Text(y), "\u202e\u200b\u0378\ufffd") {
					t.Errorf("%q reached the terminal", term.Text(y))
				}
				if n := (cell.Measure{}).Width(term.Text(y)); n != size[0] {
					t.Errorf("%v in %v: row %d is %d cells", f, size, y, n)
				}
			}
		}
	}
}

// A frame that looks the same writes nothing and allocates nothing.
func TestUnchangedFrame(t *testing.T) {
	d := newDemo(160, 48)
	f := d.Frame()
	var p, q picture
	b := make([]byte, 0, 1<<16)
	by := demoMeans(d.m)
	draw := func() {
		by = by.now(d.m, true, demoPaint)
		p.encode(f, 160, 48, by, nil)
		q.encode(f, 160, 48, by, &p)
		b = appendDiff(b[:0], &p, &q)
	}
	draw()
	if len(b) > 0 {
		t.Errorf("%q is written", b)
	}
	if n := testing.AllocsPerRun(10, draw); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// demoMeans are those of the demo in a terminal that told the measure.
func demoMeans(m cell.Measure) *means { return (*means)(nil).now(m, true, demoPaint) }

// A line that the App draws again is drawn anew in other colours and by another measure.
func TestColoursChange(t *testing.T) {
	line := cell.Line{{Text: "“海珠”区", Role: demoBorder}}
	f := Frame{Rows: []Row{{{Col: 0, Width: 12, Line: line}}}}
	bright := func(cell.Role) string { return "\x1b[1m" }
	var last *picture
	var by *means
	for _, c := range []struct {
		ambiguous int
		paint     func(cell.Role) string
	}{{1, demoPaint}, {1, bright}, {2, bright}, {2, nil}} {
		p, alone, m := &picture{}, &picture{}, cell.Measure{Ambiguous: c.ambiguous}
		was := by
		if by = by.now(m, true, c.paint); by == was || by != by.now(m, true, c.paint) {
			t.Error("the means do not change with the colours and the measure alone")
		}
		p.encode(f, 12, 1, by, last)
		alone.encode(f, 12, 1, by, nil)
		if string(p.text) != string(alone.text) {
			t.Errorf("%q, want %q", p.text, alone.text)
		}
		last = p
	}
}

// newDemo is the demo in a narrow terminal.
func newDemo(w, h int) *demo {
	d := &demo{}
	d.Update(MeasureMsg{Measure: cell.Measure{Ambiguous: 1}, Boxes: true})
	d.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// written is how many bytes the demo's answer to a key takes at 160 by 48.
func written(key string) int {
	d := newDemo(160, 48)
	var p, q picture
	p.encode(d.Frame(), 160, 48, demoMeans(d.m), nil)
	d.Update(tea.KeyPressMsg{Code: rune(key[0]), Text: key})
	q.encode(d.Frame(), 160, 48, demoMeans(d.m), nil)
	return len(appendDiff(nil, &p, &q))
}

func TestBytesPerKey(t *testing.T) {
	if n := written("j"); n > 1<<10 {
		t.Errorf("%d bytes for a cursor move", n)
	}
	if n := written("n"); n > 12<<10 {
		t.Errorf("%d bytes for a page", n)
	}
}

// The cursor moves over a wide gap between columns; spaces are written only
// where they are no longer than the move.
func TestGapsCostAMove(t *testing.T) {
	for _, gap := range []int{1, 5, 20, 100} {
		p := &picture{}
		p.encode(Frame{Rows: []Row{{{Col: 0, Width: 120, Line: cell.Line{
			{Text: "区", Role: demoBorder}, {Text: cell.Blank(gap)}, {Text: "8.6%", Role: demoBorder}}}}}}, 120, 1, demoMeans(cell.Measure{}), nil)
		colours := 2 * len(demoPaint(demoBorder)+"\x1b[m")
		if n, most := len(p.text), colours+len("区8.6%")+min(gap, jump); n > most {
			t.Errorf("a gap of %d takes %d bytes, want at most %d: %q", gap, n, most, p.text)
		}
	}
}

func BenchmarkUnchangedFrame(b *testing.B) {
	d := newDemo(160, 48)
	f := d.Frame()
	var p, q picture
	by := demoMeans(d.m)
	p.encode(f, 160, 48, by, nil)
	out := []byte{}
	b.ReportAllocs()
	for b.Loop() {
		by = by.now(d.m, true, demoPaint)
		q.encode(f, 160, 48, by, &p)
		out = appendDiff(out[:0], &p, &q)
	}
}

func BenchmarkBytes(b *testing.B) {
	for key, what := range map[string]string{"j": "cursor", "n": "page"} {
		b.Run(what, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = written(key)
			}
			b.ReportMetric(float64(n), "bytes/key")
		})
	}
}
