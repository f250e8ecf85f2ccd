package tables

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// numbering is what stands before the name of an indicator: 1. 一、 (一) #, and
// the words that make it a part of the one above.
var numbering = regexp.MustCompile(`^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|#|\*|[①-⑳])`)

// claims are the values of the table's rows. A head that comes again, and notes
// below the table, are no rows of it.
func (l *layout) claims() (all []claim) {
	var last []claim // of the row before
	for _, row := range l.rows {
		switch {
		case !l.isBody(row):
		case l.turned && l.grows(row):
			l.giveGrowths(row, last)
		case !l.turned || l.isIndicator(row):
			start := len(all)
			all = append(all, l.rowClaims(row)...)
			last = all[start:]
		default:
			last = nil
		}
	}
	return all
}

// rowClaims are the values of one row, each with its growth. A unit of the row's
// own goes before the column's, and that before the table's.
func (l *layout) rowClaims(row []model.TableCell) []claim {
	name, own := l.rowName(row)
	if name == "" || number.MatchString(name) || strings.Contains(name, "其中") || roleOf(name) == nobody && utf8.RuneCountInString(name) == 2 {
		return nil
	}
	var values, growths []claim
	for _, c := range row {
		s, col := l.text(c), l.columns[c.Col]
		if !number.MatchString(s) || c.Col == l.name {
			continue
		}
		now := claim{name: name, unit: cmp.Or(own, col.unit, l.unit), value: s, year: cmp.Or(col.year, l.year), cell: c}
		switch {
		case col.role == growthColumn:
			now.unit = own
			growths = append(growths, now)
		case col.role == valueColumn && (now.unit != "" || strings.HasSuffix(s, "%")):
			if strings.HasSuffix(s, "%") {
				now.unit = ""
			}
			values = append(values, now)
		}
	}
	if own == "%" || own == "‰" { // what stands beside a share may be points
		return values
	}
	return l.grown(values, growths)
}

// rowName is what a row is of, and the unit that it tells itself.
func (l *layout) rowName(row []model.TableCell) (name, unit string) {
	for _, c := range row {
		s := l.text(c)
		switch col := l.columns[c.Col]; {
		case c.Col == l.name:
			var told string
			if name, told = named(s); told != "" {
				unit = told
			}
		case col.role == unitColumn || col.role == "" && c.Col > l.name && l.areUnits(c.Col):
			if isUnit(s) {
				unit = s
			}
		}
	}
	return name, unit
}

// grown gives the values their growths. Where it is not plain whose a growth is,
// it is nobody's; where there are no values, growths stand alone.
func (l *layout) grown(values, growths []claim) []claim {
	if len(values) == 0 {
		return alone(growths)
	}
	for i, g := range growths {
		if at := owner(values, growths, i, l.columns[g.cell.Col].year); at >= 0 && values[at].growth == "" {
			values[at].growth = strings.TrimSuffix(g.value, "%")
		}
	}
	return values
}

// owner is the value that a growth belongs to, -1 for none: that of its year, the
// only one, the latest, or the one that stands alone before it.
func owner(values, growths []claim, i int, year string) int {
	g := growths[i]
	if year != "" {
		return slices.IndexFunc(values, func(v claim) bool { return v.year == year })
	}
	if len(values) == 1 && len(growths) == 1 {
		return 0
	}
	before := -1 // column of the growth before
	if i > 0 {
		before = growths[i-1].cell.Col
	}
	near := -1
	for n, v := range values {
		if v.cell.Col > before && v.cell.Col < g.cell.Col {
			if near >= 0 {
				near = -1
				break
			}
			near = n
		}
	}
	if near >= 0 || len(growths) > 1 {
		return near
	}
	latest := 0
	for n, v := range values {
		switch {
		case v.year == "" || n > 0 && v.year == values[latest].year || len(v.year) != len(values[0].year):
			return -1
		case v.year > values[latest].year:
			latest = n
		}
	}
	return latest
}

// alone are growths without their levels. A fall is told without its sign; only a
// level carries it.
func alone(growths []claim) (all []claim) {
	for _, g := range growths {
		if growth := strings.TrimSuffix(g.value, "%"); !strings.HasPrefix(growth, "-") && g.unit != "%" && !month.MatchString(g.year) {
			g.name, g.value, g.unit = g.name+"增长", growth, "%"
			all = append(all, g)
		}
	}
	return all
}

// named is an indicator's name without what is no part of it, and its unit
// where that stands behind the name: 地区生产总值(亿元), but not (当年价).
func named(s string) (name, unit string) {
	s = strings.Join(strings.Fields(s), "")
	if u := inUnit.FindStringSubmatchIndex(s); u != nil {
		told := s[u[2]:u[3]]
		s = s[:u[0]]
		if isUnit(told) {
			unit = told
		}
	}
	return numbering.ReplaceAllString(s, ""), unit
}
