//go:build !windows

package screen

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"qubi/tui/screen/vt"
)

// endOfFrame is the last thing a frame writes in a terminal that knows
// synchronized output, as the model does.
const endOfFrame = "\x1b[?2026l"

// measured is a program in the model terminal at 160 by 48: the demo, or the
// one that QUBI_MEASURE names, as in
//
//	QUBI_MEASURE=/tmp/qubi go test -run - -bench Latency ./tui/screen
func measured(b *testing.B) *console {
	c := openConsole(b, vt.New(160, 48, 1))
	c.vt.Lenient = true
	program := os.Args[0]
	if p := os.Getenv("QUBI_MEASURE"); p != "" {
		program = p
	}
	return c.run(exec.Command(program))
}

// frames is how many frames are complete, and the bytes up to the last.
func (c *console) frames() (n, size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	raw := c.raw.Bytes()
	return bytes.Count(raw, []byte(endOfFrame)), len(raw)
}

// frame waits for the frame after the first n, and is the time of it.
func (c *console) frame(n int) time.Time {
	for {
		now := time.Now()
		if m, _ := c.frames(); m > n {
			return now
		}
		select {
		case <-c.changed:
		case <-time.After(limit):
			c.t.Fatalf("no frame:\n%s", c.vt)
		}
	}
}

func BenchmarkLatencyFirstFrame(b *testing.B) {
	var took []time.Duration
	for range max(b.N, 10) {
		began := time.Now()
		c := measured(b)
		took = append(took, c.frame(0).Sub(began))
		c.cmd.Process.Kill()
		<-c.exited
	}
	report(b, took)
}

func BenchmarkLatencyKey(b *testing.B) {
	c := measured(b)
	c.frame(0)
	var took []time.Duration
	n, before := c.frames()
	for i := range max(b.N, 200) {
		key := "j"
		if i/20%2 == 1 {
			key = "k"
		}
		began := time.Now()
		c.press(key)
		took = append(took, c.frame(n).Sub(began))
		n++
	}
	_, after := c.frames()
	report(b, took)
	b.ReportMetric(float64(after-before)/float64(len(took)), "B/key")
}

// report prints the median and the 99th percentile.
func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	at := func(q float64) float64 {
		return float64(took[int(q*float64(len(took)-1))]) / float64(time.Millisecond)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(at(0.5), "ms/p50")
	b.ReportMetric(at(0.99), "ms/p99")
}
