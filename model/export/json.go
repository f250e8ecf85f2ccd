package export

import (
	"iter"
	"slices"

	"qubi/model"
	"qubi/model/compare"
)

// writeJSON writes the view as one object: what was chosen, the districts with
// their reports, and the table. Facts are objects of the facts contract. Every
// row and every fact is a line of its own, so that two exports can be compared
// by line.
func writeJSON(o *out, v View) error {
	o.put("{\n")
	o.member("view", string(v.Kind))
	if v.Of != "" {
		o.member("of", v.Of)
	}
	o.member("command", v.Command)
	o.member("filter", v.chosen())
	o.member("order", v.Order.String())
	o.member("reversed", v.Reverse)
	if v.By != (model.DistrictID{}) {
		o.member("by", v.By.City+v.By.Name)
	}
	list(o, "districts", v.jsonDistricts())
	o.put(",\n")
	o.flush()
	switch v.Kind {
	case Counts:
		list(o, "rows", v.jsonCounts())
	case Indicators:
		list(o, "rows", v.jsonIndicators())
	case Shared:
		list(o, "rows", v.jsonNames())
	case Ranking, Time, Chart, Found, Review:
		list(o, "rows", v.jsonList())
	default:
		list(o, "facts", made(v.each(), v.noted))
	}
	o.put("\n}\n")
	return o.err
}

// made is what is made of each of some things.
func made[T, R any](all iter.Seq[T], of func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for one := range all {
			if !yield(of(one)) {
				return
			}
		}
	}
}

// parts are what is made of each of some things, one after another: each when it is
// come to, so that who looks at the beginning alone does not wait for all.
func parts[T, R any](all []T, of func(T) []R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for _, one := range all {
			for _, part := range of(one) {
				if !yield(part) {
					return
				}
			}
		}
	}
}

// after is what comes of some sequences, one behind the other.
func after[T any](all ...iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, some := range all {
			for one := range some {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// jsonList is the rows of a listing: its columns for programs, and the facts.
func (v View) jsonList() iter.Seq[object] {
	l, _ := v.listing() // looked at by Write
	return made(l.rows, func(r listed) (one object) {
		for i, c := range l.columns {
			if c.reader != people {
				one = append(one, member{c.key, cellValue(c.number, r.cells[i])})
			}
		}
		return append(one, member{"facts", v.allNoted(r.facts)})
	})
}

// member writes a member of the outermost object and the comma behind it.
func (o *out) member(name string, value any) {
	o.json(name)
	o.put(":")
	o.json(value)
	o.put(",")
}

// list writes a list with one line for each of its members.
func list[T any](o *out, name string, members iter.Seq[T]) {
	o.json(name)
	o.put(":[")
	sep := "\n  "
	for value := range members {
		o.put(sep)
		o.json(value)
		sep = ",\n  "
		if o.err != nil {
			return
		}
	}
	if sep[0] == ',' {
		o.put("\n")
	}
	o.put("]")
}

// chosen is what was chosen, in the contract's words; empty lists are all.
func (v View) chosen() object {
	f := v.Filter
	return object{{"themes", model.Map(f.Themes, model.Theme.String)}, {"kinds", model.Map(f.Kinds, model.Kind.String)},
		{"stages", model.Map(f.Stages, func(s model.Stage) string { return string(s) })}, {"expr", f.Expr.Text()}, {"marked", v.Kind == Marked || f.Marked != nil}}
}

// jsonDistricts are the districts with the reports that their facts come from.
func (v View) jsonDistricts() iter.Seq[object] {
	return made(slices.Values(v.Corpus.View(v.Filter)), func(d *model.District) object {
		return object{{"district", d.Name}, {"city", d.City}, {"characters", d.Chars()}, {"reports", model.Map(d.Reports, func(r *model.Report) object {
			return object{{"report", r.File}, {"title", r.Head.Title}, {"published", model.Day(r.Head.Published)}, {"source", r.Head.Source}}
		})}}
	})
}

// jsonCounts is the table of themes and kinds; an empty word is all of them.
func (v View) jsonCounts() iter.Seq[object] {
	cmp := v.compare()
	return made(slices.Values(cmp.Counts()), func(r compare.CountRow) object {
		cells := make([]object, len(r.Cells))
		for j, c := range r.Cells {
			cells[j] = object{{"district", name(cmp.Districts[j])}, {"facts", c.Facts}, {"told", c.Names}, {"characters", c.Chars},
				{"told_per_1000", c.PerThousand()}, {"characters_per_1000", c.Share()}}
		}
		return object{{"theme", themeKey(r)}, {"kind", kindKey(r)}, {"cells", cells}}
	})
}

// cells are a row's cells, each with its state and its facts, the one that is shown
// first. They are written one by one: a table of many districts has many more of them
// than facts. With very many districts those that state nothing are left out.
type cells struct {
	v         View
	districts []string
	row       stating
}

func (c cells) appendJSON(b []byte) []byte {
	b = append(b, '[')
	sep := ""
	for j, name := range c.districts {
		facts := c.row.Facts(j)
		if len(facts) == 0 && len(c.districts) > manyDistricts {
			continue
		}
		b = appendText(append(append(b, sep...), `{"district":`...), name)
		b = appendText(append(b, `,"state":`...), c.row.State(j).String())
		b = append(c.v.allNoted(facts).appendJSON(append(b, `,"facts":`...)), '}')
		sep = ","
	}
	return append(b, ']')
}

// jsonIndicators is the table of indicators with verdicts and reasons by their
// stable keys, and every fact of every cell.
func (v View) jsonIndicators() iter.Seq[object] {
	cmp := v.compare()
	districts := model.Map(cmp.Districts, name)
	return made(slices.Values(cmp.Rows()), func(r *compare.Row) object {
		return object{{"indicator", r.Indicator}, {"base_unit", r.Unit}, {"verdict", r.Verdict().String()}, {"reasons", model.Map(r.Reasons(), compare.Reason.String)},
			{"cells", cells{v, districts, r}}}
	})
}

// jsonNames is what is shared and what is not.
func (v View) jsonNames() iter.Seq[object] {
	cmp := v.compare()
	districts := model.Map(cmp.Districts, name)
	return made(slices.Values(cmp.Names()), func(r compare.NameRow) object {
		return object{{"kind", r.Kind.String()}, {"name", r.Title()}, {"sharing", r.Sharing().String()}, {"cells", cells{v, districts, r}}}
	})
}
