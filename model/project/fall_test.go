package project_test

import (
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/project"
)

// A fall whose number is mended stays a fall, until a person says that it is none.
func TestAMendedFallIsAFall(t *testing.T) {
	for _, c := range []struct {
		set          Fields
		base, change string
	}{
		{Fields{"value": "6.2"}, "-6.2", "-6.2%"},
		{Fields{"value": "-6.2"}, "-6.2", "-6.2%"},
		{Fields{"change": "+5.5%"}, "5.5", "+5.5%"},
		{Fields{"value": "6.2", "change": ""}, "6.2", ""},
		{Fields{"stage": "target"}, "-5.5", "-5.5%"},
	} {
		raw := modeltest.Corpus().Corpus
		f := named(t, raw, "财政收入")
		value := model.Decimal{Coef: 55, Exp: -1}
		f.Quantity.Value, f.Quantity.Unit, f.Quantity.Base, f.Quantity.BaseUnit = value, "%", model.Decimal{Coef: -55, Exp: -1}, "%"
		f.Change = "-5.5%"
		p, err := Apply(raw, Project{}, HideRejected).Mend(f, c.set, sign("李", 1))
		if err != nil {
			t.Fatal(err)
		}
		got := named(t, Apply(raw, p, HideRejected).Corpus, "财政收入")
		if got.Quantity.Base.String() != c.base || got.Change != c.change {
			t.Errorf("%v: %s, changed by %s; want %s, %s", c.set, got.Quantity.Base, got.Change, c.base, c.change)
		}
	}
}
