package compare

import (
	"slices"
	"strings"
	"sync"

	"qubi/model"
	"qubi/model/query"
)

// Sorted is the comparison with its rows in another order: indicators by name,
// or by what the district in column j states (greatest first within a base
// unit, latest first), those that it does not state last; names by name.
// [query.ByText] is the order of [Comparison.Rows] and [Comparison.Names]. The table
// of themes and kinds has one order only.
func (c *Comparison) Sorted(o query.Order, reverse bool, j int) *Comparison {
	if o == query.ByText && !reverse {
		return c
	}
	s := *c
	s.Rows = sync.OnceValue(func() []*Row { return sortRows(c.Rows(), o, reverse, j) })
	s.Names = sync.OnceValue(func() []NameRow { return sortNames(c.Names(), o, reverse) })
	return &s
}

// sortRows is a sorted copy of the rows.
func sortRows(rows []*Row, o query.Order, reverse bool, j int) []*Row {
	pick := func(r *Row) *model.Fact {
		if facts := r.cells.in(j); len(facts) > 0 {
			return facts[0]
		}
		return nil
	}
	switch o {
	case query.ByName:
		return sortBySound(rows, func(r *Row) string { return r.Indicator }, reverse)
	case query.ByValue, query.ByPeriod:
		return sortByFact(rows, pick, func(a, b *model.Fact) int { return o.Compare(a, b, reverse) })
	}
	return turned(rows, reverse)
}

// sortNames is a sorted copy of the names, which have no value and no period.
func sortNames(rows []NameRow, o query.Order, reverse bool) []NameRow {
	if o == query.ByName {
		return sortBySound(rows, func(r NameRow) string { return r.Name }, reverse)
	}
	return turned(rows, reverse && o == query.ByText)
}

// sortBySound sorts by how a name sounds.
func sortBySound[R any](rows []R, name func(R) string, reverse bool) []R {
	type sounding struct {
		row   R
		sound string
	}
	all := model.Map(rows, func(r R) sounding { return sounding{r, query.Sound(name(r))} })
	slices.SortStableFunc(all, func(a, b sounding) int {
		if reverse {
			a, b = b, a
		}
		return strings.Compare(a.sound, b.sound)
	})
	return model.Map(all, func(s sounding) R { return s.row })
}

// sortByFact sorts rows by the fact that is picked of each; rows without one
// come last, in their order.
func sortByFact(rows []*Row, pick func(*Row) *model.Fact, compare func(a, b *model.Fact) int) []*Row {
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b *Row) int {
		f, g := pick(a), pick(b)
		switch {
		case f == nil || g == nil:
			return First(f != nil, g != nil)
		}
		return compare(f, g)
	})
	return out
}

// turned is a copy of the rows, turned round where that is asked for.
func turned[R any](rows []R, reverse bool) []R {
	out := slices.Clone(rows)
	if reverse {
		slices.Reverse(out)
	}
	return out
}
