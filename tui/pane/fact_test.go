package pane

import (
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"qubi/tui/table"
)

// metric is a fact with a number.
func metric(name, number, unit, period string) model.Fact {
	d, _ := model.ParseDecimal(number)
	return model.Fact{Kind: model.Metric, Name: name, HasValue: true, Stage: model.Achieved,
		Quantity: model.Quantity{Value: d, Unit: unit, Base: d, BaseUnit: unit, Bound: model.Exactly}, Period: model.Period{Label: period, To: 1}}
}

// TestAPlaceInAnOrderIsToldByItsRank: 1名 would read as one person; a rank that
// is too long for the column of numbers stands beside it in full.
func TestAPlaceInAnOrderIsToldByItsRank(t *testing.T) {
	short, long, people := metric("GDP增幅", "1", "名", "2020年"), metric("综合考评", "1", "名", "2020年"), metric("引进人才", "5", "名", "2020年")
	short.Rank, long.Rank = "全市第一", "全市同考核单元第一"
	people.Quantity.BaseUnit, people.Rank = "人", "全市第二"
	p := shown(80, reported("2020-05-14", short, long, people))
	for name, want := range map[string]string{"GDP": "GDP增幅 全市第一 2020年 ●完成", "引进": "引进人才 5名 2020年 ●完成 全市第二"} {
		if got := linesWith(p, name); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("shown of %s: %q, want %q", name, got, want)
		}
	}
	if got := linesWith(p, "第1名"); len(got) != 1 || len(linesWith(p, long.Rank)) != 1 {
		t.Errorf("the long rank is shown as %q", p.Lines(true))
	}
}

// TestNothingOfAMetricIsCut: at every width that a pane may have, a metric's
// name, number, unit, period, stage, growth and rank can be read, and a number
// stands in one line with its period.
func TestNothingOfAMetricIsCut(t *testing.T) {
	one := metric("全区规模以上工业增加值累计完成额", "1206.38", "亿元", "2022年1-11月")
	one.Change, one.Rank = "+13.9%", "全市第3"
	two := metric("工程建设许可", "10", "个工作日", "2020年")
	for w := 32; w <= 130; w++ {
		for _, ambiguous := range []int{1, 2} {
			p := shown(w, reported("2020-05-14", one, two))
			p.look.Measure, p.look.Glyphs = cell.Measure{Ambiguous: ambiguous}, draw.GlyphSet(ambiguous == 1)
			all, period := "", false
			for _, line := range p.Lines(true)[4:] {
				s := line.String()
				all += strings.TrimSpace(strings.TrimLeft(s, "▸>"))
				period = period || strings.Contains(s, "1206.38亿元") && strings.Contains(s, "2022") && strings.Contains(s, "1-11")
			}
			for _, part := range []string{"+13.9%", "全市第3", "10个工作日", "完"} {
				if !strings.Contains(all, part) {
					t.Errorf("%d cells, ambiguous %d: no %s in %q", w, ambiguous, part, all)
				}
			}
			if !period {
				t.Errorf("%d cells, ambiguous %d: a number without its period", w, ambiguous)
			}
			if strings.Contains(all, p.look.Glyphs.More) {
				t.Errorf("%d cells, ambiguous %d: something is cut: %q", w, ambiguous, all)
			}
		}
	}
}

// TestColumnsStandUnderOneAnother: periods begin in one column, and where there
// is room digits end in one, whatever a lone long unit takes; in a narrow pane
// figures end in one with their units.
func TestColumnsStandUnderOneAnother(t *testing.T) {
	m := cell.Measure{Ambiguous: 1}
	at := func(s, of string) int { return m.Width(of[:strings.Index(of, s)]) }
	for _, w := range []int{40, 70} {
		p := shown(w, reported("2020-05-14", metric("投资", "206.3", "亿元", "2020年"), metric("企业", "3", "家", "2021年"), metric("审批时限", "10", "个工作日", "2022年")))
		ends, periods := map[int]bool{}, map[int]bool{}
		for _, line := range p.Lines(true) {
			s := line.String()
			for unit, year := range map[string]string{"亿元": "2020", "家": "2021", "个工作日": "2022"} {
				switch {
				case !strings.Contains(s, unit):
				case w == 40:
					ends[at(unit, s)+m.Width(unit)], periods[at(year, s)] = true, true
				case unit != "个工作日":
					ends[at(unit, s)], periods[at(year, s)] = true, true
				}
			}
		}
		if len(ends) != 1 || len(periods) != 1 {
			t.Errorf("%d cells: figures end at %v, periods begin at %v", w, ends, periods)
		}
	}
}

// TestEveryRowIsReached: with names that take several lines, the cursor goes
// through all facts and is always in sight; the wheel reaches the last.
func TestEveryRowIsReached(t *testing.T) {
	var facts []model.Fact
	for _, name := range strings.Fields("短 重点建设项目年度累计完成投资额占比 中小企业 规模以上工业企业技术改造投资增长 安置房 新改扩建城乡道路交通设施条数 尾") {
		facts = append(facts, metric(name, "1", "个", "2022年1-11月"))
	}
	p := shown(36, reported("2020-05-14", facts...))
	p.SetSize(36, 12)
	seen := map[string]bool{}
	p.Move(table.First)
	for range facts {
		f := p.Selected()
		seen[f.Name] = true
		if !slices.ContainsFunc(p.Lines(true), func(l cell.Line) bool { return strings.HasPrefix(l.String(), "▸") }) {
			t.Errorf("the cursor on %s is out of sight", f.Name)
		}
		p.Move(table.Down)
	}
	if len(seen) != len(facts) {
		t.Errorf("reached %d of %d", len(seen), len(facts))
	}
	p.Move(table.First)
	for range facts {
		p.Scroll(3)
	}
	if len(linesWith(p, "尾")) != 1 {
		t.Errorf("the wheel does not reach the end: %q", p.Lines(true))
	}
}

// TestAGrowthIsNotShownAsALevel: 固定资产投资 27.8% reads as nonsense; the word
// that the indicator adds is shown behind the name as the report has it.
func TestAGrowthIsNotShownAsALevel(t *testing.T) {
	one, said := metric("固定资产投资", "27.8", "%", "2022年"), metric("税收增幅", "3", "%", "2022年")
	one.Indicator, said.Indicator = "固定资产投资增速", "税收增速"
	p := shown(60, reported("2023-01-11", one, said))
	for name, want := range map[string]string{"固定": "固定资产投资增速 27.8%", "税收": "税收增幅 3%"} {
		if got := linesWith(p, name); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("shown of %s: %q, want %q", name, got, want)
		}
	}
}

// TestAnEmptyKindIsNotShownAsOpen: a heading with nothing below has no mark.
func TestAnEmptyKindIsNotShownAsOpen(t *testing.T) {
	p := shown(60, reported("2023-01-11", metric("税收", "3", "亿元", "2022年")))
	if got := linesWith(p, "▾"); len(got) != 1 || !strings.Contains(got[0], "指标") {
		t.Errorf("shown as open: %q", got)
	}
}

// TestLockedPanesStandOnOneLine: going to another pane's indicator brings it to
// the same line of the screen, where the list is long enough on both sides.
func TestLockedPanesStandOnOneLine(t *testing.T) {
	many := func(before int) *District {
		var facts []model.Fact
		for i := range before + 40 {
			name := "指标" + string([]rune("甲乙丙丁戊己庚辛")[i%8]) + string([]rune("子丑寅卯辰巳午未申")[i/8])
			if i == before {
				name = "固定资产投资"
			}
			facts = append(facts, metric(name, "1", "个", "2022年1-11月"))
		}
		p := shown(60, reported("2020-05-14", facts...)) // wide enough for a line each
		p.SetSize(60, 20)
		return p
	}
	here, there := many(20), many(31)
	for _, f := range here.byKind[model.Metric] {
		if f.Name == "固定资产投资" {
			here.Show(f)
		}
	}
	there.Seek(here.Where())
	if got, want := there.Where(), here.Where(); got != want {
		t.Errorf("locked to %+v, the other pane stands at %+v", want, got)
	}
}

// Hits are lit in rows that were drawn before without, and go out again.
func TestLightComesAndGoes(t *testing.T) {
	p := shown(80, reported("2020-05-14", metric("固定资产投资", "89", "亿元", "2020年")))
	lit := func() (n int) {
		for _, line := range p.Lines(false) {
			for _, s := range line {
				if s.Role&style.Lit != 0 {
					n++
				}
			}
		}
		return n
	}
	if lit() != 0 {
		t.Error("lit before anything is searched for")
	}
	p.look.Lit = func(s string) []model.Span {
		if at := strings.Index(s, "资产"); at >= 0 {
			return []model.Span{{Start: at, End: at + len("资产")}}
		}
		return nil
	}
	if lit() != 1 {
		t.Errorf("%d hits are lit", lit())
	}
	if p.look.Lit = nil; lit() != 0 {
		t.Error("lit when the search is over")
	}
}
