package tui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/screen"
)

// checking is the browser with a project that is kept in kept; where full is
// true nothing can be kept.
func checking(t *testing.T, kept *project.Project, full *bool) *App {
	t.Helper()
	return checkingIn(t, model.Chinese, kept, full)
}

// checkingIn is checking in a language.
func checkingIn(t *testing.T, lang model.Lang, kept *project.Project, full *bool) *App {
	t.Helper()
	raw := sample(t, 1)
	n := 0
	a := New(Options{Corpus: raw, Language: lang, Checks: Checks{
		Raw: raw.Corpus, Project: *kept,
		Keep: func(p project.Project) (project.Project, error) {
			if *full {
				return p, errors.New("磁盘已满")
			}
			*kept = p
			return p, nil
		},
		Sign: func() project.Sign { n++; return project.Sign{By: "李", When: fmt.Sprintf("%06d", n)} },
	}})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a
}

// Two windows decide in one project file: what one takes back is its own alone.
func TestUndoLeavesWhatAnotherWindowDecided(t *testing.T) {
	var file project.Project
	full := false
	window := func(by string) *App {
		kept := file
		a := checking(t, &kept, &full)
		base, checks := file, &a.options.Checks
		checks.Keep = func(p project.Project) (project.Project, error) {
			file, _ = p.Merge(base, file)
			base = file
			return file, nil
		}
		sign := checks.Sign
		checks.Sign = func() project.Sign { s := sign(); s.By = by; return s }
		typed(a, "A")
		return a
	}
	one, two := window("李"), window("王")
	typed(two, "down", "a") // before the first decision of the other
	typed(one, "a")
	typed(two, "down", "d") // and after it
	typed(one, "u")
	by := map[string]int{}
	for _, e := range file.Of(project.Fact) {
		by[e.By]++
	}
	if by["王"] != 2 || by["李"] != 0 {
		t.Errorf("the file holds decisions by %v", by)
	}

	one, two = window("李"), window("王") // of one fact
	typed(one, "a")
	typed(two, "d")
	typed(one, "u")
	for _, e := range file.Of(project.Fact) {
		if e.By != "王" || len(e.Other) > 0 {
			t.Errorf("%s by %s, and %v", e.Verdict, e.By, e.Other)
		}
	}
	typed(two, "u")
	if n := len(file.Of(project.Fact)); n != 2 {
		t.Errorf("%d decisions are left, want the 2 of before", n)
	}
}

// pressed presses keys by their names.
func pressed(a *App, names ...string) {
	for _, name := range names {
		switch name {
		case "esc":
			a.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		case "enter":
			a.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		default:
			r := []rune(name)[0]
			a.Update(tea.KeyPressMsg{Code: r, Text: name})
		}
	}
}

// Without a project the first check asks for the file to keep it in, begins at the
// fact under the cursor, and shows it while a field of it is asked for.
func TestAProjectIsBegunWhereItIsNeeded(t *testing.T) {
	corpus := sample(t, 1)
	a := browser(t, Options{Corpus: corpus, Begin: func(file string, raw *model.Corpus) (Checks, error) {
		if file != "ours.qubi" || raw != corpus.Corpus {
			return Checks{}, errors.New("不是这个文件")
		}
		return Checks{Raw: raw, File: file, Keep: func(p project.Project) (project.Project, error) { return p, nil },
			Sign: func() project.Sign { return project.Sign{} }}, nil
	}}, 100, 40)
	typed(a, "}", "}", "}")
	f := a.selected()
	typed(a, "A")
	shows(t, a, "核对的结果存到 my.qubi")
	typed(a, "enter")
	shows(t, a, "不是这个文件")
	typed(a, "A", "ctrl+u", "\"ours.qubi", "enter")
	if r, ok := a.dialog.(*reviewer); !ok || r.fact() != f {
		t.Fatalf("checking does not begin at %s", f.Name)
	}
	shows(t, a, "光标所在的条目")
	typed(a, "e")
	shows(t, a, "更正 "+f.Name)
	shows(t, a, "核对 1/31")
	lacks(t, a, "▾产业集群")
	typed(a, "\"阶段", "enter")
	shows(t, a, "  目标") // of a metric's stages
	lacks(t, a, "签约")
	typed(a, "esc", "esc")
	if shows(t, a, "▾产业集群"); a.below != nil {
		t.Error("the review stays behind")
	}
}

// A place that was found in the texts is looked at, marked and noted as a fact is,
// also where none is stated there.
func TestFoundPlacesAreMarked(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "/", "\"工作安排", "enter", "p")
	shows(t, a, "出处 工作安排")
	lacks(t, a, "光标不在条目上")
	typed(a, "space")
	shows(t, a, "★")
	typed(a, "M")
	if n, _ := a.hitAt(); n != 1 {
		t.Errorf("%d places are marked", n)
	}
	if v := a.exported(); v.Kind != export.Found || len(v.Filter.Marked) != 1 {
		t.Errorf("%s with %d marks is exported", v.Kind, len(v.Filter.Marked))
	}
	if _, lost := a.notes.Settle(a.corpus.Corpus); len(lost) > 0 {
		t.Errorf("a mark finds no place: %v", lost)
	}
}

// A report that names no district goes by its title, in what is left too.
func TestTheRestIsToldOfNamelessDistrictsToo(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	for _, r := range a.corpus.Reports {
		r.Head.District, r.Head.City = "", ""
	}
	checks := a.options.Checks
	checks.Raw = model.NewCorpus(a.corpus.Reports)
	a = New(Options{Corpus: query.New(checks.Raw), Language: model.Chinese, Checks: checks})
	a.Update(tea.WindowSizeMsg{Width: 200, Height: 30})
	pressed(a, "A")
	if got := screenOf(a); !strings.Contains(got, "余：未识别区县 "+a.corpus.Reports[0].Head.Title) {
		t.Errorf("what is left is told as\n%s", got)
	}
}

// screenOf is what the dialog says.
func screenOf(a *App) string {
	var b strings.Builder
	for _, line := range a.dialog.Lines(a, 100, 28) {
		b.WriteString(line.String() + "\n")
	}
	return b.String()
}

func TestFactsAreCheckedByOneKeyEach(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	all := a.corpus.Count(query.Filter{})
	pressed(a, "A", "a", "d", "a")
	r := a.dialog.(*reviewer)
	if got := screenOf(a); !strings.Contains(got, fmt.Sprintf("核对 4/%d  对2 改0 错1 余%d", all, all-3)) || !strings.Contains(got, r.fact().Quote()) {
		t.Errorf("the review view:\n%s", got)
	}
	f := r.fact()
	pressed(a, "e", "数", "值", "enter", "7", "enter")
	if e, ok := r.on.Entry(r.items[3].Fact); f.Kind == model.Metric && (!ok || e.Verdict != project.Mended) {
		t.Errorf("%s was not mended: %+v", f.Name, e)
	}
	pressed(a, "esc")
	if a.dialog != nil || a.corpus.Count(query.Filter{}) != all-1 {
		t.Errorf("%d facts after one was rejected of %d", a.corpus.Count(query.Filter{}), all)
	}
	full = true
	before := kept.Text()
	pressed(a, "A", "a")
	if r := a.dialog.(*reviewer); r.fact().Mark != model.Unchecked || kept.Text() != before {
		t.Error("what could not be kept is shown as done")
	}
	if !strings.Contains(a.toast.text, "磁盘已满") {
		t.Errorf("it says %q", a.toast.text)
	}
}

// Whatever keys are pressed, what is kept is what they mean.
func TestRandomKeysMeanWhatTheySay(t *testing.T) {
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 2))
		var kept project.Project
		full := false
		a := checking(t, &kept, &full)
		pressed(a, "A")
		said := map[model.Key]project.Verdict{}
		var past []map[model.Key]project.Verdict
		for range 120 {
			r, ok := a.dialog.(*reviewer)
			if !ok {
				t.Fatal("the review view has gone")
			}
			now := map[model.Key]project.Verdict{}
			for k, v := range said {
				now[k] = v
			}
			key := r.fact().Key()
			switch press := []string{"a", "d", "s", "k", "u", "z"}[rng.IntN(6)]; press {
			case "a", "d":
				past = append(past, said)
				said = now
				said[key] = map[string]project.Verdict{"a": project.Right, "d": project.Wrong}[press]
				pressed(a, press)
			case "u":
				if n := len(past); n > 0 {
					said, past = past[n-1], past[:n-1]
				}
				pressed(a, press)
			default:
				pressed(a, press)
			}
			screenOf(a)
			if got := len(kept.Of(project.Fact)); got != len(said) {
				t.Fatalf("seed %d: %d verdicts kept, want %d", seed, got, len(said))
			}
		}
		on := project.Apply(a.options.Checks.Raw, kept, project.ShowRejected)
		for _, report := range on.Corpus.Reports {
			for _, f := range report.Facts {
				if e, _ := on.Entry(f); e.Verdict != said[f.Key()] {
					t.Errorf("seed %d: %s is %q, want %q", seed, f.Name, e.Verdict, said[f.Key()])
				}
			}
		}
	}
}

// Every frame of the review view is exactly as large as the window, whatever
// is open in it.
func TestReviewFramesAreExact(t *testing.T) {
	for _, m := range []cell.Measure{{Ambiguous: 1}, {Ambiguous: 2}} {
		for _, keys := range [][]string{{"A"}, {"A", "a", "d", "k"}, {"A", "e"}, {"A", "e", "数", "值", "enter"}, {"A", "c", "亮"}} {
			for _, size := range sizes() {
				var kept project.Project
				full := false
				a := checking(t, &kept, &full)
				a.Update(screen.MeasureMsg{Measure: m, Boxes: m.Ambiguous == 1})
				a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				pressed(a, keys...)
				if err := exact(a.Frame(), m); err != nil {
					t.Fatalf("%v, %d x %d, ambiguous %d: %v", keys, size[0], size[1], m.Ambiguous, err)
				}
			}
		}
	}
}

// The keys of checking are told where they are used, and Enter presses one.
func TestHelpWhileChecking(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "A", "?")
	shows(t, a, "核对的按键")
	shows(t, a, "读得不对，不再显示")
	typed(a, "esc")
	if _, ok := a.dialog.(*reviewer); !ok {
		t.Fatal("the help does not lead back")
	}
	typed(a, "?", "\"读得不对", "enter")
	if kept.Len() != 1 {
		t.Errorf("%d verdicts are kept", kept.Len())
	}
}

// The evidence says how sure the rules are of a fact, and why it is doubted.
func TestTheEvidenceTellsDoubts(t *testing.T) {
	corpus := sample(t, 1)
	corpus.Reports[0].Facts[0].Confidence = .42
	a := browser(t, Options{Corpus: corpus}, 120, 40)
	a.reveal(corpus.Reports[0].Facts[0])
	typed(a, "p")
	shows(t, a, "!规则可靠度 42%")
}

// A rule that is sure enough is no doubt, and is told without the mark of one.
func TestTheEvidenceTellsHowSureTheRuleIs(t *testing.T) {
	corpus := sample(t, 1)
	corpus.Reports[0].Facts[0].Confidence = .95
	a := browser(t, Options{Corpus: corpus}, 120, 40)
	a.reveal(corpus.Reports[0].Facts[0])
	typed(a, "p")
	shows(t, a, "  规则可靠度 95%")
}

// In English themes are shown and typed in model.English, and kept as everywhere.
func TestThemesAreMendedInEnglish(t *testing.T) {
	var kept project.Project
	full := false
	a := checkingIn(t, model.English, &kept, &full)
	typed(a, "A")
	r := a.dialog.(*reviewer)
	shows(t, a, "themes "+themesIn(project.FieldsOf(r.fact())["themes"], model.English))
	typed(a, "e", "\"themes", "enter", "ctrl+u", "\"ecology Rural", "enter")
	if !strings.Contains(kept.Text(), "生态 乡村") || strings.Contains(kept.Text(), "ecology") {
		t.Errorf("kept is\n%s", kept.Text())
	}
}

// Of a code's row Enter lists the passages.
func TestACodesRowLeadsToItsPassages(t *testing.T) {
	var kept project.Project
	full := false
	a := checking(t, &kept, &full)
	typed(a, "f4", "v", "s", "c", "\"亮点", "enter", "f3", "tab", "G")
	shows(t, a, "▸亮点")
	typed(a, "left", "enter")
	shows(t, a, "编码 亮点")
	typed(a, "enter")
	if a.view != viewSource {
		t.Error("a passage does not lead to its text")
	}
}
