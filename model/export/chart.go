package export

import (
	"slices"
	"strconv"

	"qubi/model"
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
	l := listing{noted: "words", columns: headings(v.Lang, slices.Concat([]string{">picture", "<item", ">item", "#place"}, districtColumns[:], numberColumns[:], []string{"#>told"})...)}
	l.rows = func(yield func(listed) bool) {
		named := v.namer()
		_ = v.heatRows(named, yield) && v.stageRows(named, yield) && v.barRows(named, yield)
	}
	return l
}

// namer gives a district's cells in the columns of districtColumns.
type namer func(*model.District) []string

// tallied are the cells of a row that only counts.
func tallied(picture, item, key string, district []string, value, facts string) []string {
	figures := make([]string, len(numberColumns))
	figures[0], figures[1] = value, value
	return slices.Concat([]string{picture, item, key, ""}, district, figures, []string{facts})
}

// heatRows are how much each district says on each theme.
func (v View) heatRows(named namer, yield func(listed) bool) bool {
	cmp := v.compare()
	for _, r := range cmp.Heat() {
		for j, d := range cmp.Districts {
			c := r.Cells[j]
			if !yield(listed{phrase(v.Lang, "html.heat"), tallied(heatPicture, r.Theme.Word(v.Lang), r.Theme.String(), named(d), c.PerThousand().String(), strconv.Itoa(c.Names)), nil}) {
				return false
			}
		}
	}
	return true
}

// stageWord names a stage, or says that none is told.
func stageWord(s model.Stage, l model.Lang) string {
	if s == model.NoStage {
		return phrase(l, "html.stages.none")
	}
	return s.Word(l)
}

// stageRows are how far the projects of each district are.
func (v View) stageRows(named namer, yield func(listed) bool) bool {
	for _, b := range v.compare().Stages() {
		for _, c := range b.Counts {
			n := strconv.Itoa(c.N)
			if c.N > 0 && !yield(listed{phrase(v.Lang, "html.stages"), tallied(stagesPicture, stageWord(c.Stage, v.Lang), string(c.Stage), named(b.District), n, n), nil}) {
				return false
			}
		}
	}
	return true
}

// barRows are the indicators whose numbers several districts state in one order.
func (v View) barRows(named namer, yield func(listed) bool) bool {
	for _, r := range v.compare().Bars() {
		for _, e := range r.Entries {
			cells := slices.Concat([]string{barsPicture, r.Name, r.Name, strconv.Itoa(e.Place)}, named(e.District), v.figures(e.Fact()), []string{""})
			if !yield(listed{phrase(v.Lang, "html.bars"), cells, e.Facts}) {
				return false
			}
		}
	}
	return true
}
