package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"qubi/data/scan"
	"qubi/model"
)

// finish orders the facts by their place and folds a fact told twice into one
// with two places.
func finish(x *reading, facts []*model.Fact) *model.Report {
	slices.SortStableFunc(facts, func(f, g *model.Fact) int {
		return cmp.Or(cmp.Compare(f.Place.Quote.Start, g.Place.Quote.Start), cmp.Compare(f.Place.Quote.End, g.Place.Quote.End))
	})
	kept := make([]*model.Fact, 0, len(facts))
	alike := make([]int32, 0, len(facts)) // of each kept, one more than the place of the one before that has its key
	seen := make(map[key]int32, len(facts))
	var earlier []*model.Fact
	for _, f := range facts {
		if f.Name == "" {
			continue // a number that nothing names (0和0和0%) says nothing
		}
		k := keyOf(f)
		earlier = earlier[:0]
		for i := seen[k]; i > 0 && len(earlier) < sameValues; i = alike[i-1] {
			earlier = append(earlier, kept[i-1])
		}
		if first := x.told(earlier, f); first != nil && headline(x.doc, first) && f.Kind == model.Metric {
			swap(first, f)
		} else if first != nil {
			merge(first, f)
		} else {
			kept, alike = append(kept, f), append(alike, seen[k])
			seen[k] = int32(len(kept))
		}
	}
	for _, f := range kept {
		if !f.Period.IsZero() || f.Is(model.FlagFormer) {
			f.Within = model.Period{} // its own time became known, or is the one before
		}
	}
	markRepairs(x.doc, kept)
	number(x.doc, kept)
	return &model.Report{Document: x.doc, Facts: kept}
}

// A fact quotes its whole sentence, unless no report has one like it: a text without a
// full stop, or a table in one line. Of that it quotes what stands around it, so that
// what is written out grows with the text and not with its square.
const (
	longSentence = 1800 // bytes, 600 characters
	manyFacts    = 40   // of one sentence
	sightBeside  = 150  // bytes on either side of the quote
)

// Narrow gives the places of a report's facts the sentences that they quote.
func Narrow(r *model.Report) {
	text, facts := r.Text, r.Facts
	told := make(map[model.Span]int, len(facts))
	for _, f := range facts {
		told[f.Place.Sentence]++
		for _, p := range f.Also {
			told[p.Sentence]++
		}
	}
	for _, f := range facts {
		narrowPlace(text, &f.Place, told[f.Place.Sentence])
		for i := range f.Also {
			narrowPlace(text, &f.Also[i], told[f.Also[i].Sentence])
		}
	}
}

// narrowPlace narrows the sentence of a place, in which so many facts are told.
func narrowPlace(text string, p *model.Place, facts int) {
	if p.Sentence.Len() <= longSentence && facts <= manyFacts {
		return
	}
	p.Sentence = scan.WholeRunes(text, model.Span{Start: max(p.Sentence.Start, p.Quote.Start-sightBeside), End: min(p.Sentence.End, p.Quote.End+sightBeside)})
}

// key is what two tellings of one fact have in common.
type key struct {
	kind        model.Kind
	name        string // of a cluster, park or project
	coef        int64
	exp         int
	unit, ranks string
}

func keyOf(f *model.Fact) key {
	if f.Kind != model.Metric {
		return key{kind: f.Kind, name: foldName(f.Name)}
	}
	d := f.Quantity.Base
	for d.Coef != 0 && d.Coef%10 == 0 {
		d.Coef, d.Exp = d.Coef/10, d.Exp+1
	}
	rank := ""
	if f.Ordinal() { // its number says little without whom it is among
		rank = f.Rank
	}
	return key{f.Kind, "", d.Coef, d.Exp, f.Quantity.BaseUnit, rank}
}

// told finds the earlier telling of a fact: the same indicator, the same time,
// the same stage, in another sentence, among those before it, the last one first.
func (x *reading) told(list []*model.Fact, f *model.Fact) *model.Fact {
	for _, e := range slices.Backward(list) {
		if f.Kind != model.Metric {
			return e
		}
		if e.Place.Sentence != f.Place.Sentence && headline(x.doc, e) && e.Rank == "" && titles(e, f) {
			return e
		}
		if e.Place.Sentence != f.Place.Sentence && e.Stage == f.Stage && sameName(e, f) && samePeriod(e, f) && (e.Change == f.Change || e.Change == "" || f.Change == "") {
			return e
		}
	}
	return nil
}

// titles reports that a title line's fact may be what the body tells: at a time and a stage that
// it does not contradict, and of no other indicator.
func titles(title, f *model.Fact) bool {
	during := title.Period.From <= f.Period.From && f.Period.To <= title.Period.To
	return title.Stage == f.Stage && (during || samePeriod(title, f)) && (title.Indicator == "" || f.Indicator == "" || title.Indicator == f.Indicator)
}

// headline reports a fact told in a title line at the text's beginning: the
// body tells it again, and better.
func headline(doc *model.Document, f *model.Fact) bool {
	p := doc.Paragraphs[f.Place.Paragraph-1]
	return f.Place.Paragraph <= 8 && scan.IsHeading(doc.Text[p.Start:p.End])
}

// swap puts the body's telling in the headline's place.
func swap(headline, body *model.Fact) {
	place := headline.Place
	also := headline.Also
	*headline = *body
	headline.Also = append(append(headline.Also, place), also...)
}

// sameValues bounds the search for an earlier telling among facts that have
// nothing in common but their number.
const sameValues = 100

func sameName(e, f *model.Fact) bool {
	if e.Owner != "" && f.Owner != "" && e.Owner != f.Owner {
		return false // two projects may cost the same
	}
	if e.Indicator != "" && e.Indicator == f.Indicator {
		return true
	}
	a, b := foldName(e.Name), foldName(f.Name)
	return a == b || min(len(a), len(b)) >= len("四字指标") && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// samePeriod: a telling without a period, such as a headline's, is taken for
// the one with; bare ranks are told too alike for that.
func samePeriod(e, f *model.Fact) bool {
	p, q := e.Period, f.Period
	return p.Same(q) || p.Label == q.Label || !e.Ordinal() && (p.IsZero() || q.IsZero())
}

// merge adds what the later telling knows to the earlier one.
func merge(e, f *model.Fact) {
	e.Also = append(append(e.Also, f.Place), f.Also...)
	if e.Period.IsZero() {
		e.Period = f.Period
	}
	if e.Change == "" {
		e.Change = f.Change
	}
	if e.Rank == "" {
		e.Rank = f.Rank
	}
	if e.Stage == model.NoStage {
		e.Stage = f.Stage
	}
	if e.Tier == "" {
		e.Tier = f.Tier
	}
	if e.Group == "" {
		e.Group = f.Group
	}
	if !e.HasValue && f.HasValue {
		e.HasValue, e.Quantity = true, f.Quantity
	}
}

// number gives each place the paragraph in which its quote begins; until then it
// bears that of its sentence, which a wrapped line may have begun.
func number(doc *model.Document, facts []*model.Fact) {
	set := func(p *model.Place) {
		p.Paragraph = sort.Search(len(doc.Paragraphs), func(i int) bool { return doc.Paragraphs[i].Start > p.Quote.Start })
	}
	for _, f := range facts {
		set(&f.Place)
		for i := range f.Also {
			set(&f.Also[i])
		}
	}
}

// markRepairs flags the facts whose sentence holds restored or damaged text.
func markRepairs(doc *model.Document, facts []*model.Fact) {
	for _, f := range facts {
		s := f.Place.Sentence
		i := sort.Search(len(doc.Repairs), func(i int) bool { return doc.Repairs[i].Span.End >= s.Start })
		for ; i < len(doc.Repairs) && doc.Repairs[i].Span.Start < s.End; i++ {
			flag := model.FlagRepaired
			if !doc.Repairs[i].Proved {
				flag = model.FlagUnrepaired
			}
			if !slices.Contains(f.Flags, flag) {
				f.Flags = append(f.Flags, flag)
			}
		}
	}
}
