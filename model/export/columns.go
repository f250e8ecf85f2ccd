package export

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"
	"sync"

	"qubi/model"
	"qubi/model/notes"
)

// column is a column of facts, a key of the facts contract: of CSV, TSV, SQL and
// workbooks, of Markdown, and of the objects in JSON.
type column struct {
	key    string
	member string // what stands before its value in an object of JSON, behind others
	number bool   // written as a number, never guarded
	text   func(row) string
	words  func(row, model.Lang) string // as people read it, where that is not the text
	json   func(*model.Fact) any        // as the contract has it, where that is neither text nor number
}

// row is a fact with what a reader left at it.
type row struct {
	*model.Fact
	note notes.Note
}

// readers are the keys of the columns that readers filled, behind all others.
const readers = 3

// columns are all columns in the order of the contract, and the reader's own
// behind them.
var columns = sync.OnceValue(func() []column {
	all := []column{
		{key: "kind", text: func(r row) string { return r.Kind.String() },
			words: func(r row, l model.Lang) string { return r.Kind.Word(l) }},
		{key: "district", text: func(r row) string { return r.Report.Head.District }},
		{key: "city", text: func(r row) string { return r.Report.Head.City }},
		{key: "report", text: func(r row) string { return r.Report.File }},
		{key: "title", text: func(r row) string { return r.Report.Head.Title }},
		{key: "published", text: func(r row) string { return model.Day(r.Report.Head.Published) }},
		{key: "name", text: func(r row) string { return r.Name }},
		{key: "indicator", text: func(r row) string { return r.Indicator }},
		{key: "value", number: true, text: func(r row) string { return r.Number(r.Quantity.Value) }},
		{key: "unit", text: func(r row) string { return r.Quantity.Unit }},
		{key: "base_value", number: true, text: func(r row) string { return r.Number(r.Quantity.Base) }},
		{key: "base_unit", text: func(r row) string { return r.Quantity.BaseUnit }},
		{key: "bound", text: func(r row) string { return r.Quantity.Sign() },
			words: func(r row, l model.Lang) string { return r.Quantity.Bound.Word(l) },
			json:  func(f *model.Fact) any { return sign(f) }},
		{key: "period", text: func(r row) string { return r.Period.Label }},
		{key: "change", text: func(r row) string { return r.Change }},
		{key: "rank", text: func(r row) string { return r.Rank }},
		{key: "stage", text: func(r row) string { return string(r.Stage) },
			words: func(r row, l model.Lang) string { return r.Stage.Word(l) }},
		{key: "tier", text: func(r row) string { return r.Tier }},
		{key: "group", text: func(r row) string { return r.Group }},
		{key: "themes", text: func(r row) string { return themes(r.Fact, model.Chinese, ";") },
			words: func(r row, l model.Lang) string { return themes(r.Fact, l, "、") },
			json:  func(f *model.Fact) any { return model.Map(f.Themes, model.Theme.String) }},
		{key: "quote", text: func(r row) string { return r.Quote() }},
		{key: "sentence", text: func(r row) string { return r.Sentence() }},
		{key: "paragraph", number: true, text: func(r row) string { return strconv.Itoa(r.Place.Paragraph) }},
		{key: "start", number: true, text: func(r row) string { return strconv.Itoa(r.Place.Quote.Start) }},
		{key: "end", number: true, text: func(r row) string { return strconv.Itoa(r.Place.Quote.End) }},
		{key: "line", number: true, text: func(r row) string { return strconv.Itoa(r.Line()) }},
		{key: "flags", text: func(r row) string { return strings.Join(model.Map(r.Flags, flagKey), ";") },
			words: func(r row, l model.Lang) string {
				return strings.Join(model.Map(r.Flags, func(g model.Flag) string { return g.Word(l) }), "、")
			},
			json: func(f *model.Fact) any { return model.Map(f.Flags, flagKey) }},
		{key: "whole", text: func(r row) string { return r.Whole }},
		{key: "id", text: func(r row) string { return string(r.Key()) }},
		{key: "owner", text: func(r row) string { return r.Owner }},
		{key: "scope", text: func(r row) string { return r.Scope }},
		{key: "versus", text: func(r row) string { return r.Versus }},
		{key: "within", text: func(r row) string { return r.Within.Label }},
		{key: "rule", text: func(r row) string { return r.Rule }},
		{key: "confidence", number: true, text: func(r row) string { return strconv.FormatFloat(r.Confidence, 'g', -1, 64) }},
		{key: "page", number: true, text: func(r row) string { return page(r.Fact) }},
		{key: "cell", text: func(r row) string { return r.Place.Cell }},
		{key: "check", text: func(r row) string { return r.Mark.String() },
			words: func(r row, l model.Lang) string { return r.Mark.Word(l) }},
		{key: "marked", text: func(r row) string { return map[bool]string{true: "1"}[r.note.Marked] }},
		{key: "note", text: func(r row) string { return r.note.Text }},
	}
	for i := range all {
		all[i].member = `,"` + all[i].key + `":`
	}
	return all
})

// Columns are the keys that View.Columns may hold, in their usual order.
func Columns() []string {
	return model.Map(columns(), func(c column) string { return c.key })
}

// appendValue writes what JSON has in the column; a number that is not there is null.
func (c *column) appendValue(b []byte, r row) []byte {
	if c.json != nil {
		return appendJSON(b, c.json(r.Fact))
	}
	switch text := c.text(r); {
	case !c.number:
		return appendText(b, text)
	case text != "":
		return append(b, text...)
	}
	return append(b, "null"...)
}

// cellValue is a cell as JSON writes it.
func cellValue(number bool, text string) any {
	switch {
	case !number:
		return text
	case text == "":
		return nil
	}
	return json.Number(text)
}

// heading heads the column.
func (c column) heading(l model.Lang) heading {
	return heading{label(l, c.key), c.key, c.number, everyone}
}

// page is the page of a paged file, or nothing.
func page(f *model.Fact) string {
	if f.Place.Page == 0 {
		return ""
	}
	return strconv.Itoa(f.Place.Page)
}

func themes(f *model.Fact, l model.Lang, sep string) string {
	return strings.Join(model.Map(f.Themes, func(t model.Theme) string { return t.Word(l) }), sep)
}

func flagKey(g model.Flag) string { return string(g) }

// sign is the contract's sign of a number's bound, "" where there is no number.
func sign(f *model.Fact) string {
	if f.HasValue {
		return cmp.Or(string(f.Quantity.Bound), string(model.Exactly))
	}
	return string(f.Quantity.Bound)
}
