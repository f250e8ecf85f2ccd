package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberEnds tells for each byte of the text the end of the number that it
// lies in, sign and unit included; 0 outside of numbers. For the first byte of
// a number, where a line may well break, it is negative.
func numberEnds(s string) []int {
	ends := make([]int, len(s)+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		start := i
		if i += n; !unicode.IsDigit(r) {
			continue
		}
		if sign, n := utf8.DecodeLastRuneInString(s[:start]); strings.ContainsRune(signs, sign) {
			start -= n
		}
		i = numberEnd(s, i)
		ends[start] = -i
		for k := start + 1; k < i; k++ {
			ends[k] = i
		}
	}
	return ends
}

// numberEnd is the end of the number that goes on at byte i after a digit:
// digits, ranges and ratios of them, scales, a unit.
func numberEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch {
		case unicode.IsDigit(r), strings.ContainsRune(scales, r):
			i += n
		case strings.ContainsRune(links, r) && unicode.IsDigit(next):
			i += n
		default:
			return i + unit(s[i:])
		}
	}
	return i
}

// unit is the length of the unit that the text starts with: the longest that
// is known, else one sign or Han character.
func unit(s string) int {
	longest := 0
	for word := range strings.Lines(unitWords) {
		if word = strings.TrimSpace(word); len(word) > longest && strings.HasPrefix(s, word) {
			longest = len(word)
		}
	}
	if longest > 0 {
		return longest
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.Is(unicode.Han, r) || strings.ContainsRune("%％‰℃°㎡㎞", r) {
		return n
	}
	return 0
}
