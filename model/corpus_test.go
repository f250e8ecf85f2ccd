package model_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	. "qubi/model"
	"qubi/model/modeltest"
	"qubi/model/query"
)

func TestCharsLeaveBlanksOut(t *testing.T) {
	r := &Report{Document: &Document{Text: "一 二\n三\u3000四\tab，"}}
	c := query.Of([]*Report{r})
	if got := c.Districts[0].Chars(); got != 7 {
		t.Errorf("%d characters, want 7", got)
	}
}

func TestFactTellsItsPlace(t *testing.T) {
	c := modeltest.Corpus()
	for _, f := range c.Select(query.Filter{}) {
		if !strings.Contains(f.Sentence(), f.Quote()) || !f.Place.Sentence.Contains(f.Place.Quote) {
			t.Errorf("%s: quote %q is not in sentence %q", f.Name, f.Quote(), f.Sentence())
		}
		if f.Line() != f.Place.Paragraph { // a line each, in these reports
			t.Errorf("%s stands in line %d, want %d", f.Name, f.Line(), f.Place.Paragraph)
		}
		if f.Is(FlagScopeCity) != (f.Name == "财政收入") {
			t.Errorf("%s: scope_city is %v", f.Name, f.Is(FlagScopeCity))
		}
	}
}

func TestPeriodsThatMayStandTogether(t *testing.T) {
	year := Period{Label: "2020年", From: MonthOf(2020, 1), To: MonthOf(2020, 12)}
	same := Period{Label: "2020年1-12月", From: year.From, To: year.To}
	end := year
	end.AsOf = true
	every := Period{Label: "每年"}
	for _, c := range []struct {
		a, b Period
		same bool
	}{
		{year, same, true}, {year, end, false}, {every, every, true}, {every, Period{Label: "每月"}, false},
		{Period{}, Period{}, false}, {year, Period{}, false},
	} {
		if c.a.Same(c.b) != c.same || c.b.Same(c.a) != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, c.a.Same(c.b))
		}
	}
	if m := MonthOf(2020, 12); m.Year() != 2020 || m.Month() != 12 {
		t.Errorf("December 2020 is %d-%d", m.Year(), m.Month())
	}
}

func TestNumbersAsTheyAreShown(t *testing.T) {
	for want, q := range map[string]Quantity{
		"4.50万元 4.50万元":         {Value: Decimal{Coef: 450, Exp: -2}, Unit: "万元", Bound: Exactly},
		"超过100个 more than 100个": {Value: Decimal{Coef: 100, Exp: 0}, Unit: "个", Bound: Above},
		"约-0.05% about -0.05%":  {Value: Decimal{Coef: -5, Exp: -2}, Unit: "%", Bound: About},
		"至多3000个 at most 3000个": {Value: Decimal{Coef: 3, Exp: 3}, Unit: "个", Bound: AtMost},
		"0 0":                   {Value: Decimal{Coef: 0, Exp: 5}},
	} {
		if got := q.Words(Chinese) + " " + q.Words(English); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestDecimalComparesExactly(t *testing.T) {
	all := []Decimal{{}, {Coef: 1, Exp: 0}, {Coef: 10, Exp: -1}, {Coef: 100, Exp: -2}, {Coef: -5, Exp: 3}, {Coef: math.MaxInt64, Exp: 0}, {Coef: math.MaxInt64, Exp: 20}, {Coef: math.MinInt64, Exp: 5}, {Coef: 1, Exp: 30}, {Coef: 1, Exp: -30}, {Coef: -1, Exp: -30}, {Coef: 89, Exp: 8}, {Coef: 891, Exp: 7}}
	for _, a := range all {
		for _, b := range all {
			x, _ := new(big.Rat).SetString(a.String())
			y, _ := new(big.Rat).SetString(b.String())
			if got := a.Cmp(b); got != x.Cmp(y) {
				t.Errorf("%s against %s: %d", a, b, got)
			}
		}
	}
}
