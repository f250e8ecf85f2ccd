package tui

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/cell"
)

// checkPictures are keys that lead to everything of checking, coding and adding.
var checkPictures = map[string][]string{
	"check-review":   {"A"},
	"check-decided":  {"A", "a", "d", "a"},
	"check-mend":     {"A", "e"},
	"check-help":     {"A", "?"},
	"check-moved":    {"A", "e", "\"区县", "enter"},
	"check-sample":   {"A", "S", "\"6", "enter", "a", "a", "d"},
	"check-selected": {"f4", "v", "right", "right", "right"},
	"check-form":     {"f4", "v", "enter"},
	"check-coded":    {"f4", "v", "s", "c", "\"亮点", "enter"},
	"check-codebook": {"f4", "v", "s", "c", "\"亮点", "enter", "C", "down", "enter"},
}

func TestGoldenFramesOfChecking(t *testing.T) {
	inTwelveShapes(t, checkPictures, func(lang model.Lang) *App {
		var kept project.Project
		full := false
		return checkingIn(t, lang, &kept, &full)
	})
}

// A sample is drawn, the same again, and tells its precision at the end.
func TestASampleTellsItsPrecision(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "A", "S", "\"4", "enter")
	r := a.dialog.(*reviewer)
	if len(r.items) != 4 {
		t.Fatalf("%d facts are drawn", len(r.items))
	}
	shows(t, a, "核对 1/4  对0 改0 错0 余4")
	first := r.fact().Key()
	typed(a, "S", "enter")
	if r.fact().Key() != first {
		t.Error("the same sample begins with another fact")
	}
	typed(a, "a", "a", "a", "d")
	if !strings.Contains(a.toast.text, "准确率 75.0%（95%区间 30.1%—95.4%）") {
		t.Errorf("at the end it says %q", a.toast.text)
	}
	typed(a, "S", "ctrl+u", "\"x", "enter")
	shows(t, a, "“x”不是条数")
	typed(a, "ctrl+u", "enter")
	if len(a.dialog.(*reviewer).items) < 20 {
		t.Error("without a size not all facts are there again")
	}
}

// The top line is about the fact to decide on, and a fact that was decided on is
// no other fact of its name.
func TestTheReviewTellsOfItsOwnFact(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "A")
	r := a.dialog.(*reviewer)
	for range r.items {
		f := r.fact()
		if top := drawn(a.Frame()); !strings.Contains(strings.SplitN(top, "\n", 2)[0], f.Name) {
			t.Fatalf("%s is checked below\n%s", f.Name, top)
		}
		typed(a, "a")
		for i, it := range r.items {
			if it.Fact.Key() == f.Key() && slices.ContainsFunc(a.others(r.items[i].Fact), func(g *model.Fact) bool { return sameRead(f, g) }) {
				t.Fatalf("%s is told to stand elsewhere too, where it is", f.Name)
			}
		}
	}
}

// The district of a report is corrected from the review of one of its facts.
func TestTheDistrictIsMended(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "A")
	r := a.dialog.(*reviewer)
	f := r.fact()
	typed(a, "e", "\"district", "enter", "ctrl+u", "\"新青区", "enter")
	if now := r.fact(); now.Key() != f.Key() || now.Report.Head.District != "新青区" || f.Report.Head.District == "新青区" {
		t.Errorf("the fact is of %s", now.Report.Head.District)
	}
	typed(a, "u")
	if r.fact().Report.Head.District != f.Report.Head.District || kept.Len() != 0 {
		t.Error("the district cannot be taken back")
	}
	typed(a, "e", "\"district", "enter", "ctrl+u", "\"新青区", "enter", "esc")
	shows(t, a, "新青区")
}

// Whatever keys are pressed, in any view, the project on the disk is the one on
// the screen, each decision can be taken back, and every frame is whole.
func TestAnyKeysKeepTheProject(t *testing.T) {
	t.Chdir(t.TempDir())
	keys := strings.Fields("A a a d d e s k u U S v v c m C x enter enter enter esc esc down up left right tab space . f2 f3 f4 y delete 1 2 b w o j \"甲 \"乙 \"3 ctrl+u g G T E n")
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 9))
		var kept project.Project
		full := false
		a := checking(t, &kept, &full)
		history := []string{kept.Text()} // the model: what was kept, step by step
		m := cell.Measure{Ambiguous: 1}
		for step := range 400 {
			full = rng.IntN(20) == 0
			key := keys[rng.IntN(len(keys))]
			typed(a, key)
			if got := a.options.Checks.Project.Text(); got != kept.Text() {
				t.Fatalf("seed %d, step %d, %s: the screen has\n%s\nthe disk\n%s", seed, step, key, got, kept.Text())
			}
			switch now := kept.Text(); {
			case len(a.decisions)+1 > len(history):
				history = append(history, now)
			case len(a.decisions)+1 < len(history):
				history = history[:len(a.decisions)+1]
				if now != history[len(history)-1] {
					t.Fatalf("seed %d, step %d: taken back, it is not what it was:\n%s\n%s", seed, step, now, history[len(history)-1])
				}
			case now != history[len(history)-1]:
				t.Fatalf("seed %d, step %d, %s: the project changed without a decision", seed, step, key)
			}
			if bad := exact(a.Frame(), m); bad != nil {
				t.Fatalf("seed %d, step %d, %s: %v", seed, step, key, bad)
			}
		}
		full = false
		for a.dialog != nil {
			typed(a, "esc")
		}
		for len(a.decisions) > 0 {
			a.takeBack()
		}
		if kept.Len() != 0 {
			t.Errorf("seed %d: all taken back, %d entries are kept", seed, kept.Len())
		}
	}
}
