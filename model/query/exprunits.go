package query

import (
	"slices"
	"strings"

	"qubi/model"
)

// unitsNamed is how many units a message names.
const unitsNamed = 12

// CheckUnits is a *SyntaxError where a filter asks for numbers in a unit that
// no number of the corpus has, as 值:>10x does; the beginning of a unit will
// do, so that a filter is valid while it is being typed. The error's place is
// one in the text that the filter was parsed from.
func (ix *Index) CheckUnits(e *Expr) error {
	if e == nil {
		return nil
	}
	for _, alternatives := range e.clauses {
		for _, t := range alternatives {
			if t.field != fieldValue {
				continue
			}
			tests, _ := parseValue(t.value)
			for _, v := range tests {
				if v.base != "" && !slices.ContainsFunc(ix.columns().measures[1:], v.mayMean) {
					e := ix.noUnit(v.unit)
					e.At = t.at
					return e
				}
			}
		}
	}
	return nil
}

// mayMean reports whether the condition compares numbers of a measure, or would
// if its unit were typed to the end.
func (v valueTest) mayMean(m measure) bool {
	return v.compares(m.unit, m.base) != neither || strings.HasPrefix(model.Fold(m.unit), v.unit) || strings.HasPrefix(model.Fold(m.base), v.base)
}

// UnknownUnit says in the language that the corpus knows none of the units that
// a condition 单位: of the filter asks for, and some that it knows; "" when it
// knows them.
func (ix *Index) UnknownUnit(e *Expr, l model.Lang) string {
	if e == nil {
		return ""
	}
	for _, alternatives := range e.clauses {
		for _, t := range alternatives {
			if t.field == fieldUnit && !t.not && !slices.ContainsFunc(ix.columns().measures[1:], func(m measure) bool {
				return t.test(&model.Fact{Quantity: model.Quantity{Unit: m.unit, BaseUnit: m.base}})
			}) {
				return ix.noUnit(t.value).Message(l)
			}
		}
	}
	return ""
}

// noUnit says that no number has a unit, and which units numbers have.
func (ix *Index) noUnit(unit string) *SyntaxError {
	all := fieldUnit.known(model.Chinese, ix)
	tail := ""
	if len(all) > unitsNamed {
		all, tail = all[:unitsNamed], " …"
	}
	return &SyntaxError{id: "unit", args: []any{unit, strings.Join(all, " ") + tail}}
}
