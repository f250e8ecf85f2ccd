package tables

import (
	"slices"
	"sort"
	"strings"

	"qubi/model"
)

// parts are the tables in one that begins anew with a head of its own, below or beside:
// tables that follow each other without a line between, one that goes on upon the next
// page, and a narrow one that is set in two columns.
func parts(t model.Table, d *model.Document) (all []model.Table) {
	l := newLayout(d)
	for _, below := range l.below(t) {
		for _, part := range l.beside(below) {
			part.Name = t.Name
			all = append(all, part)
		}
	}
	return all
}

// goingOn is a table that may go on in the next one, upon another page, without its head.
type goingOn struct {
	heads []model.TableCell
	last  model.Table
}

// in reports whether the table goes on in another: that has as many columns, begins with a
// row of values, and follows at once.
func (g goingOn) in(t model.Table, d *model.Document) bool {
	if len(g.heads) == 0 {
		return false
	}
	l := newLayout(d)
	from, to := g.last.Cells[len(g.last.Cells)-1].End, t.Cells[0].Start
	return from <= to && d.CellAt(to) != "" && columnsOf(g.last) == columnsOf(t) && l.isBody(rowsOf(t)[0]) && len(strings.Fields(d.Original[from:to])) <= mostWithin
}

// with is the other table below the head of the first.
func (g goingOn) with(t model.Table) model.Table {
	cells := slices.Clone(g.heads)
	for i := range cells {
		cells[i].Row -= 1 << 20 // above all others
	}
	return model.Table{Name: t.Name, Cells: append(cells, t.Cells...)}
}

// columnsOf is how many columns a table has.
func columnsOf(t model.Table) (n int) {
	for _, c := range t.Cells {
		n = max(n, c.Col+c.Cols)
	}
	return n
}

// mostBeside is how many tables stand side by side at most: a page has no room for more.
const mostBeside = 8

// beside are the tables that stand side by side: the head of the names comes again, or
// another such head over names between the numbers, 收入项目 and 支出项目.
func (l *layout) beside(t model.Table) []model.Table {
	starts, head := l.sides(rowsOf(t))
	if len(starts) < 2 || len(starts) > mostBeside {
		return []model.Table{t}
	}
	sides := make([]model.Table, len(starts))
	for r, row := range rowsOf(t) {
		over := len(row) == 1 || r < head && slices.ContainsFunc(row, func(c model.TableCell) bool { return captions().MatchString(l.text(c)) })
		for _, c := range row {
			at := sort.SearchInts(starts, c.Col+1) - 1
			for i := range sides {
				if over || i == at { // a line over the table is over all of them
					sides[i].Cells = append(sides[i].Cells, c)
				}
			}
		}
	}
	for i := range sides {
		sides[i] = tight(sides[i].Cells)
	}
	return sides
}

// deepestHead is how many rows a table's title, its unit and its head take at most.
const deepestHead = 8

// sides are the columns in which the tables side by side begin, and the row that heads them; none
// where no row heads several.
func (l *layout) sides(rows [][]model.TableCell) (starts []int, head int) {
	for i, row := range rows[:min(len(rows), deepestHead)] {
		first := l.text(row[0])
		if row[0].Col > 0 || !l.isHead(row) || !slices.Contains([]role{nameColumn, neverColumn, ""}, roleOf(first)) {
			continue
		}
		starts = nil
		now, holds := side{}, l.contentsOf(rows[i+1:])
		for _, c := range row {
			in := holds[c.Col]
			if l.text(c) == first || now.values && l.namesSide(c, in) {
				starts, now = append(starts, c.Col), side{}
			}
			now.take(unspaced(l.text(c)), in)
		}
		if len(starts) > 1 {
			return starts, i
		}
	}
	return nil, 0
}

// side is what the columns of one of the tables side by side hold so far.
type side struct{ names, values bool }

// take takes in a column: its head, and what it holds.
func (x *side) take(head string, in *content) {
	if in == nil || slices.Contains(blocks()[whenHeads], head) || roleOf(head) == neverColumn {
		return
	}
	x.values = x.values || x.names && len(in.numbers) > in.words
	x.names = x.names || in.words > len(in.numbers)
}

// namesSide reports whether a column with a head over names holds such.
func (l *layout) namesSide(head model.TableCell, in *content) bool {
	s := unspaced(l.text(head))
	return in != nil && in.words > 0 && len(in.numbers) == 0 && (roleOf(s) == nameColumn || slices.Contains(blocks()[sideWords], s))
}

// below are the tables that stand one below the other.
func (l *layout) below(t model.Table) (all []model.Table) {
	values := false // were seen below the head
	from, at, alone := 0, 0, 0
	for _, row := range rowsOf(t) {
		switch {
		case l.isBody(row):
			values = true
		case values && l.isHead(row):
			all = append(all, tight(t.Cells[from:at-alone]))
			from, values = at-alone, false
		}
		at += len(row)
		if alone++; len(row) > 1 {
			alone = 0 // else a title of what follows, perhaps
		}
	}
	return append(all, tight(t.Cells[from:]))
}

// tight is a table of some of the cells, less the columns in which none of them begins.
func tight(cells []model.TableCell) model.Table {
	begins := model.Map(cells, func(c model.TableCell) int { return c.Col })
	slices.Sort(begins)
	begins = slices.Compact(begins)
	t := model.Table{Cells: slices.Clone(cells)}
	for i, c := range t.Cells {
		t.Cells[i].Col = sort.SearchInts(begins, c.Col)
		t.Cells[i].Cols = sort.SearchInts(begins, c.Col+c.Cols) - t.Cells[i].Col
	}
	return t
}

// isHead reports whether a row is a head: without numbers, and two of its cells say what
// a column holds.
func (l *layout) isHead(row []model.TableCell) bool {
	told := 0
	for _, c := range row {
		switch s := unspaced(l.text(c)); {
		case isNumber(s) && !isYear(s):
			return false
		case slices.Contains([]role{nameColumn, unitColumn, valueColumn, growthColumn}, roleOf(s)), period().MatchString(s), isPlaces(s), inUnit().MatchString(s):
			told++
		}
	}
	return told > 1
}

// WithoutPlaces is the document's original text with blanks for the names of places
// that stand beside each other in its tables: a list of districts does not say of
// which one a report is.
func WithoutPlaces(d *model.Document, drawn []model.Table) string {
	var text []byte
	for _, whole := range slices.Concat(d.Tables, drawn) {
		if !mayName(whole, d) { // most tables
			continue
		}
		for _, t := range parts(whole, d) {
			l, ok := layoutOf(t, d)
			cells := l.places(t)
			if !ok || len(cells) < 2 {
				continue
			}
			if text == nil {
				text = []byte(d.Original)
			}
			for _, c := range cells {
				copy(text[c.Start:c.End], strings.Repeat(" ", c.End-c.Start))
			}
		}
	}
	if text == nil {
		return d.Original
	}
	return string(text)
}

// mayName reports whether a cell of a table may name a place, or says that others do.
func mayName(t model.Table, d *model.Document) bool {
	l := newLayout(d)
	return slices.ContainsFunc(t.Cells, func(c model.TableCell) bool {
		s := l.text(c)
		bare := unspaced(s)
		return isTotal(s) || placeRunes().In(s) && (isPlace(s) || isPlace(bare) || isPlaces(bare) || headOf(bare).place != "")
	})
}

// places are the cells that name the places of a table's rows or columns.
func (l *layout) places(t model.Table) (cells []model.TableCell) {
	for i, row := range rowsOf(t) {
		for _, c := range row {
			s := unspaced(l.text(c))
			key := l.keyed && l.keys.places && i >= l.keys.body && c.Col == l.keys.col
			group := !l.keyed && (c.Col == l.group || len(row) == 1) && isPlace(s)
			if place := l.columns[c.Col].place; key || group || place != "" && strings.HasPrefix(s, place) {
				cells = append(cells, c)
			}
		}
	}
	return cells
}
