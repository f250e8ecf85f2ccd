package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/source/page"
)

// line is a run of characters beside each other.
type line struct {
	x0, x1, y, size float64
	text            string
	table           *page.Grid // a table that stands here, else nil
}

// lines groups the characters of a page by baseline, and cuts at wide gaps.
func lines(chars []char) []line {
	chars = slices.DeleteFunc(chars, twice())
	slices.SortStableFunc(chars, func(a, b char) int { return cmp.Compare(b.y, a.y) })
	var rows [][]char
	for len(chars) > 0 {
		n := 1
		for n < len(chars) && chars[0].y-chars[n].y < .45*max(chars[0].size, chars[n].size) {
			n++
		}
		row := chars[:n]
		slices.SortStableFunc(row, func(a, b char) int { return cmp.Compare(a.x, b.x) })
		rows, chars = append(rows, row), chars[n:]
	}
	var all []line
	narrow, shared := gutters(rows), stripes(rows)
	for i, row := range rows {
		all = cutRow(row, narrow, shared[i], all)
	}
	return all
}

// grid is how far apart the places lie at which a page's gaps are counted.
const grid = 2

// gutters are the places that hardly a row of a page covers though there is much on
// either side: columns part there, even if the gap is hardly wider than a character.
func gutters(rows [][]char) map[int]bool {
	begins, covers := map[int]int{}, map[int]int{}
	all, last := 0, 0
	for _, row := range rows {
		for _, c := range row {
			if strings.TrimSpace(c.text) == "" {
				continue
			}
			from, to := int(c.x/grid), int((c.x+c.w)/grid)
			for x := from + 1; x <= to && x <= from+longestChar; x++ {
				covers[x]++
			}
			begins[from]++
			all, last = all+1, max(last, from)
		}
	}
	found := map[int]bool{}
	left := 0
	for x := 0; x <= min(last, widestPage); x++ {
		if covers[x]*10 <= len(rows) && min(left, all-left)*10 >= all && len(rows) >= 2*fewLines {
			found[x] = true
		}
		left += begins[x]
	}
	return found
}

// Bounds for pages made to harm, in places of the grid.
const longestChar, widestPage = 200, 20_000

// isGutter reports a gap that holds a gutter.
func isGutter(gutters map[int]bool, from, to float64) bool {
	for x := max(0, int(from/grid)+1); x <= min(int(to/grid), widestPage) && len(gutters) > 0; x++ {
		if gutters[x] {
			return true
		}
	}
	return false
}

// twice tells the characters that are drawn again at their place, to look bold,
// and those too small to be read.
func twice() func(char) bool {
	type place struct {
		x, y, size int
		text       string
	}
	seen := map[place]bool{}
	return func(c char) bool {
		p := place{int(c.x * 2), int(c.y * 2), int(c.size), c.text}
		again := seen[p]
		seen[p] = true
		return again || c.size < 1
	}
}

// raisedSize is how large at most a character is that stands above its line, raisedBy how far
// above at least, both by the size of the others.
const raisedSize, raisedBy = .85, .15 // browsers: 5/6

// cutRow appends the lines of a row of characters.
func cutRow(row []char, narrow map[int]bool, shared []stripe, all []line) []line {
	var l line
	var b strings.Builder
	flush := func() {
		if l.text = b.String(); strings.TrimSpace(l.text) != "" {
			all = append(all, l)
		}
		b.Reset()
	}
	for _, c := range row {
		if b.Len() > 0 && c.size < raisedSize*l.size && c.y-l.y > raisedBy*l.size {
			c.text = page.Raised(c.text)
		}
		if c.text == "" { // struck out
			if partsAt(l.x1, c, narrow, shared) {
				flush()
			}
			l.x1 = max(l.x1, c.x+c.w)
			continue
		}
		if !c.shows() {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			continue
		}
		gap := c.x - l.x1
		if b.Len() == 0 || partsAt(l.x1, c, narrow, shared) {
			flush()
			l = line{x0: c.x, y: c.y, size: c.size}
		} else if blankBetween(b.String(), c, gap) {
			b.WriteByte(' ')
		}
		b.WriteString(c.text)
		l.x1, l.size = c.x+c.w, max(l.size, c.size)
	}
	flush()
	return all
}

// partsAt reports whether a line that ends there is cut before a character.
func partsAt(end float64, c char, narrow map[int]bool, shared []stripe) bool {
	gap := c.x - end
	return gap > gapCut*c.size || gap > gapGutter*c.size && isGutter(narrow, end, c.x) || gap > gapHead*c.size && within(shared, end, c.x)
}

// within reports whether one of the stripes lies in a gap, in part at least.
func within(shared []stripe, from, to float64) bool {
	return slices.ContainsFunc(shared, func(s stripe) bool { return s.from < to && from < s.to })
}

func blankBetween(before string, c char, gap float64) bool {
	p, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(c.text)
	return p != ' ' && gap > gapLatin*c.size && (!wide(p) && !wide(q) || gap > gapWide*c.size)
}
