package query_test

import (
	"slices"
	"strings"
	"testing"

	. "qubi/model"
	. "qubi/model/compare"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

func names(facts []*Fact) string {
	all := make([]string, len(facts))
	for i, f := range facts {
		all[i] = f.Name
	}
	return strings.Join(all, " ")
}

func TestSort(t *testing.T) {
	c := modeltest.Corpus()
	parks := c.Select(Filter{Kinds: []Kind{Park}})
	for _, w := range []struct {
		order   Order
		reverse bool
		facts   []*Fact
		want    string
	}{
		{ByText, false, parks, "云湖科技园 西山产业园 临港新城"},
		{ByText, true, parks, "临港新城 西山产业园 云湖科技园"},
		{ByName, false, parks, "临港新城 西山产业园 云湖科技园"},
		{ByName, true, parks, "云湖科技园 西山产业园 临港新城"},
		{ByValue, false, c.Select(Filter{Expr: parse(t, "固定资产投资|临港 类:指标|类:园")}), "固定资产投资 固定资产投资 固定资产投资 固定资产投资 临港新城"},
	} {
		if got := names(Sort(w.facts, w.order, w.reverse)); got != w.want {
			t.Errorf("%s: %s, want %s", w.order.Word(English), got, w.want)
		}
	}
	values := func(reverse bool) (all []string) {
		for _, f := range Sort(c.Select(Filter{Expr: parse(t, "固定资产投资 类:指标|类:园")}), ByValue, reverse) {
			all = append(all, f.Quantity.Words(Chinese))
		}
		return all
	}
	if got := values(false); !slices.Equal(got, []string{"27.8%", "450亿元", "400亿元", "3960000万元"}) {
		t.Errorf("by value: %q", got)
	}
	if got := values(true); !slices.Equal(got, []string{"27.8%", "3960000万元", "400亿元", "450亿元"}) {
		t.Errorf("by value, reversed: %q", got)
	}
}

// Whatever the order, what is missing stays last and nothing is lost.
func TestSortKeepsAllAndMissingLast(t *testing.T) {
	all := modeltest.Large(6).Select(Filter{})
	for _, o := range []Order{ByText, ByName, ByValue, ByPeriod} {
		for _, reverse := range []bool{false, true} {
			sorted := Sort(all, o, reverse)
			seen := map[*Fact]bool{}
			for i, f := range sorted {
				seen[f] = true
				if i == 0 {
					continue
				}
				before := sorted[i-1]
				if o == ByValue && !before.HasValue && f.HasValue || o == ByPeriod && before.Period.To == 0 && f.Period.To != 0 {
					t.Fatalf("%s: %s without stands before %s", o.Word(English), before.Name, f.Name)
				}
			}
			if len(seen) != len(all) || len(sorted) != len(all) {
				t.Fatalf("%s: %d of %d left", o.Word(English), len(seen), len(all))
			}
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]string{"4.50": "4.50", "-13.9": "-13.9", "+8": "8", "007": "7", "0.05": "0.05"} {
		if d, ok := ParseDecimal(text); !ok || d.String() != want {
			t.Errorf("%s reads as %s, %v", text, d, ok)
		}
	}
	for _, text := range []string{"", ".", "1.", "1.2.3", "1e5", "--1", "1.-2", "99999999999999999999", "一"} {
		if d, ok := ParseDecimal(text); ok {
			t.Errorf("%q reads as %s", text, d)
		}
	}
}

// Every label the interface shows has a word in both languages.
func TestWordsInBothLanguages(t *testing.T) {
	check := func(key, zh, en string) {
		if zh == "" || en == "" || zh == key && !strings.ContainsFunc(zh, func(r rune) bool { return r >= 0x4e00 }) {
			t.Errorf("%q: %q, %q", key, zh, en)
		}
	}
	for _, k := range Kinds() {
		check(k.String(), k.Word(Chinese), k.Word(English))
	}
	for _, s := range Stages() {
		check(string(s), s.Word(Chinese), s.Word(English))
	}
	for _, theme := range Themes() {
		check(theme.String(), theme.Word(Chinese), theme.Word(English))
		if theme.Word(English) == theme.String() {
			t.Errorf("%s has no English word", theme)
		}
	}
	for _, f := range []Flag{FlagListCount, FlagRepaired, FlagUnrepaired, FlagScopeCity, FlagScopeOther, FlagScopeWide, FlagOverlong, FlagNoDate, FlagRange, FlagCompoundVal} {
		check(string(f), f.Word(Chinese), f.Word(English))
	}
	for _, b := range []Bound{Above, AtLeast, Below, AtMost, About} {
		check(string(b), b.Word(Chinese), b.Word(English))
	}
	for s := Unmentioned; s <= FilteredOut; s++ {
		check(s.String(), s.Word(Chinese), s.Word(English))
	}
	for v := Single; v <= NotComparable; v++ {
		check(v.String(), v.Word(Chinese), v.Word(English))
	}
}
