package main

import (
	"errors"
	"runtime/debug"
	"slices"
	"time"

	"qubi/data"
	divisions "qubi/data/head"
	"qubi/data/shelf"
	"qubi/model"
	"qubi/model/query"
	"qubi/tui"
)

// library is the reports as the browser has them: read beside it, and again when
// they change.
type library struct {
	*shelf.Shelf
	said   *said
	tongue model.Lang
	paths  []string

	// Of the one goroutine that calls Next.
	index    *query.Index
	findings findings
	found    []string // the findings, a sentence each
	whole    bool
}

// atOnce is how long the first frame waits for the reports: a few are read by
// then, and nobody sees an empty screen.
const atOnce = 100 * time.Millisecond

// library opens the reports at the paths, for the browser. What it gives first
// is all of them, or how far the reading has come by then.
func (p *program) library(paths []string, tongue model.Lang) (*library, tui.Loaded, error) {
	reading, err := p.reading()
	if err != nil {
		return nil, tui.Loaded{}, err
	}
	if len(paths) == 0 {
		debug.SetGCPercent(builtinGC)
	}
	reading.Cache = p.cache()
	l := &library{Shelf: shelf.Open(reading, paths), said: p.said(), tongue: tongue, paths: paths}
	return l, l.first(), nil
}

// first is the first update that is whole, or the state of the reading when the
// first frame can wait no longer.
func (l *library) first() tui.Loaded {
	timer := time.NewTimer(atOnce)
	defer timer.Stop()
	if u, ok := l.Wait(timer.C); ok {
		return l.loaded(u)
	}
	return tui.Loaded{Corpus: query.Of(nil), Reading: true}
}

// Next waits for what becomes of the reports.
func (l *library) Next() (tui.Loaded, bool) {
	u, ok := l.Shelf.Next()
	if !ok {
		return tui.Loaded{}, false
	}
	return l.loaded(u), true
}

// loaded is an update as the browser takes it.
func (l *library) loaded(u shelf.Update) tui.Loaded {
	out := tui.Loaded{Reading: u.Reading, Done: u.Done, Total: u.Total, Took: u.Took, Changed: u.Changed, New: u.New, Gone: u.Gone}
	news := u.Corpus != nil && (l.index == nil || l.index.Corpus != u.Corpus)
	if news {
		l.index = query.New(u.Corpus)
	}
	if news || !u.Reading { // between them only the number of files read changes
		l.findings = findingsOf(u.Problems.Sorted())
		l.found = l.findings.told(l.tongue)
	}
	out.Corpus, out.Found = l.index, l.found
	if !u.Reading && !l.whole {
		l.whole = true
		if len(u.Corpus.Reports) == 0 {
			out.Err = nothing(l.findings, l.paths)
		}
	}
	return out
}

// Say keeps what the user says of reports, and reads them again by it.
func (l *library) Say(heads map[string]tui.Head) error {
	if err := l.said.say(heads); err != nil {
		return err
	}
	l.Look()
	return nil
}

// nothing is why a browser without a legible report does not open: what could
// not be read, that reading was stopped before it came to any, that there is none,
// or that all files are empty, which by itself is no failure.
func nothing(found findings, paths []string) error {
	switch {
	case slices.ContainsFunc(found.inside, func(e *data.Error) bool { return errors.Is(e, data.ErrStopped) }):
		return data.ErrStopped
	case len(found.unread) > 0:
		return found.failure()
	case len(found.inside) > 0 && !found.onlySkipped():
		return errNoText
	}
	return noDocument(paths)
}

// places are the districts there are, for completion.
func places() []tui.Place {
	return model.Map(divisions.Divisions(), func(d divisions.Division) tui.Place { return tui.Place{City: d.City, Name: d.Name} })
}
