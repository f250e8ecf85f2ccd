package model

import (
	"sync"

	"qubi/model/pinyin"
)

// The characters that are looked up, CJK Extension A and the unified ideographs.
const firstHan, lastHan = 0x3400, 0x9FFF

// readingTable holds the readings of every character, since a search asks for
// those of millions. Rare readings (市 as fu) find more than is meant, so that
// only the three commonest count.
var readingTable = sync.OnceValue(func() [][]string {
	table := make([][]string, lastHan-firstHan+1)
	for i := range table {
		all := pinyin.Of(rune(firstHan + i))
		table[i] = all[:min(len(all), 3)]
	}
	return table
})

// readings are the toneless pinyin syllables of a character, common ones first.
func readings(r rune) []string {
	if r < firstHan || r > lastHan {
		return nil
	}
	return readingTable()[r-firstHan]
}

// initialsTable holds, for every character, the set of letters that one of its
// readings begins with: most characters are passed over by that alone.
var initialsTable = sync.OnceValue(func() []uint32 {
	table := make([]uint32, lastHan-firstHan+1)
	for i, all := range readingTable() {
		for _, s := range all {
			table[i] |= letterBit(rune(s[0]))
		}
	}
	return table
})

// letterBit is a letter's bit in a set; none for what is no letter.
func letterBit(r rune) uint32 {
	if !isLetter(r) {
		return 0
	}
	return 1 << (r - 'a')
}
