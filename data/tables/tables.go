// Package tables reads statistic tables: a row is an indicator, the columns are
// its value, unit, growth and year.
//
//	指标          单位   2020年   2021年   比上年增长(%)
//	地区生产总值  亿元   312.5    352.8    8.6
//
// A cell with a value is read as the sentence that it stands for, 2021年地区生产
// 总值352.8亿元,增长8.6%, by the reader of sentences: so that names, units,
// periods and topics are those of running text. What that reader does not take
// for exactly this one number is left out. The fact's place is the cell.
package tables

import (
	"maps"
	"slices"
	"sort"

	"qubi/model"
)

// Read adds the facts of the document's tables, and of those that it draws, to a report.
// The facts that running text was read to state within such a table go: there, a row has
// no grammar. What is not read of a table of the file stands in its Unread. The values of
// a table are read in any order and, where each does its parts at once, together.
func Read(r *model.Report, drawn []model.Table, sentence func(*model.Document) *model.Report, each func(parts int, do func(i int))) *model.Report {
	var facts []*model.Fact
	var tables []model.Span // in the clean text, that are read
	var last goingOn
	for i, whole := range slices.Concat(r.Tables, drawn) {
		var unread []model.Unread
		headed := i < len(r.Tables) // else it may be anything that is drawn with blanks
		for _, t := range parts(whole, r.Document) {
			p, ok := projectsOf(t, r.Document)
			if !ok && last.in(t, r.Document) {
				p, ok = projectsOf(last.with(t), r.Document)
			}
			if ok {
				last = goingOn{p.heads, t}
				tables = append(tables, spanOf(r.Document, t))
				facts = append(facts, p.facts(r, sentence, each)...)
				unread, headed = slices.AppendSeq(unread, maps.Values(p.unread)), true
				continue
			}
			l, ok := layoutOf(t, r.Document)
			if !ok && last.in(t, r.Document) {
				l, ok = layoutOf(last.with(t), r.Document)
			}
			last = goingOn{l.heads, t}
			headed = headed || slices.ContainsFunc(rowsOf(t), l.isHead)
			if ok {
				tables = append(tables, spanOf(r.Document, t))
				facts = append(facts, l.facts(r, sentence, each)...)
			} else {
				l.leave(model.UnreadHead, t.Cells...)
			}
			unread = slices.AppendSeq(unread, maps.Values(l.unread))
		}
		slices.SortStableFunc(unread, func(a, b model.Unread) int { return a.At - b.At })
		switch {
		case i < len(r.Tables):
			r.Tables[i].Unread = unread
		case headed:
			r.Unread = append(r.Unread, unread...)
		}
	}
	slices.SortFunc(tables, func(a, b model.Span) int { return a.Start - b.Start })
	kept := slices.DeleteFunc(slices.Clone(r.Facts), func(f *model.Fact) bool {
		return within(tables, f.Place.Quote) || acrossCells(r.Document, f.Place.Quote)
	})
	kept = joined(kept, facts)
	slices.SortStableFunc(kept, func(a, b *model.Fact) int { return a.Place.Quote.Start - b.Place.Quote.Start })
	return &model.Report{Document: r.Document, Facts: kept}
}

// joined are the facts of a text and those of its tables; one that tells the number of
// one before is a place of that.
func joined(kept, facts []*model.Fact) []*model.Fact {
	if len(facts) == 0 {
		return kept
	}
	firsts := map[telling]*model.Fact{}
	for _, f := range kept {
		if t := tellingOf(f); firsts[t] == nil {
			firsts[t] = f
		}
	}
	for _, f := range facts {
		t := tellingOf(f)
		if first := firsts[t]; first != nil && !f.Period.IsZero() { // of what has no period nobody knows that it is the same
			first.Also = append(first.Also, f.Place)
		} else {
			firsts[t] = f
			kept = append(kept, f)
		}
	}
	return kept
}

// acrossCells reports whether a quote joins cells of one of the file's tables.
func acrossCells(d *model.Document, quote model.Span) bool {
	if len(d.Tables) == 0 {
		return false
	}
	_, from := d.CellOf(quote)
	_, to := d.CellOf(model.Span{Start: quote.End - 1, End: quote.End})
	return from != "" && from != to
}

// within reports whether a quote lies in one of the spans, which are in order and apart.
func within(spans []model.Span, quote model.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End >= quote.End })
	return i < len(spans) && spans[i].Contains(quote)
}

// telling is what two facts have in common that tell the same number.
type telling struct {
	kind         model.Kind
	name, change string
	owner        string
	quantity     model.Quantity
	period       model.Period
	stage        model.Stage
}

// tellingOf is that of a fact. Periods with the same are the same, see [model.Period.Same],
// unless they are unstated.
func tellingOf(f *model.Fact) telling {
	p := f.Period
	if p.From != 0 {
		p.Label = p.Day()
	}
	return telling{f.Kind, f.Name, f.Change, f.Owner, f.Quantity, p, f.Stage}
}

// spanOf is where a table stands in the clean text.
func spanOf(d *model.Document, t model.Table) model.Span {
	first, last := t.Cells[0], t.Cells[len(t.Cells)-1]
	return model.Span{Start: d.Offsets.Derived(first.Start), End: d.Offsets.Derived(last.End)}
}
