package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
)

func TestWhyARowIsNotComparable(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "c")
	shows(t, a, "仅限对照的指标表")
	typed(a, "f3")
	for range 20 {
		if r := a.comparedRow(); r != nil && r.Verdict() == model.NotComparable {
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
	shows(t, a, "仅限对照的指标表")
}

// More districts than are compared at a time: the first line says which of how
// many are, and going on past the last column leads to the others.
func TestManyDistrictsAreComparedInParts(t *testing.T) {
	a := browser(t, Options{Corpus: sample(t, 20)}, 120, 40)
	lacks(t, a, "共60区")
	typed(a, "f3")
	shows(t, a, "只取第1-40区，共60区")
	for range 39 {
		typed(a, "right")
	}
	shows(t, a, "只取第1-40区，共60区")
	last := a.focused().(interface{ District() *model.District }).District()
	typed(a, "right")
	shows(t, a, "只取第41-60区，共60区")
	typed(a, "left")
	shows(t, a, "只取第1-40区，共60区")
	if back := a.focused().(interface{ District() *model.District }).District(); back != last {
		t.Errorf("back at %s, not %s", back.Name, last.Name)
	}
	typed(a, "f4", "/", "\"产业")
	shows(t, a, "共60区")
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
