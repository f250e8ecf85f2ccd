package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"qubi/model"
)

// loading is a reading that a person waits for: it says how far it is, and
// Ctrl-C ends it with what was read.
type loading struct {
	begun time.Time
	stop  chan struct{}
	runs  atomic.Bool // there is a reading that can be stopped
	say   func(text string)
	lang  model.Lang

	mu   sync.Mutex
	last time.Time // of what was said
}

// between is how often a reading says how far it is; a report is read in some
// milliseconds, so that files come often enough to say it by.
const between = 200 * time.Millisecond

// watch makes a reading that says how far it is on the terminal, on one line that
// is written over.
func (p *program) watch(lang model.Lang) *loading {
	l := &loading{begun: time.Now(), stop: make(chan struct{}), lang: lang, say: func(string) {}}
	if !p.quiet && isTerminal(p.err) {
		l.say = func(text string) { fmt.Fprintf(p.err, "\r%s\x1b[K", text) }
	}
	return l
}

// interrupt ends the reading; it reports whether there was one to be ended.
func (l *loading) interrupt() bool {
	if !l.runs.CompareAndSwap(true, false) {
		return false
	}
	close(l.stop)
	return true
}

// over says that there is nothing more to be stopped.
func (l *loading) over() { l.runs.Store(false) }

// progress says how far the reading is, unless it has just said so.
func (l *loading) progress(done, total int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if now.Sub(l.begun) < silence || now.Sub(l.last) < between {
		return
	}
	l.last = now
	l.say(progressLine(l.lang, done, total, now.Sub(l.begun)))
}

// progressLine is how far a reading is: count, rate and the time that is left.
func progressLine(lang model.Lang, done, total int, took time.Duration) string {
	rate := float64(done) / took.Seconds()
	left := int(float64(total-done)/rate + .5)
	return fmt.Sprintf(lang.Pick("已读 %d/%d 份，每秒 %.0f 份，还要 %d 秒；按 Ctrl-C 停下，已读的留着",
		"%d of %d files read, %.0f a second, %d s left; Ctrl-C stops and keeps what was read"), done, total, rate, left)
}
