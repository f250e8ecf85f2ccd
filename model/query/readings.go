package query

import (
	"slices"
	"strings"
	"sync"

	"qubi/model"
	"qubi/model/pinyin"
)

// The characters that are looked up, CJK Extension A and the unified ideographs.
const firstHan, lastHan = 0x3400, 0x9FFF

// readings are the toneless pinyin syllables of a character, common ones first.
// Rare ones (市 as fu) find more than is meant, so that only the three commonest
// count.
func readings(r rune) []string {
	all := pinyin.Of(r)
	return all[:min(len(all), 3)]
}

// keepsReading tells the characters that fold to one which is not read as they
// are: 乾 is qian, and 干 is not. By its own reading a name is looked for as well.
var keepsReading = sync.OnceValue(func() map[rune]bool {
	own := map[rune]bool{}
	for simplified, t := range model.Traditional() {
		for _, syllable := range readings(t) {
			own[t] = own[t] || !slices.Contains(readings(simplified), syllable)
		}
	}
	return own
})

// ownKey is the key of a text in which such characters are kept; it is as long
// as the key, and mostly the same.
func ownKey(s string) string {
	key := model.Fold(s)
	if key == s {
		return key
	}
	own := keepsReading()
	return strings.Map(func(r rune) rune {
		if own[r] {
			return r
		}
		return model.FoldRune(r)
	}, s)
}
