package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// stated is a report of a district, given on a day, with numbers written as
// "固定资产投资 400 亿元 2020 achieved".
func stated(district, day string, lines ...string) *model.Report {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	r := &model.Report{Document: &model.Document{File: district + day, Head: model.Head{District: district, Published: date}}}
	for _, line := range lines {
		var name, number, unit, stage string
		var year int
		if _, err := fmt.Sscan(line, &name, &number, &unit, &year, &stage); err != nil {
			panic(err)
		}
		bound := strings.TrimRight(number, "+-.0123456789")
		value, _ := model.ParseDecimal(strings.TrimPrefix(strings.TrimPrefix(number, bound), "+"))
		base := value
		bound, falls := strings.CutSuffix(bound, "降")
		if falls { // 降3: written without a sign
			base.Coef = -base.Coef
		}
		at := model.Span{Start: len(r.Text), End: len(r.Text) + len(line)}
		r.Text += line
		f := &model.Fact{Kind: model.Metric, Name: name, Indicator: name, HasValue: true, Stage: model.Stage(stage), Report: r,
			Quantity: model.Quantity{Value: value, Unit: unit, Base: base, BaseUnit: unit, Bound: model.Bound(bound)},
			Place:    model.Place{Quote: at, Sentence: at, Paragraph: 1}}
		if bound == "" {
			f.Quantity.Bound = model.Exactly
		}
		if year > 0 {
			f.Period = model.Period{Label: fmt.Sprint(year, "年"), From: model.MonthOf(year, 1), To: model.MonthOf(year, 12)}
		}
		r.Facts = append(r.Facts, f)
	}
	return r
}

func all(reports ...*model.Report) *compare.Comparison {
	return compare.Districts(query.Of(reports), query.Filter{})
}

// What the districts give in one way stands in order; the rest stands apart,
// under the reason why.
func TestRankingPutsApartWhatMayNotBeCompared(t *testing.T) {
	c := all(
		stated("甲区", "2021-01-20", "产值 400 元 2020 achieved", "产值 450 元 2021 target"),
		stated("乙区", "2021-01-20", "产值 600 元 2020 achieved", "产值 8 % 2020 achieved"),
		stated("丙区", "2021-01-20", "产值 500 元 2019 achieved"),
		stated("丁区", "2021-01-20", "产值 600 元 2020 achieved"),
		stated("戊区", "2021-01-20", "产值 900 元 0 achieved"),
		stated("己区", "2021-01-20", "税收 900 元 2020 achieved"),
	)
	r := c.Rank(c.Rows()[0])
	var got []string
	for _, e := range r.Entries {
		got = append(got, fmt.Sprint(e.Place, e.District.Name, e.Value))
	}
	if want := "[1乙区600 1丁区600 3甲区400]"; fmt.Sprint(got) != want {
		t.Errorf("in order %v, want %s", got, want)
	}
	got = nil
	for _, a := range r.Apart {
		for _, e := range a.Entries {
			got = append(got, a.Reason.String()+e.District.Name)
		}
	}
	if want := "[period甲区 period丙区 noperiod戊区 growth乙区]"; fmt.Sprint(got) != want {
		t.Errorf("apart %v, want %s", got, want)
	}
	if len(r.Silent) != 1 || r.Silent[0].Name != "己区" || r.Greatest().String() != "600" {
		t.Errorf("%d silent, greatest %s", len(r.Silent), r.Greatest())
	}
}

// The order in which districts are shown changes no place.
func TestRankingIsTheSameInAnyOrderOfDistricts(t *testing.T) {
	reports := func() []*model.Report {
		rnd := rand.New(rand.NewPCG(1, 2))
		var all []*model.Report
		for i := range 40 {
			all = append(all, stated(fmt.Sprintf("%02d区", i), "2021-01-20",
				fmt.Sprintf("产值 %d 元 %d achieved", rnd.IntN(9), 2019+rnd.IntN(2)), fmt.Sprintf("产值 %d 元 2021 target", rnd.IntN(9))))
		}
		return all
	}
	places := func(c *compare.Comparison) map[string]int {
		out := map[string]int{}
		for _, e := range c.Rank(c.Rows()[0]).Entries {
			out[e.District.Name] = e.Place
		}
		return out
	}
	turned := reports()
	slices.Reverse(turned)
	if a, b := places(all(reports()...)), places(all(turned...)); fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("places %v and %v", a, b)
	}
}

// Every number of the indicator has its place in a ranking, and none has two.
func TestRankingLosesNoNumber(t *testing.T) {
	ix := modeltest.Large(30)
	c := compare.Districts(ix, query.Filter{})
	for _, row := range c.Rows() {
		r := c.Rank(row)
		met := map[*model.Fact]int{}
		count := func(entries []compare.Entry) {
			for _, e := range entries {
				for _, f := range e.Facts {
					met[f]++
				}
			}
		}
		count(r.Entries)
		for _, a := range r.Apart {
			count(a.Entries)
		}
		for j := range c.Districts {
			for _, f := range row.Facts(j) {
				if f.HasValue && met[f] != 1 {
					t.Fatalf("%s of %s stands %d times", f.Name, c.Districts[j].Name, met[f])
				}
			}
		}
	}
}

// A target is paired with what a later report says of the same indicator and
// period.
func TestTargetsMeetTheirResults(t *testing.T) {
	for _, c := range []struct {
		target, result string
		want           compare.OutcomeState
	}{
		{"产值 450 元 2021 target", "产值 460 元 2021 achieved", compare.Met},
		{"产值 450 元 2021 target", "产值 440 元 2021 achieved", compare.Missed},
		{"产值 450 元 2021 target", "产值 ~450 元 2021 achieved", compare.Undecided},
		{"产值 450 元 2021 target", "产值 >450 元 2021 achieved", compare.Met},
		{"产值 450 元 2021 target", "产值 >440 元 2021 achieved", compare.Undecided},
		{"产值 450 元 2021 target", "产值 460 元 2020 achieved", compare.Unreported},
		{"产值 450 元 2021 target", "产值 460 元 2021 target", compare.Unreported},
		{"产值 450 元 2021 target", "产值 460 人 2021 achieved", compare.Unreported},
		{"产值 450 元 2029 target", "产值 460 元 2021 achieved", compare.NoLaterReport},
		{"产值 450 元 0 target", "产值 460 元 2021 achieved", compare.Undecided},
		{"失业率 4 % 2021 target", "失业率 3.5 % 2021 achieved", compare.Met},
		{"失业率 4 % 2021 target", "失业率 4.5 % 2021 achieved", compare.Missed},
		{"开支 <=4 元 2021 target", "开支 3 元 2021 achieved", compare.Met},
		{"失业率 4 % 2021 target", "失业率 <4 % 2021 achieved", compare.Met},
		{"产值 >450 元 2021 target", "产值 450 元 2021 achieved", compare.Undecided},
		{"能耗 降3 % 2021 target", "能耗 降3.5 % 2021 achieved", compare.Met},
		{"能耗 降3 % 2021 target", "能耗 降2 % 2021 achieved", compare.Missed},
		{"能耗 降3 % 2021 target", "能耗 1 % 2021 achieved", compare.Missed},
		{"能耗 >=降3 % 2021 target", "能耗 >降3 % 2021 achieved", compare.Met},
		{"出口 <=降5 % 2021 target", "出口 降3 % 2021 achieved", compare.Met},
		{"出口 <=降5 % 2021 target", "出口 降6 % 2021 achieved", compare.Missed},
	} {
		cmp := all(stated("甲区", "2021-01-20", c.target), stated("甲区", "2022-01-20", c.result))
		var got []compare.Outcome
		for _, line := range cmp.Timeline(0).Lines {
			got = append(got, line.Outcomes...)
		}
		if len(got) == 0 || got[0].State != c.want {
			t.Errorf("%s, then %s: %v, want %s", c.target, c.result, got, c.want)
			continue
		}
		if (got[0].Result != nil) != (c.want == compare.Met || c.want == compare.Missed || c.want == compare.Undecided && !got[0].Target.Period.IsZero()) {
			t.Errorf("%s: result %v", c.target, got[0].Result)
		}
	}
}

// Only a report after the one that sets a target tells what became of it; the last of
// several has the last word, and an estimate none.
func TestWhoTellsWhatBecameOfATarget(t *testing.T) {
	target := stated("甲区", "2021-01-20", "税收 9 元 2020 target", "税收 7 元 2018 achieved", "税收 8 元 2019 achieved", "产值 450 元 2021 target")
	if o := all(target).Timeline(0).Lines[0].Outcomes[0]; o.State != compare.NoLaterReport {
		t.Errorf("with no other report it is %s", o.State)
	}
	estimate := stated("甲区", "2022-01-20", "产值 460 元 2021 achieved")
	estimate.Facts[0].Flags = []model.Flag{model.FlagEstimate}
	missed, met := stated("甲区", "2022-01-21", "产值 440 元 2021 achieved"), stated("甲区", "2022-06-20", "产值 460 元 2021 achieved")
	for want, reports := range map[compare.OutcomeState][]*model.Report{
		compare.Unreported: {target, estimate}, compare.Missed: {target, estimate, missed}, compare.Met: {target, missed, met},
	} {
		lines := all(reports...).Times()[0].Lines
		if i := slices.IndexFunc(lines, func(l compare.Line) bool { return l.Indicator == "产值" }); lines[i].Outcomes[0].State != want {
			t.Errorf("%s, want %s", lines[i].Outcomes[0].State, want)
		} else if want == compare.Met && i != 0 {
			t.Error("a target without a result stands before one that has it")
		}
	}
}

// A target of growth is met by the growth that a level says beside it.
func TestGrowthBesideALevelAnswersATarget(t *testing.T) {
	result := stated("甲区", "2022-01-20", "产值 460 元 2021 achieved")
	result.Facts[0].Change = "+8.6%"
	target := stated("甲区", "2021-01-20", "产值 8 % 2021 target")
	target.Facts[0].Indicator = "产值增速"
	var outcomes []compare.Outcome
	for _, line := range all(target, result).Timeline(0).Lines {
		outcomes = append(outcomes, line.Outcomes...)
	}
	if len(outcomes) == 0 || outcomes[0].State != compare.Met || outcomes[0].Result != result.Facts[0] {
		t.Errorf("outcomes %v", outcomes)
	}
}

// The points of a line stand in the order of time whatever the order of the
// reports, and none is lost.
func TestTimeRunsForward(t *testing.T) {
	reports := []*model.Report{
		stated("甲区", "2023-01-20", "产值 3 元 2022 achieved", "产值 9 元 0 achieved"),
		stated("甲区", "2020-05-14", "产值 1 元 2019 achieved", "产值 2 元 2020 target"),
		stated("甲区", "2021-01-20", "产值 2 元 2020 achieved", "产值 1 元 2019 achieved"),
	}
	line := all(reports...).Timeline(0).Lines[0]
	var got []string
	for _, p := range line.Points {
		got = append(got, fmt.Sprintf("%s%s×%d", p.Fact().Period.Label, p.Fact().Stage, len(p.Facts)))
	}
	if want := "[2019年achieved×2 2020年target×1 2020年achieved×1 2022年achieved×1 achieved×1]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	if line.Outcomes[0].State != compare.Met {
		t.Errorf("the target is %s", line.Outcomes[0].State)
	}
}

// A quarter makes no course with years.
func TestCoursesAreOfOneKindOfPeriod(t *testing.T) {
	year := func(y, from, to int) compare.Point {
		return compare.Point{Facts: []*model.Fact{{Period: model.Period{Label: "期", From: model.MonthOf(y, from), To: model.MonthOf(y, to)}}}}
	}
	q1, y20, y21, none := year(2020, 1, 3), year(2020, 1, 12), year(2021, 1, 12), compare.Point{Facts: []*model.Fact{{}}}
	got := compare.Courses([]compare.Point{q1, y20, none, y21})
	if len(got) != 3 || len(got[0]) != 2 || got[0][0].Fact() != y20.Fact() || got[0][1].Fact() != y21.Fact() || got[1][0].Fact() != q1.Fact() {
		t.Errorf("the courses are %v", got)
	}
}

// What is told twice counts once, and what stands and is to grow is one thing
// with two stages.
func TestThingsCountOnce(t *testing.T) {
	reports := modeltest.Reports()
	twice := *reports[0].Facts[5]
	if twice.Kind != model.Cluster {
		t.Fatalf("fact 5 is a %s", twice.Kind)
	}
	twice.Stage = model.Existing
	reports[0].Facts = append(reports[0].Facts, &twice)
	c := all(reports...)
	for _, r := range c.Counts() {
		if r.Theme == model.NoTheme && r.Kind == model.Cluster {
			cell := r.Cells[0]
			if cell.Facts != 3 || cell.Names != 2 || cell.Stage(model.Existing) != 1 || cell.Stage(model.Target) != 2 {
				t.Errorf("%d facts, %d names, %d existing, %d to be", cell.Facts, cell.Names, cell.Stage(model.Existing), cell.Stage(model.Target))
			}
		}
	}
	ranked := c.RankRow(compare.CountRow{Kind: model.Cluster})
	if e := ranked.Entries[0]; e.District.Name != "南港县" || e.Value.Coef != 3 || ranked.Entries[1].Place != 2 || ranked.Entries[2].Place != 2 {
		t.Errorf("%v", ranked.Entries)
	}
}

// No number stands in two rows.
func TestNoRowRepeatsAnother(t *testing.T) {
	for _, ix := range []*query.Index{modeltest.Corpus(), modeltest.Large(12)} {
		c := compare.Districts(ix, query.Filter{})
		in := map[*model.Fact]*compare.Row{}
		for _, r := range c.Rows() {
			for j := range c.Districts {
				for _, f := range r.Facts(j) {
					if other := in[f]; other != nil && other != r {
						t.Errorf("%s stands in %s and %s", f.Name, other.Name(), r.Name())
					}
					in[f] = r
				}
			}
		}
	}
}

// Of things that some districts name, those of more districts stand first.
func TestWhatMoreDistrictsNameStandsFirst(t *testing.T) {
	var reports []*model.Report
	for i, names := range []string{"甲 乙", "甲 乙", "乙", "丙"} {
		r := stated(fmt.Sprint(i, "区"), "2021-01-20", "产值 1 元 2020 achieved")
		for _, name := range strings.Fields(names) {
			r.Facts = append(r.Facts, &model.Fact{Kind: model.Park, Name: name + "科技园", Report: r, Place: r.Facts[0].Place})
		}
		reports = append(reports, r)
	}
	if rows := all(reports...).Names(); rows[0].Name != "乙科技园" || rows[1].Name != "甲科技园" || rows[2].Name != "丙科技园" {
		t.Errorf("%s, %s, %s", rows[0].Name, rows[1].Name, rows[2].Name)
	}
}

// A name that every district gives to a place of its own is shared by none.
func TestGenericNamesAreNotShared(t *testing.T) {
	a, b := stated("甲区", "2021-01-20", "产值 1 元 2020 achieved"), stated("乙区", "2021-01-20", "产值 1 元 2020 achieved")
	for name, shared := range map[string]bool{"第二污水处理厂": false, "区人民医院": false, "新建第三小学项目": false, "济云高铁": true, "云湖小学": true} {
		for _, r := range []*model.Report{a, b} {
			r.Facts = append(r.Facts[:1:1], &model.Fact{Kind: model.Project, Name: name, Report: r, Place: r.Facts[0].Place})
		}
		rows := all(a, b).Names()
		if (len(rows) == 1) != shared || (rows[0].State(1) == compare.Unmentioned) == shared || rows[0].State(1).Missing() == shared {
			t.Errorf("%s: %d rows, %s", name, len(rows), rows[0].State(1))
		}
	}
}

func TestFiguresAgreeWithTheTables(t *testing.T) {
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	if n := len(c.Heat()); n != len(model.Themes()) {
		t.Errorf("%d themes", n)
	}
	if most := compare.Warmest(c.Heat()); most.Coef <= 0 {
		t.Errorf("the warmest is %s", most)
	}
	projects := c.RankRow(compare.CountRow{Kind: model.Project})
	total := 0
	for _, e := range projects.Entries {
		total += int(e.Value.Coef)
	}
	for _, b := range c.Stages() {
		total -= b.Projects
	}
	if total != 0 {
		t.Errorf("%d projects more than there are", total)
	}
	for _, r := range c.Bars() {
		if len(r.Entries) < 2 {
			t.Errorf("%s has %d bars", r.Name, len(r.Entries))
		}
	}
}

func ExampleComparison_Rank() {
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	ranking := c.Rank(c.Rows()[1])
	fmt.Println(ranking.Name, ranking.Unit)
	for _, e := range ranking.Entries {
		fmt.Println(e.Place, e.District.Name, e.Fact().Quantity.Words(model.Chinese), e.Fact().Period)
	}
	for _, a := range ranking.Apart {
		fmt.Println(a.Reason.Word(model.Chinese), len(a.Entries))
	}
	fmt.Println(len(ranking.Silent), "silent")
	// Output:
	// 规上工业增加值 %
	// 1 东湖区 10.2% 2020年
	// 2 西山区 7.9% 2020年
	// 1 silent
}

func ExampleComparison_Timeline() {
	c := compare.Districts(modeltest.Corpus(), query.Filter{})
	line := c.Timeline(0).Lines[0]
	fmt.Println(line.Indicator, line.Unit)
	for _, p := range line.Points {
		fmt.Println(p.Fact().Period, p.Fact().Stage.Word(model.Chinese), p.Fact().Quantity.Words(model.Chinese))
	}
	for _, o := range line.Outcomes {
		fmt.Println(o.Target.Quantity.Words(model.Chinese), o.State.Word(model.Chinese))
	}
	// Output:
	// 固定资产投资 元
	// 2020年 完成 400亿元
	// 2021年 目标 450亿元
	// 450亿元 尚无后续报告
}
