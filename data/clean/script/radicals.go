package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

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
// 黄河. The two forms beyond the block of radicals that such PDFs use too are
// put right only beside one.
func Radicals(text string) []piece.Edit {
	if !hasRadical(text) {
		return nil
	}
	var edits []piece.Edit
	for at, r := range text {
		if r < firstRadical {
			continue
		}
		if with := radicalOf()[r]; with != "" {
			edits = append(edits, piece.Put(at, at+utf8.RuneLen(r), with))
		}
	}
	return edits
}

// The radicals: CJK Radicals Supplement and Kangxi Radicals.
const firstRadical, lastRadical = 0x2E80, 0x2FD5

// hasRadical looks for a radical by its bytes: E2 BA 80 to E2 BF 95.
func hasRadical(text string) bool {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], 0xE2)
		if n < 0 {
			return false
		}
		at += n
		if r, _ := utf8.DecodeRuneInString(text[at:]); r >= firstRadical && r <= lastRadical {
			return true
		}
		at++
	}
}
