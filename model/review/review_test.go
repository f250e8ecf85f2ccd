package review_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
	"qubi/model/project"
	. "qubi/model/review"
)

func year(y int) model.Period {
	return model.Period{Label: fmt.Sprint(y, "年"), From: model.MonthOf(y, 1), To: model.MonthOf(y, 12)}
}

// metric is a number of an indicator in units of 1.
func metric(name string, value int64, unit string, p model.Period) *model.Fact {
	d := model.Decimal{Coef: value}
	return &model.Fact{Kind: model.Metric, Name: name, Indicator: name, HasValue: true, Period: p, Stage: model.Achieved,
		Quantity: model.Quantity{Value: d, Unit: unit, Base: d, BaseUnit: unit, Bound: model.Exactly}, Place: model.Place{Paragraph: 1}}
}

// corpus is one district with the reports' facts.
func corpus(reports ...[]*model.Fact) *model.Corpus {
	var all []*model.Report
	for i, facts := range reports {
		all = append(all, &model.Report{Facts: facts, Document: &model.Document{
			File: fmt.Sprint("r", i, ".txt"), Text: fmt.Sprint("r", i), Head: model.Head{District: "东湖区", City: "云州市"}}})
	}
	return model.NewCorpus(all)
}

// doubted are the keys of the doubts of each fact.
func doubted(c *model.Corpus) map[*model.Fact]string {
	var facts []*model.Fact
	for _, r := range c.Reports {
		facts = append(facts, r.Facts...)
	}
	out := map[*model.Fact]string{}
	for _, item := range Queue(c, facts) {
		var keys []string
		for _, d := range item.Doubts {
			keys = append(keys, d.Key)
		}
		out[item.Fact] = strings.Join(keys, " ")
	}
	return out
}

func TestNumbersThatDoNotGoTogether(t *testing.T) {
	whole, big, small := metric("企业", 100, "家", year(2020)), metric("高企", 120, "家", year(2020)), metric("高企", 20, "家", year(2020))
	big.Whole, small.Whole = "企业", "企业"
	share := metric("占比", 130, "%", year(2020))
	share.Whole = "企业"
	last, next, wrong := metric("工业产值", 100, "亿元", year(2019)), metric("工业产值", 110, "亿元", year(2020)), metric("工业产值", 110, "亿元", year(2020))
	next.Change, wrong.Change = "+9.5%", "-9.5%"
	rounded := metric("工业产值", 110, "亿元", year(2020))
	rounded.Quantity.Bound = model.About
	target := metric("工业产值", 300, "亿元", year(2020))
	target.Stage = model.Target
	other := metric("工业产值", 180, "亿元", year(2020))
	city := metric("工业产值", 5000, "亿元", year(2020))
	city.Flags = []model.Flag{model.FlagScopeCity}
	about, finer := metric("工业产值", 118, "亿元", year(2020)), metric("工业产值", 110, "亿元", year(2020))
	about.Quantity.Bound = model.About
	finer.Quantity.Value, finer.Quantity.Base = model.Decimal{Coef: 1104, Exp: -1}, model.Decimal{Coef: 1104, Exp: -1}
	firm, stock := metric("工业产值", 9, "亿元", year(2020)), metric("工业产值", 100, "亿元", year(2019))
	firm.Owner, stock.Period.AsOf = "云湖集团", true
	more, rising := metric("外企", 90, "家", year(2020)), metric("占比", 130, "%", year(2020))
	more.Whole, rising.Whole, rising.Change = "企业", "企业", "+8%"
	for _, c := range []struct {
		name    string
		reports [][]*model.Fact
		want    map[*model.Fact]string
	}{
		{"a part above its whole", [][]*model.Fact{{whole, big}}, map[*model.Fact]string{whole: "part", big: "part"}},
		{"a part within", [][]*model.Fact{{whole, small}}, nil},
		{"a share above all", [][]*model.Fact{{share}}, map[*model.Fact]string{share: "share"}},
		{"a growth that fits", [][]*model.Fact{{last}, {next}}, nil},
		{"a growth that does not", [][]*model.Fact{{last}, {wrong}}, map[*model.Fact]string{wrong: "growth"}},
		{"two reports, the same", [][]*model.Fact{{next}, {rounded}}, nil},
		{"about the same", [][]*model.Fact{{next}, {about}}, nil},
		{"the same to the last digit", [][]*model.Fact{{next}, {finer}}, nil},
		{"a firm's number", [][]*model.Fact{{next}, {firm}}, nil},
		{"a growth from a state", [][]*model.Fact{{stock}, {wrong}}, nil},
		{"parts above their whole", [][]*model.Fact{{whole, small, more}}, map[*model.Fact]string{more: "parts"}},
		{"a share that grew", [][]*model.Fact{{rising}}, nil},
		{"two reports, two numbers", [][]*model.Fact{{next}, {other}}, map[*model.Fact]string{next: "reports", other: "reports"}},
		{"a target and a result", [][]*model.Fact{{next}, {target}}, nil},
		{"the city's number", [][]*model.Fact{{next}, {city}}, map[*model.Fact]string{city: "flag"}},
	} {
		for f, got := range doubted(corpus(c.reports...)) {
			if got != c.want[f] {
				t.Errorf("%s: %s %s is doubted for %q, want %q", c.name, f.Name, f.Quantity.Value, got, c.want[f])
			}
		}
	}
}

func TestQueueTellsEveryDoubtInBothLanguages(t *testing.T) {
	c := modeltest.Corpus()
	facts := c.Reports[0].Facts
	items := Queue(c.Corpus, facts)
	if len(items) != len(facts) {
		t.Fatalf("%d of %d facts", len(items), len(facts))
	}
	some := false
	for i, item := range items {
		if i > 0 && item.Weight > items[i-1].Weight {
			t.Error("not in order")
		}
		for _, d := range item.Doubts {
			some = true
			for _, l := range []model.Lang{model.Chinese, model.English} {
				if w := d.Words(l); w == "" || strings.Contains(w, "%!") {
					t.Errorf("%s: %q", d.Key, w)
				}
			}
		}
	}
	if !some {
		t.Error("nothing is doubted")
	}
}

// What was read with less confidence is looked at first.
func TestLittleConfidenceComesFirst(t *testing.T) {
	sure, unsure := metric("产值", 1, "元", year(2020)), metric("税收", 1, "元", year(2020))
	sure.Confidence, unsure.Confidence = 0.9, 0.2
	if items := Queue(corpus([]*model.Fact{sure, unsure}), []*model.Fact{sure, unsure}); items[0].Fact != unsure {
		t.Errorf("first comes what is doubted by %.2f, then %.2f", items[0].Weight, items[1].Weight)
	}
}

func TestSampleIsStable(t *testing.T) {
	c := modeltest.Large(20)
	facts := c.Select(filterAll)
	sample := Sample(facts, 50, 7)
	again := slices.Clone(facts)
	slices.Reverse(again)
	if !slices.Equal(sample, Sample(again, 50, 7)) {
		t.Error("the order of the facts matters")
	}
	if slices.Equal(sample, Sample(facts, 50, 8)) {
		t.Error("another seed draws the same")
	}
	if !slices.Equal(sample, Sample(facts, 80, 7)[:50]) {
		t.Error("a larger sample does not hold the smaller one")
	}
	if n := len(Sample(facts[:3], 50, 7)); n != 3 {
		t.Errorf("%d of 3", n)
	}
}

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{ // values of the usual tables
		{45, 50, 0.7864, 0.9565}, {0, 10, 0, 0.2775}, {10, 10, 0.7225, 1}, {0, 0, 0, 1},
	} {
		if s := Wilson(c.k, c.n); math.Abs(s.Low-c.low) > 5e-4 || math.Abs(s.High-c.high) > 5e-4 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.k, c.n, s.Low, s.High, c.low, c.high)
		}
	}
}

// The textbook's table: 20 yes both, 5 and 10 apart, 15 no both: kappa 0.4.
func TestKappaOfTheTextbook(t *testing.T) {
	c := modeltest.Large(20)
	facts := c.Select(filterAll)[:50]
	var a, b project.Project
	judge := func(p project.Project, f *model.Fact, yes bool) project.Project {
		v := project.Wrong
		if yes {
			v = project.Right
		}
		return project.Apply(c.Corpus, p, project.ShowRejected).Judge(f, v, project.Sign{})
	}
	for i, f := range facts {
		a = judge(a, f, i < 25)
		b = judge(b, f, i < 20 || i >= 25 && i < 35)
	}
	g := Agree(a, b)
	if g.All.N != 50 || g.All.Same != 35 || g.All.Percent() != 70 || math.Abs(g.All.Kappa-0.4) > 1e-9 || len(g.Differences) != 15 {
		t.Errorf("%+v, %d differences", g.All, len(g.Differences))
	}
	n := 0
	for _, s := range g.Kinds {
		n += s.N
	}
	if n != 50 {
		t.Errorf("the kinds hold %d", n)
	}
	same := Agree(a, a)
	if same.All.Kappa != 1 || len(same.Differences) != 0 {
		t.Errorf("one with itself: %+v", same.All)
	}
	var one, two project.Project
	one, two = judge(one, facts[0], true), judge(two, facts[0], true)
	if s := Agree(one, two).All; s.Known || s.Percent() != 100 {
		t.Errorf("where there is one answer there is no kappa: %+v", s)
	}
}

// Two who correct a fact agree where they correct it to the same.
func TestAgreementOnCorrections(t *testing.T) {
	c := modeltest.Corpus().Corpus
	mend := func(unit string) project.Project {
		p, err := project.Apply(c, project.Project{}, project.ShowRejected).Mend(c.Reports[0].Facts[0], project.Fields{"unit": unit}, project.Sign{})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if g := Agree(mend("万元"), mend("元")); g.All.Same != 0 || len(g.Differences) != 1 {
		t.Errorf("of two corrections %d are the same", g.All.Same)
	}
	if g := Agree(mend("万元"), mend("万元")); g.All.Same != 1 {
		t.Error("one correction made twice is not the same")
	}
}

func TestAgreementOnCodesAndAddedFacts(t *testing.T) {
	c := modeltest.Corpus().Corpus
	r := c.Reports[0]
	span := r.Facts[0].Place.Quote
	a := project.Apply(c, project.Project{}, project.HideRejected)
	mine := a.Code(r, span, "亮点", "", project.Sign{})
	mine = project.Apply(c, mine, project.HideRejected).Code(r, r.Facts[3].Place.Quote, "亮点", "", project.Sign{})
	theirs := a.Code(r, model.Span{Start: span.Start, End: span.End - len("元")}, "亮点", "", project.Sign{})
	theirs, err := project.Apply(c, theirs, project.HideRejected).Add(r, span, project.Fields{"kind": "park", "name": "新园"}, project.Sign{})
	if err != nil {
		t.Fatal(err)
	}
	g := Agree(mine, theirs)
	if len(g.Codes) != 1 || g.Codes[0].N != 2 || g.Codes[0].Same != 1 || len(g.Differences) != 2 {
		t.Errorf("%+v", g)
	}
}
