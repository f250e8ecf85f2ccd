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
	done := 0 // what lies before is in order
	for at := 0; at < len(text); at++ {
		if c := text[at]; isChinese(c) {
			at += 2
			continue
		} else if c != '0' && c != 'O' && c != 0xE2 && c != 0xEF { // no round sign begins so
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if !isRound(r) || !isYearDigit(before) && (at == 0 || at != done) {
			continue
		}
		rest := strings.TrimLeftFunc(text[at:], isRound)
		if next, _ := utf8.DecodeRuneInString(rest); next == '年' || isYearDigit(next) {
			edits = append(edits, piece.Put(at, at+n, "〇"))
			done = at + n
		}
	}
	return edits
}

// isRound reports what looks like 〇.
func isRound(r rune) bool {
	switch r {
	case '○', '◯', 'Ｏ', 'O', '０', '0':
		return true
	}
	return false
}

func isYearDigit(r rune) bool { return strings.ContainsRune("〇零一二三四五六七八九", r) }
