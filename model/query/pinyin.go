package query

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/model"
)

// Pinyin matching walks the characters of a key with the set of all places in
// the query that can have been reached, one bit each:
//
//	query  z h d x m          places 0 1 2 3 4 5
//	  重 zhong, chong          0 -> 1 (z), 2 (zh)
//	  点 dian                  2 -> 3
//	  项 xiang                 3 -> 4
//	  目 mu                    4 -> 5 = all of it
//
// The set keeps the walk linear whatever the readings are.

func (n needle) inPinyin(key string) bool {
	if !n.mayPinyin(key) {
		return false
	}
	for i := range key {
		if n.pinyinAt(key, i) > 0 {
			return true
		}
		if n.head {
			break
		}
	}
	return false
}

// sounds reports whether a text matches by pinyin: as its key is read, or as its
// own characters are.
func (n needle) sounds(s string) bool {
	if n.runes == nil {
		return false
	}
	key := model.Fold(s)
	if n.inPinyin(key) {
		return true
	}
	own := ownKey(s)
	return own != key && n.inPinyin(own)
}

// findPinyin returns the places where the key matches by pinyin.
func (n needle) findPinyin(key string) []model.Span {
	if !n.mayPinyin(key) {
		return nil
	}
	var found []model.Span
	for i := 0; i < len(key); {
		if end := n.pinyinAt(key, i); end > 0 {
			found = append(found, model.Span{Start: i, End: end})
			i = end
		} else {
			_, size := utf8.DecodeRuneInString(key[i:])
			i += size
		}
		if n.head {
			break
		}
	}
	return found
}

func (n needle) mayPinyin(key string) bool {
	return n.runes != nil && (len(key) < longText || n.letters > 2 || n.mixed())
}

// pinyinAt is the end of the shortest match that begins at a place of the key
// (the one that ends with the key when the needle is a tail); 0 when there is none.
func (n needle) pinyinAt(key string, start int) int {
	places := uint64(1)
	done := uint64(1) << len(n.runes)
	for at := start; at < len(key); {
		r, size := utf8.DecodeRuneInString(key[at:])
		places = n.step(places, r)
		at += size
		if places&done != 0 && (!n.tail || at == len(key)) {
			return at
		}
		if places == 0 {
			return 0
		}
	}
	return 0
}

// step is the set of places after one more rune of the key.
func (n needle) step(places uint64, r rune) (next uint64) {
	t := syllableTable()
	ids := t.read(r)
	for q := range n.runes {
		if places&(1<<q) == 0 {
			continue
		}
		if n.runes[q] == r {
			next |= 1 << (q + 1)
		}
		if !isLetter(n.runes[q]) {
			continue
		}
		for _, id := range ids {
			next |= n.spell(q, t.names[id])
		}
	}
	return next
}

// spell is the set of places reached from q by a syllable: its first letter,
// its initial of two letters (zh ch sh), the whole of it, or, where the query
// ends within it, as much as has been typed.
func (n needle) spell(q int, syllable string) (next uint64) {
	same := 0
	for same < len(syllable) && q+same < len(n.runes) && spells(n.runes[q+same], syllable, same) {
		same++
	}
	if same == 0 {
		return 0
	}
	next = 1 << (q + 1)
	if same >= 2 && syllable[1] == 'h' && strings.IndexByte("zcs", syllable[0]) >= 0 {
		next |= 1 << (q + 2)
	}
	if same == len(syllable) || q+same == len(n.runes) {
		next |= 1 << (q + same)
	}
	return next
}

// spells reports whether a typed letter stands for one of a syllable. ü is kept
// as v, which is how it is typed; before e many write u for it.
func spells(typed rune, syllable string, at int) bool {
	letter := rune(syllable[at])
	return typed == letter || typed == 'u' && strings.HasPrefix(syllable[at:], "ve")
}

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
