package model_test

import (
	"testing"

	"qubi/model"
)

// A compound value stays as it was written, however it is reckoned.
func TestCompoundValuesAreToldAsWritten(t *testing.T) {
	for quote, want := range map[string]string{"办理时间31分48秒": "31分48秒", "平均3小时5分": "3小时5分", "1天2小时3分钟": "1天2小时3分钟", "第3次用时31分48秒": "31分48秒", "只需7分": "7分"} {
		doc := &model.Document{Text: quote}
		unit := map[bool]string{true: "秒", false: "分"}[quote[len(quote)-3:] == "秒"]
		if quote[len(quote)-3:] == "钟" {
			unit = "分钟"
		}
		f := &model.Fact{Report: &model.Report{Document: doc}, HasValue: true, Flags: []model.Flag{model.FlagCompoundVal},
			Quantity: model.Quantity{Value: model.Decimal{Coef: 1908}, Unit: unit}, Place: model.Place{Quote: model.Span{End: len(quote)}}}
		if n, u := f.Written(); n+u != want {
			t.Errorf("%s is told as %s%s", quote, n, u)
		}
	}
}
