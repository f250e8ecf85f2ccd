package compare

import (
	"slices"

	"qubi/model"
)

// Coded is a passage of a report that a person gave a code.
type Coded struct {
	Code     string
	District model.DistrictID
	Chars    int // of the passage
}

// WithCodes is the comparison whose table of counts tells how many passages of
// each district have a code; it is asked before that table is.
func (c *Comparison) WithCodes(all []Coded) *Comparison {
	c.coded = all
	return c
}

// codeRows are a row for each code, in the order in which they come.
func (c *Comparison) codeRows() (rows []CountRow) {
	column := map[model.DistrictID]int{}
	for j, d := range c.Districts {
		column[d.ID()] = j
	}
	for _, p := range c.coded {
		i := slices.IndexFunc(rows, func(r CountRow) bool { return r.Code == p.Code })
		if i < 0 {
			i = len(rows)
			rows = append(rows, CountRow{Code: p.Code, Cells: make([]CountCell, len(c.Districts))})
		}
		if j, ok := column[p.District]; ok {
			cell := &rows[i].Cells[j]
			cell.Names++
			cell.Chars += p.Chars
		}
	}
	return rows
}

// Word names what the row counts: a code, a theme; "" is all themes.
func (r CountRow) Word(l model.Lang) string {
	switch {
	case r.Code != "":
		return r.Code
	case r.Theme == model.NoTheme:
		return ""
	}
	return r.Theme.Word(l)
}
