package export

import (
	"unicode"

	"golang.org/x/text/width"
)

// Tables are aligned in their source as an editor shows it: East Asian wide
// characters two columns, everything else one, and so for the ambiguous ones
// (“”·—), since a file is not written for one terminal. Only tui/cell measures
// for terminals, by what the terminal answers; this fixed rule is for files,
// and a test holds it against the same tables.

// cellsOf is the columns a text takes.
func cellsOf(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch kind := width.LookupRune(r).Kind(); {
	case r < 0x300:
		return 1
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}
