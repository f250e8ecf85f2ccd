package tables

import (
	"slices"
	"sort"
	"strings"

	"qubi/model"
)

// parts are the tables in one that begins anew with a head of its own: tables that follow
// each other without a line between, and one that goes on upon the next page.
func parts(t model.Table, d *model.Document) (all []model.Table) {
	l := newLayout(d)
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
	var begins []int
	for _, c := range cells {
		begins = append(begins, c.Col)
	}
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
		switch s := strings.Join(strings.Fields(l.text(c)), ""); {
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
func WithoutPlaces(d *model.Document) string {
	var text []byte
	for _, whole := range slices.Concat(d.Tables, drawn(d)) {
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

// places are the cells that name the places of a table's rows or columns.
func (l *layout) places(t model.Table) (cells []model.TableCell) {
	for i, row := range rowsOf(t) {
		for _, c := range row {
			s := strings.Join(strings.Fields(l.text(c)), "")
			key := l.keyed && l.keys.places && i >= l.keys.body && c.Col == l.keys.col
			group := !l.keyed && (c.Col == l.group || len(row) == 1) && isPlace(s)
			if place := l.columns[c.Col].place; key || group || place != "" && strings.HasPrefix(s, place) {
				cells = append(cells, c)
			}
		}
	}
	return cells
}
