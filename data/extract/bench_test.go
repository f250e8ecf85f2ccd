package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qubi/data/scan"
	"qubi/model"
)

// paragraphsOf makes a document of a text, one paragraph a line.
func paragraphsOf(text string) *model.Document {
	doc := &model.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		l := strings.TrimRight(line, "\r\n")
		if trimmed := strings.TrimSpace(l); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	doc.Head = model.Head{District: "济阳区", Published: time.Date(2023, 1, 11, 0, 0, 0, 0, time.UTC)}
	return doc
}

// BenchmarkReport reads the built-in reports that are clean as found.
func BenchmarkReport(b *testing.B) {
	var text strings.Builder
	for _, id := range []string{"000", "001", "002", "003"} {
		found, _ := filepath.Glob(filepath.Join("..", "reports", id+"_*.txt"))
		if len(found) != 1 {
			b.Fatalf("report %s is not there", id)
		}
		raw, err := os.ReadFile(found[0])
		if err != nil {
			b.Fatal(err)
		}
		text.Write(raw)
		text.WriteByte('\n')
	}
	doc := paragraphsOf(text.String())
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Report(doc)
	}
}

// BenchmarkMetrics is the numbers alone.
func BenchmarkMetrics(b *testing.B) {
	found, _ := filepath.Glob(filepath.Join("..", "reports", "001_*.txt"))
	if len(found) != 1 {
		b.Fatal("report 001 is not there")
	}
	raw, err := os.ReadFile(found[0])
	if err != nil {
		b.Fatal(err)
	}
	x := &reading{doc: paragraphsOf(string(raw))}
	x.sentences = scan.Read(x.doc).Sentences
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		metrics(x)
	}
}

// BenchmarkHostile: time must grow with the text and not faster, so both
// halves of each pair show the same MB/s.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"digits", "9"}, {"characters", "二"}, {"quotes", "“"}, {"commas", "1、"}, {"years", "2021年"}, {"ranks", "全市第"}, {"stops", "3个。"}, {"counts", "新建村3个,"}, {"growth", "投资增长3%,"}, {"amounts", "1亿元"}, {"list", "A、B分别为3亿元、4亿元,"},
	} {
		for _, size := range []int{1 << 16, 1 << 19} {
			text := strings.Repeat(c.unit, size/len(c.unit))
			b.Run(c.name+"/"+map[bool]string{true: "64K", false: "512K"}[size == 1<<16], func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				doc := paragraphsOf(text)
				for b.Loop() {
					Report(doc)
				}
			})
		}
	}
}
