package query_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	. "qubi/model"
	. "qubi/model/compare"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

func TestCorpusGathersReportsByDistrictAndCity(t *testing.T) {
	reports := append(modeltest.Reports(), modeltest.Reports()...)
	reports[4].Head.City = "海州市" // another 西山区
	c := Of(reports)
	var got []string
	for _, d := range c.Districts {
		got = append(got, d.City+d.Name+strings.Repeat("*", len(d.Reports)))
	}
	if want := []string{"云州市东湖区**", "云州市西山区*", "海州市南港县**", "海州市西山区*"}; !slices.Equal(got, want) {
		t.Errorf("districts %q, want %q", got, want)
	}
	east := c.District(DistrictID{Name: "东湖区", City: "云州市"})
	facts := c.Select(Filter{Districts: []DistrictID{east.ID()}})
	if n := len(east.Reports[0].Facts) + len(east.Reports[1].Facts); len(facts) != n {
		t.Errorf("%d facts of both reports, want %d", len(facts), n)
	}
	if c.District(DistrictID{Name: "东湖区"}) != nil {
		t.Error("a district without its city is another")
	}
}

// Reports that name no district need not be of one place: their numbers do not
// stand in one column.
func TestReportsThatNameNoDistrictStandForThemselves(t *testing.T) {
	reports := modeltest.Reports()
	for i, path := range []string{"a/report.txt", "b/report.txt"} {
		reports[i].Head.District, reports[i].Head.City, reports[i].Path = "", "", path
	}
	c := Of(reports)
	if len(c.Districts) < 2 || c.Districts[0] == c.Districts[1] || len(c.Districts[0].Reports) != 1 {
		t.Fatalf("the districts are %v", c.Districts)
	}
	second := c.Districts[1].ID()
	for _, f := range c.Select(Filter{Districts: []DistrictID{second}}) {
		if f.Report != reports[1] {
			t.Errorf("%s of another report passes", f.Name)
		}
	}
	if c.Districts[1] != c.District(second) {
		t.Error("a report that names no district is not found by its ID")
	}
}

func TestFactsHaveTheirIDs(t *testing.T) {
	seen := map[FactID]bool{}
	for _, f := range modeltest.Large(5).Select(Filter{}) {
		if f.ID == (FactID{}) || seen[f.ID] {
			t.Fatalf("%s has ID %q, as another has", f.Name, f.ID)
		}
		seen[f.ID] = true
	}
}

func TestEmptyCorpusAnswersEverything(t *testing.T) {
	c := Of(nil)
	c.Warm()
	f := Filter{Themes: []Theme{ThemeRural}, Expr: parse(t, "渔业 值:>3 句:x !年:2020"), Marked: map[Key]bool{"a": true}}
	if c.Select(f) != nil && len(c.Select(f)) > 0 || c.Count(f) != 0 || c.Counts(f).Total != 0 || c.Suggest(f) != nil {
		t.Error("an empty corpus finds something")
	}
	cmp := Districts(c, f)
	if len(cmp.Rows()) != 0 || len(cmp.Names()) != 0 || len(cmp.Counts()) == 0 {
		t.Error("an empty comparison has rows of facts, or no rows of themes")
	}
	if hits := c.Search(f, NewPattern("x")); len(hits) > 0 {
		t.Error("an empty corpus finds something")
	}
}

// A corpus may be asked from many goroutines, its keys unmade at first.
func TestCorpusIsSafeForManyReaders(t *testing.T) {
	c := modeltest.Large(40)
	texts := []string{"投资", "gdzc", "值:>1亿", "!目标 句:园", "^固定|渔业$"}
	want := map[string]int{}
	alone := modeltest.Large(40)
	for _, text := range texts {
		want[text] = alone.Count(Filter{Expr: parse(t, text)})
	}
	var wg sync.WaitGroup
	for i := range 16 {
		text := texts[i%len(texts)]
		f := Filter{Expr: parse(t, text)}
		wg.Go(func() {
			if got := c.Count(f); got != want[text] {
				t.Errorf("%s: %d among many, %d alone", text, got, want[text])
			}
			Districts(c, f).Rows()
			c.Search(f, NewPattern("xm"))
		})
	}
	wg.Wait()
}

// Search finds what asking each fact finds, literal hits told from pinyin's.
func TestSearchAgreesWithAskingEach(t *testing.T) {
	for _, c := range []*Index{modeltest.Corpus(), modeltest.Large(6)} {
		for _, text := range []string{"新能源", "xny", "固定 2020", "gd tz", "產業", "jqy", "8.6%", "无"} {
			p := NewPattern(text)
			var literal, byPinyin []*Fact
			for _, f := range c.Select(Filter{}) {
				found, exact := true, true
				for _, w := range strings.Fields(text) {
					hit, plain := asked(f, w)
					found, exact = found && hit, exact && plain
				}
				switch {
				case found && exact:
					literal = append(literal, f)
				case found:
					byPinyin = append(byPinyin, f)
				}
			}
			if got := c.Search(Filter{}, p); !slices.Equal(got, slices.Concat(literal, byPinyin)) {
				t.Errorf("%q: %d found, want %d literally and %d by pinyin behind them", text, len(got), len(literal), len(byPinyin))
			}
		}
	}
}

// asked looks for a word in the fact's names, and literally in its quote.
func asked(f *Fact, w string) (found, literal bool) {
	p := NewPattern(w)
	for _, s := range []string{f.Name, f.Indicator, f.Group} {
		found, literal = found || p.Match(s), literal || strings.Contains(Fold(s), Fold(w))
	}
	if strings.Contains(Fold(f.Quote()), Fold(w)) {
		return true, true
	}
	return found, literal
}
