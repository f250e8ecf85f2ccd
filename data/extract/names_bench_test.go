package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qubi/data/scan"
	"qubi/model"
)

// reportText is built-in report text of about a megabyte.
func reportText(b *testing.B) string {
	found, _ := filepath.Glob(filepath.Join("..", "reports", "*.txt"))
	var one strings.Builder
	for _, path := range found {
		raw, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		one.Write(raw)
		one.WriteByte('\n')
	}
	return strings.Repeat(one.String(), 1+(1<<20)/one.Len())
}

func benchmarkNames(b *testing.B, extractors ...func(*reading) []*model.Fact) {
	doc := document(reportText(b))
	parts := scan.Read(doc).Sentences
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x := &reading{doc: doc, sentences: parts}
		for _, extract := range extractors {
			extract(x)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	benchmarkNames(b, func(x *reading) []*model.Fact { return nameFacts(x, namesIn(x)) })
}

func BenchmarkTopics(b *testing.B) {
	benchmarkNames(b, func(x *reading) []*model.Fact { x.topics(); return nil })
}
