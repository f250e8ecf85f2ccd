package export

import (
	"iter"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/legible"
)

// sheet is a table for other programs: what heads its columns, and its rows one
// after another.
type sheet struct {
	columns []heading
	rows    iter.Seq[[]string]
}

// heading heads a column.
type heading struct {
	label, key string
	number     bool // its cells are numbers or empty
}

// sheet is a row a fact, or, for the table of counts, a row a count.
func (v View) sheet() sheet {
	switch {
	case v.Kind == Counts:
		return v.countSheet()
	case v.Kind.lists():
		return v.listSheet()
	}
	cols, _ := v.columns() // looked at by Write
	return v.factSheet(cols, v.each())
}

// factSheet is the facts in some columns.
func (v View) factSheet(cols []column, facts iter.Seq[*model.Fact]) sheet {
	s := sheet{rows: func(yield func([]string) bool) {
		for f := range facts {
			r := row{f, v.Notes.At(f)}
			cells := make([]string, len(cols))
			for i, c := range cols {
				cells[i] = c.text(r)
			}
			if !yield(cells) {
				return
			}
		}
	}}
	for _, c := range cols {
		s.columns = append(s.columns, heading{c.label(v.Lang), c.key, c.number})
	}
	return s
}

// lines are head and rows for a format without types: texts that could run as a
// formula are guarded.
func (s sheet) lines(v View) iter.Seq[[]string] {
	labels, keys := make([]string, len(s.columns)), make([]string, len(s.columns))
	for i, c := range s.columns {
		labels[i], keys[i] = c.label, c.key
	}
	return func(yield func([]string) bool) {
		if !yield(labels) || v.Keys && !yield(keys) {
			return
		}
		for cells := range s.rows {
			for i, c := range s.columns {
				if !c.number {
					cells[i] = harmless(legible.Text(cells[i]))
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
}

// themeKey is the theme or the code that a row counts.
func themeKey(r compare.CountRow) string {
	if r.Code != "" {
		return r.Code
	}
	return r.Theme.String()
}

// kindKey is the kind that a row counts; of a code it is the passages.
func kindKey(r compare.CountRow) string {
	if r.Code != "" {
		return "code"
	}
	return r.Kind.String()
}

// countSheet is the table of counts with a row for every district of every
// theme and kind, the long form that pivots take.
func (v View) countSheet() sheet {
	var s sheet
	s.rows = func(yield func([]string) bool) {
		cmp := v.compare()
		for _, r := range cmp.Counts() {
			for j, c := range r.Cells {
				d := cmp.Districts[j]
				if !yield([]string{themeKey(r), kindKey(r), d.Name, d.City,
					strconv.Itoa(c.Facts), strconv.Itoa(c.Names), strconv.Itoa(c.Chars), strconv.Itoa(c.Of), c.PerThousand().String(), c.Share().String(), strconv.Itoa(c.Held)}[:len(s.columns)]) {
					return
				}
			}
		}
	}
	for i, c := range [...][2]string{{"主题", "theme"}, {"类", "kind"}, {"区县", "district"}, {"市", "city"}, {"条数", "facts"}, {"个数", "told"}, {"字数", "characters"},
		{"报告字数", "report_characters"}, {"每千字个数", "told_per_1000"}, {"每千字字数", "characters_per_1000"}, {"已核", "checked"}} {
		if c[1] == "checked" && v.Project.IsEmpty() {
			continue
		}
		s.columns = append(s.columns, heading{v.Lang.Pick(c[0], c[1]), c[1], i >= 4})
	}
	return s
}
