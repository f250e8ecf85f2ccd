package export

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/notes"
)

// writeJSON writes the view as one object: what was chosen, the districts with
// their reports, and the table. Facts are objects of the facts contract. Every
// row and every fact is a line of its own, so that two exports can be compared
// by line.
func writeJSON(o *out, v View) error {
	o.put("{\n")
	o.member("view", v.Kind)
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
	o.list("districts", v.jsonDistricts())
	o.put(",\n")
	o.flush()
	switch v.Kind {
	case Counts:
		o.list("rows", v.jsonCounts())
	case Indicators:
		o.list("rows", v.jsonIndicators())
	case Shared:
		o.list("rows", v.jsonNames())
	case Ranking, Time, Chart, Found, Review:
		o.list("rows", v.jsonList())
	default:
		o.list("facts", func(yield func(any) bool) {
			for f := range v.each() {
				if !yield(v.noted(f)) {
					return
				}
			}
		})
	}
	o.put("\n}\n")
	return o.err
}

// jsonList is the rows of a listing: its columns for programs, and the facts.
func (v View) jsonList() iter.Seq[any] {
	l, _ := v.listing() // looked at by Write
	return func(yield func(any) bool) {
		for r := range l.rows {
			one := jsonRow{facts: []contractFact{}}
			for i, c := range l.columns {
				if c.reader != people {
					one.keys, one.values = append(one.keys, c.key), append(one.values, jsonCellOf(c.number, r.cells[i]))
				}
			}
			for _, f := range r.facts {
				one.facts = append(one.facts, v.noted(f))
			}
			if !yield(one) {
				return
			}
		}
	}
}

// jsonRow is a row whose members stand in the order of its columns.
type jsonRow struct {
	keys   []string
	values []any
	facts  []contractFact
}

// jsonCellOf is a cell as JSON writes it; a number that is not there is null.
func jsonCellOf(number bool, text string) any {
	switch {
	case !number:
		return text
	case text == "":
		return nil
	}
	return json.Number(text)
}

// MarshalJSON writes the row.
func (r jsonRow) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, key := range append(slices.Clone(r.keys), "facts") {
		value := any(r.facts)
		if i < len(r.values) {
			value = r.values[i]
		}
		b.WriteString(`"` + key + `":`)
		if err := enc.Encode(value); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // its line end
		b.WriteByte(',')
	}
	b.Truncate(b.Len() - 1)
	b.WriteByte('}')
	return b.Bytes(), nil
}

// member writes a member of the outermost object and the comma behind it.
func (o *out) member(name string, value any) {
	o.json(name)
	o.put(":")
	o.json(value)
	o.put(",")
}

// list writes a list with one line for each of its members.
func (o *out) list(name string, members iter.Seq[any]) {
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

// jsonFilter is what was chosen, in the contract's words; empty lists are all.
type jsonFilter struct {
	Themes []string `json:"themes"`
	Kinds  []string `json:"kinds"`
	Stages []string `json:"stages"`
	Expr   string   `json:"expr"`
	Marked bool     `json:"marked"`
}

func (v View) chosen() jsonFilter {
	f := v.Filter
	return jsonFilter{texts(f.Themes, model.Theme.String), texts(f.Kinds, model.Kind.String),
		texts(f.Stages, func(s model.Stage) string { return string(s) }), f.Expr.Text(), v.Kind == Marked || f.Marked != nil}
}

// jsonDistrict is a district with the reports that its facts come from.
type jsonDistrict struct {
	District   string       `json:"district"`
	City       string       `json:"city"`
	Characters int          `json:"characters"`
	Reports    []jsonReport `json:"reports"`
}

type jsonReport struct {
	Report    string `json:"report"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Source    string `json:"source"`
}

func (v View) jsonDistricts() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, d := range v.Corpus.View(v.Filter) {
			one := jsonDistrict{d.Name, d.City, d.Chars(), nil}
			for _, r := range d.Reports {
				one.Reports = append(one.Reports, jsonReport{r.File, r.Head.Title, day(r.Head.Published), r.Head.Source})
			}
			if !yield(one) {
				return
			}
		}
	}
}

// noted is the fact with what a reader left at it, where there is anything.
func (v View) noted(f *model.Fact) contractFact {
	c := contract(f)
	if note := v.Notes.At(f); note != (notes.Note{}) {
		c.readersNote = &readersNote{note.Marked, note.Text}
	}
	return c
}

// jsonCounts is the table of themes and kinds; an empty word is all of them.
func (v View) jsonCounts() iter.Seq[any] {
	type cell struct {
		District          string      `json:"district"`
		Facts             int         `json:"facts"`
		Told              int         `json:"told"`
		Characters        int         `json:"characters"`
		ToldPer1000       json.Number `json:"told_per_1000"`
		CharactersPer1000 json.Number `json:"characters_per_1000"`
	}
	type row struct {
		Theme string `json:"theme"`
		Kind  string `json:"kind"`
		Cells []cell `json:"cells"`
	}
	return func(yield func(any) bool) {
		cmp := v.compare()
		for _, r := range cmp.Counts() {
			one := row{themeKey(r), kindKey(r), []cell{}}
			for j, c := range r.Cells {
				one.Cells = append(one.Cells, cell{name(cmp.Districts[j]), c.Facts, c.Names, c.Chars, json.Number(c.PerThousand().String()), json.Number(c.Share().String())})
			}
			if !yield(one) {
				return
			}
		}
	}
}

// jsonCell is a district's cell: its state, and its facts, the one that is shown
// first. With very many districts the cells that state nothing are left out.
type jsonCell struct {
	District string         `json:"district"`
	State    string         `json:"state"`
	Facts    []contractFact `json:"facts"`
}

// jsonCells are a row's cells.
func (v View) jsonCells(districts []*model.District, facts func(j int) []*model.Fact, state func(j int) compare.CellState) []jsonCell {
	cells := []jsonCell{}
	for j, d := range districts {
		all := facts(j)
		if len(all) == 0 && len(districts) > manyDistricts {
			continue
		}
		c := jsonCell{name(d), state(j).String(), []contractFact{}}
		for _, f := range all {
			c.Facts = append(c.Facts, v.noted(f))
		}
		cells = append(cells, c)
	}
	return cells
}

// jsonIndicators is the table of indicators with verdicts and reasons by their
// stable keys, and every fact of every cell.
func (v View) jsonIndicators() iter.Seq[any] {
	type row struct {
		Indicator string     `json:"indicator"`
		BaseUnit  string     `json:"base_unit"`
		Verdict   string     `json:"verdict"`
		Reasons   []string   `json:"reasons"`
		Cells     []jsonCell `json:"cells"`
	}
	return func(yield func(any) bool) {
		cmp := v.compare()
		for _, r := range cmp.Rows() {
			cells := v.jsonCells(cmp.Districts, r.Facts, func(j int) compare.CellState { return r.Cell(j).State })
			if !yield(row{r.Indicator, r.Unit, r.Verdict().String(), texts(r.Reasons(), compare.Reason.String), cells}) {
				return
			}
		}
	}
}

// jsonNames is what is shared and what is not.
func (v View) jsonNames() iter.Seq[any] {
	type row struct {
		Kind    string     `json:"kind"`
		Name    string     `json:"name"`
		Sharing string     `json:"sharing"`
		Cells   []jsonCell `json:"cells"`
	}
	return func(yield func(any) bool) {
		cmp := v.compare()
		for _, r := range cmp.Names() {
			if !yield(row{r.Kind.String(), r.Title(), r.Sharing().String(), v.jsonCells(cmp.Districts, r.Facts, r.State)}) {
				return
			}
		}
	}
}
