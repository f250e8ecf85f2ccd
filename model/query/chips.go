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

// Chip is one active choice of a filter, to be shown and taken away alone. Chips can be
// compared.
type Chip struct {
	Of     ChipOf
	Choice any // a model.DistrictID, Theme, Kind or Stage, a condition in canonical form, the name of a code, or nil
}

// chipsOf are the chips of one dimension.
func chipsOf[T any](of ChipOf, choices []T) []Chip {
	return model.Map(choices, func(v T) Chip { return Chip{of, v} })
}

// families are what the words of chips stand under that are no condition.
var families = map[ChipOf]string{ChipDistrict: "district", ChipTheme: "theme", ChipKind: "kind", ChipStage: "stage", ChipMarked: "marked", ChipCode: "code"}

// Label is the chip's text: 主题:产业, 类:指标, or the condition itself.
func (c Chip) Label(l model.Lang) string {
	said := model.Word("chip", families[c.Of], l)
	switch v := c.Choice.(type) {
	case model.DistrictID:
		return said + v.Name
	case interface{ Word(model.Lang) string }:
		return said + v.Word(l)
	case string:
		if e, err := ParseExpr(v); c.Of == ChipExpr && err == nil && e != nil { // it was canonical
			return e.clauses[0].in(l)
		} else if c.Of == ChipExpr {
			return v
		}
		return said + v
	}
	return said
}

// Chips are the active choices.
func (f Filter) Chips() []Chip {
	all := slices.Concat(chipsOf(ChipDistrict, f.Districts), chipsOf(ChipTheme, f.Themes), chipsOf(ChipKind, f.Kinds),
		chipsOf(ChipStage, f.Stages), chipsOf(ChipExpr, f.Expr.Clauses()))
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
		switch v := c.Choice.(type) {
		case model.DistrictID:
			f.Districts = without(f.Districts, v)
		case model.Theme:
			f.Themes = without(f.Themes, v)
			f.AllThemes = f.AllThemes && len(f.Themes) > 1
		case model.Kind:
			f.Kinds = without(f.Kinds, v)
		case model.Stage:
			f.Stages = without(f.Stages, v)
		default:
			if c.Of == ChipExpr {
				f.Expr = f.Expr.Without(v.(string))
			} else {
				f.Marked = nil
			}
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
