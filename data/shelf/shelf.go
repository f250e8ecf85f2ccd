// Package shelf keeps the reports at some paths as they lie on the disk: it reads
// them beside the program, tells how far it is, and reads again what has changed.
//
//	s := shelf.Open(options, paths)
//	for u, ok := s.Next(); ok; u, ok = s.Next() {
//		u.Corpus // what was read so far, then all, then all as it is now
//	}
//
// A corpus that was given never changes: what is read again is another report,
// and one that takes another place is copied.
package shelf

import (
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"qubi/data"
	"qubi/data/source/page"
	"qubi/model"
	"qubi/model/lang"
)

// Update is what became of the reports.
type Update struct {
	Corpus   *model.Corpus  // reports without text left out; while the first reading goes on, the first of them
	Problems data.ErrorList // of all files
	Reading  bool           // there is more to come
	Done     int            // files read of those to be read
	Total    int
	Took     time.Duration // since the reading began
	Changed  int           // reports that are read again, since the last update that was taken
	New      int           // files that came, likewise
	Gone     int           // files that went, likewise
}

// Shelf is the reports at some paths. Its methods may be called from any
// goroutine.
type Shelf struct {
	options data.Options
	paths   []string
	notice  *notice
	ask     chan struct{} // to look again
	into    atomic.Bool   // and into every file
	updates chan Update   // the latest that was not taken, if any
	closed  chan struct{}
	close   func()

	mu   sync.Mutex
	stop chan struct{} // ends the present reading; nil while there is none

	// Of the one goroutine that reads.
	known  map[string]entry // by File.Key
	placed map[*model.Report]int
	latest Update
	listed string // the problems of the list that was read last
}

// entry is a file as it was when it was read.
type entry struct {
	size   int64
	time   time.Time
	stated page.Stated // beside it, and by a person
	result data.Result
}

// Open begins to read the reports at the paths, and to notice what changes there;
// no paths are the built-in ones.
func Open(o data.Options, paths []string) *Shelf { return open(o, paths, newNotice(newWatcher)) }

func open(o data.Options, paths []string, n *notice) *Shelf {
	if len(paths) == 0 {
		paths = []string{data.BuiltinPath}
	}
	s := &Shelf{options: o, paths: paths, notice: n, ask: make(chan struct{}, 1), updates: make(chan Update, 1), closed: make(chan struct{}),
		stop: make(chan struct{}), known: map[string]entry{}, placed: map[*model.Report]int{}}
	s.close = sync.OnceFunc(func() { close(s.closed) })
	go s.run()
	return s
}

// Next waits for the next update; false says that the shelf was closed.
func (s *Shelf) Next() (Update, bool) {
	select {
	case u := <-s.updates:
		return u, true
	case <-s.closed:
		return Update{}, false
	}
}

// Wait is Next for the first update that is whole; false when the time runs out
// before there is one.
func (s *Shelf) Wait(out <-chan time.Time) (Update, bool) {
	for {
		select {
		case u := <-s.updates:
			if !u.Reading {
				return u, true
			}
		case <-out:
			return Update{}, false
		}
	}
}

// Refresh looks into every file again, and gives an update in any case.
func (s *Shelf) Refresh() {
	s.into.Store(true)
	s.Look()
}

// Look reads again what has changed, on the disk or in what a person says of it.
func (s *Shelf) Look() {
	select {
	case s.ask <- struct{}{}:
	default: // it will look anyway
	}
}

// Stop ends the present reading with what was read; false says that there is
// none. A later look reads the rest.
func (s *Shelf) Stop() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop == nil {
		return false
	}
	close(s.stop)
	s.stop = nil
	return true
}

// Close ends everything.
func (s *Shelf) Close() {
	s.Stop()
	s.close()
}

// run reads, and reads again when there is a reason to.
func (s *Shelf) run() {
	defer s.notice.close()
	s.read(s.stop, false)
	for {
		select {
		case <-s.ask:
		case <-s.notice.quiet:
		case <-s.closed:
			return
		}
		stop := make(chan struct{})
		s.mu.Lock()
		s.stop = stop
		s.mu.Unlock()
		s.read(stop, s.into.Swap(false))
	}
}

// read brings the shelf to what lies on the disk.
func (s *Shelf) read(stop <-chan struct{}, into bool) {
	r := &reading{shelf: s, begun: time.Now(), list: data.List(s.paths), first: s.latest.Corpus == nil, into: into}
	s.notice.watch(r.list)
	r.compare()
	r.all(stop)
	s.mu.Lock()
	s.stop = nil
	s.mu.Unlock()
	r.finish()
}

// send puts an update where Next finds it, in place of one that was not taken.
func (s *Shelf) send(u Update) {
	s.latest = u
	select {
	case old := <-s.updates:
		u.Changed, u.New, u.Gone = u.Changed+old.Changed, u.New+old.New, u.Gone+old.Gone
	default:
	}
	s.updates <- u
}

// statOf is a file's size and the time it was written.
func statOf(info fs.FileInfo, err error) (int64, time.Time) {
	if err != nil {
		return -1, time.Time{}
	}
	return info.Size(), info.ModTime()
}

// stopped is the problem of files that were not read.
func stopped(read, total int) *data.Error {
	return &data.Error{Err: lang.Say("part.stopped.at", data.ErrStopped, read, total)}
}

// stated is what is said of a file beside its text, by lists and by a person.
func (s *Shelf) stated(f data.File, r *model.Report) page.Stated {
	if r == nil || s.options.Told == nil {
		return f.Beside()
	}
	return s.options.Told(r.FileSum).Over(f.Beside())
}

// forget lets go of the reports that are no longer shown.
func (s *Shelf) forget(c *model.Corpus) {
	clear(s.placed)
	for i, r := range c.Reports {
		s.placed[r] = i
	}
}
