package query

import (
	"maps"
	"slices"

	"qubi/model"
)

// Filter is which facts are on view. It is a value: methods return changed
// copies, and the zero Filter lets everything through. Within one dimension the
// choices are alternatives, between dimensions all must hold. Which facts pass is told
// by [Index.Select] and its kin alone.
type Filter struct {
	Districts []model.DistrictID // in the order of the panes; none means all, in the corpus's order
	Themes    []model.Theme
	AllThemes bool // a fact must have all of the themes, not one of them
	Kinds     []model.Kind
	Stages    []model.Stage
	Expr      *Expr              // the typed filter; nil means none
	Marked    map[model.Key]bool // only these facts; nil means no such limit
}

// IsZero reports whether the filter lets everything through.
func (f Filter) IsZero() bool { return len(f.Chips()) == 0 }

// Equal reports whether two filters are the same, order included.
func (f Filter) Equal(g Filter) bool {
	return slices.Equal(f.Districts, g.Districts) && slices.Equal(f.Themes, g.Themes) && f.AllThemes == g.AllThemes &&
		slices.Equal(f.Kinds, g.Kinds) && slices.Equal(f.Stages, g.Stages) &&
		f.Expr.String() == g.Expr.String() && (f.Marked == nil) == (g.Marked == nil) && maps.Equal(f.Marked, g.Marked)
}

// ToggleTheme adds the theme, or takes it away; NoTheme clears all.
func (f Filter) ToggleTheme(t model.Theme) Filter {
	if t == model.NoTheme {
		f.Themes, f.AllThemes = nil, false
		return f
	}
	f.Themes = slices.Clone(f.Themes)
	if i := slices.Index(f.Themes, t); i >= 0 {
		f.Themes = slices.Delete(f.Themes, i, i+1)
	} else {
		f.Themes = append(f.Themes, t)
	}
	slices.Sort(f.Themes)
	return f
}
