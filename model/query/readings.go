package query

import (
	"slices"
	"strings"
	"sync"

	"qubi/model"
)

// The characters that are looked up, CJK Extension A and the unified ideographs.
const firstHan, lastHan = 0x3400, 0x9FFF

// keepsReading tells the characters that fold to one which is not read as they
// are: 乾 is qian, and 干 is not. By its own reading a name is looked for as well.
var keepsReading = sync.OnceValue(func() map[rune]bool {
	t, own := syllableTable(), map[rune]bool{}
	for simplified, traditional := range model.Traditional() {
		as := t.read(simplified)
		for _, id := range t.read(traditional) {
			if id != 0 && !slices.Contains(as[:], id) {
				own[traditional] = true
			}
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
