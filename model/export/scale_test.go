package export_test

import (
	"runtime"
	"testing"
	"time"

	"qubi/model/export"
	"qubi/model/modeltest"
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
