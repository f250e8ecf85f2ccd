package query_test

import (
	"fmt"
	"slices"
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// Every place of every report is listed once, in its paragraph, by date.
func TestConcordanceListsEveryPlace(t *testing.T) {
	ix := modeltest.Large(9)
	for _, word := range []string{"固定资产投资", "亿元", "gdzctz", "gt", "高铁 建设"} {
		p := query.NewPattern(word)
		want := 0
		for _, r := range ix.Reports {
			for _, s := range r.Paragraphs {
				want += len(p.Find(r.Quote(s)))
			}
		}
		hits := ix.Concordance(query.Filter{}, p)
		if len(hits) != want || want == 0 {
			t.Errorf("%s: %d hits, want %d", word, len(hits), want)
		}
		for _, h := range hits {
			if !h.Paragraph.Contains(h.Span) || h.Word() == "" {
				t.Fatalf("%s: %q in %v of %v", word, h.Word(), h.Span, h.Paragraph)
			}
		}
	}
}

// Facts are found by the size, the scope and the owner that they show.
func TestFilterFindsWhatAFactShows(t *testing.T) {
	reports := modeltest.Reports()
	f := reports[0].Facts[0]
	f.Scope, f.Owner = "不含农户", "云湖集团"
	ix := query.Of(reports)
	for text, want := range map[string]int{"千亿级": 2, "不含农户": 1, "云湖集团": 1, "qyj": 2} {
		expr, err := query.ParseExpr(text)
		if err != nil {
			t.Fatal(err)
		}
		filter := query.Filter{Expr: expr}
		got := ix.Select(filter)
		if slow := slices.DeleteFunc(ix.Select(query.Filter{}), func(x *model.Fact) bool { return !filter.Match(x) }); len(got) != want || !slices.Equal(got, slow) {
			t.Errorf("%s finds %d facts, one by one %d, want %d", text, len(got), len(slow), want)
		}
	}
}

func ExampleIndex_Concordance() {
	ix := modeltest.Corpus()
	for _, h := range ix.Concordance(query.Filter{}, query.NewPattern("济云高铁")) {
		fmt.Printf("%s %s [%s] %s\n", h.District.Name, h.Report.Head.Published.Format("2006-01"), h.Word(), h.Report.Quote(model.Span{Start: h.Span.End, End: h.Paragraph.End}))
	}
	// Output:
	// 东湖区 2021-01 [济云高铁] 开工。
	// 南港县 2022-01 [济云高铁] 南港段完成投资30亿元。
}
