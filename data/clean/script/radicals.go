package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"qubi/data/clean/piece"
)

//go:embed tables/radicals.txt
var radicalsText string

// radicalOf leads from the radicals of dictionaries to the characters that they
// look like.
var radicalOf = sync.OnceValue(func() map[rune]string {
	all := map[rune]string{}
	for line := range dataLines(radicalsText) {
		for line != "" {
			r, n := utf8.DecodeRuneInString(line)
			_, m := utf8.DecodeRuneInString(line[n:])
			all[r] = line[n : n+m]
			line = line[n+m:]
		}
	}
	return all
})

// Radicals puts characters in place of the radicals that look like them: the
// PDFs of browsers name glyphs by them, so that text copied from one has ⻩河 for
// 黄河, and 1―9月 for 1—9月. The two forms beyond the block of radicals that such PDFs
// use too are put right only beside one.
func Radicals(text string) []piece.Edit {
	if !hasRadical(text) {
		return nil
	}
	var edits []piece.Edit
	for at, r := range text {
		if r < firstRadical && r != horizontalBar {
			continue
		}
		with := radicalOf()[r]
		if isCompatible(r) {
			with = norm.NFC.String(string(r))
		}
		if with != "" {
			edits = append(edits, piece.Put(at, at+utf8.RuneLen(r), with))
		}
	}
	return edits
}

// isCompatible reports a second code of a character (U+F98E for 年), as some fonts'
// texts have it.
func isCompatible(r rune) bool { return r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F }

// The radicals: CJK Radicals Supplement and Kangxi Radicals.
const firstRadical, lastRadical = 0x2E80, 0x2FD5

// Others that share a glyph with the character that is meant: the dash that some tables of
// codes have for —, and a rare character that looks like 胶.
const (
	horizontalBar = 0x2015
	rareGlue      = "㬵"
)

// hasRadical looks for a radical, or for another code of a character, by its first
// byte.
func hasRadical(text string) bool {
	for _, first := range [...]byte{0xE2, 0xEF, 0xF0} {
		for at := strings.IndexByte(text, first); at >= 0; {
			if r, _ := utf8.DecodeRuneInString(text[at:]); r >= firstRadical && r <= lastRadical || r == horizontalBar || isCompatible(r) {
				return true
			}
			n := strings.IndexByte(text[at+1:], first)
			if n < 0 {
				break
			}
			at += 1 + n
		}
	}
	return strings.Contains(text, rareGlue)
}
