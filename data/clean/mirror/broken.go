package mirror

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/script"
)

// Some mirrors show nothing for a byte that is left over at a cut. What tells of
// such a cut is the text behind it, which is out of step up to a byte that is a
// letter or a sign, as the second byte of a character may be:
//
//	。”縣委  A1A3 A1B1 BF68  -> !笨h委      A3A1 is ！, A1 before it is gone
//
// At a line's end nothing is left to tell: 規模。 is 規!, as an exclamation is.

// outOfStep is how many characters behind a mark are weighed.
const outOfStep = 12

// isBroken reports whether what stands behind the mark at an offset is out of step:
// no words, up to a letter or a sign that belongs to none.
func (m Page) isBroken(at int) bool {
	r, n := utf8.DecodeRuneInString(m.page[at:])
	if !isCut(r) {
		return false
	}
	before, sum := '。', int32(0)
	rest := m.page[at+n:]
	for count := int32(1); count <= outOfStep; count++ {
		r, n := utf8.DecodeRuneInString(rest)
		if n == 0 || r == '\n' || r == '(' || isCut(r) {
			break
		}
		r, rest = script.Simplified().Char(r), rest[n:]
		sum += pairTable().cost(before, r)
		before = r
		if strings.ContainsRune("^_`~", r) || isLetterAlone(r, rest) && sum > poor*count {
			return true
		}
	}
	return false
}

// isLetterAlone reports a Latin letter before text that goes on without another.
func isLetterAlone(r rune, rest string) bool {
	return isLatin(r) && rest != "" && !isLatin(rune(rest[0]))
}

func isLatin(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// drops reports whether the page shows nothing for bytes that are left over: a place
// out of step behind a mark without a ? before it.
func (m Page) drops() bool {
	for at, r := range m.page {
		if isCut(r) && (at == 0 || m.page[at-1] != '?') && m.isBroken(at) {
			return true
		}
	}
	return false
}

// isLost reports whether the mark at an offset is one at which the end of a line may
// be lost without a trace.
func (m Page) isLost(at int) bool {
	rest, cut := strings.CutPrefix(m.page[at:], "!")
	if !cut {
		rest, cut = strings.CutPrefix(m.page[at:], "！")
	}
	return m.dropping && cut && (rest == "" || rest[0] == '\n')
}
