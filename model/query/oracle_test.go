package query

import (
	"slices"
	"strings"

	"qubi/model"
)

// What the sets of an Index are held against: every fact asked by itself.

// Match reports whether the fact is on view.
func (f Filter) Match(x *model.Fact) bool {
	return chosen(f.Districts, x.Report.DistrictID()) && chosen(f.Kinds, x.Kind) && chosen(f.Stages, x.Stage) &&
		f.onTheme(x) && (f.Marked == nil || f.Marked[x.Key()]) && f.Expr.Match(x)
}

// onTheme reports whether the fact has one of the themes, or all.
func (f Filter) onTheme(x *model.Fact) bool {
	has := func(t model.Theme) bool { return slices.Contains(x.Themes, t) }
	if f.AllThemes {
		return !slices.ContainsFunc(f.Themes, func(t model.Theme) bool { return !has(t) })
	}
	return len(f.Themes) == 0 || slices.ContainsFunc(f.Themes, has)
}

// chosen reports whether a dimension lets the value through.
func chosen[T comparable](choices []T, v T) bool {
	return len(choices) == 0 || slices.Contains(choices, v)
}

// Match reports whether the fact fulfils the filter.
func (e *Expr) Match(f *model.Fact) bool {
	return e == nil || !slices.ContainsFunc(e.clauses, func(c clause) bool {
		return !slices.ContainsFunc(c, func(t term) bool { return t.match(f) != t.not })
	})
}

// match reports whether the condition holds, whether it is to hold or not.
func (t term) match(f *model.Fact) bool {
	switch t.field {
	case fieldNone:
		return t.word.inFact(f)
	case fieldSentence:
		key := model.Fold(f.Sentence())
		return slices.ContainsFunc(t.words, func(n needle) bool { return n.inLiteral(key) || n.inPinyin(key) })
	case fieldYear:
		all, _ := parseYears(t.value)
		return slices.ContainsFunc(all, func(r yearRange) bool { return r.holds(f.Period.From, f.Period.To) })
	case fieldValue:
		all, _ := parseValue(t.value)
		return !slices.ContainsFunc(all, func(v valueTest) bool { return !v.match(f) })
	}
	return t.test(f)
}

// inFact looks for a plain word in one fact.
func (n needle) inFact(f *model.Fact) bool {
	if slices.ContainsFunc(named(f), func(s string) bool { return s != "" && (n.inLiteral(model.Fold(s)) || n.sounds(s)) }) {
		return true
	}
	key := model.Fold(f.Quote())
	return !n.head && !n.tail && (strings.Contains(key, n.literal) || n.inQuotes() && n.inPinyin(key))
}

// match compares a fact's number.
func (v valueTest) match(x *model.Fact) bool {
	q := x.Stated()
	switch v.compares(q.Unit, q.BaseUnit) {
	case written:
		return x.HasValue && v.holds(q.Value, q.Bound, v.number)
	case based:
		return x.HasValue && v.holds(q.Base, q.Bound, v.scaled)
	}
	return false
}
