package lexicon

import (
	"cmp"
	"slices"
)

// codes are numbers of the runes that words hold, from 1; 0 is that of all others.
type codes struct {
	common *[firstRunes]uint16
	rare   []rareCode // of the runes from firstRunes on, by rune
	given  int32      // how many there are
}

// rareCode is the code of a rune beyond the common planes.
type rareCode struct {
	rune rune
	code int32
}

// firstRunes bounds the runes whose codes are found without a search: every character of
// the common planes lies below.
const firstRunes = 0x10000

func newCodes() *codes { return &codes{common: new([firstRunes]uint16)} }

// code is the code of a rune; 0 where no word holds it.
func (c *codes) code(r rune) int32 {
	if r < firstRunes {
		return int32(c.common[r])
	}
	if i, ok := c.find(r); ok {
		return c.rare[i].code
	}
	return 0
}

// at decodes the rune at a place of a text, as RuneAt does; it gives its code and length.
func (c *codes) at(text string, at, end int) (int32, int) {
	if at+3 <= end && common(text[at]) {
		if x, y := text[at+1]^0x80, text[at+2]^0x80; x|y < 0x40 {
			return int32(c.common[uint16(text[at])<<12|uint16(x)<<6|uint16(y)]), 3
		}
	}
	r, n := RuneAt(text, at, end)
	return c.code(r), n
}

// before is at for the rune that ends at a place.
func (c *codes) before(text string, end int) (int32, int) {
	if at := end - 3; at >= 0 && common(text[at]) {
		if x, y := text[at+1]^0x80, text[at+2]^0x80; x|y < 0x40 {
			return int32(c.common[uint16(text[at])<<12|uint16(x)<<6|uint16(y)]), 3
		}
	}
	r, n := RuneBefore(text, end)
	return c.code(r), n
}

// find is the place of a rune among the rare ones, and whether it has a code there.
func (c *codes) find(r rune) (int, bool) {
	return slices.BinarySearchFunc(c.rare, r, func(have rareCode, r rune) int { return cmp.Compare(have.rune, r) })
}

// give is the code of a rune, given to it here at first; 0 where no code is left.
func (c *codes) give(r rune) int32 {
	if code := c.code(r); code != 0 || c.given == vacant-1 {
		return code
	}
	c.given++
	if r < firstRunes {
		c.common[r] = uint16(c.given)
		return c.given
	}
	i, _ := c.find(r)
	c.rare = slices.Insert(c.rare, i, rareCode{r, c.given})
	return c.given
}
