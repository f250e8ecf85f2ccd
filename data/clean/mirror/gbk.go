package mirror

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// codes is GBK as the mirrors used it, both ways. Pairs of the user's rows and
// pairs without a character have none: a mirror's decoder left them out.
type codes struct {
	rune [pairs + 1]uint16 // by index
	pair [1 << 16]uint16   // by character: lead<<8|trail, 0 for none
}

var gbk = sync.OnceValue(func() *codes {
	// All pairs are decoded at once, each with a line end behind it, for the
	// decoder takes a trail byte that does not fit as a character of its own.
	raw := make([]byte, 0, pairs*3)
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			raw = append(raw, byte(lead), byte(trail), '\n')
		}
	}
	text, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	c := new(codes)
	for i := range pairs {
		r, n := utf8.DecodeRune(text)
		if n > 1 && r != utf8.RuneError && !(r >= 0xE000 && r <= 0xF8FF) {
			c.rune[i] = uint16(r)
			if c.pair[r] == 0 {
				c.pair[r] = uint16(i/191+0x81)<<8 | uint16(i%191+0x40)
			}
		}
		text = text[bytes.IndexByte(text, '\n')+1:]
	}
	return c
})

// pairs is how many pairs of bytes there are, and noPair the index of all others.
const (
	pairs  = 126 * 191
	noPair = pairs
)

// index is the place of two bytes among the pairs.
func index(lead, trail byte) int {
	if lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0xFF {
		return noPair
	}
	return int(lead-0x81)*191 + int(trail-0x40)
}

// decode is the character of two bytes, 0 when they have none.
func (c *codes) decode(lead, trail byte) rune { return rune(c.rune[index(lead, trail)]) }

// encode is the two bytes of a character beyond ASCII; ok is false when GBK
// does not have it.
func (c *codes) encode(r rune) (lead, trail byte, ok bool) {
	if r < 0x80 || r >= 1<<16 || c.pair[r] == 0 {
		return 0, 0, false
	}
	return byte(c.pair[r] >> 8), byte(c.pair[r]), true
}
