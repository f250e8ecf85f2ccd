package tui

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/model/project"
	"qubi/model/query"
	"qubi/tui/draw"
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

// comparing is the sample as 51 districts with 20,000 facts: a third of the
// names are of all districts, the others of one each.
func comparing(b *testing.B) *App {
	b.Helper()
	corpus := sample(b, 17)
	for i, r := range corpus.Reports {
		own := r.Facts[:len(r.Facts):len(r.Facts)]
		for k := range 270 / len(own) {
			for n, f := range own {
				g := *f
				g.Quantity.Value.Coef += int64(i + k)
				g.Quantity.Base = g.Quantity.Value
				if g.Name += strconv.Itoa(k); k%3 > 0 {
					g.Name += strconv.Itoa(i)
				}
				if g.Indicator != "" && (k > 0 || n%2 > 0) {
					g.Indicator = g.Name
				}
				r.Facts = append(r.Facts, &g)
			}
		}
	}
	a := browser(b, Options{Corpus: query.Of(corpus.Reports)}, 120, 40)
	a.corpus.Warm()
	runtime.GC()
	return a
}

// BenchmarkTab opens each table of the comparison of 51 districts, and moves in
// it: first-ms is the time to its first frame, p99-ms that of a key.
func BenchmarkTab(b *testing.B) {
	for tab := draw.TabIndicators; tab < draw.TabCount; tab++ {
		b.Run(tab.ID(), func(b *testing.B) {
			var first []time.Duration
			var keys []time.Duration
			took := func(all *[]time.Duration, do func()) {
				start := time.Now()
				do()
				a := time.Since(start)
				*all = append(*all, a)
			}
			a := comparing(b)
			typed(a, "f3")
			for b.Loop() {
				a.tab = int(draw.TabFinds)
				if tab == draw.TabFinds {
					a.tab = int(draw.TabCounts)
				}
				typed(a, "5", "0") // another query, compared anew
				a.Frame()
				took(&first, func() { a.change(func() { a.toTab(tab) }); a.derive(); a.Frame() })
				for _, key := range []string{"down", "down", "pgdown", "right", "}", "G", "g"} {
					took(&keys, func() { typed(a, key); a.Frame() })
				}
			}
			slices.Sort(first)
			slices.Sort(keys)
			b.ReportMetric(float64(first[len(first)/2].Microseconds())/1000, "first-ms")
			b.ReportMetric(float64(keys[len(keys)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
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

// BenchmarkCursor moves the cursor through the built-in reports and draws a frame after
// each key.
func BenchmarkCursor(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {160, 48}, {240, 60}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			a := browser(b, Options{}, size[0], size[1])
			b.ReportAllocs()
			for i := range b.N {
				upAndDown(a, i)
			}
		})
	}
}

// upAndDown moves the cursor a screen down and up again, a key at a time, and draws.
func upAndDown(a *App, i int) {
	key := tea.KeyPressMsg{Code: tea.KeyDown}
	if i/40%2 == 1 {
		key.Code = tea.KeyUp
	}
	a.Update(key)
	a.Frame()
}

// BenchmarkDecide checks one fact after the other of a million, and leaves
// the view again.
func BenchmarkDecide(b *testing.B) {
	raw := large(b).corpus
	checks := Checks{Raw: raw.Corpus, Sign: func() project.Sign { return project.Sign{By: "李"} },
		Keep: func(p project.Project) (project.Project, error) { return p, nil }}
	for _, bench := range []struct {
		name string
		keys []string
	}{{"right", []string{"a"}}, {"leave", []string{"a", "esc", "A"}}} {
		b.Run(bench.name, func(b *testing.B) {
			a := browser(b, Options{Corpus: raw, Checks: checks}, 120, 40)
			typed(a, "A", "a")
			a.Frame()
			for b.Loop() {
				typed(a, bench.keys...)
				a.Frame()
			}
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
