package scan

import (
	"fmt"
	"strings"
	"testing"

	"qubi/model"
)

// told writes what a text's numbers are, so that a table can be read.
func told(text string) string {
	var all []string
	for _, q := range Quantities(text, model.Span{End: len(text)}) {
		s := fmt.Sprintf("%s%s %s=%s", q.Bound, q.Value, q.Unit, q.Base)
		if q.Ranged {
			s += " range"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// A number is read whole, with its sign, its currency and its bound.
func TestNumbersAreReadWhole(t *testing.T) {
	for text, want := range map[string]string{
		"完成投资２，４６８万元":                           "=2468 万元=24680000",
		"完成投资12 468万元":                          "=12468 万元=124680000",
		"实现产值3 500.5亿元":                         "=3500.5 亿元=350050000000",
		"带动就业2万6000人":                           "=26000 人=26000",
		"培育企业3千零15家":                            "=3015 家=3015",
		"补助资金叁佰贰拾万元":                            "=3200000 元=3200000",
		"补助资金玖拾万零捌佰元":                           "=900800 元=900800",
		"带动投资零点八亿元":                             "=0.8 亿元=80000000",
		"人均增收三点二万元":                             "=3.2 万元=32000",
		"争取资金4.5个亿":                             "=4.5 亿=450000000",
		"新增贷款7个多亿":                              ">7 亿=700000000",
		"减税8个多亿元":                               ">8 亿元=800000000",
		"新开工3个亿元级项目":                            "=3 个=3",
		"民营经济占比七成二":                             "=7.2 成=72",
		"外贸占比四成半":                               "=4.5 成=45",
		"下降半成":                                  "=0.5 成=5",
		"覆盖率达到百分之百":                             "=100 %=100",
		"占比为万分之六":                               "=0.06 %=0.06",
		"人均奖补三十二元五角":                            "=32.5 元=32.5",
		"亩产十二斤半":                                "=12.5 斤=6.25",
		"利用外资2.2亿美金":                            "=2.2 亿美金=220000000",
		"合同外资US$3.6亿":                           "=3.6 亿美元=360000000",
		"购置设备￥450万元":                            "=450 万元=4500000",
		"工业投资增长负2.7%":                           "=-2.7 %=-2.7",
		"利润总额-3.4亿元":                            "=-3.4 亿元=-340000000",
		"净利润为－120万元":                            "=-120 万元=-1200000",
		"全年为企业减负6亿元":                            "=6 亿元=600000000",
		"税收超过了90亿元":                             ">90 亿元=9000000000",
		"项目至少有12个":                              ">=12 个=12",
		"时限最多为4个工作日":                            "<=4 个工作日=4",
		"亩均税收≥28万元":                             ">=28 万元=280000",
		"能耗＜0.6吨标煤":                             "<0.6 吨标煤=0.6",
		"新增企业两千到两千六百家":                          ">=2000 家=2000 range",
		"完成投资30 - 80亿元":                         ">=30 亿元=3000000000 range",
		"企业数量在30和50家之间":                         ">=30 家=30 range",
		"预期寿命达到80.2岁":                           "=80.2 岁=80.2",
		"供水能力4万m3/d":                            "=4 万m3/d=40000",
		"算力300PFLOPS":                           "=300 PFLOPS=300",
		"见 https://a.cn/q=%E5%8E%2024 。签约项目21个": "=21 个=21",
	} {
		if got := told(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// What is no whole number, or says only roughly how many, is no number.
func TestPartsOfNumbersAreNone(t *testing.T) {
	for _, text := range []string{
		"引进资金三四十亿元", "每户增收五六万元", "投资好几十亿元", "新增企业几十家", "达到4 0 亿元", "企业达到13 0家", "利润3万5元",
		"增长百分之三四十", "完成五分之二", "占百万分之七", "两千 六百 八十家", "面积□3平方公里", "增长2.5k个",
	} {
		if got := told(text); got != "" {
			t.Errorf("%s: %s, want none", text, got)
		}
	}
}
