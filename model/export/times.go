package export

import (
	"slices"

	"qubi/model"
	"qubi/model/compare"
)

// times is what the districts that have several reports state over time: of each
// indicator its numbers, and its targets with what became of them.
func (v View) times() listing {
	named := v.namer()
	return listing{noted: "words", columns: headings(v.Lang, slices.Concat([]string{">district", ">city", "indicator/course"},
		numberColumns[:], []string{"<outcome", ">outcome", "<result", "#>result_value", ">result_unit", ">reported"})...),
		rows: parts(v.compare().Times(), func(t compare.Timeline) (rows []listed) {
			for _, line := range t.Lines {
				rows = append(rows, v.lineRows(named(t.District)[0], t.District, line)...)
			}
			return rows
		})}
}

// lineRows are the rows of one indicator of a district.
func (v View) lineRows(section string, d *model.District, line compare.Line) (rows []listed) {
	add := func(facts []*model.Fact, behind ...string) {
		rows = append(rows, listed{section, slices.Concat([]string{d.Name, d.City, line.Indicator}, v.figures(facts[0]), behind), facts})
	}
	for _, p := range line.Points {
		add(p.Facts, "", "", "", "", "", "")
	}
	for _, o := range line.Outcomes {
		facts, behind := []*model.Fact{o.Target}, []string{o.State.Word(v.Lang), o.State.String(), "", "", "", ""}
		if r := o.Result; r != nil {
			facts = append(facts, r)
			date := dated(r.Report)
			behind = []string{o.State.Word(v.Lang), o.State.String(), v.figures(r)[0] + aside(v.Lang, date),
				r.Number(r.Stated().Value), r.Quantity.Unit, date}
		}
		add(facts, behind...)
	}
	return rows
}
