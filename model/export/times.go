package export

import (
	"slices"

	"qubi/model"
	"qubi/model/compare"
)

// times is what the districts that have several reports state over time: of each
// indicator its numbers, and its targets with what became of them.
func (v View) times() listing {
	l := listing{noted: "words", columns: listColumns(v.Lang, slices.Concat([][3]string{{">district", "区县", "district"}, {">city", "市", "city"}, {"indicator", "指标", "indicator"}},
		numberColumns[:], [][3]string{{"<outcome", "结果", "outcome"}, {">outcome", "结果", "outcome"}, {"<result", "后续报告", "later report"}, {"#>result_value", "结果数值", "result_value"}, {">result_unit", "结果单位", "result_unit"}, {">reported", "结果发布日期", "reported"}})...)}
	l.rows = func(yield func(listed) bool) {
		named := v.namer()
		for _, t := range v.compare().Times() {
			section := named(t.District)[0]
			for _, line := range t.Lines {
				if !v.lineRows(section, t.District, line, yield) {
					return
				}
			}
		}
	}
	return l
}

// lineRows are the rows of one indicator of a district.
func (v View) lineRows(section string, d *model.District, line compare.Line, yield func(listed) bool) bool {
	row := func(facts []*model.Fact, behind ...string) bool {
		return yield(listed{section, slices.Concat([]string{d.Name, d.City, line.Indicator}, v.figures(facts[0]), behind), facts})
	}
	for _, p := range line.Points {
		if !row(p.Facts, "", "", "", "", "", "") {
			return false
		}
	}
	for _, o := range line.Outcomes {
		facts, behind := []*model.Fact{o.Target}, []string{o.State.Word(v.Lang), o.State.String(), "", "", "", ""}
		if r := o.Result; r != nil {
			facts = append(facts, r)
			date := dated(r.Report)
			behind = []string{o.State.Word(v.Lang), o.State.String(), v.figures(r)[0] + v.Lang.Pick("（", " (") + date + v.Lang.Pick("）", ")"),
				decimal(r.HasValue, r.Quantity.Value), r.Quantity.Unit, date}
		}
		if !row(facts, behind...) {
			return false
		}
	}
	return true
}
