package export_test

import (
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
