package query_test

import (
	"slices"
	"testing"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

// checkSelect holds the index against asking every fact.
func checkSelect(t *testing.T, c *Index, f Filter) {
	t.Helper()
	var want []*Fact
	for _, d := range c.View(f) {
		for _, r := range d.Reports {
			for _, x := range r.Facts {
				if f.Match(x) {
					want = append(want, x)
				}
			}
		}
	}
	if got := c.Select(f); !slices.Equal(got, want) {
		t.Errorf("%v: Select gives %d facts, Match %d", f.Chips(), len(got), len(want))
	}
	passing, inText := c.Passing(f), c.InText(f)
	for _, r := range c.Reports {
		for _, x := range r.Facts {
			if passing(x) != f.Match(x) {
				t.Errorf("%v: Passing tells of %s %v", f.Chips(), x.Name, passing(x))
			}
			if passing(x) && f.Match(x) && len(inText) > 0 && inText[0] == x {
				inText = inText[1:]
			}
		}
	}
	if len(inText) > 0 {
		t.Errorf("%v: InText gives %d facts more, or in another order", f.Chips(), len(inText))
	}
	if got := c.Count(f); got != len(want) {
		t.Errorf("%v: Count gives %d, Match %d", f.Chips(), got, len(want))
	}
}

// filters are all combinations of a few choices of each dimension.
func filters(t *testing.T, c *Index) (all []Filter) {
	facts := c.Select(Filter{})
	marked := map[Key]bool{facts[0].Key(): true, facts[9].Key(): true, facts[20].Key(): true, "lost.1-2.metric.x": true}
	for _, districts := range [][]DistrictID{nil, {{Name: "南港县", City: "海州市"}, {Name: "东湖区", City: "云州市"}}, {{Name: "无此区"}}} {
		for _, themes := range [][]Theme{nil, {ThemeIndustry}, {ThemeTransport, ThemeLivelihood}, {ThemeIndustry, ThemeScience}} {
			for _, kinds := range [][]Kind{nil, {Metric}, {Park, Cluster}} {
				for _, stages := range [][]Stage{nil, {Target}} {
					for _, text := range []string{"", "新能源", "!投资", "值:>1亿", "值:<50亿元|年:2020-2021"} {
						for _, m := range []map[Key]bool{nil, {}, marked} {
							f := Filter{Districts: districts, Themes: themes, Kinds: kinds, Stages: stages, Expr: parse(t, text), Marked: m}
							all = append(all, f)
							if len(themes) > 1 {
								f.AllThemes = true
								all = append(all, f)
							}
						}
					}
				}
			}
		}
	}
	return all
}

func TestSelectAgreesWithMatch(t *testing.T) {
	for name, c := range map[string]*Index{"small": modeltest.Corpus(), "large": modeltest.Large(7)} {
		t.Run(name, func(t *testing.T) {
			for _, f := range filters(t, c) {
				checkSelect(t, c, f)
			}
		})
	}
}

func TestDistrictsComeInTheFiltersOrder(t *testing.T) {
	c := modeltest.Corpus()
	f := Filter{Districts: []DistrictID{{Name: "南港县", City: "海州市"}, {Name: "东湖区", City: "云州市"}}, Kinds: []Kind{Park}}
	got := c.Select(f)
	if len(got) != 2 || got[0].Name != "临港新城" || got[1].Name != "云湖科技园" {
		t.Errorf("got %v", got)
	}
}

// Each count says what choosing it alone would show.
func TestCountsAreWhatAChoiceWouldShow(t *testing.T) {
	c := modeltest.Corpus()
	for _, f := range filters(t, c) {
		n := c.Counts(f)
		if n.Total != c.Count(f) {
			t.Fatalf("%v: total %d", f.Chips(), n.Total)
		}
		for _, theme := range Themes() {
			g := f
			g.Themes = []Theme{theme}
			if n.Themes[theme] != c.Count(g) {
				t.Fatalf("%v: %s counts %d, shows %d", f.Chips(), theme, n.Themes[theme], c.Count(g))
			}
		}
	}
}

// Taking away every chip, in any order, ends at everything.
func TestChipsCanAllBeTakenAway(t *testing.T) {
	c := modeltest.Corpus()
	for _, f := range filters(t, c) {
		for g, n := f, len(f.Chips()); ; n-- {
			chips := g.Chips()
			if len(chips) != n {
				t.Fatalf("%v: %d chips left, want %d", f.Chips(), len(chips), n)
			}
			if n == 0 {
				if !g.IsZero() || !g.Equal(Filter{}) {
					t.Fatalf("%v: something is left: %+v", f.Chips(), g)
				}
				break
			}
			g = g.Without(chips[n/2])
		}
	}
}

func TestChipLabels(t *testing.T) {
	f := Filter{Districts: []DistrictID{{Name: "东湖区", City: "云州市"}}, Themes: []Theme{ThemeIndustry}, Kinds: []Kind{Metric},
		Stages: []Stage{Target}, Expr: parse(t, "增长 !目标"), Marked: map[Key]bool{}}
	var zh, en []string
	for _, c := range f.Chips() {
		zh, en = append(zh, c.Label(Chinese)), append(en, c.Label(English))
	}
	if want := []string{"区:东湖区", "主题:产业", "类:指标", "阶段:目标", "增长", "!目标", "只看标记"}; !slices.Equal(zh, want) {
		t.Errorf("Chinese: %q", zh)
	}
	if want := []string{"district:东湖区", "theme:industry", "kind:metric", "stage:target", "增长", "!目标", "marked only"}; !slices.Equal(en, want) {
		t.Errorf("English: %q", en)
	}
}

func TestSuggestNamesTheOneToDrop(t *testing.T) {
	c := modeltest.Corpus()
	f := Filter{Themes: []Theme{ThemeTransport}, Kinds: []Kind{Project}, Expr: parse(t, "渔业")}
	got := c.Suggest(f)
	if len(got) != 1 || got[0].Count != 2 || got[0].Drop[0].Choice != "渔业" {
		t.Errorf("suggests %+v, want to drop 渔业", got)
	}
	if c.Count(f.Without(got[0].Drop...)) != got[0].Count {
		t.Error("the suggestion does not bring what it says")
	}
	both := Filter{Themes: []Theme{ThemeBusiness, ThemeGovernance}, Kinds: []Kind{Park}}
	if got := c.Suggest(both); len(got) != 1 || len(got[0].Drop) != 2 {
		t.Errorf("of two themes that show nothing both must go: %+v", got)
	}
	if got := c.Suggest(Filter{Expr: parse(t, "渔业")}); got != nil {
		t.Errorf("something matches, yet it suggests %+v", got)
	}
}

func TestTogglesLeaveTheOldFilterAlone(t *testing.T) {
	f := Filter{}.ToggleTheme(ThemeRural).ToggleTheme(ThemeIndustry)
	if !slices.Equal(f.Themes, []Theme{ThemeIndustry, ThemeRural}) {
		t.Errorf("themes %v are not in the order of the bar", f.Themes)
	}
	g := f.ToggleTheme(ThemeIndustry)
	if !slices.Equal(g.Themes, []Theme{ThemeRural}) || len(f.Themes) != 2 {
		t.Errorf("toggled back: %+v from %+v", g, f)
	}
	if g := f.ToggleTheme(NoTheme); len(g.Themes) != 0 {
		t.Errorf("0 must clear the themes, left %v", g.Themes)
	}
}
