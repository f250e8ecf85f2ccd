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

type pair struct {
	word  string
	parts []string
}
