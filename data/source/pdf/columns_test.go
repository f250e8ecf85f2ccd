package pdf

import (
	"strings"
	"testing"
)

// set puts a text of Chinese characters in lines of a width, from the top left corner.
func set(chars []char, text string, x, y, size float64, width int) []char {
	for i, r := range []rune(text) {
		chars = append(chars, char{x: x + float64(i%width)*size, y: y - float64(i/width)*size*1.4, w: size, size: size, text: string(r)})
	}
	return chars
}

// Three columns a character apart are read one after the other, though the lines of
// the first, under a large title, stand beside no line of the others.
func TestNarrowColumns(t *testing.T) {
	one, two, three := strings.Repeat("甲", 20*16), strings.Repeat("乙", 30*16), strings.Repeat("丙", 30*16)
	chars := set(nil, "题题题题题题题题", 40, 780, 16, 8)
	chars = set(chars, one, 40, 743, 8, 16)
	chars = set(chars, two, 40+17*8, 780, 8, 16)
	chars = set(chars, three, 40+34*8, 780, 8, 16)
	blocks, _ := columns(lines(chars), 0)
	var got strings.Builder
	for _, b := range blocks {
		for _, l := range b {
			got.WriteString(l.text)
		}
	}
	if want := "题题题题题题题题" + one + two + three; got.String() != want {
		t.Errorf("%d blocks, read in another order: %.600s", len(blocks), got.String())
	}
}
