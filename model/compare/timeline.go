package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"qubi/model"
)

// Timeline is what one district states over time, an indicator in one measure a
// line. See [Comparison.Timeline].
type Timeline struct {
	District *model.District
	Lines    []Line // those with most points first, then in the order of the text
}

// Line is an indicator of one district in one measure.
type Line struct {
	Indicator string
	Unit      string    // base unit
	Points    []Point   // by period; those of no stated period last
	Outcomes  []Outcome // of its targets, by period
}

// Point is a number of a line. What several reports, or one several times, state
// of the same period alike is one point.
type Point struct {
	Facts []*model.Fact // the one to show first, from the earliest report
}

// Fact is the fact to show.
func (p Point) Fact() *model.Fact { return p.Facts[0] }

// Outcome is a target, and what became of it.
type Outcome struct {
	Target *model.Fact
	Result *model.Fact // what a later report states of the same period, or nil
	State  OutcomeState
}

// OutcomeState is what became of a target.
type OutcomeState uint8

// The states.
const (
	NoLaterReport OutcomeState = iota // 尚无后续报告: no report of the district is later than the period
	Unreported                        // 后续报告未提及: a later report gives no such number
	Met                               // 达成
	Missed                            // 未达成
	Undecided                         // 难以判定: 近100亿元 of 100亿元, or a target of no stated period
)

// String is the state's stable key, for exports.
func (s OutcomeState) String() string {
	return [...]string{"open", "unreported", "met", "missed", "undecided"}[s]
}

// Word says the state.
func (s OutcomeState) Word(l model.Lang) string { return model.Word("outcome", s.String(), l) }

// Timeline is what the district in column j states over time, as far as the
// filter lets it through.
func (c *Comparison) Timeline(j int) Timeline {
	t := Timeline{District: c.Districts[j]}
	at := map[int32]int{} // by row
	var facts [][]*model.Fact
	stated := map[string][]*model.Fact{} // by indicator
	w := walk{keys: c.keys}
	for _, f := range c.metrics()[j] {
		k := w.key(f)
		i, known := at[k.row]
		if !known {
			i = len(t.Lines)
			at[k.row] = i
			t.Lines = append(t.Lines, Line{Indicator: cmp.Or(f.Indicator, f.Name), Unit: dimension(f.Quantity.BaseUnit)})
			facts = append(facts, nil)
		}
		facts[i] = append(facts[i], f)
		stated[k.name] = append(stated[k.name], f)
	}
	last := latest(t.District)
	kin := map[string]answers{} // of what is stated
	for i, all := range facts {
		line := &t.Lines[i]
		line.Points = points(all)
		var alike answers
		for _, f := range all {
			if f.Stage != model.Target {
				continue
			}
			if alike == nil {
				alike = answersAmong(all)
			}
			line.Outcomes = append(line.Outcomes, outcome(last, f, alike, func() answers {
				name := kinKey(f)
				if kin[name] == nil {
					kin[name] = answersAmong(stated[name])
				}
				return kin[name]
			}))
		}
		slices.SortStableFunc(line.Outcomes, func(a, b Outcome) int { return byTime(a.Target, b.Target) })
	}
	slices.SortStableFunc(t.Lines, func(a, b Line) int { return len(b.Points) - len(a.Points) })
	return t
}

// makeMetrics are the numbers that each column states, in the order of its reports.
func (c *Comparison) makeMetrics() [][]*model.Fact {
	all := make([][]*model.Fact, len(c.Districts))
	c.Corpus.Each(c.Filter, func(j int, x *model.Fact) {
		if x.Kind == model.Metric && x.HasValue {
			all[j] = append(all[j], x)
		}
	})
	return all
}

// points gathers facts that state the same and puts them in the order of time.
func points(facts []*model.Fact) (all []Point) {
	sorted := slices.SortedStableFunc(slices.Values(facts), byTime)
	first := 0 // of the points of the same months
	for i, f := range sorted {
		if i > 0 && (f.Period.To != sorted[i-1].Period.To || f.Period.From != sorted[i-1].Period.From) {
			first = len(all)
		}
		at := slices.IndexFunc(all[first:], func(p Point) bool { return same(f, p.Facts[0]) })
		if at < 0 {
			all = append(all, Point{[]*model.Fact{f}})
		} else {
			all[first+at].Facts = append(all[first+at].Facts, f)
		}
	}
	return all
}

// byTime orders facts by their period, those without one last, and facts of one
// period by their reports.
func byTime(a, b *model.Fact) int {
	return cmp.Or(
		First(a.Period.To != 0, b.Period.To != 0),
		cmp.Compare(a.Period.To, b.Period.To),
		cmp.Compare(a.Period.From, b.Period.From),
		a.Report.Head.Date().Compare(b.Report.Head.Date()),
	)
}

// answers are facts that may be the result of a target, by what they must have in
// common with it. A district of many reports sets many targets of one indicator.
type answers map[question][]*model.Fact

// question is what a target has in common with its result: the period, see
// [model.Period.Same], and the scope.
type question struct {
	from, to     model.Month
	asOf         bool
	label, scope string
}

func questionOf(f *model.Fact) question {
	label := f.Period.Label
	if f.Period.From != 0 {
		label = f.Period.Day()
	}
	return question{f.Period.From, f.Period.To, f.Period.AsOf, label, scope(f)}
}

func answersAmong(facts []*model.Fact) answers {
	all := answers{}
	for _, f := range facts {
		if f.Stage != model.Target && f.Period.To != 0 && !f.Is(model.FlagFormer) && !f.Is(model.FlagEstimate) {
			q := questionOf(f)
			all[q] = append(all[q], f)
		}
	}
	return all
}

// outcome pairs a target with what a later report states of the same indicator,
// period and scope, among the facts of its row and those of its kin, the levels whose
// growth it may be; last is the day of the district's last report. Where several do,
// the last word counts.
func outcome(last time.Time, target *model.Fact, alike answers, kin func() answers) Outcome {
	out := Outcome{Target: target}
	if target.Period.To == 0 {
		out.State = Undecided
		return out
	}
	if !tells(last, target) {
		return out
	}
	out.State = Unreported
	q := questionOf(target)
	for _, f := range alike[q] {
		out = later(out, Outcome{target, f, decide(target, f.Quantity)})
	}
	if out.Result != nil || !isRate(target) {
		return out
	}
	// A level may say its growth beside it: 完成400亿元,增长8.6%.
	unit := dimension(target.Quantity.BaseUnit)
	for _, f := range kin()[q] {
		if grown, ok := growthOf(f, unit); ok && dimension(f.Quantity.BaseUnit) != unit {
			out = later(out, Outcome{target, f, decide(target, grown)})
		}
	}
	return out
}

// later is the outcome of the later report; one that is no later than its target is none.
func later(a, b Outcome) Outcome {
	before := a.Target
	if a.Result != nil {
		before = a.Result
	}
	if b.Result.Report.Head.Date().After(before.Report.Head.Date()) {
		return b
	}
	return a
}

// latest is the day of the district's last report, zero where none has a day.
func latest(d *model.District) (day time.Time) {
	for _, r := range d.Reports {
		if date := r.Head.Date(); date.After(day) {
			day = date
		}
	}
	return day
}

// tells reports whether a report of that day may tell what became of a target: it
// is later than the one that sets it, and given when the period was over.
func tells(date time.Time, target *model.Fact) bool {
	end := time.Date(target.Period.To.Year(), time.Month(target.Period.To.Month()), 1, 0, 0, 0, 0, time.UTC) // of its last month: figures of a year are given in December too
	return date.After(target.Report.Head.Date()) && !date.Before(end)
}

// growthOf is the growth in the unit that a level says beside it.
func growthOf(f *model.Fact, unit string) (model.Quantity, bool) {
	number, ok := strings.CutSuffix(f.Change, unit)
	if !ok {
		return model.Quantity{}, false
	}
	v, ok := model.ParseDecimal(strings.TrimPrefix(number, "+"))
	return model.Quantity{Value: v, Base: v, Unit: unit, BaseUnit: unit, Bound: model.Exactly}, ok
}

// decide compares a result with its target. A target of at most so much is met
// by less; so is one of what is to become less by its nature (PM2.5浓度). Falls compare by
// how far they fall: 下降3% is met by 下降3.5%, and 降幅控制在5%以内 by 下降3%.
func decide(target *model.Fact, result model.Quantity) OutcomeState {
	fall := target.Quantity.Falls()
	less := metByLess(target)
	c, bound := result.Base.Cmp(target.Quantity.Base), result.Bound
	if less != fall {
		c = -c
	}
	if less { // as its mirror
		bound = bound.Mirrored()
	}
	strict := target.Quantity.Bound == model.Above || target.Quantity.Bound == model.Below
	up, down := opens(bound)
	switch {
	case c == 0 && (down || strict && !up):
		return Undecided // 突破100亿元 met by 100亿元: rounding decides
	case c >= 0 && (up || !down):
		return Met
	case c < 0 && !up:
		return Missed
	}
	return Undecided
}

// metByLess reports a target that less of it meets.
func metByLess(target *model.Fact) bool {
	switch target.Quantity.Bound {
	case model.AtMost, model.Below:
		return true
	}
	return !target.Quantity.Falls() && lessIsBetter(target)
}

// opens reports whether what a bound stands at may be more, or less.
func opens(b model.Bound) (up, down bool) {
	switch b {
	case model.Above, model.AtLeast:
		return true, false
	case model.Below, model.AtMost:
		return false, true
	}
	return b == model.About, b == model.About
}

// lessIsBetter reports whether the indicator names what is to become less.
func lessIsBetter(f *model.Fact) bool {
	key := indicatorKey(f)
	if slices.ContainsFunc(compareWords().lessened, func(w string) bool { return strings.Contains(key, w) }) {
		return false
	}
	return slices.ContainsFunc(compareWords().less, func(w string) bool { return strings.Contains(key, w) })
}

func (c *Comparison) makeTimes() (all []Timeline) {
	for j, d := range c.Districts {
		if len(d.Reports) < 2 {
			continue
		}
		t := c.Timeline(j)
		for i := range t.Lines {
			t.Lines[i].Points = t.Lines[i].course()
		}
		t.Lines = slices.DeleteFunc(t.Lines, func(s Line) bool { return len(s.Points)+len(s.Outcomes) == 0 })
		slices.SortStableFunc(t.Lines, func(a, b Line) int { return b.results() - a.results() })
		all = append(all, t)
	}
	return all
}

// course is the line's numbers without its targets; a lone number is none.
func (s Line) course() []Point {
	done := slices.DeleteFunc(slices.Clone(s.Points), func(p Point) bool { return p.Fact().Stage == model.Target })
	if len(done) > 1 || len(done) > 0 && len(s.Outcomes) > 0 {
		return done
	}
	return nil
}

// Courses are points gathered by the kind of their periods, the most of a kind
// first: a quarter goes into no course with years.
func Courses(points []Point) (all [][]Point) {
	for _, p := range points {
		i := slices.IndexFunc(all, func(c []Point) bool { return c[0].Fact().Period.Like(p.Fact().Period) })
		if i < 0 {
			all = append(all, []Point{p})
		} else {
			all[i] = append(all[i], p)
		}
	}
	slices.SortStableFunc(all, func(a, b []Point) int { return len(b) - len(a) })
	return all
}

// results is how many targets of the line have a result.
func (s Line) results() (n int) {
	for _, o := range s.Outcomes {
		if o.Result != nil {
			n++
		}
	}
	return n
}
