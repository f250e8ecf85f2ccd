package export

import (
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
	words := map[string]func(r row) string{
		"kind":   func(r row) string { return r.Kind.Word(l) },
		"bound":  func(r row) string { return r.Quantity.Bound.Word(l) },
		"stage":  func(r row) string { return r.Stage.Word(l) },
		"themes": func(r row) string { return themes(r.Fact, l, "、") },
		"check":  func(r row) string { return r.Mark.Word(l) },
		"flags": func(r row) string {
			said := make([]string, len(r.Flags))
			for i, f := range r.Flags {
				said[i] = f.Word(l)
			}
			return strings.Join(said, "、")
		},
	}
	cols = slices.Clone(cols)
	for i, c := range cols {
		if say, ok := words[c.key]; ok {
			cols[i].text = say
		}
	}
	return cols
}

// excelSheet writes a sheet; one without columns is none.
func (v View) excelSheet(o *out, w *xlsx.Writer, name string, s sheet) {
	if len(s.columns) == 0 {
		return
	}
	var cols []xlsx.Column
	for _, c := range s.columns {
		cols = append(cols, xlsx.Column{Name: c.label, Number: c.number, Width: c.width()})
	}
	w.Sheet(name, cols)
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
	s := sheet{columns: []heading{{phrase(l, "head.indicator"), "indicator", false}, {phrase(l, "head.comparability"), "comparability", false}}}
	for _, d := range cmp.Districts {
		for i, h := range [][2]string{{"数值", "value"}, {"单位", "unit"}, {"时期", "period"}, {"阶段", "stage"}} {
			s.columns = append(s.columns, heading{name(d) + " " + l.Pick(h[0], h[1]), h[1], i == 0})
		}
	}
	s.rows = func(yield func([]string) bool) {
		for _, r := range cmp.Rows() {
			cells := []string{r.Name(), verdict(r, l)}
			for j := range cmp.Districts {
				cells = append(cells, v.indicatorCell(r.Cell(j))...)
			}
			if !yield(cells) {
				return
			}
		}
	}
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
		return []string{f.Rank, "", f.Period.Words(v.Lang), f.Stage.Word(v.Lang)}
	}
	unit := f.Quantity.Unit
	if f.Growth() != "" {
		unit += v.Lang.Pick("（增长）", " (growth)")
	}
	if bound := f.Quantity.Bound.Word(v.Lang); bound != "" {
		unit += v.Lang.Pick("（"+bound+"）", " ("+bound+")")
	}
	return []string{decimal(f.HasValue, f.Quantity.Value), unit, f.Period.Words(v.Lang), f.Stage.Word(v.Lang)}
}

// nameSheet is what is shared and what is not: a column for every district, in
// it the stage by which it names the thing.
func (v View) nameSheet() sheet {
	cmp := v.compare()
	l := v.Lang
	s := sheet{columns: []heading{{phrase(l, "head.kind"), "kind", false}, {phrase(l, "head.name"), "name", false}, {phrase(l, "head.sharing"), "sharing", false}, {phrase(l, "head.districts"), "districts", true}}}
	each := cmp.Districts
	if len(each) > manyDistricts {
		each = nil
	}
	for _, d := range each {
		s.columns = append(s.columns, heading{name(d), "district", false})
	}
	s.rows = func(yield func([]string) bool) {
		for _, r := range cmp.Names() {
			cells := []string{r.Kind.Word(l), r.Title(), r.Sharing().Word(l), strconv.Itoa(r.In)}
			for j := range each {
				facts := r.Facts(j)
				switch {
				case len(facts) == 0:
					cells = append(cells, r.State(j).Word(l))
				case facts[0].Stage == model.NoStage:
					cells = append(cells, "✓")
				default:
					cells = append(cells, facts[0].Stage.Word(l))
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
	return s
}

// reportSheet is the reports of the districts on view.
func (v View) reportSheet() sheet {
	s := sheet{rows: func(yield func([]string) bool) {
		for _, d := range v.Corpus.View(v.Filter) {
			for _, r := range d.Reports {
				if !yield([]string{d.Name, d.City, r.File, r.Head.Title, day(r.Head.Published), day(r.Head.Event), r.Head.Source, r.Head.Author, strconv.Itoa(len(r.Facts))}) {
					return
				}
			}
		}
	}}
	for _, h := range [][2]string{{"区县", "district"}, {"市", "city"}, {"报告文件", "report"}, {"报告标题", "title"}, {"发布日期", "published"},
		{"会期", "event"}, {"来源", "source"}, {"作者", "author"}, {"条数", "facts"}} {
		s.columns = append(s.columns, heading{v.Lang.Pick(h[0], h[1]), h[1], h[1] == "facts"})
	}
	return s
}

// verdict is the row's verdict and the reasons for it.
func verdict(r *compare.Row, l model.Lang) string {
	text := r.Verdict().Word(l)
	sep := l.Pick("：", ": ")
	for _, reason := range r.Reasons() {
		text += sep + reason.Word(l)
		sep = l.Pick("、", ", ")
	}
	return text
}
