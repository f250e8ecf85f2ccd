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
				l.left, l.lead = n.verb, n.Span
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
	case l.right == nil:
	case b.early:
		l.right = &verb{right: true, ahead: true, project: model.Planned} // 前期工作有序推进
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
	closes := b.kind(i+1) == nodeBreak
	if l.taken && n.verb.inner && n.verb.project != "" && l.left == nil && closes { // 对甲路进行改造
		l.left, l.lead = n.verb, n.Span
		return false
	}
	alone := closes && l.left == nil && b.breaks == 0 && (n.verb.project != "" || n.verb.cluster != "")
	if !n.verb.right && !b.goesOn(i) && !alone || b.attributive(i) || n.verb.left && b.takes(i, b.breaks > 0) {
		return false
	}
	b.says(l, n)
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
	b.early = b.early || strings.HasPrefix(name, "前期")
	return true
}

// seek finds a verb of building farther on in the clause: 甲医院上月打下第一根桩, 乙电场获得
// 批复. It says less than one right behind the names.
func (b *behind) seek() {
	l := b.list
	for i := l.to; i < len(b.nodes); i++ {
		switch n := &b.nodes[i]; n.kind {
		case nodeBreak, nodeComma, nodeHas, nodeAmong, nodeTakes, nodeIs:
			return
		case nodeOf:
			if i > l.to || b.kind(i+1) != nodeItem || holds(b.of(b.nodes[i+1].Span), lexicon.NameAspect) == "" {
				return
			}
		case nodeItem:
			name := b.of(n.Span)
			if h := headOf(name); h != nil && (h.project || h.park) && weigh(name).own >= 2 || classKind(name) == firmClass {
				return
			}
			b.partial = b.partial || holds(name, lexicon.NamePartial) != ""
		case nodeVerb:
			if n.verb.project != "" && n.verb.right && !b.attributive(i) {
				l.right = n.verb.as(n.verb.project)
				l.right.strong = false
				l.End = max(l.End, n.End)
				return
			}
		}
	}
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
	j := i + 1
	for r.kind(j) == nodeCount {
		j++
	}
	if r.kind(j) != nodeItem {
		return false
	}
	object := r.of(r.nodes[j].Span)
	k := classKind(object)
	if anew || j > i+1 || k == firmClass || k == projectClass && weigh(object).own == 0 {
		return true
	}
	return k != noKind && k != otherClass && ends(r.of(r.nodes[i].Span), lexicon.NameLands) == ""
}

// attributive reports whether the verb at i belongs to a noun behind it: 建成的.
func (r *reader) attributive(i int) bool { return r.kind(i+1) == nodeOf }

// aspect reports whether the item at i is a part or a side of what is told: 主体,
// 建设, so that the verb behind it is said of the whole.
func (r *reader) aspect(i int) bool {
	return ends(r.of(r.nodes[i].Span), lexicon.NameAspect) != ""
}

// says takes in a verb behind a list.
func (r *reader) says(l *list, n *node) {
	if l.right != nil {
		l.right = compose(l.right, n.verb)
	} else {
		l.right = n.verb
		if !n.verb.right && !n.verb.ahead && n.verb.project == model.Planned {
			l.right = n.verb.as(model.Building) // 有力推动
		}
	}
	l.End = max(l.End, n.End)
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
