package plain

import (
	"bytes"
	"unicode/utf8"
)

// The marks that may stand at the start of a text.
const (
	markUTF8   = "\xEF\xBB\xBF"
	markLittle = "\xFF\xFE"
	markBig    = "\xFE\xFF"
)

// Detect is the encoding of the bytes, one of Encodings, tried from the most to
// the least telling.
func Detect(raw []byte) string {
	mark := func(m string) bool { return bytes.HasPrefix(raw, []byte(m)) }
	if name := rare(raw); name != "" {
		return name
	}
	switch {
	case mark(markUTF8) && looksUTF8(raw[len(markUTF8):]): // some editors put the mark before other encodings too
		return "UTF-8"
	case mark(markLittle):
		return "UTF-16LE"
	case mark(markBig):
		return "UTF-16BE"
	case utf8.Valid(raw) && bytes.IndexByte(raw[:min(len(raw), sample)], 0) < 0:
		return "UTF-8"
	}
	if big, ok := looksUTF16(raw); ok {
		if big {
			return "UTF-16BE"
		}
		return "UTF-16LE"
	}
	switch {
	case utf8.Valid(raw), looksUTF8(raw):
		return "UTF-8"
	case looksBig5(raw[:min(len(raw), sample)]):
		return "Big5"
	}
	return "GB18030"
}

// sample is how much of a file the guesses look at.
const sample = 1 << 16

// isBinary reports whether a text's beginning is full of control characters.
func isBinary(text string) bool {
	text = text[:min(len(text), sample)]
	bad := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
			bad++
		}
	}
	return bad > 8 && bad > len(text)/50
}

// looksUTF8 reports whether bytes that are not all UTF-8 are mostly so: at
// most one run of broken bytes to twenty characters beyond ASCII.
func looksUTF8(raw []byte) bool {
	good, broken := wholeUTF8(raw)
	return good+broken == 0 || good > 0 && broken <= 1+good/20
}

// wholeUTF8 counts the characters beyond ASCII that are whole, and the runs of bytes
// that are none.
func wholeUTF8(raw []byte) (good, broken int) {
	raw = raw[:min(len(raw), sample)]
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		i += n
		if r != utf8.RuneError || n > 1 {
			good++
			continue
		}
		broken++
		for i < len(raw) && !utf8.RuneStart(raw[i]) { // the rest of a cut character
			i++
		}
	}
	return good, broken
}

// looksUTF16 tells UTF-16 without mark by the half of each pair that holds the
// row of Chinese characters (4E to 9F), their marks (30, FF) or ASCII (00).
func looksUTF16(raw []byte) (big, ok bool) {
	raw = raw[:min(len(raw), sample)&^1]
	if len(raw) < 8 {
		return false, false
	}
	var row [2]int
	for i, b := range raw {
		if b >= 0x4E && b <= 0x9F || b == 0x30 || b == 0xFF || b == 0 {
			row[i&1]++
		}
	}
	pairs, zero := len(raw)/2, bytes.IndexByte(raw, 0) >= 0
	for half, n := range row {
		other := row[1-half]
		if n*10 >= pairs*9 && (zero || other*2 < n) && n > other {
			return half == 0, true
		}
	}
	return false, false
}

// pairs counts the pairs of bytes that are usual in each of two encodings.
type pairs struct{ big5, gb int }

// looksBig5 tells Big5 from GB18030. The common characters of Big5 lie in rows
// A4 to C6 with second bytes 40-7E and A1-FE, its marks in row A1 below 80; those
// of GB2312 in rows B0 to D7, its marks in A1 and A3, always with A1-FE. A text
// cut in the middle of a pair is counted from its second byte too.
func looksBig5(raw []byte) bool {
	p := countPairs(raw)
	if q := countPairs(raw[min(1, len(raw)):]); q.big5+q.gb > p.big5+p.gb {
		p = q
	}
	return p.big5*10 > p.gb*17
}

func countPairs(raw []byte) (p pairs) {
	for i := 0; i+1 < len(raw); {
		lead, trail := raw[i], raw[i+1]
		switch {
		case lead < utf8.RuneSelf:
			i++
			continue
		case trail >= '0' && trail <= '9': // four bytes of GB18030
			i += 4
			continue
		case trail < 0x40 || trail == 0x7F || trail == 0xFF:
			i++
			continue
		}
		if usualBig5(lead, trail) {
			p.big5++
		}
		if usualGB(lead, trail) {
			p.gb++
		}
		i += 2
	}
	return p
}

// usualBig5 reports a common character or mark of Big5.
func usualBig5(lead, trail byte) bool {
	low, high := trail <= 0x7E, trail >= 0xA1
	return lead >= 0xA4 && lead <= 0xC6 && (low || high) || lead == 0xA1 && low
}

// usualGB reports a common character or mark of GB2312.
func usualGB(lead, trail byte) bool {
	return trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3)
}
