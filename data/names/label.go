package names

import (
	"strings"

	"qubi/model"
)

// What a list spells out: 六大产业：甲、乙; 当天开工的项目包括甲、乙.

// labelled finds the class or the set that a list spells out.
func (r *reader) labelled(l *list, n int) {
	i, spells := l.from-1, false
	for own := l.members[0].own; own.Len() > 0 && i >= 0 && r.nodes[i].Start >= own.Start; {
		i--
	}
	for ; i >= 0; i-- {
		k := r.kind(i)
		if k == nodeHas || k == nodeAmong {
			spells = true
			if k == nodeAmong {
				break
			}
			continue
		}
		if !spells && (k == nodeTakes || k == nodeCount) || k == nodeAdverb || spells && (k == nodeBreak && !r.nodes[i].strong || k == nodeCount || k == nodeOf || k == nodeSet) {
			if k == nodeSet && spells {
				l.set = r.nodes[i].Span
			}
			continue
		}
		if spells && k == nodeVerb && l.left == nil { // 建成的有两项：
			l.left, l.lead, l.counted = r.nodes[i].verb, r.nodes[i].Span, true
		}
		break
	}
	prev := 0
	switch {
	case spells:
		if prev = r.named; n > r.base && (r.names(&r.lists[n-1]) || prev == 0) {
			prev = n // the list right before, from 1
		}
		r.spelt = prev
	case r.spelt > 0 && r.parallel(l):
		prev = r.spelt
	case n > r.base && l.left == nil && l.right == nil && len(l.members) > 1 && r.kind(l.from-1) == nodeBreak && r.lists[n-1].counts && r.lists[n-1].to == l.from-1:
		prev = n // 新签约项目26个，甲、乙都在其列
	case l.left != nil:
		r.spelt = 0
	}
	if !spells && r.names(l) {
		r.named, r.told = n+1, r.spelling(l)
	}
	switch {
	case prev > r.base && prev != r.named:
		r.takeOver(l, &r.lists[prev-1], r.spelling(&r.lists[prev-1]))
	case prev > 0 && prev == r.named && prev != n+1:
		r.takeOver(l, &r.lists[prev-1], r.told)
	}
}

// spelling is what a list gives to those that spell it out.
type spelling struct {
	label model.Span // the class it is of
	right *verb      // what is said of it
}

func (r *reader) spelling(l *list) spelling {
	s := spelling{r.classIn(r.nodes[l.to-1]), l.right}
	if last := l.members[len(l.members)-1]; s.label.Start < last.Start || r.kind(l.to-1) != nodeItem {
		s.label = last.Span
	}
	if l.class.Len() > 0 {
		s.label = l.class
	}
	if strings.HasSuffix(r.of(s.label), "市") {
		s.label = model.Span{}
	}
	if l.left == nil && l.right == nil {
		if s.right = r.said(l); s.right == nil { // 当天开工的项目包括
			s.right = r.within(l) // 新签约项目26个
		}
	}
	return s
}

// said is the verb that says something of a class before its 的: 开工的项目, 竣工的10个
// 项目; nil when none does.
func (r *reader) said(l *list) *verb {
	i := l.from - 1
	for r.kind(i) == nodeCount {
		i--
	}
	own := r.nodes[max(i, 0)].Start
	if l.members[0].own.Len() > 0 {
		own = l.members[0].own.Start
	}
	for ; i > 0 && r.nodes[i].Start >= own; i-- {
		if r.kind(i) == nodeOf && r.kind(i-1) == nodeVerb && r.nodes[i-1].verb.project != "" {
			return r.nodes[i-1].verb
		}
	}
	return nil
}

// within is the verb that a class holds: 新签约项目; nil when it holds none.
func (r *reader) within(l *list) *verb {
	n := r.nodes[l.from]
	for i := n.first; i < len(r.tokens) && r.tokens[i].End <= n.End; i++ {
		if e := r.tokens[i].entry; e != nil && e.verb != nil && e.verb.strong {
			return e.verb
		}
	}
	return nil
}

// names reports whether a list may name what others spell out: it is counted or
// a bare class.
func (r *reader) names(l *list) bool {
	last := l.members[len(l.members)-1]
	if last.many || l.count > 0 {
		return true
	}
	name := r.of(last.Span)
	if n := r.nodes[l.to-1]; n.kind == nodeItem {
		name = r.of(r.classIn(n))
	}
	return classKind(name) != noKind && weigh(name).own == 0
}

// parallel reports whether a list goes on spelling out: it follows a number or a
// clause's end, and no verb governs it.
func (r *reader) parallel(l *list) bool {
	k := r.kind(l.from - 1)
	if k == nodeJoint {
		k = r.kind(l.from - 2) // ；以及
	}
	return k == nodeBreak && l.left == nil
}

// takeOver gives a list the class and the verb of the one it spells out.
func (r *reader) takeOver(l, from *list, s spelling) {
	l.label = s.label
	if from.set.Len() > 0 && l.set.Len() == 0 {
		l.set = from.set
	}
	l.counted = l.counted || from.members[len(from.members)-1].many || from.count > 0
	if l.left != nil || l.right != nil {
		return
	}
	l.left, l.right, l.lead = from.left, s.right, model.Span{}
	for i := l.from - 1; i > 0 && (from.sentence != r.sentence || i > from.to); i-- {
		if r.kind(i) == nodeCount && r.kind(i-1) == nodeVerb { // 竣工投产11个，其中
			l.left, l.right = r.nodes[i-1].verb, nil
			break
		}
	}
	if from.complement.Len() > 0 && l.complement.Len() == 0 {
		l.complement = from.complement
	}
}
