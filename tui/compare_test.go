package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model/compare"
	"qubi/tui/pane"
	"qubi/tui/style"
)

func TestWhyARowIsNotComparable(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "c")
	shows(t, a, "只在对照视图的指标表可用")
	typed(a, "f3")
	for range 20 {
		if r := a.comparedRow(); r != nil && r.Verdict() == compare.NotComparable {
			break
		}
		typed(a, "down")
	}
	typed(a, "p")
	shows(t, a, "不可直比 !")
	typed(a, "p", "c")
	shows(t, a, "：不可直比")
	reason := a.comparedRow().Reasons()[0]
	shows(t, a, a.words.Text("reason."+reason.String()))
	typed(a, "esc", "tab", "c")
	shows(t, a, "只在对照视图的指标表可用")
}

// All districts shown are compared, however far to the right.
func TestAllDistrictsAreCompared(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 20)}, 120, 40)
	typed(a, "f3")
	shows(t, a, "/60 ›")
	lacks(t, a, "正在比")
	for range 59 {
		typed(a, "right")
	}
	last := a.corpus.Districts[59]
	if got := a.focused().(*pane.Compare).District(); got != last {
		t.Errorf("the last column is %s, not %s", got.Name, last.Name)
	}
	shows(t, a, last.Name)
}

// So many facts that a key would have to wait: the districts around the focused
// one come at once, which the first line says; all of them take their place
// when they are compared, and the cursor stays where it was.
func TestAWholeComparisonIsMadeBesideTheProgram(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 800)}, 120, 40)
	a.focus = 45
	make := a.Update(press("f3"))
	shows(t, a, "先比第41-80区，正在比全部2400区")
	typed(a, "right", "right")
	here := a.focused().(*pane.Compare).District()
	if make == nil {
		t.Fatal("nothing is made beside the program")
	}
	if again := a.Update(press("down")); again != nil {
		t.Error("the whole is made twice")
	}
	a.Update(make())
	lacks(t, a, "正在比")
	shows(t, a, "/2400 ›")
	if got := a.focused().(*pane.Compare).District(); got != here {
		t.Errorf("the cursor has gone from %s to %s", here.Name, got.Name)
	}
}

// What was compared under another filter comes too late and is not shown.
func TestAComparisonOfAnotherFilterIsNotShown(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 1500)}, 120, 40)
	late := a.Update(press("f3"))
	typed(a, "5")
	a.Update(late())
	if of := a.comparison(); !of.Filter.Equal(a.comparing(a.compared.from, a.compared.n)) {
		t.Errorf("compared by %v", of.Filter)
	}
}

// A cell that is too narrow for its fact is told in full in the first line.
func TestTheFirstLineTellsTheFactInFull(t *testing.T) {
	a := browser(t, Options{}, 100, 30)
	typed(a, "f3", "down")
	f := a.selected()
	shows(t, a, a.look.Told(f).String())
	if f.Rank == "" {
		t.Fatal("the fact has no rank that a cell could cut")
	}
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	shows(t, a, " › "+f.Name+" "+value(f)+" "+f.Period.Label)
}

// An empty cell says in the first line what its word means, a table without
// rows that others have some, and a tab how many facts are behind it.
func TestWhatIsNotThereIsExplained(t *testing.T) {
	a := browser(t, Options{}, 71, 24)
	typed(a, "f3", "down", "right")
	shows(t, a, "石铺区 › 未提及：报告里没有")
	typed(a, "f2", "&", "\"类:指标", "enter")
	shows(t, a, "青岚区 9 ")
	shows(t, a, "石铺区 3 ")
	typed(a, "f3", "tab", "tab")
	shows(t, a, "这张表里没有；按 Tab 看其他表")
}

// A district's name typed in the search brings its column into sight.
func TestTheSearchFindsAColumn(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 20)}, 120, 40)
	typed(a, "f3")
	name := a.corpus.Districts[50].Name
	lacks(t, a, name)
	typed(a, "/", "\""+name, "enter")
	if got := a.focused().(*pane.Compare).District(); got.Name != name {
		t.Errorf("the cursor is in the column of %s, not %s", got.Name, name)
	}
	shows(t, a, "│"+name)
}

// The hidden cursor, which screen readers follow, rests on the row that has the
// keys, in every view and in every menu, also when another district than the first had
// them before.
func TestTheCursorRestsOnTheFocusedRow(t *testing.T) {
	a := browser(t, Options{}, 120, 36)
	for _, key := range []string{"tab", "f3", "j", "f8", "j", "f8", "f8", "f8", "f8", "f4", "j", "j", "}", "r", "tab", "j", "f2", "j", "z", "j", "o", "j", "esc", "m", "p", "j", "l", "="} {
		typed(a, key)
		f := a.Frame()
		row, selected := "", false
		for _, s := range f.Rows[f.Cursor.Row] {
			if f.Cursor.Col < s.Col || f.Cursor.Col >= s.Col+s.Width {
				continue
			}
			for _, span := range s.Line {
				row, selected = row+span.Text, selected || span.Role&style.Selected != 0
			}
		}
		if !selected && !strings.HasPrefix(row, "▸") {
			t.Errorf("after %s the cursor rests on %q", key, row)
		}
	}
}
