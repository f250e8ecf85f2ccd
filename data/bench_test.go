package data

import (
	"io/fs"
	"testing"
)

// BenchmarkLoad reads the built-in reports from bytes to facts, on all cores.
func BenchmarkLoad(b *testing.B) {
	size := int64(0)
	names, err := fs.Glob(Builtin(), "*.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(Builtin(), name)
		if err != nil {
			b.Fatal(err)
		}
		size += int64(len(raw))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		corpus, err := Load(Builtin())
		if err != nil || len(corpus.Reports) != len(names) {
			b.Fatalf("%d reports of %d: %v", len(corpus.Reports), len(names), err)
		}
	}
}
