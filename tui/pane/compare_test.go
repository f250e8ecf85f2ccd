package pane

import (
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/lang"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
)

// compared is a comparison's pane of w cells on reports.
func compared(w int, tab draw.Tab, reports ...*model.Report) *Compare {
	p := NewCompare(&draw.Look{Measure: cell.Measure{Ambiguous: 1}, Glyphs: draw.GlyphSet(true), Words: lang.Load(model.Chinese), Narrowest: w}, tab)
	p.SetSize(w, 20)
	p.SetComparison(compare.Districts(query.Of(reports), query.Filter{}))
	return p
}

// TestAColumnGivesWhatItDoesNotNeed: beside a district that says little, a long
// rank is read in full.
func TestAColumnGivesWhatItDoesNotNeed(t *testing.T) {
	long := metric("工业投资", "48.5", "%", "2022年1-11月")
	long.Rank = "全市同考核单元第一位次"
	short := metric("工业投资", "3", "%", "2021年")
	other := reported("2021-01-01", short)
	other.Head.District = "石铺区"
	p := compared(84, draw.TabIndicators, reported("2020-05-14", long), other)
	var row string
	for _, line := range p.Lines(true) {
		if s := line.String(); strings.Contains(s, "48.5%") {
			row = s
		}
	}
	for _, part := range []string{"2022.1-11", "●完", long.Rank} {
		if !strings.Contains(row, part) {
			t.Errorf("no %s in %q", part, row)
		}
	}
}

// TestACellTellsItsNumberWithItsPeriod at every width, whatever is left out
// behind; what is left out leaves a mark.
func TestACellTellsItsNumberWithItsPeriod(t *testing.T) {
	long := metric("工业技术改造投资", "1206.38", "亿元", "2022年1-11月")
	long.Rank, long.Change, long.Flags = "全市同考核单元第一位次", "+13.9%", []model.Flag{model.FlagScopeCity}
	other := reported("2021-01-01", long)
	other.Head.District = "石铺区"
	for w := 48; w <= 200; w++ {
		p := compared(w, draw.TabIndicators, reported("2020-05-14", long), other)
		row := p.Lines(true)[2].String()
		if !strings.Contains(row, "1206.38亿元 2022.1-11") {
			t.Errorf("%d cells: %q", w, row)
		}
		if !strings.Contains(row, long.Rank) && !strings.Contains(row, "…") {
			t.Errorf("%d cells: the rank is gone without a sign: %q", w, row)
		}
	}
}

// TestEveryColumnIsClicked: the cell under the pointer is the one selected,
// however wide its neighbours are.
func TestEveryColumnIsClicked(t *testing.T) {
	other := reported("2021-01-01", metric("林木", "3", "家", "2021年"))
	other.Head.District = "石铺区"
	p := compared(90, draw.TabIndicators, reported("2020-05-14", metric("工业投资", "48.5", "%", "2022年1-11月")), other)
	header := p.Lines(true)[1].String()
	for j, name := range []string{"岚江区", "石铺区"} {
		x := p.look.Measure.Width(header[:strings.Index(header, name)])
		if !p.Click(x+1, 3) || p.District().Name != name || p.place.Column != j {
			t.Errorf("a click on %s selects %s", name, p.District().Name)
		}
	}
}

// TestTheTablesAreNamedInANarrowPane: the order gives way to the tables' names,
// the number of districts does not.
func TestTheTablesAreNamedInANarrowPane(t *testing.T) {
	other := reported("2021-01-01", metric("林木", "3", "家", "2021年"))
	other.Head.District = "石铺区"
	for w := 54; w < 120; w += 7 {
		p := compared(w, draw.TabIndicators, reported("2020-05-14", metric("工业投资", "48.5", "%", "2022年1-11月")), other)
		p.look.RowOrder = "多区所述在前"
		tabs := p.Lines(true)[0].String()
		for tab := draw.TabIndicators; tab < draw.TabCount; tab++ {
			if name := p.look.Words.Text("tab." + tab.ID()); !strings.Contains(tabs, name) {
				t.Errorf("%d cells: no %s in %q", w, name, tabs)
			}
		}
		if p.fitting() < 2 && !strings.Contains(tabs, "1/2") {
			t.Errorf("%d cells: the number of districts is missing in %q", w, tabs)
		}
	}
}

// TestStagesStandUnderOneAnother: however long the periods before them are, one
// that is not stated among them.
func TestStagesStandUnderOneAnother(t *testing.T) {
	none := metric("林木", "3", "家", "")
	none.Period = model.Period{}
	p := compared(80, draw.TabIndicators, reported("2020-05-14", metric("工业投资", "48.5", "%", "2022年1-11月"),
		metric("税收", "12.5", "亿元", "2020年前三季度"), metric("产值", "3", "亿元", "2021年"), none))
	var at []int
	for _, line := range p.Lines(true) {
		if s := line.String(); strings.Contains(s, "●") {
			at = append(at, p.look.Measure.Width(s[:strings.Index(s, "●")]))
		}
	}
	if len(at) != 4 || at[0] != at[1] || at[1] != at[2] || at[2] != at[3] {
		t.Errorf("stages stand at %v", at)
	}
}
