package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// settings is config.toml:
//
//	language  = "en"          # zh or en; by the locale when left out
//	ambiguous = "auto"        # auto, 1 or 2
//	ascii     = false
//	themes    = "themes.tsv"  # words of the themes, beside this file
//
//	[keys]                    # the name of a command, as the help shows it
//	export = ["x", "ctrl+s"]
//
//	[colours]                 # the name of a role
//	title = "bold blue"
//
// Flags and the environment go before it.
type settings struct {
	Language  string
	Ambiguous string
	ASCII     bool
	Themes    string
	Keys      map[string][]string
	Colours   map[string]string
}

// checker says whether a pair under [keys] or [colours] may stand, and which
// command of [keys] takes a key of another.
type checker struct {
	key    func(command string, keys []string) error
	clash  func(keys map[string][]string) (command string, err error)
	colour func(role, look string) error
}

// settingsFile is config.toml while it is read, with what is wrong in it.
type settingsFile struct {
	path  string
	raw   []byte
	wrong []complaint
}

// complaint is about one line.
type complaint struct {
	line int // from 1
	err  error
}

// readSettings reads the file. A file that is not there sets nothing. A wrong
// line is told with its place and what is allowed, and counts as not written:
// it costs no other setting. So the program always starts.
func readSettings(path string, check checker) (settings, []error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		if path == "" || errors.Is(err, fs.ErrNotExist) {
			return settings{}, nil
		}
		return settings{}, []error{fmt.Errorf("cannot read %s: %w; the defaults hold", path, errors.Unwrap(err))}
	}
	f := &settingsFile{path: path, raw: raw}
	s := f.take(f.parse())
	f.mend(&s, check)
	slices.SortStableFunc(f.wrong, func(a, b complaint) int { return cmp.Compare(a.line, b.line) })
	var wrong []error
	for _, c := range f.wrong {
		wrong = append(wrong, fmt.Errorf("%s:%d: %w", path, c.line, c.err))
	}
	return s, wrong
}

// complain says what is wrong with a line.
func (f *settingsFile) complain(line int, format string, args ...any) {
	f.wrong = append(f.wrong, complaint{line, fmt.Errorf(format, args...)})
}

// mend drops what may not stand and says so.
func (f *settingsFile) mend(s *settings, check checker) {
	complain := func(section, key, format string, args ...any) {
		f.complain(lineOf(f.raw, section, key), format, args...)
	}
	if s.Language != "" && s.Language != "zh" && s.Language != "en" {
		complain("", "language", "language is %q; it can be zh or en", s.Language)
		s.Language = ""
	}
	if _, err := cells(s.Ambiguous); err != nil {
		complain("", "ambiguous", "ambiguous is %q; it can be auto, 1 or 2", s.Ambiguous)
		s.Ambiguous = ""
	}
	for _, name := range sorted(s.Keys) {
		if err := check.key(name, s.Keys[name]); err != nil {
			complain("keys", name, "%w", err)
			delete(s.Keys, name)
		}
	}
	for {
		name, err := check.clash(s.Keys)
		if err == nil {
			break
		}
		complain("keys", name, "%w", err)
		delete(s.Keys, name)
	}
	for _, role := range sorted(s.Colours) {
		if err := check.colour(role, s.Colours[role]); err != nil {
			complain("colours", role, "%w", err)
			delete(s.Colours, role)
		}
	}
}
