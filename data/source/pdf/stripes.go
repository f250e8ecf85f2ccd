package pdf

import (
	"math"
	"slices"
)

// stripe is a gap that rows one below the other share: columns of a table part there, even if
// it is hardly wider than a character.
type stripe struct {
	from, to float64
	rows     []parted // that have it, from above
	last     int      // row in which it was seen
}

// parted is a row at a stripe: its number, and how many characters stand before the stripe
// and behind it, up to the next gaps.
type parted struct{ row, before, behind int }

// fewParted is how many rows tell a column; narrowStripe how wide the gap is at least that all
// of them share, by the size of characters.
const fewParted, narrowStripe = 3, .4

// mostStripes bounds those of a page made to harm.
const mostStripes = 100

// stripes are, by row, where columns part that the rows around it share.
func stripes(rows [][]char) [][]stripe {
	found := make([][]stripe, len(rows))
	keep := func(s stripe) {
		if s.parts() {
			for _, p := range s.rows {
				found[p.row] = append(found[p.row], stripe{from: s.from, to: s.to})
			}
		}
	}
	var open []stripe
	for i, row := range rows {
		open = goOn(open, i, row, keep)
	}
	for _, s := range open {
		keep(s)
	}
	for i := len(rows) - 1; i > 0; i-- {
		if below := found[i]; len(below) > 1 && len(below) > len(found[i-1]) {
			found[i-1] = append(found[i-1], heads(rows[i-1], below)...)
		}
	}
	return found
}

// goOn are the stripes that are open behind a row; those that end before it are given to end.
func goOn(open []stripe, i int, row []char, end func(stripe)) (still []stripe) {
	gaps, x0, x1, size := gapsOf(i, row, gapGutter)
	var waiting []stripe
	for _, s := range open {
		if next := s.narrowed(gaps, i, narrowStripe*size); len(next) > 0 {
			still = append(still, next...)
		} else {
			waiting = append(waiting, s)
		}
	}
	inTable := len(still) > 0
	for _, s := range waiting {
		if (x1 <= s.to || x0 >= s.from) && (inTable || i-s.last <= fewParted) { // what is left of a cell, or a cell is empty
			still = append(still, s)
		} else {
			end(s)
		}
	}
	for _, g := range gaps {
		if !slices.ContainsFunc(still, func(s stripe) bool { return s.last == i && s.from < g.to && g.from < s.to }) {
			still = append(still, g)
		}
	}
	return still[:min(len(still), mostStripes)]
}

// heads are where a row parts that heads columns: its cells may fill them, so that hardly a
// gap is left, but one is left between any two.
func heads(row []char, below []stripe) (all []stripe) {
	gaps, _, _, _ := gapsOf(0, row, gapHead)
	for _, s := range below {
		next := s.narrowed(gaps, 0, 0)
		if len(next) == 0 {
			return nil
		}
		all = append(all, next...)
	}
	return all
}

// gapsOf are the gaps of a row that are so wide, by the size of characters, where it begins and
// ends, and how large its characters are.
func gapsOf(i int, row []char, wide float64) (gaps []stripe, x0, x1, size float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	run := 0 // characters since the last gap
	for _, c := range row {
		if c.text != "" && !c.shows() { // what is struck out takes its room
			continue
		}
		if run > 0 && c.x-x1 > wide*c.size {
			if n := len(gaps); n > 0 {
				gaps[n-1].rows[0].behind = run
			}
			gaps = append(gaps, stripe{x1, c.x, []parted{{i, run, 0}}, i})
			run = 0
		}
		run++
		x0, x1, size = min(x0, c.x), max(x1, c.x+c.w), max(size, c.size)
	}
	if n := len(gaps); n > 0 {
		gaps[n-1].rows[0].behind = run
	}
	return gaps, x0, x1, size
}

// narrowed is what the gaps of the next row leave of a stripe: several, where a cell of the
// rows before was empty.
func (s stripe) narrowed(gaps []stripe, row int, narrowest float64) (all []stripe) {
	for _, g := range gaps {
		from, to := max(s.from, g.from), min(s.to, g.to)
		if to-from >= narrowest {
			all = append(all, stripe{from, to, append(s.rows[:len(s.rows):len(s.rows)], g.rows...), row})
		}
	}
	return all
}

// parts reports whether columns part at a stripe: enough rows have it, most of them between
// more than single characters, which stand apart in a name that is set wide: 指 标.
func (s stripe) parts() bool {
	if len(s.rows) < fewParted {
		return false
	}
	words := 0
	for _, p := range s.rows {
		if p.before > 1 || p.behind > 1 {
			words++
		}
	}
	return 2*words > len(s.rows)
}
