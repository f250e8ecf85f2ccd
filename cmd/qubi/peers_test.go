//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// samples is how often each program is measured.
const samples = 15

// BenchmarkPeers measures qubi beside what people have today, in turn in one run, and
// prints one table. A program that is not installed is told and left out:
//
//	go test ./cmd/qubi -run '^$' -bench Peers -benchtime 1x
func BenchmarkPeers(b *testing.B) {
	if b.N > 1 {
		b.Skip("the table is made once; give -benchtime 1x")
	}
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-8s %16s %12s %12s %12s\n", "", "first frame, ms", "key, ms", "slowest, ms", "bytes a key")
	installed := map[string]bool{}
	for _, r := range rivals(b) {
		installed[filepath.Base(r.name)] = true
		fmt.Fprintf(&table, "%-8s %s\n", filepath.Base(r.name), measured(b, r))
	}
	fmt.Fprintf(&table, "\n%-8s %16s\n", "", "read, MB/s")
	folder, size := copies(b)
	words := filepath.Join(b.TempDir(), "words")
	if err := os.WriteFile(words, []byte(strings.Join(strings.Fields("投资 项目 园区 产业 增长 亿元 完成 目标 新增 建成"), "\n")), 0o600); err != nil {
		b.Fatal(err)
	}
	for _, c := range [][]string{{build(b), "facts", "--no-cache", folder}, {"rg", "--count", "--file", words, folder}} {
		if _, err := exec.LookPath(c[0]); err != nil {
			continue
		}
		installed[filepath.Base(c[0])] = true
		began := time.Now()
		if err := exec.Command(c[0], c[1:]...).Run(); err != nil {
			b.Fatal(c, err)
		}
		fmt.Fprintf(&table, "%-8s %16.1f\n", filepath.Base(c[0]), float64(size)/1e6/time.Since(began).Seconds())
	}
	for _, name := range []string{"less", "vim", "fzf", "rg"} {
		if !installed[name] {
			fmt.Fprintf(&table, "%s is not installed\n", name)
		}
	}
	b.ReportMetric(0, "ns/op")
	fmt.Print(table.String()) // the log would be cut
}

// measured is a program's line: medians of the first frame and of a key that moves
// the cursor, the slowest of the keys, and what one writes.
func measured(b *testing.B, r rival) string {
	var first, keys []time.Duration
	written := 0
	for range samples {
		t, began := open(b, r.name, r.args...)
		_, last := t.frame()
		first = append(first, last.Sub(began))
		t.close()
	}
	t, _ := open(b, r.name, r.args...)
	t.frame()
	for i := range 2 * samples {
		pressed := t.press(r.down)
		text, last := t.frame()
		if i > 0 && len(text) > 0 { // the first may meet what is still made ready
			keys, written = append(keys, last.Sub(pressed)), written+len(text)
		}
	}
	if len(keys) == 0 {
		return fmt.Sprintf("%16.1f %12s", milliseconds(first, .5), "did nothing")
	}
	return fmt.Sprintf("%16.1f %12.2f %12.2f %12d", milliseconds(first, .5), milliseconds(keys, .5), milliseconds(keys, 1), written/len(keys))
}

// copies is a folder of copies of the built-in reports that differ, and its bytes.
func copies(b *testing.B) (folder string, size int) {
	folder = b.TempDir()
	reports, _ := filepath.Glob(filepath.Join(repository(b), "data", "reports", "*.txt"))
	for i := range 40 {
		for j, name := range reports {
			raw, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			raw = fmt.Appendf(raw, "\n第%d号。\n", i)
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d-%d.txt", i, j)), raw, 0o600); err != nil {
				b.Fatal(err)
			}
			size += len(raw)
		}
	}
	return folder, size
}
