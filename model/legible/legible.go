// Package legible makes texts of unknown origin (file names, titles, what a
// report says) fit to leave the program: for a terminal, a table, a spreadsheet,
// the clipboard. There, what is no character to see is an order, turns the text
// round, or hides it.
//
//   - control characters (C0, C1, DEL, so no escape sequence can start) become
//     one "?" each, line ends and tabs a blank, bytes that are not UTF-8 are read as
//     GBK (names of files from Windows) or become "�";
//   - format characters (zero-width, bidi controls, soft hyphens, tags) and codes that are
//     no characters (U+FFFE) go;
//   - of marks that stand over one character (é̂̃…) the first few stay.
//
// A text that is legible already comes back as it is. What is shown in cells of
// the browser is cleaned by tui/cell, which also knows their widths.
package legible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// MostMarks is how many marks one character may carry; no writing needs more.
const MostMarks = 4

// Line is a text on one line.
func Line(s string) string { return clean(s, "") }

// Text is a text whose line ends and tabs stay, for what is laid out by them.
func Text(s string) string { return clean(strings.ReplaceAll(s, "\r\n", "\n"), "\n\t") }

// Name is the name of a file as UTF-8. Archives from Windows leave names in the bytes
// of GBK; where it is neither, "�" stands for what is no character.
func Name(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	if t, err := simplifiedchinese.GB18030.NewDecoder().String(s); err == nil && !strings.ContainsRune(t, utf8.RuneError) {
		return t
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// clean cleans all but the characters to keep.
func clean(s, keep string) string {
	n := prefix(s, keep)
	if n == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for _, r := range Name(s) {
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		switch {
		case strings.ContainsRune(keep, r):
			b.WriteRune(r)
		case r == '\n', r == '\r', r == '\t', r == '\u0085', r == '\u2028', r == '\u2029':
			b.WriteByte(' ')
		case unicode.IsControl(r):
			b.WriteByte('?')
		case hidden(r) || marks > MostMarks:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// prefix is the length of the start of the text that is legible already.
func prefix(s, keep string) int {
	marks := 0
	for i, r := range s {
		switch {
		case usual(r), strings.ContainsRune(keep, r):
			marks = 0
			continue
		case r == utf8.RuneError, hidden(r):
			return i
		case unicode.Is(unicode.M, r):
			if marks++; marks > MostMarks {
				return i
			}
		default:
			marks = 0
		}
	}
	return len(s)
}

// usual reports what most of a text is: neither a mark nor hidden. There are others.
func usual(r rune) bool {
	return ' ' <= r && r < 0x7f || '㐀' <= r && r <= 0x9fff || '\u2010' <= r && r < '\u2028' || '\u3000' <= r && r <= '\u3020' || '！' <= r && r <= '～'
}

// hidden reports whether the rune is not one to see.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// JSON is a piece of JSON in which such characters are written as escapes: the
// same texts, which a terminal can be shown. (JSON itself escapes C0 alone.) A
// piece must not end within a character.
func JSON(b []byte) []byte {
	var out []byte // nil as long as all is legible
	marks := 0
	for at := 0; at < len(b); {
		r, n := utf8.DecodeRune(b[at:])
		if usual(r) && out == nil {
			marks = 0
			at += n
			continue
		}
		if marks++; r < 0x300 || !unicode.Is(unicode.M, r) {
			marks = 0
		}
		escaped := r >= 0x7f && hidden(r) || marks > MostMarks
		if escaped && out == nil {
			out = append(make([]byte, 0, len(b)+16), b[:at]...)
		}
		switch {
		case escaped && r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		case escaped:
			out = fmt.Appendf(out, `\u%04x`, r)
		case out != nil:
			out = append(out, b[at:at+n]...)
		}
		at += n
	}
	if out == nil {
		return b
	}
	return out
}
