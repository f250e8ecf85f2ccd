//go:build unix

package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

func TestReadTakesRegularFilesOnly(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(os.WriteFile(path("file"), []byte("济阳"), 0o644))
	check(os.Symlink("file", path("link")))
	for _, name := range []string{"file", "link"} {
		if raw, err := Read(path(name), 100); string(raw) != "济阳" || err != nil {
			t.Errorf("%s: %q, %v", name, raw, err)
		}
	}
	check(syscall.Mkfifo(path("pipe"), 0o644))
	check(os.Symlink("pipe", path("to-pipe")))
	l, err := net.Listen("unix", path("socket"))
	check(err)
	defer l.Close()
	for name, what := range map[string]string{path("pipe"): "a pipe", path("to-pipe"): "a pipe", path("socket"): "a socket",
		dir: "a folder", os.DevNull: "a device"} {
		_, err := Read(name, 100)
		var refused *NotRegularError
		var named *fs.PathError
		if !errors.As(err, &refused) || !strings.Contains(refused.Error(), what) || !errors.As(err, &named) || named.Path != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(path("none"), 100); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

// What is written to a pipe waits for no reader: where there is none, it is told.
func TestReplaceToAPipeNeverWaits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Replace(path, true, says("x")); err == nil || !strings.Contains(err.Error(), "nobody reads") {
		t.Errorf("without a reader: %v", err)
	}
	r, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0) // a writer too: before the other comes, it is no end
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	long := strings.Repeat("济阳", 100_000) // more than a pipe holds
	done := make(chan error, 1)
	go func() { done <- Replace(path, true, says(long)) }()
	got := make([]byte, len(long))
	if _, err := io.ReadFull(r, got); err != nil || string(got) != long {
		t.Errorf("%d bytes came, %v", len(got), err)
	}
	if err := <-done; err != nil {
		t.Errorf("with a reader: %v", err)
	}
}

func TestReadStopsAtTheLimit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size, ok := range map[int64]bool{10: true, 11: false, 5 << 30: false} {
		if err := f.Truncate(size); err != nil {
			t.Fatal(err)
		}
		raw, err := Read(path, 10)
		if large := errors.As(err, new(*TooLargeError)); large == ok || ok && int64(len(raw)) != size {
			t.Errorf("%d bytes: %d read, %v", size, len(raw), err)
		}
	}
	// What tells no size, as the files in /proc do, is read to the limit too.
	if _, err := ReadAll(strings.NewReader("12345678901"), 10); !errors.As(err, new(*TooLargeError)) {
		t.Errorf("a stream: %v", err)
	}
}

// A lock that its program left behind is none.
func TestLockIsForOneAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if err := os.WriteFile(path, []byte("pid 1 on another host"), 0o600); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	var inside, crowded atomic.Int32 // the race detector does not see the kernel's lock
	for range 8 {
		wg.Go(func() {
			for range 20 {
				unlock, locked, err := Lock(path)
				if err != nil || !locked {
					t.Errorf("locked %t, %v", locked, err)
					return
				}
				if inside.Add(1) > 1 {
					crowded.Add(1)
				}
				inside.Add(-1)
				unlock()
			}
		})
	}
	wg.Wait()
	if n := crowded.Load(); n > 0 {
		t.Errorf("%d times several had the lock", n)
	}
}

// What a killed process left behind goes with the next write; what one is
// writing stays.
func TestOrphansAreSweptAway(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "报告 [1]")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Skip(err)
	}
	now := time.Now().UnixNano()
	dead := fmt.Sprintf(".qubi-%d-%d-%s.tmp", gone.Process.Pid, now, host())
	old := ".qubi-1-1-another.tmp"
	alive := fmt.Sprintf(".qubi-%d-%d-%s.tmp", os.Getpid(), now, host())
	elsewhere := fmt.Sprintf(".qubi-%d-%d-%s.tmp", gone.Process.Pid, now, "another")
	for _, name := range []string{dead, old, alive, elsewhere, ".qubi-mine.tmp"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Replace(filepath.Join(dir, "x.md"), false, says("新")); err != nil {
		t.Fatal(err)
	}
	folderHolds(t, dir, map[string]string{"x.md": "新", alive: "", elsewhere: "", ".qubi-mine.tmp": ""})
}
