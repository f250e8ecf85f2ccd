package model

import (
	"slices"
	"strings"
)

// Written is a metric's number, with the sign of a fall, and its unit as the text writes
// them; a compound value,
// which is kept in its smallest unit, whole: 31分48 and 秒 for 1908 seconds.
func (f *Fact) Written() (number, unit string) {
	number, unit = f.Stated().Value.String(), f.Quantity.Unit
	if !f.Is(FlagCompoundVal) || unit == "" {
		return number, unit
	}
	quote := f.Quote()
	end := strings.LastIndex(quote, unit)
	if end < 0 {
		return number, unit
	}
	digits, han := 0, 0 // han are the characters between two runs of digits
	start := end
	before := []rune(quote[:end])
	slices.Reverse(before)
	for _, r := range before {
		switch {
		case r >= '0' && r <= '9' || r == '.':
			digits, han = digits+1, 0
		case digits > 0 && han < 2 && r > 0x2e80:
			han++
		default:
			han = 3
		}
		if han > 2 {
			break
		}
		if start -= len(string(r)); han == 0 {
			number = quote[start:end]
		}
	}
	return number, unit
}
