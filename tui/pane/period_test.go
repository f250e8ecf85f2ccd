package pane

import (
	"testing"

	"qubi/model"
	"qubi/tui/lang"
)

// In English periods and ranks are told in English, in Chinese as written.
func TestPeriodsAndRanksInEnglish(t *testing.T) {
	en, zh := &Look{Words: lang.Load(model.English)}, &Look{Words: lang.Load(model.Chinese)}
	for want, p := range map[string]model.Period{
		"2023":         {Label: "2023年", From: model.MonthOf(2023, 1), To: model.MonthOf(2023, 12)},
		"2023 H1":      {Label: "2023年上半年", From: model.MonthOf(2023, 1), To: model.MonthOf(2023, 6)},
		"2020 Q1-Q3":   {Label: "2020年前三季度", From: model.MonthOf(2020, 1), To: model.MonthOf(2020, 9)},
		"2022 Jan-Nov": {Label: "2022年1-11月", From: model.MonthOf(2022, 1), To: model.MonthOf(2022, 11)},
		"2016-2020":    {Label: "十三五", From: model.MonthOf(2016, 1), To: model.MonthOf(2020, 12)},
		"end of 2020":  {Label: "2020年底", From: model.MonthOf(2020, 12), To: model.MonthOf(2020, 12), AsOf: true},
		"五年":           {Label: "五年"},
	} {
		if got := en.periodLabel(p); got != want {
			t.Errorf("%s in English is %q, want %q", p.Label, got, want)
		}
		if got := zh.periodLabel(p); got != p.Label {
			t.Errorf("%s in Chinese is %q", p.Label, got)
		}
	}
	for rank, want := range map[string]string{"全市第3": "city no. 3", "全省第12": "province no. 12", "全市第一": "全市第一", "": ""} {
		if got := en.rankWord(rank); got != want || zh.rankWord(rank) != rank {
			t.Errorf("%s is %q, want %q", rank, got, want)
		}
	}
}
