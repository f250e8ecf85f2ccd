package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// A word like 企业, 总投资 or 营业额 is no indicator: two of them in a table would
// be taken for the same thing. Whose they are stands beside the number:
//
//	[五大项目]总投资         总投资135.8亿元的五大项目       behind 的
//	[汽车产业园]企业         汽车产业园已有16家企业          the clause's subject

// owned puts the owner in front of a name that says nothing alone.
func (m *miner) owned(name string, r run, p phrase) string {
	if !vocab["generic"].has(name) {
		return name
	}
	owner := ""
	if r.first().class != "count" {
		owner = m.ownerBehind(r)
	}
	if owner == "" {
		owner = m.ownerBefore(p)
	}
	if owner == "" || strings.HasSuffix(owner, name) || utf8.RuneCountInString(owner+name) > maxName {
		return name
	}
	return owner + name
}

// ownerBehind is the noun of 总投资9亿元的甲项目, also where it is counted
// (年度投资94亿元的87个重点项目).
func (m *miner) ownerBehind(r run) string {
	rest := m.text[r.end():m.s.End]
	if !strings.HasPrefix(rest, "的") {
		return ""
	}
	at := r.end() + len("的")
	noun := model.Span{Start: at, End: max(at, r.to)}
	next := model.Span{Start: at, End: m.s.End}
	if q, _, ok := nextQuantity(m.text, next, next); ok && q.span.Start == at {
		noun = model.Span{Start: q.span.End, End: m.s.End}
	}
	right := phrase{m.text, noun}
	right.bounded()
	s := rightName(right).name()
	if vocab["owner"].suffix(s) == "" || strings.ContainsAny(s, "、0123456789") {
		return ""
	}
	return s
}

// ownerBefore is the clause's subject before its first verb, when it is one that
// owns things.
func (m *miner) ownerBefore(p phrase) string {
	p.head(m.district)
	whole := p
	p.tail()
	if p.subject(); p.Span == whole.Span || vocab["owner"].suffix(p.String()) == "" {
		return ""
	}
	return p.name()
}
