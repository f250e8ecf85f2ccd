package screen

import (
	"os"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// writer is a goroutine that draws, so that a terminal which reads slowly or
// not at all never holds up keys. It keeps the newest picture only and draws
// its differences to the one on the screen, whichever came between.
type writer struct {
	out  *os.File
	gone func(error)

	mu     sync.Mutex
	idle   sync.Cond  // signalled when nothing is left to write
	wake   sync.Cond  // signalled when there is
	extra  []byte     // to be written before the next picture
	next   *picture   // the newest picture, if not drawn yet
	shown  *picture   // on the screen; nil if unknown
	spare  []*picture // to be used again
	busy   bool       // a write is under way
	synced bool       // the terminal knows synchronized output
	cut    bool       // the write under way is to be given up
	failed bool
}

// newWriter starts the goroutine; gone is told when a write fails.
func newWriter(out *os.File, gone func(error)) *writer {
	w := &writer{out: out, gone: gone}
	w.idle.L, w.wake.L = &w.mu, &w.mu
	go w.run()
	return w
}

// picture is one to encode the next frame into.
func (w *writer) picture() *picture {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(w.spare)
	if n == 0 {
		return &picture{}
	}
	p := w.spare[n-1]
	w.spare = w.spare[:n-1]
	return p
}

// show has the picture drawn as soon as the terminal takes it. Which one comes
// before the last is of no interest.
func (w *writer) show(p *picture) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.next != nil {
		p.whole = p.whole || w.next.whole
		w.spare = append(w.spare, w.next)
	}
	w.next = p
	w.wake.Signal()
}

// Write has bytes written before the next picture. It never waits and never
// fails.
func (w *writer) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.extra = append(w.extra, b...)
	w.wake.Signal()
	return len(b), nil
}

// synchronize takes the terminal's report on mode 2026: 1 and 2 are a mode that
// can be set and reset.
func (w *writer) synchronize(msg tea.ModeReportMsg) {
	const mode = 2026
	w.mu.Lock()
	defer w.mu.Unlock()
	if msg.Mode.Mode() == mode {
		w.synced = msg.Value == 1 || msg.Value == 2
	}
}

// drop forgets a picture that was not drawn yet.
func (w *writer) drop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.next != nil {
		w.spare = append(w.spare, w.next)
		w.next = nil
	}
}

// run writes until the process ends, one write a picture.
func (w *writer) run() {
	var b []byte
	w.mu.Lock()
	for {
		for w.next == nil && len(w.extra) == 0 {
			w.busy = false
			w.idle.Broadcast()
			w.wake.Wait()
		}
		w.busy = true
		b = w.take(b[:0])
		if len(b) == 0 || w.failed {
			continue
		}
		w.mu.Unlock()
		_, err := w.out.Write(b)
		w.mu.Lock()
		switch {
		case err != nil && w.cut:
			w.cut, w.shown = false, nil // nobody knows how far it came
		case err != nil:
			w.failed = true
			w.gone(err)
		}
	}
}

// take appends what is to be written. The picture counts as shown from here
// on: only this goroutine writes.
func (w *writer) take(b []byte) []byte {
	b = append(b, w.extra...)
	w.extra = w.extra[:0]
	p := w.next
	if p == nil {
		return b
	}
	w.next = nil
	const begin, end = "\x1b[?2026h", "\x1b[?2026l"
	start := len(b)
	if w.synced {
		b = append(b, begin...)
	}
	drawing := len(b)
	if b = appendDiff(b, w.shown, p); len(b) == drawing {
		b = b[:start]
	} else if w.synced {
		b = append(b, end...)
	}
	if w.shown != nil {
		w.spare = append(w.spare, w.shown)
	}
	w.shown = p
	return b
}

// abandon gives up the write under way. It reports whether that is possible.
func (w *writer) abandon() bool {
	w.mu.Lock()
	w.cut = true
	w.mu.Unlock()
	if w.out.SetWriteDeadline(time.Now()) != nil {
		return false
	}
	w.wait(politeness)
	return w.out.SetWriteDeadline(time.Time{}) == nil
}

// wait reports whether all was written within the time.
func (w *writer) wait(limit time.Duration) bool {
	late := false
	timer := time.AfterFunc(limit, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		late = true
		w.idle.Broadcast()
	})
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for (w.busy || w.next != nil || len(w.extra) > 0) && !w.failed {
		if late {
			return false
		}
		w.idle.Wait()
	}
	return true
}
