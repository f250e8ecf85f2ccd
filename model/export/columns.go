package export

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/notes"
)

// column is one column of CSV and TSV: a key of the facts contract.
type column struct {
	key, zh string
	number  bool // written as a number, never guarded
	text    func(row) string
}

// row is a fact with what a reader left at it.
type row struct {
	*model.Fact
	note notes.Note
}

// columns are all columns in the order of the contract, and the reader's own
// behind them.
func columns() []column {
	return []column{
		{"kind", "类", false, func(r row) string { return r.Kind.String() }},
		{"district", "区县", false, func(r row) string { return r.Report.Head.District }},
		{"city", "市", false, func(r row) string { return r.Report.Head.City }},
		{"report", "报告文件", false, func(r row) string { return r.Report.File }},
		{"title", "报告标题", false, func(r row) string { return r.Report.Head.Title }},
		{"published", "发布日期", false, func(r row) string { return day(r.Report.Head.Published) }},
		{"name", "名称", false, func(r row) string { return r.Name }},
		{"indicator", "统一指标", false, func(r row) string { return r.Indicator }},
		{"value", "数值", true, func(r row) string { return decimal(r.HasValue, r.Quantity.Value) }},
		{"unit", "单位", false, func(r row) string { return r.Quantity.Unit }},
		{"base_value", "基本单位数值", true, func(r row) string { return decimal(r.HasValue, r.Quantity.Base) }},
		{"base_unit", "基本单位", false, func(r row) string { return r.Quantity.BaseUnit }},
		{"bound", "界限", false, func(r row) string { return bound(r.Fact) }},
		{"period", "时期", false, func(r row) string { return r.Period.Label }},
		{"change", "增减", false, func(r row) string { return r.Change }},
		{"rank", "位次", false, func(r row) string { return r.Rank }},
		{"stage", "阶段", false, func(r row) string { return string(r.Stage) }},
		{"tier", "级别", false, func(r row) string { return r.Tier }},
		{"group", "归属", false, func(r row) string { return r.Group }},
		{"themes", "主题", false, func(r row) string { return themes(r.Fact, model.Chinese, ";") }},
		{"quote", "原文摘录", false, func(r row) string { return r.Quote() }},
		{"sentence", "原文整句", false, func(r row) string { return r.Sentence() }},
		{"paragraph", "段", true, func(r row) string { return strconv.Itoa(r.Place.Paragraph) }},
		{"start", "起始字节", true, func(r row) string { return strconv.Itoa(r.Place.Quote.Start) }},
		{"end", "结束字节", true, func(r row) string { return strconv.Itoa(r.Place.Quote.End) }},
		{"line", "行", true, func(r row) string { return strconv.Itoa(r.Line()) }},
		{"flags", "存疑", false, func(r row) string { return flags(r.Fact) }},
		{"whole", "所属总量", false, func(r row) string { return r.Whole }},
		{"id", "编号", false, func(r row) string { return string(r.Key()) }},
		{"owner", "归属主体", false, func(r row) string { return r.Owner }},
		{"scope", "口径", false, func(r row) string { return r.Scope }},
		{"versus", "对比", false, func(r row) string { return r.Versus }},
		{"rule", "规则", false, func(r row) string { return r.Rule }},
		{"confidence", "置信度", true, func(r row) string { return strconv.FormatFloat(r.Confidence, 'g', -1, 64) }},
		{"page", "页", true, func(r row) string { return page(r.Fact) }},
		{"cell", "单元格", false, func(r row) string { return r.Place.Cell }},
		{"check", "核对", false, func(r row) string { return r.Mark.String() }},
		{"marked", "标记", false, func(r row) string { return map[bool]string{true: "1"}[r.note.Marked] }},
		{"note", "批注", false, func(r row) string { return r.note.Text }},
	}
}

// Columns are the keys that View.Columns may hold, in their usual order.
func Columns() []string {
	var keys []string
	for _, c := range columns() {
		keys = append(keys, c.key)
	}
	return keys
}

// label heads the column in the view's language; in English the key serves.
func (c column) label(l model.Lang) string { return l.Pick(c.zh, c.key) }

func decimal(has bool, d model.Decimal) string {
	if !has {
		return ""
	}
	return d.String()
}

// bound is the contract's sign, but empty for an exact number: a cell holding
// = alone would have to be guarded like a formula.
func bound(f *model.Fact) string {
	if f.Quantity.Bound == model.Exactly {
		return ""
	}
	return string(f.Quantity.Bound)
}

// page is the page of a paged file, or nothing.
func page(f *model.Fact) string {
	if f.Place.Page == 0 {
		return ""
	}
	return strconv.Itoa(f.Place.Page)
}

func themes(f *model.Fact, l model.Lang, sep string) string {
	words := make([]string, len(f.Themes))
	for i, t := range f.Themes {
		words[i] = t.Word(l)
	}
	return strings.Join(words, sep)
}

func flags(f *model.Fact) string {
	words := make([]string, len(f.Flags))
	for i, g := range f.Flags {
		words[i] = string(g)
	}
	return strings.Join(words, ";")
}
