package modeltest_test

import (
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// What is written down beside the reports is what they state.
func TestFactsAreInTheirQuotes(t *testing.T) {
	for _, c := range []*query.Index{modeltest.Corpus(), modeltest.Large(50)} {
		for _, f := range c.Select(query.Filter{}) {
			quote := f.Quote()
			if f.Kind != model.Metric && !strings.Contains(quote, strings.TrimSuffix(f.Name, "高铁")) && f.Kind != model.Cluster {
				t.Errorf("%s %s: quote %q", f.Report.File, f.Name, quote)
			}
			if f.HasValue && !strings.Contains(quote, strings.TrimPrefix(f.Quantity.Value.String(), "-")+f.Quantity.Unit) {
				t.Errorf("%s %s: quote %q does not hold %s", f.Report.File, f.Name, quote, f.Quantity.Words(model.Chinese))
			}
			if f.HasValue && f.Quantity.Base.Cmp(f.Quantity.Value) < 0 && f.Quantity.Value.Coef > 0 {
				t.Errorf("%s %s: base %s below %s", f.Report.File, f.Name, f.Quantity.Base, f.Quantity.Value)
			}
		}
	}
}

func TestLargeIsLargeAndAlwaysTheSame(t *testing.T) {
	a, b := modeltest.Large(100), modeltest.Large(100)
	if n := a.Count(query.Filter{}); n < 8000 || len(a.Districts) < 90 {
		t.Errorf("%d facts of %d districts", n, len(a.Districts))
	}
	for i := range a.Reports {
		if a.Reports[i].Text != b.Reports[i].Text {
			t.Fatalf("report %d differs from run to run", i)
		}
	}
}

// Many reports of few districts stand in those districts.
func TestLargeOfFewDistricts(t *testing.T) {
	c := modeltest.LargeOf(60, 7)
	if len(c.Districts) != 7 || len(c.Reports) != 60 || len(c.Districts[0].Reports) != 9 {
		t.Errorf("%d districts, %d reports, %d of the first", len(c.Districts), len(c.Reports), len(c.Districts[0].Reports))
	}
}
