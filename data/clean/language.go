package clean

import (
	_ "embed"
	"sync"
)

// The language table tells plausible Chinese from chance. Both files hold the
// negative logarithm of a probability in tenths, one byte.
//
// unigrams.bin: two bytes for each character from U+4E00 to U+9FFF, how rarely
// it begins a word and how rarely one ends with it.
// bigrams.bin: sorted entries of five bytes, two characters (big-endian) and
// the byte of the second one's probability behind the first.
//
// They are made by `go test ./data/clean -run Language -update` from the word
// list of jieba (MIT) and the built-in reports.

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
func cost(before, r rune) int {
	ends := 0
	if before >= hanFirst && before <= hanLast {
		if c, ok := pairCost(before, r); ok {
			return c
		}
		ends = int(unigrams[2*(before-hanFirst)+1])
	}
	c := single(r) + ends
	if isDigit(before) && isDigit(r) {
		return min(c, 15)
	}
	if r < 0x80 && before < 0x80 && before > ' ' {
		return min(c, 40)
	}
	return c
}

// single is how rare a character is where a word begins.
func single(r rune) int {
	switch {
	case r >= hanFirst && r <= hanLast:
		return int(unigrams[2*(r-hanFirst)])
	case r == '，' || r == ',' || r == '、':
		return 28
	case r == '。' || r == '“' || r == '”':
		return 34
	case r >= '0' && r <= '9' || r == unknown:
		return 45
	case isMark(r):
		return 55
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == ' ' || r == '\n':
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

// rows is where the pairs of each first character begin.
var rows = sync.OnceValue(func() []uint16 {
	first := make([]uint16, hanLast-hanFirst+2)
	n := len(bigrams) / pairSize
	at := 0
	for i := range first {
		for at < n && int(bigrams[at*pairSize])<<8|int(bigrams[at*pairSize+1]) < hanFirst+i {
			at++
		}
		first[i] = uint16(at)
	}
	return first
})

// pairCost looks a pair up.
func pairCost(a, b rune) (int, bool) {
	if a < hanFirst || b < hanFirst {
		return 0, false
	}
	low, high := int(rows()[a-hanFirst]), int(rows()[a-hanFirst+1])
	for low < high {
		mid := (low + high) / 2
		e := bigrams[mid*pairSize+2:]
		switch r := rune(e[0])<<8 | rune(e[1]); {
		case r == b:
			return int(e[2]), true
		case r < b:
			low = mid + 1
		default:
			high = mid
		}
	}
	return 0, false
}
