package compare

import (
	"cmp"
	"slices"

	"qubi/model"
)

// Ranking is one thing over the districts on view and their reports, as rows of
// a table: those that may be read in one order, and apart from them those that
// may not, each under its reason. It is made by [Comparison.Rank] or
// [Comparison.RankRow].
type Ranking struct {
	Name    string            // of the indicator, as [Row.Name], or of what is counted
	Unit    string            // base unit of all values
	Reasons []Reason          // for care with the entries in order: about, doubtful, equal by name only
	Entries []Entry           // in order, greatest first
	Apart   []Apart           // the weightiest reason first
	Silent  []*model.District // those that state no number of it

	districts int // how many stand in the order
}

// Entry is what one district states in one report; where several reports state
// the same of the same period, it is one entry.
type Entry struct {
	District *model.District
	Facts    []*model.Fact // the one to show first; none behind a count of nothing
	Value    model.Decimal // in the base unit
	Place    int           // 1 for the greatest; equal values share a place; 0 apart from the order
}

// Fact is the fact to show, which tells unit, period, stage, bound and rank;
// nil where the entry is a count.
func (e Entry) Fact() *model.Fact {
	if len(e.Facts) == 0 {
		return nil
	}
	return e.Facts[0]
}

// Apart are entries that may not stand in the order of the ranking.
type Apart struct {
	Reason  Reason
	Entries []Entry // in an order of their own, districts as in the comparison
}

// Greatest is the value of most weight among the entries in order, whatever its
// sign: what a bar of full length stands for. It is zero where there are none.
func (r Ranking) Greatest() model.Decimal {
	var most model.Decimal
	for _, e := range r.Entries {
		v := e.Value
		v.Coef = max(v.Coef, -v.Coef)
		if v.Cmp(most) > 0 {
			most = v
		}
	}
	return most
}

// Rank sets the districts in the order of what they state of a row's indicator.
// The order is of the numbers that most districts give in one way: same measure,
// period, scope and stage.
func (c *Comparison) Rank(r *Row) Ranking {
	entries, silent := r.entries()
	out := Ranking{Name: r.Indicator, Unit: r.Unit, Silent: silent}
	like := r.usual(entries)
	if like != nil {
		out.Unit = dimension(like.Quantity.BaseUnit)
	}
	apart := map[Reason][]Entry{}
	for _, e := range entries {
		if like == nil {
			apart[PeriodUnstated] = append(apart[PeriodUnstated], e)
		} else if reason, differs := unlike(e.Facts[0], like); differs {
			apart[reason] = append(apart[reason], e)
		} else {
			if n := len(out.Entries); n == 0 || out.Entries[n-1].District != e.District { // they come district by district
				out.districts++
			}
			out.Entries = append(out.Entries, e)
		}
	}
	for reason := PeriodsDiffer; reason <= Converted; reason++ {
		if len(apart[reason]) > 0 {
			out.Apart = append(out.Apart, Apart{reason, apart[reason]})
		}
	}
	inOrder(out.Entries)
	out.Reasons = cares(out.Entries)
	return out
}

// RankRow sets the districts in the order of what a row of counts counts: things
// named and metrics stated of its kind and theme, what is told twice once, or
// passages with its code. Where no district has any, all have none.
func (c *Comparison) RankRow(by CountRow) Ranking {
	out := Ranking{Unit: countUnit, Entries: model.Map(c.Districts, func(d *model.District) Entry { return Entry{District: d} })}
	for _, r := range c.Counts() {
		if r.Code != by.Code || r.Kind != by.Kind || r.Theme != by.Theme {
			continue
		}
		for j, cell := range r.Cells {
			out.Entries[j].Value.Coef = int64(cell.Names)
		}
	}
	inOrder(out.Entries)
	return out
}

// countUnit is what things are counted in.
const countUnit = "个"

// entries are what the columns state of the indicator in any measure, one for
// each way in which a report of a district gives it, and the districts that
// state no number of it.
func (r *Row) entries() (all []Entry, silent []*model.District) {
	for j, d := range r.cmp.Districts {
		own := len(all)
		for _, row := range r.kin.rows {
			facts := row.cells.in(j)
			for i, f := range facts {
				if f.HasValue && !join(all[own:], f) {
					all = append(all, Entry{District: d, Facts: facts[i : i+1 : i+1], Value: f.Quantity.Base})
				}
			}
		}
		if len(all) == own {
			silent = append(silent, d)
		}
	}
	return all, silent
}

// join adds a fact to the entry of its district that says the same already; false
// where none does.
func join(own []Entry, f *model.Fact) bool {
	i := slices.IndexFunc(own, func(e Entry) bool { return same(e.Facts[0], f) })
	if i >= 0 {
		own[i].Facts = append(own[i].Facts, f)
	}
	return i >= 0
}

// same reports whether two numbers are one, given in one way.
func same(f, g *model.Fact) bool {
	_, differs := unlike(f, g)
	return !differs && f.Quantity.Base.Cmp(g.Quantity.Base) == 0 && f.Quantity.Bound == g.Quantity.Bound
}

// usual is a fact given in the way in which most districts give theirs, but not
// in a measure that has a row of its own; of ways as frequent the row's own
// measure, then what is achieved, then the latest period. nil where no number has
// a period.
func (r *Row) usual(entries []Entry) *model.Fact {
	type way struct {
		fact      *model.Fact
		last      *model.District
		districts int
	}
	var ways []*way
	for _, e := range entries {
		f := e.Facts[0]
		if f.Period.IsZero() {
			continue // nothing is known of what it may stand beside
		}
		i := slices.IndexFunc(ways, func(w *way) bool { _, differs := unlike(w.fact, f); return !differs })
		if i < 0 {
			i = len(ways)
			ways = append(ways, &way{fact: f})
		}
		if ways[i].last != e.District { // entries come district by district
			ways[i].last = e.District
			ways[i].districts++
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return slices.MinFunc(ways, func(a, b *way) int {
		return cmp.Or(
			First(!foreign(a.fact), !foreign(b.fact)),
			First(!r.elsewhere(a.fact), !r.elsewhere(b.fact)),
			b.districts-a.districts,
			First(dimension(a.fact.Quantity.BaseUnit) == r.Unit, dimension(b.fact.Quantity.BaseUnit) == r.Unit),
			First(a.fact.Stage != model.Target, b.fact.Stage != model.Target),
			cmp.Compare(b.fact.Period.To, a.fact.Period.To),
		)
	}).fact
}

// elsewhere reports a number whose measure has another row of the table: growth of
// a level where growth stands in a row too.
func (r *Row) elsewhere(f *model.Fact) bool {
	unit := dimension(f.Quantity.BaseUnit)
	return unit != r.Unit && slices.ContainsFunc(r.kin.table, func(o *Row) bool { return o.Unit == unit })
}

// unlike is the weightiest reason why two numbers of one indicator may not
// stand in one order.
func unlike(a, b *model.Fact) (Reason, bool) {
	switch {
	case isRate(a) != isRate(b):
		return LevelAndGrowth, true
	case a.Quantity.BaseUnit != b.Quantity.BaseUnit && dimension(a.Quantity.BaseUnit) != dimension(b.Quantity.BaseUnit):
		return OtherUnit, true
	case a.Period.IsZero() != b.Period.IsZero():
		return PeriodUnstated, true
	case a.Period != b.Period && periodKey(a.Period) != periodKey(b.Period):
		return PeriodsDiffer, true
	case !sameScope(a, b):
		return ScopesDiffer, true
	case (a.Stage == model.Target) != (b.Stage == model.Target):
		return TargetAndDone, true
	case a.Is(model.FlagFormer) != b.Is(model.FlagFormer):
		return PeriodsDiffer, true
	}
	return 0, false
}

// inOrder sorts entries by value, greatest first, and gives them their places.
// Districts of equal value keep the order of the comparison.
func inOrder(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return b.Value.Cmp(a.Value) })
	for i := range entries {
		entries[i].Place = i + 1
		if i > 0 && entries[i].Value.Cmp(entries[i-1].Value) == 0 {
			entries[i].Place = entries[i-1].Place
		}
	}
}

// cares are the reasons for care with numbers that stand in one order.
func cares(entries []Entry) []Reason {
	any := func(of func(*model.Fact) bool) bool {
		return slices.ContainsFunc(entries, func(e Entry) bool { return of(e.Facts[0]) })
	}
	var all []Reason
	for _, r := range []struct {
		reason Reason
		holds  bool
	}{
		{PeriodUnstated, any(func(f *model.Fact) bool { return f.Period.IsZero() })},
		{NameOnly, any(func(f *model.Fact) bool { return f.Indicator == "" })},
		{Approximate, any(func(f *model.Fact) bool { return !exact(f) })},
		{Doubtful, any(func(f *model.Fact) bool { return len(f.Flags) > 0 })},
	} {
		if r.holds {
			all = append(all, r.reason)
		}
	}
	return all
}
