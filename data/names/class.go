package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// The class behind a list: 甲、乙等8个交通项目.

// behind reads 等, the count and the class behind a list.
func (r *reader) behind(l *list, i int) int {
	if i = r.etc(i); r.kind(i) == nodeEtc || r.represents(l, i) {
		l.open = true
		i = r.past(i+1, 1, nodeOf)
	}
	if r.kind(i) == nodeSet {
		l.set = r.nodes[i].Span
		return i + 1
	}
	if r.sumsUp(i) {
		i++
	}
	for ; r.kind(i) == nodeCount; i++ {
		l.count, l.counts = r.nodes[i].count, true
	}
	if !l.open && !l.counts && !r.quotesIndustries(i) { // but “甲、乙”的产业定位
		return r.framed(l, i)
	}
	i = r.toClass(l, i)
	switch {
	case r.kind(i) != nodeItem:
		return i
	case !l.open && len(l.members) == 1 && !r.oneOf(l, i):
		l.count, l.counts = 0, false // the count is that of what follows
		return i
	}
	l.class = r.classIn(r.nodes[i])
	if r.kind(i+1) == nodeCount {
		l.count = r.nodes[i+1].count
		return i + 2
	}
	return i + 1
}

// framed takes in that a list makes up how industry stands in a place: 甲、乙、丙的“一区三园”发展格局.
func (r *reader) framed(l *list, i int) int {
	j := r.past(i+1, 1, nodeSet)
	if r.kind(i) != nodeOf || len(l.members) == 1 || r.kind(j) != nodeItem || lexicon.NameFrame.Suffix(r.of(r.nodes[j].Span)) == "" {
		return i
	}
	l.class = r.nodes[j].Span
	return j + 1
}

// quotesIndustries reports whether the node at i is the 的 behind a quoted list of industries, and
// not what is said of a thing: “世界一流、百年不衰”的科学城.
func (r *reader) quotesIndustries(i int) bool {
	return r.kind(i) == nodeOf && r.unquotes(i) && (r.kind(i+1) != nodeItem || classKind(r.of(r.classIn(r.nodes[i+1]))) != parkClass)
}

// oneOf reports whether the class at i is that of the only name before its count: 甲1个百亿级
// 产业集群.
func (r *reader) oneOf(l *list, i int) bool {
	class := r.of(r.nodes[i].Span)
	return l.count == 1 && firstTier(class) != "" && classKind(class) == clusterClass
}

// etc passes over a mark that does not belong before 等: 甲、乙、等.
func (r *reader) etc(i int) int {
	if r.kind(i) == nodeComma && r.kind(i+1) == nodeEtc {
		return i + 1
	}
	return i
}

// sumsUp reports whether the node at i stands before the count of what was told: 工业和农业项目有
// 6个.
func (r *reader) sumsUp(i int) bool {
	if r.kind(i+1) != nodeCount || r.kind(i+2) == nodeItem {
		return false
	}
	return r.kind(i) == nodeHas || r.kind(i) == nodeStop && lexicon.NameSumsUp.Has(r.of(r.nodes[i].Span))
}

// represents reports whether the node at i says that projects stand for others: 以甲项目、乙
// 项目为代表, 以甲、乙为代表的一批项目.
func (r *reader) represents(l *list, i int) bool {
	if r.kind(i) != nodeKindWord || !strings.HasPrefix(r.of(r.nodes[i].Span), "为代表") {
		return false
	}
	j := r.past(r.past(i+1, 1, nodeOf), 1, nodeCount)
	l.stands = j == i+1 && endsProject(r.of(l.members[len(l.members)-1].Span))
	return l.stands || r.kind(j) == nodeItem && classKind(r.of(r.classIn(r.nodes[j]))) == projectClass
}

// toClass passes over what is said of a class before it.
func (r *reader) toClass(l *list, i int) int {
	if l.counts || l.open {
		i = r.sizedClass(i)
	}
	switch then := r.kind(i + 1); {
	case r.kind(i) == nodeOf && then == nodeItem:
		return i + 1
	case l.open && parts(then) && (l.counts || r.bareClass(r.nodes[r.lastOfClass(i)].Span)):
		return r.lastOfClass(i)
	case l.open && (r.kind(i) != nodeItem || classKind(r.of(r.classIn(r.nodes[i]))) == noKind):
		return r.described(i)
	}
	return i
}

// sizedClass passes over the size told of a counted class before it.
func (r *reader) sizedClass(i int) int {
	if r.kind(i) == nodeItem && r.kind(i+1) == nodeOf && firstTier(r.of(r.nodes[i].Span)) != "" {
		return i + 1 // 甲、乙两个产值超百亿元的产业
	}
	class := i
	for ; r.kind(i) == nodeAmount || r.kind(i) == nodeSize; i++ {
		if r.kind(i+1) == nodeItem {
			class = i + 1 // 等3个总投资5亿元的项目
		}
	}
	return class
}

// lastOfClass is the last part of a class that names several trades: 等19个新能源、新材料
// 项目.
func (r *reader) lastOfClass(i int) int {
	for j := i; r.kind(j) == nodeItem; j += 2 {
		if classKind(r.of(r.classIn(r.nodes[j]))) == projectClass {
			return j
		}
		if !parts(r.kind(j + 1)) {
			break
		}
	}
	return i
}

// parts reports a mark between two parts.
func parts(k nodeKind) bool { return k == nodeComma || k == nodeJoint }

// described passes over what is said of a class before it: 等一批 规模大、投资
// 强度高的 项目.
func (r *reader) described(i int) int {
	for j := i; j < len(r.nodes) && r.nodes[j].Start-r.nodes[i].Start < modifierBytes; j++ {
		switch r.kind(j) {
		case nodeOf:
			for r.kind(j+1) == nodeAdverb { // 超亿元的高水平项目
				j++
			}
			if r.kind(j+1) == nodeItem && classKind(r.of(r.nodes[j+1].Span)) != noKind {
				return j + 1
			}
		case nodeBreak, nodeEtc, nodeHas, nodeAside, nodeIs:
			return i
		}
	}
	return i
}

// sayTogether gives a list that a class ends what is said behind the last of such lists: 产业项目中甲、乙
// 等14个项目，工程中丙、丁等21个项目已复工.
func (r *reader) sayTogether() {
	var said *verb
	for i := len(r.lists) - 1; i >= r.base; i-- {
		switch l := &r.lists[i]; {
		case !l.open || l.class.Len() == 0 || l.lead.Len() > 0:
			if said != nil && !l.amid && !r.bareClass(l.members[0].Span) {
				said = nil
			}
		case l.right != nil:
			said = l.right
		case said.builds() && r.kind(l.to) == nodeBreak && !r.nodes[l.to].strong && classKind(r.of(l.class)) == projectClass:
			l.right = said
		}
	}
}

// sumsTogether reports whether 的 at i stands behind several names, not the last alone: “甲、乙与丙”的定位,
// 甲、乙的“一区三园”格局.
func (r *reader) sumsTogether(i int) bool { return r.unquotes(i) || r.kind(i+1) == nodeSet }

// unquotes reports whether a quotation of several names ends right before the node at i.
func (r *reader) unquotes(i int) bool {
	last := r.text[r.nodes[max(i-1, 0)].Start:r.nodes[i].Start]
	return strings.HasSuffix(last, "”") && !strings.Contains(last, "“")
}

// surroundings are what stands around the names of a list, as far as it tells
// projects.
type surroundings struct {
	class    bool // the list is said to be of projects, roads, schools …
	other    bool // it is said to be of something else
	governed bool // a verb of building or signing stands beside it
	strong   bool // the verb is said of named things only
	behind   bool // the verb stands behind
	figure   bool // the verb may be a figure of speech: 打造…中心
	concrete bool // a verb beside it is said of what is built alone, not of deeds or aims: 新建, 开工
	signed   bool // the verb says that they are signed: companies are named too
	several  bool // more than one name is listed
	many     bool // more than two are
	exact    bool // it is said of how many projects, and as many are listed
	entry    bool // it stands alone at the begin of a paragraph, and what it costs is told
	roll     bool // the title of a roll says that it is of projects
	counted  bool // the class behind the list is counted: 等10个工业项目
	priced   bool // what it costs stands right behind
	places   bool // as many are listed as the class behind counts, which is of no projects: 甲、乙2个市场
	works    bool // the class is that of projects, whatever they build
}

// tells reports whether anything around a name may make a project of it that does not call itself one.
func (s *surroundings) tells() bool {
	return s.strong || s.builds()
}

// builds reports whether what is told around a name is told of something that is built.
func (s *surroundings) builds() bool { return s.class || s.governed || s.entry || s.priced }

// rule is the ID of the rule that takes a name for a project's: 甲、乙等项目 for their
// class, 甲路 建成 for its last word and the verb, 甲、乙 投产 for the verb alone.
func (s surroundings) rule(name string) string {
	_, h := coreOf(name)
	switch {
	case s.class:
		return "class"
	case h == nil:
		return "verb"
	case s.governed:
		return "head-and-verb"
	}
	return "head"
}

func (f *finder) surround(l *list) surroundings {
	var s surroundings
	s.class, s.other = f.classOf(l)
	s.several, s.many, s.priced = len(l.members) > 1, len(l.members) > 2, l.priced
	s.exact = strings.HasSuffix(f.of(l.class), "项目") && l.count == len(l.members)
	s.works = s.class && endsProject(trimBuilding(f.of(l.class)))
	s.places = s.class && !s.works && l.complete()
	s.counted = s.class && (l.count > 1 || l.counted) && (l.open || s.several || l.label.Len() > 0)
	if s.several && l.class.Len() == 0 && endsProject(f.of(l.members[len(l.members)-1].Span)) {
		s.class = true
	}
	planned := f.Section(l.sentence) == model.Target
	s.governedBy(l.left, planned)
	s.governedBy(l.right, planned)
	s.strong, s.behind = l.strong(), l.right.builds()
	return s
}

// governedBy takes in a verb that stands beside the names, if one of building does. What a plan says is
// to be built may be an aim, unless the verb is said of named things only.
func (s *surroundings) governedBy(v *verb, planned bool) {
	if v.builds() {
		s.governed, s.signed, s.figure = true, v.project == model.Signed, v.figure
		s.concrete = s.concrete || !v.deed && (v.strong || !planned)
	}
}

// sums reports whether a class behind a list sums it up: 甲、乙等, 甲、乙2个.
func (l *list) sums() bool { return l.open || l.count > 0 && len(l.members) > 1 }

// complete reports whether all are listed that the list counts.
func (l *list) complete() bool { return !l.open && l.count == len(l.members) }

// strong reports whether what is told of a list is told of named things only: 甲投产, 甲核电前期
// 工作推进, 新开工甲、乙.
func (l *list) strong() bool {
	switch several := len(l.members) > 1; {
	case l.right != nil && l.right.strong:
		return true
	case several:
		return l.class.Len() == 0 && l.left.takesThings()
	}
	return l.work != "" && l.right.builds()
}

// whole is the name of a member with the class that its list shares, where it is only a place's, or a
// road's by its ends: 甲湾煤矿 of 甲湾、乙峡等煤矿.
func (f *finder) whole(l *list, s model.Span) string {
	name := strings.TrimSpace(f.of(s))
	if l.class.Len() == 0 || l.class.Len() > maxNameBytes {
		return name
	}
	class := trimBuilding(strings.TrimSuffix(f.of(l.class), "”"))
	if stem := withoutProject(class); stem != class && headOf(stem).builds() {
		class = stem // 公路项目
	}
	class = withoutVague(class)
	if h := headOf(class); !h.builds() || endsProject(class) || vague(class) || !placeAlone(name) {
		return name
	}
	return name + class
}

// withoutVague leaves out the words before a class that say how its things are: 大中型水电站.
func withoutVague(class string) string {
	for {
		_, n := lex().at(class)
		if n <= len("大") || n == len(class) || !lexicon.NameVague.Has(class[:n]) || lexicon.NameAwardedBy.Has(class[:n]) {
			return class
		}
		class = class[n:]
	}
}

// placeAlone reports whether a name is proper and so short that it may only be a place's, or tells two places.
func placeAlone(name string) bool {
	if headOf(name) != nil {
		return false
	}
	if w, at := lexicon.NameRoute.Find(name); at > 0 {
		return weigh(name[:at]).own >= 1 && weigh(name[at+len(w):]).own >= 1
	}
	w := weigh(name)
	return utf8.RuneCountInString(name) <= 3 && w.own > 0 && w.common == 0 && !w.signed
}

// split gives the members of a list as spans. Where a count is stated it decides
// whether 和 parts two names or joins one; a count that cannot be met is told.
// Without a count, parts(left) says whether what stands left of 和 is whole.
func (f *finder) split(l *list, parts func(m member, left string) bool) (names []member, met bool) {
	hard := 0
	for _, m := range l.members {
		if !m.soft {
			hard++
		}
	}
	names = f.names[:0]
	for i, m := range l.members {
		if i > 0 && m.soft && m.own.Len() == 0 && f.joins(l, i, hard, parts) {
			names[len(names)-1].End = m.End
		} else {
			names = append(names, m)
		}
	}
	f.names = names
	return names, l.count == 0 || l.open || len(l.members) == 1 || l.count == len(names)
}

// costsOnce reports whether what the ith member of a list costs is told before the one that it is
// joined to: 总投资3亿元的甲基地及乙车间项目.
func (f *finder) costsOnce(l *list, i int) bool {
	left := l.members[i-1]
	return holds(f.of(left.own), lexicon.NameInvests) != "" && !endsProject(f.of(left.Span)) && endsProject(f.of(l.members[i].Span))
}

// joins reports whether the 和 before the ith member of a list joins one name; hard is how
// many members are parted otherwise.
func (f *finder) joins(l *list, i, hard int, parts func(m member, left string) bool) bool {
	switch {
	case l.members[i].its, f.costsOnce(l, i):
		return true
	case l.count == len(l.members):
		return false
	case l.count == hard, i < len(l.members)-1 && !l.members[i+1].soft:
		return true
	}
	return !parts(l.members[i], f.of(l.members[i-1].Span))
}

// parts reports whether the 和 before a member parts two names, as it does in a list where
// it is easy; what stands left of it is whole otherwise.
func (f *finder) parts(m member, left string, easy bool) bool {
	h, right := headOf(left), f.of(m.Span)
	if begins(right, lexicon.NameWithIts) != "" || m.tied && h == nil && ofOne(left, right) { // 甲水厂及配套管网
		return false
	}
	if easy || roadCode(left) || strings.HasPrefix(left, "“") && strings.Index(left, "”") == len(left)-len("”") {
		return true
	}
	return h != nil && !(h.action && m.tied && headOf(right) == nil) // 甲路、乙金融与丙基地道路
}
