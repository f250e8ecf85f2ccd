package plain

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"qubi/data/source/page"
	"qubi/model"
)

// decoding is a text being decoded and the way back to its bytes.
type decoding struct {
	text strings.Builder
	raw  model.Offsets
	at   int // byte of the file that comes next

	// derived
	line   int
	broken int // line of the first broken byte, 0 for none
}

// add takes the next n bytes of the file as the character r.
func (d *decoding) add(r rune, n int) {
	from := d.text.Len()
	d.text.WriteRune(r)
	size := d.text.Len() - from
	if last := len(d.raw) - 1; last >= 0 && int(d.raw[last].FromStep) == size && int(d.raw[last].ToStep) == n && int(d.raw[last].To)+int(d.raw[last].Len)/size*n == d.at {
		d.raw[last].Len += int32(size)
	} else {
		d.raw = append(d.raw, model.Run{From: int32(from), To: int32(d.at), Len: int32(size), FromStep: uint8(size), ToStep: uint8(n)})
	}
	d.at += n
	if r == '\n' {
		d.line++
	}
}

// bad takes the next n bytes of the file as broken.
func (d *decoding) bad(n int) {
	if d.broken == 0 {
		d.broken = d.line
	}
	d.add(utf8.RuneError, n)
}

func (d *decoding) page(encoding string) page.Page {
	p := page.Page{Format: "txt", Encoding: encoding, Text: d.text.String(), Raw: d.raw}
	if d.broken > 0 {
		p.Problems = []page.Problem{{Line: d.broken, Err: ErrBroken}}
	}
	return p
}

// lineEnds makes a CR that stands alone, the line end of old Macs, a line end
// like the others: of the same size, so that every place stays where it is.
func lineEnds(text string) string {
	if strings.Count(text, "\r") == strings.Count(text, "\r\n") {
		return text
	}
	b := []byte(text)
	for i, c := range b {
		if c == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
			b[i] = '\n'
		}
	}
	return string(b)
}

// newDecoding begins behind skip bytes of mark.
func newDecoding(raw []byte, skip int) *decoding {
	d := &decoding{at: skip, line: 1}
	d.text.Grow(len(raw) + len(raw)/2)
	return d
}

func decodeUTF8(raw []byte, skip int) page.Page {
	d := newDecoding(raw, skip)
	d.utf8(raw)
	return d.page("UTF-8")
}

// utf8 takes the rest of the bytes as UTF-8.
func (d *decoding) utf8(raw []byte) {
	for d.at < len(raw) {
		r, n := utf8.DecodeRune(raw[d.at:])
		if r == utf8.RuneError && n == 1 {
			d.bad(1)
			continue
		}
		d.add(r, n)
	}
}

func decodeUTF16(raw []byte, skip int, big bool) page.Page {
	name := "UTF-16LE"
	unit := func(i int) rune { return rune(raw[i]) | rune(raw[i+1])<<8 }
	if big {
		name = "UTF-16BE"
		unit = func(i int) rune { return rune(raw[i])<<8 | rune(raw[i+1]) }
	}
	d := newDecoding(raw, skip)
	for d.at+1 < len(raw) {
		r, n := unit(d.at), 2
		if utf16.IsSurrogate(r) {
			if r = utf8.RuneError; d.at+3 < len(raw) {
				r = utf16.DecodeRune(unit(d.at), unit(d.at+2))
			}
			if r == utf8.RuneError {
				d.bad(2)
				continue
			}
			n = 4
		}
		d.add(r, n)
	}
	if d.at < len(raw) {
		d.bad(1)
	}
	return d.page(name)
}

// decodeGB18030 reads GB18030 and its parts GBK and GB2312. Never by the GBK
// decoder: it refuses four-byte characters.
func decodeGB18030(raw []byte, skip int) page.Page {
	d := newDecoding(raw, skip)
	d.pairs(raw, simplifiedchinese.GB18030, sizeGB18030)
	return d.page("GB18030")
}

// decodeLines reads a file of which some lines are UTF-8 and the others GB18030, as
// when texts of two origins are put together.
func decodeLines(raw []byte, skip int) page.Page {
	d := newDecoding(raw, skip)
	for d.at < len(raw) {
		end := len(raw)
		if n := bytes.IndexByte(raw[d.at:], '\n'); n >= 0 {
			end = d.at + n + 1
		}
		if line := raw[:end]; utf8.Valid(line[d.at:]) {
			d.utf8(line)
		} else {
			d.pairs(line, simplifiedchinese.GB18030, sizeGB18030)
		}
	}
	p := d.page("GB18030")
	p.Problems = append(p.Problems, page.Problem{Err: ErrMixed})
	return p
}

// isMixed reports lines that only UTF-8 can be, among others that it cannot.
func isMixed(raw []byte) bool {
	const sure = 5 // characters: pairs of GB18030 hardly ever look like so many
	good := false
	for line := range bytes.Lines(raw) {
		good = good || utf8.Valid(line) && len(line) > utf8.RuneCount(line)+2*sure-1
	}
	return good
}

// decodeBig5 reads Big5 with the extensions that pages use.
func decodeBig5(raw []byte) page.Page {
	d := newDecoding(raw, 0)
	d.pairs(raw, traditionalchinese.Big5, sizeBig5)
	return d.page("Big5")
}

// pairs lets x/text decode the rest of the bytes and walks both sides to find which
// of them gave which character; size tells how many bytes one took.
func (d *decoding) pairs(raw []byte, enc encoding.Encoding, size func([]byte, rune) int) {
	text, _ := enc.NewDecoder().Bytes(raw[d.at:]) // broken bytes come as U+FFFD
	for d.at < len(raw) && len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		took := size(raw[d.at:], r)
		if r == utf8.RuneError && !bytes.HasPrefix(raw[d.at:], []byte(encodedError)) {
			d.bad(took)
			continue
		}
		d.add(r, took)
	}
	d.at = max(d.at, len(raw))
}

// encodedError is U+FFFD itself in GB18030, as a file may hold it.
const encodedError = "\x84\x31\xA4\x37"

// sizeGB18030 is how many bytes x/text took for r at the start of b.
func sizeGB18030(b []byte, r rune) int {
	if b[0] <= 0x80 || b[0] == 0xFF || len(b) < 2 {
		return 1
	}
	if c := b[1]; c >= 0x40 && c != 0x7F && c != 0xFF {
		return 2
	}
	if r != utf8.RuneError || bytes.HasPrefix(b, []byte(encodedError)) {
		return 4
	}
	return 1
}

// sizeBig5 is sizeGB18030 for Big5. Its four codes for a letter with its accent
// give two characters, of which the accent takes no bytes.
func sizeBig5(b []byte, r rune) int {
	switch {
	case r == 0x304, r == 0x30C:
		return 0
	case b[0] <= 0x80 || b[0] == 0xFF || len(b) < 2 || b[1] < 0x40:
		return 1
	}
	return 2
}
