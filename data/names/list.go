package names

import (
	"strings"

	"qubi/model"
)

// A list is names told together, often of one, with what is said of them:
//
//	加快建设  甲路 、 乙大桥  等  8 个  交通项目  , …
//	left      member  member  open count  class
//	甲产业园 、 乙厂  先后 动工              right
//	把 甲 、 乙 打造成 支柱产业             taken, complement
//	三大产业 ， 其中 甲 … 乙 …              label

// member is one name of a list, as far as its edges go.
type member struct {
	model.Span
	many bool       // a number of things (3个项目), so no name
	soft bool       // joined to the one before by 和, which may be part of a name
	tied bool       // joined so by 及 or 与, which part names less often
	own  model.Span // what is said of it alone before its name: 总投资3亿元的
	side model.Span // the bracket behind it
}

// list is names told together.
type list struct {
	model.Span            // from the governing verb to what is said behind
	members    []member   // at least one
	left       *verb      // before the list; nil when there is none
	lead       model.Span // that verb
	right      *verb      // behind the list
	open       bool       // it ends in 等
	count      int        // how many it is said to be; 0 when that is not said
	counts     bool       // a count stands right behind: 产业项目88个
	class      model.Span // the class behind it: 交通项目
	complement model.Span // what it is said to be: 支柱产业
	label      model.Span // what it spells out: 六大产业：
	set        model.Span // the quoted set beside it: “六园”
	taken      bool       // 把 or 以 stands before it
	counted    bool       // the label says that its parts are counted
	sentence   int
	from, to   int    // its nodes
	work       string // what of the last is told: 前期工作, 主体工程
	relative   bool   // it only says whose something is: 甲园的…
}

// reader reads the lists of one sentence's nodes.
type reader struct {
	text   string
	tokens []token
	nodes  []node
	lists  []list
	base   int // first list of the sentence

	named    int // the list that may be spelt out by the next one, from 1
	spelt    int // the list that is being spelt out: 六大产业：甲、乙；丙
	sentence int
}

// maxMembers bounds a list; a longer one is no list that a reader could follow.
const maxMembers = 64

func (r *reader) read(sentence int) {
	r.base, r.named, r.spelt, r.sentence = len(r.lists), 0, 0, sentence
	for i := 0; i < len(r.nodes); {
		if k := r.nodes[i].kind; k == nodeItem {
			i = r.list(i)
		} else {
			i++
		}
	}
	for i := r.base; i < len(r.lists); i++ {
		r.around(&r.lists[i], i)
	}
}

func (r *reader) kind(i int) nodeKind {
	if i < 0 || i >= len(r.nodes) {
		return nodeBreak
	}
	return r.nodes[i].kind
}

func (r *reader) of(s model.Span) string { return r.text[s.Start:s.End] }

// list reads the list that begins with the item at i and gives the node behind.
func (r *reader) list(i int) int {
	l := list{from: i, sentence: r.sentence}
	m := member{Span: r.nodes[i].Span, many: r.kind(i-1) == nodeCount}
	for {
		i++
		if r.kind(i) == nodeAside {
			m.side = r.nodes[i].Span
			i++
		}
		if len(l.members) < maxMembers {
			l.members = append(l.members, m)
		}
		next, at := r.next(i)
		if at < 0 {
			break
		}
		m, i = next, at
	}
	last := &l.members[len(l.members)-1]
	if w := ends(r.of(last.Span), "work on it"); w != "" && last.Len() > len(w) { // 甲公路前期工作
		last.End -= len(w)
		l.work = w
	}
	i = r.behind(&l, i)
	if l.members[0].many && l.class.Len() == 0 || l.counts && l.class.Len() == 0 && !l.open {
		for k := range l.members { // 3处甲、乙; 甲、乙3家
			l.members[k].many = l.members[k].many || (weigh(r.of(l.members[k].Span)).own < 3 || strings.HasPrefix(r.of(l.members[k].Span), "“"))
		}
	}
	l.to = i
	l.Start, l.End = l.members[0].Start, max(r.nodes[i-1].End, l.members[len(l.members)-1].End)
	r.lists = append(r.lists, l)
	return i
}

// next finds the next member of a list behind the node at i; at is -1 when the
// list ends.
func (r *reader) next(i int) (m member, at int) {
	j := i
	if r.kind(j) == nodeSize && (r.kind(j+1) == nodeComma || r.kind(j+1) == nodeJoint) {
		j++ // 甲项目3亿元、乙项目2亿元
	}
	switch r.kind(j) {
	case nodeComma:
		j++
		if r.kind(j) == nodeJoint {
			j++
		}
	case nodeJoint:
		word := r.of(r.nodes[j].Span)
		m.soft, m.tied = word != "暨", word == "及" || word == "与"
		j++
	case nodeBreak:
		if r.kind(j+1) != nodeJoint || r.nodes[j].strong { // ，以及
			return m, -1
		}
		j += 2
	default:
		return m, -1
	}
	start := j
	if k := r.modifier(j); k > j {
		m.own = model.Span{Start: r.nodes[j].Start, End: r.nodes[k-1].End}
		j = k
	}
	for r.kind(j) == nodeCount && j == start {
		m.many = true
		j++
	}
	if r.kind(j) != nodeItem {
		return m, -1
	}
	m.Span = r.nodes[j].Span
	return m, j
}

// modifier passes over what is said of a name before it, up to its 的; it gives
// i when nothing is.
func (r *reader) modifier(i int) int {
	last := i
	for j := i; j < len(r.nodes) && r.nodes[j].Start-r.nodes[i].Start < modifierBytes; j++ {
		switch r.kind(j) {
		case nodeComma, nodeBreak, nodeEtc, nodeJoint, nodeHas, nodeAside, nodeIs, nodeKindWord:
			return last
		case nodeOf:
			last = j + 1
		}
	}
	return last
}

// modifierBytes bounds what may be said of a name before it.
const modifierBytes = 120

// behind reads 等, the count and the class behind a list.
func (r *reader) behind(l *list, i int) int {
	if r.kind(i) == nodeEtc {
		l.open = true
		i++
	}
	if r.kind(i) == nodeSet {
		l.set = r.nodes[i].Span
		return i + 1
	}
	for r.kind(i) == nodeCount {
		l.count, l.counts = r.nodes[i].count, true
		i++
	}
	if !l.open && !l.counts {
		return i
	}
	if r.kind(i) == nodeOf && r.kind(i+1) == nodeItem {
		i++
	} else if l.open && (r.kind(i) != nodeItem || classKind(r.of(r.classIn(r.nodes[i]))) == noKind) {
		i = r.described(i)
	}
	if r.kind(i) == nodeItem {
		if l.open || len(l.members) > 1 {
			l.class = r.classIn(r.nodes[i])
			if r.kind(i+1) == nodeCount {
				l.count = r.nodes[i+1].count
				return i + 2
			}
			return i + 1
		}
		l.count, l.counts = 0, false // the count is that of what follows
	}
	return i
}

// described passes over what is said of a class before it: 等一批 规模大、投资
// 强度高的 项目.
func (r *reader) described(i int) int {
	for j := i; j < len(r.nodes) && r.nodes[j].Start-r.nodes[i].Start < modifierBytes; j++ {
		switch r.kind(j) {
		case nodeItem:
			if classKind(r.of(r.nodes[j].Span)) == firmClass {
				return j // 等央企参与的项目
			}
		case nodeOf:
			if r.kind(j+1) == nodeItem && classKind(r.of(r.nodes[j+1].Span)) != noKind {
				return j + 1
			}
		case nodeBreak, nodeEtc, nodeHas, nodeAside, nodeIs:
			return i
		}
	}
	return i
}

// classIn is the class that an item behind a list begins with: 传统行业 of
// 传统行业撑起一片天.
func (r *reader) classIn(n node) model.Span {
	best := n.Span
	if classKind(r.of(best)) != noKind {
		return best
	}
	for i := n.first; i < len(r.tokens) && r.tokens[i].End <= n.End; i++ {
		if s := (model.Span{Start: n.Start, End: r.tokens[i].End}); classKind(r.of(s)) != noKind {
			best = s
		}
	}
	return best
}

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
	return r.kind(l.from-1) == nodeStop && ends(r.of(r.nodes[l.from-1].Span), "where") != ""
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
			partial = partial || ends(r.of(n.Span), "partial") != ""
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
	return k != noKind && k != otherClass && ends(r.of(r.nodes[i].Span), "lands") == ""
}

// attributive reports whether the verb at i belongs to a noun behind it: 建成的.
func (r *reader) attributive(i int) bool { return r.kind(i+1) == nodeOf }

// aspect reports whether the item at i is a part or a side of what is told: 主体,
// 建设, so that the verb behind it is said of the whole.
func (r *reader) aspect(i int) bool {
	return ends(r.of(r.nodes[i].Span), "aspect") != ""
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
	case r.spelt > r.base && r.parallel(l):
		prev = r.spelt
	case n > r.base && l.left == nil && l.right == nil && len(l.members) > 1 && r.kind(l.from-1) == nodeBreak && r.lists[n-1].counts && r.lists[n-1].to == l.from-1:
		prev = n // 新签约项目26个，甲、乙都在其列
	case l.left != nil:
		r.spelt = 0
	}
	if !spells && r.names(l) {
		r.named = n + 1
	}
	if prev > r.base {
		r.takeOver(l, &r.lists[prev-1])
	}
}

// said is the verb that says something of a class before its 的: 开工的项目; nil
// when none does.
func (r *reader) said(l *list) *verb {
	for i := l.from - 1; i >= 0 && r.nodes[i].Start >= l.members[0].own.Start && l.members[0].own.Len() > 0; i-- {
		if r.kind(i) == nodeVerb && r.nodes[i].verb.project != "" && r.kind(i+1) == nodeOf {
			return r.nodes[i].verb
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
	name := r.of(last.Span)
	if n := r.nodes[l.to-1]; n.kind == nodeItem {
		name = r.of(r.classIn(n))
	}
	return last.many || l.count > 0 || classKind(name) != noKind && weigh(name).own == 0
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
func (r *reader) takeOver(l, from *list) {
	l.label = r.classIn(r.nodes[from.to-1])
	if last := from.members[len(from.members)-1]; l.label.Start < last.Start || r.kind(from.to-1) != nodeItem {
		l.label = last.Span
	}
	if from.class.Len() > 0 {
		l.label = from.class
	}
	if from.set.Len() > 0 && l.set.Len() == 0 {
		l.set = from.set
	}
	l.counted = l.counted || from.members[len(from.members)-1].many || from.count > 0
	if l.left == nil && l.right == nil {
		l.left, l.lead = from.left, model.Span{}
		l.right = from.right
		if l.left == nil && l.right == nil {
			if l.right = r.said(from); l.right == nil { // 当天开工的项目包括
				l.right = r.within(from) // 新签约项目26个
			}
		}
		if from.complement.Len() > 0 && l.complement.Len() == 0 {
			l.complement = from.complement
		}
	}
	if strings.HasSuffix(r.of(l.label), "市") {
		l.label = model.Span{}
	}
}
