package compare

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
)

// Series is what one district's reports state of one indicator in one unit, in
// the order of time.
type Series struct {
	Column int    // of the district
	Name   string // of the indicator
	Points []*model.Fact
	Aims   []Aim
}

// Aim is a target, and what a later report tells of it.
type Aim struct {
	Target  *model.Fact
	Result  *model.Fact // nil where none is told
	Outcome Outcome
}

// Outcome is what became of a target.
type Outcome uint8

// The outcomes.
const (
	Reached   Outcome = iota // 达成
	Missed                   // 未达成
	Untold                   // a later report says nothing of it
	NoLater                  // 尚无后续报告: none that could tell
	Undatable                // the target's period is not stated
)

// String is the outcome's stable key.
func (o Outcome) String() string {
	return [...]string{"reached", "missed", "untold", "noreport", "undated"}[o]
}

// Series are those of all districts that have several reports: indicators told
// for more than one period, or aimed at. Within a district those with an aim of
// known outcome come first, then the longest.
func (c *Comparison) Series() []Series {
	type id struct {
		j               int
		indicator, unit string
	}
	at := map[id]int{}
	var all []Series
	byKin := map[id][]*model.Fact{}
	c.columns(func(j int, f *model.Fact) {
		if f.Kind != model.Metric || !f.HasValue || len(c.Districts[j].Reports) < 2 || foreign(f) {
			return
		}
		kin := id{j: j, indicator: kinKey(f)}
		byKin[kin] = append(byKin[kin], f)
		k := id{j, indicatorKey(f), dimension(f.Quantity.BaseUnit)}
		i, known := at[k]
		if !known {
			i = len(all)
			at[k] = i
			all = append(all, Series{Column: j, Name: cmp.Or(f.Indicator, f.Name)})
		}
		if s := &all[i]; f.Stage == model.Target {
			s.Aims = append(s.Aims, Aim{Target: f})
		} else {
			s.Points = append(s.Points, f)
		}
	})
	for i := range all {
		s := &all[i]
		s.Points = inTime(s.Points)
		for n := range s.Aims {
			a := &s.Aims[n]
			a.Result, a.Outcome = outcome(a.Target, s.Points, byKin[id{j: s.Column, indicator: kinKey(a.Target)}], c.Districts[s.Column])
		}
	}
	all = slices.DeleteFunc(all, func(s Series) bool { return len(s.Points) < 2 && len(s.Aims) == 0 })
	slices.SortStableFunc(all, func(a, b Series) int {
		return cmp.Or(a.Column-b.Column, first(a.settled(), b.settled()), len(b.Points)-len(a.Points), len(b.Aims)-len(a.Aims))
	})
	return all
}

// settled reports whether a report tells what became of an aim.
func (s Series) settled() bool {
	return slices.ContainsFunc(s.Aims, func(a Aim) bool { return a.Result != nil })
}

// inTime are points in the order of time, one for a period: the latest report's.
func inTime(points []*model.Fact) []*model.Fact {
	slices.SortStableFunc(points, func(a, b *model.Fact) int {
		return cmp.Or(cmp.Compare(a.Period.To, b.Period.To), cmp.Compare(a.Period.From, b.Period.From), b.Report.Head.Date().Compare(a.Report.Head.Date()))
	})
	return slices.CompactFunc(points, func(a, b *model.Fact) bool { return a.Period.Same(b.Period) })
}

// outcome finds what a later report tells of a target: the number of its period,
// or beside that of the level the growth that was aimed at.
func outcome(t *model.Fact, points, kin []*model.Fact, d *model.District) (*model.Fact, Outcome) {
	if t.Period.IsZero() {
		return nil, Undatable
	}
	later := func(r *model.Report) bool { return r.Head.Date().After(t.Report.Head.Date()) }
	for _, f := range points {
		if f.Period.Same(t.Period) && later(f.Report) {
			return f, judged(t, f.Quantity.Base)
		}
	}
	for _, f := range kin {
		growth, told := model.ParseDecimal(strings.TrimSuffix(strings.TrimPrefix(f.Change, "+"), "%"))
		if isRate(t) && told && strings.HasSuffix(f.Change, "%") && f.Stage != model.Target && f.Period.Same(t.Period) && later(f.Report) {
			return f, judged(t, growth)
		}
	}
	for _, r := range d.Reports {
		if date := r.Head.Date(); later(r) && model.MonthOf(date.Year(), int(date.Month())) >= t.Period.To {
			return nil, Untold
		}
	}
	return nil, NoLater
}

// judged is whether a number reaches a target, by the target's bound.
func judged(t *model.Fact, got model.Decimal) Outcome {
	by := got.Cmp(t.Quantity.Base)
	if b := t.Quantity.Bound; b == model.Below || b == model.AtMost {
		by = -by
	}
	if by >= 0 {
		return Reached
	}
	return Missed
}
