package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"qubi/data/source/page"
	"qubi/data/source/plain"
	"qubi/model"
)

// The built-in reports open without a complaint and say what they are.
func TestBuiltinHeads(t *testing.T) {
	corpus, err := Load(Builtin())
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ title, district, city, published, event, source string }{
		{"加快向高质量中心城区转型 我区奋力实现北部新区建设新突破", "济阳区", "济南市", "2020-05-14", "", "济南市济阳区政府"},
		{"", "钢城区", "济南市", "", "2021-08-27", ""},
		{"《抢抓发展机遇,担好“北起”使命》济阳新闻发布会举行", "济阳区", "济南市", "2020-09-04", "2020-09-03", ""},
		{"壮大骨干企业集群 加快迈进“高铁时代”淬炼作风提升战力 济阳北城中心城区建设再提速", "济阳区", "济南市", "2023-01-11", "", ""},
		{"品质市中 奋楫扬帆逐浪高", "市中区", "济南市", "2021-01-11", "", "济南日报"},
	}
	if len(corpus.Reports) != len(want) {
		t.Fatalf("%d reports, want %d", len(corpus.Reports), len(want))
	}
	for i, w := range want {
		h := corpus.Reports[i].Head
		got := struct{ title, district, city, published, event, source string }{
			h.Title, h.District, h.City, day(h.Published), day(h.Event), h.Source}
		if got != w {
			t.Errorf("%s:\n got %+v\nwant %+v", corpus.Reports[i].File, got, w)
		}
	}
}

// Clean reports come through with zero repairs and only furniture, blanks and
// line ends gone; the text leads back to the file.
func TestCleanReportsStayAsTheyAre(t *testing.T) {
	corpus, _ := Load(Builtin())
	for _, r := range corpus.Reports[:4] {
		if len(r.Repairs) > 0 {
			t.Errorf("%s: repaired %+v", r.File, r.Repairs)
		}
		for _, p := range r.Paragraphs {
			place := r.Origin(p)
			have := strings.Join(strings.Fields(r.Quote(p)), "")
			from := strings.Join(strings.Fields(r.Original[place.Span.Start:place.Span.End]), "")
			if have != from {
				t.Errorf("%s line %d: text %.60q comes from %.60q", r.File, place.Line, have, from)
			}
		}
	}
}

func TestNoDistrictIsSaidAndTheReportOpens(t *testing.T) {
	r, err := Read("a/b.txt", []byte("全年完成投资12亿元。\n"))
	if !errors.Is(err, ErrNoDistrict) {
		t.Errorf("error %v, want ErrNoDistrict", err)
	}
	if r.File != "b.txt" || r.Text != "全年完成投资12亿元。" {
		t.Errorf("report %q %q", r.File, r.Text)
	}
}

func TestBadFilesAreListedAndTheOthersLoad(t *testing.T) {
	corpus, err := Load(fstest.MapFS{
		"b.txt":       {Data: []byte("济南市济阳区政府工作报告\n全区完成投资12亿元。")},
		"a.txt":       {Data: nil},
		"sub/c.TXT":   {Data: []byte(strings.Repeat("\x00\x01\x02\x03", 99))},
		"ignored.jpg": {Data: []byte("济阳区")},
	})
	var list ErrorList
	if !errors.As(err, &list) || !errors.Is(err, page.ErrEmpty) || !errors.Is(err, plain.ErrBinary) {
		t.Fatalf("error %v", err)
	}
	if list[1].File != "a.txt" || len(list) != 3 || !strings.Contains(list[0].Error(), "ignored.jpg") {
		t.Errorf("problems %v, want ignored.jpg, a.txt and c.TXT", list)
	}
	var files []string
	for _, r := range corpus.Reports {
		files = append(files, r.Path)
	}
	if want := []string{"a.txt", "b.txt", "sub/c.TXT"}; !reflect.DeepEqual(files, want) {
		t.Errorf("reports %q, want %q", files, want)
	}
}

func TestLoadPaths(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) string {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("济阳区完成投资12亿元。"), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	one, two := put("one.txt"), put("x/y/two.txt")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "x", "dead.txt")); err != nil {
		t.Skip(err)
	}
	missing := filepath.Join(dir, "missing.txt")
	corpus, err := LoadPaths([]string{missing, filepath.Join(dir, "x"), one, one})
	if len(corpus.Reports) != 2 || corpus.Reports[0].Path != two || corpus.Reports[1].Path != one {
		t.Errorf("%d reports", len(corpus.Reports))
	}
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), missing) || !strings.Contains(err.Error(), "dead.txt") {
		t.Errorf("error %v", err)
	}
}

// One built-in report is named by the beginning of its name, also beside one's own
// files; one that there is not is told.
func TestOneBuiltinReport(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.txt")
	if err := os.WriteFile(own, []byte("青岚区2022年政府工作报告\n全区地区生产总值206.3亿元。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		paths []string
		files string
	}{
		{[]string{"builtin:004"}, "004_eeeab0ad3cc84076.txt"},
		{[]string{own, "builtin:004", "builtin:00"}, "004_eeeab0ad3cc84076.txt 000_8bfe767dd4a329c4.txt 001_39f59c4250dafda1.txt 002_60000e7d2d44e22a.txt 003_84e688a2b336287b.txt own.txt"},
	} {
		var files []string
		for _, f := range List(test.paths).Files {
			files = append(files, filepath.Base(f.Path))
		}
		if got := strings.Join(files, " "); got != test.files {
			t.Errorf("%q are %s, want %s", test.paths, got, test.files)
		}
	}
	if _, err := LoadPaths([]string{"builtin:9"}); err == nil || !strings.Contains(err.Error(), "builtin:9") {
		t.Errorf("a built-in report that there is not: %v", err)
	}
}

func TestLoadIsTheSameEveryTime(t *testing.T) {
	first, _ := Load(Builtin())
	for range 3 {
		again, _ := Load(Builtin())
		for i := range first.Reports {
			if !reflect.DeepEqual(first.Reports[i].Document, again.Reports[i].Document) {
				t.Fatalf("report %d differs between two loads", i+1)
			}
		}
	}
}

func TestErrorList(t *testing.T) {
	list := ErrorList{{"b", 2, plain.ErrBroken}, {"b", 0, page.ErrEmpty}, {"a", 9, plain.ErrBroken}}
	got := list.sorted().Error()
	want := "a:9: " + plain.ErrBroken.Error() + "\nb: " + page.ErrEmpty.Error() + "\nb:2: " + plain.ErrBroken.Error()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if ErrorList(nil).sorted() != nil {
		t.Error("no problems must be no error")
	}
}

// Whatever the bytes, a report opens, and every span lies in its text.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "\xff\xfe济", "济阳区2020年签约21个。", "發(fā)展 ?。ǘ┛", "(((((", "1\x00\x00\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, _ := Read("f.txt", raw)
		check(t, r, len(raw))
	})
}

func check(t *testing.T, r *model.Report, size int) {
	last := 0
	for _, p := range r.Paragraphs {
		if p.Start < 0 || p.End > len(r.Text) || p.Start > p.End {
			t.Fatalf("paragraph %v outside the text of %d bytes", p, len(r.Text))
		}
		o := r.Origin(p)
		if o.Span.Start < last || o.Span.End > len(r.Original) || o.RawStart < 0 || o.RawEnd > size || o.RawStart > o.RawEnd {
			t.Fatalf("paragraph %v comes from %+v of %d bytes", p, o, size)
		}
		last = o.Span.Start
	}
	for _, x := range r.Repairs {
		if x.Span.Start > x.Span.End || x.Span.End > len(r.Text) {
			t.Fatalf("repair %+v outside the text", x)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	size := 0
	corpus, _ := Load(Builtin())
	for _, r := range corpus.Reports {
		size += len(r.Original)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(Builtin()); err != nil {
			b.Fatal(err)
		}
	}
}

// day is a date as the facts format writes it, "" for none.
func day(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

// A report that another page has too is told with how much of it: the same text, or
// nearly, of one district and day.
func TestAReportThatIsThereTwiceIsTold(t *testing.T) {
	page := func(city, day string, sentences, from int) *fstest.MapFile {
		text := city + "济阳区2021年政府工作报告\n发布日期:2021-01-" + day + "\n"
		for i := range sentences {
			text += fmt.Sprintf("第%d个园区完成投资%d亿元。", i+from, i+from)
		}
		return &fstest.MapFile{Data: []byte(text)}
	}
	_, err := Load(fstest.MapFS{"a.txt": page("济南市", "10", 60, 1), "b.txt": page("济南市", "10", 60, 3), "c.txt": page("济南市", "10", 60, 1),
		"day.txt": page("济南市", "11", 60, 4), "half.txt": page("济南市", "10", 60, 30)})
	got := ""
	if err != nil {
		got = err.Error()
	}
	if want := "b.txt: 59 of 61 sentences as in a.txt, of the same district and day; their facts count twice\nc.txt: the same text as a.txt; its facts count twice"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The numbers of a city's document are the city's.
func TestNumbersOfACityAreTold(t *testing.T) {
	for title, city := range map[string]bool{"济南市2021年政府工作报告": true, "济南市济阳区2021年政府工作报告": false} {
		r, _ := Read("a.txt", []byte(title+"\n\n2020年,固定资产投资完成120亿元。\n"))
		if len(r.Facts) == 0 || r.Facts[0].Is(model.FlagScopeCity) != city {
			t.Errorf("%s: %+v", title, r.Facts)
		}
	}
}
