package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// many writes fifty reports: the built-in ones with other districts,
// years and numbers. Their names are in order.
func many(t testing.TB) (dir string, names []string) {
	t.Helper()
	sources, err := filepath.Glob(filepath.Join(repository(t), "data", "reports", "*.txt"))
	if err != nil || len(sources) == 0 {
		t.Fatal("no reports to start from")
	}
	texts := make([]string, len(sources))
	for i, path := range sources {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(raw)
	}
	dir = t.TempDir()
	for i := range 50 {
		change := strings.NewReplacer("济阳", fmt.Sprintf("济%c", '一'+rune(i)), "27.8", fmt.Sprintf("%d.%d", i%90+10, i%10), "2020", fmt.Sprint(2010+i%13))
		name := fmt.Sprintf("%04d.txt", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(change.Replace(texts[i%len(texts)])), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return dir, names
}

// TestFactsIsAPureMapper reads fifty reports one by one, many at a time,
// as a cluster would, and all in one run: the lines are the same.
func TestFactsIsAPureMapper(t *testing.T) {
	dir, names := many(t)
	outs := make([]string, len(names))
	next := make(chan int)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			for i := range next {
				raw, err := os.ReadFile(filepath.Join(dir, names[i]))
				if err != nil {
					t.Error(err)
					continue
				}
				r := qubi(string(raw), "facts", "--no-cache", "-", "--name", names[i])
				if r.status != 0 || r.err != "" {
					t.Errorf("%s: status %d, %s", names[i], r.status, r.err)
				}
				outs[i] = r.out
			}
		})
	}
	for i := range names {
		next <- i
	}
	close(next)
	workers.Wait()

	whole := qubi("", "facts", "--no-cache", dir)
	if whole.status != 0 {
		t.Fatalf("one run over the folder: status %d, %s", whole.status, whole.err)
	}
	if parts := strings.Join(outs, ""); parts != whole.out {
		t.Errorf("many runs and one run differ: %s", firstDifference(parts, whole.out))
	}
	if lines := strings.Count(whole.out, "\n"); lines < len(names) {
		t.Errorf("%d reports give only %d facts", len(names), lines)
	}
}

// TestFactsAreTheSameBytes runs the same command again.
func TestFactsAreTheSameBytes(t *testing.T) {
	first := qubi("", "facts", "--no-cache")
	if first.status != 0 || first.out == "" {
		t.Fatalf("status %d, %d bytes, %s", first.status, len(first.out), first.err)
	}
	for range 3 {
		if again := qubi("", "facts", "--no-cache"); again != first {
			t.Fatalf("a second run differs: %s", firstDifference(first.out, again.out))
		}
	}
}
