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
	words := []string{"qubi", "export"}
	flag := func(name string, values ...string) {
		if text := strings.Join(values, ","); text != "" {
			words = append(words, "--"+name, text)
		}
	}
	if v.Kind != "" && v.Kind != SideBySide {
		flag("view", v.word())
	}
	flag("district", districtWords(v)...)
	typed := v.Filter.Expr.Text()
	if themes := labels(v.Filter.Themes, model.Theme.Word); v.Filter.AllThemes {
		for _, t := range slices.Backward(themes) {
			typed = strings.TrimSpace("主题:" + t + " " + typed)
		}
	} else {
		flag("theme", themes...)
	}
	flag("kind", labels(v.Filter.Kinds, model.Kind.Word)...)
	flag("stage", labels(v.Filter.Stages, model.Stage.Word)...)
	flag("filter", typed)
	flag("project", v.File)
	flag("code", v.Code)
	if v.Checked {
		words = append(words, "--checked")
	}
	if v.Order != query.ByText {
		flag("sort", v.Order.String())
	}
	if v.By != (model.DistrictID{}) {
		flag("by", districtWord(v, v.By))
	}
	if v.Reverse {
		words = append(words, "--reverse")
	}
	flag("columns", v.Columns...)
	if v.Keys {
		words = append(words, "--keys")
	}
	flag("title", v.Title)
	if v.All {
		words = append(words, "--all")
	}
	if v.Full {
		words = append(words, "--full-notes")
	}
	if v.Width != 0 && v.Width != usualWidth {
		flag("width", strconv.Itoa(v.Width))
	}
	if format != Markdown {
		flag("format", string(format))
	}
	flag("lexicon", v.Lexicon)
	flag("lang", v.Lang.String())
	for _, path := range paths {
		if strings.HasPrefix(path, "-") && path != "-" {
			path = "./" + path // else it would be taken for a flag
		}
		words = append(words, path)
	}
	for i, word := range words {
		words[i] = shellQuote(word)
	}
	return strings.Join(words, " ")
}

// districtWords names the chosen districts.
func districtWords(v View) []string {
	var all []string
	for _, id := range v.Filter.Districts {
		all = append(all, districtWord(v, id))
	}
	return all
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
