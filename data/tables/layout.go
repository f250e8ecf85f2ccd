package tables

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/model"
)

// layout is a table whose columns are known.
type layout struct {
	heads     []model.TableCell // above the first row
	rows      [][]model.TableCell
	text      func(model.TableCell) string
	columns   map[int]column
	holds     map[int]*content // by columns
	name      int              // the column of names
	group     int              // the column of places that groups of rows are of, or -1
	place     string           // the place of the rows from here on, or ""
	when      int              // the column of the times that rows are of, or -1
	unit      string           // told for the whole table
	units     bool             // several are
	money     string           // the one of them that is of money, or ""
	year      string           // likewise
	percent   bool             // the caption says so of some of its numbers
	subject   string           // the indicator that the title names, or ""
	above     rowsAbove        // what the rows so far tell
	trades    bool             // its rows are products or trades
	drawn     bool             // with blanks: an empty cell of it cannot be seen
	fractions bool             // it tells growths as shares of one
	measure   string           // what the line over it says is measured of them, or ""

	keys   keys          // years or places that its rows stand for
	keyed  bool          // they do
	owners map[int]owner // by columns of growths
	unread map[model.UnreadWhy]model.Unread
}

// newLayout is that of a table of which nothing is known yet.
func newLayout(d *model.Document) layout {
	return layout{
		text: func(c model.TableCell) string {
			text := strings.TrimSpace(d.Original[c.Start:c.End])
			if isPlain(text) { // most cells
				return text
			}
			s := piece.Piece{Text: text}
			text = strings.TrimSpace(folded(s.Apply(script.Radicals(s.Text)).Text))
			if thousands().MatchString(text) && d.CellAt(c.Start) != "" {
				return strings.ReplaceAll(text, " ", ",")
			}
			return text
		},
		columns: map[int]column{}, above: rowsAbove{seen: map[string]bool{}}, name: -1, group: -1, when: -1, unread: map[model.UnreadWhy]model.Unread{},
	}
}

// mostColumns is how many columns a table has whose head is read: each is held against all
// others, and nobody lays out a table of more by hand.
const mostColumns = 1000

// layoutOf reads the head of a table: the rows above the first that names
// something and holds a number. It reports whether there is a column of values.
func layoutOf(t model.Table, d *model.Document) (layout, bool) {
	l := newLayout(d)
	l.drawn = d.CellAt(t.Cells[0].Start) == ""
	if slices.ContainsFunc(t.Cells, func(c model.TableCell) bool { return c.Col >= mostColumns }) {
		return l, false
	}
	rows := rowsOf(t)
	body := l.body(rows)
	if body == 0 || body == len(rows) {
		return l, false
	}
	l.heads = slices.Concat(rows[:body]...)
	heads := l.spreadHeads(rows[:body])
	l.rows = l.spread(rows[body:])
	if l.drawn {
		l.rows = l.full(heads)
	}
	for _, row := range heads {
		l.headRow(row)
	}
	for _, line := range above(d.Original, t.Cells[0].Start) {
		l.caption(line)
	}
	l.sheet(t.Name)
	if len(l.rows) == 0 {
		return l, false
	}
	l.corner()
	l.measures()
	l.holds = l.contentsOf(l.rows)
	l.when = l.whenColumn()
	l.name = l.nameColumn()
	l.group = l.groupColumn()
	l.date()
	l.planLatest()
	l.nameKeyed()
	l.doubtPlaces()
	l.doubtBehindWords()
	l.doubtGrowths()
	l.setOwners()
	return l, l.hasValues() && !l.displaced()
}

// body is the first row below the head.
func (l *layout) body(rows [][]model.TableCell) (body int) {
	if l.keys, l.keyed = l.keysOf(rows); l.keyed {
		return l.keys.body
	}
	for body < len(rows) && !l.isBody(rows[body]) {
		body++
	}
	for body > 1 && body < len(rows) && len(rows[body-1]) == 1 && slices.ContainsFunc(rows[:body-1], l.isHead) { // it heads the first rows
		body--
	}
	return body
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
// rows are products or trades: 工业 below 固定资产投资 is 工业固定资产投资. So do growths that
// say of what they are.
func (l *layout) measures() {
	for col, c := range l.columns {
		if l.trades && !l.keyed && (c.role == "" || c.role == growthColumn) && c.name != "" && !c.clash {
			c.role, c.of, c.name = cmp.Or(c.role, valueColumn), c.name, ""
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
	huge         bool // a number without a unit is over 100
}

// contentsOf looks through the columns of rows once.
func (l *layout) contentsOf(rows [][]model.TableCell) map[int]*content {
	all := map[int]*content{}
	for _, row := range rows {
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
				in.huge = in.huge || n.unit == "" && math.Abs(value) > 100
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

// leaveUnclear notes numbers in columns of such that are written in no form that is read.
func (l *layout) leaveUnclear(cells ...model.TableCell) {
	for _, c := range cells {
		role, s := l.columns[c.Col].role, l.text(c)
		if (role == valueColumn || role == growthColumn) && !isNumber(s) && digits().MatchString(s) && !period().MatchString(s) {
			l.leave(model.UnreadForm, c)
		}
	}
}

// leave notes numbers that are not read.
func (l *layout) leave(why model.UnreadWhy, cells ...model.TableCell) {
	for _, c := range cells {
		if why != model.UnreadForm && !isNumber(l.text(c)) || c.Col == l.name || isYear(l.text(c)) {
			continue
		}
		u, told := l.unread[why]
		if !told {
			u = model.Unread{Why: why, At: c.Start}
		}
		u.At = min(u.At, c.Start) // whichever column is asked first
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
		if c.plan && c.year == "" && !c.budget || c.of != "" && !l.trades && !l.keyed {
			c = column{role: doubtColumn}
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

// whenColumn is the column that says of what year, or part of one, each row is; -1 for none. What
// stands in it is no number.
func (l *layout) whenColumn() int {
	for _, c := range l.heads {
		if !slices.Contains(blocks()[whenHeads], unspaced(l.text(c))) || l.keyed && c.Col == l.keys.col {
			continue
		}
		timed := !slices.ContainsFunc(l.rows, func(row []model.TableCell) bool {
			s, told := l.at(row, c.Col)
			return told && s != "" && len(row) > 1 && !wholePeriod().MatchString(s)
		})
		if timed {
			l.columns[c.Col] = column{role: otherColumn}
			return c.Col
		}
	}
	return -1
}

// nameColumn is the column that names the rows: of those before the values that
// hold words, the one that is filled in most rows. A group of rows may have its own
// name before theirs, in a merged cell or again in each row.
func (l *layout) nameColumn() int {
	filled, names := map[int]int{}, map[int]map[string]bool{}
	for _, row := range l.rows {
		for _, c := range row {
			if len(row) == 1 { // it heads others
				break
			}
			if r := l.columns[c.Col].role; r == valueColumn || r == growthColumn {
				break
			}
			if filled[c.Col]++; names[c.Col] == nil {
				names[c.Col] = map[string]bool{}
			}
			names[c.Col][l.text(c)] = true
		}
	}
	best := naming{col: l.rows[0][0].Col, filled: -1}
	headed := false // as far as the head reaches
	for _, col := range slices.Sorted(maps.Keys(filled)) {
		r := l.columns[col].role
		if slices.ContainsFunc(l.heads, func(c model.TableCell) bool { return c.Col == col }) {
			headed = r == nameColumn
		}
		if (r == "" && !l.areUnits(col) || r == nameColumn) && l.names(col) {
			n := naming{col, filled[col], len(names[col]), headed}
			if l.drawn && headed { // a group stands in one of its rows, and that alone is as long as the head
				n.names = 0
			}
			best = best.or(n)
		}
	}
	return best.col
}

// rowsOf parts the cells by rows, for no one to change.
func rowsOf(t model.Table) [][]model.TableCell {
	count := 1
	for i := 1; i < len(t.Cells); i++ {
		if t.Cells[i].Row != t.Cells[i-1].Row {
			count++
		}
	}
	rows, from := make([][]model.TableCell, 0, count), 0
	for i, c := range t.Cells {
		if next := i + 1; next == len(t.Cells) || t.Cells[next].Row != c.Row {
			rows = append(rows, t.Cells[from:next:next])
			from = next
		}
	}
	return rows
}

// isRow reports whether a row below the head is one of values: those may look like years,
// but none is that of its own column, whose head comes again.
func (l *layout) isRow(row []model.TableCell) bool {
	return l.isBody(row) || len(row) > 1 && !l.isHead(row) && slices.ContainsFunc(row, func(c model.TableCell) bool {
		s := l.text(c)
		return c.Col > l.name && isYear(s) && !strings.HasPrefix(l.columns[c.Col].year, s)
	})
}

// isBody reports whether a row names something and holds a number, which is no year unless
// it has a unit.
func (l *layout) isBody(row []model.TableCell) bool {
	if len(row) < 2 || isNumber(l.text(row[0])) && len(row) < 3 {
		return false
	}
	numbers, years, units, others := 0, 0, 0, 0
	for _, c := range row {
		switch s := l.text(c); {
		case isYear(s):
			years++
		case isNumber(s):
			numbers++
		case isUnit(bareUnit(s)):
			units++
		default:
			others++
		}
	}
	return numbers > 0 && others+units > 0 || years > 0 && units > 0 && others > 0 && !l.isHead(row)
}

func (l *layout) hasValues() bool {
	for _, c := range l.columns {
		if c.role == valueColumn || c.role == growthColumn || l.keyed && c.name != "" {
			return true
		}
	}
	return false
}
