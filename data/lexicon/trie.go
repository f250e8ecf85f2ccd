package lexicon

import (
	"math"
	"unicode/utf8"
)

// Trie is a set of words, each with a value, that finds the longest of them
// beginning at a place of a text. It is a double array: what follows a node by a
// rune stands as far from the node's base as the rune's code says, if that place
// knows the code for its own. A step costs two looks, and a text without any of the
// words two a rune. A Draft makes one.
//
//	(root) ─产→ 1 ─业→ 2(产业) ─园→ 3(产业园)
type Trie struct {
	codes
	nodes  []node  // the root first; behind the last is room for any code
	values []int32 // of the words that the nodes are; 0 where one is none
}

// node is a word's beginning. Its value stands apart: most nodes that are looked at are no
// word that is looked for, and the fewer bytes these have, the more of them stay near.
type node struct {
	base int32  // 0 where no word goes on
	code uint16 // of the rune that leads here, vacant where no node stands
	set  uint16 // of the lexicon's words: the place of their features
}

// vacant is the code of a place at which no node stands.
const vacant = math.MaxUint16

// below is the place of the node at a distance from a base if it belongs to it; 0, where the
// root stands, otherwise.
func (w *Trie) below(base, code int32) int32 {
	if at := base + code; int32(w.nodes[at].code) == code {
		return at
	}
	return 0
}

// Longest finds the longest word of the set that begins at text[at:end]: where it ends, and
// its value. Where none does it gives the end of the rune at that place, and 0.
func (w *Trie) Longest(text string, at, end int) (next int, value int32) {
	text = text[:end]
	code, n := w.quick(text[at:]), 3
	if code == vague {
		code, n = w.first(text[at:])
	}
	at += n
	next = at
	for e := w.below(0, code); e != 0; e = w.below(w.nodes[e].base, code) {
		if v := w.values[e]; v != 0 {
			next, value = at, v
		}
		if w.nodes[e].base == 0 || at >= end {
			break
		}
		if code, n = w.quick(text[at:]), 3; code == vague {
			code, n = w.first(text[at:])
		}
		at += n
	}
	return next, value
}

// RuneSet is a set of characters of the common planes, a bit each: asked for every
// character of a text, a list of them costs more than the reading. Only the stretches
// that hold some are there: a program has many small sets, and makes them as it starts.
type RuneSet struct {
	near  [firstRunes / stretch]*[stretch / 64]uint64
	pages [16]uint64 // a bit for each 64 runes of which one is there: all but the last of a rune's bytes
}

// stretch is how many characters, one behind the other, are there or not.
const stretch = 1024

// SetOf is the set of the runes of a text.
func SetOf(runes string) *RuneSet {
	x := new(RuneSet)
	for _, r := range runes {
		x.Add(r)
	}
	return x
}

// Add takes in a rune, unless it is of no common plane.
func (x *RuneSet) Add(r rune) {
	if uint32(r) >= firstRunes {
		return
	}
	if x.near[r/stretch] == nil {
		x.near[r/stretch] = new([stretch / 64]uint64)
	}
	x.near[r/stretch][r%stretch/64] |= 1 << (r & 63)
	x.pages[r>>12] |= 1 << (r >> 6 & 63)
}

// Has reports whether a rune is in the set.
func (x *RuneSet) Has(r rune) bool {
	if uint32(r) >= firstRunes {
		return false
	}
	near := x.near[uint32(r)/stretch]
	return near != nil && near[uint32(r)%stretch/64]&(1<<(r&63)) != 0
}

// In reports whether a text holds a rune of the set.
func (x *RuneSet) In(s string) bool { return x.Index(s) >= 0 }

// Index is where the first rune of the set stands in a text of sound UTF-8; -1 where none does.
func (x *RuneSet) Index(s string) int {
	for at := 0; at < len(s); {
		r, n := rune(s[at]), 1
		switch {
		case uint32(r)-0xE0 < 16 && at+3 <= len(s): // of three bytes
			if x.pages[r&15]>>(s[at+1]&63)&1 == 0 {
				at += 3 // as most are
				continue
			}
			r, n = r&15<<12|rune(s[at+1]&63)<<6|rune(s[at+2]&63), 3
		case r >= utf8.RuneSelf:
			r, n = First(s[at:])
		}
		if x.Has(r) {
			return at
		}
		at += n
	}
	return -1
}

// TrimLeft is a text without what of the set it begins with.
func (x *RuneSet) TrimLeft(s string) string {
	at := 0
	for at < len(s) {
		r, n := RuneAt(s, at, len(s))
		if !x.Has(r) {
			break
		}
		at += n
	}
	return s[at:]
}

// TrimRight is a text without what of the set it ends with.
func (x *RuneSet) TrimRight(s string) string {
	end := len(s)
	for end > 0 {
		r, n := RuneBefore(s, end)
		if !x.Has(r) {
			break
		}
		end -= n
	}
	return s[:end]
}

// Trim is a text without what of the set stands at either end.
func (x *RuneSet) Trim(s string) string { return x.TrimRight(x.TrimLeft(s)) }

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
	if len(s) > 0 && s[len(s)-1] < utf8.RuneSelf {
		return rune(s[len(s)-1]), 1
	}
	return utf8.DecodeLastRuneInString(s)
}

// Runes is how many runes a text of sound UTF-8 has; utf8.RuneCountInString, which doubts that it
// is, takes a call for each that is not ASCII.
func Runes(s string) (n int) {
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// HanAt reports one of the characters from U+4000 to U+9FFF at text[at:], where no sign
// stands that parts or joins words. HanBefore reports one that ends at text[:end]. Both
// have three bytes, and most of a Chinese text is nothing else.
func HanAt(text string, at int) bool {
	return at+3 <= len(text) && text[at]-0xE4 < 6 && text[at+1]&0xC0 == 0x80 && text[at+2]&0xC0 == 0x80
}

// HanBefore is HanAt for the character that ends at a place.
func HanBefore(text string, end int) bool { return end >= 3 && HanAt(text[:end], end-3) }

// common reports a byte that with any two of those that go on begins a rune.
func common(b byte) bool { return b-0xE1 < 15 && b != 0xED }

// First is the first rune of a text and its length, as RuneAt decodes it.
func First(text string) (rune, int) { return RuneAt(text, 0, len(text)) }

// Last is the last rune of a text and its length.
func Last(text string) (rune, int) { return RuneBefore(text, len(text)) }
