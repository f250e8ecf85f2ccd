package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What is told of a list farther on than right behind it.

// seek finds a verb of building farther on: 甲医院上月打下第一根桩, 乙电场获得批复, or
// behind what else is told of the list: 丙桥列入规划，力争年底前贯通. It says less than one
// right behind the names.
func (b *behind) seek() {
	for i := b.list.to; i < len(b.nodes) && !b.nodes[i].strong; i++ {
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
		case nodeItem:
			if b.rival(i) {
				i = b.clauseEnd(i) - 1
			} else {
				b.sees(b.of(b.nodes[i].Span))
			}
		case nodeVerb:
			if b.far(i) {
				return
			}
			if b.nodes[i].verb.left && b.object(i) >= 0 { // 甲小镇建成游客中心
				i = b.clauseEnd(i) - 1
			}
		}
	}
}

// sees takes in whether what is told farther on is told of a part or of the preparations.
func (b *behind) sees(name string) {
	b.partial = b.partial || holds(name, lexicon.NamePartial) != ""
	b.early = b.early || prepares(name)
}

// far takes in a verb farther on, where it is said of the list.
func (b *behind) far(i int) bool {
	v := b.nodes[i].verb
	switch {
	case v.project == model.Done && b.progresses(i):
		return true
	case v.left && b.object(i) >= 0 || !v.right || v.project == "" || b.attributive(i):
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
	} else if v := b.nodes[i].verb; v.right && v.project != "" && !b.attributive(i) {
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

// rival reports whether the item at i may be told of itself.
func (b *behind) rival(i int) bool {
	name := b.of(b.nodes[i].Span)
	h := headOf(name)
	return h != nil && (h.project || h.park) && weigh(name).own >= 2 || classKind(name) == firmClass && !b.agent(i)
}

// agent reports whether the firm at i is only told to do something to the list: 由甲集团投资
// 兴建.
func (b *behind) agent(i int) bool {
	for i--; b.kind(i) == nodeCount; i-- {
	}
	return b.kind(i) == nodeStop && strings.HasSuffix(b.of(b.nodes[i].Span), "由")
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
	for i, end := l.to+1, r.clauseEnd(l.to+1); i < end-1; i++ {
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
