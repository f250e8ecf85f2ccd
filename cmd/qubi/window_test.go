//go:build !windows

package main

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"qubi/tui/screen/vt"
)

// window is the program in a terminal model, which shows what it writes.
type window struct {
	t       *testing.T
	tty     *os.File
	cmd     *exec.Cmd
	changed chan struct{} // something was written
	gone    chan struct{} // closed when nothing more will be

	mu     sync.Mutex
	vt     *vt.Terminal
	frames int // complete ones
}

// endOfFrame is what ends a frame where synchronized output is known.
var endOfFrame = []byte("\x1b[?2026l")

// openWindow starts the program in an empty home folder.
func openWindow(t *testing.T, term *vt.Terminal, args ...string) *window {
	t.Helper()
	return openAtHome(t, t.TempDir(), term, args...)
}

// openAtHome starts the program in a home folder, where it finds what
// it kept there before.
func openAtHome(t *testing.T, home string, term *vt.Terminal, args ...string) *window {
	t.Helper()
	cmd := exec.Command("qubi", args...)
	cmd.Dir = home
	cmd.Env = []string{"TERM=xterm-256color", "PATH=" + os.Getenv("PATH"), "HOME=" + home, keeping(), "LANG=zh_CN.UTF-8"}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(term.Width), Rows: uint16(term.Height)})
	if err != nil {
		t.Skipf("no pseudo terminal here: %v", err)
	}
	w := &window{t: t, tty: tty, cmd: cmd, vt: term, changed: make(chan struct{}, 1), gone: make(chan struct{})}
	go w.listen()
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait(); tty.Close() })
	return w
}

// listen shows what the program writes and answers it.
func (w *window) listen() {
	defer close(w.gone)
	b := make([]byte, 64<<10)
	var tail []byte
	for {
		n, err := w.tty.Read(b)
		if err != nil {
			return
		}
		w.mu.Lock()
		tail = append(tail, b[:n]...)
		w.frames += bytes.Count(tail, endOfFrame)
		tail = tail[max(bytes.LastIndex(tail, endOfFrame)+1, len(tail)-len(endOfFrame)+1, 0):]
		w.vt.Write(b[:n])
		answers := w.vt.Answers
		w.vt.Answers = nil
		w.mu.Unlock()
		w.tty.Write(answers)
		select {
		case w.changed <- struct{}{}:
		default:
		}
	}
}

// after does something and waits until the frame it leads to is right.
func (w *window) after(what string, do func(), right func(*vt.Terminal) bool) {
	w.t.Helper()
	w.mu.Lock()
	before := w.frames
	w.mu.Unlock()
	do()
	w.until(what, before, right)
}

// until waits for a right frame that comes after the first so many.
func (w *window) until(what string, before int, right func(*vt.Terminal) bool) {
	w.t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		w.mu.Lock()
		done, shows, unknown := w.frames > before && right(w.vt), w.vt.String(), w.vt.Errors
		w.mu.Unlock()
		switch {
		case len(unknown) > 0:
			w.t.Fatalf("after %s: the terminal does not know %q", what, unknown)
		case done:
			return
		}
		select {
		case <-w.changed:
		case <-deadline:
			w.t.Fatalf("after %s the window shows\n%s", what, shows)
		}
	}
}

// dividers are the columns that hold the mark in row y.
func dividers(t *vt.Terminal, y int, mark string) []int {
	var at []int
	for x := range t.Width {
		if t.Cell(x, y) == mark {
			at = append(at, x)
		}
	}
	return at
}

// upright reports whether the panes are divided in the same columns from the
// third row to the last but one, by so many dividers.
func upright(mark string, count int) func(*vt.Terminal) bool {
	return func(t *vt.Terminal) bool {
		first := dividers(t, 2, mark)
		for y := 3; y < t.Height-1; y++ {
			if !slices.Equal(dividers(t, y, mark), first) {
				return false
			}
		}
		return len(first) == count
	}
}

// The browser's columns stand straight in terminals of both kinds, after keys,
// pages and resizes, also where the user told the wrong width.
func TestColumnsStandStraight(t *testing.T) {
	for _, c := range []struct {
		name      string
		ambiguous int
		mark      string
		args      []string
	}{
		{"narrow", 1, "│", nil},
		{"wide", 2, "|", nil},
		{"wide, told narrow", 2, "|", []string{"--ambiguous", "1"}},
		{"narrow, told wide", 1, "|", []string{"--ambiguous", "2"}},
		{"ASCII", 1, "|", []string{"--ascii"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var w *window
			term := vt.New(160, 48, c.ambiguous)
			w = openWindow(t, term, c.args...)
			w.until("the start", 0, upright(c.mark, 2))
			for _, key := range strings.Fields("j j \x1b[6~ \x1b[6~ \x1b[5~ \t j \x1b[6~ G g") {
				w.after(key, func() { w.tty.WriteString(key) }, upright(c.mark, 2))
			}
			for _, size := range [][2]int{{140, 30}, {121, 25}, {200, 60}, {160, 48}} {
				w.after("a resize", func() {
					w.mu.Lock()
					term.Resize(size[0], size[1])
					w.mu.Unlock()
					pty.Setsize(w.tty, &pty.Winsize{Cols: uint16(size[0]), Rows: uint16(size[1])})
				}, upright(c.mark, 2))
			}
		})
	}
}
