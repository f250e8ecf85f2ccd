package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/query"
)

// shelf is a library that does what the test tells it.
type shelf struct {
	said    []map[string]Head
	stopped bool
}

func (s *shelf) Next() (Loaded, bool)            { return Loaded{}, false }
func (s *shelf) Refresh()                        {}
func (s *shelf) Stop() bool                      { s.stopped = true; return true }
func (s *shelf) Say(heads map[string]Head) error { s.said = append(s.said, heads); return nil }
func (s *shelf) Close()                          {}

// gives hands the browser what a library gives.
func gives(a *App, l Loaded) { a.Update(loadedMsg{l, true}) }

// again is the sample as it is read another time, each report as change has it.
func again(t *testing.T, change func(i int, d *model.Document)) *query.Index {
	c := sample(t, 1)
	for i, r := range c.Reports {
		doc := *r.Document
		doc.Path, doc.FileSum = r.Head.District+r.File, string(rune('a'+i))
		change(i, &doc)
		r.Document = &doc
	}
	return query.Of(c.Reports)
}

func asIs(int, *model.Document) {}

// text is what the window shows.
func windowText(a *App) string {
	var b strings.Builder
	for _, row := range a.Frame().Rows {
		for _, s := range row {
			b.WriteString(s.Line.String())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestWhatAReportIsOfCanBeSaid(t *testing.T) {
	s := &shelf{}
	a := browser(t, Options{Corpus: again(t, asIs), Library: s, Places: func() []Place {
		return []Place{{"济南市", "章丘区"}, {"济南市", "市中区"}, {"枣庄市", "市中区"}}
	}}, 120, 40)
	typed(a, "down", "down")
	was := a.selected()
	first := was.Report
	typed(a, "D", "enter", "ctrl+u", "\"章丘", "tab")
	if got := windowText(a); !strings.Contains(got, "章丘区") {
		t.Fatalf("no completion:\n%s", got)
	}
	typed(a, "enter")
	if len(s.said) != 1 || s.said[0][first.FileSum].District != "章丘区" {
		t.Fatalf("said %v", s.said)
	}
	now := again(t, func(i int, d *model.Document) {
		if d.FileSum == first.FileSum {
			d.Head.District, d.Head.City = "章丘区", "济南市"
		}
	})
	gives(a, Loaded{Corpus: now, Changed: 1})
	typed(a, "esc")
	if f := a.selected(); f == nil || f.Report.Head.District != "章丘区" || f.Name != was.Name {
		t.Errorf("the cursor is on %v", f)
	}
	if got := windowText(a); !strings.Contains(got, "章丘区") || strings.Contains(got, first.Head.District) {
		t.Errorf("the district is not shown at once:\n%s", got)
	}
	typed(a, "u")
	if len(s.said) != 2 || s.said[1][first.FileSum] != (Head{}) {
		t.Errorf("undo says %v", s.said[1:])
	}
	gives(a, Loaded{Corpus: again(t, asIs), Changed: 1})
	if f := a.selected(); f == nil || f.Report.Head.District != first.Head.District || f.Name != was.Name {
		t.Errorf("after undo the cursor is on %v", f)
	}
}

// Where a report names no district, the last line says which key names one, and
// the list of that key that the text tells none.
func TestTheNamelessAreToldHowToBeNamed(t *testing.T) {
	nameless := again(t, func(_ int, d *model.Document) { d.Head.District, d.Head.City = "", "" })
	a := browser(t, Options{Corpus: nameless, Library: &shelf{}}, 80, 24)
	shows(t, a, "D 定区县")
	typed(a, "D")
	shows(t, a, "原文未写")
}

func TestDistrictBehindItsCityBringsTheCity(t *testing.T) {
	a := browser(t, Options{Corpus: again(t, asIs), Library: &shelf{}, Places: func() []Place { return []Place{{"枣庄市", "市中区"}} }}, 120, 40)
	h, ok := Head{}.with("district", "枣庄市市中区", a.cityOf)
	if !ok || h.City != "枣庄市" || h.District != "市中区" {
		t.Errorf("%+v", h)
	}
	for value, want := range map[string]string{"2021-8-27": "2021-08-27", "2021年8月7日": "2021-08-07", "": ""} {
		if h, ok := (Head{}).with("date", value, noCity); !ok || h.get("date") != want {
			t.Errorf("%s: %+v %v", value, h, ok)
		}
	}
	if _, ok := (Head{}).with("date", "昨天", noCity); ok {
		t.Error("昨天 is taken for a date")
	}
}

func TestLoadingIsSeenAndCanBeStopped(t *testing.T) {
	s := &shelf{}
	all := again(t, asIs)
	a := browser(t, Options{Corpus: query.Of(nil), Library: s, Loading: Loaded{Reading: true}, State: t.TempDir()}, 100, 30)
	if got := windowText(a); !strings.Contains(got, "正在读第一批报告") {
		t.Errorf("the first frame:\n%s", got)
	}
	gives(a, Loaded{Corpus: query.Of(all.Reports[:1]), Reading: true, Done: 100, Total: 400, Took: 2 * time.Second})
	got := windowText(a)
	if !strings.Contains(got, "已读 100/400 篇，每秒 50 篇，还要 6 秒") || !strings.Contains(got, all.Districts[0].Name) {
		t.Errorf("while it is read:\n%s", got)
	}
	typed(a, "&", "\"亿", "enter")
	if !a.Interrupt() || !s.stopped {
		t.Error("Ctrl-C does not stop the reading")
	}
	gives(a, Loaded{Corpus: all, Done: 300, Total: 400})
	if got := windowText(a); len(a.order) != len(all.Districts) || !strings.Contains(got, "停在300/400篇") || a.filter.Expr.Text() != "亿" {
		t.Errorf("after it was stopped:\n%s", got)
	}
}

// What is typed before the first report is there is done once it is; leaving need not
// wait.
func TestKeysTypedTooEarlyAreKept(t *testing.T) {
	all := again(t, asIs)
	a := browser(t, Options{Corpus: query.Of(nil), Library: &shelf{}, Loading: Loaded{Reading: true}, State: t.TempDir()}, 100, 30)
	typed(a, "down", "down", "L")
	gives(a, Loaded{Reading: true, Done: 1, Total: 9})
	gives(a, Loaded{Corpus: all, Done: 9, Total: 9})
	b := browser(t, Options{Corpus: all, Library: &shelf{}, State: t.TempDir()}, 100, 30)
	typed(b, "down", "down", "L")
	if got, want := windowText(a), windowText(b); got != want {
		t.Errorf("keys typed early:\n%s\nwant\n%s", got, want)
	}
	c := browser(t, Options{Corpus: query.Of(nil), Library: &shelf{}, Loading: Loaded{Reading: true}, State: t.TempDir()}, 100, 30)
	if cmd := c.Update(press("q")); cmd == nil {
		t.Error("q waits for the reports")
	}
}

func TestReadingAgainKeepsEverything(t *testing.T) {
	a := browser(t, Options{Corpus: again(t, asIs), Library: &shelf{}}, 120, 40)
	typed(a, "L", "tab", "down", "down", "down", "space", "5", "5", ">", "p")
	f, order, marks := a.selected(), names(a), len(a.notes.Marked())
	now := sample(t, 1)
	fresh := *now.Reports[0].Document
	fresh.Head.District, fresh.Path, fresh.FileSum = "新来区", "new.txt", "n"
	reports := append([]*model.Report{{Document: &fresh}}, again(t, asIs).Reports...)
	gives(a, Loaded{Corpus: query.Of(reports), New: 1})
	if g := a.selected(); g == nil || g.Name != f.Name || g.Report.Path != f.Report.Path {
		t.Errorf("the cursor went from %v to %v", f, g)
	}
	if got := names(a); !slices.Equal(got, append(order, "新来区")) {
		t.Errorf("panes %v, were %v", got, order)
	}
	if !a.drawer || len(a.notes.Marked()) != marks || marks != 1 {
		t.Error("the drawer is closed, or the mark is gone")
	}
	gives(a, Loaded{Corpus: again(t, asIs), Gone: 1})
	if got := names(a); !slices.Equal(got, order) {
		t.Errorf("after the new one went: %v", got)
	}
	for range 10 { // undo goes through states of corpora that are gone
		typed(a, "u")
		if err := exact(a.Frame(), a.look.Measure); err != nil {
			t.Fatal(err)
		}
	}
}

// A list that is open holds facts of the corpus it was opened on: the panes wait.
func TestAnOpenDialogIsNotPulledAway(t *testing.T) {
	a := browser(t, Options{Corpus: again(t, asIs), Library: &shelf{}}, 120, 40)
	typed(a, "d")
	gives(a, Loaded{Corpus: query.Of(again(t, asIs).Reports[1:]), Gone: 1})
	if len(a.corpus.Reports) != len(sample(t, 1).Reports) {
		t.Error("the corpus changed under the dialog")
	}
	typed(a, "esc")
	if len(a.corpus.Reports) != len(sample(t, 1).Reports)-1 {
		t.Error("the corpus did not change after it")
	}
}

// The problems of a start hide nothing that changes meanwhile, and are told as they
// are then.
func TestAProblemThatIsShownDoesNotHideWhatChanges(t *testing.T) {
	a := browser(t, Options{Corpus: again(t, asIs), Library: &shelf{}, Found: []string{"壹号问题"}}, 120, 40)
	shows(t, a, "壹号问题")
	gives(a, Loaded{Corpus: query.Of(again(t, asIs).Reports[1:]), Gone: 1, Found: []string{"贰号问题"}})
	if len(a.corpus.Reports) != len(sample(t, 1).Reports)-1 {
		t.Error("the corpus did not change")
	}
	shows(t, a, "贰号问题")
	if strings.Contains(windowText(a), "壹号问题") {
		t.Error("a problem that is gone is still told")
	}
	at := a.focus
	if typed(a, "esc", "shift+tab"); a.dialog != nil || a.focus != (at+len(a.order)-1)%len(a.order) {
		t.Errorf("pane %d of %d has the keys, before it was %d", a.focus, len(a.order), at)
	}
}

func TestNothingReadableEndsTheBrowser(t *testing.T) {
	a := browser(t, Options{Corpus: query.Of(nil), Library: &shelf{}, Loading: Loaded{Reading: true}}, 100, 30)
	cmd := a.Update(loadedMsg{Loaded{Err: tea.ErrInterrupted}, true})
	if cmd == nil || a.failed == nil {
		t.Error("it goes on")
	}
}

// names are the districts shown.
func names(a *App) (all []string) {
	for _, d := range a.order {
		all = append(all, a.corpus.Districts[d].Name)
	}
	return all
}
