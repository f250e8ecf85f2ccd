package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What is said of a list on both sides.

// around finds what is said of a list on both sides.
func (r *reader) around(l *list, n int) {
	r.before(l, n)
	r.beside(l)
	r.after(l)
	if l.lead.Len() == 0 && l.right.grows() && !l.right.builds() {
		l.left = nil // 实施五大行动，甲、乙两条赛道优势凸显
	}
	l.title = r.title(l)
	l.opens = r.opens(l.front)
	if !l.site && r.located(l) {
		l.right = nil
	}
	r.labelled(l, n)
	r.saidBefore(l)
	if r.kind(l.from-1) == nodeSet {
		l.set = r.nodes[l.from-1].Span
	}
	if l.lead.Len() > 0 {
		l.Start = min(l.Start, l.lead.Start)
	}
}

// opens reports whether what is told begins with the node at i, or stands right behind a part of
// a set.
func (r *reader) opens(i int) bool {
	if lead := r.nodes[:i]; i == 0 || lead[i-1].strong || !slices.ContainsFunc(lead, func(n node) bool { return n.kind != nodeBreak && n.kind != nodeAside }) {
		return true // （1）甲园, ——乙园
	}
	return (r.kind(i-1) == nodeBreak || r.kind(i-1) == nodeHas) && r.kind(i-2) == nodeItem && isSet(r.of(r.nodes[i-2].Span))
}

// beside takes in whether 是 stands before a list, and what is measured right behind it.
func (r *reader) beside(l *list) {
	for i := max(l.front-1, 0); i < l.from; i++ { // 是全区最大的甲园, but 最大的是甲园
		l.said = l.said || r.nodes[i].kind == nodeIs && r.kind(i-1) != nodeOf
	}
	l.acts = r.kind(l.front-1) == nodeBreak && slices.Contains(predicates, r.kind(l.to)) && !r.colon(l.to)
	end := r.past(l.to, 1, nodeAdverb)
	l.clause = r.kind(l.from-1) == nodeBreak && r.kind(end) == nodeBreak && end < len(r.nodes)
	l.measured = r.kind(l.to) == nodeSize && !r.nodes[l.to].money
	l.valued = len(l.members) == 1 && r.kind(l.to) == nodeAmount
	l.priced = len(l.members) == 1 && r.costly(l)
}

// predicates are the nodes by which what a list does is told.
var predicates = []nodeKind{nodeVerb, nodeWeak, nodeStop, nodeAdverb, nodeHas, nodeTakes}

// before finds the verb that governs a list.
func (r *reader) before(l *list, n int) {
	prev := r.previous(n)
	if l.front = r.ownBefore(l.from); l.front < l.from {
		l.members[0].own = model.Span{Start: r.nodes[l.front].Start, End: r.nodes[l.from-1].End}
	}
	for i := l.front - 1; i >= 0 && r.leads(l, prev, i); i-- {
	}
}

// leads takes in the node at i before a list; it reports whether the verb may stand before it.
func (r *reader) leads(l, prev *list, i int) bool {
	switch n := &r.nodes[i]; n.kind {
	case nodeCount, nodeAdverb, nodeSet:
		return true
	case nodeWeak, nodeStop:
		if !r.passes(i) && l.open {
			l.follows(prev, i) // 推进甲、乙|则|水库、丙等项目建设
		}
		return r.passes(i)
	case nodeTakes:
		l.taken = true
	case nodeVerb:
		if n.verb.left {
			r.governs(l, prev, i)
		}
	case nodeBreak: // 推进甲、乙等道路，丙、丁等学校
		if !n.strong && r.another(l) {
			l.follows(prev, i)
		}
	case nodeJoint, nodeComma: // 甲、乙2个千亿级产业和丙、丁4个百亿级产业
		if r.kind(i-1) == nodeBreak && r.another(l) { // 加快甲、乙等高铁，以及丙、丁等水利工程建设
			i--
		}
		l.follows(prev, i)
	}
	return false
}

// another reports whether a list may be one more of what the verb before the list before it
// governs: 丙、丁等学校, 丙500亿级产业集群.
func (r *reader) another(l *list) bool {
	if l.right != nil || slices.Contains(predicates, r.kind(l.to)) {
		return false
	}
	if len(l.members) > 1 {
		return l.open || l.counts
	}
	name := r.of(l.members[0].Span)
	return l.open || lastTier(name) != "" && endsIndustry(name)
}

// passes reports whether the node at i may stand between a verb and its object: no place does (设立在).
func (r *reader) passes(i int) bool {
	return r.kind(i-1) == nodeVerb && !strings.HasSuffix(r.of(r.nodes[i].Span), "在")
}

// follows gives a list the verb before the list that ends at the node at.
func (l *list) follows(prev *list, at int) {
	if prev != nil && prev.to == at {
		l.left, l.taken = prev.left, prev.taken
	}
}

// governs takes in the verb at i before a list.
func (r *reader) governs(l, prev *list, i int) {
	n := &r.nodes[i]
	l.left, l.lead = r.timed(i), n.Span
	switch {
	case l.members[0].own.Len() > 0 && strings.HasSuffix(r.of(n.Span), "完成"):
		l.left = nil // 完成投资3亿元的甲项目: it may not be finished
	case prev != nil && prev.left != nil && n.verb.project == "" && n.verb.cluster == "":
		l.left = compose(prev.left, n.verb) // 谋划甲, 配套乙
	}
}

// subject reports whether what is said before the first name of a list is said of something
// else, which stands before the verb: 甲路贯通的节点.
func (r *reader) subject(l *list) bool {
	for i := l.front; i < l.from; i++ {
		if r.kind(i) == nodeItem && r.kind(r.past(i+1, 1, nodeAdverb)) == nodeVerb {
			return true
		}
	}
	return false
}

// located reports whether a list only says where something is: 在甲园开工.
func (r *reader) located(l *list) bool {
	return r.kind(l.from-1) == nodeStop && ends(r.of(r.nodes[l.from-1].Span), lexicon.NameWhere) != ""
}

// previous is the list before the nth in its sentence; nil when there is none.
func (r *reader) previous(n int) *list {
	if n == r.base {
		return nil
	}
	return &r.lists[n-1]
}

// reach is how many nodes around a list are read for it: no clause that anyone wrote has so many.
const reach = 64

// ownBefore is where what is said of the first member alone begins: behind the
// verb that governs it, if one does; from when nothing is said.
func (r *reader) ownBefore(from int) int {
	if r.kind(from-1) != nodeOf {
		return from
	}
	start := from - 1
	for start > max(0, from-reach) {
		switch r.kind(start - 1) {
		case nodeBreak, nodeEtc, nodeAside:
		case nodeHas:
			if r.kind(start-2) == nodeVerb { // 打造有竞争力的
				start--
				continue
			}
		default:
			start--
			continue
		}
		break
	}
	for i := start; i < from-1; i++ { // the verb that is nearest to the clause's begin
		k := r.kind(i)
		if k == nodeVerb && r.nodes[i].verb.left && r.kind(i+1) != nodeOf && (i+1 < from-2 || r.kind(i+1) == nodeItem) {
			return i + 1
		}
		if k == nodeItem || k == nodeAmount {
			break
		}
	}
	return start
}

// object is the item that the verb at i governs; -1 when there is none.
func (r *reader) object(i int) int {
	for i++; r.kind(i) == nodeCount || r.kind(i) == nodeStop && r.scoped(i) || r.kind(i) == nodeAdverb && lexicon.EachOne.Has(r.of(r.nodes[i].Span)); i++ { // 完成全部路基工程
	}
	if r.kind(i) != nodeItem || r.nodes[i].Len() <= len("线") {
		return -1 // 跨过投产线
	}
	return i
}

// scoped reports whether the node at i ends in a word for the whole of a place: 全区.
func (r *reader) scoped(i int) bool { return ends(r.of(r.nodes[i].Span), lexicon.NameScope) != "" }

// attributive reports whether the verb at i belongs to a noun behind it: 建成的.
func (r *reader) attributive(i int) bool { return r.kind(i+1) == nodeOf }

// aspect reports whether the item at i is a part or a side of what is told: 主体,
// 建设, so that the verb behind it is said of the whole.
func (r *reader) aspect(i int) bool {
	return ends(r.of(r.nodes[i].Span), lexicon.NameAspect) != ""
}

// says takes in a verb behind a list.
func (r *reader) says(l *list, at model.Span, v *verb) {
	switch {
	case l.right != nil:
		l.right = compose(l.right, v)
	case !v.right && v.project == model.Planned:
		l.right = v.as(model.Building) // 有力推动
		l.right.goes = true
	default:
		l.right = v
	}
	l.End = max(l.End, at.End)
}

// timed is the verb at i, planned where an adverb says that it is not done yet: 尚未
// 开工, 计划新开工.
func (r *reader) timed(i int) *verb {
	v := r.nodes[i].verb
	for j := i - 1; r.kind(j) == nodeAdverb || r.kind(j) == nodeTakes || r.kind(j) == nodeItem && j == i-1; j-- {
		if v.project != "" && lexicon.NameNotYet.Has(r.of(r.nodes[j].Span)) {
			v = v.as(model.Planned)
			v.ahead = true
		}
	}
	return v
}

// complement keeps what a list is said to be: the items up to the clause's end.
func (r *reader) complement(l *list, i int) bool {
	for j := i; j < len(r.nodes); j++ {
		switch r.kind(j) {
		case nodeItem:
			l.complement = r.nodes[j].Span
			l.End = max(l.End, r.nodes[j].End)
		case nodeCount, nodeOf, nodeAdverb, nodeWeak, nodeJoint:
		case nodeVerb: // 为培育产业
			if l.left != nil || !r.nodes[j].verb.grows() || r.kind(j+1) != nodeItem || !endsIndustry(r.of(r.nodes[j+1].Span)) {
				return l.complement.Len() > 0
			}
			l.left = r.nodes[j].verb
		case nodeStop:
			if !r.scoped(j) {
				return l.complement.Len() > 0
			}
		default:
			return l.complement.Len() > 0
		}
	}
	return l.complement.Len() > 0
}

// seek finds a verb of building farther on: 甲医院上月打下第一根桩, 乙电场获得批复, or
// behind what else is told of the list: 丙桥列入规划，力争年底前贯通. It says less than one
// right behind the names.
func (b *behind) seek() {
	for i := b.list.to; i < min(len(b.nodes), b.list.to+reach) && !b.nodes[i].strong; i++ {
		if b.ongoing(i) {
			b.list.ongoing = true
		}
		switch b.kind(i) {
		case nodeBreak:
			b.ellipsis(i + 1)
			return
		case nodeComma, nodeHas, nodeAmong, nodeIs:
			return
		case nodeOf:
			if i > b.list.to || !b.partOf(i+1) {
				return
			}
		case nodeItem, nodeStop:
			if b.passes(i) {
				i = b.clauseEnd(i) - 1
			}
		case nodeVerb:
			if b.far(i) {
				return
			}
			if b.object(i) >= 0 { // 甲小镇建成游客中心
				i = b.clauseEnd(i) - 1
			}
		}
	}
}

// ongoing reports an adverb that says that what is told is going on: 正在.
func (b *behind) ongoing(i int) bool {
	return b.kind(i) == nodeAdverb && ends(b.of(b.nodes[i].Span), lexicon.NameOngoing) != ""
}

// far takes in a verb farther on, where it is said of the list.
func (b *behind) far(i int) bool {
	v := b.nodes[i].verb
	if v.left && b.object(i) >= 0 || !v.right || v.project == "" || b.attributive(i) {
		return false
	}
	b.found(i)
	return true
}

// ellipsis reads a clause that goes on saying something of the list without naming
// it again.
func (b *behind) ellipsis(i int) {
	for b.kind(i) == nodeAdverb || b.kind(i) == nodeTakes {
		i++
	}
	if b.kind(i) != nodeVerb || b.list.left != nil {
		return
	}
	if j := b.object(i); j >= 0 {
		b.early = b.early || prepares(b.of(b.nodes[j].Span)) // 已完成前期论证
	} else if v := b.nodes[i].verb; v.right && v.project != "" && !b.attributive(i) && !b.governsNext(i) {
		b.found(i)
	}
}

// found takes in the verb at i, which does not stand right behind the list.
func (b *behind) found(i int) {
	v := *b.timed(i)
	v.strong = false
	b.list.right, b.list.far = &v, true
	b.list.End = max(b.list.End, b.nodes[i].End)
}

// governsNext reports whether the verb at i, which opens another clause, is said of what follows:
// 甲大会，强力推进以项目为王.
func (b *behind) governsNext(i int) bool {
	return b.nodes[i].verb.left && b.kind(b.past(i+1, 1, nodeAdverb)) != nodeBreak
}

// partOf reports whether a side or a part of the list's things stands at i, or what is
// done to them.
func (b *behind) partOf(i int) bool {
	if b.kind(i) == nodeVerb {
		return b.nodes[i].verb.inner
	}
	if b.kind(i) != nodeItem {
		return false
	}
	name := b.of(b.nodes[i].Span)
	h := headOf(name)
	return holds(name, lexicon.NameAspect) != "" && (h == nil || h.class)
}

// countedLater reads what a list is said to be where the next clause counts it: 甲、乙、丙，
// 全县就打这三张牌.
func (r *reader) countedLater(l *list) {
	if r.kind(l.to) != nodeBreak || l.to >= len(r.nodes) || len(l.members) == 1 {
		return
	}
	if r.nodes[l.to].strong {
		r.resumed(l)
		return
	}
	for i, end := l.to+1, r.clauseEnd(l.to+1); i < end-1 && r.kind(i) != nodeTakes; i++ {
		next := r.nodes[i+1]
		if name := r.of(next.Span); r.nodes[i].count == len(l.members) && next.kind == nodeItem && (endsIndustry(name) || ends(name, lexicon.NamePillar) != "") {
			l.complement = next.Span
		}
	}
}

// resumed reads what is said of a list where it is spoken of again behind a mark: 甲项目、乙项目
// ……一个个项目的签约.
func (r *reader) resumed(l *list) {
	i := l.to
	for i < len(r.nodes) && r.kind(i) == nodeBreak {
		i++
	}
	if i >= len(r.nodes) || !r.nodes[i].many || r.kind(i+1) != nodeItem || !endsProject(r.of(r.nodes[i+1].Span)) || !r.bareClass(r.nodes[i+1].Span) {
		return
	}
	if i += 2; r.kind(i) == nodeOf {
		i++
	}
	if r.kind(i) == nodeVerb && r.nodes[i].verb.right {
		l.right = r.nodes[i].verb
	}
}
