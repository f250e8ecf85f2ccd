package export

import (
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// The fixed widths agree with the library that measures for terminals, for
// every character that can stand in a report.
func TestWidthOfCharacters(t *testing.T) {
	narrow := runewidth.NewCondition()
	narrow.EastAsianWidth = false
	narrow.StrictEmojiNeutral = true
	blocks := []*unicode.RangeTable{unicode.Han, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul, unicode.P, unicode.Nd, unicode.Sc, unicode.Sm}
	wrong := 0
	for r := rune(0x20); r < 0x30000; r++ {
		if !unicode.In(r, blocks...) || r > 0xFFFF && !unicode.Is(unicode.Han, r) || r >= 0x16FE0 && r < 0x17000 || unicode.IsControl(r) || r >= 0x1160 && r <= 0x11FF {
			continue
		}
		if got, want := runeWidth(r), narrow.RuneWidth(r); got != want {
			if wrong++; wrong < 20 {
				t.Errorf("%U %c: %d, want %d", r, r, got, want)
			}
		}
	}
}
