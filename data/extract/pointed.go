package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// 前者 and 后者 stand for the two that were named last: the metrics told before, or
// the items of a list that told no number.
//
//	投资616亿元、增加值1100亿元,前者增长24.5%,后者增长10%      the levels told
//	收入和支出,前者完成25亿元,后者完成61亿元                  the list's items

// antecedent is one of the two.
type antecedent struct {
	name string
	fact *model.Fact // nil of a list's item, until its level is told
}

// pointsBack reads a run whose clause begins with 前者 or 后者.
func (m *miner) pointsBack(r run, p phrase) bool {
	if len(r.numbers) > 1 {
		return false
	}
	p.trimHead(len(p.String()) - len(strings.TrimLeft(p.String(), " 、")))
	w, which := lexicon.FormerOf.Prefix(p.String()), 0
	if w == "" {
		w, which = lexicon.Latter.Prefix(p.String()), 1
	}
	if w == "" {
		return false
	}
	if which == 0 || m.pair[1].name == "" {
		m.pair = m.named2(r, p)
	}
	of := &m.pair[which]
	if of.name == "" {
		return false
	}
	m.rule, m.grown = "pointed", false
	quote := model.Span{Start: p.Start, End: r.end()}
	p.trimHead(len(w))
	q, noun := r.first(), p
	if !noun.tail() && (q.Class == "ratio" || q.Class == "point") {
		if sign, w := direction(noun.String(), q); sign != "" {
			m.growPointed(of, q, sign, w, quote)
			return true
		}
	}
	name, _ := leftName(p, m.district)
	of.fact = m.add(q, of.name+name.name(), quote, false)
	m.last = []*model.Fact{of.fact}
	return true
}

// growPointed gives one of the two its growth, the change of its level where one was told.
func (m *miner) growPointed(of *antecedent, q *scan.Quantity, sign, word string, quote model.Span) {
	if f := of.fact; f != nil && f.Change == "" && f.Quantity.BaseUnit != "%" {
		f.Change = signed(sign, q)
		f.Place.Quote.End = max(f.Place.Quote.End, quote.End)
		m.last = []*model.Fact{f}
		return
	}
	name := of.name
	if isGrowthWord(word) {
		name += word
	}
	m.last, m.grown = []*model.Fact{m.addGrowth(q, name, quote, sign)}, true
}

// named2 are the two that were named last before a run's own clause.
func (m *miner) named2(r run, p phrase) (two [2]antecedent) {
	if own := m.clauseBefore(r, p); !own.empty() {
		own.head(m.district)
		own.verbless()
		items, shared, _ := m.subjects(own, 2)
		if len(items) == 2 {
			owner, of, owned := strings.Cut(items[0], "的")
			for i, item := range items {
				if i == 0 && owned {
					item = of
				}
				if owned { // 建筑企业的施工面积、竣工面积
					item = owner + item
				}
				two[i].name = oneForm(joinName(item, shared, ""))
			}
			return two
		}
	}
	if n := len(m.facts); n > 1 && m.facts[n-2].Place.Paragraph == m.s.Paragraph {
		for i, f := range m.facts[n-2:] {
			two[i] = antecedent{growthBase(f.Name), f}
		}
	}
	return two
}

// sumsUp reports a text that only stands for the numbers told before: 两者, 三项数字,
// 这两组数.
func sumsUp(s string) bool { return s != "" && summing(s) == len(s) }

// summing is the length of such words at the front of a text.
func summing(s string) int {
	this := len(pointsWords.Prefix(s))
	w := lexicon.Both.Prefix(s[this:])
	if w == "" {
		return 0
	}
	n := this + len(w)
	return n + len(lexicon.Figures.Prefix(s[n:]))
}

// verbless ends a list of indicators behind the last of them, where a verb goes on
// (施工面积、竣工面积|双双缩减).
func (p *phrase) verbless() {
	s := p.String()
	last := max(0, strings.LastIndex(s, "、"), strings.LastIndex(s, "和"))
	for i := range s[last:] {
		if w := stopWords.Prefix(s[last+i:]); w != "" && i > len("和某") && !scan.PartOfNoun(s, last+i, len(w)) && !partOfIndicator(s, last+i, len(w)) {
			p.End = p.Start + last + i
			break
		}
	}
	p.tail()
}
