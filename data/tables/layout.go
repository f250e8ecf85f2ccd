package tables

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/scan"
	"qubi/model"
)

// soFar stands for the months up to that of the table.
const soFar = "1-至今"

var (
	number   = regexp.MustCompile(`^([>＞≥<＜≤]?)(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?)(左右|以上|以内|以下)?$`)
	years    = regexp.MustCompile(`(?:19|20)\d\d`)
	inUnit   = regexp.MustCompile(`[(（](?:单位[:：])?([^()（）0-9]{1,8})[)）]$`)
	captions = regexp.MustCompile(`单位[:：]\s*([^\s,，;；、。()（）]{1,8})([,，、;；]\s*[^\s\d])?`)
	months   = regexp.MustCompile(soFar + `|\d{1,2}[-—–~至]\d{1,2}月|前?[一二三四1-4]季度|上半年|\d{1,2}月(?:末|底)?`)
	day      = regexp.MustCompile(`\d{1,2}月\d{1,2}日`)
	month    = regexp.MustCompile(`^\d{4}年(\d{1,2}月)$`)
	period   = regexp.MustCompile(`(?:19|20)\d\d(?:年(?:` + months.String() + `)?)?`)
)

// column is what a column's head tells.
type column struct {
	role   role
	year   string // 2021年, 2021年1-11月, or ""
	months string // 1-11月, where the head tells no year with it, or ""
	unit   string // of its values, or ""
	plan   bool   // its values are planned
	of     string // what it measures of each row: 产量, or ""
}

// layout is a table whose columns are known.
type layout struct {
	rows    [][]model.TableCell
	text    func(model.TableCell) string
	columns map[int]column
	name    int    // the column of names
	unit    string // told for the whole table
	units   bool   // several are
	year    string // likewise
	turned  bool   // its rows were years
	trades  bool   // its rows are products or trades
}

// layoutOf reads the head of a table: the rows above the first that names
// something and holds a number. It reports whether there is a column of values.
func layoutOf(t model.Table, d *model.Document) (layout, bool) {
	l := layout{text: func(c model.TableCell) string { return strings.TrimSpace(d.Original[c.Start:c.End]) }, columns: map[int]column{}, name: -1}
	first := t.Cells[0].Start
	if yearRows(t, l.text) {
		t, l.turned = turn(t, l.text), true
	}
	rows := rowsOf(t)
	body := 0
	for body < len(rows) && !l.isBody(rows[body]) {
		body++
	}
	if body == 0 || body == len(rows) {
		return l, false
	}
	l.rows = rows[body:]
	for _, row := range rows[:body] {
		if len(row) == 1 || slices.ContainsFunc(row, func(c model.TableCell) bool { return captions.MatchString(l.text(c)) }) {
			for _, c := range row {
				l.caption(l.text(c))
			}
			continue
		}
		for _, c := range row {
			l.head(c)
			l.trades = l.trades || tells(l.text(c), tradeWords)
		}
	}
	for _, line := range above(d.Original, first) {
		l.caption(line)
	}
	l.name = l.nameColumn()
	l.date()
	return l, l.hasValues()
}

// date gives the columns their periods. A growth beside values of one period only
// is of that period.
func (l *layout) date() {
	told := map[string]bool{}
	for col, c := range l.columns {
		c = c.dated(l.year)
		if c.plan && c.year == "" || c.of != "" && !l.trades {
			c = column{role: neverColumn}
		}
		l.columns[col] = c
		if c.role == valueColumn {
			told[c.year] = true
		}
	}
	if len(told) != 1 {
		return
	}
	for col, c := range l.columns {
		for year := range told {
			if c.role == growthColumn && c.year == "" {
				c.year = year
				l.columns[col] = c
			}
		}
	}
}

// nameColumn is the column that names the rows: of those before the values that
// hold words, the one headed so, else the one that is filled in most rows. A
// group of rows may have its own name before theirs, in a merged cell.
func (l *layout) nameColumn() int {
	filled := map[int]int{}
	for _, row := range l.rows {
		for _, c := range row {
			if r := l.columns[c.Col].role; r == valueColumn || r == growthColumn {
				break
			}
			filled[c.Col]++
		}
	}
	best, most := l.rows[0][0].Col, -1
	for _, col := range slices.Sorted(maps.Keys(filled)) {
		if r := l.columns[col].role; r == "" && !l.areUnits(col) || r == nameColumn {
			n := 2 * filled[col]
			if r == nameColumn {
				n++
			}
			if l.names(col) && n > most {
				best, most = col, n
			}
		}
	}
	return best
}

// areUnits reports whether a column holds units and nothing else.
func (l *layout) areUnits(col int) bool {
	for _, row := range l.rows {
		for _, c := range row {
			if c.Col == col && !isUnit(l.text(c)) {
				return false
			}
		}
	}
	return true
}

// rowsOf parts the cells by rows.
func rowsOf(t model.Table) (rows [][]model.TableCell) {
	for i, c := range t.Cells {
		if i == 0 || c.Row != t.Cells[i-1].Row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], c)
	}
	return rows
}

// isBody reports whether a row names something and holds a number that is no
// year.
func (l *layout) isBody(row []model.TableCell) bool {
	if len(row) < 2 || number.MatchString(l.text(row[0])) && len(row) < 3 {
		return false
	}
	numbers, others := 0, 0
	for _, c := range row {
		switch s := l.text(c); {
		case number.MatchString(s) && !isYear(s):
			numbers++
		case isYear(s):
			return false
		default:
			others++
		}
	}
	return numbers > 0 && others > 0
}

func isYear(s string) bool { return len(s) == 4 && years.MatchString(s) }

// names reports whether a column holds words in the body.
func (l *layout) names(col int) bool {
	for _, row := range l.rows {
		for _, c := range row {
			if c.Col == col && number.MatchString(l.text(c)) {
				return false
			}
		}
	}
	return true
}

// caption takes what a line over the table tells for all of it; the nearest to the
// table counts. One that tells several units (亿元、%) tells none of a row.
func (l *layout) caption(s string) {
	if u := captions.FindStringSubmatch(s); u != nil && l.unit == "" && !l.units {
		l.unit, l.units = u[1], u[2] != ""
		if l.units {
			l.unit = ""
		}
	}
	if y := period.FindString(s); y != "" && l.year == "" && len(years.FindAllString(s, -1)) == 1 && !day.MatchString(s) {
		l.year = withYear(y)
	}
}

// withYear is a period in words: 2021 is 2021年.
func withYear(s string) string {
	if isYear(s) {
		return s + "年"
	}
	return s
}

// head takes one cell of the head; those below add to those above.
func (l *layout) head(c model.TableCell) {
	told := headOf(strings.Join(strings.Fields(l.text(c)), ""))
	for col := c.Col; col < c.Col+c.Cols; col++ {
		l.columns[col] = l.columns[col].over(told)
	}
}

// longestHead is how many characters a head has that tells of values only: 本年累计完成.
const longestHead = 6

// headOf is what one cell of the head tells. One that sets two years against each
// other holds no value of either.
func headOf(s string) column {
	for _, w := range blocks()[sofarWords] {
		s = strings.ReplaceAll(s, w, soFar)
	}
	c := column{role: roleOf(s), plan: tells(s, planWords)}
	if c.role == neverColumn || c.role == nobody || len(years.FindAllString(s, 2)) > 1 || c.plan && tells(s, againstWords) {
		return column{role: neverColumn}
	}
	if y := period.FindString(s); y != "" {
		c.year = withYear(y)
	} else {
		c.months = months.FindString(s)
	}
	if c.role == valueColumn && utf8.RuneCountInString(inUnit.ReplaceAllString(period.ReplaceAllString(s, ""), "")) > longestHead {
		c.role = "" // the indicator itself: 固定资产投资完成额
	}
	if bare := inUnit.ReplaceAllString(s, ""); slices.Contains(blocks()[measureWords], bare) {
		c.role, c.of = valueColumn, bare
	}
	if u := inUnit.FindStringSubmatch(s); u != nil {
		known := isUnit(u[1])
		switch {
		case !known:
		case c.role != growthColumn:
			c.unit = u[1]
		case u[1] != "%":
			return column{role: neverColumn} // an amount of growth
		}
	}
	return c
}

// over is a column with what a cell below it in the head tells.
func (c column) over(below column) column {
	if below.role != "" && (c.role == "" || c.role == valueColumn || below.role == neverColumn) {
		c.role = below.role
	}
	c.year, c.months, c.unit, c.of = cmp.Or(below.year, c.year), cmp.Or(below.months, c.months), cmp.Or(below.unit, c.unit), cmp.Or(below.of, c.of)
	c.plan = c.plan || below.plan
	if c.role == "" && (c.year != "" || c.months != "") {
		c.role = valueColumn
	}
	return c
}

// dated is a column with its months in their year: that of its head, else the
// table's. Of a table of one month nobody knows whether a column without months
// tells the month or the year so far.
func (c column) dated(table string) column {
	if c.months == "" {
		if c.role == valueColumn && c.year == "" && month.MatchString(table) {
			c.role = neverColumn
		}
		return c
	}
	year := years.FindString(cmp.Or(c.year, table))
	if year == "" {
		c.role = neverColumn
		return c
	}
	if c.months == soFar {
		c.months = toMonth(table)
	}
	if c.year = year + "年" + c.months; c.months == "" {
		c.role = neverColumn
	}
	return c
}

// toMonth are the months up to the one that ends a table's period, "" for none.
func toMonth(table string) string {
	if m := month.FindStringSubmatch(table); m != nil {
		return "1-" + m[1]
	}
	return months.FindString(table)
}

// isUnit reports whether a word is a unit: 亿元, 万人次, 公里, %.
func isUnit(s string) bool {
	for bare := s; bare != ""; { // 亿千瓦时 is 亿 of 千瓦时
		if u, known := scan.UnitOf(bare); known && u.Word == bare {
			return true
		}
		r, size := utf8.DecodeRuneInString(bare)
		if !strings.ContainsRune("十百千万亿", r) {
			break
		}
		bare = bare[size:]
	}
	return isShare(s)
}

func isShare(unit string) bool { return unit == "%" || unit == "‰" }

func (l *layout) hasValues() bool {
	for _, c := range l.columns {
		if c.role == valueColumn || c.role == growthColumn {
			return true
		}
	}
	return false
}

// heads is how many lines above a table may tell its year and unit.
const heads = 3

// above are the lines before an offset, the nearest first, up to running text.
func above(text string, at int) (lines []string) {
	for text = text[:at]; len(lines) < heads; {
		text = strings.TrimRight(text, " \n\t\r\u3000")
		line := text[strings.LastIndexByte(text, '\n')+1:]
		if line == "" || utf8.RuneCountInString(line) > longestCaption || strings.ContainsAny(line, "。；") {
			return lines
		}
		lines, text = append(lines, line), text[:len(text)-len(line)]
	}
	return lines
}

// longestCaption is how many characters a line over a table has.
const longestCaption = 60
