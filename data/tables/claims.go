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

// addedValue is what a branch of the economy adds to the whole.
const addedValue = "增加值"

// claims are the values of the table's rows. A head that comes again, and notes
// below the table, are no rows of it.
func (l *layout) claims() (all []claim) {
	var last []claim // of the row before
	whole := false   // rows of branches now are parts of the whole economy
	for _, row := range l.rows {
		name, _ := l.rowName(row)
		_, branch := cut(name, branchWords)
		whole = tells(name, wholeWords) || whole && branch
		switch {
		case !l.isBody(row):
		case l.turned && l.grows(row):
			l.giveGrowths(row, last)
		case !l.turned || l.isIndicator(row):
			start := len(all)
			all = append(all, l.rowClaims(row)...)
			last = all[start:]
			for i := range last {
				if whole && branch {
					last[i].name += addedValue
				}
			}
		default:
			last = nil
		}
	}
	return all
}

// rowClaims are the values of one row, each with its growth.
func (l *layout) rowClaims(row []model.TableCell) []claim {
	name, own := l.rowName(row)
	if !isName(name) {
		return nil
	}
	var values, growths []claim
	unclear := false // a value whose unit nobody tells
	for _, c := range row {
		now, ok := l.claim(name, own, c)
		switch r := l.columns[c.Col].role; {
		case !ok || c.Col == l.name:
		case r == growthColumn:
			now.unit = own
			growths = append(growths, now)
		case r == valueColumn && now.unit == "":
			unclear = true
		case r == valueColumn:
			values = append(values, now.asRate())
		}
	}
	_, share := cut(name, shareWords)
	switch {
	case unclear && len(values) == 0:
		return nil
	case share || len(values) > 0 && isShare(own): // what stands beside a share may be points
		return values
	}
	return l.grown(values, growths)
}

// isName reports whether a row's name can be an indicator's.
func isName(name string) bool {
	return name != "" && !isRegion(name) && !number.MatchString(name) && !strings.Contains(name, "其中") && !(roleOf(name) == nobody && utf8.RuneCountInString(name) == 2)
}

// isRegion reports a row that tells of a place and not of an indicator: in a table of
// several districts (历下区, 市中区) the numbers are not those of the report's own.
func isRegion(name string) bool {
	for _, kind := range [...]string{"区", "县", "市", "旗", "州", "盟"} {
		if strings.HasSuffix(name, kind) {
			return true
		}
	}
	return false
}

// claim is what a cell says of its row; false where it holds no number. A unit of
// the row's own goes before the column's, and that before the table's; a percent
// sign before all.
func (l *layout) claim(name, own string, c model.TableCell) (claim, bool) {
	told, col := number.FindStringSubmatch(l.text(c)), l.columns[c.Col]
	if told == nil {
		return claim{}, false
	}
	now := claim{name: measured(name, col.of), unit: cmp.Or(own, col.unit, l.unit), before: told[1], value: told[2], after: told[3], year: cmp.Or(col.year, l.year), plan: col.plan, cell: c}
	if value, share := strings.CutSuffix(now.value, "%"); share {
		now.value, now.unit = value, "%"
	}
	return now, true
}

// measured is a product's name with what the column measures of it; 发电量 says so
// itself.
func measured(name, of string) string {
	if _, last := utf8.DecodeLastRuneInString(of); strings.HasSuffix(name, of[len(of)-last:]) {
		return name
	}
	return name + of
}

// asRate is a claim as the rise or fall that its row's name says it is: 单位GDP能耗
// 降低 3.3 % is 单位GDP能耗, a fall.
func (c claim) asRate() claim {
	if c.unit != "%" {
		return c
	}
	if name, rises := cut(c.name, riseWords); rises {
		c.name = name
		return c.growing()
	}
	if name, falls := cut(c.name, fallWords); falls && !strings.HasPrefix(c.value, "-") {
		c.name, c.value = name, "-"+c.value
		return c.growing()
	}
	return c
}

// growing is a claim whose value is a growth, in percent.
func (c claim) growing() claim {
	value, falls := strings.CutPrefix(c.value, "-")
	c.value, c.unit, c.rate = value, "%", "增长"
	if falls {
		c.rate = "下降"
	}
	return c
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
		if at := owner(values, growths, i, l.columns[g.cell.Col].year); at >= 0 && values[at].growth == "" && values[at].plan == g.plan {
			values[at].growth = g.value
		}
	}
	return values
}

// owner is the value that a growth belongs to, -1 for none: that of its year, the
// only one, the latest, or the one that stands alone before it.
func owner(values, growths []claim, i int, year string) int {
	g := growths[i]
	if year != "" {
		return slices.IndexFunc(values, func(v claim) bool { return v.year == year && v.plan == g.plan })
	}
	if len(values) == 1 && len(growths) == 1 {
		return 0
	}
	before := -1 // column of the growth before
	if i > 0 {
		before = growths[i-1].cell.Col
	}
	if near := between(values, before, g.cell.Col); near >= 0 || len(growths) > 1 {
		return near
	}
	return latest(values)
}

// between is the only value between two columns, -1 for none or several.
func between(values []claim, from, to int) int {
	near := -1
	for n, v := range values {
		switch {
		case v.cell.Col <= from || v.cell.Col >= to:
		case near >= 0:
			return -1
		default:
			near = n
		}
	}
	return near
}

// latest is the value of the latest year, -1 where the years do not say.
func latest(values []claim) int {
	last := 0
	for n, v := range values {
		switch {
		case v.year == "" || n > 0 && v.year == values[last].year || len(v.year) != len(values[0].year):
			return -1
		case v.year > values[last].year:
			last = n
		}
	}
	return last
}

// alone are growths without their levels. Of a table of one month nobody knows
// whether they tell the month or the year so far.
func alone(growths []claim) (all []claim) {
	for _, g := range growths {
		if !month.MatchString(g.year) {
			all = append(all, g.growing())
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
