package lexicon

import (
	"unicode/utf8"
)

// Trie is a set of words, each with a value, that finds the longest of them
// beginning at a place of a text. It is a trie whose edges stand in one hash of
// (node, rune); an edge knows most of the runes that lead nowhere from its node, as
// most do. A text without any of the words costs two looks a rune.
//
//	(root) ─产→ 1 ─业→ 2(产业) ─园→ 3(产业园)
type Trie struct {
	begins [firstRunes >> 8]*[1 << 8]uint16 // by the bytes of a rune that words begin with: the place in firsts of its edge
	firsts []edge                           // out of the root; the first is none
	keys   []uint64                         // of the others, the node that one leaves and its rune: an open hash, its size a power of two, 0 for none
	edges  []edge                           // those of the keys
	nodes  uint32                           // how many there are, the root aside
}

// edge leads to a node: a word's beginning, and the whole word where it has a value.
type edge struct {
	next  uint64 // by the last bits of the runes by which longer words go on from the node
	node  uint32
	value int32
}

// goesOn reports that longer words go on from the edge's node.
func (e *edge) goesOn() bool { return e.next != 0 }

// bit is a rune's in the next of the edges before it.
func bit(r rune) uint64 { return 1 << (r & 63) }

// firstRunes bounds the runes that words may begin with: every character of the
// common planes lies below.
const firstRunes = 0x10000

// NewTrie is a set without words.
func NewTrie() *Trie { return newTrie(4) }

// newTrie is a set without words that has room for 2^size nodes.
func newTrie(size int) *Trie {
	return &Trie{firsts: make([]edge, 1, 1<<size>>3), keys: make([]uint64, 1<<size), edges: make([]edge, 1<<size)}
}

// Add enters a word; a value of 0 means no word. Words added again keep the
// last value.
func (w *Trie) Add(word string, value int32) {
	if e := w.enter(word, false); e != nil {
		e.value = value
	}
}

// enter is the edge at the end of a word, spelt from its last rune where it is entered
// backward; nil for a word that the set cannot have.
func (w *Trie) enter(word string, backward bool) (e *edge) {
	for at := 0; at < len(word); {
		r, n := runeFrom(word, at, backward)
		switch {
		case at > 0:
			e = w.grow(e, r)
		case r >= firstRunes:
			return nil
		default:
			e = &w.firsts[w.begin(r)]
		}
		at += n
	}
	return e
}

// runeFrom is the rune behind the first n bytes of a text, or before the last n.
func runeFrom(text string, n int, backward bool) (rune, int) {
	if backward {
		return RuneBefore(text, len(text)-n)
	}
	return RuneAt(text, n, len(text))
}

// begin is the place of the edge of a rune that words begin with, made where there is
// none.
func (w *Trie) begin(r rune) uint16 {
	page := &w.begins[r>>8]
	if *page == nil {
		*page = new([1 << 8]uint16)
	}
	at := &(*page)[r&0xFF]
	if *at == 0 {
		*at = uint16(len(w.firsts))
		w.nodes++
		w.firsts = append(w.firsts, edge{node: w.nodes})
	}
	return *at
}

// grow is the edge of a rune out of the node that another leads to, made where there
// is none. A quarter of the hash stays free.
func (w *Trie) grow(from *edge, r rune) *edge {
	if next := w.step(from, r); next != nil {
		return next
	}
	from.next |= bit(r)
	key := uint64(from.node)<<32 | uint64(r)
	if w.nodes++; 4*int(w.nodes) > 3*len(w.keys) {
		keys, edges := w.keys, w.edges
		w.keys, w.edges = make([]uint64, 2*len(keys)), make([]edge, 2*len(keys))
		for i, key := range keys {
			if key != 0 {
				at := w.slot(key)
				w.keys[at], w.edges[at] = key, edges[i]
			}
		}
	}
	at := w.slot(key)
	w.keys[at], w.edges[at] = key, edge{node: w.nodes}
	return &w.edges[at]
}

// slot is where an edge stands, or would.
func (w *Trie) slot(key uint64) int {
	keys := w.keys
	for at := int(key * 0x9E3779B97F4A7C15 >> 40); ; at++ {
		at &= len(keys) - 1
		if keys[at] == key || keys[at] == 0 {
			return at
		}
	}
}

// step follows the edge of r out of the node that another leads to; nil when there
// is none. That is known from the edge itself, most of the time.
func (w *Trie) step(from *edge, r rune) *edge {
	if from.next&bit(r) == 0 {
		return nil
	}
	return w.follow(from, r)
}

func (w *Trie) follow(from *edge, r rune) *edge {
	if at := w.slot(uint64(from.node)<<32 | uint64(r)); w.keys[at] != 0 {
		return &w.edges[at]
	}
	return nil
}

// first is the place in firsts of the edge of a rune that words begin with; 0 when
// none does.
func (w *Trie) first(r rune) uint16 {
	if r >= firstRunes || w.begins[r>>8] == nil {
		return 0
	}
	return w.begins[r>>8][r&0xFF]
}

// Longest finds the longest word of the set that begins at text[at:end]; its
// end and value, or at and 0 when none does. r is the rune at that place and n
// its length.
func (w *Trie) Longest(text string, at, end int, r rune, n int) (int, int32) {
	first := w.first(r)
	if first == 0 {
		return at, 0
	}
	found, value := at, int32(0)
	e := &w.firsts[first]
	for i := at + n; ; i += n {
		if e.value != 0 {
			found, value = i, e.value
		}
		if i >= end || !e.goesOn() {
			break
		}
		if r, n = RuneAt(text, i, end); n == 0 {
			break
		}
		if e = w.step(e, r); e == nil {
			break
		}
	}
	return found, value
}

// RuneAt decodes the rune at text[at:end] as utf8.DecodeRuneInString does, but
// the common three bytes of a Chinese character without a call.
func RuneAt(text string, at, end int) (rune, int) {
	s := text[at:end]
	if len(s) >= 3 && common(s[0]) {
		if b, c := s[1]^0x80, s[2]^0x80; b|c < 0x40 {
			return rune(s[0]&15)<<12 | rune(b)<<6 | rune(c), 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// RuneBefore decodes the rune that ends at text[:end], as RuneAt does the one
// that begins.
func RuneBefore(text string, end int) (rune, int) {
	s := text[:end]
	if len(s) >= 3 && common(s[len(s)-3]) {
		if b, c := s[len(s)-2]^0x80, s[len(s)-1]^0x80; b|c < 0x40 {
			return rune(s[len(s)-3]&15)<<12 | rune(b)<<6 | rune(c), 3
		}
	}
	return utf8.DecodeLastRuneInString(s)
}

// common reports a byte that with any two of those that go on begins a rune.
func common(b byte) bool { return b-0xE1 < 15 && b != 0xED }

// First is the first rune of a text and its length, as RuneAt decodes it.
func First(text string) (rune, int) { return RuneAt(text, 0, len(text)) }

// Last is the last rune of a text and its length.
func Last(text string) (rune, int) { return RuneBefore(text, len(text)) }

// Lookup is the value of a whole word; 0 when it is not in the set.
func (w *Trie) Lookup(word string) int32 {
	r, n := utf8.DecodeRuneInString(word)
	if end, v := w.Longest(word, 0, len(word), r, n); end == len(word) {
		return v
	}
	return 0
}
