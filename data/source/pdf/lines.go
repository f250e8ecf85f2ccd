package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a run of characters beside each other.
type line struct {
	x0, x1, y, size float64
	text            string
}

// wide reports whether a character fills a square, as Chinese ones do.
func wide(r rune) bool { return r >= 0x2E80 }

// lines groups the characters of a page by baseline, and cuts at wide gaps.
func lines(chars []char) []line {
	chars = slices.DeleteFunc(chars, twice())
	slices.SortStableFunc(chars, func(a, b char) int { return cmp.Compare(b.y, a.y) })
	var all []line
	for len(chars) > 0 {
		n := 1
		for n < len(chars) && chars[0].y-chars[n].y < .45*max(chars[0].size, chars[n].size) {
			n++
		}
		row := chars[:n]
		slices.SortStableFunc(row, func(a, b char) int { return cmp.Compare(a.x, b.x) })
		all = cutRow(row, all)
		chars = chars[n:]
	}
	return all
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

// Gaps between characters, by their size: where a line is cut, where a blank
// stands between Latin letters, where one stands beside Chinese characters.
const (
	gapCut   = 1.6
	gapLatin = .3
	gapWide  = .8
)

// cutRow appends the lines of a row of characters.
func cutRow(row []char, all []line) []line {
	var l line
	var b strings.Builder
	flush := func() {
		if l.text = b.String(); strings.TrimSpace(l.text) != "" {
			all = append(all, l)
		}
		b.Reset()
	}
	for _, c := range row {
		if strings.TrimFunc(c.text, unicode.IsSpace) == "" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			continue
		}
		gap := c.x - l.x1
		if b.Len() == 0 || gap > gapCut*c.size {
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

func blankBetween(before string, c char, gap float64) bool {
	p, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(c.text)
	return p != ' ' && gap > gapLatin*c.size && (!wide(p) && !wide(q) || gap > gapWide*c.size)
}
