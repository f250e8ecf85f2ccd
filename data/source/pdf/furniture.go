package pdf

import (
	"regexp"
	"slices"
	"strings"
	"sync"
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
		for _, l := range edges(p) {
			count[of(l)]++
		}
	}
	for i, p := range pages {
		n := 0
		pages[i] = slices.DeleteFunc(p, func(l line) bool {
			n++
			if n > edgeLines && n <= len(p)-edgeLines {
				return false
			}
			repeated := count[of(l)] > 1 && count[of(l)]*2 > len(pages)
			return repeated || pageNumber().MatchString(strings.TrimSpace(l.text))
		})
	}
}

// edges are the lines at the top and at the foot of a page.
func edges(p []line) []line {
	if len(p) <= 2*edgeLines {
		return p
	}
	return slices.Concat(p[:edgeLines], p[len(p)-edgeLines:])
}
