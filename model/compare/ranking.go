package compare

import (
	"cmp"
	"slices"

	"qubi/model"
)

// Standing is numbers of one indicator that may be read in one order: of one
// unit, period, stage and scope, the greatest first.
type Standing struct {
	Apart  bool   // it stands apart from the first standing
	Reason Reason // … because of this
	Facts  []*model.Fact
}

// standingKey is what numbers of one order have in common.
type standingKey struct {
	unit, period, scope string
	target              bool
}

// Ranking is every number that any report states of the row's indicator, its
// growth included, in the fewest orders that are true: first the one in which
// most districts meet, then each that may not be compared with it, with the
// weightiest reason.
func (r *Row) Ranking() []Standing {
	at := map[standingKey]int{}
	var all []Standing
	var districts []map[model.DistrictID]bool
	for _, f := range r.stating() {
		k := standingKey{dimension(f.Quantity.BaseUnit), periodKey(f.Period), scope(f), f.Stage == model.Target}
		i, known := at[k]
		if !known {
			i = len(all)
			at[k] = i
			all, districts = append(all, Standing{}), append(districts, map[model.DistrictID]bool{})
		}
		all[i].Facts = append(all[i].Facts, f)
		districts[i][f.Report.DistrictID()] = true
	}
	order := make([]int, len(all))
	for i := range all {
		order[i] = i
		slices.SortStableFunc(all[i].Facts, func(a, b *model.Fact) int { return b.Quantity.Base.Cmp(a.Quantity.Base) })
	}
	own := func(i int) bool { return dimension(all[i].Facts[0].Quantity.BaseUnit) == r.Unit }
	slices.SortStableFunc(order, func(a, b int) int {
		f, g := all[a].Facts[0], all[b].Facts[0]
		return cmp.Or(first(own(a), own(b)), len(districts[b])-len(districts[a]), first(f.Stage != model.Target, g.Stage != model.Target),
			first(!foreign(f), !foreign(g)), cmp.Compare(g.Period.To, f.Period.To))
	})
	sorted := make([]Standing, len(all))
	for i, from := range order {
		sorted[i] = all[from]
		if i > 0 {
			sorted[i].Apart, sorted[i].Reason = true, apart(sorted[0].Facts[0], sorted[i].Facts[0])
		}
	}
	return sorted
}

// stating are the metrics with a number in the rows of the row's indicator, by
// column and in the order of the text.
func (r *Row) stating() (all []*model.Fact) {
	for j := range r.cmp.Districts {
		for _, o := range r.kin.rows {
			for _, f := range o.cells[j] {
				if f.HasValue {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// apart is the weightiest reason against reading two numbers in one order.
func apart(a, b *model.Fact) Reason {
	switch {
	case isRate(a) != isRate(b):
		return LevelAndGrowth
	case dimension(a.Quantity.BaseUnit) != dimension(b.Quantity.BaseUnit):
		return OtherUnit
	case b.Period.IsZero() || a.Period.IsZero():
		return PeriodUnstated
	case periodKey(a.Period) != periodKey(b.Period):
		return PeriodsDiffer
	case (a.Stage == model.Target) != (b.Stage == model.Target):
		return TargetAndDone
	}
	return ScopesDiffer
}
