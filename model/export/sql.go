package export

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/legible"
)

// writeSQL writes a script for a database, as in `sqlite3 facts.db < facts.sql`:
// the reports, the facts with the keys of the contract as columns, a row for
// every theme of a fact, and the table of the comparison that is on view. It is
// one transaction: a script that was cut off changes nothing.
func writeSQL(o *out, v View) error {
	cols, err := v.columns()
	if err != nil {
		return err
	}
	o.put("-- ", oneLine(v.Command), "\nBEGIN;\n")
	o.table("reports", v.reportSheet())
	o.flush()
	facts := v.Facts()
	o.table("facts", v.factSheet(cols, slices.Values(facts)))
	o.table("fact_themes", themeSheet(facts))
	switch v.Kind {
	case Counts:
		o.table("counts", v.countSheet())
	case Indicators:
		o.table("comparison", v.cellSheet())
	case Shared:
		o.table("names", v.sharedSheet())
	}
	if v.Kind.lists() {
		o.table(string(v.Kind), v.listSheet())
	}
	o.put("COMMIT;\n")
	return o.err
}

// table writes a table's definition and its rows.
func (o *out) table(name string, s sheet) {
	o.put("CREATE TABLE ", name, " (")
	for i, c := range s.columns {
		if i > 0 {
			o.put(", ")
		}
		o.put(`"`, c.key, `" `)
		if c.number {
			o.put("NUMERIC")
		} else {
			o.put("TEXT NOT NULL")
		}
	}
	o.put(");\n")
	for cells := range s.rows {
		o.put("INSERT INTO ", name, " VALUES (")
		for i, c := range cells {
			if i > 0 {
				o.put(",")
			}
			switch {
			case !s.columns[i].number:
				o.put("'", strings.ReplaceAll(legible.Text(c), "'", "''"), "'")
			case c == "":
				o.put("NULL")
			default:
				o.put(c)
			}
		}
		o.put(");\n")
		if o.err != nil {
			return
		}
	}
}

// themeSheet is a row for every theme of every fact.
func themeSheet(facts []*model.Fact) sheet {
	return sheet{headings(model.Chinese, "id", "theme"), parts(facts, func(f *model.Fact) [][]string {
		return model.Map(f.Themes, func(t model.Theme) []string { return []string{string(f.Key()), t.String()} })
	})}
}

// cellSheet is a row for every fact of every cell of the table of indicators;
// the one that is shown has place 1.
func (v View) cellSheet() sheet {
	rows := cellRows(v.compare().Rows(), v.compare().Districts, func(r *compare.Row) []string {
		return []string{r.Indicator, r.Unit, r.Verdict().String(), strings.Join(model.Map(r.Reasons(), compare.Reason.String), ";")}
	}, func(i int) []string { return []string{strconv.Itoa(i + 1)} })
	return sheet{headings(v.Lang, "#row", "indicator", "base_unit", "verdict", "reasons", "district", "city", "#place", "id"), rows}
}

// sharedSheet is a row for every fact of every name, shared or not.
func (v View) sharedSheet() sheet {
	rows := cellRows(v.compare().Names(), v.compare().Districts, func(r compare.NameRow) []string {
		return []string{r.Kind.String(), r.Title(), r.Sharing().String()}
	}, func(int) []string { return nil })
	return sheet{headings(v.Lang, "#row", "kind", "name", "sharing", "district", "city", "id"), rows}
}

// cellRows are a row for every fact of every cell of a table: the number of its row,
// what is said of that, the district, and its place in the cell.
func cellRows[R stating](all []R, districts []*model.District, said func(R) []string, place func(i int) []string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		n := 0
		parts(all, func(r R) (rows [][]string) {
			n++
			head := append([]string{strconv.Itoa(n)}, said(r)...)
			for j, facts := range r.All() {
				for i, f := range facts {
					rows = append(rows, slices.Concat(head, []string{districts[j].Name, districts[j].City}, place(i), []string{string(f.Key())}))
				}
			}
			return rows
		})(yield)
	}
}
