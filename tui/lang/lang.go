// Package lang holds the words of the interface in Chinese and English.
//
// The words are data: zh.txt and en.txt, one "id = text" a line, # for
// comments. A text may hold fmt verbs (%d, %s, with [1] indexes where the
// languages differ in order). Words of the reports themselves are never
// translated; only what qubi says about them is.
package lang

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed zh.txt
var chinese string

//go:embed en.txt
var english string

// Language is every text of the interface in one language.
type Language struct {
	Lang  model.Lang // for the words that package model has
	words map[string]string
	ids   []string // in the order of the file
}

// Load is the texts of a language, read once.
func Load(l model.Lang) *Language {
	if l == model.English {
		return inEnglish()
	}
	return inChinese()
}

var (
	inChinese = sync.OnceValue(func() *Language { return parse(model.Chinese, chinese) })
	inEnglish = sync.OnceValue(func() *Language { return parse(model.English, english) })
)

// parse reads "id = text" lines; the embedded files are checked by a test.
func parse(l model.Lang, file string) *Language {
	all := &Language{Lang: l, words: map[string]string{}}
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		id, text, found := strings.Cut(line, "=")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		id = strings.TrimSpace(id)
		all.words[id] = strings.TrimSpace(text)
		all.ids = append(all.ids, id)
	}
	return all
}

// Has reports whether there is a text with the id.
func (l *Language) Has(id string) bool { _, ok := l.words[id]; return ok }

// IDs are the ids of all texts, in the order of the file.
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
	return fmt.Sprintf(text, args...)
}
