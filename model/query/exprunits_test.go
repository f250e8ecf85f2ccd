package query

import (
	"strings"
	"testing"

	"qubi/model"
)

// TestUnitsOfTheCorpus states that a unit no number has is told at its place,
// and that no unit is refused while it is typed.
func TestUnitsOfTheCorpus(t *testing.T) {
	c := Of([]*model.Report{{Document: &model.Document{Head: model.Head{District: "甲区"}}, Facts: []*model.Fact{
		{HasValue: true, Quantity: model.Quantity{Value: model.Decimal{Coef: 3}, Unit: "亿元", Base: model.Decimal{Coef: 3, Exp: 8}, BaseUnit: "元"}},
		{HasValue: true, Quantity: model.Quantity{Value: model.Decimal{Coef: 5}, Unit: "公里", Base: model.Decimal{Coef: 5}, BaseUnit: "公里"}}}}})
	for text, want := range map[string]string{
		"值:>10": "", "值:>10亿": "", "值:>10万": "", "值:>10万元": "", "值:>5公": "", "值:1-2公里": "", "值:>10亿元": "",
		"值:>10x": "x", "甲 值:>5公里x": "公里x", "值:>5公斤": "公斤", "值:1-2个": "个",
	} {
		e, err := ParseExpr(text)
		if err != nil {
			t.Fatal(err)
		}
		switch wrong, _ := c.CheckUnits(e).(*SyntaxError); {
		case want == "" && wrong != nil:
			t.Errorf("%s is refused: %v", text, wrong)
		case want != "" && wrong == nil:
			t.Errorf("%s is taken", text)
		case want != "" && (text[wrong.At-len(":"):wrong.At] != ":" || !strings.Contains(wrong.Message(model.Chinese), "没有单位“"+want+"”，可用：亿元 公里")):
			t.Errorf("%s gives %q at %d", text, wrong.Message(model.Chinese), wrong.At)
		}
	}
	for text, known := range map[string]bool{"单位:元": true, "单位:公里,x": true, "单位:xx": false, "!单位:xx": true} {
		e, _ := ParseExpr(text)
		if got := c.UnknownUnit(e, model.English); (got == "") != known {
			t.Errorf("%s gives %q", text, got)
		}
	}
}
