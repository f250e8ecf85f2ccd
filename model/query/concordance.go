package query

import (
	"slices"
	"strings"

	"qubi/model"
)

// Hit is a place in a report where a pattern occurs: keyword in context.
type Hit struct {
	District  *model.District
	Report    *model.Report
	Span      model.Span // of what was found, in the report's text
	Paragraph model.Span // around it
}

// Word is what was found, as it is written.
func (h Hit) Word() string { return h.Report.Quote(h.Span) }

// Facts are the facts that are stated there: those whose quote holds the hit, or
// else those of the sentence.
func (h Hit) Facts() []*model.Fact {
	var near, around []*model.Fact
	for _, f := range h.Report.Facts {
		switch {
		case f.Place.Quote.Contains(h.Span):
			near = append(near, f)
		case f.Place.Sentence.Contains(h.Span):
			around = append(around, f)
		}
	}
	if len(near) > 0 {
		return near
	}
	return around
}

// Fact is what carries a mark or a note of the place: the first fact stated there, else
// the place itself, which has no kind.
func (h Hit) Fact() *model.Fact {
	if facts := h.Facts(); len(facts) > 0 {
		return facts[0]
	}
	return &model.Fact{Report: h.Report, Name: h.Word(), Place: h.Report.PlaceAt(h.Span)}
}

// Concordance is every place where the pattern occurs in the reports of the
// districts on view, whether a fact is stated there or not: by district in the
// filter's order, within one by the reports' dates, then as the text runs. The
// words of a pattern must all occur in one paragraph.
func (ix *Index) Concordance(f Filter, p *Pattern) (all []Hit) {
	for _, d := range ix.View(f) {
		reports := slices.SortedStableFunc(slices.Values(d.Reports), func(a, b *model.Report) int {
			return a.Head.Date().Compare(b.Head.Date())
		})
		for _, r := range reports {
			if key := model.Fold(r.Text); slices.ContainsFunc(p.words, func(n needle) bool { return n.runes == nil && !strings.Contains(key, n.literal) }) {
				continue // what is not read as pinyin stands nowhere
			}
			for _, paragraph := range r.Paragraphs {
				for _, s := range p.Find(r.Quote(paragraph)) {
					at := model.Span{Start: paragraph.Start + s.Start, End: paragraph.Start + s.End}
					all = append(all, Hit{d, r, at, paragraph})
				}
			}
		}
	}
	return all
}
