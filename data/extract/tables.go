package extract

import (
	"strings"
	"sync"

	"qubi/data/lexicon"
)

// The small tables of words for numbers, where a word has more to it than a
// feature.

// pairs are words that name several subjects at once, in the order in which they
// are looked for.
var pairs = sync.OnceValue(func() (all []pair) {
	for word, fields := range lexicon.Rows(lexicon.Pairs) {
		all = append(all, pair{word, strings.Fields(fields[0])})
	}
	return all
})

// inOneWord writes lists of such subjects as the word that names them all: 存款、贷款.
var inOneWord = sync.OnceValue(func() *strings.Replacer {
	var oldnew []string
	for word, fields := range lexicon.Rows(lexicon.Pairs) {
		for _, list := range fields[1:] {
			for written := range strings.FieldsSeq(list) {
				oldnew = append(oldnew, written, word)
			}
		}
	}
	return strings.NewReplacer(oldnew...)
})

type pair struct {
	word  string
	parts []string
}
