package plain

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	_ "embed"

	"qubi/data/source/page"
)

// in7Bits are the ways to write a text's bytes in letters of ASCII, and what each writes.
var in7Bits = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"UTF-7":            regexp.MustCompile(`\+(?:[A-Za-z0-9+/]{3,})-?`),
		"percent-encoding": regexp.MustCompile(`(?:%[0-9A-Fa-f]{2}){3,}`),
		"quoted-printable": regexp.MustCompile(`(?:=(?:[0-9A-F]{2}|\r?\n)){3,}`),
		`\u escapes`:       regexp.MustCompile(`(?:\\u[0-9A-Fa-f]{4}){2,}`),
		"base64":           regexp.MustCompile(`(?m)^[A-Za-z0-9+/]{40,}=*\r?\n?`),
	}
})

var isShifted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b\$[()]?[A-Z]`) })

// unread names the encoding of a text in one that is not read, "" for none: that which
// wrote most of it.
func unread(raw []byte) string {
	start := raw[:min(len(raw), sample)]
	if !is7Bit(start) {
		return ""
	}
	if isShifted().Match(start) {
		return "ISO-2022"
	}
	for name, way := range in7Bits() {
		written := 0
		for _, piece := range way.FindAll(start, -1) {
			if name != "UTF-7" || isUTF7(piece) {
				written += len(piece)
			}
		}
		if written*2 > len(start) {
			return name
		}
	}
	return ""
}

// isUTF7 reports whether what stands behind a plus sign is Chinese, written so.
func isUTF7(piece []byte) bool {
	letters := bytes.Trim(piece, "+-")
	units, _ := base64.RawStdEncoding.DecodeString(string(letters[:len(letters)&^3]))
	chinese, other := 0, 0
	for i := 0; i+1 < len(units); i += 2 {
		switch row := units[i]; {
		case row >= 0x4E && row <= 0x9F:
			chinese++
		case row != 0 && row != 0x30 && row != 0xFF && row != 0x20:
			other++
		}
	}
	return chinese > 2*other
}

// few is how many lost characters are none worth telling.
const few = 8

// isLost reports whether a text was saved with signs in the place of its characters:
// U+FFFD, what GB18030 makes of two of them (锟斤拷), or question marks.
func isLost(text string) bool {
	text = text[:min(len(text), sample)]
	marks := strings.Count(text, "\uFFFD") + 3*strings.Count(text, "锟斤拷")
	asked := 2 * strings.Count(text, "??")
	if marks+asked <= few {
		return false
	}
	chinese := 0
	for _, r := range text {
		if r >= 0x4E00 && r <= 0x9FFF {
			chinese++
		}
	}
	if asked > chinese {
		marks += asked
	}
	return marks > few && marks > chinese/20
}

// common are the characters that reports are full of, as mainland and Taiwan write them.
//
//go:embed common.txt
var common string

var isCommon = sync.OnceValue(func() map[rune]bool {
	all := map[rune]bool{}
	for _, r := range common {
		all[r] = true
	}
	return all
})

// isGarbled reports whether a text's letters beyond ASCII are not those of Chinese, as when
// its bytes were taken for another encoding. Of reports four in ten are common, of bytes
// that mean another thing one in eleven at most. What says that it is Unicode is.
func isGarbled(raw []byte, p page.Page) bool {
	const enough, fewest = 30, 7 // letters to judge by; one in so many must be common
	if p.Encoding == "UTF-8" || bytes.HasPrefix(raw, []byte(markLittle)) || bytes.HasPrefix(raw, []byte(markBig)) {
		return false
	}
	letters, usual := 0, 0
	for _, r := range p.Text[:min(len(p.Text), sample)] {
		if r >= utf8.RuneSelf && (unicode.IsLetter(r) || r == utf8.RuneError) {
			letters++
			if isCommon()[r] {
				usual++
			}
		}
	}
	return letters >= enough && usual*fewest < letters
}
