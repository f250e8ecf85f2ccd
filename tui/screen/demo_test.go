package screen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
)

// demo is an App for the tests and for looking at: three bordered panes of
// Chinese text full of ambiguous characters, and a status row that says which
// keys came.
type demo struct {
	w, h   int
	m      cell.Measure
	boxes  bool
	scroll int
	cursor int
	keys   []string
	input  bool
	light  string
	lines  [3][]string
}

// demoText has ambiguous characters in most sentences.
const demoText = "海珠区“十四五”以来——规模以上工业增加值206.3亿元，同比增长8.6%……其中“四上”企业1200家·新增300余家；" +
	"高新技术企业①×②±③，α系数≥0.5，温度37℃。推进“一带一路”建设（以下简称“行动”），2024年1—11月固定资产投资1,234.5亿元。\n" +
	"ABC “quoted” — … · plain ASCII words in “quotes” only.\n"

const (
	demoBorder cell.Role = iota + 1
	demoTitle
	demoSelected
)

func (d *demo) Init() tea.Cmd { return nil }

func (d *demo) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case MeasureMsg:
		d.m, d.boxes = msg.Measure, msg.Boxes
		d.wrap()
	case tea.WindowSizeMsg:
		d.w, d.h = msg.Width, msg.Height
		d.wrap()
	case tea.BackgroundColorMsg:
		d.light = fmt.Sprint(!msg.IsDark())
	case tea.PasteMsg:
		d.keys = append(d.keys, "paste:"+msg.Content)
	case tea.MouseClickMsg:
		d.keys = append(d.keys, fmt.Sprintf("click:%d,%d", msg.X, msg.Y))
	case tea.KeyPressMsg:
		return d.key(msg)
	}
	return nil
}

// key does what a key means; every key is noted.
func (d *demo) key(msg tea.KeyPressMsg) tea.Cmd {
	d.keys = append(d.keys, msg.String())
	switch msg.String() {
	case "q":
		return tea.Quit
	case "j":
		d.cursor = min(d.cursor+1, max(0, d.h-4))
	case "k":
		d.cursor = max(d.cursor-1, 0)
	case "n":
		d.scroll += max(1, d.h-3)
	case "i":
		d.input = !d.input
	case "P":
		panic("in Update")
	case "C":
		return tea.Sequence(nil, tea.Batch(nil, func() tea.Msg { panic("in a command") }))
	case "E":
		done := func(err error) tea.Msg { return tea.PasteMsg{Content: fmt.Sprint(err)} }
		return Exec(exec.Command("sh", "-c", os.Getenv("DEMO_EDITOR")), done)
	case "Y":
		return Copy("复制")
	case "M":
		return SetMouse(true)
	}
	return nil
}

// wrap lays the panes' texts out anew.
func (d *demo) wrap() {
	for i, w := range d.widths() {
		d.lines[i] = d.m.Wrap(strings.Repeat(demoText, 12), max(w-2, 1))
	}
}

// widths are those of the three panes.
func (d *demo) widths() [3]int {
	a, b := d.w/3, d.w/3
	return [3]int{a, b, d.w - a - b}
}

// borders are the columns in which a border must stand.
func (d *demo) borders() []int {
	var at []int
	x := 0
	for _, w := range d.widths() {
		at = append(at, x, x+w-1)
		x += w
	}
	return at
}

func (d *demo) Frame() Frame {
	f := Frame{Width: d.w, Height: d.h, Rows: make([]Row, d.h)}
	if d.w < 12 || d.h < 4 {
		for y := range f.Rows {
			f.Rows[y] = Row{{0, d.w, cell.Plain(filled(d.m, "窗口太小“…”", d.w))}}
		}
		return f
	}
	x := 0
	for pane, w := range d.widths() {
		for y := range d.h - 1 {
			f.Rows[y] = append(f.Rows[y], Segment{x, w, d.line(pane, y, w)})
		}
		x += w
	}
	status := fmt.Sprintf("%d %v %s %s", d.m.Ambiguous, d.boxes, d.light, strings.Join(d.keys, " "))
	f.Rows[d.h-1] = Row{{0, d.w, cell.Plain(filled(d.m, status, d.w))}}
	f.Cursor = Cursor{min(d.m.Width(status), d.w-1), d.h - 1, d.input}
	return f
}

// borders are the lines of a box, and its corners from the top left.
func borders(m cell.Measure) (horizontal, vertical string, corners [4]string) {
	if m.ASCII || m.Ambiguous == 2 {
		return "-", "|", [4]string{"+", "+", "+", "+"}
	}
	return "─", "│", [4]string{"┌", "┐", "└", "┘"}
}

// line is one row of a pane.
func (d *demo) line(pane, y, w int) cell.Line {
	horizontal, vertical, corners := borders(d.m)
	last := d.h - 2
	if y == 0 || y == last {
		left, right, title := corners[0], corners[1], " 第"+strconv.Itoa(pane+1)+"栏 “区” "
		if y == last {
			left, right, title = corners[2], corners[3], ""
		}
		title = d.m.Truncate(title, w-2)
		return cell.Line{{Text: left, Role: demoBorder}, {Text: title, Role: demoTitle},
			{Text: strings.Repeat(horizontal, w-2-d.m.Width(title)) + right, Role: demoBorder}}
	}
	text := ""
	i := y - 1
	if pane == 0 {
		i += d.scroll
	}
	if i < len(d.lines[pane]) {
		text = d.lines[pane][i]
	}
	role := cell.Role(0)
	if y-1 == d.cursor && pane == 0 {
		role = demoSelected
	}
	return cell.Line{{Text: vertical, Role: demoBorder},
		{Text: filled(d.m, text, w-2), Role: role}, {Text: vertical, Role: demoBorder}}
}

// demoPaint is its colours.
func demoPaint(r cell.Role) string {
	return [256]string{"", "\x1b[36m", "\x1b[1m", "\x1b[7m"}[r]
}

// TestMain runs the demo instead of the tests where it is asked to: the tests
// start their own binary in a pseudo terminal.
func TestMain(m *testing.M) {
	if os.Getenv("SCREEN_DEMO") == "" {
		os.Exit(m.Run())
	}
	ambiguous, _ := strconv.Atoi(os.Getenv("DEMO_AMBIGUOUS"))
	term, err := Open(Options{Ambiguous: ambiguous, ASCII: os.Getenv("DEMO_ASCII") != "", Slow: os.Getenv("SSH_CONNECTION") != "", Term: os.Getenv("TERM")})
	if err == nil {
		err = term.Run(context.Background(), &demo{}, demoPaint)
	}
	var p PanicError
	switch {
	case errors.As(err, &p):
		fmt.Fprintln(os.Stderr, "panic met:", p.Value)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
	fmt.Println("bye")
	os.Exit(0)
}

// filled is a text in exactly w cells.
func filled(m cell.Measure, s string, w int) string {
	s = m.Truncate(s, w)
	return s + cell.Blank(w-m.Width(s))
}
