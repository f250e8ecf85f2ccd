package clean

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
)

// zeros writes the zero among digits in characters as it is read, where an input
// method or a scan has put a circle or a letter for it: 二○二一年, 二Ｏ二一年.
func zeros(text string) []piece.Edit {
	var edits []piece.Edit
	before := rune(0)
	for at, r := range text {
		if isRound(r) && isYearDigit(before) {
			rest := strings.TrimLeftFunc(text[at:], isRound)
			if next, _ := utf8.DecodeRuneInString(rest); next == '年' || isYearDigit(next) {
				edits = append(edits, piece.Put(at, at+utf8.RuneLen(r), "〇"))
				r = '〇'
			}
		}
		before = r
	}
	return edits
}

// isRound reports what looks like 〇.
func isRound(r rune) bool { return strings.ContainsRune("○◯ＯO０0", r) }

func isYearDigit(r rune) bool { return strings.ContainsRune("〇零一二三四五六七八九", r) }
