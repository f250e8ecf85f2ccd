package tui

import (
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/project"
	"qubi/tui/ask"
)

// A key that moves goes as far as its name says: half a page less far than a page, to
// a theme less far than to a kind, and home to the first.
func TestMovementsGoAsFarAsTheySay(t *testing.T) {
	a := browser(t, Options{}, 80, 16)
	before := func(key string) int {
		typed(a, "end", key)
		return a.focused().Place().Cursor
	}
	for _, pair := range [][2]string{{"up", "ctrl+u"}, {"ctrl+u", "ctrl+b"}, {"ctrl+b", "home"}, {"(", "{"}, {"{", "home"}} {
		if near, far := before(pair[0]), before(pair[1]); near <= far {
			t.Errorf("%s leads to row %d, %s to row %d", pair[0], near, pair[1], far)
		}
	}
	if typed(a, "["); a.view != viewSource {
		t.Errorf("[ leads to view %s", a.view.id())
	}
	if typed(a, "]", "]"); a.view != viewCompare {
		t.Errorf("]] leads to view %s", a.view.id())
	}
	if typed(a, "f2", "1", "3", "*", "*"); a.filter.AllThemes {
		t.Error("* does not turn back")
	}
}

// A verdict leads to the next fact that is open, undo back to the one it was given on.
func TestMovesWhileChecking(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	pressed(a, "A")
	r := a.dialog.(*reviewer)
	for i, step := range []struct {
		key string
		at  int
	}{{"pgdown", 10}, {"j", 11}, {"pgdown", 21}, {"pgup", 11}, {"k", 10}, {"a", 11}, {"pgup", 1}, {"u", 10}} {
		if r.do(step.key); r.at != step.at {
			t.Errorf("step %d, %s: fact %d, not %d", i, step.key, r.at, step.at)
		}
	}
}

// Before a row that is no hit lies the last hit.
func TestTheHitBeforeAll(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "/", "\"园", "enter")
	hits := a.query.hits
	for _, f := range a.corpus.Reports[0].Facts {
		if !slices.Contains(hits, f) {
			a.reveal(f)
		}
	}
	if typed(a, "N"); len(hits) < 3 || a.selected() != hits[len(hits)-1] {
		t.Errorf("N leads to %s among %d hits", a.selected().Name, len(hits))
	}
}

// What is exported is what is on view: the sample that is checked, marked facts and
// not a ranking of them, facts in passages with a code.
func TestTheExportIsOfWhatIsOnView(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "}", "}", "}", "space", "f3", "left", "enter", "M")
	if v := a.exported(); v.Kind != export.Marked || v.Of != "" {
		t.Errorf("of marked facts %s %q is exported", v.Kind, v.Of)
	}
	typed(a, "M", "f4", "g", "down", "down", "v", "s", "c", "\"亮点", "enter")
	a.toggleCode("亮点")
	if v := a.exported(); v.Code != "亮点" {
		t.Errorf("of the code %q is exported", v.Code)
	}
	a.toggleCode("亮点")
	typed(a, "f2", "A", "S", "\"4", "enter")
	lacks(t, a, "光标所在的条目") // the sample begins with its own
	typed(a, "x")
	if e := a.dialog.(*ask.Export); !strings.Contains(e.Preview(), "review:4") {
		t.Errorf("the sample is exported as\n%.300s", e.Preview())
	}
}

// A district that is left as it is is no correction; ranks are told in the language of
// the interface.
func TestFieldsAsTheyAre(t *testing.T) {
	var kept project.Project
	full := false
	a := checkingIn(t, model.English, &kept, &full)
	if typed(a, "A", "e", "\"district", "enter", "enter"); kept.Len() != 0 {
		t.Error("a district that was not changed is kept as a correction")
	}
	if got := a.shownField("rank", "全市第3"); got != "city 3rd" {
		t.Errorf("全市第3 is told as %q", got)
	}
}
