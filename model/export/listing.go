package export

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"qubi/model"
)

// listing is a view that lists things one below the other: a ranking, what was
// stated over time, the numbers behind pictures, places in texts, facts to check.
type listing struct {
	title   string // what it is of, behind the name of the view, or ""
	columns []heading
	noted   string // key of the column that carries the footnotes
	rows    iter.Seq[listed]
}

// listed is a row of a listing.
type listed struct {
	section string // what heads it, for people; rows of one stand together
	cells   []string
	facts   []*model.Fact // behind it, the one that it shows first
}

// lists reports whether the view is a listing.
func (k Kind) lists() bool {
	return slices.Contains([]Kind{Ranking, Time, Chart, Found, Review}, k)
}

// listing is the view's listing; the error says what it cannot be of. Within one
// export it is made once.
func (v View) listing() (listing, error) {
	if v.listed != nil {
		return v.listed()
	}
	return v.makeListing()
}

func (v View) makeListing() (listing, error) {
	switch v.Kind {
	case Ranking:
		return v.ranking()
	case Time:
		return v.times(), nil
	case Chart:
		return v.chart(), nil
	case Found:
		return v.found(), nil
	case Review:
		return v.queue()
	}
	return listing{}, fmt.Errorf("export: %s lists nothing", v.Kind)
}

// listFacts are the facts behind the rows.
func (v View) listFacts() iter.Seq[*model.Fact] {
	return func(yield func(*model.Fact) bool) {
		l, err := v.listing()
		if err != nil {
			return // looked at by Write
		}
		for r := range l.rows {
			for _, f := range r.facts {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// listSheet is the listing for programs: its own columns, and behind them where
// each row is from, or the columns that were chosen.
func (v View) listSheet() sheet {
	l, _ := v.listing() // looked at by Write
	var own []int
	var s sheet
	for i, c := range l.columns {
		if c.reader != people {
			own = append(own, i)
			s.columns = append(s.columns, c)
		}
	}
	behind := slices.DeleteFunc(v.sources(), func(c column) bool {
		return slices.ContainsFunc(s.columns, func(h heading) bool { return h.key == c.key })
	})
	for _, c := range behind {
		s.columns = append(s.columns, c.heading(v.Lang))
	}
	s.rows = made(l.rows, func(r listed) []string {
		cells := make([]string, len(s.columns))
		for i, from := range own {
			cells[i] = r.cells[from]
		}
		for i, c := range behind {
			if len(r.facts) > 0 {
				cells[len(own)+i] = c.text(row{r.facts[0], v.Notes.At(r.facts[0])})
			}
		}
		return cells
	})
	return s
}

// sources are the columns that say where a row is from: those chosen, else name,
// file, line and sentence.
func (v View) sources() []column {
	if len(v.Columns) == 0 {
		v.Columns = []string{"name", "report", "line", "sentence", "flags", "id"}
		if !v.Project.IsEmpty() {
			v.Columns = append(v.Columns, "check")
		}
	}
	cols, _ := v.columns()
	return cols
}

// figures are a fact's cells in the columns of numberColumns.
func (v View) figures(f *model.Fact) []string {
	if f == nil {
		return make([]string, len(numberColumns))
	}
	change, words := f.Beside(), valueWords(f, v.Lang)
	if change != "" && strings.TrimLeft(change, "+-") != f.Quantity.Value.String()+f.Quantity.Unit {
		words += v.Lang.Pick("，", ", ") + changed(change, v.Lang)
	}
	return []string{words, f.Number(f.Stated().Value), f.Quantity.Unit, f.Stated().Sign(), change, periodWords(f, v.Lang), f.Period.Label, f.Stage.Word(v.Lang), string(f.Stage)}
}

// numberColumns are the columns that tell a number.
var numberColumns = [...]string{"<words", "#>value", ">unit", ">bound", ">change", "<period", ">period", "<stage", ">stage"}

// districtColumns are the columns that name a district: with its city where that
// does not go without saying, or name and city apart.
var districtColumns = [...]string{"<who", ">district", ">city"}

// namer names the districts on view.
func (v View) namer() namer {
	_, named := oneCity(v.Corpus.View(v.Filter))
	return func(d *model.District) []string { return []string{named(d), d.Name, d.City} }
}
