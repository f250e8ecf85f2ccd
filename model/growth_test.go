package model_test

import (
	"testing"

	"qubi/model"
)

// A fall told by a word is shown with its sign, once; a name that tells it needs none.
func TestAFallIsShownAsOne(t *testing.T) {
	for _, c := range []struct {
		name, change  string
		value, base   int64
		shown, beside string
	}{
		{"固定资产投资", "-9%", 9, -9, "-9", ""},
		{"固定资产投资", "", -9, -9, "-9", ""},
		{"固定资产投资", "+9%", 9, 9, "9", "+9%"},
		{"单位GDP能耗降幅", "-3%", 3, -3, "3", ""},
		{"税收收入", "-9%", 120, 120, "120", "-9%"},
	} {
		f := &model.Fact{Kind: model.Metric, Name: c.name, Change: c.change, HasValue: true,
			Quantity: model.Quantity{Value: model.Decimal{Coef: c.value}, Base: model.Decimal{Coef: c.base}, Unit: "%", BaseUnit: "%"}}
		f.Quantity.Bound = model.AtLeast
		if fall := f.Stated().Value.Coef < 0 && c.value > 0; (f.Stated().Bound == model.AtMost) != fall {
			t.Errorf("%s %d以上 has the bound %s", c.name, c.base, f.Stated().Bound)
		}
		if n, _ := f.Written(); n != c.shown || f.Stated().Value.String() != c.shown || f.Beside() != c.beside {
			t.Errorf("%s %d: shown %s, beside it %q", c.name, c.base, n, f.Beside())
		}
	}
}
