package query

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
