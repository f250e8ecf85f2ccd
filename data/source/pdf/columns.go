package pdf

import "slices"

// columns puts the lines of a page in reading order: a gutter that nearly all
// lines keep free splits the page; lines across it stand between the blocks. A
// page with too little text to show one has that of the page before; 0 is none.
func columns(all []line, before float64) (blocks [][]line, at float64) {
	at, ok := gutter(all)
	if !ok && before > 0 {
		left, right := split(all, before)
		at, ok = before, len(left) > 0 && (len(left)+len(right))*4 > len(all)*3
	}
	if !ok {
		return [][]line{all}, 0
	}
	var left, right []line
	flush := func() {
		for _, half := range [][]line{left, right} { // which may hold two columns themselves
			inner, _ := columns(half, 0)
			blocks = append(blocks, inner...)
		}
		left, right = nil, nil
	}
	for _, l := range all {
		switch {
		case l.x1 <= at:
			left = append(left, l)
		case l.x0 >= at:
			right = append(right, l)
		default:
			flush()
			blocks = append(blocks, []line{l})
		}
	}
	flush()
	return slices.DeleteFunc(blocks, func(b []line) bool { return len(b) == 0 }), at
}

// fewLines is how many lines make a column.
const fewLines = 5

// gutter is where the page or a column is split in two columns of prose.
func gutter(all []line) (at float64, ok bool) {
	if len(all) < 8 {
		return 0, false
	}
	lo, hi := all[0].x0, all[0].x1
	for _, l := range all {
		lo, hi = min(lo, l.x0), max(hi, l.x1)
	}
	most, least := fewLines-1, 0
	for part := 30; part <= 70; part++ {
		x := lo + (hi-lo)*float64(part)/100
		left, right := split(all, x)
		across := len(all) - len(left) - len(right)
		m := min(len(left), len(right))
		if better := m > most || m == most && ok && across < least; better && across*4 < len(left)+len(right) {
			most, least, at, ok = m, across, x, true
		}
	}
	if !ok {
		return 0, false
	}
	left, right := split(all, at)
	return at, prose(left, hi-lo) && prose(right, hi-lo)
}

// split are the widths of the lines on either side of x.
func split(all []line, x float64) (left, right []float64) {
	for _, l := range all {
		switch {
		case l.x1 <= x:
			left = append(left, l.x1-l.x0)
		case l.x0 >= x:
			right = append(right, l.x1-l.x0)
		}
	}
	return left, right
}

// prose reports whether most lines fill their column, as those of a table's
// cells do not.
func prose(widths []float64, page float64) bool {
	slices.Sort(widths)
	top := widths[len(widths)*9/10]
	full := 0
	for _, w := range widths {
		if w > .8*top {
			full++
		}
	}
	return full*2 > len(widths) && top > .25*page
}
