package mirror

import (
	_ "embed"
	"sync"

	"qubi/data/clean/script"
)

// The language table tells plausible Chinese from chance. Both files hold the
// negative logarithm of a probability in tenths, one byte.
//
// unigrams.bin: two bytes for each character from U+4E00 to U+9FFF, how rarely
// it begins a word and how rarely one ends with it.
// bigrams.bin: sorted entries of five bytes, two characters (big-endian) and
// the byte of the second one's probability behind the first.
//
// They are made by `go test ./data/clean/mirror -run Language -update -words FILE` from
// the word list of jieba (MIT) and the built-in reports.

//go:embed tables/unigrams.bin
var unigrams string

//go:embed tables/bigrams.bin
var bigrams string

const (
	hanFirst = 0x4E00
	hanLast  = 0x9FFF
	rare     = 130 // a character so rare is no proof of itself
	unseen   = 170 // cost of a character that the word list does not have
	mostEnd  = 60  // cost of ending a word with a character that never does
	strange  = 160 // cost of a sign that reports do not use: ┛ ㄓ ǘ
)

// cost is how surprising r is behind before, in tenths of a natural logarithm.
// Both are simplified characters.
func (l *language) cost(before, r rune) int32 {
	ends := int32(0)
	if before >= hanFirst && before <= hanLast {
		if c, ok := l.pair(before, r); ok {
			return c
		}
		ends = int32(unigrams[2*(before-hanFirst)+1])
	}
	c := single(r) + ends
	if script.IsDigit(before) && script.IsDigit(r) {
		return min(c, 15)
	}
	if r < 0x80 && before < 0x80 && before > ' ' {
		return min(c, 40)
	}
	return c
}

// single is how rare a character is where a word begins.
func single(r rune) int32 {
	if r >= hanFirst && r <= hanLast {
		return int32(unigrams[2*(r-hanFirst)])
	}
	switch r {
	case '，', ',', '、':
		return 28
	case '。', '“', '”':
		return 34
	case ' ', '\n':
		return 80
	case unknown:
		return 45
	}
	switch {
	case r >= '0' && r <= '9':
		return 45
	case isMark(r):
		return 55
	case isLatin(r):
		return 80
	case r < 0x80:
		return 100
	case r >= 0xFF01 && r <= 0xFF5E:
		return single(r-0xFEE0) + 10
	}
	return strange
}

// isMark reports whether r is other punctuation that reports use.
func isMark(r rune) bool {
	switch r {
	case '；', '：', '！', '？', '（', '）', '《', '》', '—', '…', '·', '‘', '’', ';', ':', '!', '?', '(', ')', '%', '　', '【', '】':
		return true
	}
	return false
}

const pairSize = 5 // bytes of an entry of bigrams.bin

// language finds a pair in bigrams.bin.
type language struct {
	rows []uint16        // where the pairs of each first character begin
	some [1 << 13]uint64 // a bit for each pair by its hash: most pairs asked for are in no text
}

var pairTable = sync.OnceValue(func() *language {
	l := &language{rows: make([]uint16, hanLast-hanFirst+2)}
	n := len(bigrams) / pairSize
	at := 0
	for i := range l.rows {
		for at < n && int(bigrams[at*pairSize])<<8|int(bigrams[at*pairSize+1]) < hanFirst+i {
			at++
		}
		l.rows[i] = uint16(at)
	}
	for at := 0; at < len(bigrams); at += pairSize {
		h := hash(rune(bigrams[at])<<8|rune(bigrams[at+1]), rune(bigrams[at+2])<<8|rune(bigrams[at+3]))
		l.some[h/64] |= 1 << (h % 64)
	}
	return l
})

// hash is a place among the bits of a language for a pair.
func hash(a, b rune) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9E3779B1 >> (32 - 19) }

// pair looks a pair up.
func (l *language) pair(a, b rune) (int32, bool) {
	if a < hanFirst || b < hanFirst || b > hanLast {
		return 0, false
	}
	if h := hash(a, b); l.some[h/64]>>(h%64)&1 == 0 {
		return 0, false
	}
	low, high := int(l.rows[a-hanFirst]), int(l.rows[a-hanFirst+1])
	for low < high {
		mid := (low + high) / 2
		e := bigrams[mid*pairSize+2:]
		switch r := rune(e[0])<<8 | rune(e[1]); {
		case r == b:
			return int32(e[2]), true
		case r < b:
			low = mid + 1
		default:
			high = mid
		}
	}
	return 0, false
}
