package draw

import (
	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/table"
)

// How the rows of a section share the width of a pane, widest pane first:
//
//	name            12.6亿元 2022年1-11月 ●完成 全市第3 !修  quote
//	name            12.6亿元 2022.1-11 ●完                      short words
//	                全市第3                                     what found no room
//	a longer name of its own line
//	  全市第3       12.6亿元 2022.1-11 ●完
//	name                                                        stacked
//	  12.6亿元 2022.1-11 ●完
//
// A figure, its period and its stage are never cut, and never stand apart: a
// name gives way first: one that has a number takes a line of its own, any other
// goes on below. What is beside the point where room is short (quote) is left
// out.

// AlignedAll is the width from which the columns of all sections are the same.
const AlignedAll = 60

// shortFlags is the width below which a row's flags are one mark.
const shortFlags = 48

// GutterWidth is the cells before a row, see [Look.Gutter].
const GutterWidth = 2

// leastQuote is how many cells a quote gets at the end of a row, if any.
const leastQuote = 18

// nameRoom is how many cells a name has, if it wants them, before words beside
// it are written out (○目标 for ○目, 2022年1-11月 for 2022.1-11); leastName is
// how many before it gets a line of its own.
const nameRoom, leastName = 20, 8

// indent is before what is told below a name of its own line.
const indent = 2

// Numbers and units wider than this do not widen their column: a lone 个工作日
// takes its cells from the name before it.
const (
	WidestNumber, WidestUnit = 8, 4 // in a narrow pane, and in a table of districts
	widestGrowth             = 10
)

// The columns of a fact's row. Number and unit are two columns without a gap
// between them, so that digits end and units begin in the same place; in a narrow
// pane, where long names take what is left of either, they end in one place.
const (
	colName = iota
	colNumber
	colPeriod
	colStage
	colGrowth
	colFlags
	colQuote // only where there is plenty of room
	columnCount
)

// Sheet is how the rows of one section are laid out at one width.
type Sheet struct {
	form
	shared       table.Shared
	w            int   // of a row without its gutter
	number, unit int   // cells of the number and of the unit within colNumber
	notes        Notes // of what is named more than once
}

// form is in which words a row speaks; shorter ones leave nothing out.
type form struct{ shortPeriod, shortStage, shortFlags, stacked bool }

// Plan measures the facts of a section and shares w cells among the columns.
func (l *Look) Plan(facts []*model.Fact, width int, from Notes) Sheet {
	w := min(width, max(1, l.Narrowest-GutterWidth))
	s := Sheet{form: form{shortFlags: w < shortFlags}, notes: from, w: width}
	want := l.wants(facts, &s, w)
	growth := 0 // a wide row speaks short rather than leave its growth out
	if w >= AlignedAll {
		growth = min(want[colGrowth]+1, widestGrowth+1)
	}
	for _, shorter := range []func(){func() { s.shortPeriod = true }, func() { s.shortStage = true }} {
		if needed(want, nameRoom+growth) <= w {
			break
		}
		shorter()
		want = l.wants(facts, &s, w)
	}
	if needed(want, leastName) > width {
		s.stacked = true
		want[colName], want[colGrowth] = 0, 0
		width -= indent
	}
	quote := 0
	if w >= AlignedAll {
		quote = leastQuote
	}
	s.shared = table.Share([]table.Column{
		colName:   {Min: leastName, Good: min(nameRoom, want[colName]), Want: want[colName], Grow: true},
		colNumber: {Want: want[colNumber]},
		colPeriod: {Want: want[colPeriod]},
		colStage:  {Want: want[colStage]},
		colGrowth: {Want: min(want[colGrowth], widestGrowth), Drop: 2},
		colFlags:  {Want: want[colFlags]},
		colQuote:  {Want: quote, Good: quote, Grow: true, Drop: 1},
	}, width, 1)
	return s
}

// wants are the cells that each column takes when nothing is cut.
func (l *Look) wants(facts []*model.Fact, s *Sheet, w int) [columnCount]int {
	want := [columnCount]int{}
	number, unit := WidestNumber, WidestUnit
	if w >= AlignedAll {
		number, unit = 2*number, unit+2
	}
	s.number, s.unit = 0, 0
	ranks := 0
	for _, f := range facts {
		n, u := l.figureIn(f, *s)
		switch {
		case f.Ordinal():
			ranks = max(ranks, l.Measure.Width(n+u))
		case s.shortFlags:
			s.number = max(s.number, min(number+unit, l.Measure.Width(n+u)))
		default:
			s.number = max(s.number, min(number, l.Measure.Width(n)))
			s.unit = max(s.unit, min(unit, l.Measure.Width(u)))
		}
		want[colName] = max(want[colName], l.Measure.WidthLine(l.named(f, *s)))
		want[colPeriod] = max(want[colPeriod], l.Measure.WidthLine(l.period(f, s.shortPeriod)))
		want[colStage] = max(want[colStage], l.Measure.WidthLine(l.stageIn(f, *s)))
		want[colGrowth] = max(want[colGrowth], l.Measure.Width(l.growth(f)))
		want[colFlags] = max(want[colFlags], l.Measure.Width(l.Flags(f, s.shortFlags)))
	}
	want[colName] = max(want[colName], 4)
	if w >= AlignedAll {
		s.number = max(s.number, ranks-s.unit)
	}
	if want[colNumber] = s.number + s.unit; want[colNumber] == 0 {
		want[colNumber] = ranks
	}
	return want
}

// needed is the cells of what a row never goes without, with so much room for
// a name.
func needed(want [columnCount]int, name int) int {
	sum := min(want[colName], name)
	for _, c := range []int{colNumber, colPeriod, colStage, colFlags} {
		if want[c] > 0 {
			sum += 1 + want[c]
		}
	}
	return sum
}

// Figures is number and unit in their columns; one wider than those takes the
// cells of its own, its end where the others end.
func (l *Look) Figures(number, unit cell.Span, numberWidth, unitWidth int) cell.Line {
	n, u := l.Measure.Width(number.Text), l.Measure.Width(unit.Text)
	switch {
	case n+u == 0:
		return nil
	case n > numberWidth || u > unitWidth:
		return table.Right(l.Measure, cell.Line{number, unit}, max(numberWidth+unitWidth, n+u))
	}
	return append(table.Right(l.Measure, cell.Line{number}, numberWidth), unit)
}
