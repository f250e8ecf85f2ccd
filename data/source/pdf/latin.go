package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// glyphsFile has a glyph's name and its character, one a line. The library has them in a
// map, and a program that lets it decode a font makes that map at every start.
//
//go:embed tables/glyphs.txt
var glyphsFile string

var glyphNamed = sync.OnceValue(func() map[string]rune {
	all := map[string]rune{}
	for line := range strings.Lines(glyphsFile) {
		name, code, _ := strings.Cut(strings.TrimSpace(line), " ")
		r, _ := strconv.ParseUint(code, 16, 32)
		all[name] = rune(r)
	}
	return all
})

// The characters in which the encoding of PDF's own strings differs from Latin-1, from
// the codes 0x18 and 0x80 on.
var docLow, docHigh = []rune("˘ˇˆ˙˝˛˚˜"), []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")

// latin are the characters of a font of single bytes that does not tell them itself, by
// its encoding.
func latin(encoding pdf.Value) map[int]string {
	of := func(code int) string { return string([]byte{byte(code)}) } // nobody knows
	switch kind, name := encoding.Kind(), encoding.Name(); {
	case kind == pdf.Dict:
		of = func(code int) string { return string(rune(code)) }
	case kind == pdf.Null, name == "Identity-H":
		of = func(code int) string { return string(docRune(code)) }
	case name == "WinAnsiEncoding":
		of = func(code int) string { return string(charmap.Windows1252.DecodeByte(byte(code))) }
	case name == "MacRomanEncoding":
		of = func(code int) string { return string(charmap.Macintosh.DecodeByte(byte(code))) }
	}
	all := make(map[int]string, 256)
	for code := range 256 {
		all[code] = of(code)
	}
	code, differences := -1, encoding.Key("Differences")
	for i := range differences.Len() {
		switch x := differences.Index(i); x.Kind() {
		case pdf.Integer:
			code = int(x.Int64())
		case pdf.Name:
			if r := glyphNamed()[x.Name()]; r != 0 {
				all[code] = string(r)
			}
			code++
		}
	}
	return all
}

// docRune is the character of a code in PDF's own strings.
func docRune(code int) rune {
	r := rune(code)
	switch {
	case code == 0xa0:
		return '€'
	case code >= 0x18 && code < 0x18+len(docLow):
		return docLow[code-0x18]
	case code >= 0x80 && code < 0x80+len(docHigh):
		return docHigh[code-0x80]
	case r == 0xad, unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r):
		return utf8.RuneError
	}
	return r
}
