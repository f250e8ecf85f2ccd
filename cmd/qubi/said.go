package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	parts "qubi/data/source/page"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/tui"
)

// said is what the user says of reports in the browser, by the sum of the file's
// bytes: it holds wherever the file lies and whatever it is called. The commands
// heed it too, so that an export is the same from both.
type said struct {
	path string // "" keeps nothing

	mu    sync.Mutex
	heads map[string]tui.Head
	bad   error // why the file could not be read; then it is never written
}

// readSaid reads what was said; a file that is not there says nothing.
func readSaid(stateDir string) *said {
	s := &said{heads: map[string]tui.Head{}}
	if stateDir != "" {
		s.path = filepath.Join(stateDir, "heads.json")
		s.heads, s.bad = readHeads(s.path)
	}
	return s
}

func readHeads(path string) (map[string]tui.Head, error) {
	heads := map[string]tui.Head{}
	_, err := files.ReadJSON(path, &heads)
	if err == nil {
		return heads, nil
	}
	if !errors.As(err, new(*fs.PathError)) { // it was read, and is no JSON
		err = &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return map[string]tui.Head{}, err
}

// of is what is said of the file with that sum.
func (s *said) of(sum string) parts.Stated {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.heads[sum]
	return parts.Stated{District: h.District, City: h.City, Title: h.Title, Published: h.Published}
}

// all is a copy of all that is said.
func (s *said) all() map[string]tui.Head {
	s.mu.Lock()
	defer s.mu.Unlock()
	return apply(nil, s.heads)
}

// say keeps what changed; what another program wrote since stays.
func (s *said) say(changed map[string]tui.Head) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.bad != nil:
		return s.bad
	case s.path == "":
		s.heads = apply(s.heads, changed)
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	return files.Update(lockOf(s.path), func() error {
		now, err := readHeads(s.path)
		if err != nil {
			return err
		}
		now = apply(now, changed)
		if err = files.KeepJSON(s.path, now); err == nil {
			s.heads = now
		}
		return err
	}, func() bool { return true })
}

// apply is what is said with the changes; a zero head takes back.
func apply(heads, changed map[string]tui.Head) map[string]tui.Head {
	all := map[string]tui.Head{}
	for _, part := range []map[string]tui.Head{heads, changed} {
		for sum, h := range part {
			if all[sum] = h; h == (tui.Head{}) {
				delete(all, sum)
			}
		}
	}
	return all
}

// usageError is a wrong command line: exit status 2.
type usageError struct{ error }

// Unwrap is the sentence.
func (e usageError) Unwrap() error { return e.error }

// Message is the sentence in the language.
func (e usageError) Message(l model.Lang) string { return lang.Told(e.error, l) }

// misuse is a usage error with its sentence.
func misuse(id string, args ...any) error { return usageError{lang.Say(id, args...)} }

// heads are the headings of a table, which the text with the id parts by |.
func heads(id string, l model.Lang) []string { return strings.Split(lang.Load(l).Text(id), "|") }
