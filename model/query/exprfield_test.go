package query_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	. "qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/query"
)

// one is a metric with a number, in a report of 东湖区.
func one(value, unit, base, baseUnit string, bound Bound) *Fact {
	f := *modeltest.Corpus().Reports[0].Facts[0]
	v, _ := ParseDecimal(value)
	b, _ := ParseDecimal(base)
	f.HasValue, f.Quantity = true, Quantity{Value: v, Unit: unit, Base: b, BaseUnit: baseUnit, Bound: bound}
	return &f
}

// passes reports whether a corpus of the fact alone has one on view.
func passes(e *Expr, f *Fact) bool {
	return Of([]*Report{{Document: f.Report.Document, Facts: []*Fact{f}}}).Count(Filter{Expr: e}) == 1
}

// What is said of a number decides: 超100 is above 100, 不足100 is below it.
func TestValueConditionsRespectBounds(t *testing.T) {
	for _, c := range []struct {
		condition string
		holds     string // which of the numbers below it holds for
	}{
		{">100", ">100 101"},
		{">=100", "=100 >100 >=100 ~100 <=100 101"},
		{"<100", "<100 99"},
		{"<=100", "=100 <100 >=100 ~100 <=100 99"},
		{"=100", "=100 >100 <100 >=100 ~100 <=100"},
		{"100", "=100 >100 <100 >=100 ~100 <=100"},
	} {
		e := parse(t, "值:"+c.condition)
		for _, n := range []struct {
			name, value string
			bound       Bound
		}{{"99", "99", Exactly}, {"=100", "100", Exactly}, {">100", "100", Above}, {"<100", "100", Below},
			{">=100", "100", AtLeast}, {"~100", "100", About}, {"<=100", "100", AtMost}, {"101", "101", Exactly}} {
			want := false
			for _, w := range strings.Fields(c.holds) {
				want = want || w == n.name
			}
			if got := passes(e, one(n.value, "个", n.value, "个", n.bound)); got != want {
				t.Errorf("%s of %s is %v", c.condition, n.name, got)
			}
		}
	}
}

func TestValueConditionsKnowUnits(t *testing.T) {
	money := one("89.10", "亿元", "8910000000", "元", Exactly)
	people := one("4.07", "万人", "40700", "人", Exactly)
	change := one("-3.4", "%", "-3.4", "%", Exactly)
	for _, c := range []struct {
		condition string
		fact      *Fact
		want      bool
	}{
		{"=89.1", money, true}, {"=89.1亿元", money, true}, {"=89.1亿", money, true}, {"=891000万元", money, true},
		{"=8910000000元", money, true}, {">0.008万亿元", money, true}, {"=89.1万元", money, false}, {">1人", money, false}, {">1%", money, false},
		{">4万人", people, true}, {">4万", people, true}, {">40千人", people, true}, {">400百人", people, true}, {">4万元", people, false}, {"=4.07万人", people, true},
		{"<0%", change, true}, {"<0％", change, true}, {"=-3.4", change, true}, {"=－３．４％", change, true}, {"<-3.4%", change, false}, {"<=-3.4%", change, true},
		{"80-90亿元", money, true}, {"80亿元-90亿元", money, true}, {"80~89亿元", money, false}, {"80至90亿", money, true}, {"-4--3%", change, true},
		{"> 80 亿元", money, true}, {">80 亿", money, true}, {"》80亿", money, true}, {"《80亿", money, false}, {"≥89.1亿元", money, true}, {"》=89.1亿", money, true},
		{">1,000万元", money, true}, {">1，000万元", money, true},
	} {
		if got := passes(parse(t, "值:"+c.condition), c.fact); got != c.want {
			t.Errorf("%s of %s: %v", c.condition, c.fact.Quantity.Words(Chinese), got)
		}
	}
	park := modeltest.Corpus().Select(Filter{Kinds: []Kind{Park}})[0]
	if passes(parse(t, "值:>-1"), park) {
		t.Error("a park without a number is above -1")
	}
}

func TestYearsLieWithin(t *testing.T) {
	f := one("1", "个", "1", "个", Exactly)
	span := func(from, to Month) { f.Period = Period{Label: "x", From: from, To: to} }
	for _, c := range []struct {
		years    string
		from, to Month
		want     bool
	}{
		{"2020", MonthOf(2020, 1), MonthOf(2020, 12), true}, {"2020年", MonthOf(2020, 11), MonthOf(2020, 11), true},
		{"2020", MonthOf(2019, 12), MonthOf(2020, 1), false}, {"2019-2020", MonthOf(2019, 12), MonthOf(2020, 1), true},
		{"2018,2020", MonthOf(2020, 1), MonthOf(2020, 3), true}, {"2018、2019", MonthOf(2020, 1), MonthOf(2020, 3), false},
		{"2019—2020", MonthOf(2019, 12), MonthOf(2020, 1), true}, {"2019~2020", MonthOf(2020, 1), MonthOf(2020, 1), true}, {"2019至2020年", MonthOf(2020, 1), MonthOf(2020, 1), true},
		{"2020-", MonthOf(2024, 1), MonthOf(2024, 1), true}, {"-2020", MonthOf(2024, 1), MonthOf(2024, 1), false}, {">2020", MonthOf(2020, 1), MonthOf(2020, 1), false},
		{">=2020", MonthOf(2020, 1), MonthOf(2020, 1), true}, {"<2020", MonthOf(2019, 1), MonthOf(2019, 12), true}, {"《=2020", MonthOf(2020, 1), MonthOf(2020, 1), true},
		{"２０２０－２０２１", MonthOf(2021, 1), MonthOf(2021, 12), true}, {"2020", 0, 0, false},
	} {
		span(c.from, c.to)
		if got := passes(parse(t, "年:"+c.years), f); got != c.want {
			t.Errorf("年:%s of %d/%d to %d/%d: %v", c.years, c.from.Year(), c.from.Month(), c.to.Year(), c.to.Month(), got)
		}
	}
}

// Every word the interface shows for a theme, a kind or a stage can be typed,
// in both languages, and means the same choice.
func TestEveryShownWordCanBeTyped(t *testing.T) {
	c := modeltest.Large(12)
	same := func(text string, f Filter) {
		t.Helper()
		if got, want := c.Count(Filter{Expr: parse(t, text)}), c.Count(f); got != want {
			t.Errorf("%s finds %d, the choice %d", text, got, want)
		}
	}
	for _, l := range []Lang{Chinese, English} {
		for _, theme := range Themes() {
			same(l.Pick("主题:", "theme:")+theme.Word(l), Filter{Themes: []Theme{theme}})
		}
		for _, k := range Kinds() {
			same(l.Pick("类：", "KIND:")+k.Word(l), Filter{Kinds: []Kind{k}})
		}
		for _, s := range Stages() {
			same(l.Pick("阶段:", "stage:")+s.Word(l), Filter{Stages: []Stage{s}})
		}
	}
	same("类:集群、园", Filter{Kinds: []Kind{Cluster, Park}})
}

// A field goes by the other words that the interface has for it.
func TestFieldsByOtherNames(t *testing.T) {
	for typed, meant := range map[string]string{"区县:a": "区:a", "類別:園區": "类:园区", "年份:2020": "年:2020", "时期:2020": "年:2020", "数值:>1": "值:>1"} {
		if got := parse(t, typed).String(); got != meant {
			t.Errorf("%s is %q, want %q", typed, got, meant)
		}
	}
}

// A field's English twin is the same field.
func TestFieldTwins(t *testing.T) {
	values := map[string]string{"theme": "产业", "kind": "园", "stage": "目标", "year": "2020", "value": ">1"}
	for _, w := range Fields() {
		value := values[w[1]]
		if value == "" {
			value = "x"
		}
		if zh, en := parse(t, w[0]+":"+value), parse(t, w[1]+":"+value); zh.String() != en.String() {
			t.Errorf("%s and %s", zh, en)
		}
	}
}

// With an input method left on, a filter means the same.
func TestFullWidthFiltersMeanTheSame(t *testing.T) {
	for _, text := range []string{"!a ^b c$ 'd", "a|b", `"a b"`, "值:>=100亿", "年:2020-2021", "theme:ind", "主题:产业,科创", "单位:%"} {
		var wide strings.Builder
		for _, r := range text {
			switch {
			case r == ' ':
				r = '　'
			case r > ' ' && r < 0x7f:
				r += '！' - '!'
			}
			wide.WriteRune(r)
		}
		if got, want := parse(t, wide.String()).String(), parse(t, text).String(); got != want {
			t.Errorf("%s is %q, want %q", wide.String(), got, want)
		}
	}
	for _, text := range []string{"“a b”", "「a b」"} {
		if got := parse(t, text).String(); got != `"a b"` {
			t.Errorf("%s is %q", text, got)
		}
	}
	for typed, meant := range map[string]string{"投资￥": "投资$", "……工业": "^工业", "￥100": "￥100", "主题：产业；招商": "主题:产业;招商", "‘重点’": "'重点", "!!重点": "重点"} {
		if got := parse(t, typed).String(); got != meant {
			t.Errorf("%s is %q, want %q", typed, got, meant)
		}
	}
	if got := parse(t, "‘重点").String(); got != "'重点" {
		t.Errorf("‘ is %q", got)
	}
}

func TestErrorsListWhatIsAllowed(t *testing.T) {
	for text, want := range map[string]string{"主题:": "产业", "主题:,": "产业", "年:": "2022", "主题:x": "产业", "类:x": "产业集群", "阶段:x": "完成", "x:1": "主题"} {
		_, err := ParseExpr(text)
		syntax, ok := err.(*SyntaxError)
		if !ok || !strings.Contains(syntax.Message(Chinese), want) {
			t.Errorf("%s: %+v", text, err)
		}
		if err.Error() != syntax.Message(English) {
			t.Errorf("%s: %s", text, err)
		}
	}
}

func TestFiltersThatAreEqual(t *testing.T) {
	a := Filter{Themes: []Theme{ThemeRural}, Expr: parse(t, "a  b"), Marked: map[Key]bool{"x": true}}
	b := Filter{Themes: []Theme{ThemeRural}, Expr: parse(t, "a b"), Marked: map[Key]bool{"x": true}}
	if !a.Equal(b) {
		t.Error("blanks between conditions make no other filter")
	}
	for name, change := range map[string]func(*Filter){
		"theme":  func(f *Filter) { f.Themes = []Theme{ThemeUrban} },
		"expr":   func(f *Filter) { f.Expr = nil },
		"marks":  func(f *Filter) { f.Marked = map[Key]bool{} },
		"none":   func(f *Filter) { f.Marked = nil },
		"kind":   func(f *Filter) { f.Kinds = []Kind{Park} },
		"stage":  func(f *Filter) { f.Stages = []Stage{Target} },
		"places": func(f *Filter) { f.Districts = []DistrictID{{Name: "a", City: "b"}} },
	} {
		c := b
		change(&c)
		if a.Equal(c) || c.Equal(a) {
			t.Errorf("another %s, and yet equal", name)
		}
	}
	if (Filter{}).Equal(Filter{Marked: map[Key]bool{}}) {
		t.Error("showing no marked fact is not showing all")
	}
}

func TestPatternWordsMayOverlap(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"重点 点项", "[重点项]目"},
		{"项目 重点", "[重点项目]"},
		{"目 重", "[重]点项[目]"},
		{"重点 无", ""},
		{"zd 项目", "[重点项目]"},
	} {
		got := NewPattern(c.query).Find("重点项目")
		if c.want == "" {
			if got != nil {
				t.Errorf("%q finds %v", c.query, got)
			}
		} else if s := lit("重点项目", got); s != c.want {
			t.Errorf("%q: %s, want %s", c.query, s, c.want)
		}
	}
	if NewPattern("  ＡＢ  重點 ").Empty() || !NewPattern("　").Empty() {
		t.Error("blanks are looked for, or words are not")
	}
}

func TestSoundSortsByPinyin(t *testing.T) {
	order := []string{"安居工程", "济阳", "济云高铁", "西山", "重点项目"}
	for i := 1; i < len(order); i++ {
		if Sound(order[i-1]) >= Sound(order[i]) {
			t.Errorf("%s does not sort before %s", order[i-1], order[i])
		}
	}
	if Sound("ＡＢ") != Sound("ab") {
		t.Error("width and case decide the order")
	}
}

func TestReportsOfAYear(t *testing.T) {
	published := time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		head Head
		year int
		want bool
	}{
		{Head{Published: published}, 2021, true}, {Head{Published: published}, 2020, false},
		{Head{Published: published, Event: published.AddDate(-1, 0, 0)}, 2020, true},
		{Head{Published: published, Covers: Period{Label: "2020年", From: MonthOf(2020, 1), To: MonthOf(2020, 12)}}, 2020, true},
		{Head{Published: published, Covers: Period{Label: "2020年", From: MonthOf(2020, 1), To: MonthOf(2020, 12)}}, 2021, false},
		{Head{}, 2020, false},
	} {
		if got := parse(t, "年:"+strconv.Itoa(c.year)).MayConcern(&Report{Document: &Document{Head: c.head}}); got != c.want {
			t.Errorf("%v covers %d: %v", c.head, c.year, got)
		}
	}
}
