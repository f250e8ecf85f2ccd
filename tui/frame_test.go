package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/cell"
	"qubi/tui/screen"
)

// browser is the browser on the sample in a window.
func browser(t testing.TB, o Options, w, h int) *App {
	t.Helper()
	if o.Corpus == nil {
		o.Corpus = sample(t, 1)
	}
	a := New(o)
	a.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return a
}

// typed sends keys, each as bubbletea names it, and longer texts letter by
// letter when they begin with '"'.
func typed(a *App, keys ...string) {
	for _, k := range keys {
		if k[0] == '"' {
			for _, r := range k[1:] {
				a.Update(press(string(r)))
			}
			continue
		}
		a.Update(press(k))
	}
}

// press is the message of a key by its name.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: ' ', Text: " "}
	}
	if len(name) > 5 && name[:5] == "ctrl+" {
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// exact reports what is wrong with a frame: a row that is missing, has gaps, or
// is not as wide as the window by the measure.
func exact(f screen.Frame, m cell.Measure) error {
	if len(f.Rows) != f.Height {
		return fmt.Errorf("%d rows in a window of %d", len(f.Rows), f.Height)
	}
	for y, row := range f.Rows {
		x := 0
		for _, s := range row {
			if s.Col != x {
				return fmt.Errorf("row %d: a segment at column %d follows one that ends at %d", y, s.Col, x)
			}
			if n := m.WidthLine(s.Line); n != s.Width {
				return fmt.Errorf("row %d, column %d: %q takes %d cells, not %d", y, x, s.Line.String(), n, s.Width)
			}
			if text := s.Line.String(); strings.ContainsFunc(text, unicode.IsControl) {
				return fmt.Errorf("row %d: %q holds a control character", y, text)
			}
			x += s.Width
		}
		if x != f.Width {
			return fmt.Errorf("row %d is %d cells wide, not %d", y, x, f.Width)
		}
	}
	if c := f.Cursor; c.Shown && (c.Col < 0 || c.Row < 0 || c.Col >= f.Width || c.Row >= f.Height) {
		return fmt.Errorf("the cursor stands at %d, %d", c.Col, c.Row)
	}
	return nil
}

// pictures are keys that lead to everything that can be seen.
var pictures = map[string][]string{
	"side":      {"down", "down"},
	"drawer":    {"p", "down"},
	"zoom":      {"z"},
	"locked":    {"=", "}"},
	"themes":    {"1", "3"},
	"nothing":   {"b"},
	"dimmed":    {"5", "."},
	"filter":    {"&", "\"年:2020 值:>100亿"},
	"wrong":     {"&", "\"阶段:目标 值:多"},
	"search":    {"/", "\"gaotie"},
	"found":     {"/", "\"gaotie", "enter", "n"},
	"compare":   {"f3", "down", "right"},
	"counts":    {"f3", "tab"},
	"shared":    {"f3", "tab", "tab"},
	"cell":      {"f3", "tab", "enter"},
	"source":    {"down", "enter"},
	"original":  {"f4", "r", ")", "p"},
	"picker":    {"t", "\"sh"},
	"help":      {"?"},
	"palette":   {":", "\"daochu"},
	"districts": {"d"},
	"copy":      {"y"},
	"note":      {"N", "\"见第3页"},
	"export":    {"x"},
	"empty":     {"D", "D", "D"},
	"marked":    {"space", "M"},
	"narrow":    {"}", "}", "}", "<", "<", "<", "<"},
	"sorted":    {"s", "s", "}", "}", "}"},
	"ordered":   {"f3", "right", "s", "s"},
	"reasons":   {"f3", "down", "down", "down", "c"},
	"opened":    {"f3", "G", "enter"},
	"ranking":   {"f3", "down", "left", "enter"},
	"ranked":    {"f3", "tab", "down", "left", "enter"},
	"time":      {"f3", "tab", "tab", "tab", "tab", "down"},
	"chart":     {"f3", "tab", "tab", "tab", "tab", "tab", "down"},
	"finds":     {"/", "\"高铁", "enter", "f3", "shift+tab"},
	"folded":    {"f3", "tab", "f"},
	"unfolded":  {"f3", "tab", "tab", "tab", "tab", "f", "f"},
	"closed":    {"f3", "tab", "tab", "tab", "tab", "tab", "f"},
	"defined":   {"}", "}", "}", "i"},
}

// TestFrameExact draws every picture in windows of every kind of size, as they
// are opened and as they become by being drawn larger and smaller, for both
// widths of ambiguous characters: each row must be exactly filled.
func TestFrameExact(t *testing.T) {
	corpus := sample(t, 1)
	for _, m := range []cell.Measure{{Ambiguous: 1}, {Ambiguous: 2}} {
		for name, keys := range pictures {
			var a *App
			for i, size := range sizes() {
				if i < sizesOpened {
					a = browser(t, Options{Corpus: corpus}, size[0], size[1])
					a.Update(screen.MeasureMsg{Measure: m, Boxes: m.Ambiguous == 1})
					typed(a, keys...)
				}
				a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				if err := exact(a.Frame(), m); err != nil {
					t.Fatalf("%s, %d x %d, ambiguous %d: %v", name, size[0], size[1], m.Ambiguous, err)
				}
			}
		}
	}
}

// sizesOpened is how many of the sizes a window is opened in.
const sizesOpened = 11

// sizes are the corners of 1-200 x 1-60 and a few from all over.
func sizes() [][2]int {
	all := [][2]int{{1, 1}, {39, 10}, {40, 9}, {40, 10}, {83, 24}, {84, 24}, {200, 60}, {20, 5}, {200, 5}, {80, 24}, {120, 40}}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 25 {
		all = append(all, [2]int{20 + rng.IntN(181), 5 + rng.IntN(56)})
	}
	return all
}

// TestFrameExactRandom throws keys at a browser whose facts have random
// Chinese names, in a window that changes its size.
func TestFrameExactRandom(t *testing.T) {
	t.Chdir(t.TempDir()) // some of the keys write exports
	rng := rand.New(rand.NewPCG(5, 7))
	for round := range 6 {
		corpus := sample(t, 2)
		for _, r := range corpus.Reports {
			r.Head.Title = randomText(rng)
			for _, f := range r.Facts {
				f.Name, f.Group, f.Change = randomText(rng), randomText(rng), randomText(rng)
			}
		}
		a := browser(t, Options{Corpus: corpus}, 100, 30)
		m := cell.Measure{Ambiguous: 1 + round%2}
		a.Update(screen.MeasureMsg{Measure: m, Boxes: m.Ambiguous == 1})
		for i := range 400 {
			if i%20 == 0 {
				a.Update(tea.WindowSizeMsg{Width: 20 + rng.IntN(181), Height: 5 + rng.IntN(56)})
			}
			k := randomKey(a, rng)
			if typed(a, k); i%3 == 0 {
				a.Update(randomMouse(a, rng))
			}
			f := a.Frame()
			if err := exact(f, m); err != nil {
				t.Fatalf("round %d, key %d (%s) in %d x %d: %v", round, i, k, a.w, a.h, err)
			}
			if i%5 > 0 { // what frames kept of those before
				continue
			}
			kept := fmt.Sprint(f)
			a.kept, a.laid = nil, nil
			if anew := fmt.Sprint(a.Frame()); kept != anew {
				t.Fatalf("round %d, key %d (%s) in %d x %d: drawn anew the frame is\n%s\nnot\n%s", round, i, k, a.w, a.h, anew, kept)
			}
		}
	}
}

// randomKey is the key of some command, or a letter; never one that leaves.
func randomKey(a *App, rng *rand.Rand) string {
	for {
		c := a.commands[rng.IntN(len(a.commands))]
		if c.id == "quit" || c.id == "export" {
			continue
		}
		if rng.IntN(4) == 0 {
			return [...]string{"esc", "enter", "x", "a", "space"}[rng.IntN(3)]
		}
		return c.keys[0]
	}
}

// randomMouse is a click, a drag, a release or a notch of the wheel anywhere.
func randomMouse(a *App, rng *rand.Rand) tea.Msg {
	m := tea.Mouse{X: rng.IntN(a.w), Y: rng.IntN(a.h), Button: tea.MouseLeft}
	switch rng.IntN(5) {
	case 0:
		return tea.MouseMotionMsg(m)
	case 1:
		return tea.MouseReleaseMsg(m)
	case 2:
		m.Button = tea.MouseWheelDown
		return tea.MouseWheelMsg(m)
	case 3:
		m.Button = tea.MouseWheelUp
		return tea.MouseWheelMsg(m)
	}
	return tea.MouseClickMsg(m)
}

// randomText is a few characters of those that reports hold and terminals
// disagree on.
func randomText(rng *rand.Rand) string {
	const some = "济阳区产业“十四五”—…·×①℃㎡１２３abc 12.5%（）é\u200b\u0301\t\x1b\u009b\n\x00"
	runes := []rune(some)
	out := make([]rune, rng.IntN(30))
	for i := range out {
		out[i] = runes[rng.IntN(len(runes))]
	}
	return string(out)
}

// A key that moves the cursor draws its row and what stands around it, not the window.
func TestCursorDrawsLittle(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {160, 48}, {240, 60}} {
		a := browser(t, Options{}, size[0], size[1])
		i := 0
		if n := testing.AllocsPerRun(200, func() { upAndDown(a, i); i++ }); n > 100 {
			t.Errorf("%d x %d: a key asks for memory %v times", size[0], size[1], n)
		}
	}
}

// A window that has as many cells for lines as before, and fewer panes in more rows, is
// drawn whole.
func TestResizeToAsManyLines(t *testing.T) {
	a := browser(t, Options{}, 80, 21) // two panes
	a.Frame()
	a.Update(tea.WindowSizeMsg{Width: 60, Height: 35}) // one
	if err := exact(a.Frame(), cell.Measure{}); err != nil {
		t.Error(err)
	}
}
