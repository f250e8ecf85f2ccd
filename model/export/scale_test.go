package export_test

import (
	"io"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// timed notes when the first byte came.
type timed struct {
	begun time.Time
	first time.Duration
	bytes int
}

func (w *timed) Write(p []byte) (int, error) {
	if w.bytes == 0 {
		w.first = time.Since(w.begun)
	}
	w.bytes += len(p)
	return len(p), nil
}

// Each export of many reports, a district of its own each: seconds, when the
// first bytes come, and what the export needs beside the reports.
func BenchmarkExportLarge(b *testing.B) {
	corpus := modeltest.Large(500)
	for _, kind := range []export.Kind{export.SideBySide, export.Counts, export.Indicators, export.Shared} {
		for _, format := range export.Formats() {
			if cited(format) && kind != export.SideBySide {
				continue
			}
			b.Run(string(kind)+"/"+string(format), func(b *testing.B) {
				for range b.N {
					runtime.GC()
					w := &timed{begun: time.Now()}
					if err := export.Write(w, format, export.View{Kind: kind, Corpus: corpus}); err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(w.first.Milliseconds()), "first-ms")
					b.ReportMetric(float64(w.bytes)/1e6, "MB")
				}
			})
		}
	}
}

// few are the reports of the smaller of two sizes that are compared, and times so many
// those of the larger.
const few, times = 20, 6

// power is that by which a cost grows when the reports become n times as many: 1 where it
// is that many times as much.
func power(once, more float64, n int) float64 { return math.Log(more/once) / math.Log(float64(n)) }

// What an export allocates grows with the reports, of one district and of one each, as
// few as have a cell for each that says nothing and more: none keeps a table of all by all.
func TestExportsAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("-short is for the race detector, which has nothing to find here")
	}
	for shape, c := range map[string]struct {
		small, large *query.Index
		times        int
	}{
		"one district":    {modeltest.LargeOf(few, 1), modeltest.LargeOf(few*times, 1), times},
		"a district each": {modeltest.Large(few), modeltest.Large(few * 4), 4},
		"many districts":  {modeltest.Large(few * times), modeltest.Large(2 * few * times), 2},
	} {
		for _, kind := range []export.Kind{export.SideBySide, export.Counts, export.Indicators, export.Shared, export.Time} {
			for _, format := range []export.Format{export.Markdown, export.HTML, export.Excel, export.JSON} {
				write := func(c *query.Index) func() {
					return func() {
						if err := export.Write(io.Discard, format, export.View{Kind: kind, Corpus: c}); err != nil {
							t.Fatal(err)
						}
					}
				}
				write(c.small)() // what is made at first use
				if p := power(allocated(write(c.small)), allocated(write(c.large)), c.times); p > 1.25 {
					t.Errorf("%s, %s as %s: memory grows by the power of %.2f", shape, kind, format, p)
				}
			}
		}
	}
}

// allocated is how many bytes a call allocates.
func allocated(call func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	call()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// Many reports of one district take time by their number. Other programs take their
// share of the machine: one sound try of several is enough.
func TestOneDistrictTakesTimeByItsReports(t *testing.T) {
	small, large := modeltest.LargeOf(few, 1), modeltest.LargeOf(few*times, 1)
	for _, kind := range []export.Kind{export.Indicators, export.Shared, export.Time} {
		took := func(c *query.Index) float64 {
			begun := time.Now()
			if err := export.Write(io.Discard, export.Markdown, export.View{Kind: kind, Corpus: c}); err != nil {
				t.Fatal(err)
			}
			return float64(time.Since(begun))
		}
		took(large)
		best := math.Inf(1)
		for try := 0; try < 20 && best > 1.5; try++ {
			best = min(best, power(took(small), took(large), times))
		}
		if best > 1.5 {
			t.Errorf("%s: time grows by the power of %.2f", kind, best)
		}
	}
}

// A list longer than a table may be goes on in another, without losing a row.
func TestLongList(t *testing.T) {
	corpus := modeltest.LargeOf(80, 8)
	var out strings.Builder
	if err := export.Write(&out, export.Markdown, export.View{Kind: export.Review, Corpus: corpus, Lang: model.English, Width: 1 << 20}); err != nil {
		t.Fatal(err)
	}
	tables, rows := 0, 0
	for line := range strings.Lines(out.String()) {
		switch {
		case strings.HasPrefix(line, "| ---"), strings.HasPrefix(line, "| :-"):
			tables++
		case strings.HasPrefix(line, "|"):
			rows++
		}
	}
	if facts := corpus.Count(query.Filter{}); tables < 2 || rows != facts+tables {
		t.Errorf("%d rows in %d tables, heads among them, of %d facts", rows, tables, facts)
	}
}
