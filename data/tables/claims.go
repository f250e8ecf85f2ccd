package tables

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// numbering is what stands before the name of an indicator: 1. 一、 (一) #, and
// the words that make it a part of the one above.
var numbering = pattern(`^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|#|\*|[①-⑳])`)

// notes is what leads from the end of a name to a note: 地区生产总值①, 常住人口(注1), 进出口1).
// among is what says that a row is a part of one above.
var among = pattern(`^其中[:,]?`)

var notes = pattern(`(?:[①-⑳¹²³⁴-⁹*]+|\[[\d¹²³⁴-⁹]+\]|\(注?\d{1,2}\)|注\d{1,2}\)|\(注\)|([^\d(])\d{1,2}\))$`)

// addedValue is what a branch of the economy adds to the whole.
const addedValue = "增加值"

// claims are the values of the table's rows. A head that comes again, and notes
// below the table, are no rows of it.
func (l *layout) claims() (all []claim) {
	named := l.groups()
	for i, cells := range l.rows {
		if l.keyed {
			all = append(all, l.keyedClaims(cells)...)
			continue
		}
		l.enter(cells)
		row := l.rowOf(cells)
		row.name = named[i].of(row)
		l.above.take(row)
		if !l.isRow(cells) {
			l.leaveUnclear(cells...)
			continue
		}
		now := l.rowClaims(row)
		if !row.part {
			l.above.main = now
		}
		all = append(all, now...)
	}
	return all
}

// rowClaims are the values of one row, each with its growth.
func (l *layout) rowClaims(row tableRow) []claim {
	if !isName(row.name) || isTotal(l.place) {
		l.leave(whyNot(cmp.Or(l.place, row.name)), row.cells...)
		return nil
	}
	if l.above.leavesOut(row) {
		l.leave(model.UnreadHead, row.cells...)
		return nil
	}
	var values, growths []claim
	unclear := false // a value whose unit nobody tells
	for _, c := range row.cells {
		now, ok := l.claim(row, c)
		switch {
		case c.Col == l.name:
			continue
		case !ok:
			l.leaveUnclear(c)
			continue
		}
		switch why := l.whyNotCell(row, c, now); {
		case why != "":
			unclear = unclear || why == model.UnreadUnit
			l.leave(why, c)
		case l.columns[c.Col].role == growthColumn:
			now.unit = row.unit
			growths = append(growths, now)
		case l.columns[c.Col].role == valueColumn:
			values = append(values, now.asRate())
		}
	}
	if mayBePoints(row.name, row.unit, len(values) > 0, unclear) {
		return values
	}
	return l.grown(values, growths)
}

// whyNotCell is why a cell with a number is not read, "" where it is, or where its column
// tells of something else.
func (l *layout) whyNotCell(row tableRow, c model.TableCell, now claim) model.UnreadWhy {
	switch col := l.columns[c.Col]; {
	case l.mergedValues(c), c.Rows > 1 && !l.asTall(row, c), col.role == doubtColumn:
		return model.UnreadHead
	case col.role == growthColumn && l.unlikeOthers(c):
		return model.UnreadGrowth
	case col.role == valueColumn && l.mayMislead(now):
		return model.UnreadForm
	case col.role == growthColumn, col.role != valueColumn && col.role != "":
		return ""
	case col.role == "", col.name != "", row.branch && isShare(now.unit): // the head names an indicator, and so does the row
		return model.UnreadHead
	case now.unit == "":
		return model.UnreadUnit
	}
	return ""
}

// mayMislead reports a value that says it is a growth, of nobody knows what, or that may be a
// share of one as the table's growths are.
func (l *layout) mayMislead(c claim) bool {
	if c.grown && c.unit != "%" {
		return true
	}
	return l.fractions && isShare(c.unit) && !strings.Contains(l.text(c.cell), "%") && math.Abs(amount(c.value)) < 1
}

// asTall reports whether the name of a row stands once for as many rows as a cell of it.
func (l *layout) asTall(row tableRow, c model.TableCell) bool {
	return slices.ContainsFunc(row.cells, func(name model.TableCell) bool { return name.Col == l.name && name.Rows >= c.Rows })
}

// mergedValues reports whether a cell lies below several heads of values: it is of none.
func (l *layout) mergedValues(c model.TableCell) bool {
	values := 0
	for col := c.Col; col < c.Col+c.Cols; col++ {
		if l.columns[col].role == valueColumn {
			values++
		}
	}
	return values > 1
}

// unlikeOthers reports a growth that is told in a unit, so that it is an amount, or without
// a percent sign in a column where others have one: it may be a share of one.
func (l *layout) unlikeOthers(c model.TableCell) bool {
	n, _ := numberIn(l.text(c))
	in := l.holds[c.Col]
	return n.unit+n.scale != "" && n.unit != "%" || n.unit == "" && !l.columns[c.Col].percent && in != nil && in.percents > 0
}

// mayBePoints reports whether what stands beside the values of a row may be points: those of
// a share, or of what nobody knows the unit of.
func mayBePoints(name, unit string, values, unclear bool) bool {
	_, share := cut(name, shareWords)
	return share || values && isShare(unit) || unclear && !values
}

// whyNot is why a row without an indicator's name gives nothing.
func whyNot(name string) model.UnreadWhy {
	if isPlace(name) || isTotal(name) {
		return model.UnreadPlaces
	}
	return model.UnreadName
}

// isName reports whether a row's name can be an indicator's.
func isName(name string) bool {
	return name != "" && !isPlace(name) && !isNumber(name) && !(roleOf(name) == nobody && utf8.RuneCountInString(name) == 2)
}

// claim is what a cell says of its row; false where it holds no number. A unit of
// the row's own goes before that of the rows above, the column's, and that before the
// table's; the cell's own before all. One told for many must fit what it is of: a table in
// 亿元 may count people in a row.
func (l *layout) claim(row tableRow, c model.TableCell) (claim, bool) {
	n, ok := numberIn(l.text(c))
	col := l.columns[c.Col]
	own := cmp.Or(n.unit, row.unit, l.above.unitOf(row))
	now := claim{
		name: measured(row.name, col.of), unit: scaled(n.scale, cmp.Or(own, col.unit, l.unit)), before: n.before, value: n.value, after: n.after, grown: n.grown,
		year: cmp.Or(col.year, l.timeOf(row), l.above.year, l.year), plan: col.plan, place: cmp.Or(col.place, l.place), strict: col.strict, cell: c,
	}
	if row.end && oneYear().MatchString(now.year) {
		now.year += "末"
	}
	_, paid := cut(now.name, paidWords)
	if row.inName && col.unit != "" && baseOf(row.unit) != baseOf(col.unit) {
		now.name = row.name // heads of cattle are not what a column of tons measures
	}
	if paid && now.unit == "" {
		now.unit = l.money
	}
	if own == "" && (!fits(now.name, now.unit) || !paid && l.above.own != "" && l.above.own != now.unit) {
		now.unit = ""
	}
	if at := slices.IndexFunc(l.above.wholes(row), func(w claim) bool { return w.cell.Col == c.Col }); at >= 0 {
		now.whole = l.above.main[at].level() + ",其中"
	}
	return now, ok
}

// timeOf is what a row tells of its time in the column of times, "" for nothing.
func (l *layout) timeOf(row tableRow) string {
	if l.when < 0 {
		return ""
	}
	s, _ := l.at(row.cells, l.when)
	return withYear(s)
}

// fits reports whether a unit may be that of an indicator.
func fits(name, unit string) bool {
	_, counted := cut(name, countedWords)
	_, paid := cut(name, paidWords)
	if money := strings.Contains(unit, "元"); money || isShare(unit) {
		return !counted || !money
	}
	return !paid
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
	if c.grown {
		return c.growing()
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

// rowOf is what a row is of, and the unit that it tells itself.
func (l *layout) rowOf(cells []model.TableCell) tableRow {
	r := tableRow{cells: cells}
	for _, c := range cells {
		s := l.text(c)
		switch col := l.columns[c.Col]; {
		case c.Col == l.name:
			name, told := named(s)
			bare := among().ReplaceAllString(name, "")
			r.name, r.part = bare, bare != name
			r.name, r.end = begun(r.name, endWords)
			if told != "" {
				r.unit, r.inName = told, true
			}
		case col.role == unitColumn || col.role == "" && c.Col > l.name && l.areUnits(c.Col):
			if bare := bareUnit(s); isUnit(bare) {
				r.unit = bare
			}
		}
	}
	switch _, r.branch = cut(r.name, branchWords); {
	case r.branch && (l.above.whole || tells(r.name, wholeWords)):
		r.name += addedValue
	case r.branch && !l.trades && l.measure != "": // 分产业增加值 above
		r.name = measured(r.name, l.measure)
	}
	return r
}

// grown gives the values their growths. A growth whose value is not told stands
// alone; where it is not plain whose it is, it is nobody's. Of a table of one month
// nobody knows whether a growth alone tells the month or the year so far.
func (l *layout) grown(values, growths []claim) []claim {
	var alone []claim
	for _, g := range growths {
		of := l.owners[g.cell.Col]
		at := slices.IndexFunc(values, func(v claim) bool { return v.cell.Col == of.col })
		if l.keyed {
			g.name = cmp.Or(g.name, l.columns[of.col].name)
		}
		g.year = cmp.Or(g.year, l.columns[of.col].year)
		switch {
		case of.known && at >= 0 && !l.columns[g.cell.Col].percent && isRise(values, values[at], g):
			l.leave(model.UnreadGrowth, g.cell)
		case of.known && at >= 0:
			values[at].growth = g.value
		case of.known && g.name != "" && !month().MatchString(g.year):
			g.strict = l.keyed
			alone = append(alone, g.growing())
		default:
			l.leave(model.UnreadGrowth, g.cell)
		}
	}
	return append(values, alone...)
}

// isRise reports whether what stands as the growth of a value is by how much it rose from
// another year's: 增长 40.3 between 312.5 and 352.8.
func isRise(values []claim, value, growth claim) bool {
	return slices.ContainsFunc(values, func(was claim) bool {
		by := amount(value.value) - amount(was.value)
		return was.year != value.year && math.Abs(by-amount(growth.value)) < 1e-6
	})
}

func amount(s string) float64 {
	n, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return n
}

// named is an indicator's name without what is no part of it, and its unit
// where that stands behind the name: 地区生产总值(亿元), but not (当年价).
func named(s string) (name, unit string) {
	s = withoutNote(unspaced(s))
	if u := inUnit().FindStringSubmatchIndex(s); u != nil {
		told := s[u[2]:u[3]]
		s = s[:u[0]]
		if isUnit(told) {
			unit = told
		}
	}
	return numbering().ReplaceAllString(withoutNote(s), ""), unit
}

// withoutNote is a name without what leads from it to a note; a year in brackets leads nowhere.
func withoutNote(s string) string { return notes().ReplaceAllString(s, "$1") }

// measured is what a column measures of each row: what its head says, or the line over the
// table of products. 产量 over 7369公顷 of 播种面积 says nothing: there each row does.
func (l *layout) measured(col int, c column) string {
	switch {
	case c.role == valueColumn && l.trades && c.of == "" && c.name == "":
		return l.measure
	case !l.trades && l.unitsWithin(col):
		return ""
	}
	return c.of
}

// unitsWithin reports whether every number of a column stands with its unit.
func (l *layout) unitsWithin(col int) bool {
	in := l.holds[col]
	return in != nil && len(in.numbers) > 0 && !slices.ContainsFunc(in.numbers, func(c model.TableCell) bool {
		n, _ := numberIn(l.text(c))
		return n.unit == ""
	})
}
