package shelf

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"qubi/data"
	"qubi/data/source/page"
	"qubi/model"
)

// desk is a folder of reports, and a shelf of it whose clock the test holds.
type desk struct {
	*Shelf
	t      *testing.T
	dir    string
	notice *notice
	clock  chan time.Time
}

// fake is a watcher that sees nothing by itself.
type fake struct{ err error }

func (f fake) Add(string) error { return f.err }
func (f fake) Close() error     { return nil }

func newDesk(t *testing.T, o data.Options, watched error) *desk {
	d := &desk{t: t, dir: t.TempDir(), clock: make(chan time.Time)}
	d.write("a.txt", "济阳区完成投资10亿元。")
	d.write("b.txt", "钢城区完成投资20亿元。济南市钢城区。")
	d.notice = newNotice(func(func(string)) (watcher, error) { return fake{watched}, nil })
	d.notice.after = func(time.Duration) <-chan time.Time { return d.clock }
	d.Shelf = open(o, []string{d.dir}, d.notice)
	t.Cleanup(d.Close)
	return d
}

func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// whole waits for an update after which nothing is being read.
func (d *desk) whole() Update {
	d.t.Helper()
	for {
		u, ok := d.Next()
		if !ok {
			d.t.Fatal("the shelf is closed")
		}
		if !u.Reading {
			return u
		}
	}
}

// happens tells the shelf of a change, and lets the clock run out.
func (d *desk) happens(name string) {
	d.notice.happened(filepath.Join(d.dir, name))
	d.clock <- time.Time{}
}

// files are the names of the reports of a corpus.
func files(c *model.Corpus) string {
	var all []string
	for _, r := range c.Reports {
		all = append(all, strings.TrimSuffix(r.File, ".txt"))
	}
	return strings.Join(all, " ")
}

func TestChangesAreReadAgain(t *testing.T) {
	d := newDesk(t, data.Options{}, nil)
	first := d.whole()
	if got := files(first.Corpus); got != "a b" || len(first.Problems) > 0 {
		t.Fatalf("%s, %v", got, first.Problems)
	}
	b := first.Corpus.Reports[1]
	ids := b.Facts[0].ID

	d.write("a.txt", "济阳区完成投资110亿元。")
	d.happens("a.txt")
	u := d.whole()
	if u.Changed != 1 || u.New != 0 || u.Gone != 0 || u.Corpus.Reports[1] != b || !strings.Contains(u.Corpus.Reports[0].Text, "110") {
		t.Errorf("a changed report: %+v", u)
	}

	d.write("0.txt", "莱芜区完成投资1亿元。")
	d.happens("0.txt")
	u = d.whole()
	if got := files(u.Corpus); got != "0 a b" || u.New != 1 || u.Changed != 0 {
		t.Errorf("a new report: %s %+v", got, u)
	}
	if b.Facts[0].ID != ids || u.Corpus.Reports[2].Facts[0].ID == ids {
		t.Error("a report that moves changes the corpus that was given before")
	}

	if err := os.Remove(filepath.Join(d.dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	d.happens("a.txt")
	u = d.whole()
	if got := files(u.Corpus); got != "0 b" || u.Gone != 1 || u.Changed != 0 {
		t.Errorf("a report that went: %s %+v", got, u)
	}
}

// A folder that vanishes takes its reports with it and is told itself; it is no new report,
// and none that changes when it is looked for again.
func TestAFolderThatVanishes(t *testing.T) {
	d := newDesk(t, data.Options{}, nil)
	d.whole()
	if err := os.RemoveAll(d.dir); err != nil {
		t.Fatal(err)
	}
	d.happens("a.txt")
	for want := 2; want >= 0; want -= 2 {
		u := d.whole()
		if u.Gone != want || u.New != 0 || u.Changed != 0 || len(u.Corpus.Reports) > 0 || len(u.Problems) != 1 || u.Problems[0].File != d.dir {
			t.Errorf("%d changed, %d new, %d gone, want %d gone; %d reports, %v", u.Changed, u.New, u.Gone, want, len(u.Corpus.Reports), u.Problems)
		}
		d.Refresh()
	}
}

// Events that follow each other are one: each puts the reading off.
func TestManyEventsAreOneReading(t *testing.T) {
	d := newDesk(t, data.Options{}, nil)
	d.whole()
	asked := make(chan struct{})
	d.notice.after = func(time.Duration) <-chan time.Time { asked <- struct{}{}; return d.clock }
	for i := range 5 {
		d.write(fmt.Sprintf("c%d.txt", i), fmt.Sprintf("莱芜区完成投资%d亿元。", i+2))
		d.notice.happened(filepath.Join(d.dir, "c.txt"))
		<-asked
	}
	d.clock <- time.Time{}
	if u := d.whole(); u.New != 5 {
		t.Errorf("%+v", u)
	}
}

func TestOtherFilesBesideALoneOneAreNoReason(t *testing.T) {
	n := newNotice(func(func(string)) (watcher, error) { return nil, errors.New("no watcher") })
	defer n.close()
	n.watch(data.Listing{Folders: []string{"reports"}, Lone: []string{"tmp/a.txt"}})
	n.mu.Lock()
	defer n.mu.Unlock()
	for name, want := range map[string]bool{"reports/x.txt": true, "reports": true, "tmp/a.txt": true, "tmp/b.txt": false} {
		if got := n.whole[filepath.Dir(name)] || n.whole[name] || n.lone[name]; got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// What a person says of a report is read anew, for that report alone.
func TestWhatAPersonSaysHolds(t *testing.T) {
	var mu sync.Mutex
	said := map[string]page.Stated{}
	d := newDesk(t, data.Options{Told: func(sum string) page.Stated {
		mu.Lock()
		defer mu.Unlock()
		return said[sum]
	}}, nil)
	first := d.whole()
	a, b := first.Corpus.Reports[0], first.Corpus.Reports[1]
	mu.Lock()
	said[a.FileSum] = page.Stated{District: "章丘区", City: "济南市", Title: "今年的报告"}
	mu.Unlock()
	d.Look()
	u := d.whole()
	if h := u.Corpus.Reports[0].Head; h.District != "章丘区" || h.City != "济南市" || h.Title != "今年的报告" || u.Corpus.Reports[1] != b || u.Changed != 1 {
		t.Errorf("%+v, %d changed", h, u.Changed)
	}
	mu.Lock()
	delete(said, a.FileSum)
	mu.Unlock()
	d.Look()
	if h := d.whole().Corpus.Reports[0].Head; h.District != "济阳区" {
		t.Errorf("taken back: %+v", h)
	}
}

func TestRefreshLooksIntoEveryFile(t *testing.T) {
	d := newDesk(t, data.Options{}, nil)
	first := d.whole()
	d.Refresh()
	if u := d.whole(); u.Changed+u.New+u.Gone != 0 || u.Corpus != first.Corpus || u.Total != 2 {
		t.Errorf("nothing changed: %+v", u)
	}
	name := filepath.Join(d.dir, "a.txt")
	info, _ := os.Stat(name)
	d.write("a.txt", "济阳区完成投资90亿元。")
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	if u := d.whole(); u.Changed != 1 {
		t.Errorf("a change that neither size nor time shows: %+v", u)
	}
}

// A reading that is stopped keeps what was read, and a later look reads the rest.
func TestStoppedReadingKeepsWhatWasRead(t *testing.T) {
	dir := t.TempDir()
	for i := range 300 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), fmt.Appendf(nil, "济阳区完成投资%d亿元。", i+1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var count atomic.Int64
	shelves := make(chan *Shelf, 1)
	o := data.Options{Told: func(string) page.Stated {
		if count.Add(1) == 20 {
			s := <-shelves
			if !s.Stop() {
				t.Error("the first Ctrl-C is not taken")
			}
			if s.Stop() {
				t.Error("the second Ctrl-C is taken too; it is to end the program")
			}
		}
		return page.Stated{}
	}}
	s := open(o, []string{dir}, newNotice(func(func(string)) (watcher, error) { return fake{}, nil }))
	shelves <- s
	d := &desk{Shelf: s, t: t, dir: dir}
	t.Cleanup(s.Close)
	u := d.whole()
	if n := len(u.Corpus.Reports); n < 5 || n == 300 || !errors.Is(u.Problems, data.ErrStopped) {
		t.Errorf("%d reports, %v", n, u.Problems)
	}
	s.Look()
	if u = d.whole(); len(u.Corpus.Reports) != 300 || errors.Is(u.Problems, data.ErrStopped) {
		t.Errorf("%d reports, %v", len(u.Corpus.Reports), u.Problems)
	}
}

func TestWhereNothingCanBeWatchedASentenceSaysSo(t *testing.T) {
	d := newDesk(t, data.Options{}, errors.New("no space left on device"))
	u := d.whole()
	if len(u.Corpus.Reports) != 2 || !slices.ContainsFunc(u.Problems, func(e *data.Error) bool { return strings.Contains(e.Error(), "R reads them again") }) {
		t.Errorf("%v", u.Problems)
	}
}

// The system's own watcher tells of a new file.
func TestSystemNotices(t *testing.T) {
	dir := t.TempDir()
	d := &desk{Shelf: Open(data.Options{}, []string{dir}), t: t, dir: dir}
	t.Cleanup(d.Close)
	if u := d.whole(); len(u.Corpus.Reports) != 0 {
		t.Fatalf("%+v", u)
	}
	d.write("a.txt", "济阳区完成投资10亿元。")
	if u := d.whole(); files(u.Corpus) != "a" || u.New != 1 {
		t.Errorf("%+v", u)
	}
}

func TestNoPathsAreTheBuiltInReports(t *testing.T) {
	d := &desk{Shelf: Open(data.Options{}, nil), t: t}
	t.Cleanup(d.Close)
	if u := d.whole(); len(u.Corpus.Reports) != 5 || len(u.Problems) > 0 {
		t.Errorf("%d reports, %v", len(u.Corpus.Reports), u.Problems)
	}
}
