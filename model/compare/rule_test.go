package compare

import (
	"slices"
	"strconv"
	"testing"

	"qubi/model"
	"qubi/model/query"
)

// statedFact makes a metric of the indicator 产值 from what a case says.
func statedFact(label string, change func(*model.Fact)) *model.Fact {
	f := &model.Fact{Kind: model.Metric, Name: "产值", Indicator: "产值", HasValue: true, Stage: model.Achieved,
		Quantity: model.Quantity{Value: model.Decimal{Coef: 1, Exp: 0}, Unit: "亿元", Base: model.Decimal{Coef: 1, Exp: 8}, BaseUnit: "元", Bound: model.Exactly}}
	if label != "" {
		year, err := strconv.Atoi(label)
		if err != nil {
			panic(err)
		}
		f.Period = model.Period{Label: label + "年", From: model.MonthOf(year, 1), To: model.MonthOf(year, 12)}
	}
	if change != nil {
		change(f)
	}
	return f
}

// district makes a report of one district with the facts.
func district(name, text string, facts ...*model.Fact) *model.Report {
	r := &model.Report{Document: &model.Document{Text: text, File: name, Head: model.Head{District: name}}, Facts: facts}
	for _, f := range facts {
		f.Report = r
	}
	return r
}

// The first of each pair is shown, wherever it stands in the text.
func TestWhichFactOfACellIsShown(t *testing.T) {
	plain := func(f *model.Fact) {}
	for name, c := range map[string]struct {
		shown, other         func(*model.Fact)
		shownYear, otherYear string
		elsewhere            string // the year the other district states
	}{
		"own before the city's":           {plain, func(f *model.Fact) { f.Flags = []model.Flag{model.FlagScopeCity} }, "2019", "2020", "2020"},
		"own before a part's":             {plain, func(f *model.Fact) { f.Flags = []model.Flag{model.FlagScopeOther} }, "2019", "2020", "2020"},
		"own before the province's":       {plain, func(f *model.Fact) { f.Flags = []model.Flag{model.FlagScopeWide} }, "2019", "2020", "2020"},
		"own before a firm's":             {plain, func(f *model.Fact) { f.Owner = "云湖集团" }, "2019", "2020", "2020"},
		"a doubt is not another's":        {func(f *model.Fact) { f.Flags = []model.Flag{model.FlagRepaired} }, plain, "2021", "2020", "2021"},
		"result before target":            {plain, func(f *model.Fact) { f.Stage = model.Target }, "2019", "2020", "2020"},
		"the common period":               {plain, plain, "2019", "2020", "2019"},
		"the latest":                      {plain, plain, "2020", "2019", "2018"},
		"a stated period":                 {plain, plain, "2019", "", "2018"},
		"exact before about":              {plain, func(f *model.Fact) { f.Quantity.Bound = model.About }, "2020", "2020", "2018"},
		"result, though another's target": {plain, func(f *model.Fact) { f.Stage, f.Flags = model.Target, nil }, "2018", "2021", "2021"},
	} {
		for _, first := range []bool{true, false} {
			shown, other := statedFact(c.shownYear, c.shown), statedFact(c.otherYear, c.other)
			facts := []*model.Fact{shown, other}
			if !first {
				slices.Reverse(facts)
			}
			corpus := query.Of([]*model.Report{district("甲区", "产值", facts...), district("乙区", "产值", statedFact(c.elsewhere, nil))})
			rows := Districts(corpus, query.Filter{}).Rows()
			if cell := rows[0].Cell(0); cell.Pick != shown || len(cell.Facts) != 2 {
				t.Errorf("%s: shows %s %s %v", name, cell.Pick.Period, cell.Pick.Stage, cell.Pick.Flags)
			}
		}
	}
}

// A year in which one district tells a result and the other a target is common to
// neither: the year of which both tell results is shown.
func TestTheCommonPeriodIsOfOneStage(t *testing.T) {
	target := func(f *model.Fact) { f.Stage = model.Target }
	shown := statedFact("2021", nil)
	corpus := query.Of([]*model.Report{district("甲区", "产值", statedFact("2022", nil), shown, statedFact("2022", target)),
		district("乙区", "产值", statedFact("2021", nil), statedFact("2022", target))})
	if pick := Districts(corpus, query.Filter{}).Rows()[0].Cell(0).Pick; pick != shown {
		t.Errorf("shows %s %s", pick.Period, pick.Stage)
	}
}

// The order of a ranking is that in which most districts give their number: its first
// entry is one of that way.
func TestWhichNumbersAreRanked(t *testing.T) {
	of := func(year string, change func(*model.Fact)) *model.Fact { return statedFact(year, change) }
	target := func(f *model.Fact) { f.Stage = model.Target }
	citys := func(f *model.Fact) { f.Flags = []model.Flag{model.FlagScopeCity} }
	rate := func(f *model.Fact) { f.Quantity.Unit, f.Quantity.BaseUnit = "%", "%" }
	for name, c := range map[string]struct {
		row    int // that is ranked
		facts  [][]*model.Fact
		ranked [2]int // which fact of which district
	}{
		"of the year of most":         {0, [][]*model.Fact{{of("2021", nil)}, {of("2020", nil)}, {of("2020", nil)}}, [2]int{1, 0}},
		"of the latest year":          {0, [][]*model.Fact{{of("2020", nil)}, {of("2021", nil)}}, [2]int{1, 0}},
		"results before targets":      {0, [][]*model.Fact{{of("2021", target)}, {of("2020", nil)}}, [2]int{1, 0}},
		"their own before the city's": {0, [][]*model.Fact{{of("2021", citys)}, {of("2021", citys)}, {of("2020", nil)}}, [2]int{2, 0}},
		"in the measure of the row":   {1, [][]*model.Fact{{of("2020", nil), of("2020", rate)}, {of("2020", nil), of("2020", rate)}}, [2]int{0, 1}},
	} {
		var reports []*model.Report
		for i, facts := range c.facts {
			reports = append(reports, district(strconv.Itoa(i)+"区", "产值", facts...))
		}
		cmp := Districts(query.Of(reports), query.Filter{})
		if first := cmp.Rank(cmp.Rows()[c.row]).Entries[0].Fact(); first != c.facts[c.ranked[0]][c.ranked[1]] {
			t.Errorf("%s: %s %s %s%s %v is ranked", name, first.Period, first.Stage, first.Quantity.Value, first.Quantity.Unit, first.Flags)
		}
	}
}

// Of two rows that one district alone states, the one of a known indicator stands first.
func TestKnownBeforeUnknown(t *testing.T) {
	unknown := statedFact("2020", func(f *model.Fact) { f.Name, f.Indicator = "新事", "" })
	if rows := Districts(query.Of([]*model.Report{district("甲区", "新事产值", unknown, statedFact("2020", nil))}), query.Filter{}).Rows(); rows[0].Indicator != "产值" {
		t.Errorf("first stands %s", rows[0].Indicator)
	}
}

// What a level was before it rose has no place beside what it is; about 1 and 1 are
// two numbers, and the first wants care, as does a doubtful one.
func TestWhatIsRankedApartAndWithCare(t *testing.T) {
	former := statedFact("2020", func(f *model.Fact) { f.Flags = []model.Flag{model.FlagFormer} })
	about := statedFact("2020", func(f *model.Fact) { f.Quantity.Bound = model.About })
	doubtful := statedFact("2020", func(f *model.Fact) { f.Flags = []model.Flag{model.FlagRepaired} })
	cmp := Districts(query.Of([]*model.Report{district("甲区", "产值", statedFact("2020", nil), about, former), district("乙区", "产值", doubtful)}), query.Filter{})
	r := cmp.Rank(cmp.Rows()[0])
	if len(r.Entries) != 3 || len(r.Apart) != 1 || r.Apart[0].Entries[0].Fact() != former || !slices.Equal(r.Reasons, []Reason{Approximate, Doubtful}) {
		t.Errorf("%d in order, apart %v, care for %v", len(r.Entries), r.Apart, r.Reasons)
	}
}

// Shares are rounded to the nearest tenth; what a person stands for is counted.
func TestCountsAreRoundedAndHeld(t *testing.T) {
	if c := (CountCell{Names: 2, Chars: 1, Of: 3}); c.PerThousand().String() != "666.7" || c.Share().String() != "333.3" {
		t.Errorf("2 and 1 of 3 are %s and %s of a thousand", c.PerThousand(), c.Share())
	}
	checked := func(f *model.Fact) { f.Mark = model.Checked }
	cmp := Districts(query.Of([]*model.Report{district("甲区", "产值", statedFact("2020", checked), statedFact("2021", nil))}), query.Filter{})
	if cell := cmp.Counts()[0].Cells[0]; cell.Held != 1 || cell.Facts != 2 {
		t.Errorf("%d of %d facts are held", cell.Held, cell.Facts)
	}
}

// Clusters meet by what they make; parks and projects by their whole name.
func TestNamesThatAreOne(t *testing.T) {
	for _, c := range []struct {
		kind model.Kind
		a, b string
		same bool
	}{
		{model.Cluster, "新能源产业集群", "新能源", true}, {model.Cluster, "新能源产业", "新能源集群", true}, {model.Cluster, "新能源汽车", "新能源", false},
		{model.Cluster, "产业集群", "集群", false}, {model.Cluster, "５Ｇ產業", "5g", true},
		{model.Park, "“云湖”科技园", "云湖科技园", true}, {model.Park, "云湖·科技园", "云湖科技园", true}, {model.Park, "云湖（科技园）", "云湖(科技园)", true},
		{model.Park, "云湖产业", "云湖", false}, {model.Project, "雲湖 高鐵", "云湖高铁", true}, {model.Project, "云湖高铁", "云湖高铁站", false},
	} {
		same := NameKey(&model.Fact{Kind: c.kind, Name: c.a}) == NameKey(&model.Fact{Kind: c.kind, Name: c.b})
		if same != c.same {
			t.Errorf("%s and %s as %s: %v", c.a, c.b, c.kind, same)
		}
	}
}

// Rows of one indicator that differ in dimension and cannot stand in for each
// other are told apart by their unit.
func TestRowsOfOneIndicatorAreToldApart(t *testing.T) {
	rate := func(f *model.Fact) {
		f.Quantity = model.Quantity{Value: model.Decimal{Coef: 8, Exp: 0}, Unit: "%", Base: model.Decimal{Coef: 8, Exp: 0}, BaseUnit: "%"}
	}
	c := Districts(query.Of([]*model.Report{
		district("甲区", "产值", statedFact("2020", nil), statedFact("2020", rate)),
		district("乙区", "产值", statedFact("2020", nil)),
	}), query.Filter{})
	rows := c.Rows()
	if len(rows) != 2 || rows[0].Name() != "产值 (元)" || rows[1].Name() != "产值 (%)" || rows[0].Verdict() != Comparable {
		t.Fatalf("%d rows, %s %s", len(rows), rows[0].Name(), rows[0].Verdict())
	}
	// The level of 乙区 stands in its own row, and not a second time here.
	if cell := rows[1].Cell(1); cell.State != Akin || rows[1].Verdict() != Single || rows[1].Columns() != 1 {
		t.Errorf("%s %s", cell.State, rows[1].Verdict())
	}
	if rows[0].Name() == rows[1].Name() {
		t.Error("two rows go by one name")
	}
}

// A row goes by the unit that its numbers have, not by the word for their kind.
func TestARowGoesByItsOwnUnit(t *testing.T) {
	in := func(unit string) func(*model.Fact) {
		return func(f *model.Fact) {
			f.Quantity = model.Quantity{Value: model.Decimal{Coef: 8}, Unit: unit, Base: model.Decimal{Coef: 8}, BaseUnit: unit}
		}
	}
	c := Districts(query.Of([]*model.Report{
		district("甲区", "贫困户", statedFact("2020", in("户")), statedFact("2020", in("人"))),
		district("乙区", "贫困户", statedFact("2020", in("户"))),
	}), query.Filter{})
	if rows := c.Rows(); len(rows) != 2 || rows[0].Name() != "产值 (户)" || rows[1].Name() != "产值 (人)" {
		t.Errorf("the rows are %q and %q", rows[0].Name(), rows[1].Name())
	}
}

// Words that decide what may stand side by side are read from the lexicon,
// comments left out.
func TestLexiconOfComparison(t *testing.T) {
	w := compareWords()
	for _, list := range [][]string{w.classifiers, w.rates, slices.Concat(w.scope...)} {
		if len(list) == 0 || slices.ContainsFunc(list, func(s string) bool { return s == "" || s[0] == '#' }) {
			t.Errorf("%q", list)
		}
	}
	if dimension("户") != dimension("家") || dimension("元") != "元" || dimension("人") == dimension("家") {
		t.Error("classifiers are one, units are not")
	}
	if scope(&model.Fact{Name: "规模以上工业增加值"}) != scope(&model.Fact{Name: "规上工业增加值"}) || scope(&model.Fact{Name: "工业增加值"}) == scope(&model.Fact{Name: "规上工业增加值"}) {
		t.Error("规上 is 规模以上, and not all")
	}
}
