package tables

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/model"
)

// soFar stands for the months up to that of the table.
const soFar = "1-至今"

// partOfYear is how months are told.
const partOfYear = soFar + `|\d{1,2}[-—–~至]\d{1,2}月|前?[一二三四1-4]季度|上半年|\d{1,2}月(?:末|底)?`

var (
	number   = pattern(`^([>≥<≤]?)\s*([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(\D{0,8}?)(左右|以上|以内|以下)?$`)
	years    = pattern(`(?:19|20)\d\d`)
	noted    = pattern(`[\d%]([①-⑳¹²³⁴-⁹*]+)$`) // a number's mark that leads to a note
	inUnit   = pattern(`[(（](?:单位[:：])?([^()（）0-9]{1,8})[)）]$`)
	captions = pattern(`单位[:：]\s*([^\s,，;；、。()（）]{1,8})([,，、;；]\s*[^\s\d。()（）]+)*`)
	months   = pattern(partOfYear)
	day      = pattern(`\d{1,2}月\d{1,2}日`)
	month    = pattern(`^\d{4}年(\d{1,2}月)$`)
	period   = pattern(`(?:19|20)\d\d(?:年(?:` + partOfYear + `)?)?`)
)

// layout is a table whose columns are known.
type layout struct {
	rows    [][]model.TableCell
	text    func(model.TableCell) string
	columns map[int]column
	holds   map[int]*content // by columns
	name    int              // the column of names
	group   int              // the column of places that groups of rows are of, or -1
	place   string           // the place of the rows from here on, or ""
	unit    string           // told for the whole table
	units   bool             // several are
	money   string           // the one of them that is of money, or ""
	year    string           // likewise
	trades  bool             // its rows are products or trades
	drawn   bool             // with blanks: an empty cell of it cannot be seen
	measure string           // what the line over it says is measured of them, or ""

	keys   keys          // years or places that its rows stand for
	keyed  bool          // they do
	owners map[int]owner // by columns of growths
	unread map[model.UnreadWhy]model.Unread
}

// newLayout is that of a table of which nothing is known yet.
func newLayout(d *model.Document) layout {
	return layout{
		text: func(c model.TableCell) string {
			s := piece.Piece{Text: d.Original[c.Start:c.End]}
			return strings.TrimSpace(width.Fold.String(s.Apply(script.Radicals(s.Text)).Text))
		},
		columns: map[int]column{}, name: -1, group: -1, unread: map[model.UnreadWhy]model.Unread{}, drawn: len(d.Tables) == 0,
	}
}

// mostColumns is how many columns a table has whose head is read: each is held against all
// others, and nobody lays out a table of more by hand.
const mostColumns = 1000

// layoutOf reads the head of a table: the rows above the first that names
// something and holds a number. It reports whether there is a column of values.
func layoutOf(t model.Table, d *model.Document) (layout, bool) {
	l := newLayout(d)
	if slices.ContainsFunc(t.Cells, func(c model.TableCell) bool { return c.Col >= mostColumns }) {
		return l, false
	}
	rows := rowsOf(t)
	body := 0
	if l.keys, l.keyed = l.keysOf(rows); l.keyed {
		body = l.keys.body
	}
	for !l.keyed && body < len(rows) && !l.isBody(rows[body]) {
		body++
	}
	if body == 0 || body == len(rows) {
		return l, false
	}
	l.rows = rows[body:]
	if l.drawn {
		l.rows = l.full(rows[:body])
	}
	for _, row := range rows[:body] {
		l.headRow(row)
	}
	for _, line := range above(d.Original, t.Cells[0].Start) {
		l.caption(line)
	}
	if len(l.rows) == 0 {
		return l, false
	}
	l.corner()
	l.measures()
	l.holds = l.contents()
	l.name = l.nameColumn()
	l.group = l.groupColumn()
	l.date()
	l.planLatest()
	l.doubtPlaces()
	l.doubtShares()
	l.setOwners()
	return l, l.hasValues() && !l.displaced()
}

// headRow takes a row above the values: a head, or lines over the table.
func (l *layout) headRow(row []model.TableCell) {
	heads := slices.DeleteFunc(slices.Clone(row), func(c model.TableCell) bool { return captions().MatchString(l.text(c)) })
	if len(row) == 1 || len(heads) < len(row) && !l.isHead(heads) {
		for _, c := range row {
			l.caption(l.text(c))
		}
		l.enter(row)
		return
	}
	for _, c := range row {
		if captions().MatchString(l.text(c)) { // 单位:亿元 in the corner
			l.caption(l.text(c))
			continue
		}
		l.head(c)
		l.trades = l.trades || tells(l.text(c), tradeWords)
	}
}

// corner takes the unit that the head of the names tells for all: 指标(亿元).
func (l *layout) corner() {
	for _, c := range l.columns {
		if c.role == nameColumn && c.unit != "" {
			l.unit = c.unit
		}
	}
}

// displaced reports whether the head of a drawn table lacks that of the names, which stands
// on a line of its own: its cells are not above those that are below them in number.
func (l *layout) displaced() bool {
	role := l.columns[l.name].role
	return l.drawn && !l.keyed && (role == valueColumn || role == growthColumn)
}

// measures makes columns of values of those whose heads name an indicator, where the
// rows are products or trades: 工业 below 固定资产投资 is 工业固定资产投资.
func (l *layout) measures() {
	for col, c := range l.columns {
		if l.trades && !l.keyed && c.role == "" && c.name != "" && !c.clash {
			c.role, c.of, c.name = valueColumn, c.name, ""
			l.columns[col] = c
		}
	}
}

// content is what a column holds below the head.
type content struct {
	words, units int
	numbers      []model.TableCell
	percents     int  // numbers with a percent sign of their own
	above        bool // a number tells its unit, or is 1 or more
}

// contents looks through the columns once.
func (l *layout) contents() map[int]*content {
	all := map[int]*content{}
	for _, row := range l.rows {
		for _, c := range row {
			in := all[c.Col]
			if in == nil {
				in = &content{}
				all[c.Col] = in
			}
			s := l.text(c)
			n, ok := numberIn(s)
			switch {
			case ok:
				value, err := strconv.ParseFloat(strings.ReplaceAll(n.value, ",", ""), 64)
				in.above = in.above || err != nil || n.unit != "" || value >= 1 || value <= -1
				in.numbers = append(in.numbers, c)
				if n.unit == "%" {
					in.percents++
				}
			case isUnit(bareUnit(s)):
				in.units++
			default:
				in.words++
			}
		}
	}
	return all
}

// areUnits reports whether a column holds units and nothing else.
func (l *layout) areUnits(col int) bool {
	c := l.holds[col]
	return c != nil && c.units > 0 && c.words == 0 && len(c.numbers) == 0
}

// names reports whether a column holds words in the body, and no numbers.
func (l *layout) names(col int) bool { return l.holds[col] != nil && len(l.holds[col].numbers) == 0 }

// leave notes numbers that are not read.
func (l *layout) leave(why model.UnreadWhy, cells ...model.TableCell) {
	for _, c := range cells {
		if !isNumber(l.text(c)) || c.Col == l.name || isYear(l.text(c)) {
			continue
		}
		u, told := l.unread[why]
		if !told {
			u = model.Unread{Why: why, At: c.Start}
		}
		u.Numbers++
		l.unread[why] = u
	}
}

// date gives the columns their periods. A growth beside values of one period only
// is of that period.
func (l *layout) date() {
	told := map[string]bool{}
	for col, c := range l.columns {
		c = c.dated(l.year)
		c.of = l.measured(col, c)
		if c.plan && c.year == "" || c.of != "" && !l.trades && !l.keyed {
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
	if len(row) < 2 || isNumber(l.text(row[0])) && len(row) < 3 {
		return false
	}
	numbers, others := 0, 0
	for _, c := range row {
		switch s := l.text(c); {
		case isNumber(s) && !isYear(s):
			numbers++
		case isYear(s):
			return false
		default:
			others++
		}
	}
	return numbers > 0 && others > 0
}

// caption takes what a line over the table tells for all of it; the nearest to the
// table counts. One that tells several units (亿元、%) tells none of a row, but for that
// of money where the row can be nothing else.
func (l *layout) caption(s string) {
	if u := captions().FindStringSubmatch(s); u != nil && l.unit == "" && !l.units {
		l.unit, l.units = u[1], u[2] != ""
		if l.units {
			l.unit, l.money = "", moneyIn(u[0])
		}
	}
	for _, w := range blocks()[measureWords] {
		if l.measure == "" && strings.HasSuffix(s, w) { // 主要农产品产量
			l.measure = w
		}
	}
	if y := period().FindString(s); y != "" && l.year == "" && len(years().FindAllString(s, -1)) == 1 && !day().MatchString(s) {
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

func (l *layout) hasValues() bool {
	for _, c := range l.columns {
		if c.role == valueColumn || c.role == growthColumn || l.keyed && c.name != "" {
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
