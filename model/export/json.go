package export

import (
	"io"
	"strconv"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/notes"
	"qubi/model/query"
)

// writeJSON writes the view as one object: what was chosen, the districts with
// their reports, and the table. Facts are objects of the facts contract. Every
// row and every fact is a line of its own, so that two exports can be compared
// by line.
func writeJSON(w io.Writer, v View) error {
	o := object{b: []byte("{\n")}
	o.text("view", string(v.Kind))
	o.text("command", v.Command)
	o.filter(v.Filter, v.Kind == Marked)
	o.text("order", v.Order.String())
	o.raw("reversed", strconv.FormatBool(v.Reverse))
	if v.By != (model.DistrictID{}) {
		o.text("by", v.By.City+v.By.Name)
	}
	districts := v.Corpus.View(v.Filter)
	o.lines("districts", len(districts), func(b []byte, i int) []byte { return appendDistrict(b, districts[i]) })
	switch v.Kind {
	case Counts:
		o.counts(v)
	case Indicators:
		o.indicators(v)
	case Shared:
		o.names(v)
	default:
		facts := v.Facts()
		o.lines("facts", len(facts), func(b []byte, i int) []byte { return v.appendNoted(b, facts[i]) })
	}
	_, err := w.Write(append(o.b, "\n}\n"...))
	return err
}

// filter writes what was chosen, in the contract's words; empty lists are all.
func (o *object) filter(f query.Filter, marked bool) {
	o.key("filter")
	in := object{b: append(o.b, '{')}
	in.texts("themes", len(f.Themes), func(i int) string { return f.Themes[i].String() })
	in.texts("kinds", len(f.Kinds), func(i int) string { return f.Kinds[i].String() })
	in.texts("stages", len(f.Stages), func(i int) string { return string(f.Stages[i]) })
	in.text("expr", f.Expr.Text())
	in.raw("marked", strconv.FormatBool(marked || f.Marked != nil))
	o.b = append(in.b, '}')
}

// lines writes a list with one line for each member.
func (o *object) lines(name string, n int, member func([]byte, int) []byte) {
	o.list(name, n, ",\n  ", member)
}

// list writes a list on one line when the separator is a comma alone.
func (o *object) list(name string, n int, sep string, member func([]byte, int) []byte) {
	o.key(name)
	o.b = append(o.b, '[')
	for i := range n {
		if i > 0 {
			o.b = append(o.b, sep...)
		} else {
			o.b = append(o.b, sep[1:]...)
		}
		o.b = member(o.b, i)
	}
	if n > 0 && len(sep) > 1 {
		o.b = append(o.b, '\n')
	}
	o.b = append(o.b, ']')
}

// appendDistrict writes a district with the reports that its facts come from.
func appendDistrict(b []byte, d *model.District) []byte {
	o := object{b: append(b, '{')}
	o.text("district", d.Name)
	o.text("city", d.City)
	o.number("characters", d.Chars())
	o.list("reports", len(d.Reports), ",", func(b []byte, i int) []byte {
		r := d.Reports[i]
		o := object{b: append(b, '{')}
		o.text("report", r.File)
		o.text("title", r.Head.Title)
		o.text("published", day(r.Head.Published))
		o.text("source", r.Head.Source)
		return append(o.b, '}')
	})
	return append(o.b, '}')
}

// appendNoted is the fact with what a reader left at it, where there is anything.
func (v View) appendNoted(b []byte, f *model.Fact) []byte {
	b = appendFact(b, f)
	note := v.Notes.At(f)
	if note == (notes.Note{}) {
		return b
	}
	o := object{b: b[:len(b)-1], some: true}
	o.raw("marked", strconv.FormatBool(note.Marked))
	o.text("note", note.Text)
	return append(o.b, '}')
}

// counts writes the table of themes and kinds; an empty word is all of them.
func (o *object) counts(v View) {
	cmp := v.comparison()
	rows := cmp.Counts()
	o.lines("rows", len(rows), func(b []byte, i int) []byte {
		o := object{b: append(b, '{')}
		o.text("theme", rows[i].Theme.String())
		o.text("kind", rows[i].Kind.String())
		o.list("cells", len(rows[i].Cells), ",", func(b []byte, j int) []byte {
			c := rows[i].Cells[j]
			o := object{b: append(b, '{')}
			o.number("facts", c.Facts)
			o.number("characters", c.Chars)
			o.raw("facts_per_1000", c.PerThousand().String())
			o.raw("characters_per_1000", c.Share().String())
			return append(o.b, '}')
		})
		return append(o.b, '}')
	})
}

// indicators writes the table of indicators with verdicts and reasons by their
// stable keys, and every fact of every cell.
func (o *object) indicators(v View) {
	cmp := v.comparison()
	rows := cmp.Rows()
	o.lines("rows", len(rows), func(b []byte, i int) []byte {
		r := rows[i]
		reasons := r.Reasons()
		o := object{b: append(b, '{')}
		o.text("indicator", r.Indicator)
		o.text("base_unit", r.Unit)
		o.text("verdict", r.Verdict().String())
		o.texts("reasons", len(reasons), func(i int) string { return reasons[i].String() })
		o.list("cells", len(cmp.Districts), ",", func(b []byte, j int) []byte {
			cell := r.Cell(j)
			return v.appendCell(b, cell.State, cell.Facts)
		})
		return append(o.b, '}')
	})
}

// names writes what is shared and what is not.
func (o *object) names(v View) {
	cmp := v.comparison()
	rows := cmp.Names()
	o.lines("rows", len(rows), func(b []byte, i int) []byte {
		r := rows[i]
		o := object{b: append(b, '{')}
		o.text("kind", r.Kind.String())
		o.text("name", r.Name)
		o.text("sharing", r.Sharing().String())
		o.list("cells", len(cmp.Districts), ",", func(b []byte, j int) []byte {
			return v.appendCell(b, r.State(j), r.Facts(j))
		})
		return append(o.b, '}')
	})
}

// appendCell writes a district's cell: its state, and its facts, the one that
// is shown first.
func (v View) appendCell(b []byte, state compare.CellState, facts []*model.Fact) []byte {
	o := object{b: append(b, '{')}
	o.text("state", state.String())
	o.list("facts", len(facts), ",", func(b []byte, i int) []byte { return v.appendNoted(b, facts[i]) })
	return append(o.b, '}')
}
