package tui

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"qubi/model/query"
)

// large is the sample as 10,002 reports with a million facts less one in a
// hundred: names and numbers differ from copy to copy.
func large(b *testing.B) *App {
	b.Helper()
	corpus := sample(b, 3334)
	for i, r := range corpus.Reports {
		for range 7 { // to a hundred facts a report
			for _, f := range r.Facts[:min(13, len(r.Facts))] {
				g := *f
				g.Quantity.Value.Coef += int64(i)
				r.Facts = append(r.Facts, &g)
			}
		}
	}
	a := browser(b, Options{Corpus: query.Of(corpus.Reports)}, 160, 48)
	a.corpus.Warm()
	runtime.GC() // of what making the sample left, not of what keys leave
	return a
}

// BenchmarkKey sends keys to a browser on 10,000 reports and draws a frame
// after each; p99 is the time that 99 of 100 keys are answered within.
func BenchmarkKey(b *testing.B) {
	for _, bench := range []struct {
		name string
		keys []string
	}{
		{"cursor", []string{"down"}},
		{"page", []string{"pgdown", "tab"}},
		{"theme", []string{"3", "0", "5", "3"}},
		{"view", []string{"f3", "f4", "f2"}},
		{"lock", []string{"=", "}", "down", "="}},
		{"search", []string{"/", "g", "a", "o", "t", "i", "e", "esc"}},
		{"hit", []string{"/", "g", "a", "enter", "n", "n", "n", "N", "esc"}},
		{"filter", []string{"&", "\"地区", "enter", "T"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			a := large(b)
			times := make([]time.Duration, 0, b.N)
			b.ResetTimer()
			for i := range b.N {
				start := time.Now()
				typed(a, bench.keys[i%len(bench.keys)])
				a.Frame()
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// BenchmarkFrame draws the first screen again with nothing changed.
func BenchmarkFrame(b *testing.B) {
	a := browser(b, Options{}, 160, 48)
	b.ReportAllocs()
	for b.Loop() {
		a.Frame()
	}
}
