package tables

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/script"
	"qubi/model"
)

// column is what a column's head tells.
type column struct {
	role    role
	year    string // 2021年, 2021年1-11月, or ""
	months  string // 1-11月, where the head tells no year with it, or ""
	unit    string // of its values, or ""
	percent bool   // a percent sign stands in the head
	plan    bool   // its values are planned
	of      string // what it measures of each row: 产量, or ""
	name    string // the indicator that the head names, or ""
	clash   bool   // two cells of the head, one above the other, each name one
	place   string // the place that its values are of, or ""
	budget  bool   // it is planned for the table's year
	sum     bool   // its values are of the months so far, where the table is of a month
	total   bool   // it is of all that the head above it names
	rate    bool   // its growth can be nothing but percent
	strict  bool   // its name is the title's: only a known indicator counts
}

// head takes one cell of the head; those below add to those above.
func (l *layout) head(c model.TableCell) {
	told := headOf(unspaced(l.text(c)))
	for col := c.Col; col < c.Col+c.Cols; col++ {
		l.columns[col] = l.columns[col].over(told)
	}
}

// longestHead is how many characters a head has that tells of values only: 本年累计完成.
const longestHead = 6

// headOf is what one cell of the head tells.
func headOf(s string) column {
	for _, w := range blocks()[sofarWords] {
		s = strings.ReplaceAll(s, w, soFar)
	}
	if roleOf(s) == "" && isUnit(bareUnit(s)) { // a row of units below the heads
		return column{unit: bareUnit(s), percent: isShare(bareUnit(s))}
	}
	c := column{
		role: roleOf(s), plan: tells(s, planWords), budget: tells(s, budgetWords), sum: tells(s, sumWords), percent: strings.Contains(s, "%"), rate: tells(s, rateWords),
	}
	if c.tellsElse(s) {
		return column{role: neverColumn, total: slices.Contains(blocks()[allWords], s)}
	}
	if y := period().FindString(s); y != "" {
		c.year = withYear(y)
	} else {
		c.months = months().FindString(s)
	}
	bare := inUnit().ReplaceAllString(s, "")
	c.name = indicatorIn(bare)
	switch dateless := period().ReplaceAllString(bare, ""); {
	case c.role == valueColumn && utf8.RuneCountInString(dateless) > longestHead:
		c.role = "" // the indicator itself: 固定资产投资完成额
	case c.role == "" && isPlace(dateless):
		c.role, c.place, c.name = valueColumn, among().ReplaceAllString(dateless, ""), ""
	}
	if slices.Contains(blocks()[measureWords], bare) {
		c.role, c.of, c.name = valueColumn, bare, ""
	}
	return c.in(s)
}

// tellsElse reports a head over what is no value or growth of the report's own in one year: of
// a wider place, set against another year or a plan.
func (c column) tellsElse(s string) bool {
	return c.role == neverColumn || c.role == nobody || tells(s, widerWords) || len(years().FindAllString(s, 2)) > 1 ||
		c.plan && tells(s, againstWords) || c.role == growthColumn && sinceYear().MatchString(s)
}

// in is the column with the unit that its head tells.
func (c column) in(head string) column {
	u := inUnit().FindStringSubmatch(head)
	switch {
	case u == nil || !isUnit(u[1]):
	case c.role != growthColumn:
		c.unit = u[1]
	case u[1] != "%":
		return column{role: neverColumn} // an amount of growth
	}
	return c
}

// indicatorIn is the indicator that a head without its unit names: 地区生产总值增速
// names one, 同比增长 and 2021年完成 do not.
func indicatorIn(head string) string {
	name := months().ReplaceAllString(period().ReplaceAllString(head, ""), "")
	for _, w := range blocks()[growthColumn] {
		name, _, _ = strings.Cut(name, w)
	}
	rest := name
	for _, r := range []role{valueColumn, planWords, nameColumn, unitColumn, placeWords, aloneWords} {
		for _, w := range blocks()[r] {
			rest = strings.ReplaceAll(rest, w, "")
		}
	}
	if utf8.RuneCountInString(rest) < 2 { // 数 of 绝对数
		return ""
	}
	name, _ = named(name)
	return name
}

// over is a column with what a cell below it in the head tells.
func (c column) over(below column) column {
	if below.total && c.name != "" {
		return c
	}
	if below.role != "" && (c.role == "" || c.role == valueColumn || below.role == neverColumn) {
		c.role = below.role
	}
	c.year, c.months, c.unit, c.of = cmp.Or(below.year, c.year), cmp.Or(below.months, c.months), cmp.Or(below.unit, c.unit), cmp.Or(below.of, c.of)
	c = c.naming(below).traits(below)
	c.place = cmp.Or(below.place, c.place)
	switch {
	case c.role == growthColumn && below.role == growthColumn && below.percent:
		c.unit = "" // that above is of the values
	case c.role == growthColumn && c.unit != "" && c.unit != "%":
		c.role = neverColumn // an amount of growth
	case c.role == "" && c.year+c.months != "":
		c.role = valueColumn
	}
	return c
}

// traits is a column of which all holds that either cell of its head says.
func (c column) traits(below column) column {
	c.plan, c.budget, c.sum = c.plan || below.plan, c.budget || below.budget, c.sum || below.sum
	c.percent, c.rate = c.percent || below.percent, c.rate || below.rate
	return c
}

// naming is a column that is named by its head's cells, one above the other: the second may
// be the first in English, or a branch of the economy whose whole that one is.
func (c column) naming(below column) column {
	_, whole := cut("+"+c.name, wholeWords)
	_, branch := cut(below.name, branchWords)
	switch {
	case c.name == "", c.name == below.name:
		c.name = cmp.Or(below.name, c.name)
	case below.name == "", strings.IndexFunc(below.name, script.IsHan) < 0:
	case whole && branch:
		c.name = below.name + addedValue
	default:
		c.name, c.clash = below.name, true
	}
	return c
}

// dated is a column with its months in their year: that of its head, else the
// table's. Of a table of one month nobody knows whether a column without months
// tells the month or the year so far.
func (c column) dated(table string) column {
	if c.sum && c.year+c.months == "" && months().MatchString(table) {
		c.months = soFar
	}
	if c.months == "" {
		if c.role == valueColumn && c.year == "" && month().MatchString(table) {
			c.role = doubtColumn
		}
		return c
	}
	year := years().FindString(cmp.Or(c.year, table))
	if year == "" {
		c.role = doubtColumn
		return c
	}
	if c.months == soFar {
		c.months = toMonth(table)
	}
	if c.year = year + "年" + c.months; c.months == "" {
		c.role = doubtColumn
	}
	return c
}

// toMonth are the months up to the one that ends a table's period, "" for none, and for
// those up to a quarter.
func toMonth(table string) string {
	m := month().FindStringSubmatch(table)
	switch {
	case m == nil:
		return months().FindString(table)
	case strings.HasSuffix(m[1], "月"):
		return "1-" + m[1]
	}
	return ""
}
