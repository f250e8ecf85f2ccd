package export

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
)

// The pictures of a chart, by their keys.
const (
	heatPicture   = "heat"
	stagesPicture = "stages"
	barsPicture   = "bars"
)

// chart is the numbers behind the pictures of the comparison: facts per 1,000
// characters by theme, projects by stage, indicators that several districts state.
func (v View) chart() listing {
	cmp, named := v.compare(), v.namer()
	heat := parts(cmp.Heat(), func(r compare.CountRow) (rows []listed) {
		for j, d := range cmp.Districts {
			c := r.Cells[j]
			rows = append(rows, listed{phrase(v.Lang, "html.heat"), tallied(heatPicture, r.Theme.Word(v.Lang), r.Theme.String(), named(d), c.PerThousand().String(), strconv.Itoa(c.Names)), nil})
		}
		return rows
	})
	stages := parts(cmp.Stages(), func(b compare.StageBar) (rows []listed) {
		for _, c := range b.Counts {
			if n := strconv.Itoa(c.N); c.N > 0 {
				rows = append(rows, listed{phrase(v.Lang, "html.stages"), tallied(stagesPicture, stageWord(c.Stage, v.Lang), string(c.Stage), named(b.District), n, n), nil})
			}
		}
		return rows
	})
	bars := parts(cmp.Bars(), func(r compare.Ranking) []listed {
		return model.Map(r.Entries, func(e compare.Entry) listed {
			cells := slices.Concat([]string{barsPicture, r.Name, r.Name, strconv.Itoa(e.Place)}, named(e.District), v.figures(e.Fact()), []string{""})
			return listed{phrase(v.Lang, "html.bars"), cells, e.Facts}
		})
	})
	return listing{noted: "words", rows: after(heat, stages, bars),
		columns: headings(v.Lang, slices.Concat([]string{">picture", "<item", ">item", "#place"}, districtColumns[:], numberColumns[:], []string{"#>told"})...)}
}

// namer gives a district's cells in the columns of districtColumns.
type namer func(*model.District) []string

// tallied are the cells of a row that only counts.
func tallied(picture, item, key string, district []string, value, facts string) []string {
	figures := make([]string, len(numberColumns))
	figures[0], figures[1] = value, value
	return slices.Concat([]string{picture, item, key, ""}, district, figures, []string{facts})
}

// stageWord names a stage, or says that none is told.
func stageWord(s model.Stage, l model.Lang) string {
	if s == model.NoStage {
		return phrase(l, "html.stages.none")
	}
	return s.Word(l)
}
