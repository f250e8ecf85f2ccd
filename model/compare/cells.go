package compare

import (
	"slices"
	"strings"

	"qubi/model"
)

// Cell is what one district states for a row.
type Cell struct {
	State CellState
	Pick  *model.Fact   // the fact to show; nil when the state is a missing one
	Facts []*model.Fact // all facts of the cell, Pick first
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
	Akin                          // 有相近指标: the word occurs in another indicator's name
	WordOnly                      // 文中有词: the name occurs, but not as a cluster, park or project
	NoReport                      // 无该期报告: the filter asks for years no report covers
	FilteredOut                   // 被筛去: stated, but hidden by the filter
)

// Missing reports whether there is no fact to show.
func (s CellState) Missing() bool { return s >= Unmentioned }

// String is the state's stable key, for exports.
func (s CellState) String() string {
	return [...]string{"stated", "othermeasure", "unmentioned", "nonumber", "akin", "wordonly", "noreport", "filtered"}[s]
}

// Word says why a cell is empty; "" when it is not.
func (s CellState) Word(l model.Lang) string {
	if !s.Missing() {
		return ""
	}
	return model.Word("state", s.String(), l)
}

// Cell is what the district in column j states.
func (r *Row) Cell(j int) Cell {
	cell := r.stated(j)
	if cell.Pick == nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		state, known := r.absent[j]
		if !known {
			state = r.missing(j)
			if r.absent == nil {
				r.absent = map[int]CellState{}
			}
			r.absent[j] = state
		}
		cell.State = state
	}
	return cell
}

// State is what the cell of the district in column j holds, or why it holds nothing.
func (r *Row) State(j int) CellState { return r.Cell(j).State }

// Holder is the first column that states one of the facts, in this row's
// dimension or in another that stands in for it; -1 where none does. It looks at
// what is stated alone, however many columns there are.
func (r *Row) Holder(facts map[*model.Fact]bool) int {
	first := r.cells.holder(facts, anywhere)
	for _, other := range r.standIns() {
		if j := other.cells.holder(facts, func(j int) bool { return len(r.cells.in(j)) == 0 }); first < 0 || j >= 0 && j < first {
			first = j
		}
	}
	return first
}

// Holder is the first column that names the thing by one of the facts, or -1.
func (r NameRow) Holder(facts map[*model.Fact]bool) int {
	return r.cells.holder(facts, anywhere)
}

func anywhere(int) bool { return true }

// stated is the cell without the reason why there is nothing, which takes a
// look through the reports.
func (r *Row) stated(j int) Cell {
	if facts := r.cells.in(j); len(facts) > 0 {
		return Cell{Stated, facts[0], facts}
	}
	var others []*model.Fact
	for _, other := range r.standIns() {
		others = append(others, other.cells.in(j)...)
	}
	if len(others) == 0 {
		return Cell{State: Unmentioned}
	}
	return Cell{OtherMeasure, others[0], others}
}

// missing says why column j states nothing.
func (r *Row) missing(j int) CellState {
	d := r.cmp.Districts[j]
	if !slices.ContainsFunc(d.Reports, r.cmp.Filter.Expr.MayConcern) {
		return NoReport
	}
	if slices.ContainsFunc(r.kin.rows, func(o *Row) bool { return len(o.cells.in(j)) > 0 }) {
		return Akin // in a row of its own
	}
	words := r.cmp.words[j]()
	switch {
	case words.kins[r.kin.key]:
		return FilteredOut
	case strings.Contains(words.names, r.key):
		return Akin
	case slices.ContainsFunc(d.Reports, func(rep *model.Report) bool {
		key := rep.Folded()
		return slices.ContainsFunc(r.ownWords(), func(w string) bool { return strings.Contains(key, w) })
	}):
		return NoNumber
	}
	return Unmentioned
}
