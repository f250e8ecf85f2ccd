package draw

import (
	"testing"

	"qubi/model"
	"qubi/model/lang"
)

// In English periods and ranks are told in English, in Chinese as written.
func TestPeriodsAndRanksInEnglish(t *testing.T) {
	en, zh := &Look{Words: lang.Load(model.English)}, &Look{Words: lang.Load(model.Chinese)}
	for want, p := range map[string]model.Period{
		"2023":             {Label: "2023年", From: model.MonthOf(2023, 1), To: model.MonthOf(2023, 12)},
		"2023 H1":          {Label: "2023年上半年", From: model.MonthOf(2023, 1), To: model.MonthOf(2023, 6)},
		"2020 Q1-Q3":       {Label: "2020年前三季度", From: model.MonthOf(2020, 1), To: model.MonthOf(2020, 9)},
		"2022 Jan-Nov":     {Label: "2022年1-11月", From: model.MonthOf(2022, 1), To: model.MonthOf(2022, 11)},
		"2016-2020":        {Label: "十三五", From: model.MonthOf(2016, 1), To: model.MonthOf(2020, 12)},
		"end of 2020":      {Label: "2020年底", From: model.MonthOf(2020, 12), To: model.MonthOf(2020, 12), AsOf: true},
		"2023-03-20":       {Label: "2023年3月20日", From: model.MonthOf(2023, 3), To: model.MonthOf(2023, 3)},
		"2020-11-01":       {Label: "2020年11月1日零时", From: model.MonthOf(2020, 11), To: model.MonthOf(2020, 11), AsOf: true},
		"5 years":          {Label: "五年"},
		"next 3 years":     {Label: "未来三年"},
		"each year":        {Label: "每年"},
		"to Oct":           {Label: "截至10月"},
		"Jan-Nov":          {Label: "1-11月"},
		"十五年来":             {Label: "十五年来"},
		"up to 2021-03-20": {Label: "截至2021年3月20日", From: model.MonthOf(2021, 3), To: model.MonthOf(2021, 3), AsOf: true},
	} {
		if got := en.Period(p); got != want {
			t.Errorf("%s in English is %q, want %q", p.Label, got, want)
		}
		if got := zh.Period(p); got != p.Label {
			t.Errorf("%s in Chinese is %q", p.Label, got)
		}
	}
	plan := model.Period{Label: "十三五", From: model.MonthOf(2016, 1), To: model.MonthOf(2020, 12)}
	for want, f := range map[string]*model.Fact{"[2016-2020]": {Kind: model.Metric, Within: plan}, "no date": {Kind: model.Metric}} {
		if got := en.period(f, true).String(); got != want {
			t.Errorf("a number without a period shows %q, want %q", got, want)
		}
	}
	for rank, want := range map[string]string{"全市第3": "city 3rd", "全省第12": "province 12th", "全市第一": "city 1st", "全国第二十二位": "nation 22nd", "增速全市第十一": "增速 city 11th",
		"全省省级以上开发区前30强": "全省省级以上开发区 top 30", "第90位": "90th", "前列": "前列", "全市第二单元考核第一位": "全市第二单元考核第一位", "": ""} {
		if got := en.RankWord(rank); got != want || zh.RankWord(rank) != rank {
			t.Errorf("%s is %q, want %q", rank, got, want)
		}
	}
}
