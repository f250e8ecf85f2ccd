package tables

import (
	"regexp"
	"strings"

	"qubi/model"
)

// numbering is what stands before the name of an indicator: 1. 一、 (一) #, and
// the words that make it a part of the one above.
var numbering = regexp.MustCompile(`^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|#|\*|[①-⑳])`)

// claims are the values of the table's rows.
func (l *layout) claims() (all []claim) {
	for _, row := range l.rows {
		all = append(all, l.rowClaims(row)...)
	}
	return all
}

// rowClaims are the values of one row. A growth belongs to the value of its
// column's year, or to the last value before it.
func (l *layout) rowClaims(row []model.TableCell) []claim {
	base := claim{year: l.year, unit: l.unit}
	for _, c := range row {
		switch s := l.text(c); {
		case c.Col == l.name:
			base.name, base.unit = named(s, base.unit)
		case l.columns[c.Col].role == unitColumn:
			base.unit = s
		}
	}
	if base.name == "" || number.MatchString(base.name) || strings.Contains(base.name, "其中") {
		return nil
	}
	var all []claim
	for _, c := range row {
		s, col := l.text(c), l.columns[c.Col]
		if !number.MatchString(s) || c.Col == l.name {
			continue
		}
		now := base
		now.cell, now.value = c, s
		if col.year != "" {
			now.year = col.year
		}
		if col.unit != "" {
			now.unit = col.unit
		}
		switch {
		case col.role == valueColumn && now.unit != "":
			if strings.HasSuffix(s, "%") {
				now.unit = ""
			}
			all = append(all, now)
		case col.role == growthColumn && now.unit != "%":
			all = l.grow(all, now, col)
		}
	}
	return all
}

// grow takes a growth: it goes with the value it belongs to, or stands alone.
func (l *layout) grow(all []claim, now claim, col column) []claim {
	growth := strings.TrimSuffix(now.value, "%")
	if n := len(all); n > 0 && all[n-1].growth == "" && (col.year == "" || col.year == all[n-1].year) {
		all[n-1].growth = growth
		return all
	}
	if strings.HasPrefix(growth, "-") {
		return all // a fall is told without its sign; only a level carries it
	}
	now.name += "增长"
	now.value, now.unit = growth, "%"
	return append(all, now)
}

// named is an indicator's name without what is no part of it, and its unit
// where that stands behind the name: 地区生产总值(亿元).
func named(s, unit string) (string, string) {
	s = strings.Join(strings.Fields(s), "")
	if u := inUnit.FindStringSubmatchIndex(s); u != nil {
		s, unit = s[:u[0]], s[u[2]:u[3]]
	}
	return numbering.ReplaceAllString(s, ""), unit
}
