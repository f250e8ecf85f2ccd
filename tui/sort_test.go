package tui

import (
	"slices"
	"testing"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/pane"
)

// The order of the facts goes round by s, turns by S, and is named where it is
// not the text's own.
func TestFactsAreSortedAndTheOrderIsNamed(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	lacks(t, a, "顺序")
	typed(a, "s")
	shows(t, a, "产业集群 2  按名称拼音")
	typed(a, "home")
	if f := a.selected(); f.Name != "精品钢" {
		t.Errorf("%s stands first, not 精品钢 (jing before xin)", f.Name)
	}
	typed(a, "s", "S")
	shows(t, a, "按数值（倒序）")
	typed(a, "u", "u", "u")
	lacks(t, a, "按数值")
}

// The rows of indicators go by the column that the cursor is in.
func TestIndicatorsAreSortedByTheColumn(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3", "right", "s", "s")
	shows(t, a, "按数值（石铺区）")
	var values []string
	for _, r := range a.comparison().Rows() {
		if facts := r.Facts(1); len(facts) > 0 && facts[0].Quantity.BaseUnit == "亿元" {
			values = append(values, facts[0].Quantity.Value.String())
		}
	}
	if !slices.Equal(values[:2], []string{"158", "15.42"}) {
		t.Errorf("the column reads %v from above", values)
	}
	if first := a.comparison().Rows()[0]; first.Facts(1) == nil {
		t.Errorf("%s, of which the column says nothing, stands first", first.Indicator)
	}
}

// What is exported is in the order on screen.
func TestTheExportHasTheOrderOnScreen(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3", "right", "s", "s", "S")
	v := a.exported()
	if v.Order != query.ByValue || !v.Reverse || v.By.Name != "石铺区" {
		t.Errorf("exported by %v, reversed %t, of %v", v.Order, v.Reverse, v.By)
	}
}

// The palette says why there is nothing to sort.
func TestTheTableOfThemesHasOneOrder(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "f3", "tab", "s")
	shows(t, a, "这里只有一种次序")
}

// i says what a metric is counted as: its indicator, unit, and names.
func TestTheMeaningOfAnIndicator(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "i")
	shows(t, a, "光标不在指标上")
	typed(a, "}", "}", "}", "i")
	shows(t, a, "统一指标 地区生产总值，各区这样说")
	shows(t, a, "定义：一个地区所有常住单位")
	shows(t, a, "依据：国家统计局")
	shows(t, a, "单位 亿元，1 条")
	shows(t, a, "单位 %，1 条")
	shows(t, a, "石铺区")
	typed(a, "enter")
	if _, ok := a.focused().(*pane.Source); !ok || a.selected().Indicator != "地区生产总值" {
		t.Error("Enter does not lead to the sentence")
	}
}

// What is not known says so, names what is near, and tells what can be done.
func TestAnUnknownIndicatorSaysWhatToDo(t *testing.T) {
	corpus := sample(t, 1)
	for _, f := range corpus.Reports[0].Facts {
		if f.Kind == model.Metric {
			f.Name, f.Indicator = "新建高标准农田", ""
		}
	}
	for lang, said := range [][]string{
		model.Chinese: {"没有定义：", "相近的已知指标：高标准农田", "再按 e 改"},
		model.English: {"Not defined:", "A known indicator near it: 高标准农田", "change its"},
	} {
		a := browser(t, Options{Corpus: query.Of(corpus.Reports), Language: model.Lang(lang)}, 80, 24)
		typed(a, "}", "}", "}", "i")
		for _, s := range said {
			shows(t, a, s)
		}
	}
}
