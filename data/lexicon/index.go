package lexicon

import (
	"sync"
	"sync/atomic"
)

// index is the whole lexicon, found from either end of a word. All of it is arrays without
// pointers, so that it stands ready in the program's file; see stored.go.
type index struct {
	letters string                             // of all words, one behind the other
	starts  []uint32                           // of each in them, by word, and where the last ends
	sets    []Features                         // each that words have; the first is empty
	setOf   []uint16                           // the place in sets of a word's
	having  byFeature                          // which of the sets have a feature
	ahead   Trie                               // from the first rune
	front   firstTwo                           // of words in it
	begins  byFeature                          // by the codes of runes, whether a word of the feature begins with that rune
	back    Trie                               // from the last, by the same codes
	behind  firstTwo                           // of words in it
	ends    []Features                         // of the words that end with a rune, by its code: at one end much is asked
	listed  []Word                             // of each feature, the longer first, those of a length in the order of the file
	lists   []uint32                           // where each feature's begin there, and where the last ends
	texts   [features]atomic.Pointer[[]string] // of each feature's words, once they are asked for
}

// all is the lexicon. It is read when the first text is; asked for so often that a
// sync.OnceValue would take a tenth of the time, and a call more than the answer.
func all() *index {
	if x := lexicon.index.Load(); x != nil {
		return x
	}
	return readLexicon()
}

// lexicon is what all gives; it does not change once it is read.
var lexicon struct {
	sync.Once
	index atomic.Pointer[index]
}

func readLexicon() *index {
	lexicon.Do(func() {
		x := unpack(stored, sumOf(wordsFile, commonFile))
		if x == nil {
			var err error
			if x, err = makeIndex(wordsFile + commonFile); err != nil {
				panic("lexicon: words.tsv: " + err.Error()) // our own file: a mistake of ours
			}
		}
		lexicon.index.Store(x)
	})
	return lexicon.index.Load()
}

// text is a word of the lexicon.
func (x *index) text(w Word) string { return x.letters[x.starts[w]:x.starts[w+1]] }

// words are the words of a feature.
func (x *index) words(f Feature) []string {
	if known := x.texts[f].Load(); known != nil {
		return *known
	}
	listed := x.listed[x.lists[f]:x.lists[f+1]]
	texts := make([]string, len(listed))
	for i, w := range listed {
		texts[i] = x.text(w)
	}
	x.texts[f].Store(&texts)
	return texts
}
