package tui

import (
	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/pane"
)

// value is the fact's number as the report writes it, with the sign of its
// bound, or its name: over 89 is not 89. A place in an order is its rank.
func value(f *model.Fact) string {
	switch {
	case !f.HasValue:
		return f.Name
	case f.Ordinal():
		return f.Rank
	}
	q := f.Stated()
	return q.Sign() + q.Value.String() + q.Unit
}

// comparedRow is the row of indicators under the cursor, or nil.
func (a *App) comparedRow() *compare.Row {
	if p, ok := a.focused().(*pane.Compare); ok {
		return p.Row()
	}
	return nil
}
