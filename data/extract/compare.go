package extract

import (
	"strings"

	"qubi/model"
)

// Numbers that relate a metric to another time or place: 由32%提高到45%, 是2011年
// 的1.54倍, 高于全市2.3个百分点.

// starts reads the first number of 由32%提高到45%. It is the level that was:
// not told, unless it has a year of its own (从2016年的100亿元增加到…).
func (m *miner) starts(r run, p phrase) bool {
	s := strings.TrimRight(p.String(), " 的")
	i := max(strings.LastIndex(s, "由"), strings.LastIndex(s, "从"))
	if i < 0 && m.raised(r) { // 比重32%提高到45%
		i = len(s)
		s += "由"
	}
	if i < 0 || len(r.numbers) > 1 || vocab["rise"].prefix(m.text[r.end():m.s.End]) == "" {
		return false
	}
	when := s[i+len("由"):]
	y, n := year(when)
	if n == 0 && utf8Len(when) > 6 {
		return false
	}
	name, _ := leftName(phrase{m.text, model.Span{Start: p.Start, End: p.Start + i}}, m.district)
	m.fromAt = p.Start
	if m.from = name.name(); m.from == "" && len(m.last) == 0 {
		return false
	} else if m.from == "" {
		m.from = m.last[len(m.last)-1].Name
	}
	if n > 0 {
		f := m.add(r.first(), m.from, model.Span{Start: p.Start, End: r.end()}, false)
		f.Period, f.Stage = yearly(y), model.Achieved
	}
	return true
}

// raised reports that a level of the same unit follows the number directly, to
// which it rose or fell: then the number is what was, even without 由.
func (m *miner) raised(r run) bool {
	w := vocab["rise"].prefix(m.text[r.end():m.s.End])
	if w == "" {
		return false
	}
	at := r.end() + len(w)
	rest := model.Span{Start: at, End: m.s.End}
	next, _, ok := nextQuantity(m.text, rest, rest)
	return ok && next.span.Start == at && sameKind(*r.first(), next)
}

// compares reads a comparison of the metric before, which stays the last one:
// 是2011年的1.54倍, 高于全市2.3个百分点.
func (m *miner) compares(r run, p phrase) bool {
	q := r.first()
	p.blanks()
	for _, w := range [...]string{"增速", "增幅", "总量", "分别", "均"} {
		if strings.HasPrefix(p.String(), w) {
			p.trimHead(len(w))
		}
	}
	s := p.String()
	if len(m.last) == 0 || q.class != "ratio" && q.class != "point" {
		return false
	}
	multiple := q.BaseUnit == "倍" && strings.HasSuffix(s, "的") && vocab["predicate"].prefix(s) != ""
	if !multiple && vocab["versus"].prefix(s) == "" {
		return false
	}
	name, head := m.last[len(m.last)-1].Name, m.head
	word := vocab["versus"].prefix(s)
	places := splitList(s[len(word):])
	for i := range r.numbers {
		full := name
		if !multiple {
			full += word + places[min(i, len(places)-1)]
		}
		f := m.add(&r.numbers[i], full, model.Span{Start: p.Start, End: r.end()}, false)
		if m.head = head; !multiple {
			f.Indicator = ""
		}
	}
	return true
}
