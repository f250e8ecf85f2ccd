package lexicon

import (
	"slices"
	"unicode/utf8"
)

// Trie is a set of words, each with a value, that finds the longest of them
// beginning at a place of a text. It is a trie whose edges stand in one hash of
// (node, rune): a lexicon is read at every start of the program, and two dense
// lists are filled faster than a table a node. A text without any of the words
// costs one look a rune.
//
//	(root) ─产→ 1 ─业→ 2(产业) ─园→ 3(产业园)
type Trie struct {
	begins [firstRunes]int32 // node of each rune that words begin with, 0 for none
	nodes  []node            // the root is 0
	slots  []int32           // the other nodes by parent and rune: an open hash, its size a power of two, 0 for none
}

// node is a word's beginning, and the whole word where it has a value.
type node struct {
	parent   int32
	rune     rune // that leads here from the parent
	value    int32
	branches bool // longer words go on from here
}

// firstRunes bounds the runes that words may begin with: every character of the
// common planes lies below.
const firstRunes = 0x10000

// NewTrie is a set without words.
func NewTrie() *Trie { return newTrie(4) }

// newTrie is a set without words that has room for 2^size nodes.
func newTrie(size int) *Trie {
	return &Trie{nodes: make([]node, 1, 1<<size), slots: make([]int32, 4<<size)}
}

// Add enters a word; a value of 0 means no word. Words added again keep the
// last value.
func (w *Trie) Add(word string, value int32) {
	at := int32(0)
	for i, r := range word {
		if i == 0 {
			if r >= firstRunes {
				return
			}
			if w.begins[r] == 0 {
				w.begins[r] = w.grow(0, r)
			}
			at = w.begins[r]
			continue
		}
		next := w.step(at, r)
		if next == 0 {
			next = w.grow(at, r)
		}
		at = next
	}
	w.nodes[at].value = value
}

// grow adds a node. Three in four slots stay free.
func (w *Trie) grow(parent int32, r rune) int32 {
	n := int32(len(w.nodes))
	w.nodes = append(w.nodes, node{parent: parent, rune: r})
	w.nodes[parent].branches = true
	if 4*len(w.nodes) <= len(w.slots) {
		w.place(n)
		return n
	}
	w.slots = make([]int32, 2*len(w.slots))
	w.nodes = slices.Grow(w.nodes, len(w.nodes))
	for i := range w.nodes[1:] {
		w.place(int32(i + 1))
	}
	return n
}

// place enters a node in the hash.
func (w *Trie) place(n int32) {
	at := w.slot(w.nodes[n].parent, w.nodes[n].rune)
	for w.slots[at] != 0 {
		at = (at + 1) & (len(w.slots) - 1)
	}
	w.slots[at] = n
}

// slot is where the edge of a rune out of a node is looked for first.
func (w *Trie) slot(from int32, r rune) int {
	key := uint64(from)<<32 | uint64(r)
	return int(key*0x9E3779B97F4A7C15>>40) & (len(w.slots) - 1)
}

// step follows the edge of r out of a node; 0 when there is none.
func (w *Trie) step(from int32, r rune) int32 {
	for at := w.slot(from, r); w.slots[at] != 0; at = (at + 1) & (len(w.slots) - 1) {
		if n := &w.nodes[w.slots[at]]; n.rune == r && n.parent == from {
			return w.slots[at]
		}
	}
	return 0
}

// first is the node of a rune that words begin with; 0 when none does.
func (w *Trie) first(r rune) int32 {
	if r >= firstRunes {
		return 0
	}
	return w.begins[r]
}

// Longest finds the longest word of the set that begins at text[at:end]; its
// end and value, or at and 0 when none does. r is the rune at that place and n
// its length.
func (w *Trie) Longest(text string, at, end int, r rune, n int) (int, int32) {
	node := w.first(r)
	if node == 0 {
		return at, 0
	}
	found, value := at, int32(0)
	for i := at + n; ; {
		at := &w.nodes[node]
		if at.value != 0 {
			found, value = i, at.value
		}
		if i >= end || !at.branches {
			break
		}
		r, n := RuneAt(text, i, end)
		if node = w.step(node, r); node == 0 {
			break
		}
		i += n
	}
	return found, value
}

// RuneAt decodes the rune at text[at:end] as utf8.DecodeRuneInString does, but
// the common three bytes of a Chinese character without a call.
func RuneAt(text string, at, end int) (rune, int) {
	if end-at >= 3 {
		if a, b, c := text[at], text[at+1], text[at+2]; a > 0xE0 && a < 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80 {
			return rune(a&15)<<12 | rune(b&63)<<6 | rune(c&63), 3
		}
	}
	return utf8.DecodeRuneInString(text[at:end])
}

// RuneBefore decodes the rune that ends at text[:end], as RuneAt does the one
// that begins.
func RuneBefore(text string, end int) (rune, int) {
	if end >= 3 {
		if a, b, c := text[end-3], text[end-2], text[end-1]; a > 0xE0 && a < 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80 {
			return rune(a&15)<<12 | rune(b&63)<<6 | rune(c&63), 3
		}
	}
	return utf8.DecodeLastRuneInString(text[:end])
}

// Lookup is the value of a whole word; 0 when it is not in the set.
func (w *Trie) Lookup(word string) int32 {
	r, n := utf8.DecodeRuneInString(word)
	if end, v := w.Longest(word, 0, len(word), r, n); end == len(word) {
		return v
	}
	return 0
}

// LongestEnd finds the longest word of a set spelt backwards that ends text,
// and gives its value; 0 when none does.
func (w *Trie) LongestEnd(text string) int32 {
	r, n := utf8.DecodeLastRuneInString(text)
	if n == 0 {
		return 0
	}
	node, value := w.first(r), int32(0)
	if node == 0 {
		return 0
	}
	for i := len(text) - n; ; i -= n {
		at := &w.nodes[node]
		if at.value != 0 {
			value = at.value
		}
		if !at.branches {
			return value
		}
		if r, n = utf8.DecodeLastRuneInString(text[:i]); n == 0 {
			return value
		}
		if node = w.step(node, r); node == 0 {
			return value
		}
	}
}

// Backwards spells a word from its last rune to its first.
func Backwards(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}
