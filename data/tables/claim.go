package tables

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"qubi/data/head"
	"qubi/model"
)

// claim is one value of a table, with all that tells of it.
type claim struct {
	name, unit, value string
	whole             string // of which it is a part, and its number, or ""
	before, after     string // its bound: ≥, 以上, or ""
	rate              string // 增长 or 下降 where the value is a growth, or ""
	grown             bool   // its cell says that the value is a growth
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
	told := make([]*model.Fact, len(firsts))
	each(len(firsts), func(i int) { told[i] = firsts[i].read(r, sentence) })
	for i, c := range claims {
		first := shapes[of[i]]
		f := c.as(firsts[first], told[first])
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
	return c.only(read(r, sentence, c.sentence()))
}

// read are the facts of a sentence that stands for cells of a report.
func read(r *model.Report, sentence func(*model.Document) *model.Report, text string) []*model.Fact {
	return sentence(&model.Document{
		File: r.File, Path: r.Path, Original: text, Text: text, Head: r.Head, Paragraphs: []model.Span{{Start: 0, End: len(text)}},
	}).Facts
}

// placed is a claim's fact as one of the report.
func (c claim) placed(f *model.Fact, r *model.Report) *model.Fact {
	d := r.Document
	quote := quoteOf(d, c.cell)
	if f == nil || quote.End <= quote.Start || !strings.Contains(parted().Replace(folded(d.Text[quote.Start:quote.End])), parted().Replace(strings.TrimPrefix(c.value, "-"))) {
		return nil
	}
	if c.plan {
		f.Stage = model.Target
	}
	c.own(f, r.Head)
	return at(f, quote, d)
}

// quoteOf is where a cell stands in the clean text.
func quoteOf(d *model.Document, c model.TableCell) model.Span {
	return model.Span{Start: d.Offsets.Derived(c.Start), End: d.Offsets.Derived(c.End)}
}

// at is a fact with its place, a cell of the document.
func at(f *model.Fact, quote model.Span, d *model.Document) *model.Fact {
	row := sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Start > quote.Start })
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
	if c.place == "" || strings.HasSuffix(of.District, c.place) { // 高新区 of 济南高新区
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
