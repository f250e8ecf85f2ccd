package query

import (
	"slices"

	"qubi/model"
)

// columns hold what 年: and 值: ask of a fact, side by side in the order of the
// facts: a condition then runs over memory in order, where following a million
// pointers to facts would take ten times as long.
type columns struct {
	periods  []months // 0 and 0 is none
	numbers  []number
	measures []measure // as the numbers use them; the first is that of no number
}

// months are a period's first and last month.
type months struct{ from, to model.Month }

// number is a fact's value as written and in the base unit.
type number struct {
	value, base       int64 // coefficients
	valueExp, baseExp int32 // and powers of ten
	measure           uint32
}

// measure is how a number is meant. Few are in use, so a condition decides by
// them and not by the numbers what it has to compare.
type measure struct {
	unit, base string
	bound      model.Bound
}

func newColumns(ix *Index) *columns {
	c := &columns{
		periods: make([]months, len(ix.facts)), numbers: make([]number, len(ix.facts)),
		measures: make([]measure, 1),
	}
	seen := map[measure]uint32{}
	for i, f := range ix.facts {
		c.periods[i] = months{f.Period.From, f.Period.To}
		if !f.HasValue {
			continue
		}
		q := f.Stated()
		m := measure{q.Unit, q.BaseUnit, q.Bound}
		at := seen[m]
		if at == 0 {
			at = uint32(len(c.measures))
			seen[m] = at
			c.measures = append(c.measures, m)
		}
		c.numbers[i] = number{q.Value.Coef, q.Base.Coef, int32(q.Value.Exp), int32(q.Base.Exp), at}
	}
	return c
}

// within is the facts whose period lies within the years.
func (c *columns) within(all []yearRange) factSet {
	set := newFactSet(len(c.periods))
	parallel(len(c.periods), func(from, to int) {
		for i, p := range c.periods[from:to] {
			if slices.ContainsFunc(all, func(r yearRange) bool { return r.holds(p.from, p.to) }) {
				set.add(from + i)
			}
		}
	})
	return set
}

// holding is the facts whose number passes the test.
func (c *columns) holding(v valueTest) factSet {
	compare := make([]compared, len(c.measures))
	for i, m := range c.measures[1:] {
		compare[i+1] = v.compares(m.unit, m.base)
	}
	set := newFactSet(len(c.numbers))
	parallel(len(c.numbers), func(from, to int) {
		for i := range c.numbers[from:to] {
			n := &c.numbers[from+i]
			found := false
			switch compare[n.measure] {
			case written:
				found = v.holds(model.Decimal{Coef: n.value, Exp: int(n.valueExp)}, c.measures[n.measure].bound, v.number)
			case based:
				found = v.holds(model.Decimal{Coef: n.base, Exp: int(n.baseExp)}, c.measures[n.measure].bound, v.scaled)
			}
			if found {
				set.add(from + i)
			}
		}
	})
	return set
}
