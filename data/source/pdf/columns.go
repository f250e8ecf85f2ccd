package pdf

import "slices"

// columns puts the lines of a page in reading order: a gutter that nearly all
// lines keep free splits the page; lines across it stand between the blocks. A
// page with too little text to show one has that of the page before; 0 is none.
func columns(all []line, before float64) (blocks [][]line, at float64) {
	g, ok := gutterOf(all)
	if !ok && before > 0 {
		left, right := split(all, before)
		g, ok = gutter{at: before}, len(left) > 0 && (len(left)+len(right))*4 > len(all)*3
	}
	if !ok {
		return [][]line{all}, 0
	}
	for _, run := range g.runs(all) {
		if len(run) == 1 || g.rare && !g.parts(run) {
			blocks = append(blocks, run)
			continue
		}
		var left, right []line
		for _, l := range run {
			if l.x1 <= g.at {
				left = append(left, l)
			} else {
				right = append(right, l)
			}
		}
		for _, half := range [][]line{left, right} { // which may hold two columns themselves
			inner, _ := columns(half, 0)
			blocks = append(blocks, inner...)
		}
	}
	return slices.DeleteFunc(blocks, func(b []line) bool { return len(b) == 0 }), g.at
}

// fewLines is how many lines make a column.
const fewLines = 5

// gutter is where the page or a column is split in two columns of prose.
type gutter struct {
	at   float64
	wide float64 // the page
	rare bool    // most lines reach across: only what stands in columns itself is split
}

// gutterOf is the gutter that leaves the most lines on either side.
func gutterOf(all []line) (best gutter, ok bool) {
	if len(all) < 8 {
		return best, false
	}
	lo, hi := all[0].x0, all[0].x1
	for _, l := range all {
		lo, hi = min(lo, l.x0), max(hi, l.x1)
	}
	most, least := fewLines-1, 0
	for part := 30; part <= 70; part++ {
		g := gutter{at: lo + (hi-lo)*float64(part)/100, wide: hi - lo}
		left, right := g.columns(all)
		across := len(all) - len(left) - len(right)
		m := min(len(left), len(right))
		if better := m > most || m == most && ok && across < least; better && (!g.rare || g.parts(all)) {
			most, least, best, ok = m, across, g, true
		}
	}
	return best, ok && best.parts(all)
}

// columns are the widths of the lines on either side: of all, or of those alone that stand
// beside others where most reach across, such as a long title above two columns.
func (g *gutter) columns(all []line) (left, right []float64) {
	left, right = split(all, g.at)
	if g.rare = (len(all)-len(left)-len(right))*4 >= len(left)+len(right); !g.rare {
		return left, right
	}
	left, right = nil, nil
	for _, run := range g.runs(all) {
		if a, b := split(run, g.at); min(len(a), len(b)) >= fewLines {
			left, right = append(left, a...), append(right, b...)
		}
	}
	return left, right
}

// parts reports whether what stands on either side is prose.
func (g gutter) parts(all []line) bool {
	left, right := g.columns(all)
	return min(len(left), len(right)) >= fewLines && prose(left, g.wide) && prose(right, g.wide)
}

// runs are the lines between those that reach across, each of which is a run.
func (g gutter) runs(all []line) (runs [][]line) {
	from := 0
	for i, l := range all {
		if l.x1 > g.at && l.x0 < g.at {
			runs = append(runs, all[from:i:i], all[i:i+1:i+1])
			from = i + 1
		}
	}
	return append(runs, all[from:])
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
