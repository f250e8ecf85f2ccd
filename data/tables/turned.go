package tables

import (
	"regexp"
	"slices"
	"strings"

	"qubi/model"
)

// oneYear is a cell that names a year and nothing else.
var oneYear = regexp.MustCompile(`^(?:19|20)\d\d年?$`)

// yearRows reports whether the rows of a table are years, below heads that are
// indicators: it is read as one whose columns are years.
func yearRows(t model.Table, text func(model.TableCell) string) bool {
	rows := rowsOf(t)
	head := 0
	for head < len(rows) && !oneYear.MatchString(text(rows[head][0])) {
		head++
	}
	if head == 0 || len(rows)-head < 2 || len(rows[head-1]) < 2 {
		return false
	}
	for i, row := range rows {
		wide := slices.ContainsFunc(row, func(c model.TableCell) bool { return c.Cols > 1 })
		if i >= head && (wide || row[0].Col != rows[head][0].Col || !oneYear.MatchString(text(row[0]))) {
			return false
		}
	}
	return !slices.ContainsFunc(rows[head-1], func(c model.TableCell) bool { return years.MatchString(text(c)) })
}

// turn is a table whose rows are years with rows and columns changed, less the lines
// above its head.
func turn(t model.Table, text func(model.TableCell) string) model.Table {
	rows := rowsOf(t)
	head := slices.IndexFunc(rows, func(row []model.TableCell) bool { return oneYear.MatchString(text(row[0])) }) - 1
	var cells []model.TableCell
	for _, row := range rows[head:] {
		for _, c := range row {
			c.Row, c.Col = c.Col, c.Row
			cells = append(cells, c)
		}
	}
	slices.SortStableFunc(cells, func(a, b model.TableCell) int { return a.Row - b.Row })
	return model.Table{Name: t.Name, Cells: cells}
}

// isIndicator reports whether a row of a turned table, once a column, is to be read.
func (l *layout) isIndicator(row []model.TableCell) bool {
	r := roleOf(l.text(row[0]))
	return r != neverColumn && r != otherColumn && r != nobody
}

// grows reports whether a row of a turned table holds the growths of the one before.
func (l *layout) grows(row []model.TableCell) bool {
	s := strings.Join(strings.Fields(l.text(row[0])), "")
	return slices.ContainsFunc(blocks()[growthColumn], func(w string) bool { return strings.HasPrefix(s, w) })
}

// giveGrowths gives claims their growths, each from the cell of its year.
func (l *layout) giveGrowths(row []model.TableCell, to []claim) {
	for _, c := range row[1:] {
		for i := range to {
			if s := l.text(c); to[i].cell.Col == c.Col && number.MatchString(s) {
				to[i].growth = strings.TrimSuffix(s, "%")
			}
		}
	}
}
