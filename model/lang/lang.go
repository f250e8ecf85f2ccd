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
	"hash/maphash"
	"iter"
	"math/bits"
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

// file is a file and where its texts stand, noted when the first one is asked for that
// no file before it has: the places of the lines by the hash of their ids, 0 where none is.
type file struct {
	raw    string
	places func() []uint16
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

// seed is that of the hashes of ids.
var seed = maphash.MakeSeed()

// of is the language of the files, which a test checks.
func of(l model.Lang, raw ...string) *Language {
	all := &Language{Lang: l}
	for _, r := range raw {
		all.files = append(all.files, file{r, sync.OnceValue(func() []uint16 {
			places := make([]uint16, 1<<bits.Len(uint(len(r)/bytesEach)))
			for id, at := range entries(r) {
				i := slot(id, places)
				for ; places[i] != 0; i = (i + 1) % len(places) {
				}
				places[i] = uint16(at + 1)
			}
			return places
		})})
	}
	return all
}

// bytesEach is how many bytes of a file are a text's, at the least half of it.
const bytesEach = 18

// slot is where the place of an id is to be looked for first.
func slot(id string, places []uint16) int {
	return int(maphash.String(seed, id) % uint64(len(places)))
}

// entries are the ids of a file's "id = text" lines and where these begin, in their order.
func entries(raw string) iter.Seq2[string, int] {
	return func(yield func(id string, at int) bool) {
		at := 0
		for line := range strings.Lines(raw) {
			if id, _, found := strings.Cut(line, " ="); found && line[0] != '#' && line[0] != '|' && !yield(id, at) {
				return
			}
			at += len(line)
		}
	}
}

// text is the text with the id, if the file has it.
func (f file) text(id string) (string, bool) {
	places := f.places()
	for i := slot(id, places); places[i] != 0; i = (i + 1) % len(places) {
		line := f.raw[places[i]-1:]
		if !strings.HasPrefix(line, id) || !strings.HasPrefix(line[len(id):], " =") {
			continue
		}
		rest := line[len(id)+len(" ="):]
		text, rest, _ := strings.Cut(rest, "\n")
		text = strings.Trim(text, " \r")
		for strings.HasPrefix(rest, "|") {
			var more string
			more, rest, _ = strings.Cut(rest[1:], "\n")
			text += "\n" + strings.TrimRight(strings.TrimPrefix(more, " "), " \r")
		}
		return text, true
	}
	return "", false
}

// find is the text with the id.
func (l *Language) find(id string) (string, bool) {
	for _, f := range l.files {
		if text, ok := f.text(id); ok {
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
