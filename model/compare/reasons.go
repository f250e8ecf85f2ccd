package compare

import (
	"slices"
	"strings"

	"qubi/model"
)

// Reason is why numbers of one row may not be read side by side.
type Reason uint8

// The reasons, the weightiest first.
const (
	PeriodsDiffer  Reason = iota // 时期不同
	PeriodUnstated               // 未注明时期
	LevelAndGrowth               // 水平/增速
	OtherUnit                    // 单位不同(不可换算)
	ScopesDiffer                 // 口径不同
	NameOnly                     // 仅名称相同: no known indicator says that they count the same thing
	TargetAndDone                // 目标/完成
	Approximate                  // 约数
	RanksDiffer                  // 名次范围不同
	Doubtful                     // 有存疑标记
	Converted                    // 单位不同(已换算)
)

// String is the reason's stable key, for exports.
func (r Reason) String() string {
	return [...]string{"period", "noperiod", "growth", "measure", "scope", "name", "stage", "about", "rank", "doubt", "unit"}[r]
}

// Word says the reason.
func (r Reason) Word(l model.Lang) string { return model.Word("reason", r.String(), l) }

// Verdict sums up the reasons of a row.
type Verdict uint8

// The verdicts.
const (
	Single        Verdict = iota // only one district states it
	Comparable                   // nothing against it, units converted at most
	WithCare                     // approximate, doubtful, or ranked in different fields
	NotComparable                // other period, scope, stage or measure
)

// String is the verdict's stable key, for exports.
func (v Verdict) String() string { return [...]string{"single", "same", "care", "differ"}[v] }

// Word says the verdict.
func (v Verdict) Word(l model.Lang) string { return model.Word("verdict", v.String(), l) }

// judgement is a verdict with its reasons.
type judgement struct {
	verdict Verdict
	reasons []Reason
}

// Verdict is whether the numbers the row shows may be read side by side.
func (r *Row) Verdict() Verdict { return r.judgement().verdict }

// Reasons are the reasons against reading the row's numbers side by side, the
// weightiest first; none for a row that one district alone states. The caller
// must not change them.
func (r *Row) Reasons() []Reason { return r.judgement().reasons }

// judgement is made once: a screen asks at every key.
func (r *Row) judgement() judgement {
	r.judging.Do(func() { r.judged = r.judge() })
	return r.judged
}

func (r *Row) judge() judgement {
	picks, other := r.picks()
	if len(picks) < 2 {
		return judgement{verdict: Single}
	}
	reasons := against(picks, other)
	switch {
	case len(reasons) == 0 || reasons[0] == Converted:
		return judgement{Comparable, reasons}
	case reasons[0] >= Approximate:
		return judgement{WithCare, reasons}
	}
	return judgement{NotComparable, reasons}
}

// against finds the reasons; other are those of the picks in another measure.
func against(picks, other []*model.Fact) []Reason {
	var all []Reason
	add := func(reason Reason, when bool) {
		if when {
			all = append(all, reason)
		}
	}
	growth := slices.ContainsFunc(other, func(f *model.Fact) bool { return isRate(f) != isRate(picks[0]) })
	undated := func(f *model.Fact) bool { return f.Period.IsZero() }
	add(PeriodsDiffer, differ(slices.DeleteFunc(slices.Clone(picks), undated), func(f *model.Fact) string { return periodKey(f.Period) }))
	add(PeriodUnstated, slices.ContainsFunc(picks, undated))
	add(LevelAndGrowth, growth)
	add(OtherUnit, len(other) > 0 && !growth)
	add(ScopesDiffer, differ(picks, scope))
	add(NameOnly, slices.ContainsFunc(picks, func(f *model.Fact) bool { return f.Indicator == "" }))
	add(TargetAndDone, differ(picks, func(f *model.Fact) string { return string(f.Stage) }))
	add(Approximate, slices.ContainsFunc(picks, func(f *model.Fact) bool { return f.HasValue && !exact(f) }))
	add(RanksDiffer, ranksDiffer(picks))
	add(Doubtful, slices.ContainsFunc(picks, func(f *model.Fact) bool { return len(f.Flags) > 0 }))
	add(Converted, differ(picks[:len(picks)-len(other)], func(f *model.Fact) string { return dimension(f.Quantity.Unit) }))
	return all
}

// picks are the facts the row shows; those in another measure come last, and
// are given again on their own.
func (r *Row) picks() (all, other []*model.Fact) {
	for j, facts := range r.All() {
		if len(r.cells.in(j)) > 0 {
			all = append(all, facts[0])
		} else {
			other = append(other, facts[0])
		}
	}
	return append(all, other...), other
}

// differ reports whether the facts do not all agree in a property.
func differ(facts []*model.Fact, of func(*model.Fact) string) bool {
	return len(facts) > 0 && slices.ContainsFunc(facts[1:], func(f *model.Fact) bool { return of(f) != of(facts[0]) })
}

// periodKey tells stated periods apart by the months they cover; unstated ones
// are a reason of their own.
func periodKey(p model.Period) string {
	if p.From == 0 && p.To == 0 {
		return p.Label
	}
	key := string(appendMonth(appendMonth(nil, p.From), p.To))
	if p.AsOf {
		key += "末"
	}
	return key + p.Day()
}

func appendMonth(b []byte, m model.Month) []byte { return append(b, byte(m>>8), byte(m)) }

// isRate reports whether the number is a growth or a share, not a level.
func isRate(f *model.Fact) bool { return isRateUnit(f.Quantity.BaseUnit) }

func isRateUnit(unit string) bool { return slices.Contains(compareWords().rates, unit) }

// sameScope reports whether two numbers are of one owner and counted alike. Those
// that say all of it in the same words are the rule, and need no closer look.
func sameScope(a, b *model.Fact) bool {
	return a.Name == b.Name && a.Whole == b.Whole && a.Owner == b.Owner && a.Scope == b.Scope && slices.Equal(a.Flags, b.Flags) ||
		scope(a) == scope(b)
}

// scope is whose number it is and how it is counted, in a form to compare.
func scope(f *model.Fact) string {
	s := f.Whole + " " + f.Owner
	for _, flag := range []model.Flag{model.FlagScopeCity, model.FlagScopeWide, model.FlagScopeOther} {
		if f.Is(flag) {
			s += " " + string(flag)
		}
	}
	for _, same := range compareWords().scope {
		if slices.ContainsFunc(same, func(w string) bool { return strings.Contains(f.Name, w) || f.Scope == w }) {
			s += " " + same[0]
		}
	}
	if !slices.ContainsFunc(compareWords().scope, func(same []string) bool { return slices.Contains(same, f.Scope) }) {
		s += " " + f.Scope
	}
	return s
}

// ranksDiffer reports whether ranks are given within different fields: 全市第3
// beside 全省第1.
func ranksDiffer(facts []*model.Fact) bool {
	var fields []string
	for _, f := range facts {
		if field, _, ok := strings.Cut(f.Rank, "第"); ok && !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	return len(fields) > 1
}
