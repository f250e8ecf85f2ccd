package export

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed words.tsv
var wordsFile string

// phrases are the words of an export by their keys, Chinese and English.
var phrases = sync.OnceValue(func() map[string][2]string {
	all := map[string][2]string{}
	for line := range strings.Lines(wordsFile) {
		if c := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(c) == 3 {
			all[c[0]] = [2]string{c[1], c[2]}
		}
	}
	return all
})

// phrase is the words of a key in the language, the key itself when it has none.
func phrase(l model.Lang, key string, args ...any) string {
	p, ok := phrases()[key]
	if !ok {
		return key
	}
	if text := l.Pick(p[0], p[1]); len(args) > 0 {
		return fmt.Sprintf(text, args...)
	}
	return l.Pick(p[0], p[1])
}
