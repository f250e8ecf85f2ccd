package tui

import (
	"strings"
	"testing"
)

// TestArrange draws arrangements as boxes: a letter for what a row belongs to,
// and for panes the number of each with | between them.
func TestArrange(t *testing.T) {
	for _, test := range []struct {
		name string
		wish wish
		want string // one line a row; 1 column stands for 10 cells
	}{
		{"three panes", wish{w: 120, h: 12, themes: 1, status: 1, side: true, panes: 3}, `
			crumb
			themes
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			0...|1...|2...
			status`},
		{"tabs below 72", wish{w: 71, h: 10, themes: 1, status: 1, side: true, panes: 3, focus: 1}, `
			crumb
			themes
			tabs
			1......
			1......
			1......
			1......
			1......
			1......
			status`},
		{"two panes from 72 on", wish{w: 80, h: 10, themes: 1, status: 1, side: true, panes: 3, focus: 1}, `
			crumb
			themes
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			status`},
		{"more than fit, the last has the keys", wish{w: 120, h: 10, themes: 1, chips: 1, status: 1, side: true, panes: 5, focus: 4}, `
			crumb
			themes
			chips
			2...|3...|4...
			2...|3...|4...
			2...|3...|4...
			2...|3...|4...
			2...|3...|4...
			2...|3...|4...
			status`},
		{"drawer", wish{w: 90, h: 14, themes: 1, status: 1, side: true, panes: 2, drawer: true}, `
			crumb
			themes
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			0...|1...
			drawer
			drawer
			drawer
			drawer
			drawer
			status`},
		{"zoom", wish{w: 120, h: 10, themes: 1, status: 1, side: true, zoom: true, panes: 3, focus: 2}, `
			crumb
			themes
			tabs
			2...........
			2...........
			2...........
			2...........
			2...........
			2...........
			status`},
		{"too small", wish{w: 39, h: 10, themes: 1, status: 1, side: true, panes: 3}, `small`},
	} {
		want := strings.ReplaceAll(strings.TrimSpace(test.want), "\t", "")
		if got := boxes(arrange(test.wish), test.wish.h); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, want)
		}
	}
}

// boxes draws a plan.
func boxes(p plan, h int) string {
	if p.tooSmall {
		return "small"
	}
	rows := make([]string, h)
	for y := range rows {
		for name, r := range map[string]rect{"crumb": p.crumb, "themes": p.themes, "chips": p.chips, "tabs": p.tabs, "drawer": p.drawer, "status": p.status} {
			if r.holds(r.x, y) {
				rows[y] += name
			}
		}
		for i, r := range p.panes {
			if !r.holds(r.x, y) {
				continue
			}
			if i > 0 {
				rows[y] += "|"
			}
			rows[y] += string(rune('0'+p.first+i)) + strings.Repeat(".", (r.w+2)/10-1)
		}
	}
	return strings.Join(rows, "\n")
}

// TestShareFillsTheWidth: whatever the user added to panes, they and their
// borders fill the window, and none is squeezed away.
func TestShareFillsTheWidth(t *testing.T) {
	for w := tabsBelow; w <= 200; w++ {
		for _, extra := range [][]int{nil, {10, -10}, {500}, {-500, 0, 3}, {40, 40, 40, 40}} {
			p := arrange(wish{w: w, h: 20, themes: 1, status: 1, side: true, panes: 4, extra: extra})
			x := 0
			for i, r := range p.panes {
				if i > 0 {
					x++
				}
				if r.x != x || r.w < paneLeast {
					t.Fatalf("width %d, %v: pane %d is %+v, expected at %d", w, extra, i, r, x)
				}
				x += r.w
			}
			if x != w {
				t.Fatalf("width %d, %v: panes end at %d", w, extra, x)
			}
		}
	}
}

// TestAPaneIsMadeWiderAndNarrower by its key, at the cost of the others, and
// never narrower than a value and its period need.
func TestAPaneIsMadeWiderAndNarrower(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	before := a.plan.panes[0].w
	typed(a, ">", ">")
	if got := a.plan.panes[0].w; got != before+8 {
		t.Errorf("widened twice, pane 0 went from %d to %d cells", before, got)
	}
	typed(a, "<", "<", "<")
	if got := a.plan.panes[0].w; got != before-4 {
		t.Errorf("narrowed three times, pane 0 went from %d to %d cells", before+8, got)
	}
	typed(a, "<", "<", "<", "<", "<", "<")
	if got := a.plan.panes[0].w; got < paneLeast {
		t.Errorf("narrowed to %d cells", got)
	}
	typed(a, ">")
	if got := a.plan.panes[0].w; got < paneLeast+4 {
		t.Errorf("%d cells after widening from the least", got)
	}
}
