package main

import (
	"errors"
	"fmt"
	"io/fs"

	"qubi/data"
	"qubi/data/source"
)

// sorted problems: those inside a report that was read, and those that kept a
// file from being read.
type findings struct{ inside, unread []*data.Error }

// findingsOf sorts the problems of an error that came along with a corpus.
func findingsOf(err error) findings {
	var list data.ErrorList
	if !errors.As(err, &list) {
		if err != nil {
			list = data.ErrorList{{Err: err}}
		}
	}
	var f findings
	for _, e := range list {
		if readable(e) {
			f.inside = append(f.inside, e)
		} else {
			f.unread = append(f.unread, e)
		}
	}
	return f
}

// readable reports whether a problem left the report readable. An empty file
// is: it states nothing, and a mapper over many files must not stumble on it.
func readable(e *data.Error) bool {
	return e.Line > 0 || errors.Is(e, source.ErrEmpty) || errors.Is(e, source.ErrBroken) || errors.Is(e, data.ErrNoDistrict)
}

// failure is one sentence about all that could not be read.
func (f findings) failure() error {
	if len(f.unread) == 0 {
		return nil
	}
	first := fmt.Errorf("%w; %s", f.unread[0], advice(f.unread[0]))
	if more := len(f.unread) - 1; more > 0 {
		return fmt.Errorf("%w (and %d more, which --verbose lists)", first, more)
	}
	return first
}

// told are all problems of a start of the browser, a sentence each: what could
// not be read, and what was read and holds no text.
func (f findings) told() []string {
	var all []string
	for _, e := range f.unread {
		all = append(all, sentence(fmt.Errorf("%w; %s", e, advice(e))))
	}
	for _, e := range f.inside {
		if errors.Is(e, source.ErrEmpty) {
			all = append(all, sentence(fmt.Errorf("%w; it is left out", e)))
		}
	}
	return all
}

// advice says how to go on.
func advice(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the path, or give none for the built-in reports"
	case errors.Is(err, fs.ErrPermission):
		return "ask for permission to read it, or leave it out"
	}
	return "give text files in UTF-8 or GB18030"
}
