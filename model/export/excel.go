package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export/xlsx"
)

// writeExcel writes a workbook: the view's comparison, a sheet for each kind of
// its facts with sentence and source, and the reports.
func writeExcel(o *out, v View) error {
	w := xlsx.New(o)
	switch {
	case v.Kind.lists():
		v.excelSheet(o, w, v.Kind.word(v.Lang), v.listSheet())
	case v.Kind == Counts:
		v.excelSheet(o, w, v.Kind.word(v.Lang), v.countSheet())
	case v.Kind == Shared:
		v.excelSheet(o, w, v.Kind.word(v.Lang), v.nameSheet())
	default:
		v.excelSheet(o, w, Indicators.word(v.Lang), v.indicatorSheet())
	}
	cols, err := v.columns()
	if err != nil {
		return err
	}
	facts, cols := v.Facts(), inWords(cols, v.Lang)
	for _, k := range model.Kinds() {
		of := slices.DeleteFunc(slices.Clone(facts), func(f *model.Fact) bool { return f.Kind != k })
		if len(of) > 0 {
			v.excelSheet(o, w, k.Word(v.Lang), v.factSheet(cols, slices.Values(of)))
		}
	}
	v.excelSheet(o, w, phrase(v.Lang, "sheet.reports"), v.reportSheet())
	return w.Close()
}

// inWords are columns whose cells say in Chinese what a program reads as a key: a
// workbook is read by people (完成, not achieved). In English the keys are words.
func inWords(cols []column, l model.Lang) []column {
	if l == model.English {
		return cols
	}
	cols = slices.Clone(cols)
	for i, c := range cols {
		if c.words != nil {
			cols[i].text = func(r row) string { return c.words(r, l) }
		}
	}
	return cols
}

// excelSheet writes a sheet; one without columns is none.
func (v View) excelSheet(o *out, w *xlsx.Writer, name string, s sheet) {
	if len(s.columns) == 0 {
		return
	}
	w.Sheet(name, model.Map(s.columns, func(c heading) xlsx.Column { return xlsx.Column{Name: c.label, Number: c.number, Width: c.width()} }))
	w.Flush()
	o.flush()
	for cells := range s.rows {
		if w.Row(cells...) != nil {
			return
		}
	}
}

// width is how many characters wide a column opens: texts to be read wide,
// words and numbers narrow.
func (h heading) width() int {
	switch h.key {
	case "sentence", "quote", "left", "right", "why":
		return 60
	case "name", "indicator", "title", "report", "comparability":
		return 24
	}
	return 12
}

// indicatorSheet is the table of indicators: what each district shows, as number,
// unit, period and stage. With very many districts there is none; a filter on the
// sheet of metrics does its work.
func (v View) indicatorSheet() sheet {
	cmp := v.compare()
	if len(cmp.Districts) > manyDistricts {
		return sheet{}
	}
	l := v.Lang
	s := sheet{columns: headings(l, "indicator/course", "comparability")}
	for _, d := range cmp.Districts {
		for _, h := range headings(l, "#value", "unit", "period", "stage") {
			h.label = name(d) + " " + h.label
			s.columns = append(s.columns, h)
		}
	}
	s.rows = made(slices.Values(cmp.Rows()), func(r *compare.Row) []string {
		cells := []string{r.Name(), verdict(r, l)}
		for j := range cmp.Districts {
			cells = append(cells, v.indicatorCell(r.Cell(j))...)
		}
		return cells
	})
	return s
}

// indicatorCell is a district's four cells in a row of indicators; where it
// states nothing, the first says why.
func (v View) indicatorCell(c compare.Cell) []string {
	f := c.Pick
	switch {
	case c.State.Missing():
		return []string{c.State.Word(v.Lang), "", "", ""}
	case f.Ordinal():
		return []string{f.Rank, "", f.Dated(v.Lang), f.Stage.Word(v.Lang)}
	}
	unit := f.Quantity.Unit
	if f.Growth() != "" {
		unit += aside(v.Lang, phrase(v.Lang, "growth"))
	}
	if bound := f.Stated().Bound.Word(v.Lang); bound != "" {
		unit += aside(v.Lang, bound)
	}
	return []string{f.Number(f.Stated().Value), unit, f.Dated(v.Lang), f.Stage.Word(v.Lang)}
}

// nameSheet is what is shared and what is not: a column for every district, in
// it the stage by which it names the thing.
func (v View) nameSheet() sheet {
	compared := v.compare()
	l := v.Lang
	s := sheet{columns: headings(l, "kind", "name", "sharing", "#districts")}
	each := compared.Districts
	if len(each) > manyDistricts {
		each = nil
	}
	s.columns = append(s.columns, model.Map(each, func(d *model.District) heading { return heading{label: name(d), key: "district"} })...)
	s.rows = made(slices.Values(compared.Names()), func(r compare.NameRow) []string {
		cells := []string{r.Kind.Word(l), r.Title(), r.Sharing().Word(l), strconv.Itoa(r.In)}
		for j := range each {
			if facts := r.Facts(j); len(facts) > 0 {
				cells = append(cells, cmp.Or(facts[0].Stage.Word(l), "✓"))
			} else {
				cells = append(cells, r.State(j).Word(l))
			}
		}
		return cells
	})
	return s
}

// reportSheet is the reports of the districts on view.
func (v View) reportSheet() sheet {
	return sheet{headings(v.Lang, "district", "city", "report", "title", "published", "event", "source", "author", "#facts"), parts(v.Corpus.View(v.Filter), func(d *model.District) [][]string {
		return model.Map(d.Reports, func(r *model.Report) []string {
			return []string{d.Name, d.City, r.File, r.Head.Title, model.Day(r.Head.Published), model.Day(r.Head.Event), r.Head.Source, r.Head.Author, strconv.Itoa(len(r.Facts))}
		})
	})}
}

// verdict is the row's verdict and the reasons for it.
func verdict(r *compare.Row, l model.Lang) string {
	text := r.Verdict().Word(l)
	if reasons := model.Map(r.Reasons(), func(reason compare.Reason) string { return reason.Word(l) }); len(reasons) > 0 {
		text += l.Pick("：", ": ") + strings.Join(reasons, l.Pick("、", ", "))
	}
	return text
}
