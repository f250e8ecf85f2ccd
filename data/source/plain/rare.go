package plain

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"qubi/data/source/page"
)

// Rare encodings: UTF-32, and those of 7 bits that old mail was sent in.
const (
	markLittle32 = "\xFF\xFE\x00\x00"
	markBig32    = "\x00\x00\xFE\xFF"
	hzBegin      = "~{"
	hzEnd        = "~}"
)

// rare is the encoding of bytes in a rare one, "" for none.
func rare(raw []byte) string {
	switch start := raw[:min(len(raw), sample)&^3]; {
	case bytes.HasPrefix(raw, []byte(markLittle32)), isUTF32(start, 2):
		return "UTF-32LE"
	case bytes.HasPrefix(raw, []byte(markBig32)), isUTF32(start, 0):
		return "UTF-32BE"
	case is7Bit(start) && isHZ(start):
		return "HZ"
	}
	return ""
}

// isUTF32 reports whether the two high bytes of every four, at an offset, are those of a
// character, nearly all of the first row, and nearly all bytes beside them are not.
func isUTF32(raw []byte, high int) bool {
	low, first := 0, 0
	for i := 0; i+3 < len(raw); i += 4 {
		a, b := raw[i+high], raw[i+high+1]
		if a != 0 && b != 0 || a > 0x10 || b > 0x10 {
			return false
		}
		if a == 0 && b == 0 {
			first++
		}
		if raw[i+2-high] != 0 || raw[i+3-high] != 0 {
			low++
		}
	}
	most := len(raw) - len(raw)/8
	return low > 1 && low*4 > most && first*4 > most
}

func is7Bit(raw []byte) bool {
	return bytes.IndexFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// isHZ reports whether a text switches to pairs of GB2312 and back.
func isHZ(raw []byte) bool {
	pairs := 0
	for rest := raw; ; {
		_, inner, found := bytes.Cut(rest, []byte(hzBegin))
		chars, behind, ends := bytes.Cut(inner, []byte(hzEnd))
		if !found || !ends {
			return pairs > 3
		}
		if len(chars)%2 != 0 || bytes.IndexFunc(chars, func(r rune) bool { return r <= ' ' || r > '~' }) >= 0 {
			return false
		}
		pairs, rest = pairs+len(chars)/2, behind
	}
}

func decodeUTF32(raw []byte, big bool) page.Page {
	d, name := newDecoding(raw, 0), "UTF-32LE"
	if big {
		name = "UTF-32BE"
	}
	for ; d.at+3 < len(raw); d.four(raw[d.at:d.at+4], big) {
	}
	if d.at < len(raw) {
		d.bad(len(raw) - d.at)
	}
	return d.page(name)
}

// four takes the next four bytes as a character; the mark at the start is none.
func (d *decoding) four(b []byte, big bool) {
	r := rune(b[0]) | rune(b[1])<<8 | rune(b[2])<<16 | rune(b[3])<<24
	if big {
		r = rune(b[3]) | rune(b[2])<<8 | rune(b[1])<<16 | rune(b[0])<<24
	}
	switch {
	case r == '\uFEFF' && d.at == 0:
		d.at += 4
	case !utf8.ValidRune(r):
		d.bad(4)
	default:
		d.add(r, 4)
	}
}

func decodeHZ(raw []byte) page.Page {
	d := newDecoding(raw, 0)
	chinese := false
	for d.at < len(raw) {
		switch s := raw[d.at:]; {
		case bytes.HasPrefix(s, []byte(hzBegin)), bytes.HasPrefix(s, []byte(hzEnd)):
			chinese = s[1] == '{'
			d.at += 2
		case bytes.HasPrefix(s, []byte("~~")):
			d.add('~', 2)
		case bytes.HasPrefix(s, []byte("~\n")): // the line goes on
			d.at += 2
			d.line++
		case s[0] == '\n':
			chinese = false
			d.add('\n', 1)
		case chinese && len(s) > 1:
			pair, err := simplifiedchinese.GB18030.NewDecoder().Bytes([]byte{s[0] | 0x80, s[1] | 0x80})
			if r, _ := utf8.DecodeRune(pair); err != nil || r == utf8.RuneError {
				d.bad(2)
			} else {
				d.add(r, 2)
			}
		default:
			d.add(rune(s[0]), 1)
		}
	}
	return d.page("HZ")
}
