package pdf

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"qubi/data/source/page"
)

var (
	numerals   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9０-９一二三四五六七八九十]+`) })
	pageNumber = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[\s—\-－·第/共页]*[0-9]+[\s—\-－·/共页0-9]*$`)
	})
)

// edgeLines is how many lines at the top and the foot of a page may be its head
// and its number.
const edgeLines = 3

// dropFurniture leaves out what stands at the same height of most pages, numerals
// aside, and page numbers at their edges.
func dropFurniture(pages [][]line) {
	type place struct {
		height int
		text   string
	}
	of := func(l line) place {
		return place{int(l.y / 4), numerals().ReplaceAllString(strings.TrimSpace(l.text), "#")}
	}
	count := map[place]int{}
	for _, p := range pages {
		here := map[place]bool{} // the cells of a table are alike on one page
		for _, l := range edges(p) {
			here[of(l)] = true
		}
		for at := range here {
			count[at]++
		}
	}
	for i, p := range pages {
		n, cells := 0, rowSizes(p)
		pages[i] = slices.DeleteFunc(p, func(l line) bool {
			n++
			if n > edgeLines && n <= len(p)-edgeLines {
				return false
			}
			if l.table != nil {
				return false
			}
			repeated := count[of(l)] > 1 && count[of(l)]*2 > len(pages)
			return repeated || cells[n-1] < tableRow && isPageNumber(strings.TrimSpace(l.text))
		})
	}
}

// isPageNumber reports a page's number; a day in figures, as stands below a title, is none.
func isPageNumber(s string) bool { return pageNumber().MatchString(s) && page.Day(s).IsZero() }

// tableRow is how many lines stand beside each other in a row of a table.
const tableRow = 3

// rowSizes is, by line, how many stand beside each other there.
func rowSizes(lines []line) []int {
	sizes := make([]int, len(lines))
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && besides(lines[to-1], lines[to]) {
			to++
		}
		for i := range lines[from:to] {
			sizes[from+i] = to - from
		}
		from = to
	}
	return sizes
}

// besides reports whether a line stands behind another in one row.
func besides(before, l line) bool { return before.y-l.y < .3*l.size && l.x0 > before.x1 }

// edges are the lines at the top and at the foot of a page.
func edges(p []line) []line {
	if len(p) <= 2*edgeLines {
		return p
	}
	return slices.Concat(p[:edgeLines], p[len(p)-edgeLines:])
}
