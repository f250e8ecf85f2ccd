package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"qubi/data"
	"qubi/model"
)

func TestProgressLine(t *testing.T) {
	if got, want := progressLine(model.Chinese, 1000, 10000, 2*time.Second), "已读 1000/10000 份，每秒 500 份，还要 18 秒；按 Ctrl-C 停下，已读的留着"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A reading that is stopped keeps what was read, and says that it is not all.
func TestStoppedReadingKeepsWhatWasRead(t *testing.T) {
	dir := t.TempDir()
	for i := range 300 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), fmt.Appendf(nil, "济阳区完成投资%d亿元。", i+1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l := &loading{begun: time.Now(), stop: make(chan struct{}), say: func(string) {}}
	l.runs.Store(true)
	o := data.Options{Stop: l.stop, Progress: func(done, total int) {
		if done == 20 && !l.interrupt() {
			t.Error("the first Ctrl-C is not taken")
		}
	}}
	corpus, err := o.LoadPaths([]string{dir})
	if n := len(corpus.Reports); n < 20 || n == 300 || !errors.Is(err, data.ErrStopped) {
		t.Errorf("%d reports, error %v", n, err)
	}
	if l.interrupt() {
		t.Error("the second Ctrl-C is taken too; it is to end the program")
	}
}
