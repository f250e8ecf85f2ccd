package tables

import (
	"slices"

	"qubi/model"
)

// tableRow is one row of a table, and what it is of.
type tableRow struct {
	cells  []model.TableCell
	name   string
	unit   string // that it tells itself, or ""
	inName bool   // it does so behind its name
	part   bool   // it is a part of a row above: 其中
	branch bool   // it is a branch of the economy
	end    bool   // it is of the end of its time: 年末户籍人口
}

// lone reports a row that only heads those below it.
func (r tableRow) lone() bool { return len(r.cells) == 1 }

// aside is which rows do not tell what they are named for, but an index or a share of it.
type aside int

const (
	noRows aside = iota
	namedAgain
	allRows
)

// rowsAbove is what the rows so far tell of those that follow.
type rowsAbove struct {
	whole bool // rows of branches are parts of the whole economy
	aside aside
	seen  map[string]bool // names of rows
	unit  string          // that a row tells which heads others
	year  string          // likewise
	own   string          // that the row before tells behind its name
	main  []claim         // the values of the row of which 其中 names parts
}

// take takes in a row.
func (a *rowsAbove) take(r tableRow) {
	a.whole = tells(r.name, wholeWords) || a.whole && r.branch
	again := r.branch || a.seen[r.name]
	switch {
	case tells(r.name, asideWords) && r.lone():
		a.aside = allRows
	case tells(r.name, asideWords):
		a.aside = namedAgain
	case r.lone(), r.unit != "" && !isShare(r.unit), a.aside == namedAgain && !again:
		a.aside = noRows
	}
	if r.lone() {
		a.unit, a.year, a.own, a.main = r.unit, withYear(period().FindString(r.name)), "", nil
		return
	}
	a.seen[r.name] = true
	if r.inName {
		a.own = r.unit
	}
	if r.unit != "" && r.unit != a.unit {
		a.unit = ""
	}
}

// leavesOut reports whether a row below an index or a share may be one of its own.
func (a *rowsAbove) leavesOut(r tableRow) bool {
	return a.aside != noRows && !tells(r.name, asideWords)
}

// unitOf is the unit that the rows above tell of a row, "" for none: a part's is that of its
// whole.
func (a *rowsAbove) unitOf(r tableRow) string {
	if r.part && len(a.main) > 0 {
		return a.main[0].unit
	}
	return a.unit
}

// wholes are the values of which a row's are parts.
func (a *rowsAbove) wholes(r tableRow) []claim {
	if r.part {
		return a.main
	}
	return nil
}

// spread gives the rows below a unit that stands once for several rows that unit.
func (l *layout) spread(rows [][]model.TableCell) [][]model.TableCell {
	var down []model.TableCell
	all := make([][]model.TableCell, len(rows))
	for i, row := range rows {
		down = slices.DeleteFunc(down, func(c model.TableCell) bool { return c.Row+c.Rows <= row[0].Row })
		all[i] = row
		for _, c := range down {
			c.Row, c.Rows = row[0].Row, 1
			at, taken := slices.BinarySearchFunc(all[i], c.Col, func(c model.TableCell, col int) int { return c.Col - col })
			if !taken {
				all[i] = slices.Insert(slices.Clone(all[i]), at, c)
			}
		}
		for _, c := range row {
			if c.Rows > 1 && isUnit(bareUnit(l.text(c))) {
				down = append(down, c)
			}
		}
	}
	return all
}

// spreadHeads lets a head reach over those below it that have none of their own above them,
// where nobody merged the cells: 2021年 over 总量 and 增长%, in a file of commas.
func (l *layout) spreadHeads(heads [][]model.TableCell) [][]model.TableCell {
	all := slices.Clone(heads)
	for i := 0; i+1 < len(heads) && !l.drawn; i++ {
		if slices.ContainsFunc(heads[i], func(c model.TableCell) bool { return c.Cols > 1 }) {
			continue
		}
		all[i] = slices.Clone(heads[i])
		for k := range all[i] {
			if _, heads := l.at(all[i+1], all[i][k].Col); heads && len(all[i]) > 1 {
				l.reach(all[i], k, all[i+1])
			}
		}
	}
	return all
}

// reach lets a row's cell reach as far as there are heads below and none beside it.
func (l *layout) reach(row []model.TableCell, k int, below []model.TableCell) {
	c := &row[k]
	for k+1 == len(row) || c.Col+c.Cols < row[k+1].Col {
		s, told := l.at(below, c.Col+c.Cols)
		if !told || isUnit(bareUnit(s)) {
			return
		}
		c.Cols++
	}
}
