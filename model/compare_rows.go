package model

import (
	"cmp"
	"slices"
	"strings"
)

// Row is one indicator in one dimension. Rows meet by equal canonical
// indicator (by folded name where the indicator is unknown) and equal base
// unit, so that 固定资产投资 in 元 and its growth in % are two rows.
type Row struct {
	Indicator string // canonical, or the first name it goes by
	Unit      string // base unit; "" for metrics that state no number
	Theme     Theme  // of its first fact

	cmp     *Comparison
	key     string
	cells   map[int][]*Fact // by column, in the order of preference
	periods map[string]int  // by how many districts each period is stated
	words   []string        // folded names, to look for where it is missing
	kin     *kin
	rank    int // among all rows, by first mention
}

// kin is the rows of one indicator in all its dimensions.
type kin struct {
	rows  []*Row
	shown int // how many stand in the table
}

// Cell is what one district states for a row.
type Cell struct {
	State CellState
	Pick  *Fact   // the fact to show; nil when the state is a missing one
	Facts []*Fact // all facts of the cell, Pick first
}

// CellState says what a cell holds, or why it holds nothing. A cell is never
// empty without a reason.
type CellState uint8

// The states.
const (
	Stated       CellState = iota // a number of this row's dimension
	OtherMeasure                  // the indicator only in another dimension: growth instead of level
	Unmentioned                   // 未提及: the word does not occur in the reports
	NoNumber                      // 有词无数: the word occurs, without a number
	WordOnly                      // 文中有词: the name occurs, but not as a cluster, park or project
	NoReport                      // 无该期报告: the filter asks for years no report covers
	FilteredOut                   // 被筛去: stated, but hidden by the filter
)

// Missing reports whether there is no fact to show.
func (s CellState) Missing() bool { return s >= Unmentioned }

// String is the state's stable key, for exports.
func (s CellState) String() string {
	return [...]string{"stated", "othermeasure", "unmentioned", "nonumber", "wordonly", "noreport", "filtered"}[s]
}

// Word says why a cell is empty; "" when it is not.
func (s CellState) Word(l Lang) string {
	if !s.Missing() {
		return ""
	}
	return word("state", s.String(), l)
}

// Columns is how many districts state a number in the row's dimension.
func (r *Row) Columns() int { return len(r.cells) }

// Cell is what the district in column j states.
func (r *Row) Cell(j int) Cell {
	cell := r.stated(j)
	if cell.Pick == nil {
		cell.State = r.missing(j)
	}
	return cell
}

// stated is the cell without the reason why there is nothing, which takes a
// look through the reports.
func (r *Row) stated(j int) Cell {
	if facts := r.cells[j]; len(facts) > 0 {
		return Cell{Stated, facts[0], facts}
	}
	var others []*Fact
	for _, other := range r.kin.rows {
		others = append(others, other.cells[j]...)
	}
	if len(others) == 0 {
		return Cell{State: Unmentioned}
	}
	return Cell{OtherMeasure, others[0], others}
}

// Name is the indicator, with the base unit behind it where the table has rows
// of it in several dimensions.
func (r *Row) Name() string {
	if r.kin.shown > 1 {
		return r.Indicator + "（" + cmp.Or(r.Unit, "—") + "）"
	}
	return r.Indicator
}

func (c *Comparison) makeRows() []*Row {
	type rowID struct{ indicator, unit string }
	at := map[rowID]*Row{}
	kins := map[string]*kin{}
	var rows []*Row
	c.columns(func(j int, f *Fact) {
		if f.Kind != Metric {
			return
		}
		id := rowID{indicatorKey(f), f.Quantity.BaseUnit}
		r := at[id]
		if r == nil {
			if kins[id.indicator] == nil {
				kins[id.indicator] = &kin{}
			}
			r = &Row{Indicator: cmp.Or(f.Indicator, f.Name), Unit: id.unit, cmp: c, key: id.indicator,
				cells: map[int][]*Fact{}, periods: map[string]int{}, kin: kins[id.indicator], rank: len(rows)}
			if len(f.Themes) > 0 {
				r.Theme = f.Themes[0]
			}
			r.kin.rows = append(r.kin.rows, r)
			at[id] = r
			rows = append(rows, r)
		}
		r.cells[j] = append(r.cells[j], f)
	})
	for _, r := range rows {
		r.arrange()
	}
	slices.SortStableFunc(rows, func(a, b *Row) int { return len(b.cells) - len(a.cells) })
	rows = slices.DeleteFunc(rows, (*Row).covered)
	for _, r := range rows {
		r.kin.shown++
	}
	return rows
}

// covered reports whether another row of the indicator, stated by more
// districts, or as many and stated first, shows all that this one would: a
// growth that only stands in for a missing level needs no row of its own.
func (r *Row) covered() bool {
	return slices.ContainsFunc(r.kin.rows, func(o *Row) bool {
		before := len(o.cells) > len(r.cells) || len(o.cells) == len(r.cells) && o.rank < r.rank
		for j := range r.cells {
			before = before && len(o.cells[j]) == 0
		}
		return before
	})
}

func indicatorKey(f *Fact) string { return Fold(cmp.Or(f.Indicator, f.Name)) }

// arrange puts the facts of each cell in the order of preference and notes the
// names the row goes by.
func (r *Row) arrange() {
	r.words = []string{r.key}
	for _, facts := range r.cells {
		seen := map[string]bool{}
		for _, f := range facts {
			if label := f.Period.Label; label != "" && !seen[label] {
				seen[label] = true
				r.periods[label]++
			}
			if w := Fold(f.Name); !slices.Contains(r.words, w) {
				r.words = append(r.words, w)
			}
		}
	}
	slices.Sort(r.words)
	for _, facts := range r.cells {
		slices.SortStableFunc(facts, r.prefer)
	}
}

// prefer orders the facts of a cell; the first is shown. The rule, which help
// and export state: the district's own number before another's; what is
// achieved before what is aimed at; the period that most districts state, then
// the latest; an exact number before an approximate one; then the text's order.
func (r *Row) prefer(a, b *Fact) int {
	return cmp.Or(
		first(!foreign(a), !foreign(b)),
		first(a.Stage != Target, b.Stage != Target),
		cmp.Compare(r.periods[b.Period.Label], r.periods[a.Period.Label]),
		cmp.Compare(b.Period.To, a.Period.To),
		first(exact(a), exact(b)),
	)
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// foreign reports whether the number is not the district's own.
func foreign(f *Fact) bool {
	return f.Is(FlagScopeCity) || f.Is(FlagScopeWide) || f.Is(FlagScopeOther)
}

func exact(f *Fact) bool { return f.Quantity.Bound == Exactly || f.Quantity.Bound == "" }

// missing says why column j states nothing.
func (r *Row) missing(j int) CellState {
	d := r.cmp.Districts[j]
	if years := r.cmp.Filter.Expr.years(); len(years) > 0 && !slices.ContainsFunc(d.Reports, func(rep *Report) bool { return covers(rep, years) }) {
		return NoReport
	}
	state := Unmentioned
	for _, rep := range d.Reports {
		for _, f := range rep.Facts {
			if f.Kind == Metric && indicatorKey(f) == r.key {
				return FilteredOut
			}
		}
		key := rep.folded()
		if slices.ContainsFunc(r.words, func(w string) bool { return strings.Contains(key, w) }) {
			state = NoNumber
		}
	}
	return state
}

// covers reports whether the report is about one of the years: by the period
// it covers, or, where that is unknown, by its date.
func covers(rep *Report, years []yearRange) bool {
	from, to := rep.Head.Covers.From.Year(), rep.Head.Covers.To.Year()
	if rep.Head.Covers.To == 0 {
		from, to = rep.Head.Date().Year(), rep.Head.Date().Year()
	}
	return slices.ContainsFunc(years, func(y yearRange) bool { return from <= y.to && to >= y.from })
}
