package clean

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"qubi/data/lexicon"
)

//go:embed lexicon/furniture.txt
var furnitureText string

// words is a lexicon: blocks of words by their names, and the runes with which the words of all
// of them begin and end. Most lines that are asked about have none of these.
type words struct {
	blocks       map[string]block
	opens, ended lexicon.RuneSet
}

// block is words by how they begin and how they end.
type block struct {
	whole         map[string]bool
	first, behind map[rune][]string
}

var furnitureWords = sync.OnceValue(func() *words {
	all := &words{blocks: map[string]block{}}
	for name, told := range lexicon.Blocks("lexicon/furniture.txt", furnitureText) {
		b := block{map[string]bool{}, map[rune][]string{}, map[rune][]string{}}
		for _, word := range told {
			word = strings.ReplaceAll(word, "_", " ")
			first, _ := lexicon.First(word)
			last, _ := lexicon.Last(word)
			b.whole[word] = true
			b.first[first], b.behind[last] = append(b.first[first], word), append(b.behind[last], word)
			all.opens.Add(first)
			all.ended.Add(last)
		}
		all.blocks[name] = b
	}
	return all
})

// is reports whether s is a word of the block.
func (w *words) is(block, s string) bool {
	r, _ := lexicon.First(s)
	return w.opens.Has(r) && w.blocks[block].whole[s]
}

// begins reports whether s begins with a word of the block.
func (w *words) begins(block, s string) bool { return w.at(block, s, 0) }

// at reports whether a word of the block stands at a place of s.
func (w *words) at(block, s string, at int) bool {
	r, _ := lexicon.RuneAt(s, at, len(s))
	return w.opens.Has(r) && slices.ContainsFunc(w.blocks[block].first[r], func(word string) bool { return strings.HasPrefix(s[at:], word) })
}

// ends reports whether s ends with a word of the block.
func (w *words) ends(block, s string) bool {
	r, _ := lexicon.Last(s)
	return w.ended.Has(r) && slices.ContainsFunc(w.blocks[block].behind[r], func(word string) bool { return strings.HasSuffix(s, word) })
}

// holds reports whether s holds a word of the block, in which _ is a blank.
func (w *words) holds(block, s string) bool {
	for i := range s {
		if w.at(block, s, i) {
			return true
		}
	}
	return false
}
