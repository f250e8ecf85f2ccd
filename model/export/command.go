package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
)

// Command is the command line that makes the export of a view again, the same
// wherever the view came from: flags in one order, defaults left out, words
// quoted for a shell. Only --lang is always there, since its default is the
// reader's locale. Paths are as the user gave them; none are the built-in
// reports.
func Command(v View, format Format, paths []string) string {
	c := commandLine{"qubi", "export"}
	if v.Kind != "" && v.Kind != SideBySide {
		c.flag("view", v.word())
	}
	c.filter(v)
	c.order(v)
	c.flag("columns", v.Columns...)
	c.set("keys", v.Keys)
	c.flag("title", v.Title)
	c.set("all", v.All)
	c.set("full-notes", v.Full)
	if v.Width != usualWidth && v.Width != 0 {
		c.flag("width", strconv.Itoa(v.Width))
	}
	if format != Markdown {
		c.flag("format", string(format))
	}
	c.flag("lexicon", v.Lexicon)
	c.flag("lang", v.Lang.String())
	for _, path := range paths {
		if strings.HasPrefix(path, "-") && path != "-" {
			path = "./" + path // else it would be taken for a flag
		}
		c = append(c, path)
	}
	for i, word := range c {
		c[i] = shellQuote(word)
	}
	return strings.Join(c, " ")
}

// commandLine is the words of a command, one after another.
type commandLine []string

// flag adds a flag with its values; without one there is none.
func (c *commandLine) flag(name string, values ...string) {
	if text := strings.Join(values, ","); text != "" {
		*c = append(*c, "--"+name, text)
	}
}

// set adds a flag that has no value.
func (c *commandLine) set(name string, on bool) {
	if on {
		*c = append(*c, "--"+name)
	}
}

// filter adds what is chosen.
func (c *commandLine) filter(v View) {
	c.flag("district", model.Map(v.Filter.Districts, func(id model.DistrictID) string { return districtWord(v, id) })...)
	typed := v.Filter.Expr.Text()
	if themes := labels(v.Filter.Themes, model.Theme.Word); v.Filter.AllThemes {
		for _, t := range slices.Backward(themes) {
			typed = strings.TrimSpace("主题:" + t + " " + typed)
		}
	} else {
		c.flag("theme", themes...)
	}
	c.flag("kind", labels(v.Filter.Kinds, model.Kind.Word)...)
	c.flag("stage", labels(v.Filter.Stages, model.Stage.Word)...)
	c.flag("filter", typed)
	c.flag("project", v.File)
	c.flag("code", v.Code)
	c.set("checked", v.Checked)
}

// order adds the order.
func (c *commandLine) order(v View) {
	if v.Order != query.ByText {
		c.flag("sort", v.Order.String())
	}
	if v.By != (model.DistrictID{}) {
		c.flag("by", districtWord(v, v.By))
	}
	c.set("reverse", v.Reverse)
}

// districtWord names a district, with its city where the name alone would be in
// doubt; a report that names none by its file.
func districtWord(v View, id model.DistrictID) string {
	if d := v.Corpus.District(id); d != nil && id.Path != "" {
		return d.Reports[0].File
	}
	namesakes := 0
	for _, d := range v.Corpus.Districts {
		if d.Name == id.Name {
			namesakes++
		}
	}
	if namesakes > 1 {
		return id.City + id.Name
	}
	return id.Name
}

// shellQuote makes a word one word for a POSIX shell. Chinese needs no quotes.
func shellQuote(word string) string {
	plain := func(r rune) bool {
		return r > 0x7f && r != '\u00a0' && r != '\u3000' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
			strings.ContainsRune("-_./,:=+@%", r)
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
