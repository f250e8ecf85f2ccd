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
	"cmp"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"qubi/data/head"
	"qubi/model"
)

// Read adds the facts of the document's tables, and of those that it draws, to a report.
// The facts that running text was read to state within such a table go: there, a row has
// no grammar. What is not read of a table of the file stands in its Unread. The values of
// a table are read in any order and, where each does its parts at once, together.
func Read(r *model.Report, drawn []model.Table, sentence func(*model.Document) *model.Report, each func(parts int, do func(i int))) *model.Report {
	var facts []*model.Fact
	var read []model.Span // tables, in the clean text
	var last goingOn
	for i, whole := range slices.Concat(r.Tables, drawn) {
		var unread []model.Unread
		headed := i < len(r.Tables) // else it may be anything that is drawn with blanks
		for _, t := range parts(whole, r.Document) {
			l, ok := layoutOf(t, r.Document)
			if !ok && last.in(t, r.Document) {
				l, ok = layoutOf(last.with(t), r.Document)
			}
			last = goingOn{l.heads, t}
			headed = headed || slices.ContainsFunc(rowsOf(t), l.isHead)
			if ok {
				read = append(read, spanOf(r.Document, t))
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
	slices.SortFunc(read, func(a, b model.Span) int { return a.Start - b.Start })
	kept := slices.DeleteFunc(slices.Clone(r.Facts), func(f *model.Fact) bool {
		return within(read, f.Place.Quote) || f.Kind == model.Metric && acrossCells(r.Document, f.Place.Quote)
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
	if len(d.Tables) == 0 || !strings.ContainsAny(d.Text[quote.Start:quote.End], "\t\n") {
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

// claim is one value of a table, with all that tells of it.
type claim struct {
	name, unit, value string
	whole             string // of which it is a part, and its number, or ""
	before, after     string // its bound: ≥, 以上, or ""
	rate              string // 增长 or 下降 where the value is a growth, or ""
	year              string // 2021年, or ""
	growth            string // in percent, or ""
	plan              bool   // it is a target
	place             string // whose it is, or ""
	strict            bool   // only a known indicator is taken
	cell              model.TableCell
}

// facts are those of a table. A sentence that differs from another in nothing but its numbers
// is read like that one.
func (l *layout) facts(r *model.Report, sentence func(*model.Document) *model.Report, each func(parts int, do func(i int))) (facts []*model.Fact) {
	claims := l.claims()
	shapes := map[string]int{} // to what is read first of them
	var firsts []claim
	now := r.Head.Date().Year()
	of := make([]string, len(claims))
	for i, c := range claims {
		of[i] = c.shape(now)
		if _, known := shapes[of[i]]; !known {
			shapes[of[i]] = len(firsts)
			firsts = append(firsts, c)
		}
	}
	read := make([]*model.Fact, len(firsts))
	each(len(firsts), func(i int) { read[i] = firsts[i].read(r, sentence) })
	for i, c := range claims {
		at := shapes[of[i]]
		f := c.as(firsts[at], read[at])
		if f == nil {
			f = c.read(r, sentence)
		}
		switch f = c.placed(f, r); {
		case f != nil:
			facts = append(facts, f)
		case c.strict:
			l.leave(model.UnreadHead, c.cell)
		default:
			l.leave(model.UnreadName, c.cell)
		}
	}
	return facts
}

// shape is what two claims have in common whose sentences are of one build: years that are
// past are told alike, and where nobody knows when it is, all are.
func (c claim) shape(now int) string {
	year := c.year
	if c.wholeYear() != 0 && (now <= 1 || c.wholeYear() < now) {
		year = "9999年"
	}
	return digits().ReplaceAllString(c.value, "9") + "|" + digits().ReplaceAllString(c.growth, "9") + "|" + strings.Join([]string{c.name, c.unit, c.before, c.after, c.rate, year, c.whole}, "|")
}

// wholeYear is the year that a claim's time is, 0 where that is none or a part of one.
func (c claim) wholeYear() int {
	if !oneYear().MatchString(c.year) {
		return 0
	}
	year, _ := strconv.Atoi(strings.TrimSuffix(c.year, "年"))
	return year
}

// yearly is the period of a claim of a whole year.
func (c claim) yearly() model.Period {
	year := c.wholeYear()
	return model.Period{Label: c.year, From: model.MonthOf(year, 1), To: model.MonthOf(year, 12)}
}

// as is the fact of a claim after that of another of its shape, nil where only reading tells.
func (c claim) as(first claim, read *model.Fact) *model.Fact {
	value, ok := model.ParseDecimal(c.value)
	if read == nil || !ok || value.Coef < 0 || isYear(c.value) || read.Quantity.Value.Coef != read.Quantity.Base.Coef || read.Change != first.change() {
		return nil
	}
	f := *read
	if c.year != first.year {
		if read.Period != first.yearly() {
			return nil
		}
		f.Period = c.yearly()
	}
	f.Quantity.Value, f.Quantity.Base = value, value.Shift(read.Quantity.Base.Exp-read.Quantity.Value.Exp)
	f.Change, f.Flags = c.change(), slices.Clone(read.Flags)
	return &f
}

// change is the growth that the claim's sentence tells, as a fact has it.
func (c claim) change() string {
	switch {
	case c.growth == "" || isShare(c.unit):
		return ""
	case strings.HasPrefix(c.growth, "-"):
		return c.growth + "%"
	}
	return "+" + c.growth + "%"
}

// read reads a claim as a sentence; nil where that gives anything but its one number.
func (c claim) read(r *model.Report, sentence func(*model.Document) *model.Report) *model.Fact {
	text := c.sentence()
	told := sentence(&model.Document{
		File: r.File, Path: r.Path, Original: text, Text: text, Head: r.Head, Paragraphs: []model.Span{{Start: 0, End: len(text)}},
	})
	return c.only(told.Facts)
}

// placed is a claim's fact as one of the report.
func (c claim) placed(f *model.Fact, r *model.Report) *model.Fact {
	d := r.Document
	quote := model.Span{Start: d.Offsets.Derived(c.cell.Start), End: d.Offsets.Derived(c.cell.End)}
	if f == nil || quote.End <= quote.Start || !strings.Contains(parted().Replace(folded(d.Text[quote.Start:quote.End])), parted().Replace(strings.TrimPrefix(c.value, "-"))) {
		return nil
	}
	row := sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Start > quote.Start })
	if c.plan {
		f.Stage = model.Target
	}
	c.own(f, r.Head)
	f.Report = nil // set with the corpus
	f.Place = model.Place{Quote: quote, Sentence: d.Paragraphs[row-1], Paragraph: row}
	f.Also = nil
	return f
}

// only is the one fact among those of the claim's sentence that is its number, nil for none
// or several.
func (c claim) only(facts []*model.Fact) (one *model.Fact) {
	for _, g := range facts {
		if g.Kind == model.Metric && g.HasValue && strings.Contains(g.Name, c.name) && plainNumber(c.value) == plainNumber(g.Quantity.Value.String()) && g.Quantity.Unit == c.unit {
			if one != nil {
				return nil
			}
			one = g
		}
	}
	if one != nil && c.strict && one.Indicator == "" {
		return nil
	}
	return one
}

// own says whose number a fact is, where it is not that of the report's district: it
// never stands for that one's. That of another district is the same fact of it; that of a
// town or of a place nobody knows has a name of its own.
func (c claim) own(f *model.Fact, of model.Head) {
	if c.place == "" || c.place == of.District {
		return
	}
	if county, known := head.County(c.place, of); known {
		if county.DistrictID() != of.DistrictID() {
			f.Owner, f.Flags = county.District, append(f.Flags, model.FlagScopeOther, model.FlagShared)
		}
		return
	}
	name := f.Name
	if c.rate != "" {
		name = cmp.Or(f.Indicator, name)
	}
	f.Name, f.Owner, f.Indicator = c.place+name, c.place, ""
	f.Flags = append(f.Flags, model.FlagScopeOther)
}

// level is the claim's number in words, without its time.
func (c claim) level() string { return c.name + c.rate + c.before + c.value + c.unit + c.after }

// sentence is the claim in words.
func (c claim) sentence() string {
	text := c.whole + c.level()
	if c.year != "" {
		text = c.year + text
	}
	switch change := c.change(); {
	case strings.HasPrefix(change, "+"):
		text += ",比上年增长" + change[1:]
	case change != "":
		text += ",比上年下降" + change[1:]
	}
	return text + "。"
}

// parted takes out what parts the thousands of a number.
var parted = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(",", "", " ", "") })

// plainNumber is a number as a decimal is written: 1,234.50 is 1234.5.
func plainNumber(s string) string {
	s = strings.ReplaceAll(s, ",", "")
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
