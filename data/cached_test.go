package data

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"qubi/data/cache"
	"qubi/model"
)

// The second reading is the first one, letter for letter and fact for fact, also
// when two programs make the cache at once; and a changed file is read anew.
func TestCacheChangesNothing(t *testing.T) {
	paths, err := filepath.Glob("reports/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("testdata/formats/*.[dox]*")
	if err != nil {
		t.Fatal(err)
	}
	paths = append(paths, more...)
	fresh, _ := LoadPaths(paths)
	dir := t.TempDir()
	load := func() *model.Corpus {
		c, _ := Options{Cache: cache.Open(dir, "test")}.LoadPaths(paths)
		return c
	}
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() { load() })
	}
	both.Wait()
	kept := load()
	if len(kept.Reports) != len(fresh.Reports) {
		t.Fatalf("%d reports, want %d", len(kept.Reports), len(fresh.Reports))
	}
	for i, r := range kept.Reports {
		want := fresh.Reports[i]
		if sound(r.Document) != sound(want.Document) {
			t.Errorf("%s: another document", r.Path)
		}
		if len(r.Facts) != len(want.Facts) {
			t.Errorf("%s: %d facts, want %d", r.Path, len(r.Facts), len(want.Facts))
			continue
		}
		for j, f := range r.Facts {
			if got, want := bare(f), bare(want.Facts[j]); got != want {
				t.Errorf("%s: fact\n%s, want\n%s", r.Path, got, want)
				break
			}
		}
	}
	changed := filepath.Join(t.TempDir(), "changed.txt")
	for _, n := range []string{"12", "13"} {
		if err := os.WriteFile(changed, []byte("济阳区完成投资"+n+"亿元。"), 0o600); err != nil {
			t.Fatal(err)
		}
		c, _ := Options{Cache: cache.Open(dir, "test")}.LoadPaths([]string{changed})
		if got := c.Reports[0].Facts[0].Quantity.Value.String(); got != n {
			t.Errorf("the file says %s, read %s", n, got)
		}
	}
}

// sound is a document whose empty lists are none.
func sound(d *model.Document) string {
	c := *d
	return fmt.Sprintf("%q", fmt.Sprintf("%+v", c))
}

// bare is a fact without the report that it points to.
func bare(f *model.Fact) string {
	c := *f
	c.Report = nil
	return fmt.Sprintf("%+v", c)
}

// A stream gives what its paths hold in their order, whatever is wrong with some.
func TestStream(t *testing.T) {
	dir := t.TempDir()
	var paths, want []string
	for i := range 40 {
		name := filepath.Join(dir, fmt.Sprintf("%02d.txt", i))
		if i%7 != 3 {
			if err := os.WriteFile(name, fmt.Appendf(nil, "济阳区完成投资%d亿元。", i+1), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		paths, want = append(paths, name), append(want, name)
	}
	var got []string
	for r := range (Options{}).Stream(Named(slices.Values(paths))) {
		got = append(got, r.Path)
		if (r.Report == nil) != (len(got)%7 == 4) {
			t.Errorf("%s: %v", r.Path, r.Problems)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("order %v", got)
	}
}
