package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"
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
	Language  string              `toml:"language"`
	Ambiguous string              `toml:"ambiguous"`
	ASCII     bool                `toml:"ascii"`
	Themes    string              `toml:"themes"`
	Keys      map[string][]string `toml:"keys"`
	Colours   map[string]string   `toml:"colours"`
}

// checker says whether a pair under [keys] or [colours] may stand, and which
// command of [keys] takes a key of another.
type checker struct {
	key    func(command string, keys []string) error
	clash  func(keys map[string][]string) (command string, err error)
	colour func(role, look string) error
}

// readSettings reads the file. A file that is not there sets nothing. A wrong
// line is told with its place and what is allowed, and counts as not written;
// a file that is no TOML counts as empty. So the program always starts.
func readSettings(path string, check checker) (settings, []error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		if path == "" || errors.Is(err, fs.ErrNotExist) {
			return settings{}, nil
		}
		return settings{}, []error{fmt.Errorf("cannot read %s: %w; the defaults hold", path, errors.Unwrap(err))}
	}
	var s settings
	var wrong []error
	decoder := toml.NewDecoder(bytes.NewReader(raw)).DisallowUnknownFields()
	err = decoder.Decode(&s)
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		for _, e := range unknown.Errors {
			line, _ := e.Position()
			wrong = append(wrong, fmt.Errorf("%s:%d: there is no setting %q; there are language, ambiguous, ascii, themes, [keys] and [colours]",
				path, line, strings.Join(e.Key(), ".")))
		}
	case errors.As(err, &broken):
		line, _ := broken.Position()
		return settings{}, []error{fmt.Errorf("%s:%d: %s; the defaults hold", path, line, strings.TrimPrefix(broken.Error(), "toml: "))}
	case err != nil:
		return settings{}, []error{fmt.Errorf("%s: %w; the defaults hold", path, err)}
	}
	if s.Themes != "" && !filepath.IsAbs(s.Themes) {
		s.Themes = filepath.Join(filepath.Dir(path), s.Themes)
	}
	return s, append(wrong, s.mend(path, raw, check)...)
}

// mend drops what may not stand and says so, in the order of the file.
func (s *settings) mend(path string, raw []byte, check checker) []error {
	var wrong []error
	complain := func(section, key, format string, args ...any) {
		wrong = append(wrong, fmt.Errorf("%s:%d: "+format, append([]any{path, lineOf(raw, section, key)}, args...)...))
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
	return wrong
}

// lineOf is the line, from 1, on which a section ("" before the first) sets a
// key; 1 when it is nowhere to be seen.
func lineOf(raw []byte, section, key string) int {
	current := ""
	for i, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			current = strings.Trim(line, "[] ")
		}
		name, _, ok := strings.Cut(line, "=")
		if ok && current == section && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 1
}
