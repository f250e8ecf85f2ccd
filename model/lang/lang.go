// Package lang holds what qubi says to people, in Chinese and English.
//
// The texts are data: zh.txt and en.txt for the screen, command.*.txt for the
// commands, export.*.txt for what is exported, wrong.*.txt for what is wrong with files
// and doubtful in facts, one "id = text" a line, # for comments; a line that begins
// with | goes on with the text of the line before. A text may hold fmt verbs (%d, %s,
// with [1] indexes where the languages differ in order). Words of the reports
// themselves are never translated; only what qubi says about them is. Nowhere else in
// the code stands a sentence for people.
package lang

import (
	_ "embed"
	"fmt"
	"iter"
	"maps"
	"strings"
	"sync"

	"qubi/model"
)

// The files are embedded as strings, of which the texts are parts.
var (
	//go:embed zh.txt
	zh string
	//go:embed command.zh.txt
	zhCommand string
	//go:embed export.zh.txt
	zhExport string
	//go:embed wrong.zh.txt
	zhWrong string
	//go:embed en.txt
	en string
	//go:embed command.en.txt
	enCommand string
	//go:embed export.en.txt
	enExport string
	//go:embed wrong.en.txt
	enWrong string
)

// Language is every text in one language.
type Language struct {
	Lang  model.Lang // for the words that package model has
	files []file
}

// file is a file and its texts, made when the first one is asked for that no file
// before it has.
type file struct {
	raw   string
	texts func() map[string]string
}

// Load is the texts of a language.
func Load(l model.Lang) *Language {
	if l == model.English {
		return english
	}
	return chinese
}

var (
	chinese = of(model.Chinese, zh, zhCommand, zhWrong, zhExport)
	english = of(model.English, en, enCommand, enWrong, enExport)
)

// bytesEach is how many bytes of a file are a text's, about.
const bytesEach = 36

// of is the language of the files, which a test checks.
func of(l model.Lang, raw ...string) *Language {
	all := &Language{Lang: l}
	for _, r := range raw {
		all.files = append(all.files, file{r, sync.OnceValue(func() map[string]string {
			texts := make(map[string]string, len(r)/bytesEach)
			maps.Insert(texts, entries(r))
			return texts
		})})
	}
	return all
}

// entries are the ids and texts of a file's "id = text" lines, in their order.
func entries(raw string) iter.Seq2[string, string] {
	return func(yield func(id, text string) bool) {
		id, text := "", ""
		for line := range strings.Lines(raw) {
			line = strings.TrimRight(line, " \r\n")
			if more, on := strings.CutPrefix(line, "|"); on {
				text += "\n" + strings.TrimPrefix(more, " ")
			} else if before, after, found := strings.Cut(line, " ="); found && line[0] != '#' {
				if id != "" && !yield(id, text) {
					return
				}
				id, text = before, strings.TrimLeft(after, " ")
			}
		}
		yield(id, text)
	}
}

// find is the text with the id.
func (l *Language) find(id string) (string, bool) {
	for _, f := range l.files {
		if text, ok := f.texts()[id]; ok {
			return text, true
		}
	}
	return "", false
}

// Has reports whether there is a text with the id.
func (l *Language) Has(id string) bool { _, ok := l.find(id); return ok }

// IDs are the ids of all texts, in the order of the files.
func (l *Language) IDs() (all []string) {
	for _, f := range l.files {
		for id := range entries(f.raw) {
			all = append(all, id)
		}
	}
	return all
}

// Text is the text with the id, its verbs filled with args. A missing id shows
// itself in angle brackets: visible, and caught by the tests.
func (l *Language) Text(id string, args ...any) string {
	text, ok := l.find(id)
	switch {
	case !ok:
		return "<" + id + ">"
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, l.told(args)...)
}
