package clean

import (
	"strings"

	"qubi/data/clean/piece"
)

// labels join the labels and values that a page's head has on lines of their own:
//
//	索引号
//	1150/2022-00068      -> 索引号:1150/2022-00068
//
// Fewer than three such labels may be anything.
func labels(text string) []piece.Edit {
	head := text[:min(len(text), headBytes)]
	filled := linesOf(head[:strings.LastIndexByte(head, '\n')+1], lines{}).filled
	var edits []piece.Edit
	lone := 0
	for i, l := range filled {
		if !isLabel(l.text) {
			continue
		}
		if lone++; i+1 == len(filled) || filled[i+1].runes > short || isLabel(filled[i+1].text) {
			continue
		}
		next := filled[i+1]
		value := bullets.TrimLeft(next.text)
		end := l.start + strings.Index(text[l.start:l.end], l.text) + len(l.text)
		from := next.start + strings.LastIndex(text[next.start:next.end], value)
		edits = append(edits, piece.Put(end, from, ":"))
	}
	if lone < 3 {
		return nil
	}
	return edits
}

// headBytes bounds the head of a page.
const headBytes = 4000

// isLabel reports a line that is the label of a field and nothing else. What stands
// alone on many pages (打印) labels nothing there.
func isLabel(s string) bool {
	s = bullets.TrimLeft(s)
	return furnitureWords().is("field", s) && !furnitureWords().is("alone", s)
}
