package tables

import (
	"math"
	"slices"
	"strings"

	"qubi/model"
)

// group is what heads a row among others: 第一产业 in a row or a column of its own.
type group struct {
	name  string // "" for none
	again bool   // rows of other groups are named as the row is
}

// groups are those of the rows of a table.
func (l *layout) groups() []group {
	all := make([]group, len(l.rows))
	first := map[string]string{} // the group of the first row of a name
	again := map[string]bool{}
	now, end := "", math.MaxInt // and the first row below it, where the group's cell says so
	for i, row := range l.rows {
		if row[0].Row >= end {
			now, end = "", math.MaxInt
		}
		if told, tells := l.groupIn(row); tells {
			now, end = told, math.MaxInt
			if row[0].Rows > 1 && len(row) > 1 {
				end = row[0].Row + row[0].Rows
			}
		}
		all[i].name = now
		if name, _ := l.at(row, l.name); len(row) > 1 {
			was, seen := first[name]
			again[name] = again[name] || seen && was != now
			first[name] = now
		}
	}
	for i, row := range l.rows {
		name, _ := l.at(row, l.name)
		all[i].again = again[name]
	}
	return all
}

// groupIn is the group that begins with a row; "" where one ends there and none begins.
func (l *layout) groupIn(row []model.TableCell) (string, bool) {
	for _, c := range row {
		if len(row) > 1 && c.Col >= l.name {
			break
		}
		name, _ := named(l.text(c))
		name = strings.Trim(period().ReplaceAllString(name, ""), ":：")
		switch {
		case isNumber(name), name == "" && len(row) > 1, among().MatchString(name):
		case isPlace(name), isTotal(name), tells(name, asideWords):
			return "", true
		default:
			return name, true
		}
	}
	return "", false
}

// of is the name of a row in its group: that of what is measured of a trade, such as
// 增加值 of 第一产业, has no meaning without it, and neither has one that several groups
// have.
func (g group) of(r tableRow) string {
	_, trade := cut(g.name, branchWords)
	switch bare := slices.Contains(blocks()[bareWords], r.name); {
	case g.name == "" || !g.again && !(trade && bare) || strings.Contains(r.name, g.name):
		return r.name
	case r.branch && !trade:
		return r.name + g.name
	}
	return g.name + r.name
}
