package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/draw"
)

// at is the cell in which a text stands on the screen.
func at(t *testing.T, a *App, text string) (x, y int) {
	t.Helper()
	for y, row := range strings.Split(drawn(a.Frame()), "\n") {
		if i := strings.Index(row, text); i >= 0 {
			return a.look.Measure.Width(row[:i]), y
		}
	}
	t.Fatalf("no %q on the screen", text)
	return 0, 0
}

// clicks presses the left button on a text, so many times.
func clicks(t *testing.T, a *App, text string, times int) {
	t.Helper()
	x, y := at(t, a, text)
	for range times {
		a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		a.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
}

func TestMouseSelectsAndOpens(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	clicks(t, a, "岚江高铁石铺段", 1)
	if f := a.selected(); a.focus != 1 || f == nil || f.Name != "岚江高铁石铺段" {
		t.Fatalf("a click selects %v in pane %d", f, a.focus)
	}
	clicks(t, a, "会展中心", 2)
	if a.view != viewSource || a.selected().Name != "国际会展中心（二期）" {
		t.Error("a double click does not lead to the sentence")
	}
	clicks(t, a, "对照", 1)
	if a.view != viewCompare {
		t.Error("a click on a view's name does not show it")
	}
	clicks(t, a, "共有/独有", 1)
	if draw.Tab(a.tab) != draw.TabShared {
		t.Error("a click on a table's name does not show it")
	}
	clicks(t, a, "交通", 1)
	if got := a.filter.Themes; len(got) != 1 || got[0] != model.ThemeTransport {
		t.Errorf("a click on a theme filters for %v", got)
	}
}

// The wheel scrolls the pane under the pointer, whichever has the keys.
func TestWheelScrollsUnderThePointer(t *testing.T) {
	a := browser(t, Options{}, 120, 16)
	focused, other := a.pane(0).Place(), a.pane(1).Place()
	r := a.plan.panes[1]
	a.Update(tea.MouseWheelMsg{X: r.x + 3, Y: r.y + 3, Button: tea.MouseWheelDown})
	if a.focus != 0 || a.pane(0).Place() != focused || a.pane(1).Place().Top <= other.Top {
		t.Errorf("the wheel over pane 1: focus %d, pane 0 at %+v, pane 1 at %+v", a.focus, a.pane(0).Place(), a.pane(1).Place())
	}
}

// Dragging a border moves cells from one pane to the other, and undo moves
// them back; m lets go of the mouse and says so.
func TestMouseDragsBordersAndIsLetGo(t *testing.T) {
	a := browser(t, Options{}, 140, 40)
	before := a.plan.panes[0].w
	x, y := before, a.plan.panes[0].y+8
	a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseMotionMsg{X: x + 5, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseReleaseMsg{X: x + 5, Y: y, Button: tea.MouseLeft})
	if got := a.plan.panes[0].w; got != before+5 {
		t.Errorf("dragged by 5, pane 0 went from %d to %d cells", before, got)
	}
	typed(a, "u")
	if got := a.plan.panes[0].w; got != before {
		t.Errorf("undo leaves pane 0 with %d cells", got)
	}
	typed(a, "m")
	shows(t, a, "鼠标")
	a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseMotionMsg{X: x + 5, Y: y, Button: tea.MouseLeft})
	if got := a.plan.panes[0].w; got != before {
		t.Error("the mouse drags though it was let go")
	}
}

// A second click on what the first has selected opens it, however slow; words of
// the last line and the name of the order do what they say.
func TestClicksOnWhatIsSelectedAndOnWords(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	x, y := at(t, a, "会展中心")
	for range 2 {
		a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		a.mouse.at = a.mouse.at.Add(-time.Hour)
	}
	if a.view != viewSource {
		t.Error("a slow second click does not open")
	}
	clicks(t, a, "返回", 1)
	if a.view != viewSide {
		t.Error("the word for going back does not go back")
	}
	clicks(t, a, "排序", 1)
	shows(t, a, "按名称拼音")
	clicks(t, a, "按名称拼音", 1)
	shows(t, a, "按数值")
	clicks(t, a, "对照 ", 1)
	was := a.sort.by
	typed(a, "esc", "f3", "esc", "f3") // whatever was said last is gone
	a.toast = toast{}
	clicks(t, a, a.look.RowOrder, 1)
	if a.view != viewCompare || a.sort.by == was {
		t.Error("a click on the order of the rows does not change it")
	}
}

// A section folds by f and opens by Enter, and its heading does both by the mouse;
// what is folded is still counted, and a search looks into it.
func TestSectionsFold(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f")
	shows(t, a, "▸▸产业集群 2")
	lacks(t, a, "新能源 2022-03")
	typed(a, "down")
	if f := a.selected(); f == nil || f.Kind != model.Park {
		t.Errorf("below the fold stands %v", f)
	}
	typed(a, "up", "enter")
	shows(t, a, "新能源 2022-03")
	clicks(t, a, "▾项目 3", 1)
	lacks(t, a, "青岚大桥")
	clicks(t, a, "▸项目 3", 1)
	shows(t, a, "青岚大桥")
	typed(a, "f", "/", "\"云栖", "enter", "esc")
	shows(t, a, "云栖科技园")
	typed(a, "esc", "f3", "G", "enter", "down", "f")
	lacks(t, a, "▾")
}
