package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What is said of a list on both sides.

// around finds what is said of a list on both sides.
func (r *reader) around(l *list, n int) {
	r.before(l)
	r.after(l)
	if r.located(l) {
		l.right = nil
	}
	r.labelled(l, n)
	if r.kind(l.from-1) == nodeSet {
		l.set = r.nodes[l.from-1].Span
	}
	if l.lead.Len() > 0 {
		l.Start = min(l.Start, l.lead.Start)
	}
}

// before finds the verb that governs a list.
func (r *reader) before(l *list) {
	i := l.from - 1
	if k := r.ownBefore(l.from); k < l.from {
		l.members[0].own = model.Span{Start: r.nodes[k].Start, End: r.nodes[l.from-1].End}
		i = k - 1
	}
	for ; i >= 0; i-- {
		switch n := &r.nodes[i]; n.kind {
		case nodeCount, nodeAdverb, nodeSet:
			continue
		case nodeTakes:
			l.taken = true
		case nodeVerb:
			if n.verb.left {
				l.left, l.lead = r.timed(i), n.Span
				if strings.HasSuffix(r.of(n.Span), "完成") && l.members[0].own.Len() > 0 {
					l.left = nil // 完成投资3亿元的甲项目: it may not be finished
					return
				}
				if prev := r.previous(l); prev != nil && prev.left != nil && n.verb.project == "" && n.verb.cluster == "" {
					l.left = compose(prev.left, n.verb) // 谋划甲, 配套乙
				}
			}
		case nodeBreak: // 推进甲、乙等道路，丙、丁等学校
			if prev := r.previous(l); prev != nil && prev.to == i && !n.strong && l.right == nil && (l.open || l.counts && len(l.members) > 1) {
				l.left, l.taken = prev.left, prev.taken
			}
		case nodeJoint, nodeComma: // 甲、乙2个千亿级产业和丙、丁4个百亿级产业
			if prev := r.previous(l); prev != nil && prev.to == i {
				l.left, l.taken = prev.left, prev.taken
			}
		case nodeWeak, nodeStop:
			if r.kind(i-1) == nodeVerb && r.nodes[i-1].verb.left {
				continue
			}
		}
		return
	}
}

// located reports whether a list only says where something is: 在甲园开工.
func (r *reader) located(l *list) bool {
	return r.kind(l.from-1) == nodeStop && ends(r.of(r.nodes[l.from-1].Span), lexicon.NameWhere) != ""
}

// previous is the list before one in its sentence; nil when there is none.
func (r *reader) previous(l *list) *list {
	var prev *list
	for i := r.base; i < len(r.lists) && r.lists[i].from < l.from; i++ {
		prev = &r.lists[i]
	}
	return prev
}

// ownBefore is where what is said of the first member alone begins: behind the
// verb that governs it, if one does; from when nothing is said.
func (r *reader) ownBefore(from int) int {
	if r.kind(from-1) != nodeOf {
		return from
	}
	start := from - 1
	for start > 0 {
		switch r.kind(start - 1) {
		case nodeBreak, nodeHas, nodeEtc, nodeAside:
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
		if k == nodeItem || k == nodeAmount || k == nodeSize {
			if k != nodeItem {
				return i
			}
			break
		}
	}
	return start
}

// after finds what is told behind a list: the verb, or what it is said to be.
func (r *reader) after(l *list) {
	b := behind{reader: r, list: l, partial: l.work != "", early: strings.HasPrefix(l.work, "前期")}
	for i := l.to; i < len(r.nodes) && b.reads(i); i++ {
	}
	if l.right == nil && (l.left == nil || l.left.project == "") && l.complement.Len() == 0 {
		b.seek()
	}
	switch {
	case b.early && (l.right != nil || l.left == nil):
		l.right = &verb{right: true, ahead: true, project: model.Planned} // 前期工作有序推进
	case l.right == nil:
	case b.partial && l.right.project == model.Done:
		l.right = l.right.as(model.Building) // 厂房主体已完工
	}
}

// as is the verb with another stage.
func (v verb) as(stage model.Stage) *verb {
	v.project = stage
	return &v
}

// behind is what has been read behind a list.
type behind struct {
	*reader
	list    *list
	breaks  int  // commas passed
	told    bool // a verb of the common language was passed
	partial bool // what follows is told of a part
	early   bool // what follows is told of the preparations
}

// reads takes in the node at i; it reports whether what follows may still be said
// of the list.
func (b *behind) reads(i int) bool {
	n, l := &b.nodes[i], b.list
	switch n.kind {
	case nodeAdverb, nodeAside, nodeSize, nodeAmount, nodeCount:
		return true
	case nodeWeak:
		b.told = true
		return true
	case nodeComma:
		next := b.kind(i + 1)
		return l.right != nil || next == nodeSize || next == nodeCount
	case nodeBreak:
		b.breaks++
		return l.right == nil && !n.strong && b.breaks <= 2 && !b.told && l.left == nil
	case nodeVerb:
		return b.verb(i)
	case nodeItem:
		return l.right == nil && b.side(i)
	case nodeOf:
		l.relative = l.relative || l.right == nil
		return l.right == nil
	case nodeIs:
		b.complement(l, i+1)
	case nodeKindWord:
		l.complement = n.Span
		l.End = max(l.End, n.End)
	case nodeSet:
		l.set = n.Span
	}
	return false
}

// verb takes in the verb at i; it reports whether more may follow.
func (b *behind) verb(i int) bool {
	n, l := &b.nodes[i], b.list
	if l.taken && l.complement.Len() == 0 && n.verb.left && b.complement(l, i+1) {
		l.right = nil
		l.left, l.lead = n.verb, n.Span
		return false
	}
	if j := b.object(i); j >= 0 && l.right == nil && n.verb.project == model.Done && lexicon.NamePartial.Has(strings.Trim(b.of(b.nodes[j].Span), "“”")) {
		l.right = n.verb.as(model.Building) // 完成土地平整
		l.right.strong = false
		l.End = max(l.End, b.nodes[j].End)
		return false
	}
	closes := b.kind(i+1) == nodeBreak
	if l.taken && n.verb.inner && n.verb.project != "" && l.left == nil && closes { // 对甲路进行改造
		l.left, l.lead = n.verb, n.Span
		return false
	}
	alone := closes && l.left == nil && b.breaks == 0 && (n.verb.project != "" || n.verb.cluster != "")
	if !n.verb.right && !b.goesOn(i) && !alone || b.attributive(i) || n.verb.left && b.takes(i, b.breaks > 0) {
		return false
	}
	b.says(l, n.Span, b.timed(i))
	return true
}

// side reads the item at i, a part or a side of what is told (主体, 建设); it reports
// whether it is one, or at least no name.
func (b *behind) side(i int) bool {
	name := b.of(b.nodes[i].Span)
	if !b.aspect(i) && (b.breaks > 0 || weigh(name).own > 0) {
		return false
	}
	b.partial = b.partial || ends(name, lexicon.NamePartial) != ""
	b.early = b.early || strings.Contains(name, "前期")
	return true
}

// seek finds a verb of building farther on: 甲医院上月打下第一根桩, 乙电场获得批复, or
// behind what else is told of the list: 丙桥列入规划，力争年底前贯通. It says less than one
// right behind the names.
func (b *behind) seek() {
	l := b.list
	for i := l.to; i < len(b.nodes) && !b.nodes[i].strong; i++ {
		switch n := &b.nodes[i]; n.kind {
		case nodeBreak:
			b.ellipsis(i + 1)
			return
		case nodeComma, nodeHas, nodeAmong, nodeIs:
			return
		case nodeOf:
			if i > l.to || !b.partOf(i+1) {
				return
			}
		case nodeItem:
			if b.rival(i) {
				i = b.clauseEnd(i) - 1
				continue
			}
			name := b.of(n.Span)
			b.partial = b.partial || holds(name, lexicon.NamePartial) != ""
			b.early = b.early || strings.Contains(name, "前期")
		case nodeVerb:
			switch {
			case n.verb.left && b.object(i) >= 0: // 甲小镇建成游客中心
				i = b.clauseEnd(i) - 1
			case n.verb.right && n.verb.project != "" && !b.attributive(i):
				b.found(i)
				return
			}
		}
	}
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
		b.early = b.early || strings.Contains(b.of(b.nodes[j].Span), "前期") // 已完成前期论证
	} else if v := b.nodes[i].verb; v.right && v.project != "" && !b.attributive(i) {
		b.found(i)
	}
}

// found takes in the verb at i, which does not stand right behind the list.
func (b *behind) found(i int) {
	v := *b.timed(i)
	v.strong = false
	b.list.right = &v
	b.list.End = max(b.list.End, b.nodes[i].End)
}

// rival reports whether the item at i may be told of itself.
func (b *behind) rival(i int) bool {
	name := b.of(b.nodes[i].Span)
	h := headOf(name)
	return h != nil && (h.project || h.park) && weigh(name).own >= 2 || classKind(name) == firmClass
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

// clauseEnd is the break that ends the clause of the node at i.
func (r *reader) clauseEnd(i int) int {
	for i < len(r.nodes) && r.nodes[i].kind != nodeBreak {
		i++
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
	object := r.of(r.nodes[j].Span)
	k := classKind(object)
	if anew || j > i+1 || k == firmClass || k == projectClass && weigh(object).own == 0 {
		return true
	}
	return k != noKind && k != otherClass && ends(r.of(r.nodes[i].Span), lexicon.NameLands) == ""
}

// object is the item that the verb at i governs; -1 when there is none.
func (r *reader) object(i int) int {
	for i++; r.kind(i) == nodeCount; i++ {
	}
	if r.kind(i) != nodeItem || r.nodes[i].Len() <= len("线") {
		return -1 // 跨过投产线
	}
	return i
}

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
	case !v.right && !v.ahead && v.project == model.Planned:
		l.right = v.as(model.Building) // 有力推动
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
		case nodeStop:
			if ends(r.of(r.nodes[j].Span), lexicon.NameScope) == "" {
				return l.complement.Len() > 0
			}
		default:
			return l.complement.Len() > 0
		}
	}
	return l.complement.Len() > 0
}
