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
	breaks, told, partial, early := 0, false, l.work != "", strings.HasPrefix(l.work, "前期")
	defer func() {
		if early && l.right != nil {
			l.right = &verb{right: true, ahead: true, project: model.Planned} // 前期工作有序推进
		}
		if partial && l.right != nil && l.right.project == model.Done {
			part := *l.right // 厂房主体已完工
			part.project = model.Building
			l.right = &part
		}
	}()
	for i := l.to; i < len(r.nodes); i++ {
		switch n := &r.nodes[i]; n.kind {
		case nodeAdverb, nodeAside, nodeSize, nodeAmount, nodeCount, nodeWeak:
			told = told || n.kind == nodeWeak
		case nodeComma:
			if next := r.kind(i + 1); l.right == nil && next != nodeSize && next != nodeCount {
				return
			}
		case nodeBreak:
			if breaks++; l.right != nil || n.strong || breaks > 2 || told || l.left != nil {
				return
			}
		case nodeVerb:
			if l.taken && l.complement.Len() == 0 && n.verb.left && r.complement(l, i+1) {
				l.right = nil
				l.left, l.lead = n.verb, n.Span
				return
			}
			if l.taken && n.verb.inner && n.verb.project != "" && l.left == nil && r.kind(i+1) == nodeBreak { // 对甲路进行改造
				l.left, l.lead = n.verb, n.Span
				return
			}
			if !n.verb.right && !r.goesOn(i) && !(l.left == nil && breaks == 0 && (n.verb.project != "" || n.verb.cluster != "") && r.kind(i+1) == nodeBreak) || r.attributive(i) {
				return
			}
			if n.verb.left && r.takes(i, breaks > 0) {
				return
			}
			r.says(l, n)
		case nodeIs, nodeKindWord:
			if n.kind == nodeKindWord {
				l.complement = n.Span
				l.End = max(l.End, n.End)
			} else {
				r.complement(l, i+1)
			}
			return
		case nodeItem:
			if l.right != nil || !r.aspect(i) && (breaks > 0 || weigh(r.of(n.Span)).own > 0) {
				return
			}
			partial = partial || ends(r.of(n.Span), lexicon.NamePartial) != ""
			early = early || strings.HasPrefix(r.of(n.Span), "前期")
		case nodeSet:
			l.set = n.Span
			return
		case nodeOf:
			if l.right != nil {
				return
			}
			l.relative = true
		default:
			return
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
			pushed := *n.verb // 有力推动
			pushed.project = model.Building
			l.right = &pushed
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
			if r.of(r.nodes[j].Span) != "全区" && r.of(r.nodes[j].Span) != "全县" && r.of(r.nodes[j].Span) != "全市" {
				return l.complement.Len() > 0
			}
		default:
			return l.complement.Len() > 0
		}
	}
	return l.complement.Len() > 0
}
