package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"qubi/data/source"
	"qubi/model"
	"qubi/model/export/cite"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/tui"
	"qubi/tui/keymap"
)

// settings is config.toml:
//
//	language  = "en"          # zh or en; by the locale when left out
//	ambiguous = "auto"        # auto, 1 or 2
//	ascii     = false
//	themes    = "themes.tsv"  # words of the themes, beside this file
//	cite      = "gb7714"      # plain, gb7714, apa, bibtex or csl: what Y copies
//
//	[keys]                    # the name of a command, as the help shows it
//	export = ["x", "Ctrl-S"]
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
	Cite      string
	Keys      map[string][]string
	Colours   map[string]string
}

// wrongLine is a line of the settings that may not stand, and what is allowed.
type wrongLine struct {
	path string
	line int // from 1; 0 concerns the whole file
	err  error
}

// Error is the English sentence.
func (w *wrongLine) Error() string { return w.Message(model.English) }

// Message is the sentence in the language.
func (w *wrongLine) Message(l model.Lang) string {
	place := w.path
	if w.line > 0 {
		place += fmt.Sprint(":", w.line)
	}
	return place + ": " + lang.Told(w.err, l)
}

// Unwrap is what is wrong.
func (w *wrongLine) Unwrap() error { return w.err }

// readSettings reads the file. A file that is not there sets nothing. A wrong
// line is told with its place and what is allowed, and counts as not written;
// a file that cannot be read at all counts as empty. So the program always
// starts.
func readSettings(path string) (settings, []error) {
	raw, err := files.Read(path, files.ConfigLimit)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return settings{}, nil
	}
	r := settingsReader{path: path}
	if err != nil {
		r.complain(0, "settings.unread", errors.Unwrap(err))
		return r.settings, r.wrong
	}
	if r.text, err = source.Text(raw); err != nil { // a mark of byte order or GB18030 is no mistake
		r.complain(0, "settings.empty", err)
		return r.settings, r.wrong
	}
	values := r.parse()
	for _, name := range sorted(values) {
		r.set(name, values[name])
	}
	r.clashes()
	slices.SortStableFunc(r.wrong, func(a, b error) int { return a.(*wrongLine).line - b.(*wrongLine).line })
	return r.settings, r.wrong
}

// settingsReader is a settings file being read.
type settingsReader struct {
	path, text string
	settings   settings
	wrong      []error
}

// complain tells of a line.
func (r *settingsReader) complain(line int, id string, args ...any) {
	r.refuse(line, lang.Say(id, args...))
}

// refuse tells of a line.
func (r *settingsReader) refuse(line int, err error) {
	r.wrong = append(r.wrong, &wrongLine{r.path, line, err})
}

// parse reads the file as TOML. A line that is none is told and left out; where
// that does not help, all of it is.
func (r *settingsReader) parse() map[string]any {
	const tries = 20
	lines := strings.Split(r.text, "\n")
	for range tries {
		values := map[string]any{}
		err := toml.Unmarshal([]byte(strings.Join(lines, "\n")), &values)
		var broken *toml.DecodeError
		if err == nil {
			return values
		}
		if !errors.As(err, &broken) {
			break
		}
		at, _ := broken.Position()
		if at < 1 || at > len(lines) || lines[at-1] == "" {
			break
		}
		r.complain(at, "settings.line", strings.TrimPrefix(broken.Error(), "toml: "), lang.Say("fault."+fault(lines[at-1])))
		lines[at-1] = ""
	}
	r.complain(0, "settings.file")
	return nil
}

// fault is what the text of what is most likely wrong with a line that is no TOML
// goes by.
func fault(line string) string {
	name, value, found := strings.Cut(line, "=")
	switch {
	case strings.ContainsAny(line, "“”‘’＂＝"):
		return "signs"
	case strings.HasPrefix(strings.TrimSpace(line), "["):
		return "section"
	case !found:
		return "equals"
	case strings.TrimSpace(name) == "":
		return "name"
	case strings.TrimSpace(value) == "":
		return "value"
	case strings.Count(value, `"`)%2 == 1:
		return "quote"
	}
	return "other"
}

// set takes one setting, if it may stand.
func (r *settingsReader) set(name string, value any) {
	switch name {
	case "language":
		r.settings.Language = r.oneOf(name, value, "zh", "en")
	case "ambiguous":
		r.settings.Ambiguous = r.oneOf(name, value, "auto", "1", "2")
	case "ascii":
		r.settings.ASCII = r.oneOf(name, value, "true", "false") == "true"
	case "themes":
		r.themes(value)
	case "cite":
		r.settings.Cite = r.oneOf(name, value, texts(cite.Styles())...)
	case "keys":
		r.keys(value)
	case "colours", "colors":
		r.colours(name, value)
	default:
		r.complain(lineOf(r.text, "", name), "settings.unknown", name)
	}
}

// oneOf is a value that must be one of a few words; "" where it is not. A
// number or a truth value may stand without quotes.
func (r *settingsReader) oneOf(name string, value any, allowed ...string) string {
	switch value.(type) {
	case string, int64, bool:
		if word := fmt.Sprint(value); slices.Contains(allowed, word) {
			return word
		}
	}
	r.complain(lineOf(r.text, "", name), "settings.oneof", name, quoted(value), lang.Words(allowed))
	return ""
}

// quoted is a value as the file writes it.
func quoted(value any) string {
	if s, ok := value.(string); ok {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprint(value)
}

// themes is the name of a file of theme words, beside this one.
func (r *settingsReader) themes(value any) {
	name, ok := value.(string)
	switch {
	case !ok:
		r.complain(lineOf(r.text, "", "themes"), "settings.themes")
	case name != "" && !filepath.IsAbs(name):
		name = filepath.Join(filepath.Dir(r.path), name)
		fallthrough
	default:
		r.settings.Themes = name
	}
}

// section is the pairs of a section.
func (r *settingsReader) section(name string, value any) map[string]any {
	pairs, ok := value.(map[string]any)
	if !ok {
		r.complain(lineOf(r.text, "", name), "settings.section", name)
	}
	return pairs
}

// keys are commands and their keys.
func (r *settingsReader) keys(value any) {
	for id, value := range r.section("keys", value) {
		line := lineOf(r.text, "keys", id)
		names, err := keyNames(id, value)
		if err == nil {
			err = tui.CheckCommand(id)
		}
		if err != nil {
			r.refuse(line, err)
			continue
		}
		put(&r.settings.Keys, id, names)
	}
}

// keyNames are the keys of a command, one or several.
func keyNames(id string, value any) (names []string, err error) {
	if one, ok := value.(string); ok {
		value = []any{one}
	}
	all, _ := value.([]any)
	for _, v := range all {
		written, ok := v.(string)
		if !ok {
			all = nil
			break
		}
		name, err := keymap.Parse(written)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	if len(all) == 0 {
		return nil, lang.Say("settings.keys", id)
	}
	return names, nil
}

// clashes drops keys that are keys of other commands.
func (r *settingsReader) clashes() {
	for {
		id, err := tui.KeyClash(r.settings.Keys)
		if err == nil {
			return
		}
		r.refuse(lineOf(r.text, "keys", id), err)
		delete(r.settings.Keys, id)
	}
}

// colours are roles and their looks.
func (r *settingsReader) colours(section string, value any) {
	for role, value := range r.section(section, value) {
		look, ok := value.(string)
		if !ok {
			look = fmt.Sprint(value) // 214 is a colour, with quotes or without
		}
		if err := tui.CheckColour(role, look); err != nil {
			r.refuse(lineOf(r.text, section, role), err)
			continue
		}
		put(&r.settings.Colours, role, look)
	}
}

// put sets one of the values of a section.
func put[V any](all *map[string]V, name string, value V) {
	if *all == nil {
		*all = map[string]V{}
	}
	(*all)[name] = value
}

// lineOf is the line, from 1, on which a section ("" before the first) sets a
// key, or on which a section of that name begins; 1 when it is nowhere to be
// seen.
func lineOf(text, section, key string) int {
	current := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			current, _, _ = strings.Cut(strings.TrimLeft(line, "[ "), "]")
			if current = strings.TrimSpace(current); section == "" && current == key {
				return i + 1
			}
		}
		name, _, ok := strings.Cut(line, "=")
		if ok && current == section && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 1
}
