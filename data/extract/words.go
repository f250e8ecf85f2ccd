package extract

import "unicode/utf8"

// words is a set of words, each with a value, that finds the longest of them
// beginning at a place of a text. It is a trie: the first rune is looked up in
// a table, every further one in a hash of (node, rune). A text without any of
// the words costs one table look-up a rune.
//
//	(root) ─产→ 1 ─业→ 2(产业) ─园→ 3(产业园)
type words struct {
	first []int32           // by rune, for the runes below firstRunes
	edges map[uint64]uint32 // while building
	slots []edge            // the edges as an open hash, its size a power of two
	value []int32           // by node; 0 where no word ends
}

// edge leads from a node over a rune to the next node.
type edge struct {
	key  uint64 // node<<32 | rune, never 0: no edge carries rune 0
	node int32
}

// firstRunes bounds the table of first runes: every character of the common
// planes that a lexicon word begins with lies below.
const firstRunes = 0x10000

func newWords() *words {
	return &words{first: make([]int32, firstRunes), edges: map[uint64]uint32{}, value: make([]int32, 1)}
}

// add enters a word; a value of 0 means no word. Words added again keep the
// last value.
func (w *words) add(word string, value int32) {
	node := uint32(0)
	for i, r := range word {
		if i == 0 {
			if r >= firstRunes {
				return
			}
			if w.first[r] == 0 {
				w.first[r] = int32(w.grow())
			}
			node = uint32(w.first[r])
			continue
		}
		key := uint64(node)<<32 | uint64(r)
		next, ok := w.edges[key]
		if !ok {
			next = w.grow()
			w.edges[key] = next
		}
		node = next
	}
	w.value[node] = value
}

func (w *words) grow() uint32 {
	w.value = append(w.value, 0)
	return uint32(len(w.value) - 1)
}

// freeze lays the edges out for looking up. It must follow the last add.
func (w *words) freeze() *words {
	size := 64
	for size < 3*len(w.edges) {
		size *= 2
	}
	w.slots = make([]edge, size)
	for key, node := range w.edges {
		at := slot(key, size)
		for w.slots[at].key != 0 {
			at = (at + 1) & (size - 1)
		}
		w.slots[at] = edge{key, int32(node)}
	}
	w.edges = nil
	return w
}

func slot(key uint64, size int) int {
	return int(key*0x9E3779B97F4A7C15>>40) & (size - 1)
}

// step follows the edge of r out of node; 0 when there is none.
func (w *words) step(node int32, r rune) int32 {
	key := uint64(node)<<32 | uint64(r)
	for at := slot(key, len(w.slots)); w.slots[at].key != 0; at = (at + 1) & (len(w.slots) - 1) {
		if w.slots[at].key == key {
			return w.slots[at].node
		}
	}
	return 0
}

// longest finds the longest word of the set that begins at text[at:end]; its
// end and value, or at and 0 when none does. r is the rune at that place and n
// its length.
func (w *words) longest(text string, at, end int, r rune, n int) (int, int32) {
	if r >= firstRunes || w.first[r] == 0 {
		return at, 0
	}
	node := w.first[r]
	found, value := at, int32(0)
	for i := at + n; ; {
		if v := w.value[node]; v != 0 {
			found, value = i, v
		}
		if i >= end {
			break
		}
		r, n := runeAt(text, i, end)
		if node = w.step(node, r); node == 0 {
			break
		}
		i += n
	}
	return found, value
}

// runeAt decodes the rune at text[at:end] as utf8.DecodeRuneInString does, but
// the common three bytes of a Chinese character without a call.
func runeAt(text string, at, end int) (rune, int) {
	if end-at >= 3 {
		if a, b, c := text[at], text[at+1], text[at+2]; a > 0xE0 && a < 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80 {
			return rune(a&15)<<12 | rune(b&63)<<6 | rune(c&63), 3
		}
	}
	return utf8.DecodeRuneInString(text[at:end])
}

// lookup is the value of a whole word; 0 when it is not in the set.
func (w *words) lookup(word string) int32 {
	r, n := utf8.DecodeRuneInString(word)
	if end, v := w.longest(word, 0, len(word), r, n); end == len(word) {
		return v
	}
	return 0
}

// longestEnd finds the longest word of a set spelt backwards that ends text,
// and gives its value; 0 when none does.
func (w *words) longestEnd(text string) int32 {
	r, n := utf8.DecodeLastRuneInString(text)
	if n == 0 || r >= firstRunes || w.first[r] == 0 {
		return 0
	}
	node, value := w.first[r], int32(0)
	for i := len(text) - n; ; i -= n {
		if v := w.value[node]; v != 0 {
			value = v
		}
		if r, n = utf8.DecodeLastRuneInString(text[:i]); n == 0 {
			return value
		}
		if node = w.step(node, r); node == 0 {
			return value
		}
	}
}
