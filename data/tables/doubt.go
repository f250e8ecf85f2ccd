package tables

import (
	"math"
	"slices"

	"qubi/model"
)

// doubtGrowths leaves out the columns of growths of which nothing says percent, and which
// may be shares of one, .086 for 8.6 %, as no number is above 1; or amounts, as one is above
// 100 and nothing shows that none is.
func (l *layout) doubtGrowths() {
	for col, c := range l.columns {
		if in := l.holds[col]; c.role == growthColumn && !c.percent && in != nil && len(in.numbers) > 0 && (!in.above || in.huge && !c.rate && !l.percent && !l.noAmounts(col)) {
			l.leave(model.UnreadGrowth, in.numbers...)
			l.columns[col] = column{role: neverColumn}
			l.fractions = l.fractions || !in.above
		}
	}
}

// doubtBehindWords leaves out the columns behind one of words that differ in each row and
// stand among numbers: they may name what those are of.
func (l *layout) doubtBehindWords() {
	for _, words := range l.wordsAmongNumbers() {
		if l.keyed || words <= l.name || l.columns[words].role != "" || !l.differ(words) {
			continue
		}
		for col, c := range l.columns {
			if in := l.holds[col]; col > words && in != nil && (c.role == valueColumn || c.role == growthColumn) {
				l.leave(model.UnreadHead, in.numbers...)
				l.columns[col] = column{role: neverColumn}
			}
		}
	}
}

// wordsAmongNumbers are the columns that hold words and no numbers, with columns of numbers
// before and behind them.
func (l *layout) wordsAmongNumbers() (words []int) {
	first, last := math.MaxInt, -1
	for col, in := range l.holds {
		if len(in.numbers) > in.words {
			first, last = min(first, col), max(last, col)
		}
	}
	for col, in := range l.holds {
		if first < col && col < last && in.words > 0 && len(in.numbers) == 0 {
			words = append(words, col)
		}
	}
	return words
}

// differ reports whether a column says something else in each of several rows.
func (l *layout) differ(col int) bool {
	seen := map[string]bool{}
	for _, row := range l.rows {
		s, told := l.at(row, col)
		if seen[s] {
			return false
		}
		if told && s != "" {
			seen[s] = true
		}
	}
	return len(seen) > 1
}

// noAmounts reports whether the growths of a column can be no amounts, as one is more than
// what it would be a part of, 135.1 beside 20.4. Those that fall by over 100 are amounts.
func (l *layout) noAmounts(col int) bool {
	more := false
	for _, row := range l.rows {
		by, told := l.number(row, col)
		if by < -100 {
			return false
		}
		largest := 0.0
		for _, c := range row {
			if l.columns[c.Col].role == valueColumn {
				is, _ := l.number(row, c.Col)
				largest = max(largest, is)
			}
		}
		more = more || told && largest > 0 && by > largest
	}
	return more
}

// number is that of a row's cell in a column.
func (l *layout) number(row []model.TableCell, col int) (float64, bool) {
	s, _ := l.at(row, col)
	n, ok := numberIn(s)
	return amount(n.value), ok
}

// planLatest makes plans of the values of the latest year, where the rows say of what kind
// their targets are: 2025年 of a plan that sets out from 2020年.
func (l *layout) planLatest() {
	latest, bound := "", false
	for _, c := range l.columns {
		latest = max(latest, c.year)
	}
	for _, row := range l.rows {
		bound = bound || slices.ContainsFunc(row, func(c model.TableCell) bool { return slices.Contains(blocks()[boundWords], l.text(c)) })
	}
	for col, c := range l.columns {
		if bound && c.year == latest && latest != "" {
			c.plan = true
			l.columns[col] = c
		}
	}
}

// doubtPlaces leaves out the columns that name no place where others do: a head over two
// columns tells only one of them whose it is, where nobody merged them.
func (l *layout) doubtPlaces() {
	placed := false
	for _, c := range l.columns {
		placed = placed || c.place != ""
	}
	for col, c := range l.columns {
		if placed && c.place == "" && (c.role == valueColumn || c.role == growthColumn) {
			if in := l.holds[col]; in != nil {
				l.leave(model.UnreadHead, in.numbers...)
			}
			l.columns[col] = column{role: neverColumn}
		}
	}
}

// doubtTwins makes two columns of one indicator clash: nobody knows which is it.
func (l *layout) doubtTwins() {
	of := map[column][]int{}
	for col, c := range l.columns {
		if c.role != growthColumn && c.role != neverColumn && c.role != otherColumn && c.name != "" && !c.clash {
			key := column{name: c.name, year: c.year, place: c.place, plan: c.plan}
			of[key] = append(of[key], col)
		}
	}
	for _, cols := range of {
		for _, col := range cols {
			c := l.columns[col]
			c.clash = len(cols) > 1
			l.columns[col] = c
		}
	}
}
