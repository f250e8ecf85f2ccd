package tables_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"qubi/data"
	"qubi/model"
)

// facts are the facts of a file in a line each, with their cells.
func facts(t *testing.T, name string, raw []byte) string {
	t.Helper()
	r, _ := data.Read(name, raw)
	var b strings.Builder
	for _, f := range r.Facts {
		place := r.Origin(f.Place.Quote).Cell
		if f.Stage == model.Target {
			place = "target " + place
		}
		if f.Is(model.FlagShared) {
			fmt.Fprint(&b, f.Owner)
		} else if f.Owner != "" {
			fmt.Fprint(&b, f.Name)
		}
		fmt.Fprintln(&b, f.Indicator, f.Quantity.Value, f.Quantity.Unit, f.Period, f.Change, place)
	}
	return b.String()
}

// stored are the facts of a file of testdata/formats.
func stored(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile("../testdata/formats/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return facts(t, name, raw)
}

// Each format of a workbook gives the same facts, in the cells a reader would
// look them up in.
func TestWorkbooks(t *testing.T) {
	want := `地区生产总值 312.5 亿元 2020年  主要指标!C3
地区生产总值 352.8 亿元 2021年 +8.6% 主要指标!D3
固定资产投资 186.2 亿元 2020年  主要指标!C4
固定资产投资 206.3 亿元 2021年 +10.8% 主要指标!D4
一般公共预算收入 21.4 亿元 2020年  主要指标!C5
一般公共预算收入 23.9 亿元 2021年 +11.7% 主要指标!D5
`
	for _, name := range []string{"table.xlsx", "table.xls", "table.ods"} {
		if got := stored(t, name); got != want {
			t.Errorf("%s:\n%swant\n%s", name, got, want)
		}
	}
}

// Tables within texts, and those that a text draws.
func TestTables(t *testing.T) {
	rule := strings.Repeat("+----------", 12) + "+\n"
	for name, c := range map[string]struct{ text, want string }{
		"a.csv":      {"指标,单位,2021年,增长%\n地区生产总值,亿元,\"1,352.8\",-8.6\n", "地区生产总值 1352.8 亿元 2021年 -8.6% C2\n"},
		"a.html":     {"<html><body><p>2021年钢城区统计公报,单位:亿元</p><table><tr><th>指标名称</th><th>总量</th><th>同比增长%</th></tr><tr><td>1.地区生产总值</td><td>352.8</td><td>8.6</td></tr></table></body></html>", "地区生产总值 352.8 亿元 2021年 +8.6% table 1 row 2\n"},
		"a.txt":      {"2021年钢城区统计公报\n表1 主要指标\n指标\t单位\t绝对数\t比上年增长(%)\n地区生产总值\t亿元\t352.8\t8.6\n固定资产投资\t亿元\t206.3\t10.8\n", "地区生产总值 352.8 亿元 2021年 +8.6% \n固定资产投资 206.3 亿元 2021年 +10.8% \n"},
		"pipes.txt":  {"2021年钢城区统计公报\n主要农产品产量\n单位:吨 | |\n产品名称 | 产量 |\n粮食 | 3528 |\n#稻谷 | 1206 |\n油料 | 77 |\n", "粮食产量 3528 吨 2021年  \n 1206 吨 2021年  \n 77 吨 2021年  \n"},
		"boxes.txt":  {"2021年钢城区统计公报\n┌──────┬────┬────┐\n│指标 │2021年 │增长(%) │\n├──────┼────┼────┤\n│地区生产总值（亿元）│352.8│8.6│\n├──────┼────┼────┤\n│固定资产投资（亿元） │ 206.3 │ 10.8│\n└──────┴────┴────┘\n", "地区生产总值 352.8 亿元 2021年 +8.6% \n固定资产投资 206.3 亿元 2021年 +10.8% \n"},
		"plus.txt":   {"2021年钢城区统计公报\n" + rule + "| 指标 | 单位 | 2021年 |\n" + rule + "| 地区生产总值 | 亿元 | 352.8 |\n" + rule + "| 固定资产投资 | 亿元 | 206.3 |\n" + rule, "地区生产总值 352.8 亿元 2021年  \n固定资产投资 206.3 亿元 2021年  \n"},
		"spaced.txt": {"2021年钢城区统计公报\n表1 主要指标\n指标 单位 2021年 增长（%）\n地区生产总值 亿元 352.8 8.6\n固定资产投资 亿元 206.3 -10.8\n注 本表 为 快报数\n", "地区生产总值 352.8 亿元 2021年 +8.6% \n固定资产投资 206.3 亿元 2021年 -10.8% \n"},
		"words.txt":  {"2021年钢城区工作报告\n项目 名称 投资 3\n一 是 抓好 12\n二 是 抓好 13\n三 是 抓好 14\n", ""},
		"cells.txt": {"2021年钢城区统计公报\n指 标\n\n产 量\n\n比上年增长(%)\n\n粮食播种面积\n\n7369公顷\n\n2.3\n\n油料产量\n\n334吨\n\n-8.9\n\n蔬菜产量\n\n43247吨\n\n1.9\n\n全年造林面积6万亩。\n",
			"粮食播种面积 7369 公顷 2021年 +2.3% \n 334 吨 2021年 -8.9% \n 43247 吨 2021年 +1.9% \n 6 万亩 2021年  \n"},
		"years.csv": {"年份,地区生产总值(亿元),比上年增长(%),排名,固定资产投资(亿元)\n2018年,300.1,6.5,3,120\n2019,320.5,-6.8,2,130.5\n",
			"地区生产总值 300.1 亿元 2018年 +6.5% B2\n固定资产投资 120 亿元 2018年  E2\n地区生产总值 320.5 亿元 2019年 -6.8% B3\n固定资产投资 130.5 亿元 2019年  E3\n"},
		"several.csv": {"2021年各区县主要指标\n区县,税收收入(亿元),增长(%)\n钢城区,21.4,8.6\n莱芜区,33.5,7.1\n", "钢城区税收收入 21.4 亿元 2021年 +8.6% B3\n莱芜区税收收入 33.5 亿元 2021年 +7.1% B4\n"},
		"b.csv":       {"名次,区县,得分\n1,济阳区,98\n", ""},
	} {
		if got := facts(t, name, []byte(c.text)); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

// problems is what a file's problems say of its tables.
func problems(name, raw string) string {
	_, err := data.Read(name, []byte(raw))
	var list data.ErrorList
	errors.As(err, &list)
	var b strings.Builder
	for _, e := range list {
		if told := (*data.TableError)(nil); errors.As(e, &told) {
			fmt.Fprintln(&b, told.Numbers, told.Why, told.First)
		}
	}
	return b.String()
}
