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
					zh, en := ix.noUnit(v.unit)
					return &SyntaxError{At: t.at, Zh: zh, En: en}
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
				return l.Pick(ix.noUnit(t.value))
			}
		}
	}
	return ""
}

// noUnit says that no number has a unit, and which units numbers have.
func (ix *Index) noUnit(unit string) (zh, en string) {
	all := fieldUnit.known(model.Chinese, ix)
	tail := ""
	if len(all) > unitsNamed {
		all, tail = all[:unitsNamed], " …"
	}
	known := strings.Join(all, " ") + tail
	return "报告里没有单位“" + unit + "”，可用：" + known, "no number has the unit " + unit + ", use one of: " + known
}
