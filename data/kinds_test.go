package data

import (
	"strings"
	"testing"

	"qubi/model"
)

// Numbers and times in the many ways in which people write them, read through the whole
// of the program: name, bound and value, unit, period, change.
func TestKindsOfWriting(t *testing.T) {
	for text, want := range map[string]string{
		"2017年起至2019年底，完成投资80亿元。":   "完成投资 =80 亿元 2017-2019年",
		"从2017年开始到2019年，完成投资80亿元。":  "完成投资 =80 亿元 2017-2019年",
		"2017年至今，完成投资80亿元。":         "完成投资 =80 亿元",
		"2017、2018、2019年，完成投资80亿元。": "完成投资 =80 亿元",
		"2020年4月至2021年7月，完成投资80亿元。": "完成投资 =80 亿元 2020年4月-2021年7月",
		"二○二一年，完成投资80亿元。":           "完成投资 =80 亿元 2021年",
		"前年，完成投资80亿元。":              "完成投资 =80 亿元 2020年",
		"一是2021年，完成投资80亿元。":         "完成投资 =80 亿元 2021年",
		"1.2021年，完成投资80亿元。":         "完成投资 =80 亿元 2021年",
		"㈡2021年，完成投资80亿元。":          "完成投资 =80 亿元 2021年",
		"‣ 完成投资80亿元。":               "完成投资 =80 亿元",
		"2021年起步区完成投资80亿元。":         "起步区完成投资 =80 亿元 2021年",
		"2021年，工业增速由4.2%降为-1.5%。":   "工业增速 =4.2 %; 工业增速 =-1.5 % 2021年",
		"2021年，出口下降-1.5%。":          "出口 =-1.5 % 2021年",
		"2021年，完成投资８０亿元，增长－２％。":     "完成投资 =80 亿元 2021年 -2％",
		"2021年，高新技术企业90家❶，就业3万人。":   "高新技术企业 =90 家 2021年; 就业 =3 万人 2021年",
		"2021年，实际利用外资折合人民币6亿元。":     "实际利用外资折合 =6 亿元 2021年",
		"2021年，万元生产总值能耗0.4吨标准煤/万元。": "万元生产总值能耗 =0.4 吨标准煤/万元 2021年",
	} {
		rep, err := Read("a.txt", []byte("槐荫区工作纪实\n\n发布日期:2022-02-01\n\n"+text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range rep.Facts {
			if f.Kind == model.Metric {
				got = append(got, strings.TrimSpace(f.Name+" "+string(f.Quantity.Bound)+f.Quantity.Value.String()+" "+f.Quantity.Unit+" "+strings.TrimSpace(f.Period.Label+" "+f.Change)))
			}
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("%s\n got %s\nwant %s", text, all, want)
		}
	}
}
