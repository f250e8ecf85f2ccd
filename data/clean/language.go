package clean

import (
	_ "embed"
	"sort"
)

// The language table tells plausible Chinese from chance. Both files hold the
// negative logarithm of a probability in tenths, one byte.
//
// unigrams.bin: one byte for each character from U+4E00 to U+9FFF.
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
	hanFirst  = 0x4E00
	hanLast   = 0x9FFF
	unseen    = 170 // cost of a character that the word list does not have
	backoff   = 12  // what a pair costs beyond its second character when it was never seen
	afterMark = 7   // what a character costs less where a word must begin
	strange   = 160 // cost of a sign that reports do not use: ┛ ㄓ ǘ
)

// cost is how surprising r is behind before, in tenths of a natural logarithm.
// Both are simplified characters.
func cost(before, r rune) int {
	if isHan(before) && isHan(r) {
		if c, ok := pairCost(before, r); ok {
			return c
		}
		return single(r) + backoff
	}
	c := single(r)
	if isHan(r) {
		return c - afterMark
	}
	if isDigit(before) && isDigit(r) {
		return min(c, 15)
	}
	if r < 0x80 && before < 0x80 && before > ' ' {
		return min(c, 40)
	}
	return c
}

// single is how rare a character is by itself.
func single(r rune) int {
	switch {
	case r >= hanFirst && r <= hanLast:
		return int(unigrams[r-hanFirst])
	case r == '，' || r == ',' || r == '、':
		return 35
	case r == '。' || r == '“' || r == '”':
		return 40
	case r >= '0' && r <= '9':
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

// pairCost looks a pair up.
func pairCost(a, b rune) (int, bool) {
	const size = 5
	want := uint32(a)<<16 | uint32(b)
	at := func(i int) uint32 {
		e := bigrams[i*size : i*size+4]
		return uint32(e[0])<<24 | uint32(e[1])<<16 | uint32(e[2])<<8 | uint32(e[3])
	}
	n := len(bigrams) / size
	i := sort.Search(n, func(i int) bool { return at(i) >= want })
	if i < n && at(i) == want {
		return int(bigrams[i*size+4]), true
	}
	return 0, false
}
