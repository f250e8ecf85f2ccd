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

// The files are embedded as strings, of which the texts are parts: the first frame waits
// for them.
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
	files []string
	words map[string]string
}

// Load is the texts of a language, read once.
func Load(l model.Lang) *Language {
	if l == model.English {
		return inEnglish()
	}
	return inChinese()
}

var (
	inChinese = sync.OnceValue(func() *Language { return read(model.Chinese, zh, zhCommand, zhExport, zhWrong) })
	inEnglish = sync.OnceValue(func() *Language { return read(model.English, en, enCommand, enExport, enWrong) })
)

// room is for how many texts of a language there is room without moving them.
const room = 1024

// read is the language of the files, which a test checks.
func read(l model.Lang, files ...string) *Language {
	all := &Language{l, files, make(map[string]string, room)}
	maps.Insert(all.words, all.entries())
	return all
}

// entries are the ids and texts of "id = text" lines, in the order of the files.
func (l *Language) entries() iter.Seq2[string, string] {
	return func(yield func(id, text string) bool) {
		id, text := "", ""
		for _, file := range l.files {
			for line := range strings.Lines(file) {
				line = strings.TrimSpace(line)
				if more, on := strings.CutPrefix(line, "|"); on {
					text += "\n" + strings.TrimPrefix(more, " ")
				} else if before, after, found := strings.Cut(line, "="); found && !strings.HasPrefix(line, "#") {
					if id != "" && !yield(id, text) {
						return
					}
					id, text = strings.TrimSpace(before), strings.TrimSpace(after)
				}
			}
		}
		yield(id, text)
	}
}

// Has reports whether there is a text with the id.
func (l *Language) Has(id string) bool { _, ok := l.words[id]; return ok }

// IDs are the ids of all texts, in the order of the files.
func (l *Language) IDs() (all []string) {
	for id := range l.entries() {
		all = append(all, id)
	}
	return all
}

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
