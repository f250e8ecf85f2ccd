package export

import (
	"cmp"
	"iter"
	"strconv"
	"strings"

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
	reader     reader
}

// reader is who reads a column of a listing.
type reader uint8

// Numbers are told in words to people, and as number, unit and bound to programs;
// what has a key in the facts contract stands as that key for programs, in any language.
const (
	everyone reader = iota
	people
	programs
)

// headings head the columns of some keys; a key that begins with # is of numbers, then
// one with < is for people, one with > for programs. Behind a / stands the key of
// another label.
func headings(l model.Lang, keys ...string) (all []heading) {
	for _, key := range keys {
		var one heading
		key, one.number = strings.CutPrefix(key, "#")
		switch key[0] {
		case '<':
			key, one.reader = key[1:], people
		case '>':
			key, one.reader = key[1:], programs
		}
		key, other, _ := strings.Cut(key, "/")
		one.label, one.key = label(l, cmp.Or(other, key)), key
		all = append(all, one)
	}
	return all
}

// labelled are what heads some columns.
func labelled(all []heading) []string {
	return model.Map(all, func(h heading) string { return h.label })
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
			if !yield(model.Map(cols, func(c column) string { return c.text(r) })) {
				return
			}
		}
	}}
	s.columns = model.Map(cols, func(c column) heading { return c.heading(v.Lang) })
	return s
}

// lines are head and rows for a format without types: texts that could run as a
// formula are guarded.
func (s sheet) lines(v View) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		if !yield(labelled(s.columns)) || v.Keys && !yield(model.Map(s.columns, func(h heading) string { return h.key })) {
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
	s.columns = headings(v.Lang, "theme", "kind", "district", "city", "#facts", "#told", "#characters", "#report_characters", "#told_per_1000", "#characters_per_1000")
	if !v.Project.IsEmpty() {
		s.columns = append(s.columns, headings(v.Lang, "#checked")...)
	}
	return s
}
