//go:build !windows

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
)

// The window of every measurement.
const columns, rows = 160, 48

// quiet is how long a program must write nothing for its frame to count as
// complete. The frame's time is that of its last byte, so the wait itself is
// not measured.
const quiet = 60 * time.Millisecond

// terminal is a program in a pseudo terminal that answers what a usual
// terminal answers: ambiguous characters are one cell wide.
type terminal struct {
	tty    *os.File
	cmd    *exec.Cmd
	arrive chan chunk

	row, column int // of the cursor, as far as answers need them; listen's own
}

// chunk is bytes a program wrote, and when they were read.
type chunk struct {
	text []byte
	at   time.Time
}

// open starts a program in a terminal, in a bare environment.
func open(tb testing.TB, name string, args ...string) (*terminal, time.Time) {
	tb.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = []string{"TERM=xterm-256color", "PATH=" + os.Getenv("PATH"), "HOME=" + tb.TempDir(), "LANG=C.UTF-8"}
	return start(tb, cmd)
}

// start starts a command in a terminal.
func start(tb testing.TB, cmd *exec.Cmd) (*terminal, time.Time) {
	tb.Helper()
	began := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: columns, Rows: rows})
	if err != nil {
		tb.Skipf("no pseudo terminal here: %v", err)
	}
	t := &terminal{tty: tty, cmd: cmd, arrive: make(chan chunk, 1024)}
	go t.listen()
	tb.Cleanup(t.close)
	return t, began
}

// until reads until all the words have been shown; a program that has not
// shown them within two minutes has failed.
func (t *terminal) until(tb testing.TB, words ...string) (shown []byte) {
	tb.Helper()
	missing := func(word string) bool { return !bytes.Contains(shown, []byte(word)) }
	for limit := time.After(2 * time.Minute); slices.ContainsFunc(words, missing); {
		select {
		case c, ok := <-t.arrive:
			if !ok {
				tb.Fatalf("the program ended without showing %q; it wrote %q", words, shown)
			}
			shown = append(shown, c.text...)
		case <-limit:
			tb.Fatalf("the program does not show %q; it wrote %q", words, shown)
		}
	}
	return shown
}

// listen reads until the program is gone, and answers its questions at once.
func (t *terminal) listen() {
	defer close(t.arrive)
	buf := make([]byte, 64<<10)
	for {
		n, err := t.tty.Read(buf)
		if n > 0 {
			text := bytes.Clone(buf[:n])
			t.tty.Write(t.answers(text))
			t.arrive <- chunk{text, time.Now()}
		}
		if err != nil {
			return
		}
	}
}

// sequence is a control sequence, or a run of text.
var sequence = regexp.MustCompile("\x1b\\[[0-9;?>$]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|\x1b.|[^\x1b]+")

// answers are what a usual terminal says to what was written: where the cursor
// is, with every character of the question one cell wide, and what it is.
func (t *terminal) answers(text []byte) []byte {
	var b bytes.Buffer
	for _, s := range sequence.FindAllString(string(text), -1) {
		switch {
		case strings.HasSuffix(s, "H") && strings.HasPrefix(s, "\x1b["):
			t.row, t.column = 1, 1
			fmt.Sscanf(s, "\x1b[%d;%dH", &t.row, &t.column)
		case s == "\x1b[6n":
			fmt.Fprintf(&b, "\x1b[%d;%dR", t.row, t.column)
		case s == "\x1b[c" || s == "\x1b[0c":
			b.WriteString("\x1b[?62;22c")
		case s == "\x1b[?2026$p":
			b.WriteString("\x1b[?2026;2$y")
		case strings.HasPrefix(s, "\x1b]11;?"):
			b.WriteString("\x1b]11;rgb:0000/0000/0000\x1b\\")
		case s[0] != '\x1b':
			t.column += utf8.RuneCountInString(s)
		}
	}
	return b.Bytes()
}

// frame is all that comes until the program is quiet, and when its last byte
// came. A program that says nothing within two seconds gives an empty frame.
func (t *terminal) frame() (text []byte, last time.Time) {
	wait := 2 * time.Second
	for {
		select {
		case c, ok := <-t.arrive:
			if !ok {
				return text, last
			}
			text, last, wait = append(text, c.text...), c.at, quiet
		case <-time.After(wait):
			return text, last
		}
	}
}

// press sends keys.
func (t *terminal) press(keys string) time.Time {
	at := time.Now()
	t.tty.WriteString(keys)
	return at
}

// close ends the program that this terminal runs.
func (t *terminal) close() {
	t.cmd.Process.Kill()
	t.tty.Close()
	for range t.arrive {
	}
	t.cmd.Wait()
}

// build is the program built as users build it, once for all tests.
func build(tb testing.TB) string {
	tb.Helper()
	path, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

// built builds the program into a folder of its own, which TestMain removes.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(builtFolder(), "qubi")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("the program cannot be built: %w\n%s", err, out)
	}
	return path, nil
})

// rival is a program that users have today, reading the same text.
type rival struct {
	name     string
	args     []string
	down, up string // the keys that move one line
}

// rivals are the programs measured beside qubi, each where it is installed.
// Their files are the five built-in reports.
func rivals(tb testing.TB) []rival {
	reports, err := filepath.Glob(filepath.Join(repository(tb), "data", "reports", "*.txt"))
	if err != nil || len(reports) == 0 {
		tb.Fatal("no reports to read")
	}
	all := []rival{{build(tb), nil, "j", "k"}}
	for _, r := range []rival{
		{"less", reports, "j", "k"},
		{"vim", append([]string{"-n", "-u", "NONE"}, reports...), "j", "k"},
		{"fzf", nil, "\x1b[B", "\x1b[A"},
	} {
		if _, err := exec.LookPath(r.name); err == nil {
			all = append(all, r)
		}
	}
	return all
}

// BenchmarkFirstFrame measures from exec to the last byte of the first
// complete frame, for qubi and for what users have today, in turn. Compare the
// figures of one run: the machine decides the milliseconds.
func BenchmarkFirstFrame(b *testing.B) {
	for _, r := range rivals(b) {
		b.Run(filepath.Base(r.name), func(b *testing.B) {
			var took []time.Duration
			for range max(b.N, 5) {
				t, began := open(b, r.name, r.args...)
				_, last := t.frame()
				took = append(took, last.Sub(began))
				t.close()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(milliseconds(took, 0.5), "ms/first-frame")
		})
	}
}

// BenchmarkKey measures from a key that moves the cursor to the last byte of
// what it draws, and how many bytes that are. At the end of a list, where a key does
// nothing, the cursor turns round.
func BenchmarkKey(b *testing.B) {
	for _, r := range rivals(b) {
		b.Run(filepath.Base(r.name), func(b *testing.B) {
			t, _ := open(b, r.name, r.args...)
			t.frame()
			var took []time.Duration
			written := 0
			down := true
			for turns := 0; len(took) < max(b.N, 20); {
				pressed := t.press(map[bool]string{true: r.down, false: r.up}[down])
				text, last := t.frame()
				if len(text) == 0 {
					if turns++; turns > len(took)+1 {
						b.Fatal("the key did nothing")
					}
					down = !down
					continue
				}
				took = append(took, last.Sub(pressed))
				written += len(text)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(milliseconds(took, 0.5), "ms/key-p50")
			b.ReportMetric(milliseconds(took, 0.99), "ms/key-p99")
			b.ReportMetric(float64(written)/float64(len(took)), "B/cursor-move")
		})
	}
}

// milliseconds is the quantile q of the durations.
func milliseconds(took []time.Duration, q float64) float64 {
	slices.Sort(took)
	return float64(took[int(q*float64(len(took)-1)+0.5)]) / float64(time.Millisecond)
}
