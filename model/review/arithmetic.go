package review

import (
	"math"
	"strconv"
	"strings"

	"qubi/model"
)

// doubts are the doubts of facts, by fact.
type doubts map[*model.Fact][]Doubt

func (d doubts) add(f *model.Fact, why Doubt) { d[f] = append(d[f], why) }

// arithmetic finds numbers that do not go together: within a district, one
// indicator told twice, a part and its whole, a growth and its two levels.
func arithmetic(c *model.Corpus) doubts {
	all := doubts{}
	for _, d := range c.Districts {
		all.within(d)
	}
	return all
}

// within finds them in one district.
func (d doubts) within(of *model.District) {
	levels := map[string][]*model.Fact{}
	for _, r := range of.Reports {
		d.shares(r)
		for _, f := range r.Facts {
			if f.Kind == model.Metric && f.HasValue && !f.Ordinal() && f.Indicator != "" && f.Mark != model.Rejected {
				levels[f.Indicator] = append(levels[f.Indicator], f)
			}
		}
	}
	for _, r := range of.Reports { // not by the map, which has no order
		for _, f := range r.Facts {
			if same := levels[f.Indicator]; len(same) > 1 && same[0] == f {
				d.pairs(same)
			}
		}
	}
}

// pairs compares the numbers of one indicator with each other.
func (d doubts) pairs(same []*model.Fact) {
	for i, f := range same {
		for _, g := range same[i+1:] {
			switch {
			case !alike(f, g):
			case f.Period.Same(g.Period):
				d.twice(f, g)
			case yearBefore(f.Period, g.Period):
				d.growth(f, g)
			case yearBefore(g.Period, f.Period):
				d.growth(g, f)
			}
		}
	}
}

// alike reports whether two numbers of an indicator are of the same thing: they
// may differ in their period alone.
func alike(f, g *model.Fact) bool {
	return f.Stage == g.Stage && f.Quantity.BaseUnit == g.Quantity.BaseUnit && f.Owner == g.Owner && f.Scope == g.Scope &&
		f.Whole == g.Whole && f.Is(model.FlagScopeCity) == g.Is(model.FlagScopeCity) && f.Is(model.FlagScopeWide) == g.Is(model.FlagScopeWide)
}

// twice doubts two numbers for one thing that exclude each other.
func (d doubts) twice(f, g *model.Fact) {
	a, b := reach(f.Quantity), reach(g.Quantity)
	if a.low <= b.high && b.low <= a.high {
		return
	}
	d.add(f, doubt("reports", number{g}))
	d.add(g, doubt("reports", number{f}))
}

// number is a fact's number and where it stands.
type number struct{ *model.Fact }

// Message says it in the language.
func (n number) Message(l model.Lang) string {
	return n.Stated().Words(l) + " (" + n.Report.File + ":" + strconv.Itoa(n.Line()) + ")"
}

// yearBefore reports whether p is the period of q, a year earlier.
func yearBefore(p, q model.Period) bool {
	return p.From != 0 && p.AsOf == q.AsOf && p.From+12 == q.From && p.To+12 == q.To
}

// points is by how many percentage points a growth may differ from what two
// levels give: growth is stated in constant prices, levels in those of the day.
const points = 3

// growth doubts a growth that does not lead from the level of the year before
// to the year's own.
func (d doubts) growth(before, f *model.Fact) {
	percent, ok := strings.CutSuffix(f.Change, "%")
	stated, err := strconv.ParseFloat(percent, 64)
	if !ok || err != nil {
		return
	}
	a, b := reach(before.Quantity), reach(f.Quantity)
	if a.low <= 0 || b.low <= 0 || math.IsInf(a.high, 1) || math.IsInf(b.high, 1) {
		return
	}
	low, high := 100*(b.low/a.high-1)-points, 100*(b.high/a.low-1)+points
	if low <= stated && stated <= high {
		return
	}
	made := strconv.FormatFloat((low+high)/2, 'f', 1, 64) + "%"
	d.add(f, doubt("growth", number{before}, made))
}

// shares doubts parts that are larger than their whole.
func (d doubts) shares(r *model.Report) {
	for i, f := range r.Facts {
		if f.Whole == "" || !f.HasValue || f.Mark == model.Rejected {
			continue
		}
		if f.Quantity.BaseUnit == "%" {
			if f.Change == "" && f.Quantity.Base.Float() > 100 {
				d.add(f, doubt("share"))
			}
			continue
		}
		whole := wholeOf(r.Facts[:i], f)
		if whole == nil {
			continue
		}
		if reach(f.Quantity).low > reach(whole.Quantity).high {
			d.add(f, doubt("part", number{whole}))
			d.add(whole, doubt("part", number{f}))
		} else if sum, last := sumOf(r.Facts, f); last && sum > reach(whole.Quantity).high {
			d.add(f, doubt("parts", number{whole}))
		}
	}
}

// wholeOf is the number that a part is a part of: the nearest before it.
func wholeOf(before []*model.Fact, part *model.Fact) *model.Fact {
	for i := len(before) - 1; i >= 0; i-- {
		f := before[i]
		if f.HasValue && (f.Name == part.Whole || f.Indicator == part.Whole) && f.Quantity.BaseUnit == part.Quantity.BaseUnit &&
			f.Period.Same(part.Period) && f.Stage == part.Stage && f.Place.Paragraph == part.Place.Paragraph {
			return f
		}
	}
	return nil
}

// sumOf is the sum of the parts that stand in one sentence with the same whole,
// and whether the part is the last of them.
func sumOf(facts []*model.Fact, part *model.Fact) (sum float64, last bool) {
	for _, f := range facts {
		if f.Whole == part.Whole && f.HasValue && f.Place.Sentence == part.Place.Sentence && f.Quantity.BaseUnit == part.Quantity.BaseUnit && f.Stage == part.Stage {
			sum += reach(f.Quantity).low
			last = f == part
		}
	}
	return sum, last
}

// interval is where a number may lie.
type interval struct{ low, high float64 }

// reach is where the number lies that a report states: as exact as its digits
// are, and on the side that its bound names.
func reach(q model.Quantity) interval {
	v := q.Base.Float()
	half := math.Abs(v) * 1e-9
	if q.Value.Coef != 0 {
		half = math.Abs(v / float64(q.Value.Coef) / 2) // of the last digit
	}
	i := interval{v - half, v + half}
	switch q.Bound {
	case model.Above, model.AtLeast:
		i.high = math.Inf(1)
	case model.Below, model.AtMost:
		i.low = math.Inf(-1)
	case model.About:
		i.low, i.high = i.low-math.Abs(v)/10, i.high+math.Abs(v)/10
	case model.Exactly:
	}
	return i
}
