package export

import (
	"sort"
	"unicode"
)

// Tables are aligned in their source as an editor shows it: East Asian wide
// characters two columns, everything else one, and so for the ambiguous ones
// (“”·—), since a file is not written for one terminal. Only tui/cell measures
// for terminals, by what the terminal answers; this fixed rule is for files,
// and a test holds it against the same tables.

// wide are the first and last code points of the wide and full-width blocks
// that Chinese text can hold (UAX #11), emoji included.
var wide = [...][2]rune{
	{0x1100, 0x115F}, {0x2329, 0x232A}, {0x25FD, 0x25FE}, {0x2E80, 0x2E99}, {0x2E9B, 0x2EF3}, {0x2F00, 0x2FD5}, {0x2FF0, 0x303E},
	{0x3041, 0x3096}, {0x3099, 0x30FF}, {0x3105, 0x312F}, {0x3131, 0x318E}, {0x3190, 0x31E5},
	{0x31EF, 0x321E}, {0x3220, 0x3247}, {0x3250, 0xA48C}, {0xA490, 0xA4C6}, {0xA960, 0xA97C},
	{0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE52}, {0xFE54, 0xFE66},
	{0xFE68, 0xFE6B}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F320}, {0x1F32D, 0x1F335},
	{0x1F337, 0x1F37C}, {0x1F400, 0x1F43E}, {0x1F442, 0x1F4FC}, {0x1F600, 0x1F64F},
	{0x1F680, 0x1F6C5}, {0x1F90C, 0x1F93A}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
}

// width is the columns a text takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	i := sort.Search(len(wide), func(i int) bool { return wide[i][1] >= r })
	switch {
	case i < len(wide) && r >= wide[i][0]:
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}
