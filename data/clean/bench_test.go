package clean

import (
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkText cleans each built-in report; the last one is a damaged mirror's.
func BenchmarkText(b *testing.B) {
	files, _ := filepath.Glob("../reports/*.txt")
	for _, file := range files {
		page := read(b, file)
		b.Run(filepath.Base(file)[:3], func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				Text(page)
			}
		})
	}
}

// BenchmarkHostile cleans texts made to be slow: the time for a byte must stay
// what it is for a report.
func BenchmarkHostile(b *testing.B) {
	mirror := strings.Repeat("發(fā)展經(jīng)濟(jì)產(chǎn)業(yè)。", 3)
	for name, page := range map[string]string{
		"same":     strings.Repeat("区", 1<<18),
		"brackets": strings.Repeat("(", 1<<18),
		"question": mirror + strings.Repeat("?", 1<<18),
		"seeds":    mirror + strings.Repeat("區?gòu)", 1<<15),
		"marks":    mirror + strings.Repeat("?。ǘ┛", 1<<14),
		"lines":    strings.Repeat("\n", 1<<18),
		"blanks":   strings.Repeat(" a", 1<<15),
		"tags":     strings.Repeat("<", 1<<18),
		"entities": strings.Repeat("&amp;", 1<<18),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				Text(page)
			}
		})
	}
}
