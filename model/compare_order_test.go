package model_test

import (
	"slices"
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
)

// TestSortedHoldsTheSameRows: every order has the rows of the first, and turned
// round twice is as before.
func TestSortedHoldsTheSameRows(t *testing.T) {
	c := model.Compare(modeltest.Corpus(), model.Filter{})
	names := func(c *model.Comparison) (rows []string) {
		for _, r := range c.Rows() {
			rows = append(rows, r.Name())
		}
		for _, r := range c.Names() {
			rows = append(rows, r.Kind.String()+r.Name)
		}
		slices.Sort(rows)
		return rows
	}
	want := names(c)
	for _, o := range model.Orders() {
		for _, reverse := range []bool{false, true} {
			if got := names(c.Sorted(o, reverse, 1)); !slices.Equal(got, want) {
				t.Errorf("%s, reversed %t: %q, want %q", o, reverse, got, want)
			}
		}
	}
}

// TestSortedByAColumn: within a base unit greatest first, rows that the column
// does not state last, in both directions.
func TestSortedByAColumn(t *testing.T) {
	c := model.Compare(modeltest.Corpus(), model.Filter{})
	for j := range c.Districts {
		for _, reverse := range []bool{false, true} {
			var before *model.Fact
			missing := false
			for _, r := range c.Sorted(model.ByValue, reverse, j).Rows() {
				cell := r.Cell(j)
				if cell.State != model.Stated {
					missing = true
					continue
				}
				if missing {
					t.Errorf("column %d: %s is stated and stands behind what is not", j, r.Indicator)
				}
				f := cell.Pick
				if before != nil && f.HasValue && before.HasValue && before.Quantity.BaseUnit == f.Quantity.BaseUnit {
					if cmp := before.Quantity.Base.Cmp(f.Quantity.Base); cmp < 0 != reverse && cmp != 0 {
						t.Errorf("column %d, reversed %t: %s before %s", j, reverse, before.Quantity.Value, f.Quantity.Value)
					}
				}
				before = f
			}
		}
	}
}
