// Package source reads a report's bytes as text, whatever their encoding, and
// never fails: what could not be read is listed as problems beside the text.
//
//	page := source.Decode(raw)
//	page.Text     // UTF-8
//	page.Raw      // leads every offset of Text to the byte it came from
//
// It knows UTF-8 (with or without mark, and with a broken byte here and there),
// UTF-16 in both orders and GB18030, which holds GBK and GB2312. The head of
// the page (title, date, district) is not read here, as the house's proposal
// had it, but by package head after cleaning: on a damaged page the head is as
// damaged as the rest.
package source

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"qubi/model"
)

// Page is a file as text.
type Page struct {
	Encoding string        // UTF-8, UTF-16LE, UTF-16BE or GB18030
	Text     string        // the whole file, valid UTF-8
	Raw      model.Offsets // from Text to the file's bytes; empty means identity
	Problems []Problem     // in the order of the text, at most one of a kind
}

// Problem is something about the file that its reader must know.
type Problem struct {
	Line int // from 1; 0 when it concerns the whole file
	Err  error
}

// What can be wrong with a file.
var (
	ErrEmpty  = errors.New("empty file")
	ErrBinary = errors.New("binary file, not text")
	ErrBroken = errors.New("bytes that are no character of the encoding")
)

// Decode reads the bytes as text. Bytes that are no character of the encoding
// become U+FFFD; a binary file gives an empty text.
func Decode(raw []byte) Page {
	if len(bytes.TrimSpace(raw)) == 0 {
		return Page{Encoding: "UTF-8", Problems: []Problem{{0, ErrEmpty}}}
	}
	page := decode(raw)
	if isBinary(page.Text) {
		return Page{Encoding: page.Encoding, Problems: []Problem{{0, ErrBinary}}}
	}
	page.Text = lineEnds(page.Text)
	return page
}

// decode tries the encodings from the most to the least telling.
func decode(raw []byte) Page {
	mark := func(m string) bool { return bytes.HasPrefix(raw, []byte(m)) }
	switch {
	case mark("\xEF\xBB\xBF"):
		return decodeUTF8(raw, 3)
	case mark("\xFF\xFE"):
		return decodeUTF16(raw, 2, false)
	case mark("\xFE\xFF"):
		return decodeUTF16(raw, 2, true)
	case utf8.Valid(raw):
		return Page{Encoding: "UTF-8", Text: string(raw)}
	}
	if big, ok := looksUTF16(raw); ok {
		return decodeUTF16(raw, 0, big)
	}
	if looksUTF8(raw) {
		return decodeUTF8(raw, 0)
	}
	return decodeGB18030(raw)
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
	raw = raw[:min(len(raw), sample)]
	good, broken := 0, 0
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
	return good > 0 && broken <= 1+good/20
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
