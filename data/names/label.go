package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What a list spells out: 六大产业：甲、乙; 当天开工的项目包括甲、乙.

// labelled finds the class or the set that a list spells out.
func (r *reader) labelled(l *list, n int) {
	if l.spells = r.spells(l); l.spells || r.spelt > 0 {
		r.settle(n)
	}
	from := r.spelledBy(l, n)
	if from > 0 {
		r.settle(n + 1) // before it takes over what it spells out
	}
	switch {
	case from == 0, from == n+1:
	case from == r.named:
		r.takeOver(l, &r.lists[from-1], r.told)
	case from > r.base:
		r.takeOver(l, &r.lists[from-1], r.spelling(&r.lists[from-1]))
	}
}

// settle finds which list before the nth may be spelt out, which most never are.
func (r *reader) settle(n int) {
	for i := n - 1; i >= r.asked; i-- {
		if l := &r.lists[i]; !l.spells && r.names(l) {
			r.named, r.told = i+1, r.spelling(l)
			break
		}
	}
	r.asked = n
}

// The nodes one of which stands before what is spelt out, those of them before which ： or 其中
// may still stand, and those that may stand before that.
var (
	opening = []nodeKind{nodeAmong, nodeHas, nodeIs, nodeAdverb, nodeTakes, nodeCount}
	ahead   = []nodeKind{nodeAdverb, nodeTakes, nodeCount}
	between = []nodeKind{nodeBreak, nodeCount, nodeOf, nodeSet, nodeAdverb}
)

// spells reports whether a list spells out what stands before it; it takes in the verb and
// the set that are told there.
func (r *reader) spells(l *list) (spells bool) {
	if spells = r.oneOfThem(l); !spells && !slices.Contains(opening, r.kind(l.front-1)) || r.empty(l) {
		return false
	}
	for i := l.front - 1; i >= 0; i-- {
		switch n := &r.nodes[i]; {
		case n.kind == nodeAmong:
			return true
		case n.kind == nodeHas, r.isClass(i, l): // 主导产业为甲、乙
			spells = true
		case !spells:
			if !r.standsAhead(i) {
				return false
			}
		case n.kind == nodeSet:
			l.set = n.Span
		case n.strong || !slices.Contains(between, n.kind):
			if n.kind == nodeVerb && l.left == nil && l.set.Len() == 0 { // 建成的有两项：
				l.left, l.lead, l.counted = n.verb, n.Span, true
			}
			return true
		}
	}
	return spells
}

// isClass reports whether 是 at i stands between a class of industries and several of them.
func (r *reader) isClass(i int, l *list) bool {
	return len(l.members) > 1 && r.kind(i) == nodeIs && r.kind(i-1) == nodeItem && classKind(r.of(r.nodes[i-1].Span)) == clusterClass && r.bareClass(r.nodes[i-1].Span)
}

// standsAhead reports whether the node at i may stand right before what is spelt out.
func (r *reader) standsAhead(i int) bool { return slices.Contains(ahead, r.kind(i)) || r.oneIs(i) }

// oneIs reports whether 是 at i stands behind a count, as where things are told one by one: 一个是甲.
func (r *reader) oneIs(i int) bool { return r.kind(i) == nodeIs && r.kind(i-1) == nodeCount }

// empty reports whether a list names nothing: 有份, 有大突破.
func (r *reader) empty(l *list) bool {
	name := r.of(l.members[0].Span)
	return len(l.members) == 1 && (len(name) <= len("份") || headOf(name) == nil && weigh(name).empty())
}

// oneOfThem reports whether a list is said to be of what stands before it: 甲、乙都在其列, 以甲、
// 乙为代表.
func (r *reader) oneOfThem(l *list) bool {
	i := r.past(l.to, 1, nodeAdverb)
	if r.kind(i) != nodeStop || !lexicon.NameOneOfThem.Has(r.of(r.nodes[i].Span)) {
		return l.stands
	}
	if r.kind(i+1) == nodeCount && r.nodes[i+1].count == len(l.members) { // 是其中两个
		l.count = len(l.members)
	}
	return true
}

// spelledBy is which list the nth one, told from 0, spells out, told from 1; 0 when it spells
// out none.
func (r *reader) spelledBy(l *list, n int) int {
	switch before := n > r.base; {
	case l.spells:
		r.spelt = r.named
		if before && (r.named == 0 || r.names(&r.lists[n-1])) {
			r.spelt = n // the list right before
		}
		return r.spelt
	case r.spelt > 0 && r.parallel(l):
		return r.spelt
	case before && r.counts(l, &r.lists[n-1]):
		if r.costsMoney(l) {
			r.spelt = n // and so does each that follows
		}
		return n
	case l.left != nil:
		r.spelt = 0
	}
	return 0
}

// counts reports whether a list spells out without a mark how many things the one before it
// tells of, or some of them: 新签约项目26个，甲、乙……; 在建项目中，甲、乙……; 已竣工项目4个，投资3亿元的甲，
// 投资2亿元的乙.
func (r *reader) counts(l, prev *list) bool {
	if l.class.Len() > 0 && !endsProject(r.of(l.class)) {
		return false // 航线58条，送餐、巡检等场景
	}
	several := slices.ContainsFunc(l.members[1:], func(m member) bool { return !m.soft })
	return l.left == nil && l.right == nil && (several || r.costsMoney(l)) && r.awaits(prev, l)
}

// awaits reports that the things a list tells of stand right behind it, in another.
func (r *reader) awaits(l, next *list) bool {
	at := l.to
	if l.amid && r.kind(at) == nodeStop {
		at++
	}
	told := l.counts || l.amid || l.members[0].many && l.from > 0 && r.nodes[l.from-1].count == len(next.members) // 形成三大板块，甲、乙、丙
	return told && len(l.members) == 1 && (at == next.from-1 || at == next.front-1) && r.kind(at) == nodeBreak
}

// costsMoney reports whether it is told before the first name of a list what it costs: 投资3亿元的甲.
func (r *reader) costsMoney(l *list) bool {
	return holds(r.of(l.members[0].own), lexicon.NameInvests) != ""
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
	if (l.left == nil || l.classed) && l.right == nil {
		if s.right = r.said(l); s.right == nil { // 当天开工的项目包括
			s.right = r.within(l.from) // 新签约项目26个
		}
	}
	return s
}

// said is the verb that says something of a class before its 的: 开工的项目, 竣工的10个
// 项目, or of what is picked from it: 开工项目中最大的是甲; nil when none does.
func (r *reader) said(l *list) *verb {
	i := r.past(l.from-1, -1, nodeCount)
	own := r.nodes[max(i, 0)].Start
	if l.members[0].own.Len() > 0 {
		own = l.members[0].own.Start
	}
	if r.kind(i) == nodeIs && r.kind(i-1) == nodeOf {
		own = r.nodes[r.clauseBegin(i)].Start
	}
	for ; i > 0 && r.nodes[i].Start >= own; i-- {
		switch r.kind(i - 1) {
		case nodeVerb:
			if v := r.nodes[i-1].verb; r.kind(i) == nodeOf && v.builds() {
				return v
			}
		case nodeItem:
			if r.classOf(i-1) != projectClass {
				continue
			}
			class := r.nodes[i-1].Span
			if v := r.within(i - 1); v != nil { // 作为开工项目的
				return v
			}
			if titled(r.of(class)) != model.NoStage { // 签约项目中最大的是
				l.label = class
				return nil
			}
		}
	}
	return nil
}

// saidBefore takes in what is said of a list before the 的 of its first name, where nothing else is: 签约的
// 甲、乙等6个项目，开工的丙等3个. That it is being built outweighs what is to come: 在建的甲，预计明年投产.
func (r *reader) saidBefore(l *list) {
	if l.lead.Len() > 0 || l.right.builds() && !l.right.ahead || r.subject(l) {
		return
	}
	switch v := r.said(l); {
	case v == nil, l.right.builds() && !v.goes:
	case l.right.builds():
		l.right = nil
		fallthrough
	default:
		l.left, l.classed = v, true
	}
}

// classOf is what the things of the item at i are as a class: many lists ask for one.
func (r *reader) classOf(i int) className {
	n := &r.nodes[i]
	if !n.sorted {
		n.class, n.sorted = classKind(r.of(n.Span)), true
	}
	return n.class
}

// within is the verb that the class at i holds: 新签约项目, or is named by: 新建项目; nil when it holds
// none.
func (r *reader) within(i int) *verb {
	n := r.nodes[i]
	if deed, ok := strings.CutSuffix(r.of(n.Span), "项目"); ok {
		if v := lex().of(deed).verb; v.builds() && !v.strong {
			return v
		}
	}
	for i := n.first; i < len(r.tokens) && r.tokens[i].End <= n.End; i++ {
		if e := r.tokens[i].entry; e != nil && e.verb != nil && (e.verb.strong || e.verb.project == model.Signed) {
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
	name := last.Span
	if n := r.nodes[l.to-1]; n.kind == nodeItem {
		name = r.classIn(n)
	}
	return r.bareClass(name)
}

// parallel reports whether a list goes on spelling out: it follows a number or a
// clause's end, and no verb governs it.
func (r *reader) parallel(l *list) bool {
	i := l.from - 1
	if r.costsMoney(l) {
		i = l.front - 1
	}
	if r.kind(i) == nodeJoint || r.oneIs(i) {
		i-- // ；以及
	}
	if r.kind(i) == nodeCount {
		i--
	}
	return r.kind(i) == nodeBreak && l.left == nil
}

// takeOver gives a list the class and the verb of the one it spells out.
func (r *reader) takeOver(l, from *list, s spelling) {
	if l.label = s.label; from.whole() { // 甲、乙两大产业产值……，其中丙产量
		l.label = model.Span{}
	}
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
	if l.complement.Len() == 0 && !strings.HasPrefix(r.of(from.complement), "为") { // 以甲、乙为主导，建有丙楼
		l.complement = from.complement
	}
}

// title reports whether a list stands alone where its sentence begins, as what the rest
// speaks of.
func (r *reader) title(l *list) bool {
	if len(l.members) > 1 || l.members[0].many {
		return false
	}
	for i := range l.front {
		if r.kind(i) != nodeAside { // （一）
			return false
		}
	}
	if l.to >= len(r.nodes) || r.nodes[l.to].strong || r.kind(l.to) == nodeHas {
		return true
	}
	i := l.to
	if r.kind(i) == nodeBreak && r.kind(i+1) == nodeAmount { // 甲项目，总投资3亿元
		i += 2
	}
	l.summed = r.kind(i) == nodeSize && r.nodes[i].money
	return l.summed || r.kind(l.to) == nodeBreak && numbers(r.text[:r.nodes[0].Start]) // 4.甲厂，日处理3万吨
}
