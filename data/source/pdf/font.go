package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// coding is how a font's codes lie in a string.
type coding int

const (
	oneByte  coding = iota
	twoBytes        // always two
	mixed           // one or two, by the first, as GBK and Big5 do
)

// font decodes the strings of one font.
type font struct {
	coding  coding
	decoder encoding.Encoding // of mixed codes
	utf16   bool              // codes are UTF-16
	gb1     bool              // codes are characters of Adobe-GB1
	unicode map[int]string    // what the font itself says of its codes, or its encoding

	width map[int]float64
	usual float64 // width of all other codes
	scale float64 // of widths, to the size of the font
}

// glyph is one code of a string.
type glyph struct {
	text  string
	width float64 // by the size of the font
	blank bool    // a single byte 32, which word spacing widens
}

// mostFonts bounds the fonts that are kept; documents have some dozens.
const mostFonts = 10_000

// font is the font of a dictionary. Pages share fonts, so they are kept by what
// the dictionary says: the name by which a page calls it means another one
// elsewhere.
func (d *document) font(v pdf.Value) *font {
	key := v.String()
	if f := d.fonts[key]; f != nil {
		return f
	}
	f := newFont(v)
	if len(d.fonts) < mostFonts {
		d.fonts[key] = f
	}
	return f
}

func newFont(v pdf.Value) *font {
	f := &font{width: map[int]float64{}, usual: 1000, scale: .001, unicode: toUnicode(v.Key("ToUnicode"))}
	if v.Key("Subtype").Name() == "Type0" {
		f.composite(v)
	} else {
		f.single(v)
	}
	return f
}

// single reads a font of single bytes.
func (f *font) single(v pdf.Value) {
	if len(f.unicode) == 0 {
		f.unicode = latin(v.Key("Encoding"))
	}
	first := int(v.Key("FirstChar").Int64())
	widths := v.Key("Widths")
	for i := range min(widths.Len(), 256) {
		f.width[first+i] = widths.Index(i).Float64()
	}
	f.usual = v.Key("FontDescriptor").Key("MissingWidth").Float64()
	if len(f.width) == 0 && f.usual == 0 {
		f.usual = 500 // a font that every reader has need not tell its widths
	}
	if m := v.Key("FontMatrix"); v.Key("Subtype").Name() == "Type3" && m.Len() == 6 {
		f.scale = m.Index(0).Float64()
	}
}

// composite reads a font of many characters.
func (f *font) composite(v pdf.Value) {
	d := v.Key("DescendantFonts").Index(0)
	if usual := d.Key("DW"); !usual.IsNull() {
		f.usual = usual.Float64()
	}
	f.widths(d.Key("W"))
	name := v.Key("Encoding").Name()
	starts := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(name, p) {
				return true
			}
		}
		return false
	}
	switch {
	case starts("GBK", "GB-EUC", "GBpc"):
		f.coding, f.decoder = mixed, simplifiedchinese.GB18030
	case starts("B5", "ETen", "HKscs", "ETenms"):
		f.coding, f.decoder = mixed, traditionalchinese.Big5
	case strings.Contains(name, "UCS2"), strings.Contains(name, "UTF16"):
		f.coding, f.utf16 = twoBytes, true
	default: // Identity, or a table of the file's own, which is taken as Identity
		f.coding, f.gb1 = twoBytes, d.Key("CIDSystemInfo").Key("Ordering").RawString() == "GB1"
	}
}

// widths reads runs of widths: first [w w …], or first last w.
func (f *font) widths(w pdf.Value) {
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := range min(list.Len(), mostCodes) {
				f.width[first+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), mostCodes)
		for code := max(first, 0); code <= last; code++ {
			f.width[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// mostCodes is how many codes a font has at most: two bytes of them.
const mostCodes = 1 << 16

// glyphs gives the codes of a string one by one.
func (f *font) glyphs(raw string, yield func(glyph)) {
	for len(raw) > 0 {
		n := f.size(raw)
		code := 0
		for i := range min(n, 2) {
			code = code<<8 | int(raw[i])
		}
		width, known := f.width[code]
		switch {
		case !known && f.coding != oneByte && (f.decoder != nil || f.utf16) && code < 0x80:
			width = f.usual / 2 // Latin letters of fonts that tell no widths
		case !known:
			width = f.usual
		}
		yield(glyph{f.text(raw[:n], code), width * f.scale, n == 1 && raw[0] == ' '})
		raw = raw[n:]
	}
}

// size is how many bytes the first code of a string has.
func (f *font) size(raw string) int {
	n := 1
	switch {
	case f.coding == mixed && raw[0] > 0x80 && len(raw) > 3 && raw[1] >= '0' && raw[1] <= '9':
		n = 4
	case f.coding == mixed && raw[0] > 0x80, f.coding == twoBytes:
		n = 2
	}
	if f.utf16 && len(raw) > 3 && raw[0] >= 0xD8 && raw[0] < 0xDC {
		n = 4
	}
	return min(n, len(raw))
}

// text is what a code stands for, "" where nothing tells.
func (f *font) text(raw string, code int) string {
	if s, ok := f.unicode[code]; ok {
		return s
	}
	switch {
	case f.decoder != nil:
		s, _ := f.decoder.NewDecoder().String(raw)
		return s
	case f.utf16:
		var units []uint16
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		return string(utf16.Decode(units))
	case f.gb1:
		if r := gb1(code); r > 0 {
			return string(r)
		}
	}
	return ""
}
