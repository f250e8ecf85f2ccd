package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// parse reads the lines that are TOML: one that is not is told, taken out, and
// the rest read again.
func (f *settingsFile) parse() map[string]any {
	lines := bytes.SplitAfter(f.raw, []byte("\n"))
	for {
		tree := map[string]any{}
		err := toml.Unmarshal(bytes.Join(lines, nil), &tree)
		if err == nil {
			return tree
		}
		at := 1
		var broken *toml.DecodeError
		if errors.As(err, &broken) {
			at, _ = broken.Position()
		}
		f.complain(at, "%s; the line is left out", strings.TrimPrefix(err.Error(), "toml: "))
		if at > len(lines) || len(bytes.TrimSpace(lines[at-1])) == 0 {
			return map[string]any{} // no line to blame: nothing of it can be trusted
		}
		lines[at-1] = []byte("\n")
	}
}

// take makes settings of the file's values. A value of another form is told; a
// lone number or key is taken for what it can only mean.
func (f *settingsFile) take(tree map[string]any) settings {
	var s settings
	for _, name := range sorted(tree) {
		ok, want := true, ""
		switch v := tree[name]; name {
		case "language":
			s.Language, ok = v.(string)
			want = `"zh" or "en"`
		case "ambiguous":
			s.Ambiguous, ok = fmt.Sprint(v), true
		case "ascii":
			s.ASCII, ok = v.(bool)
			want = "true or false, without quotes"
		case "themes":
			s.Themes, ok = v.(string)
			want = "the name of a file, in quotes"
		case "keys":
			s.Keys, ok = f.pairs(name, v, "a key or a list of keys, as in [\"x\", \"ctrl+s\"]", words)
			want = "a section: [keys] on a line of its own, the keys below"
		case "colours":
			looks, section := f.pairs(name, v, "a look, as in \"bold blue\"", oneWord)
			ok, want = section, "a section: [colours] on a line of its own, the roles below"
			for role, look := range looks {
				if s.Colours == nil {
					s.Colours = map[string]string{}
				}
				s.Colours[role] = look[0]
			}
		default:
			f.complain(lineOf(f.raw, "", name), "there is no setting %q; there are language, ambiguous, ascii, themes, [keys] and [colours]", name)
		}
		if !ok {
			f.complain(lineOf(f.raw, "", name), "%s is %v; it must be %s", name, asWritten(tree[name]), want)
		}
	}
	if s.Themes != "" && !filepath.IsAbs(s.Themes) {
		s.Themes = filepath.Join(filepath.Dir(f.path), s.Themes)
	}
	return s
}

// pairs are the values of a section, each read by a function.
func (f *settingsFile) pairs(section string, v any, want string, read func(any) []string) (map[string][]string, bool) {
	tree, ok := v.(map[string]any)
	if !ok {
		return nil, false
	}
	all := map[string][]string{}
	for _, name := range sorted(tree) {
		if all[name] = read(tree[name]); all[name] == nil {
			f.complain(lineOf(f.raw, section, name), "%s is %v; it must be %s", name, asWritten(tree[name]), want)
			delete(all, name)
		}
	}
	return all, true
}

// words are the words of a list, or a lone one; nil where there are others.
func words(v any) []string {
	if one := oneWord(v); one != nil {
		return one
	}
	list, ok := v.([]any)
	all := make([]string, len(list))
	for i, one := range list {
		word, isWord := one.(string)
		all[i], ok = word, ok && isWord
	}
	if !ok {
		return nil
	}
	return all
}

// oneWord is a word alone, or nil.
func oneWord(v any) []string {
	if word, ok := v.(string); ok {
		return []string{word}
	}
	return nil
}

// asWritten is a value as the file writes it, near enough to be found.
func asWritten(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(v)
	case map[string]any:
		return "a section"
	}
	return fmt.Sprint(v)
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
