package pdf

import (
	"cmp"
	"slices"
	"sort"
)

// A line strikes out what it is drawn through: so high above the foot of the characters, by
// their size, and as long as they are, but for so much at either end.
const (
	struckLow, struckHigh = .15, .5
	struckEnd             = .5
)

// largestStruck is how large characters are at most that are looked for, in points, and
// mostStruck bounds the looking on pages made to harm.
const largestStruck, mostStruck = 60, 1 << 22

// unstruck are the characters of a page; of those that a line is drawn through only the room is
// left, so that no column seems to part there.
func unstruck(rules []rule, chars []char) []char {
	byHeight := slices.Clone(chars)
	slices.SortFunc(byHeight, func(a, b char) int { return cmp.Compare(a.y, b.y) })
	gone, left := map[char]bool{}, mostStruck
	for _, r := range rules {
		if !r.flat() {
			continue
		}
		y := (r.y0 + r.y1) / 2
		from := sort.Search(len(byHeight), func(i int) bool { return byHeight[i].y > y-struckHigh*largestStruck })
		to := sort.Search(len(byHeight), func(i int) bool { return byHeight[i].y >= y })
		if left -= to - from; left < 0 {
			break
		}
		for _, c := range r.through(byHeight[from:to]) {
			gone[c] = true
		}
	}
	if len(gone) == 0 {
		return chars
	}
	chars = slices.Clone(chars)
	for i, c := range chars {
		if gone[c] {
			chars[i].text = ""
		}
	}
	return chars
}

// through are the characters that a line is drawn through; none where it is longer than they
// are, as those of tables.
func (r rule) through(chars []char) (hit []char) {
	x0, x1, size := r.x1, r.x0, 0.
	for _, c := range chars {
		if above := (r.y0+r.y1)/2 - c.y; c.turn == upright && above > struckLow*c.size && above < struckHigh*c.size && c.x+c.w/2 > r.x0 && c.x+c.w/2 < r.x1 {
			hit = append(hit, c)
			x0, x1, size = min(x0, c.x), max(x1, c.x+c.w), max(size, c.size)
		}
	}
	if x0-r.x0 > struckEnd*size || r.x1-x1 > struckEnd*size {
		return nil
	}
	return hit
}
