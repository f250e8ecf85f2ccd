package clean

import (
	"regexp"
	"strings"
	"sync"

	"qubi/data/clean/piece"
)

// A heading in running text: its mark and its words, which may be spaced out (农 业).
const flowedHeading = `(?:(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]) *|\d{1,2}\. *\p{Han})(?:[^\s，,。；;：:]{2,30}|\p{Han}(?: \p{Han})+)`

var (
	flowedHeadings = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[。：:][ \x{3000}]+((?:` + flowedHeading + `[ \x{3000}]+)+)`)
	})
	oneHeading = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(flowedHeading) })
)

// flowed gives lines of their own to the headings of a text whose lines were run into one:
//
//	…居全市第二。 二、农 业 农业经济稳步增长。
//
// Where there is one alone, it may be anything.
func flowed(text string, lines lines) (edits []piece.Edit) {
	for _, l := range lines.filled {
		if l.runes < longParagraph || !strings.Contains(l.text, "。 ") && !strings.Contains(l.text, "。\u3000") && !strings.Contains(l.text, ": ") && !strings.Contains(l.text, "： ") {
			continue
		}
		found := flowedHeadings().FindAllStringSubmatchIndex(text[l.start:l.end], -1)
		if len(found) < 2 && (len(found) == 0 || len(oneHeading().FindAllString(text[l.start+found[0][2]:l.start+found[0][3]], -1)) < 2) {
			continue
		}
		for _, m := range found {
			from, end := l.start+m[2], l.start+m[3]
			at := from - 1 // what parts it from the text before it
			for !strings.HasPrefix(text[at:], " ") && !strings.HasPrefix(text[at:], "\u3000") {
				at--
			}
			for _, h := range oneHeading().FindAllStringIndex(text[from:end], -1) {
				edits = append(edits, piece.Put(at, from+h[0], "\n"))
				at = from + h[1]
			}
			edits = append(edits, piece.Put(at, end, "\n"))
		}
	}
	return edits
}

// longParagraph is how many characters a line has that may be several.
const longParagraph = 200
