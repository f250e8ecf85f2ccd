package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mark stands for a character that must not reach a terminal but whose place
// in the text should be seen.
const mark = '?'

// mostMarks is how many marks may stand over one character: a pile of them is
// drawn over the lines above.
const mostMarks = 4

// tab is the distance of the tab stops, in cells.
const tab = 4

// Clean makes text of unknown origin fit for a terminal:
//
//   - control characters (C0, C1, DEL, so no escape sequence can start),
//     bytes that are not UTF-8 and unassigned code points become one "?";
//   - characters that are not seen but change what is (zero-width, bidi
//     controls, soft hyphens, variation selectors, tags) are taken out;
//   - line ends of every kind become "\n", which alone remains of the control
//     characters; tabs become spaces up to the next stop of four cells;
//   - of the marks over one character the first few stay;
//   - a letter and its accent become one character where Unicode has it.
//
// Clean text comes back as it is, without a copy. Cleaning twice is cleaning
// once. Byte offsets into the text do not survive: cut it first, then clean the
// pieces.
func Clean(s string) string {
	n := cleanPrefix(s)
	if n == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:n])
	col := Measure{}.Width(s[strings.LastIndexByte(s[:n], '\n')+1 : n])
	marks := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if marks > mostMarks {
			n += size
			continue
		}
		text := cleanRune(r, size, col, strings.HasPrefix(s[n+size:], "\n"))
		b.WriteString(text)
		if col += (Measure{}).Width(text); text == "\n" {
			col = 0
		}
		n += size
	}
	return norm.NFC.String(b.String())
}

// usual reports whether a rune is one of most of any text, of its marks or of
// ours, all of which may be shown.
func usual(r rune) bool {
	return ' ' <= r && r < 0x7f || r == '\n' || 0x4e00 <= r && r <= 0x9fff ||
		0x3000 <= r && r <= 0x301f || 0xff01 <= r && r <= 0xff5e || 0x2500 <= r && r <= 0x25ff
}

// cleanPrefix is the length of the start of the text that is clean already.
func cleanPrefix(s string) int {
	accents, marks, base := false, 0, 0
	for i, r := range s {
		mark := !usual(r) && unicode.Is(unicode.M, r)
		if marks++; !mark {
			marks, base = 0, i
		}
		if marks > mostMarks {
			return base
		}
		switch {
		case usual(r):
		case r == utf8.RuneError, !shown(r), dropped(r):
			return i
		default:
			accents = accents || r < 0x4e00 && mark
		}
	}
	if accents && !norm.NFC.IsNormalString(s) {
		return 0
	}
	return len(s)
}

// cleanRune is what stands for the rune at the given column. beforeNewline
// says that a "\n" follows, which makes one line end of "\r\n".
func cleanRune(r rune, size, col int, beforeNewline bool) string {
	switch {
	case r == '\n', r == '\u0085', r == '\u2028', r == '\u2029':
		return "\n"
	case r == '\r' && beforeNewline:
		return ""
	case r == '\r':
		return "\n"
	case r == '\t':
		return Blank(tab - col%tab)
	case r == utf8.RuneError && size <= 1, !shown(r) && !dropped(r):
		return string(mark)
	case dropped(r):
		return ""
	}
	return string(r)
}

// Safe reports whether the rune may reach a terminal as it is. Clean text has
// no others but line ends.
func Safe(r rune) bool {
	return ' ' <= r && r < 0x7f || Certain(r) || markWidth(r) > 0 || r != utf8.RuneError && shown(r) && !dropped(r)
}

// shown reports whether the rune is an assigned character with a picture.
// Private use counts: old encodings put rare Han characters there.
func shown(r rune) bool {
	return unicode.IsGraphic(r) || unicode.Is(unicode.Co, r)
}

// dropped reports whether the rune only changes how others are drawn: format
// characters (zero-width, bidi, soft hyphen, tags), variation selectors, and
// the fillers, which are letters that nobody sees.
func dropped(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r == 0x034f
}
