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
	"embed"
	"fmt"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed *.txt
var texts embed.FS

// Language is every text in one language.
type Language struct {
	Lang  model.Lang // for the words that package model has
	words map[string]string
	ids   []string // in the order of the files
}

// Load is the texts of a language, read once.
func Load(l model.Lang) *Language {
	if l == model.English {
		return inEnglish()
	}
	return inChinese()
}

var (
	inChinese = sync.OnceValue(func() *Language {
		return parse(model.Chinese, "zh.txt", "command.zh.txt", "export.zh.txt", "wrong.zh.txt")
	})
	inEnglish = sync.OnceValue(func() *Language {
		return parse(model.English, "en.txt", "command.en.txt", "export.en.txt", "wrong.en.txt")
	})
)

// parse reads "id = text" lines; the embedded files are checked by a test.
func parse(l model.Lang, files ...string) *Language {
	all := &Language{Lang: l, words: map[string]string{}}
	for _, file := range files {
		raw, err := texts.ReadFile(file)
		if err != nil {
			panic(err) // a file of this package
		}
		last := ""
		for line := range strings.Lines(string(raw)) {
			line = strings.TrimSpace(line)
			id, text, found := strings.Cut(line, "=")
			switch {
			case strings.HasPrefix(line, "|"):
				all.words[last] += "\n" + strings.TrimPrefix(strings.TrimPrefix(line, "|"), " ")
			case found && !strings.HasPrefix(line, "#"):
				last = strings.TrimSpace(id)
				all.words[last] = strings.TrimSpace(text)
				all.ids = append(all.ids, last)
			}
		}
	}
	return all
}

// Has reports whether there is a text with the id.
func (l *Language) Has(id string) bool { _, ok := l.words[id]; return ok }

// IDs are the ids of all texts, in the order of the files.
func (l *Language) IDs() []string { return l.ids }

// Text is the text with the id, its verbs filled with args. A missing id shows
// itself in angle brackets: visible, and caught by the tests.
func (l *Language) Text(id string, args ...any) string {
	text, ok := l.words[id]
	switch {
	case !ok:
		return "<" + id + ">"
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, l.told(args)...)
}
