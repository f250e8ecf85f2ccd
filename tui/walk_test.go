package tui

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/pane"
	"qubi/tui/screen"
)

// terrible are names that reports should not hold, and do.
var terrible = []string{
	strings.Repeat("超长", 250), "a|b`c`**d**", "\x1b[31m红\x1b[0m\x07", "\u202e逆向\u202c", "𠮷野家𡈽地", "e\u0301\u0302\u0323", "１２３．４亿",
	"│竖线│", "👨‍👩‍👧家庭", "", "…", "▸钢城", strings.Repeat("W", 300), "(((“”‘’——", "²³㎡℃①", "مرحبا", "ｶﾀｶﾅ",
}

// horrors is a corpus of many districts whose facts have terrible names.
func horrors(t testing.TB, n int, rng *rand.Rand) *query.Index {
	corpus := sample(t, n)
	for _, r := range corpus.Reports {
		for _, f := range r.Facts {
			for _, s := range []*string{&f.Name, &f.Group, &f.Change, &f.Rank, &f.Tier, &f.Quantity.Unit} {
				if rng.IntN(4) == 0 {
					*s = cell.Clean(terrible[rng.IntN(len(terrible))])
				}
			}
		}
	}
	return query.Of(corpus.Reports)
}

// TestWalk goes anywhere by any command, key, mouse event and size of window:
// wherever it comes to, the picture is whole.
func TestWalk(t *testing.T) {
	t.Chdir(t.TempDir()) // some of the keys write exports
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 3))
		o := Options{Corpus: horrors(t, 1+int(seed%4)*8, rng), Language: model.Lang(seed / 2 % 2), ASCII: seed%3 == 2, NoColor: seed%4 == 3}
		a := browser(t, o, 120, 40)
		m := cell.Measure{Ambiguous: 1 + int(seed%2)}
		a.Update(screen.MeasureMsg{Measure: m, Boxes: m.Ambiguous == 1})
		var way []string
		for range 500 {
			way = append(way, stride(a, rng))
			if bad := broken(a, m); bad != "" {
				t.Fatalf("seed %d, %d x %d, after %q: %s\n%s", seed, a.w, a.h, way[max(0, len(way)-12):], bad, drawn(a.Frame()))
			}
		}
	}
}

// stride does something and names it.
func stride(a *App, rng *rand.Rand) string {
	switch rng.IntN(12) {
	case 0:
		a.Update(tea.WindowSizeMsg{Width: 20 + rng.IntN(181), Height: 5 + rng.IntN(56)})
		return "size"
	case 1:
		a.Update(randomMouse(a, rng))
		return "mouse"
	case 2:
		a.Update(tea.PasteMsg{Content: terrible[rng.IntN(len(terrible))]})
		return "paste"
	case 3, 4:
		k := []string{"esc", "enter", "a", "space", "tab", "down", "backspace", "n"}[rng.IntN(8)]
		typed(a, k)
		return k
	}
	c := a.commands[rng.IntN(len(a.commands))]
	if c.id == "quit" || c.id == "edit" || c.why(a) != "" {
		return ""
	}
	if a.dialog != nil {
		typed(a, "esc")
	}
	if c = a.command(c.id); c.why(a) == "" {
		a.toast = toast{}
		c.run(a)
		a.derive()
	}
	return c.id
}

// broken says what is wrong with what is shown, or nothing.
func broken(a *App, m cell.Measure) string {
	f := a.Frame()
	for y, row := range f.Rows { // whose room the next frame takes
		f.Rows[y] = slices.Clone(row)
	}
	if err := exact(f, m); err != nil {
		return err.Error()
	}
	if anew := a.Frame(); !reflect.DeepEqual(f, anew) {
		return "what was kept of the last picture does not stand; anew it is\n" + drawn(anew)
	}
	if a.plan.tooSmall {
		return ""
	}
	lines := strings.Split(drawn(f), "\n")
	for _, line := range lines {
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Cf, r) }) {
			return "a format character in " + line
		}
	}
	if strings.TrimSpace(lines[a.h-1]) == "" {
		return "an empty last line"
	}
	if a.dialog != nil || len(a.order) == 0 {
		return ""
	}
	if bad := crooked(a, f); bad != "" {
		return bad
	}
	return astray(a, f)
}

// crooked finds a row of the comparison whose borders stand elsewhere than
// those of its header.
func crooked(a *App, f screen.Frame) string {
	if _, ok := a.focused().(*pane.Compare); !ok {
		return ""
	}
	r := a.plan.panes[0]
	var first []int
	for y := r.y; y < r.y+r.h; y++ {
		var at []int
		x := 0
		for _, s := range f.Rows[y] {
			for _, span := range s.Line {
				if span.Text == a.look.Glyphs.Bar {
					at = append(at, x)
				}
				x += a.look.Measure.Width(span.Text)
			}
		}
		if len(at) == 0 {
			continue
		}
		if first == nil {
			first = at
		}
		if !slices.Equal(at, first) {
			return "borders out of line in row " + f.Rows[y][0].Line.String()
		}
	}
	return ""
}

// astray reports a selected fact whose row is not in sight.
func astray(a *App, f screen.Frame) string {
	if a.selected() == nil || a.focus < a.plan.first || a.focus >= a.plan.first+len(a.plan.panes) && a.view != viewCompare {
		return ""
	}
	n := a.focus - a.plan.first
	if a.view == viewCompare {
		n = 0
	}
	r := a.plan.panes[n]
	for y := r.y; y < r.y+r.h; y++ {
		for _, s := range f.Rows[y] {
			if s.Col == r.x && strings.HasPrefix(s.Line.String(), a.look.Glyphs.Cursor) {
				return ""
			}
		}
	}
	return "the cursor is out of sight"
}

// TestWalkBack goes anywhere, then all the way back: undo leads to the view of
// the start, redo to the last one, and Esc from there to the first screen.
func TestWalkBack(t *testing.T) {
	t.Chdir(t.TempDir())
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 5))
		a := browser(t, Options{State: t.TempDir()}, 40+rng.IntN(160), 12+rng.IntN(40))
		from := a.state.copy()
		var way []string
		for range 60 {
			if c := a.commands[rng.IntN(len(a.commands))]; c.id != "quit" && c.id != "edit" && c.id != "undo" && c.id != "redo" && c.why(a) == "" {
				way = append(way, c.id)
				c.run(a)
				a.derive()
				typed(a, []string{"enter", "esc"}[rng.IntN(2)])
			}
		}
		for a.dialog != nil {
			typed(a, "esc")
		}
		if seen, again := picture(a), resumed(t, a); len(a.order) > 0 && seen != again { // without districts all come back
			t.Errorf("seed %d: after %q --resume shows\n%s\ninstead of\n%s", seed, way, again, seen)
		}
		to := a.state.copy()
		for range historyLimit {
			typed(a, "u")
		}
		if !a.sameView(from) {
			t.Errorf("seed %d: undo does not lead back from %q", seed, way)
		}
		for range historyLimit {
			typed(a, "ctrl+r")
		}
		if !a.sameView(to) {
			t.Errorf("seed %d: redo does not lead on to the end of %q", seed, way)
		}
		for range 20 {
			typed(a, "esc")
		}
		if a.view != viewSide || a.dialog != nil || a.drawer || a.zoom || a.search != "" {
			t.Errorf("seed %d: Esc does not lead back from %q", seed, way)
		}
	}
}

// resumed is what a browser shows that takes up the session of another.
func resumed(t *testing.T, a *App) string {
	if err := a.end(); err != nil {
		t.Fatal(err)
	}
	return picture(browser(t, Options{State: a.options.State, Start: Start{Resume: true}}, a.w, a.h))
}

// picture is what is shown but for the first line and the bars beside a text,
// which tell of the fact chosen among those of a line, and the last, which
// tells what was done.
func picture(a *App) string {
	lines := strings.Split(drawn(a.Frame()), "\n")
	return strings.NewReplacer("│", " ", "|", " ").Replace(strings.Join(lines[1:a.h-1], "\n"))
}

// Enter is named in the last line only where something lies behind the cell, and
// by what it does there.
func TestEnterIsNamedWhereItLeadsOn(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3")
	for range 12 {
		p := a.focused().(*pane.Compare)
		does := "Enter 看条目"
		switch {
		case p.Fold() != "":
			does = "Enter 展/收"
		case p.OnName():
			does = "Enter 排行"
		}
		if named, leads := strings.Contains(drawn(a.Frame()), does), p.Leads(); named != leads {
			t.Fatalf("%s is named: %v, and leads on: %v", does, named, leads)
		}
		typed(a, "down", "right")
	}
}

// What a key that cannot be used answers is read whole in 80 columns, names
// keys as they are bound, and so does the legend of marks.
func TestReasonsFit(t *testing.T) {
	for _, l := range []model.Lang{model.Chinese, model.English} {
		a := browser(t, Options{Language: l, Keys: map[string][]string{"drawer": {"P"}}}, 80, 24)
		for v := range viewCount {
			a.show(v)
			a.derive()
			for _, c := range a.commands {
				if c.why(a) == "" {
					continue
				}
				text := a.words.Text("toast.off", a.words.Text("cmd."+c.id), a.reason(c.why(a)))
				if a.look.Measure.Width(text) > 79 || strings.Contains(text, "{") {
					t.Errorf("%q does not fit", text)
				}
			}
		}
		for _, it := range a.legend() {
			if a.look.Measure.Width(it.Label) > 78 {
				t.Errorf("%q does not fit", it.Label)
			}
		}
		if got := a.reason("why.drawer"); !strings.Contains(got, "P") {
			t.Errorf("%q does not name the key", got)
		}
		if a.look.Measure.Width(a.words.Text("prompt.filter.how")) > 79 {
			t.Error("how to filter does not fit")
		}
	}
}
