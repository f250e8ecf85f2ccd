package plain

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"qubi/data/source/page"
)

// once undoes what a program did that took UTF-8 for another encoding and stored the
// result as UTF-8 again: 鍘嗕笅鍖 for 历下区, å¾ for 徐. What it could not read it
// lost; the places stay. Not ok where a text is none such.
func once(file []byte) (p page.Page, ok bool) {
	encode, gb := wrongly(file[:min(len(file), sample)])
	if encode == nil || !utf8.Valid(file) {
		return p, false
	}
	text := string(bytes.TrimPrefix(file, []byte(markUTF8)))
	raw := make([]byte, 0, len(text))
	from := make([]int32, 0, len(text)) // the place of the rune that gave each byte
	for at, r := range text {
		for _, b := range encode(r) {
			raw, from = append(raw, b), append(from, int32(at))
		}
	}
	from = append(from, int32(len(text)))
	d := newDecoding(raw, len(file)-len(text))
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if gb {
			r, n = pairOf(raw[i:])
		}
		if size := int(from[i+n] - from[i]); r == utf8.RuneError {
			d.bad(size)
		} else {
			d.add(r, size)
		}
		i += n
	}
	if good, broken := wholeUTF8(raw); !gb && (good < 8 || broken*2 > good) {
		return p, false
	}
	p = d.page("UTF-8")
	p.Problems = []page.Problem{{Err: ErrTwice}}
	return p, true
}

// pairOf is the character of GB2312 or GBK at the start of b, and its bytes.
func pairOf(b []byte) (rune, int) {
	if b[0] < utf8.RuneSelf || len(b) < 2 {
		return rune(b[0]), 1
	}
	pair, err := simplifiedchinese.GBK.NewDecoder().Bytes(b[:2])
	if r, _ := utf8.DecodeRune(pair); err == nil {
		return r, 2
	}
	return utf8.RuneError, 1
}

// wrongly is the encoding that a text's signs show it to have been taken for, told by
// what became of its commas and stops; nil for none. What was so taken was GBK, or UTF-8.
func wrongly(text []byte) (encode func(rune) []byte, gb bool) {
	count := func(words ...string) (n int) {
		for _, w := range words {
			n += bytes.Count(text, []byte(w))
		}
		return n
	}
	most := func(words ...string) bool { // as good as no text has any
		n := count(words...)
		return n > 2 && n > 2+count("，", "。", "、", "的")
	}
	switch {
	case most("锛", "銆", "鐨"):
		encoder := simplifiedchinese.GB18030.NewEncoder()
		return func(r rune) []byte {
			b, _ := encoder.Bytes([]byte(string(r)))
			if len(b) > 2 { // of a code that the other program reads otherwise
				return []byte{0xFF}
			}
			return b
		}, false
	case most("ï¼", "ã\u0080", "ã€"):
		return latin, false
	case most("£¬", "¡£", "µÄ"):
		return latin, true
	}
	return nil, false
}

// latin is a letter of Windows' Latin ones as its byte.
func latin(r rune) []byte {
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return []byte{b}
	}
	if r < 0x100 {
		return []byte{byte(r)}
	}
	return []byte{0xFF}
}
