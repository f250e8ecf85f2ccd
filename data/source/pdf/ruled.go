package pdf

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/source/page"
)

// ruled is a table whose cells are parted by lines.
type ruled struct {
	xs, ys  []float64 // where columns part, from the left, and rows, from the foot
	walls   map[cell]bool
	floors  map[cell]bool
	content map[cell][]char
}

// cell is a place of a table, from the left and from the foot.
type cell struct{ col, row int }

// most columns and rows of a table that is ruled, and characters of a cell of one: more are
// running text, in a frame or beside others.
const (
	mostColumns, mostRows = 60, 400
	mostInCell            = 120
)

// ruledOf is the table that lines frame, nil for none.
func ruledOf(rules []rule) *ruled {
	t := &ruled{walls: map[cell]bool{}, floors: map[cell]bool{}, content: map[cell][]char{}}
	var ends rule
	for i, r := range rules {
		if i == 0 {
			ends = r
		}
		ends = rule{min(ends.x0, r.x0), min(ends.y0, r.y0), max(ends.x1, r.x1), max(ends.y1, r.y1)}
		if r.flat() {
			t.ys = append(t.ys, (r.y0+r.y1)/2)
		} else {
			t.xs = append(t.xs, (r.x0+r.x1)/2)
		}
	}
	t.xs, t.ys = apart(append(t.xs, ends.x0, ends.x1)), apart(append(t.ys, ends.y0, ends.y1))
	if len(t.xs) < 3 || len(t.ys) < 3 || len(t.xs) > mostColumns || len(t.ys) > mostRows {
		return nil
	}
	for _, r := range rules {
		if r.flat() {
			t.mark(t.floors, t.xs, r.x0, r.x1, func(i int) cell { return cell{i, near(t.ys, r.y0)} })
		} else {
			t.mark(t.walls, t.ys, r.y0, r.y1, func(i int) cell { return cell{near(t.xs, r.x0), i} })
		}
	}
	return t
}

// apart are sorted places, those that lie close together once.
func apart(places []float64) []float64 {
	slices.Sort(places)
	return slices.CompactFunc(places, func(b, a float64) bool { return b-a < closeRules })
}

// near is the place that is nearest to x.
func near(places []float64, x float64) int {
	i := sort.SearchFloat64s(places, x)
	if i == len(places) || i > 0 && x-places[i-1] < places[i]-x {
		return i - 1
	}
	return i
}

// mark marks the sides of cells along which a line runs, past their middle.
func (t *ruled) mark(sides map[cell]bool, places []float64, from, to float64, at func(int) cell) {
	for i := range len(places) - 1 {
		if mid := (places[i] + places[i+1]) / 2; from < mid && mid < to {
			sides[at(i)] = true
		}
	}
}

// root is the cell at the left and the top of all that are not parted from one.
func (t *ruled) root(c cell) cell {
	for c.col > 0 && !t.walls[c] {
		c.col--
	}
	for c.row < len(t.ys)-2 && !t.floors[cell{c.col, c.row + 1}] {
		c.row++
	}
	return c
}

// take takes the characters that stand within the table, and gives the others.
func (t *ruled) take(chars []char) (rest []char) {
	for _, c := range chars {
		mid := c.middle()
		at := cell{sort.SearchFloat64s(t.xs, mid.x) - 1, sort.SearchFloat64s(t.ys, mid.y) - 1}
		if at.col < 0 || at.row < 0 || at.col > len(t.xs)-2 || at.row > len(t.ys)-2 {
			rest = append(rest, c)
			continue
		}
		at = t.root(at)
		t.content[at] = append(t.content[at], c)
	}
	return rest
}

// grid is the table's cells row by row; nil where it is none: lines that only frame running
// text, or do not part its rows. Running text that stands beside other cells is parted from
// them, paragraph by paragraph: read line by line, each would run into the others.
func (t *ruled) grid() *page.Grid {
	g, rows := &page.Grid{}, 0
	numbers, stacks := 0, 0 // cells with a number, and those with several one below the other
	for row := len(t.ys) - 2; row >= 0; row-- {
		filled := 0
		for col := range len(t.xs) - 1 {
			at := cell{col, row}
			if t.root(at) != at {
				continue
			}
			cols, tall := t.reach(at)
			ls := lines(righted(t.content[at]))
			text, n := textOf(ls)
			if long := utf8.RuneCountInString(text) > mostInCell; long && cols < len(t.xs)-1 {
				text = paragraphsOf(ls)
			} else if long {
				return nil
			}
			if n > 0 {
				numbers++
			}
			if n > 1 {
				stacks++
			}
			if text != "" {
				filled++
			}
			g.CellAt(len(t.ys)-2-row, col, cols, text)
			g.Merge(len(t.ys)-2-row, col, tall, cols)
		}
		if filled > 1 {
			rows++
		}
	}
	if rows < 2 || stacks*mostStacks > numbers {
		return nil
	}
	return g
}

// mostStacks is of how many cells with a number at most one holds several: a number that is
// broken, or two; in more, no line parts the rows.
const mostStacks = 4

// reach is how many columns and rows a cell spans.
func (t *ruled) reach(at cell) (cols, rows int) {
	cols, rows = 1, 1
	for at.col+cols < len(t.xs)-1 && t.root(cell{at.col + cols, at.row}) == at {
		cols++
	}
	for at.row-rows >= 0 && t.root(cell{at.col, at.row - rows}) == at {
		rows++
	}
	return cols, rows
}

// paragraphsOf is the running text of a cell.
func paragraphsOf(lines []line) string {
	j := joiner{out: &page.Writer{}}
	j.page(lines)
	j.end()
	return j.out.Page("").Text
}

// stacked parts numbers that stand one below the other in a cell: the halves of one, or two,
// which nobody can tell from their figures.
const stacked = " / "

// textOf is what stands in a cell, its lines joined, and how many of them are numbers.
func textOf(lines []line) (string, int) {
	var b strings.Builder
	numbers := 0
	for _, l := range lines {
		text := strings.TrimSpace(l.text)
		before := b.String()
		p, _ := utf8.DecodeLastRuneInString(before)
		q, _ := utf8.DecodeRuneInString(text)
		switch is := isFigures(text); {
		case is && strings.HasSuffix(before, ","): // 31,204, broken
		case is && isFigures(before):
			b.WriteString(stacked)
			numbers++
		default:
			if before != "" && !wide(p) && !wide(q) && strings.Trim(before, "+-") != "" {
				b.WriteByte(' ')
			}
			if is {
				numbers++
			}
		}
		b.WriteString(text)
	}
	if text := strings.NewReplacer(stacked, "", " ", "").Replace(b.String()); isYear().MatchString(text) {
		return text, 1 // broken, or set one figure below the other
	}
	return b.String(), numbers
}

// isYear is a year.
var isYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:19|20)\d\d年?$`) })

// isFigures reports a number.
func isFigures(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,-+% /") == ""
}

// tables puts the ruled tables of a page among its lines.
func tables(rules []rule, chars []char) []line {
	var found []line
	chars = unstruck(rules, chars)
	for _, rules := range frames(rules) {
		t := ruledOf(rules)
		if t == nil {
			continue
		}
		rest := t.take(chars)
		if g := t.grid(); g != nil {
			chars = rest
			found = append(found, line{x0: t.xs[0], x1: t.xs[len(t.xs)-1], y: t.ys[len(t.ys)-1], table: g})
		}
	}
	all := lines(chars)
	for _, f := range found {
		at := sort.Search(len(all), func(i int) bool { return all[i].y < f.y })
		all = slices.Insert(all, at, f)
	}
	return all
}
