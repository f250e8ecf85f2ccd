package extract

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// What a part is measured in is told with the whole, or with the part before it:
//
//	农林牧渔业总产值65亿元,其中农业41亿元           农业|总产值
//	采矿业增加值增长8.6%,制造业增长15.6%            制造业|增加值
//	固定资产投资增长9%。分产业看,第一产业增长12%     第一产业|投资

// inherited is the name of a part with the measure that it lacks; other names stay.
func (m *miner) inherited(name string, q *scan.Quantity, p phrase) string {
	if !m.lacksMeasure(name, q) {
		return name
	}
	f, measure := m.measuredBefore(q)
	if f == nil {
		return name
	}
	whole := m.part && f == m.head
	sorted := sortedBy(m.text[f.Place.Quote.End:p.Start])
	listed := !whole && f.Place.Sentence == m.s.Span && alike(name, strings.TrimSuffix(growthBase(f.Name), measure))
	if sorted || listed || m.part && q.Class != "ratio" {
		return name + measure
	}
	return name
}

// lacksMeasure reports a name of a part of an economy, or of what is grown, without what
// is measured of it.
func (m *miner) lacksMeasure(name string, q *scan.Quantity) bool {
	part := m.part && q.Class == "size" && utf8Len(name) <= 4
	firms := q.Class == "ratio" && lexicon.Firms.Suffix(name) != ""
	return (part || firms || tradeWords.Suffix(name) != "") && measureOf(name) == "" && !lexicon.Indicator.Has(name) && !strings.Contains(name, "占")
}

// alike reports two parts of one whole: both trades, or both kinds of companies.
func alike(a, b string) bool {
	return tradeWords.Suffix(a) != "" && tradeWords.Suffix(b) != "" || lexicon.Firms.Suffix(a) != "" && lexicon.Firms.Suffix(b) != ""
}

// measuredBefore is the last metric of the paragraph whose name ends with a measure that
// a number can share, and that measure.
func (m *miner) measuredBefore(q *scan.Quantity) (*model.Fact, string) {
	const back = 8 // facts
	for _, f := range slices.Backward(m.facts[max(0, len(m.facts)-back):]) {
		if f.Place.Paragraph != m.s.Paragraph {
			break
		}
		if measure := measureOf(growthBase(f.Name)); measure != "" && (q.Class == "ratio" || f.Quantity.BaseUnit == q.BaseUnit) {
			return f, measure
		}
	}
	return nil, ""
}

// measureOf is the measure that a name ends with: 增加值, 投资, 产量 (of 总产量).
func measureOf(name string) string {
	for _, w := range lexicon.Measure.Words() {
		if stem := strings.TrimSuffix(name, w); stem != name && stem != "" {
			return w
		}
	}
	return ""
}

// sortedBy reports words that sort a whole into its parts: 分产业看, 按门类分.
func sortedBy(between string) bool {
	for clause := range strings.FieldsFuncSeq(between, scan.IsBreak) {
		if lexicon.SortsBy.Prefix(clause) != "" && scan.EndsAny(clause, "看", "分") {
			return true
		}
	}
	return false
}

// shareBound gives a share the bound that stands before its verb: 约占全国的10%.
func shareBound(r run, p phrase) {
	i := strings.LastIndex(p.String(), "占")
	if i < 0 || r.first().Class != "ratio" || r.first().Bound != model.Exactly {
		return
	}
	if bound, _, ok := scan.BoundBefore(p.String()[:i]); ok {
		for k := range r.numbers {
			r.numbers[k].Bound = bound
		}
	}
}

// unbounded is the name of a share without the bound before its verb.
func unbounded(name string) string {
	i := strings.LastIndex(name, "占")
	if i <= 0 {
		return name
	}
	if _, n, ok := scan.BoundBefore(name[:i]); ok && n < i {
		return name[:i-n] + name[i:]
	}
	return name
}
