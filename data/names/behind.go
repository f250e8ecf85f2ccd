package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What is told behind a list: the verb, or what the list is said to be.

// after finds what is told behind a list: the verb, or what it is said to be.
func (r *reader) after(l *list) {
	if r.countsProjects(l.to - 1) {
		return
	}
	b := behind{reader: r, list: l, partial: l.work != "", early: prepares(l.work)}
	for i := l.to; i < len(r.nodes) && b.reads(i); i++ {
	}
	if (l.right == nil || l.right.honour) && (l.left == nil || l.left.project == "") && l.complement.Len() == 0 {
		b.seek()
	}
	if l.left == nil && l.right == nil && l.complement.Len() == 0 {
		r.countedLater(l)
	}
	b.settle()
}

// settle ends what a list is told to be where only a part, the site or the preparations are
// told of.
func (b *behind) settle() {
	switch l := b.list; {
	case b.early && (l.right != nil || l.left == nil || l.left.goes):
		l.right = &verb{right: true, ahead: true, project: model.Planned} // 前期工作有序推进
	case l.right == nil && l.site:
		l.right = &verb{right: true, project: model.Building} // 甲项目工地上
	case b.partial && l.right != nil && l.right.project == model.Done:
		l.right = l.right.as(model.Building) // 厂房主体已完工
	}
}

// behind is what has been read behind a list.
type behind struct {
	*reader
	list    *list
	breaks  int  // commas passed
	weak    bool // a verb of the common language was passed
	partial bool // what follows is told of a part
	early   bool // what follows is told of the preparations
}

// passed are the nodes that may stand between a list and what is said of it.
var passed = []nodeKind{nodeAdverb, nodeAside, nodeSize, nodeAmount, nodeCount}

// reads takes in the node at i; it reports whether what follows may still be said
// of the list.
func (b *behind) reads(i int) bool {
	n, l, next := &b.nodes[i], b.list, b.kind(i+1)
	b.soFar(i)
	switch n.kind {
	case nodeTakes: // 近期将正式开工
		return next == nodeAdverb || next == nodeVerb
	case nodeWeak:
		return b.weakVerb(i)
	case nodeComma:
		return l.right != nil || next == nodeSize || next == nodeCount
	case nodeBreak:
		return b.goesPast(n)
	case nodeVerb:
		return b.verb(i)
	case nodeItem:
		return l.right == nil && b.side(i)
	case nodeOf:
		return l.right == nil
	case nodeHas:
		return l.right == nil && b.hasPart(i)
	}
	b.described(i)
	return slices.Contains(passed, n.kind)
}

// soFar takes in that the node at i tells how far a thing is built: 形象进度过半.
func (b *behind) soFar(i int) {
	if b.partial && b.list.right == nil && b.share(i) {
		b.goesSoFar(i)
	}
}

// hasPart reports whether 有 at i tells of parts of what is built: 甲工业园有2栋厂房封顶.
func (b *behind) hasPart(i int) bool {
	return b.kind(i+1) == nodeCount && !b.countsProjects(i+1)
}

// countsProjects reports whether projects are counted at i, of which what follows is said: 某某市28个项目
// 集中开工.
func (r *reader) countsProjects(i int) bool {
	return r.kind(i) == nodeCount && r.kind(i+1) == nodeItem && endsProject(r.of(r.nodes[i+1].Span)) && r.bareClass(r.nodes[i+1].Span)
}

// goesPast reports whether what stands behind a break may still be said of the list, of which
// nothing was said so far.
func (b *behind) goesPast(n *node) bool {
	b.breaks++
	return !n.strong && b.breaks <= 2 && !b.weak && b.list.left == nil && b.list.right == nil
}

// described keeps what a list is said to be by the node at i, and its set.
func (b *behind) described(i int) {
	n, l := &b.nodes[i], b.list
	switch n.kind {
	case nodeIs:
		if !b.told(i) && !b.classSaid(i) && b.complement(l, i+1) {
			b.grown()
		}
	case nodeKindWord:
		l.complement = n.Span
		l.End = max(l.End, n.End)
	case nodeSet:
		l.set = n.Span
	case nodeAdverb:
		b.partial = b.partial || lexicon.NamePartial.Has(b.of(n.Span)) // 进度近八成
	}
}

// grown takes in what is done with a list for what it is said to be: 甲作为支柱产业来培育.
func (b *behind) grown() {
	for i := b.list.to; i < b.clauseEnd(b.list.to); i++ {
		if n := b.nodes[i]; n.kind == nodeVerb && b.list.left == nil && n.Start > b.list.complement.Start && n.verb.grows() && !b.attributive(i) {
			b.list.left = n.verb
		}
	}
}

// verb takes in the verb at i; it reports whether more may follow.
func (b *behind) verb(i int) bool {
	v, l := b.nodes[i].verb, b.list
	switch {
	case l.taken && b.handled(i):
		return false
	case l.right == nil && (v.project == model.Done && b.progresses(i) || v.honour && b.honoured(i)):
		return false
	case !v.right && !b.goesOn(i) && !b.closes(i), b.attributive(i), v.left && b.takes(i, b.breaks > 0), b.breaks > 0 && b.governsNext(i):
		return false
	}
	b.says(l, b.nodes[i].Span, b.timed(i))
	l.deed = l.deed || b.kind(i-1) == nodeOf
	return true
}

// weakVerb takes in the verb of the common language at i; it reports whether more may follow.
func (b *behind) weakVerb(i int) bool {
	b.weak = true
	b.early = b.early || b.breaks == 0 && prepares(b.of(b.nodes[i].Span)) // 甲项目手续办理
	return b.list.right != nil || !b.progresses(i)
}

// closes reports whether the verb at i, which otherwise stands before its object, ends the
// clause of a list that no verb governs.
func (b *behind) closes(i int) bool {
	v := b.nodes[i].verb
	if j := b.object(i); j >= 0 && lexicon.NameDeal.Has(b.of(b.nodes[j].Span)) { // 签订投资协议
		i = j
	}
	return b.kind(i+1) == nodeBreak && b.list.left == nil && b.breaks == 0 && (v.builds() || v.grows())
}

// handled takes in what is done to a list that 把 or 对 stands before: 把甲打造成支柱产业,
// 对甲路进行改造.
func (b *behind) handled(i int) bool {
	n, l := &b.nodes[i], b.list
	switch {
	case l.complement.Len() == 0 && n.verb.left && b.complement(l, b.past(i+1, 1, nodeIs)): // 培育成为支柱产业
		l.right = nil
	case n.verb.inner && n.verb.project != "" && l.left == nil && b.kind(i+1) == nodeBreak:
	default:
		return false
	}
	l.left, l.lead = n.verb, n.Span
	return true
}

// honoured takes in what a list is raised to: 甲产业集群跻身国家级集群.
func (b *behind) honoured(i int) bool {
	j := b.object(i)
	if j >= 0 && b.enrolled(b.nodes[j].Span) {
		return true
	}
	if j >= 0 && (classKind(b.of(b.nodes[j].Span)) != clusterClass || !b.complement(b.list, i+1)) {
		b.says(b.list, b.nodes[i].Span, b.nodes[i].verb)
	}
	return j >= 0
}

// enrolled takes in that a list stands on a roll of projects to come or is of a class of projects:
// 甲路列入前期项目库, 乙厂列入省重点项目.
func (b *behind) enrolled(roll model.Span) bool {
	switch {
	case ends(b.of(roll), lexicon.NameRoll) != "":
		b.list.right = &verb{right: true, ahead: true, project: model.Planned}
	case b.list.class.Len() == 0 && b.bareClass(roll) && classKind(b.of(roll)) == projectClass && endsProject(b.of(roll)):
		b.list.class = roll
	default:
		return false
	}
	return true
}

// told takes in a verb told by 是…的: 甲项目是去年引进的.
func (b *behind) told(i int) bool {
	end := b.clauseEnd(i) - 1
	if b.kind(end) != nodeOf || b.kind(end-1) != nodeVerb || b.nodes[end-1].verb.project == "" {
		return false
	}
	b.found(end - 1)
	return true
}

// classSaid takes in the class of projects that a list is said to be of, with what is done to
// them: 甲项目是去年引进的重点项目.
func (b *behind) classSaid(i int) bool {
	end := b.clauseEnd(i) - 1
	if b.kind(end) != nodeItem {
		return false
	}
	if class := b.of(b.nodes[end].Span); classKind(class) != projectClass || weigh(class).own > 0 || !endsProject(class) {
		return false
	}
	b.list.class = b.nodes[end].Span
	if b.kind(end-1) == nodeOf && b.kind(end-2) == nodeVerb && b.nodes[end-2].verb.builds() {
		b.found(end - 2)
	}
	return true
}

// side reads the item at i, a part or a side of what is told (主体, 建设); it reports
// whether it is one, or at least no name.
func (b *behind) side(i int) bool {
	name := b.of(b.nodes[i].Span)
	another := b.kind(i-1) == nodeOf && headOf(name).builds() // 全省最大的专用线
	if !b.aspect(i) && (b.breaks > 0 || another || weigh(name).own > 0) || b.breaks > 0 && weigh(name).own >= 2 {
		return false
	}
	b.partial = b.partial || ends(name, lexicon.NamePartial) != ""
	b.early = b.early || prepares(name)
	return true
}

// prepares reports whether a text tells of what is done before a thing is built: 前期工作,
// 选址, 设计方案.
func prepares(s string) bool { return holds(s, lexicon.NamePrepares) != "" }

// progresses reads how far a thing is where what is done at i is done to a part of it
// (完成桩基浇筑) or before it is built (完成征地等前期工作); it reports whether that is told.
func (b *behind) progresses(i int) bool {
	if strings.HasSuffix(b.of(b.nodes[i].Span), "完成") && b.share(i+1) {
		b.goesSoFar(i + 1)
		return true
	}
	ongoing := b.ongoing(i - 1)
	for j := b.object(i); j >= 0 && j < len(b.nodes) && !slices.Contains(clauseEnds, b.nodes[j].kind); j++ {
		name := strings.Trim(b.of(b.nodes[j].Span), "“”")
		stage := model.NoStage
		switch {
		case prepares(name):
			stage = model.Planned
		case ongoing && lexicon.NameAspect.Has(name), lexicon.NamePartial.Has(name), b.nodes[j].kind == nodeItem && holds(name, lexicon.NamePartial) != "" && headOf(name) == nil:
			stage = model.Building
		default:
			continue
		}
		b.list.right = &verb{right: true, goes: ongoing, project: stage, ahead: stage == model.Planned}
		b.list.End = max(b.list.End, b.nodes[j].End)
		return true
	}
	return false
}

// goesSoFar takes in that a thing is being built, of which the share at i is done.
func (b *behind) goesSoFar(i int) {
	b.list.right = &verb{right: true, goes: true, project: model.Building}
	b.list.End = max(b.list.End, b.nodes[i].End)
}

// share reports whether the node at i tells how much of a whole is done: 80%, 九成, 投资3亿元.
func (b *behind) share(i int) bool {
	switch b.kind(i) {
	case nodeAmount:
		return true
	case nodeSize:
		return b.nodes[i].money || strings.HasSuffix(b.of(b.nodes[i].Span), "%")
	case nodeItem:
		share := strings.TrimLeft(b.of(b.nodes[i].Span), "达近超逾过约")
		if share == "" { // 达80%
			return b.share(i + 1)
		}
		share = strings.TrimRight(share, "五半多")
		return share == "" || strings.HasSuffix(share, "成") && len(share) == len("九成") // 过半, 近九成
	}
	return false
}

// clauseEnds are the nodes at which a clause ends.
var clauseEnds = []nodeKind{nodeBreak, nodeHas, nodeAmong}

// clauseEnd is the break that ends the clause of the node at i.
func (r *reader) clauseEnd(i int) int {
	for i < len(r.nodes) && r.nodes[i].kind != nodeBreak {
		i++
	}
	return i
}

// clauseBegin is the first node of the clause of the node at i.
func (r *reader) clauseBegin(i int) int {
	for i > 0 && r.kind(i-1) != nodeBreak {
		i--
	}
	return i
}

// goesOn reports whether the verb at i ends its clause behind an adverb: 正在加紧
// 建设.
func (r *reader) goesOn(i int) bool {
	k := r.kind(i + 1)
	return r.kind(i-1) == nodeAdverb && (k == nodeBreak || k == nodeComma)
}

// takes reports whether the verb at i has an object of its own, so that what
// stands before it only acts: 甲园引进企业. What a thing lands in is no object.
func (r *reader) takes(i int, anew bool) bool {
	j := r.object(i)
	if j < 0 {
		return false
	}
	if r.kind(j+1) == nodeOf && r.kind(j+2) == nodeItem && !endsProject(r.of(r.nodes[max(i-1, 0)].Span)) {
		j += 2 // 甲公司建成全省最大的生产基地
	}
	object := r.of(r.nodes[j].Span)
	k := classKind(object)
	if anew || j > i+1 && r.kind(j-1) != nodeOf || r.kind(j+1) == nodeCount || k == firmClass || k == projectClass && weigh(object).own == 0 {
		return true
	}
	return k != noKind && k != otherClass && ends(r.of(r.nodes[i].Span), lexicon.NameLands) == ""
}

// costly reports whether it is told behind a thing what it costs: 甲机械项目，总投资3亿元; where
// it opens what is told, some clauses on too: 甲机械项目占地300亩，总投资3亿元.
func (r *reader) costly(l *list) bool {
	name, to := r.of(l.members[0].Span), l.to
	switch {
	case !endsProject(name):
	case l.from == 0 && weigh(name).own > 0:
		to = r.costs(to)
	case r.kind(to) == nodeBreak && to < len(r.nodes) && !r.nodes[to].strong:
		to++
	}
	return r.kind(to) == nodeAmount && r.priced(to)
}

// costs is where the clauses from the node at i on open a sum of money, as far as what is said goes on.
func (r *reader) costs(i int) int {
	for clauses := 0; clauses < 3 && i < len(r.nodes) && !(r.kind(i) == nodeAmount && r.priced(i)); clauses++ {
		if i = r.clauseEnd(i); i < len(r.nodes) && !r.nodes[i].strong {
			i++
		}
	}
	return i
}

// priced reports whether at i it is told what something costs: 总投资3亿元.
func (r *reader) priced(i int) bool {
	what := r.of(r.nodes[i].Span)
	builds := r.kind(i+2) == nodeVerb && r.nodes[i+2].verb.left && r.object(i+2) >= 0 // 甲公司计划投资3亿元建设乙项目
	owner := r.kind(i+2) == nodeOf && r.kind(i+3) == nodeItem                         // 甲机械投资3亿元的乙项目
	return r.kind(i+1) == nodeSize && r.nodes[i+1].money && !builds && !owner && lexicon.NameAmount.Has(what) && lexicon.NameInvests.Has(what)
}

// passes takes in what is told of a part of the list's thing; true where what follows is told
// of another.
func (b *behind) passes(i int) bool {
	looks := b.looksOf(i)
	if !looks.rival {
		b.partial, b.early = b.partial || looks.partial, b.early || looks.early
	}
	return looks.rival
}

// looksOf are those of the node at i: many lists may ask for one.
func (r *reader) looksOf(i int) looks {
	n := &r.nodes[i]
	if !n.looks.known {
		name := r.of(n.Span)
		h := headOf(name)
		n.looks = looks{true, h.builds() && weigh(name).own >= 2, holds(name, lexicon.NamePartial) != "", prepares(name)}
	}
	return n.looks
}
