package extract

import (
	"testing"

	"qubi/data/lexicon"
	"qubi/data/numeral"
)

// No word for a part of a year, for a plan's years or for a number is passed over for how it begins.
func TestPartsOfAYearBegin(t *testing.T) {
	var words []string
	for word := range lexicon.Rows(lexicon.Spans) {
		words = append(words, word)
	}
	words = append(append(words, lexicon.FiveYears.Words()...), lexicon.FiveYearsInFull.Words()...)
	for r := range rune(0x10000) {
		if numeral.Belongs(r) || yearCounts.Has(r) {
			words = append(words, string(r))
		}
	}
	for _, word := range words {
		if r, _ := lexicon.First(word); !partRunes.Has(r) {
			t.Errorf("%s is passed over", word)
		}
	}
}
