package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
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
	its  bool       // joined so by 及其, which parts none
	own  model.Span // what is said of it alone before its name: 总投资3亿元的
	side model.Span // the bracket behind it
	has  model.Span // what it is said to belong to before its name: 甲园的
}

// list is names told together.
type list struct {
	model.Span            // from the governing verb to what is said behind
	members    []member   // at least one
	left       *verb      // before the list; nil when there is none
	lead       model.Span // that verb
	right      *verb      // behind the list
	count      int        // how many it is said to be; 0 when that is not said
	class      model.Span // the class behind it: 交通项目
	complement model.Span // what it is said to be: 支柱产业
	label      model.Span // what it spells out: 六大产业：
	set        model.Span // the quoted set beside it: “六园”
	work       string     // what of the last is told: 前期工作, 主体工程
	sentence   int
	from, to   int // its nodes
	front      int // the node at which what is said of the first member begins

	open       bool // it ends in 等
	counts     bool // a count stands right behind: 产业项目88个
	taken      bool // 把 or 以 stands before it
	counted    bool // the label says that its parts are counted
	said       bool // it is what the list before it is said to be
	site       bool // of the last its site is told: 工地
	amid       bool // what follows is told of some of them: 签约项目中，
	stands     bool // it stands for more: 以甲、乙为代表
	far        bool // the verb behind stands farther on
	ongoing    bool // right behind it something is told to be going on: 正在调试设备
	industries bool // it is one of industries
	opens      bool // what is told begins with it, or behind a part of a set: ；甲园, 四园，甲园
	classed    bool // the verb before it stands before the 的 of its class
	spells     bool // it spells out another
	title      bool // it stands alone where its sentence begins
	summed     bool // and its sum behind it
	deed       bool // what is done to it is told as a noun: 甲项目的签约
	acts       bool // it opens its clause, and what it does follows
	clause     bool // it is a clause by itself, what it does being told in it: 物流产业越做越大，
	measured   bool // its size stands right behind: 污水管网56公里
	valued     bool // its one member is measured right behind: 钢铁行业产值3亿元
	priced     bool // what it costs stands right behind: 甲机械总投资3亿元
}

// onlyCounts reports whether a list says no more than how many of a thing there are.
func (l *list) onlyCounts() bool { return l.counts && !l.open && len(l.members) == 1 }

// whole reports whether a list names all that its class counts: 甲、乙两大产业.
func (l *list) whole() bool { return !l.open && len(l.members) > 1 && l.count == len(l.members) }

// reader reads the lists of one sentence's nodes.
type reader struct {
	text   string
	tokens []token
	nodes  []node
	lists  []list
	base   int      // first list of the sentence
	all    []member // of the lists, one behind the other

	named    int      // the list that may be spelt out by the next one, from 1
	asked    int      // the first list of which that is not known
	told     spelling // what that list gives to those that spell it out
	spelt    int      // the list that is being spelt out: 六大产业：甲、乙；丙
	sentence int
}

// maxMembers bounds a list; a longer one is no list that a reader could follow.
const maxMembers = 64

// The lists that a text may have: so many, and one more for so many bytes read. A report has
// one for twice as many bytes; what has more is a column of letters, of which each list would
// take hundreds of times the memory of its text.
const (
	maxLists  = 10_000
	listBytes = 12
)

// read reads the lists of a sentence; goesOn says that the next one opens with 其中.
func (r *reader) read(sentence int, goesOn bool) {
	r.base, r.spelt, r.sentence = len(r.lists), 0, sentence
	if r.asked = r.base; len(r.nodes) == 0 || r.nodes[0].kind != nodeAmong { // 。其中
		r.named = 0
	}
	for i := 0; i < len(r.nodes) && len(r.lists) < maxLists+r.nodes[i].End/listBytes; {
		if k := r.nodes[i].kind; k == nodeItem {
			i = r.list(i)
		} else {
			i++
		}
	}
	for i := r.base; i < len(r.lists); i++ {
		r.around(&r.lists[i], i)
	}
	r.sayTogether()
	if goesOn {
		r.settle(len(r.lists))
	}
}

func (r *reader) kind(i int) nodeKind {
	if i < 0 || i >= len(r.nodes) {
		return nodeBreak
	}
	return r.nodes[i].kind
}

// past is the first node from i on, forwards or backwards, that is of another kind.
func (r *reader) past(i, step int, k nodeKind) int {
	for r.kind(i) == k {
		i += step
	}
	return i
}

func (r *reader) of(s model.Span) string { return r.text[s.Start:s.End] }

// list reads the list that begins with the item at i and gives the node behind.
func (r *reader) list(i int) int {
	if len(r.lists) == cap(r.lists) {
		r.lists = slices.Grow(r.lists, 1+len(r.lists)) // less would be grown again and again
	}
	r.lists = r.lists[:len(r.lists)+1]
	l := &r.lists[len(r.lists)-1]
	*l = list{from: i, sentence: r.sentence}
	m := member{Span: r.nodes[i].Span, many: r.kind(i-1) == nodeCount}
	first := len(r.all)
	for {
		i++
		if r.kind(i) == nodeAside {
			m.side = r.nodes[i].Span
			i++
		}
		m.many = m.many || r.sizedBase(i, m.Span)
		if len(r.all)-first < maxMembers {
			r.all = append(r.all, m)
		}
		next := r.next(i, &m)
		if next < 0 {
			break
		}
		i = next
	}
	l.members = r.all[first:len(r.all):len(r.all)]
	r.trail(l, i)
	if i = r.behind(l, i); r.merged(i) {
		r.lists = r.lists[:len(r.lists)-1]
		return i
	}
	r.several(l)
	l.to = i
	l.Start, l.End = l.members[0].Start, max(r.nodes[i-1].End, l.members[len(l.members)-1].End)
	return i
}

// merged reports whether the node at i says that what stands before it only makes up a thing: 集研发、生产、
// 展示于一体的甲园.
func (r *reader) merged(i int) bool {
	return r.kind(i) == nodeStop && strings.HasSuffix(r.of(r.nodes[i].Span), "一体")
}

// several marks the members of a list that are things of a kind: 附加值高、成长性好的项目, 3处甲、
// 乙, 甲、乙3家.
func (r *reader) several(l *list) {
	last := l.members[len(l.members)-1]
	kinds := len(l.members) > 1 && last.own.Len() > 0 && !endsProject(r.of(l.members[0].Span)) && classKind(r.of(last.Span)) == projectClass && r.bareClass(last.Span)
	counted := l.class.Len() == 0 && (l.members[0].many || l.counts && !l.open)
	for k := range l.members {
		m := &l.members[k]
		name := r.of(m.Span)
		m.many = m.many || kinds && k < len(l.members)-1 || counted && (weigh(name).own < 3 || strings.HasPrefix(name, "“"))
	}
}

// bareClass reports whether a text names a class of things and nothing proper: 好项目.
func (r *reader) bareClass(s model.Span) bool {
	return classKind(r.of(s)) != noKind && weigh(r.of(s)).own == 0
}

// classIn is the class that an item behind a list begins with: 传统行业 of
// 传统行业撑起一片天.
func (r *reader) classIn(n node) model.Span {
	i, other, more := n.first, n.Span, false
	for i < len(r.tokens) && r.tokens[i].End <= n.End {
		i++
	}
	for i--; i >= n.first; i-- {
		s := model.Span{Start: n.Start, End: r.tokens[i].End}
		switch k := classKind(r.of(s)); {
		case k == otherClass: // 特色产业种植面积
			other, more = s, true
		case k == clusterClass, k != noKind && !more:
			return s
		}
	}
	return other
}

// sizedBase reports whether an item before the node at i is a base of which only the size is
// told: 茶叶基地12万亩.
func (r *reader) sizedBase(i int, s model.Span) bool {
	return r.kind(i) == nodeSize && !r.nodes[i].money && strings.HasSuffix(r.of(s), "基地") && weigh(r.of(s)).own < 2
}

// trail leaves out what of the last member is told behind its name: its site, a work on it.
func (r *reader) trail(l *list, i int) {
	last := &l.members[len(l.members)-1]
	for w := r.work(last.Span); w != ""; w = r.work(last.Span) { // 甲公路前期工作
		last.End -= len(w)
		l.work = w + l.work
	}
	l.amid = r.kind(i) == nodeStop && lexicon.NameAmid.Has(r.of(r.nodes[i].Span))
	if ends(r.of(last.Span), lexicon.NameBehind) != "" {
		r.trailing(l, last)
	}
	if r.kind(i) == nodeAdverb && r.kind(i+1) == nodeBreak { // 在甲项目现场，
		l.site = l.site || ends(r.of(r.nodes[i].Span), lexicon.NameSite) != ""
	}
}

// trailing leaves out the deal, the site or the circumstance told behind the last name of a list.
func (r *reader) trailing(l *list, last *member) {
	if w := ends(r.of(last.Span), lexicon.NameDeal); last.Len() > len(w) { // 甲项目投资协议
		last.End -= len(w)
	}
	if w := ends(r.of(last.Span), lexicon.NameSite); w != "" && last.Len() > len(w) { // 甲项目工地
		last.End -= len(w)
		l.site = true
	}
	if w := ends(r.of(last.Span), lexicon.NameAmid); w != "" && r.bareClass(model.Span{Start: last.Start, End: last.End - len(w)}) {
		last.End -= len(w)
		l.amid = true
	}
}

// work is what of a thing is told behind its name: 主体工程, 前期工作, 环评审批.
func (r *reader) work(s model.Span) string {
	name := r.of(s)
	if ends(name, lexicon.NameBehind) != "" {
		for _, f := range [...]lexicon.Feature{lexicon.NameWorkOnIt, lexicon.NamePrepares} {
			if w := ends(name, f); w != "" && s.Len() > len(w) {
				return w
			}
		}
	}
	if w := ends(name, lexicon.NamePartial); w != "" && headOf(w) == nil && wholeThing(strings.TrimSuffix(name, w)) { // 甲桥主塔
		return w
	}
	return r.partOf(name)
}

// partOf is the part of a project that a text goes on to name behind it: 原料车间 of 甲项目原料车间.
func (r *reader) partOf(name string) string {
	if !strings.Contains(name, "项目") {
		return "" // as mostly
	}
	i := strings.LastIndex(name, "项目")
	if i == 0 {
		return ""
	}
	part := name[i+len("项目"):]
	if w := ends(part, lexicon.NamePartial); w == "" || lexicon.NamePhase.Has(part) || strings.HasPrefix(part, "区") || weigh(part).own > 0 {
		return ""
	}
	return part
}

// next reads the next member of a list behind the node at i, and gives its node; -1 when the
// list ends.
func (r *reader) next(i int, m *member) int {
	start := r.joint(i, m)
	if start < 0 {
		return -1
	}
	j := start
	if k := r.modifier(j); k > j && !r.sideOf(j, k) {
		m.own = model.Span{Start: r.nodes[j].Start, End: r.nodes[k-1].End}
		if k == j+2 && r.kind(j) == nodeItem {
			m.has = r.nodes[j].Span
		}
		j = k
	}
	if r.kind(j) == nodeCount && j == start {
		m.many = true
		j++
	}
	if r.kind(j) != nodeItem {
		return -1
	}
	m.Span = r.nodes[j].Span
	return j
}

// joint begins a member with what joins it to the one that ends before the node at i, and gives
// the node behind; -1 where nothing does.
func (r *reader) joint(i int, m *member) int {
	if r.kind(i) == nodeSize && (r.kind(i+1) == nodeComma || r.kind(i+1) == nodeJoint) {
		i++ // 甲项目3亿元、乙项目2亿元
	}
	*m = member{}
	switch kind, then := r.kind(i), r.kind(i+1); {
	case kind == nodeJoint:
		word := r.of(r.nodes[i].Span)
		m.soft, m.tied, m.its = word != "暨", word == "及" || word == "与", lexicon.NameWithIts.Has(word)
	case then == nodeJoint && (kind == nodeComma || kind == nodeBreak && !r.nodes[i].strong && !lexicon.NamePartner.Has(r.of(r.nodes[i+1].Span))):
		i++ // ，以及
	case kind != nodeComma:
		return -1
	}
	return i + 1
}

// sideOf reports whether only a side of the thing named at i is told before k: 甲产业园
// 的场平.
func (r *reader) sideOf(i, k int) bool {
	if k != i+2 || r.kind(i) != nodeItem {
		return false
	}
	name, side := r.of(r.nodes[i].Span), r.of(r.nodes[k].Span)
	switch r.kind(k) {
	case nodeItem:
	case nodeVerb:
		if !r.nodes[k].verb.inner {
			return false
		}
	case nodeWeak:
		return prepares(side)
	default:
		return false
	}
	h := headOf(name)
	return h.builds() && h.named(name, false) && (weigh(side).own == 0 || lexicon.NameAspect.Has(side))
}

// modifier passes over what is said of a name before it, up to its 的; it gives
// i when nothing is.
func (r *reader) modifier(i int) int {
	last := i
	for j := i; j < len(r.nodes) && r.nodes[j].Start-r.nodes[i].Start < modifierBytes; j++ {
		switch r.kind(j) {
		case nodeComma, nodeBreak, nodeEtc, nodeJoint, nodeHas, nodeAside, nodeIs:
			return last
		case nodeStop:
			if r.merged(j) {
				return last
			}
		case nodeKindWord:
			if r.kind(i) != nodeTakes || r.kind(j+1) != nodeOf {
				return last // but 以某某公司为链主的甲
			}
		case nodeCount:
			if r.kind(j-1) == nodeItem && r.kind(j+1) == nodeItem && classKind(r.of(r.classIn(r.nodes[j+1]))) != noKind {
				return last // 甲、乙两大产业合起来占全市的六成
			}
		case nodeOf:
			if r.sumsTogether(j) {
				return last
			}
			last = j + 1
		}
	}
	return last
}

// modifierBytes bounds what may be said of a name before it.
const modifierBytes = 120

// colon reports whether the node at i is a colon.
func (r *reader) colon(i int) bool {
	return r.kind(i) == nodeHas && strings.Trim(r.of(r.nodes[i].Span), ":：") == ""
}
