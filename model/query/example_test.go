package query_test

import (
	"fmt"

	"qubi/model"
	"qubi/model/modeltest"
	"qubi/model/query"
)

func ExampleParseExpr() {
	corpus := modeltest.Corpus()
	expr, _ := query.ParseExpr("主题:招商 !进出口 值:>=46")
	for _, f := range corpus.Select(query.Filter{Expr: expr}) {
		fmt.Println(f.Report.Head.District, f.Name, f.Quantity.Words(model.Chinese), f.Period)
	}
	// Output:
	// 东湖区 签约项目 超过100个 2020年
	// 南港县 签约项目 46个 2021年前三季度
}

func ExampleParseExpr_error() {
	text := "投资 值:很多"
	_, err := query.ParseExpr(text)
	syntax := err.(*query.SyntaxError)
	fmt.Println(text[:syntax.At] + "^" + text[syntax.At:])
	fmt.Println(syntax.Message(model.Chinese))
	// Output:
	// 投资 值:^很多
	// “很多”不是数值条件，如 >100亿、<=8.6%、100-200亿
}

func ExamplePattern_Find() {
	for _, text := range []string{"重点项目", "市重點項目库"} {
		for _, span := range query.NewPattern("zdxm").Find(text) {
			fmt.Println(text[:span.Start] + "[" + text[span.Start:span.End] + "]" + text[span.End:])
		}
	}
	// Output:
	// [重点项目]
	// 市[重點項目]库
}

func ExampleIndex_Suggest() {
	corpus := modeltest.Corpus()
	expr, _ := query.ParseExpr("渔业")
	nothing := query.Filter{Themes: []model.Theme{model.ThemeTransport}, Expr: expr}
	for _, s := range corpus.Suggest(nothing) {
		fmt.Println("without", s.Drop[0].Label(model.English), "there are", s.Count)
	}
	// Output:
	// without theme:transport there are 2
	// without 渔业 there are 2
}
