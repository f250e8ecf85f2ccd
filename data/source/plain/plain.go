// Package plain reads text files, whatever their encoding, and never fails:
// what could not be read is listed as problems beside the text.
//
//	p := plain.Decode(raw, "")
//	p.Text     // UTF-8
//	p.Raw      // leads every offset of Text to the byte it came from
//
// It knows UTF-8 (with or without mark, and with a broken byte here and there),
// UTF-16 and UTF-32 in both orders, GB18030, which holds GBK and GB2312, Big5 and HZ.
package plain

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"qubi/data/source/page"
	"qubi/model/lang"
)

// What can be wrong with a text.
var (
	ErrBinary = lang.Say("source.binary")
	ErrMixed  = lang.Say("source.mixed")
	ErrTwice  = lang.Say("source.twice")
	ErrLost   = lang.Say("source.lost")
	ErrUnfit  = lang.Say("source.unfit")
	ErrBroken = lang.Say("source.broken")

	// These name an encoding: ask with errors.Is.
	ErrUnread  = lang.Say("source.unread")
	ErrGarbled = lang.Say("source.garbled")
)

// Encodings are the names that Decode takes, as a Page gives them.
func Encodings() []string {
	return []string{"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "HZ"}
}

// Named is the encoding of Encodings that goes by this name, "" for none: gbk,
// GB2312, utf8 and cp950 are told too.
func Named(name string) string {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name)) {
	case "utf8":
		return "UTF-8"
	case "gb18030", "gbk", "gb2312", "gb23121980", "cp936", "ms936", "euccn", "windows936":
		return "GB18030"
	case "big5", "big5hkscs", "cp950", "ms950":
		return "Big5"
	case "utf16", "utf16le", "unicode":
		return "UTF-16LE"
	case "utf16be":
		return "UTF-16BE"
	case "utf32", "utf32le":
		return "UTF-32LE"
	case "utf32be":
		return "UTF-32BE"
	case "hz", "hzgb2312":
		return "HZ"
	}
	return ""
}

// Read reads a text file in the encoding, "" for that which its bytes tell, and what
// its front matter states.
func Read(encoding string) page.Reader {
	return func(r io.ReaderAt, size int64) (page.Page, error) {
		raw, err := page.Bytes(r, size)
		if err != nil {
			return page.Page{}, err
		}
		p := Decode(raw, encoding)
		p.Stated, p.Text = frontMatter(p.Text)
		return p, nil
	}
}

// Decode reads the bytes as text in the encoding, one of Encodings, or "" for
// the one that the bytes tell. Bytes that are no character of the encoding
// become U+FFFD; a binary file gives an empty text.
func Decode(raw []byte, encoding string) page.Page {
	if len(bytes.TrimSpace(raw)) == 0 {
		return page.Page{Format: "txt", Encoding: "UTF-8", Problems: []page.Problem{{Err: page.ErrEmpty}}}
	}
	if encoding != "" {
		p := decodeAs(raw, encoding)
		if isUnfit(raw, p) {
			return without(p, ErrUnfit)
		}
		return looked(p)
	}
	if name := unread(raw); name != "" {
		return without(page.Page{}, lang.Say("source.unread", name))
	}
	if p, ok := once(raw); ok {
		return looked(p)
	}
	return Guess(raw, Detect(raw))
}

// Guess is Decode in an encoding that nobody asked for: what is no Chinese in it gives
// an empty text.
func Guess(raw []byte, encoding string) page.Page {
	p := decodeAs(raw, encoding)
	if !isBinary(p.Text) && isGarbled(raw, p) {
		return without(p, lang.Say("source.garbled", encoding, lang.Words(Encodings())))
	}
	return looked(p)
}

// without is a page whose text is none, and why.
func without(p page.Page, why error) page.Page {
	return page.Page{Format: "txt", Encoding: p.Encoding, Problems: []page.Problem{{Err: why}}}
}

// looked is a page that was decoded, if it is text, and what its text shows to be wrong.
func looked(p page.Page) page.Page {
	if isBinary(p.Text) {
		return without(p, ErrBinary)
	}
	p.Text = lineEnds(p.Text)
	if len(p.Problems) == 0 && isLost(p.Text) {
		p.Problems = append(p.Problems, page.Problem{Err: ErrLost})
	}
	return p
}

func decodeAs(raw []byte, encoding string) page.Page {
	mark := func(m string) int {
		if bytes.HasPrefix(raw, []byte(m)) {
			return len(m)
		}
		return 0
	}
	switch encoding {
	case "UTF-16LE":
		return decodeUTF16(raw, mark(markLittle), false)
	case "UTF-16BE":
		return decodeUTF16(raw, mark(markBig), true)
	case "GB18030":
		if isMixed(raw[mark(markUTF8):]) {
			return decodeLines(raw, mark(markUTF8))
		}
		return decodeGB18030(raw, mark(markUTF8))
	case "Big5":
		return decodeBig5(raw)
	case "UTF-32LE", "UTF-32BE":
		return decodeUTF32(raw, encoding == "UTF-32BE")
	case "HZ":
		return decodeHZ(raw)
	}
	if mark(markUTF8) == 0 && utf8.Valid(raw) {
		return page.Page{Format: "txt", Encoding: "UTF-8", Text: string(raw)}
	}
	return decodeUTF8(raw, mark(markUTF8))
}

// isUnfit reports whether an encoding that was asked for is not that of the bytes: every
// tenth character is none, they are no Chinese in it, or UTF-8 beyond chance.
func isUnfit(raw []byte, p page.Page) bool {
	const tenth, chance = 10, 20
	if strings.Count(p.Text, "\uFFFD")*tenth > utf8.RuneCountInString(p.Text) || isGarbled(raw, p) {
		return true
	}
	return (p.Encoding == "GB18030" || p.Encoding == "Big5") && utf8.Valid(raw) && len(raw)-utf8.RuneCount(raw) > chance
}
