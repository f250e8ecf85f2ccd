package compare_test

import (
	"slices"
	"strings"
	"testing"

	. "qubi/model"
	. "qubi/model/compare"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

// rowNamed is the row of an indicator.
func rowNamed(t *testing.T, c *Comparison, name string) *Row {
	t.Helper()
	for _, r := range c.Rows() {
		if r.Name() == name {
			return r
		}
	}
	t.Fatalf("no row %s", name)
	return nil
}

// words are what a row shows, column by column.
func cellWords(c *Comparison, r *Row) (all []string) {
	for j := range c.Districts {
		cell := r.Cell(j)
		if cell.State.Missing() {
			all = append(all, cell.State.Word(Chinese))
			continue
		}
		all = append(all, cell.Pick.Quantity.Words(Chinese)+" "+cell.Pick.Period.Words(Chinese))
	}
	return all
}

func TestRowsMeetByIndicator(t *testing.T) {
	c := Districts(modeltest.Corpus(), Filter{})
	for _, w := range []struct {
		row     string
		cells   string
		verdict Verdict
		reasons []Reason
	}{
		{"规上工业增加值", "10.2% 2020年|7.9% 2020年|未提及", Comparable, nil},
		{"固定资产投资", "400亿元 2020年|3960000万元 2020年|27.8% 2021年前三季度", NotComparable, []Reason{PeriodsDiffer, LevelAndGrowth, Converted}},
		{"签约项目", "超过100个 2020年|未提及|46个 2021年前三季度", NotComparable, []Reason{PeriodsDiffer, Approximate}},
		{"常住人口", "约87万人 未注明时期|约35万人 未注明时期|未提及", NotComparable, []Reason{PeriodUnstated, Approximate}},
		{"进出口总额", "-3.4% 2020年|有词无数|未提及", Single, nil},
		{"财政收入", "1200亿元 未注明时期|未提及|未提及", Single, nil},
	} {
		r := rowNamed(t, c, w.row)
		if got := strings.Join(cellWords(c, r), "|"); got != w.cells {
			t.Errorf("%s: %s, want %s", w.row, got, w.cells)
		}
		if r.Verdict() != w.verdict || !slices.Equal(r.Reasons(), w.reasons) {
			t.Errorf("%s: %s %v, want %s %v", w.row, r.Verdict(), r.Reasons(), w.verdict, w.reasons)
		}
	}
}

// A target never stands where a result is, and nothing the filter lets through
// is lost from the table.
func TestEveryMetricIsInSomeCell(t *testing.T) {
	for _, corpus := range []*Index{modeltest.Corpus(), modeltest.Large(9)} {
		c := Districts(corpus, Filter{})
		seen := map[*Fact]bool{}
		for _, r := range c.Rows() {
			for j := range c.Districts {
				cell := r.Cell(j)
				if cell.State.Missing() != (cell.Pick == nil) || cell.State.Missing() == (cell.State.Word(Chinese) == "") {
					t.Fatalf("%s: state %s with pick %v", r.Name(), cell.State, cell.Pick)
				}
				for _, f := range cell.Facts {
					seen[f] = true
					if cell.Pick.Stage == Target && f.Stage == Achieved && cell.State == Stated {
						t.Errorf("%s shows a target over a result", r.Name())
					}
				}
			}
		}
		for _, f := range corpus.Select(Filter{Kinds: []Kind{Metric}}) {
			if !seen[f] {
				t.Errorf("%s %s is in no cell", f.Name, f.Quantity.Words(Chinese))
			}
		}
	}
}

// vary changes the facts of one indicator and compares again.
func vary(t *testing.T, indicator string, change func(f *Fact)) *Row {
	t.Helper()
	reports := modeltest.Reports()
	for _, r := range reports[1:2] {
		for _, f := range r.Facts {
			if f.Indicator == indicator {
				change(f)
			}
		}
	}
	return rowNamed(t, Districts(Of(reports), Filter{}), indicator)
}

func TestReasonsOfARow(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Fact)
		reason Reason
		same   Verdict
	}{
		"other period":     {func(f *Fact) { f.Period.To-- }, PeriodsDiffer, NotComparable},
		"state at the end": {func(f *Fact) { f.Period.AsOf = true }, PeriodsDiffer, NotComparable},
		"no period":        {func(f *Fact) { f.Period = Period{} }, PeriodUnstated, NotComparable},
		"target":           {func(f *Fact) { f.Stage = Target }, TargetAndDone, NotComparable},
		"other scope":      {func(f *Fact) { f.Name = "限额以上工业增加值" }, ScopesDiffer, NotComparable},
		"the city's":       {func(f *Fact) { f.Flags = []Flag{FlagScopeCity} }, ScopesDiffer, NotComparable},
		"part of a whole":  {func(f *Fact) { f.Whole = "工业增加值" }, ScopesDiffer, NotComparable},
		"no indicator":     {func(f *Fact) { f.Name, f.Indicator = f.Indicator, "" }, NameOnly, NotComparable},
		"approximate":      {func(f *Fact) { f.Quantity.Bound = Above }, Approximate, WithCare},
		"doubtful":         {func(f *Fact) { f.Flags = []Flag{FlagRepaired} }, Doubtful, WithCare},
		"level":            {func(f *Fact) { f.Quantity.Unit, f.Quantity.BaseUnit = "亿元", "元" }, LevelAndGrowth, NotComparable},
		"grown twofold":    {func(f *Fact) { f.Quantity.Unit, f.Quantity.BaseUnit = "倍", "倍" }, OtherUnit, NotComparable},
		"other unit":       {func(f *Fact) { f.Quantity.Unit = "％" }, Converted, Comparable},
	} {
		r := vary(t, "规上工业增加值", c.change)
		if !slices.Contains(r.Reasons(), c.reason) || r.Verdict() != c.same {
			t.Errorf("%s: %s %v, want %s with %s", name, r.Verdict(), r.Reasons(), c.same, c.reason)
		}
		if c.reason.Word(Chinese) == c.reason.Word(English) {
			t.Errorf("%s has no word in one language", c.reason)
		}
	}
}

// Classifiers are no units: what one counts in 个 another counts in 家.
func TestClassifiersMeetInOneRow(t *testing.T) {
	reports := modeltest.Reports()
	for _, f := range reports[2].Facts {
		if f.Indicator == "签约项目" {
			f.Quantity.Unit, f.Quantity.BaseUnit, f.Quantity.Bound = "家", "家", Exactly
			f.Period = Period{Label: "2020年", From: MonthOf(2020, 1), To: MonthOf(2020, 12)}
		}
	}
	r := rowNamed(t, Districts(Of(reports), Filter{}), "签约项目")
	if r.Cell(2).State != Stated || !slices.Equal(r.Reasons(), []Reason{Approximate}) {
		t.Errorf("%s %v", r.Cell(2).State, r.Reasons())
	}
}

func TestRanksInDifferentFields(t *testing.T) {
	reports := modeltest.Reports()
	for i, rank := range []string{"全市第3", "全省第1"} {
		for _, f := range reports[i].Facts {
			if f.Indicator == "规上工业增加值" {
				f.Rank = rank
			}
		}
	}
	r := rowNamed(t, Districts(Of(reports), Filter{}), "规上工业增加值")
	if !slices.Equal(r.Reasons(), []Reason{RanksDiffer}) || r.Verdict() != WithCare {
		t.Errorf("%s %v", r.Verdict(), r.Reasons())
	}
}

func TestMissingHasItsKind(t *testing.T) {
	corpus := modeltest.Corpus()
	c := Districts(corpus, Filter{Expr: parse(t, "年:2021")})
	r := rowNamed(t, c, "签约项目")
	if got := strings.Join(cellWords(c, r), "|"); got != "无该期报告|无该期报告|46个 2021年前三季度" {
		t.Errorf("only one report is of 2021: %s", got)
	}
	c = Districts(corpus, Filter{Expr: parse(t, "值:<60")})
	r = rowNamed(t, c, "签约项目")
	if got := strings.Join(cellWords(c, r), "|"); got != "被筛去|未提及|46个 2021年前三季度" {
		t.Errorf("100 is hidden by the filter: %s", got)
	}
}

func factNamed(r *Report, name string) *Fact {
	for _, f := range r.Facts {
		if f.Name == name || f.Indicator == name {
			return f
		}
	}
	return nil
}

// rowNames are the rows from the top.
func rowNames(c *Comparison) (names []string) {
	for _, r := range c.Rows() {
		names = append(names, r.Name())
	}
	return names
}

// The growth of an indicator stands in its row where no level is stated, and a
// word in another indicator's name is not called a word without a number.
func TestGrowthMeetsItsLevel(t *testing.T) {
	reports := modeltest.Reports()
	for _, f := range reports[2].Facts {
		if f.Indicator == "固定资产投资" {
			f.Indicator = "固定资产投资增速"
		}
	}
	c := Districts(Of(reports), Filter{})
	r := rowNamed(t, c, "固定资产投资")
	if cell := r.Cell(2); cell.State != OtherMeasure || !slices.Contains(r.Reasons(), LevelAndGrowth) {
		t.Errorf("%s %v", cell.State, r.Reasons())
	}
	reports = modeltest.Reports()
	for _, f := range reports[0].Facts {
		if f.Indicator == "固定资产投资" {
			f.Indicator, f.Quantity.BaseUnit = "固定资产投资增速", "%"
		}
	}
	c = Districts(Of([]*Report{reports[0], reports[1]}), Filter{})
	if r := rowNamed(t, c, "固定资产投资"); !slices.Contains(r.Reasons(), LevelAndGrowth) {
		t.Errorf("a row with a level in it, named for growth: %v", r.Reasons())
	}
	for _, f := range []*Fact{factNamed(reports[0], "签约项目"), factNamed(reports[1], "人均可支配收入")} {
		f.Name, f.Indicator, f.Quantity.BaseUnit = "道路", "", "条"
	}
	names := rowNames(Districts(Of([]*Report{reports[0], reports[1]}), Filter{}))
	if slices.Index(names, "固定资产投资") > slices.Index(names, "道路") || !slices.Contains(names, "道路") {
		t.Errorf("%q: a known indicator of two districts stands behind what is alike by name only", names)
	}
	reports = modeltest.Reports()
	for _, f := range reports[0].Facts {
		if f.Name == "签约项目" {
			f.Name, f.Indicator = "外资签约项目", "外资签约项目"
		}
	}
	r = rowNamed(t, Districts(Of(reports), Filter{}), "签约项目")
	if got := r.Cell(0).State; got != Akin {
		t.Errorf("外资签约项目 makes 签约项目 %s", got)
	}
}

// targetOf is the target that a report states of an indicator.
func targetOf(r *Report, indicator string) *Fact {
	i := slices.IndexFunc(r.Facts, func(f *Fact) bool { return f.Stage == Target && f.Indicator == indicator })
	return r.Facts[i]
}

// The period most districts state is shown even where a later one is known.
func TestPickPrefersTheCommonPeriod(t *testing.T) {
	reports := modeltest.Reports()
	later := targetOf(reports[0], "固定资产投资")
	later.Stage = Achieved
	c := Districts(Of(reports[:2]), Filter{})
	cell := rowNamed(t, c, "固定资产投资").Cell(0)
	if cell.Pick == later || len(cell.Facts) != 2 {
		t.Errorf("shows %s of %d", cell.Pick.Period, len(cell.Facts))
	}
	c = Districts(Of(reports[:1]), Filter{})
	if cell = rowNamed(t, c, "固定资产投资").Cell(0); cell.Pick != later {
		t.Errorf("alone, the latest period counts; shows %s", cell.Pick.Period)
	}
}

// Of 由2.8%提高到约3.3% the level reached is shown, though the other is exact.
func TestPickIsNoFormerValue(t *testing.T) {
	reports := modeltest.Reports()
	former := targetOf(reports[0], "固定资产投资")
	former.Stage, former.Flags = Achieved, append(former.Flags, FlagFormer)
	if pick := rowNamed(t, Districts(Of(reports[:1]), Filter{}), "固定资产投资").Cell(0).Pick; pick == former {
		t.Errorf("shows what it was before: %s", pick.Period)
	}
}

func TestCountsTableAddsUp(t *testing.T) {
	corpus := modeltest.Corpus()
	c := Districts(corpus, Filter{})
	for _, r := range c.Counts() {
		for j, d := range c.Districts {
			f := Filter{Districts: []DistrictID{d.ID()}}
			if r.Theme != NoTheme {
				f.Themes = []Theme{r.Theme}
			}
			if r.Kind != NoKind {
				f.Kinds = []Kind{r.Kind}
			}
			if got := corpus.Count(f); got != r.Cells[j].Facts {
				t.Errorf("%s %s in %s: %d, want %d", r.Theme, r.Kind, d.Name, r.Cells[j].Facts, got)
			}
			if r.Cells[j].Chars > r.Cells[j].Of {
				t.Errorf("%s %s in %s: %d of %d characters", r.Theme, r.Kind, d.Name, r.Cells[j].Chars, r.Cells[j].Of)
			}
		}
	}
	// Every sentence of 东湖区 states a fact, and each counts once.
	if all := c.Counts()[0].Cells[0]; all.Chars != all.Of || all.Share().String() != "1000.0" {
		t.Errorf("all of 东湖区: %d of %d characters, share %s", all.Chars, all.Of, all.Share())
	}
	if got := (CountCell{Names: 1, Of: 3}).PerThousand().String(); got != "333.3" {
		t.Errorf("one in three is %s per thousand", got)
	}
	if got := (CountCell{}).PerThousand().String(); got != "0.0" {
		t.Errorf("nothing of nothing is %s per thousand", got)
	}
}

func TestNamesSharedAndNot(t *testing.T) {
	c := Districts(modeltest.Corpus(), Filter{})
	want := map[string]string{
		"新能源产业": "共有 ✓✓✓", "精密仪器": "部分共有 ✓未提及✓", "济云高铁": "部分共有 ✓未提及✓",
		"文旅康养": "独有 未提及✓未提及", "西山产业园": "独有 未提及✓未提及",
	}
	for _, r := range c.Names() {
		got := r.Sharing().Word(Chinese) + " "
		for j := range c.Districts {
			if s := r.State(j); s.Missing() {
				got += s.Word(Chinese)
			} else {
				got += "✓"
			}
		}
		if want[r.Name] != "" && got != want[r.Name] {
			t.Errorf("%s: %s, want %s", r.Name, got, want[r.Name])
		}
		delete(want, r.Name)
	}
	if len(want) > 0 {
		t.Errorf("not in the table: %v", want)
	}
	c = Districts(modeltest.Corpus(), Filter{Stages: []Stage{Target}})
	if r := c.Names()[0]; r.Sharing() != InOne || r.State(2) != FilteredOut {
		t.Errorf("%s: %s, %s", r.Name, r.Sharing(), r.State(2))
	}
}

// parse is a filter text made ready.
func parse(t testing.TB, text string) *Expr {
	t.Helper()
	e, err := ParseExpr(text)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
