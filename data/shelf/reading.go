package shelf

import (
	"errors"
	"io/fs"
	"slices"
	"time"

	"qubi/data"
	"qubi/model"
)

// How often a reading tells how far it is, and when it first shows what there is:
// then after twice the time, so that all of it costs no more than once more.
const (
	between = 100 * time.Millisecond
	soon    = 150 * time.Millisecond
)

// reading is one pass over the files.
type reading struct {
	shelf   *Shelf
	begun   time.Time
	list    data.Listing
	first   bool          // nothing was shown before
	into    bool          // every file is looked into
	now     []entry       // by file of the list
	read    []bool        // likewise: now is as on the disk
	todo    []int         // files to be read
	changed [3]int        // reports changed, new and gone
	done    int           // of them
	whole   int           // files from the first that are read
	told    time.Time     // when it was last told how far it is
	next    time.Duration // after which what there is is shown
}

// compare finds the files that are not as they were when they were read.
func (r *reading) compare() {
	s := r.shelf
	r.now, r.read = make([]entry, len(r.list.Files)), make([]bool, len(r.list.Files))
	still := 0
	for i, f := range r.list.Files {
		was, known := s.known[f.Key()]
		size, at := statOf(f.Stat())
		stated := s.stated(f, was.result.Report)
		if known {
			still++
		}
		if known && !r.into && size == was.size && at.Equal(was.time) && stated == was.stated {
			r.now[i], r.read[i] = was, true
			continue
		}
		r.now[i] = entry{size: size, time: at, stated: stated, result: was.result}
		r.todo = append(r.todo, i)
	}
	r.changed[2] = len(s.known) - still
	r.next = soon
}

// all reads what is to be read, until it is stopped.
func (r *reading) all(stop <-chan struct{}) {
	type result struct {
		i int
		data.Result
	}
	results := make(chan result, 64)
	files := make([]data.File, len(r.todo))
	for n, i := range r.todo {
		files[n] = r.list.Files[i]
	}
	go func() {
		defer close(results)
		r.shelf.options.ReadFiles(files, stop, func(n int, got data.Result) { results <- result{r.todo[n], got} })
	}()
	for got := range results {
		r.done++
		r.take(got.i, got.Result)
		r.tell()
	}
}

// take keeps what became of a file; a report that is as it was stays the same.
func (r *reading) take(i int, got data.Result) {
	f := r.list.Files[i]
	was, known := r.shelf.known[f.Key()]
	e := &r.now[i]
	e.stated = r.shelf.stated(f, got.Report)
	r.read[i] = true
	switch {
	case known && same(was, *e, got):
		e.result = was.result
		return
	case known && absent(got):
		r.changed[2]++
	case known:
		r.changed[0]++
	case !absent(got):
		r.changed[1]++
	}
	e.result = got
}

// absent reports a file, or a folder, that was asked for by name and is not there.
func absent(r data.Result) bool { return errors.Is(r.Problems, fs.ErrNotExist) }

// same reports whether a file is read as it was, or still is not there.
func same(was, now entry, got data.Result) bool {
	a, b := was.result.Report, got.Report
	if absent(was.result) && absent(got) {
		return true
	}
	return a != nil && b != nil && a.FileSum == b.FileSum && was.stated == now.stated
}

// tell tells how far the reading is; the first one, now and then, with what there
// is.
func (r *reading) tell() {
	now := time.Now()
	took := now.Sub(r.begun)
	if took < soon || now.Sub(r.told) < between || r.done == len(r.todo) {
		return
	}
	r.told = now
	u := Update{Corpus: r.shelf.latest.Corpus, Problems: r.shelf.latest.Problems, Reading: true, Done: r.done, Total: len(r.todo), Took: took}
	if r.first && took >= r.next {
		r.next = 2 * took
		for r.whole < len(r.read) && r.read[r.whole] {
			r.whole++
		}
		u.Corpus, u.Problems = r.list.SoFar(r.placed(r.whole))
	}
	r.shelf.send(u)
}

// gather makes a corpus of all files.
func (r *reading) gather() (*model.Corpus, data.ErrorList) {
	corpus, err := r.list.Gather(r.placed(len(r.now)))
	var problems data.ErrorList
	errors.As(err, &problems)
	return corpus, problems
}

// placed is what became of the first n files. Somebody may be looking at a report
// that takes another place than it had, so that one is copied.
func (r *reading) placed(n int) []data.Result {
	results := make([]data.Result, n)
	place := 0
	for i := range results {
		got := &r.now[i].result
		if got.Report != nil && got.Report.Text == "" { // its problem says why
			results[i] = data.Result{Path: got.Path, Problems: got.Problems}
			continue
		}
		for j, share := range got.Shares {
			if was, placed := r.shelf.placed[share]; placed && was != place {
				share = share.Copy()
				got.Shares = slices.Clone(got.Shares)
				got.Shares[j] = share
			}
			r.shelf.placed[share] = place
			place++
		}
		results[i] = *got
	}
	return results
}

// finish shows what there is in the end, where it is not what was shown before.
func (r *reading) finish() {
	s := r.shelf
	u := Update{Corpus: s.latest.Corpus, Problems: s.latest.Problems, Total: len(r.todo), Done: r.done, Took: time.Since(r.begun)}
	listed := r.list.Problems.Error()
	if r.first || r.changed != [3]int{} || r.done < len(r.todo) || listed != s.listed {
		u.Corpus, u.Problems = r.gather()
		if r.done < len(r.todo) {
			u.Problems = append(u.Problems, stopped(r.done, len(r.todo)))
		}
		if err := s.notice.trouble(); err != nil {
			u.Problems = append(u.Problems, &data.Error{Err: err})
		}
		s.forget(u.Corpus)
	} else if !r.into {
		return
	}
	if !r.first {
		u.Changed, u.New, u.Gone = r.changed[0], r.changed[1], r.changed[2]
	}
	s.known, s.listed = r.kept(), listed
	s.send(u)
}

// kept are the files as they were read; those that a stopped reading did not
// reach are as they were before, or not known.
func (r *reading) kept() map[string]entry {
	known := map[string]entry{}
	for i, f := range r.list.Files {
		was, had := r.shelf.known[f.Key()]
		switch {
		case r.read[i]:
			known[f.Key()] = r.now[i]
		case had:
			was.result = r.now[i].result
			known[f.Key()] = was
		}
	}
	return known
}
