package query

import (
	"slices"

	"qubi/model"
	"qubi/model/lang"
)

// ChipOf is the dimension of a filter that a chip stands for.
type ChipOf uint8

// The dimensions, in the order in which chips are shown.
const (
	ChipDistrict ChipOf = iota
	ChipTheme
	ChipKind
	ChipStage
	ChipExpr // one condition of the typed filter
	ChipMarked
	ChipCode // a code that people give
)

// Chip is one active choice of a filter, to be shown and taken away alone.
// Only the field of its dimension is set; chips can be compared.
type Chip struct {
	Of       ChipOf
	District model.DistrictID
	Theme    model.Theme
	Kind     model.Kind
	Stage    model.Stage
	Expr     string // canonical form
}

// Label is the chip's text: 主题:产业, 类:指标, or the condition itself.
func (c Chip) Label(l model.Lang) string {
	says := func(key, value string) string { return model.Word("chip", key, l) + value }
	switch c.Of {
	case ChipDistrict:
		return says("district", c.District.Name)
	case ChipTheme:
		return says("theme", c.Theme.Word(l))
	case ChipKind:
		return says("kind", c.Kind.Word(l))
	case ChipStage:
		return says("stage", c.Stage.Word(l))
	case ChipMarked:
		return says("marked", "")
	case ChipCode:
		return says("code", c.Expr)
	}
	e, err := ParseExpr(c.Expr)
	if err != nil || e == nil { // it was canonical
		return c.Expr
	}
	return e.clauses[0].in(l)
}

// Chips are the active choices.
func (f Filter) Chips() []Chip {
	var all []Chip
	for _, d := range f.Districts {
		all = append(all, Chip{Of: ChipDistrict, District: d})
	}
	for _, t := range f.Themes {
		all = append(all, Chip{Of: ChipTheme, Theme: t})
	}
	for _, k := range f.Kinds {
		all = append(all, Chip{Of: ChipKind, Kind: k})
	}
	for _, s := range f.Stages {
		all = append(all, Chip{Of: ChipStage, Stage: s})
	}
	for _, c := range f.Expr.Clauses() {
		all = append(all, Chip{Of: ChipExpr, Expr: c})
	}
	if f.Marked != nil {
		all = append(all, Chip{Of: ChipMarked})
	}
	return all
}

// Joint parts two chips that stand side by side: 或 choices of which one must hold, 和
// themes that must all hold, a comma what limits the view apart.
func (f Filter) Joint(before, next Chip, l model.Lang) string {
	switch {
	case before.Of != next.Of || next.Of == ChipExpr:
		return l.Pick("，", ", ")
	case next.Of == ChipTheme && f.AllThemes:
		return " " + lang.Load(l).Text("filter.and") + " "
	}
	return " " + lang.Load(l).Text("filter.or.word") + " "
}

// Without is the filter less the chips. A dimension that loses its last chip
// no longer limits anything.
func (f Filter) Without(chips ...Chip) Filter {
	for _, c := range chips {
		switch c.Of {
		case ChipDistrict:
			f.Districts = without(f.Districts, c.District)
		case ChipTheme:
			f.Themes = without(f.Themes, c.Theme)
			f.AllThemes = f.AllThemes && len(f.Themes) > 1
		case ChipKind:
			f.Kinds = without(f.Kinds, c.Kind)
		case ChipStage:
			f.Stages = without(f.Stages, c.Stage)
		case ChipExpr:
			f.Expr = f.Expr.Without(c.Expr)
		case ChipMarked, ChipCode:
			f.Marked = nil
		}
	}
	return f
}

func without[T comparable](list []T, v T) []T {
	out := slices.DeleteFunc(slices.Clone(list), func(x T) bool { return x == v })
	if len(out) == 0 {
		return nil
	}
	return out
}

// Suggestion is a way out of an empty view: without these chips, Count facts
// are found.
type Suggestion struct {
	Drop  []Chip
	Count int
}

// Suggest tells, when nothing matches, which single choice to give up: each
// condition alone, and each dimension with all its choices, that brings facts
// back; the one that keeps the view narrowest first. It is empty when something
// matches, and when no single choice helps.
func (ix *Index) Suggest(f Filter) []Suggestion {
	if ix.Count(f) > 0 {
		return nil
	}
	var all []Suggestion
	try := func(drop ...Chip) {
		if n := ix.Count(f.Without(drop...)); n > 0 {
			all = append(all, Suggestion{drop, n})
		}
	}
	// Choices of one dimension are alternatives: dropping one of two narrows
	// the view further, so that only the whole dimension is a way out.
	var group []Chip
	for _, chip := range f.Chips() {
		if len(group) > 0 && group[0].Of != chip.Of {
			try(group...)
			group = nil
		}
		if chip.Of == ChipExpr || chip.Of == ChipTheme && f.AllThemes { // not alternatives: each counts alone
			try(chip)
			continue
		}
		group = append(group, chip)
	}
	if len(group) > 0 {
		try(group...)
	}
	slices.SortStableFunc(all, func(a, b Suggestion) int { return a.Count - b.Count })
	return all
}
