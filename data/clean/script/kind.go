package script

import "unicode"

// What kind of sign a character is, wherever text is cleaned.

// IsBlank reports whether r shows nothing: blanks of every width, line ends,
// and marks without width.
func IsBlank(r rune) bool {
	switch {
	case r <= ' ':
		return true
	case r < 0x7F:
		return false
	case r >= 0x2010 && r < 0x2028: // dashes and quotation marks, which are many
		return false
	case r > 0x3000:
		return r == 0xFEFF
	}
	return IsInvisible(r) || unicode.IsSpace(r)
}

// IsDigit reports whether r is a digit of either width, or %.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '%' }

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }

// IsDigits reports whether s is digits and nothing else.
func IsDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// IsInvisible reports a mark without width: joiners, marks that turn the direction
// of writing (with them a quote could show other than it is), and the second
// set of control characters, which terminals obey.
func IsInvisible(r rune) bool {
	switch {
	case r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF, r == 0xAD:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r >= 0x7F && r <= 0x9F && r != 0x85
}
