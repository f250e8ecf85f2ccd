package export_test

import (
	"io"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// TestARankStandsInTheValuesPlace: a metric that is a place in an order reads
// 全市第一 in the tables people read, never 1名; programs read value and unit as
// the contract has them.
func TestARankStandsInTheValuesPlace(t *testing.T) {
	reports := modeltest.Reports()
	f := reports[0].Facts[0]
	for _, f = range reports[0].Facts {
		if f.Kind == model.Metric {
			break
		}
	}
	one := model.Decimal{Coef: 1}
	f.HasValue, f.Rank, f.Quantity = true, "全市第一", model.Quantity{Value: one, Base: one, Unit: "名", BaseUnit: "名", Bound: model.Exactly}
	corpus := query.Of(reports)
	for _, kind := range []export.Kind{export.SideBySide, export.Indicators} {
		v := export.View{Kind: kind, Corpus: corpus, Lang: model.Chinese}
		if md := written(t, export.Markdown, v); strings.Contains(md, "1名") || !strings.Contains(md, "全市第一") {
			t.Errorf("%s: the rank is written as %s", kind, md)
		}
	}
	v := export.View{Corpus: corpus, Lang: model.Chinese}
	if lines := written(t, export.JSONLines, v); !strings.Contains(lines, `"value":1,"unit":"名"`) {
		t.Error("the contract has no value 1 in 名")
	}
}

// Who asks for a ranking by what there is not learns which name is none, and what
// there is.
func TestARankingByNothingNamesWhatWasAsked(t *testing.T) {
	for of, want := range map[string]string{"主题:产业x": `no theme "产业x"; there are: 产业, 招商`, "主题:产业 类:园x": `no kind "园x"; there are: 产业集群`,
		"编码:none": `no passage has the code "none"`, "无此行": `no row "无此行"; there are: `} {
		err := export.Write(io.Discard, export.CSV, export.View{Kind: export.Ranking, Of: of, Corpus: modeltest.Corpus(), Lang: model.English})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", of, err)
		}
	}
}

// What was chosen is told with how the choices go together.
func TestChoicesAreJoined(t *testing.T) {
	v := export.View{Corpus: modeltest.Corpus(), Lang: model.Chinese, Filter: query.Filter{Themes: []model.Theme{model.ThemeIndustry, model.ThemeInvestment}, Kinds: []model.Kind{model.Metric}}}
	for _, both := range []bool{false, true} {
		v.Filter.AllThemes = both
		joint := map[bool]string{false: "或", true: "和"}[both]
		if md := written(t, export.Markdown, v); !strings.Contains(md, "主题:产业 "+joint+" 主题:招商，类:指标") {
			t.Errorf("both %v: %.200s", both, md)
		}
	}
}
