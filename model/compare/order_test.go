package compare_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// TestSortedHoldsTheSameRows: every order has the rows of the first, and turned
// round twice is as before.
func TestSortedHoldsTheSameRows(t *testing.T) {
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	names := func(c *compare.Comparison) (rows []string) {
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
	for _, o := range query.Orders() {
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
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	for j := range c.Districts {
		for _, reverse := range []bool{false, true} {
			var before *model.Fact
			missing := false
			for _, r := range c.Sorted(query.ByValue, reverse, j).Rows() {
				cell := r.Cell(j)
				if cell.State != compare.Stated {
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

// TestKnownIndicatorsStandFirst: of rows that as many districts state, those
// counted alike everywhere come before those that only go by a name.
func TestKnownIndicatorsStandFirst(t *testing.T) {
	rows := compare.Districts(modeltest.Corpus(), query.Filter{}).Rows()
	for i, r := range rows[1:] {
		if before := rows[i]; before.Columns() == r.Columns() && !known(before) && known(r) {
			t.Errorf("%s, known by its name alone, stands before %s", before.Indicator, r.Indicator)
		}
	}
}

// known reports whether a row's first fact has a canonical indicator.
func known(r *compare.Row) bool {
	for j := range 10 {
		if facts := r.Facts(j); len(facts) > 0 && facts[0].Indicator != "" {
			return true
		}
	}
	return false
}

// TestHolderIsTheFirstColumnThatHolds a fact, as the cells themselves say.
func TestHolderIsTheFirstColumnThatHolds(t *testing.T) {
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	for _, r := range c.Rows() {
		for _, report := range c.Corpus.Reports {
			for _, f := range report.Facts {
				want := -1
				for j := len(c.Districts) - 1; j >= 0; j-- {
					if slices.Contains(r.Facts(j), f) {
						want = j
					}
				}
				if got := r.Holder(map[*model.Fact]bool{f: true}); got != want {
					t.Errorf("%s: %s is held by column %d, not %d", r.Indicator, f.Name, got, want)
				}
			}
		}
	}
}

// TestTheNewestReportNamesAThing: of several reports of a district, the newest
// one's word is the one that a cell shows.
func TestTheNewestReportNamesAThing(t *testing.T) {
	var reports []*model.Report
	for year, stage := range map[int]model.Stage{2020: model.Planned, 2022: model.Done, 2021: model.Building} {
		r := &model.Report{Document: &model.Document{File: strconv.Itoa(year), Head: model.Head{District: "岚江区", Published: time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)}}}
		r.Facts = []*model.Fact{{Report: r, Kind: model.Project, Name: "软件谷", Stage: stage}}
		reports = append(reports, r)
	}
	row := compare.Districts(query.Of(reports), query.Filter{}).Names()[0]
	var stages []model.Stage
	for _, f := range row.Facts(0) {
		stages = append(stages, f.Stage)
	}
	if want := []model.Stage{model.Done, model.Building, model.Planned}; !slices.Equal(stages, want) {
		t.Errorf("told in the order %v, want %v", stages, want)
	}
}

// A level whose growth has a row of its own is ranked by levels alone, and no bars
// of growth stand under its name.
func TestGrowthIsNotRankedUnderItsLevel(t *testing.T) {
	c := all(
		stated("甲区", "2024-01-20", "收入 36 元 2023 achieved", "收入 6 % 2024 target"),
		stated("乙区", "2024-01-20", "收入 39 元 2022 achieved", "收入 3 % 2024 target"),
	)
	for _, row := range c.Rows() {
		for _, e := range c.Rank(row).Entries {
			if e.Fact().Quantity.BaseUnit != row.Unit {
				t.Errorf("%s in %s ranks %s %s", row.Name(), row.Unit, e.Value, e.Fact().Quantity.BaseUnit)
			}
		}
	}
}
