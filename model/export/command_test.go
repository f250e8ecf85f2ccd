package export

import (
	"testing"

	"qubi/model"
	"qubi/model/query"
)

func TestCommand(t *testing.T) {
	namesakes := query.Of([]*model.Report{
		{Document: &model.Document{Head: model.Head{District: "市中区", City: "济南市"}}},
		{Document: &model.Document{Head: model.Head{District: "市中区", City: "枣庄市"}}},
		{Document: &model.Document{Head: model.Head{District: "济阳区", City: "济南市"}}},
	})
	expr, err := query.ParseExpr("增长 值:>100亿 !it's")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		want   string
		view   View
		format Format
		paths  []string
	}{
		{"qubi export --lang zh", View{}, Markdown, nil},
		{"qubi export --view indicators --theme 产业,招商 --format csv --lang en reports/ 'my report.txt' ./-x",
			View{Kind: Indicators, Lang: model.English, Filter: query.Filter{Themes: []model.Theme{model.ThemeIndustry, model.ThemeInvestment}}},
			CSV, []string{"reports/", "my report.txt", "-x"}},
		{"qubi export --district 枣庄市市中区,济阳区 --lang zh",
			View{Filter: query.Filter{Districts: []model.DistrictID{{Name: "市中区", City: "枣庄市"}, {Name: "济阳区", City: "济南市"}}}}, Markdown, nil},
		{`qubi export --kind 指标 --stage 目标 --filter '增长 值:>100亿 !it'\''s' --sort value --reverse --lang zh`,
			View{Order: query.ByValue, Reverse: true, Filter: query.Filter{Kinds: []model.Kind{model.Metric}, Stages: []model.Stage{model.Target}, Expr: expr}}, Markdown, nil},
	} {
		test.view.Corpus = namesakes
		if got := Command(test.view, test.format, test.paths); got != test.want {
			t.Errorf("the command is\n\t%s, want\n\t%s", got, test.want)
		}
	}
}
