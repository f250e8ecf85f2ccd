package data

import (
	"fmt"
	"runtime/debug"
	"testing"
	"testing/fstest"

	"qubi/data/cache"
)

// However many readings go on and however they end, the collector comes as it did
// before them.
func TestAReadingLeavesTheCollectorAsItWas(t *testing.T) {
	before := debug.SetGCPercent(123)
	defer debug.SetGCPercent(before)
	now := func() int {
		percent := debug.SetGCPercent(123)
		debug.SetGCPercent(percent)
		return percent
	}
	one, other := ease(heapLarge, true), ease(heapLarge, true)
	one()
	one()
	if now() != fewer {
		t.Error("the end of one reading ends what another asked for")
	}
	other()
	if now() != 123 {
		t.Errorf("%d percent is left", now())
	}
	for _, done := range []func(){ease(heapLarge, false), ease(10, true)} {
		if now() != 123 {
			t.Error("without a cache, or for a few files, the collector comes less often")
		}
		done()
	}
}

// The first file that is not in the cache is told to who eased the collector for files
// that are; files that are in it are not.
func TestAFileThatIsNotInTheCacheIsTold(t *testing.T) {
	folder := fstest.MapFS{}
	for i := range 3 {
		folder[fmt.Sprint(i, ".txt")] = &fstest.MapFile{Data: fmt.Appendf(nil, "济阳区完成投资%d亿元。", i+1)}
	}
	missed := 0
	o := Options{Cache: cache.Open(t.TempDir(), "test"), missed: func() { missed++ }}
	for _, want := range []int{3, 3} {
		for _, f := range listFS(folder).Files {
			o.ReadFile(f)
		}
		if missed != want {
			t.Errorf("%d files are told, want %d", missed, want)
		}
	}
}
