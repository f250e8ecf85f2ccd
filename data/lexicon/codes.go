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

// vague is no code: what a text begins or ends with must be decoded with more care.
const vague = -1

// quick is the code of the rune of three bytes that a text begins with, as nearly all of a
// Chinese text have; vague where it begins with another. It is small enough to stand in the loops
// that ask it, where a call for each rune would cost more than what it does.
func (c *codes) quick(s string) int32 {
	if len(s) >= 3 && common(s[0]) {
		if x, y := s[1]^0x80, s[2]^0x80; x|y < 0x40 {
			return int32(c.common[uint16(s[0])<<12|uint16(x)<<6|uint16(y)])
		}
	}
	return vague
}

// first is the code of the rune that a text begins with, as RuneAt decodes it, and its length.
func (c *codes) first(s string) (code int32, n int) {
	if code = c.quick(s); code != vague {
		return code, 3
	}
	r, n := First(s)
	return c.code(r), n
}

// last is first for the rune that a text ends with.
func (c *codes) last(s string) (code int32, n int) {
	if len(s) >= 3 {
		if code = c.quick(s[len(s)-3:]); code != vague {
			return code, 3
		}
	}
	r, n := Last(s)
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
