package pane

import (
	"slices"
	"strings"
	"testing"
	"time"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/query"
	"qubi/tui/cell"
	"qubi/tui/draw"
)

// reported is a report of 岚江区 that states facts.
func reported(published string, facts ...model.Fact) *model.Report {
	date, _ := time.Parse(time.DateOnly, published)
	r := &model.Report{Document: &model.Document{Head: model.Head{District: "岚江区", Published: date}}}
	for i := range facts {
		facts[i].Report = r
		r.Facts = append(r.Facts, &facts[i])
	}
	return r
}

// shown is a pane on reports of one district in w cells, tall enough for all.
func shown(w int, reports ...*model.Report) *District {
	c := query.Of(reports)
	p := NewDistrict(&draw.Look{Measure: cell.Measure{Ambiguous: 1}, Glyphs: draw.GlyphSet(true), Words: lang.Load(model.Chinese), Narrowest: w}, c.Districts[0])
	p.SetSize(w, 60)
	var all []*model.Fact
	for _, r := range c.Districts[0].Reports {
		all = append(all, r.Facts...)
	}
	p.SetFacts(all)
	return p
}

// linesWith are the pane's lines that hold a text, blanks drawn together.
func linesWith(p *District, s string) (found []string) {
	for _, line := range p.Lines(true) {
		if text := line.String(); strings.Contains(text, s) {
			found = append(found, strings.Join(strings.Fields(strings.TrimPrefix(text, "▸")), " "))
		}
	}
	return found
}

// TestSayingTheSameTwiceIsOneRow: a park that two reports name in the same
// words takes one row, which says how often; what one of them says otherwise
// has a row of its own right beside, each with its report's month.
func TestSayingTheSameTwiceIsOneRow(t *testing.T) {
	p := shown(60,
		reported("2020-05-14", model.Fact{Kind: model.Park, Name: "软件谷"}, model.Fact{Kind: model.Park, Name: "科技园", Group: "六园"}, model.Fact{Kind: model.Park, Name: "物流园"}),
		reported("2023-05-14", model.Fact{Kind: model.Park, Name: "软件谷"}, model.Fact{Kind: model.Park, Name: "科技园", Group: "两城"}))
	for name, want := range map[string][]string{
		"软件谷": {"软件谷 ×2"}, "科技园": {"科技园 2023-05 两城", "科技园 2020-05 六园"}, "物流园": {"物流园"},
	} {
		if got := linesWith(p, name); !slices.Equal(got, want) {
			t.Errorf("shown of %s: %q, want %q", name, got, want)
		}
	}
}

// TestAThingAtTwoStagesIsOneRow, which tells both, and the tier that one of the
// reports gives it.
func TestAThingAtTwoStagesIsOneRow(t *testing.T) {
	p := shown(60, reported("2020-05-14", model.Fact{Kind: model.Cluster, Name: "食品", Tier: "百亿级", Stage: model.Target}),
		reported("2020-05-20", model.Fact{Kind: model.Cluster, Name: "食品产业", Stage: model.Existing}))
	if got, want := linesWith(p, "食品"), []string{"食品产业 ×2 百亿级 ●有○目"}; !slices.Equal(got, want) {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

// TestReportsOfOneMonthAreToldApartByTheDay, where their month would not.
func TestReportsOfOneMonthAreToldApartByTheDay(t *testing.T) {
	p := shown(60, reported("2020-05-14", model.Fact{Kind: model.Cluster, Name: "食品", Tier: "百亿级"}),
		reported("2020-05-20", model.Fact{Kind: model.Cluster, Name: "食品", Tier: "千亿级"}))
	if got, want := linesWith(p, "食品"), []string{"食品 2020-05-20 千亿级", "食品 2020-05-14 百亿级"}; !slices.Equal(got, want) {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

// TestNumbersOfOneReportNeedNoDate: two values of one name and period, told by
// one report, differ by themselves.
func TestNumbersOfOneReportNeedNoDate(t *testing.T) {
	p := shown(60, reported("2020-05-14", model.Fact{Kind: model.Park, Name: "软件谷", Group: "六园"}, model.Fact{Kind: model.Park, Name: "软件谷", Group: "两城"}),
		reported("2023-05-14", model.Fact{Kind: model.Park, Name: "物流园"}))
	if got, want := linesWith(p, "软件谷"), []string{"软件谷 六园", "软件谷 两城"}; !slices.Equal(got, want) {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

// TestAProjectThatIsAParkSaysSo, so that its two rows do not look like a slip.
func TestAProjectThatIsAParkSaysSo(t *testing.T) {
	p := shown(60, reported("2020-05-14", model.Fact{Kind: model.Park, Name: "软件谷"}, model.Fact{Kind: model.Project, Name: "软件谷", Stage: model.Building}))
	if got, want := linesWith(p, "软件谷"), []string{"软件谷", "软件谷 亦园区 ◐在建"}; !slices.Equal(got, want) {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

// TestGoingToATwinShowsIt: a search or a view that goes to a fact whose row
// stands for several finds that very fact under the cursor.
func TestGoingToATwinShowsIt(t *testing.T) {
	said := func(published, text string) *model.Report {
		place := model.Place{Quote: model.Span{End: len(text)}, Sentence: model.Span{End: len(text)}, Paragraph: 1}
		r := reported(published, model.Fact{Kind: model.Park, Name: "软件谷", Place: place})
		r.Text, r.Original = text, text
		return r
	}
	old, young := said("2020-05-14", "建设软件谷"), said("2023-05-14", "软件谷开园")
	p := shown(120, old, young)
	for _, f := range []*model.Fact{young.Facts[0], old.Facts[0], young.Facts[0]} {
		if !p.Show(f) || p.Selected() != f {
			t.Errorf("%s: %v is under the cursor", f.Report.Head.Published, p.Selected())
		}
		if got := linesWith(p, f.Quote()); len(got) != 1 {
			t.Errorf("of %q is shown %q", f.Quote(), got)
		}
	}
}
