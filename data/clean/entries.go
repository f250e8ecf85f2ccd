package clean

import (
	"strconv"
	"strings"

	"qubi/data/clean/piece"
)

// entries joins the number of an entry to the name that stands below it, as a list does that was
// taken out of a table cell by cell:
//
//	1
//	甲路改造工程          -> 1.甲路改造工程
//	总投资2亿元,…            总投资2亿元,…
//
// The numbers run from 1 on, three of them at least: what stands alone on a page now and then is
// the page's number, and running text goes on below it.
func entries(text string) []piece.Edit {
	if !strings.Contains(text, "\n1\n") && !strings.Contains(text, "\n1\r") {
		return nil // as most texts
	}
	filled := linesOf(text, lines{}).filled
	var edits []piece.Edit
	for i, l := range filled {
		if i+1 == len(filled) || l.text != strconv.Itoa(len(edits)+1) {
			continue
		}
		if next := filled[i+1]; next.runes <= short && !next.running && !holdsDigit(next.text[:1]) {
			end := l.start + strings.Index(text[l.start:l.end], l.text) + len(l.text)
			edits = append(edits, piece.Put(end, next.start+strings.Index(text[next.start:next.end], next.text), "."))
		}
	}
	if len(edits) < 3 {
		return nil
	}
	return edits
}
