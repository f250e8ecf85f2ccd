package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// A project is told by what stands beside it, and by what it ends in:
//
//	签约了 甲、乙 等一批…项目     the class behind the list; any proper name will do
//	甲、乙项目 建成投产            the last name says 项目, a strong verb stands behind
//	新建 甲路, 改造提升 乙大桥      its own last word, and a verb of building

// projects finds the named things that are signed, planned, built or opened.
func projects(f *finder, lists []list) []*model.Fact {
	told := f.headline(lists)
	for i := range lists {
		f.addProjects(&lists[i])
	}
	for i, fact := range f.facts {
		if fact.Stage == model.NoStage && told != model.NoStage {
			fact.Stage = told
			f.read[i].signs = append(f.read[i].signs, "name: stage turned")
		}
	}
	return f.facts
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
	signed   bool // the verb says that they are signed: companies are named too
	several  bool // more than one name is listed
	exact    bool // it is said of how many projects, and as many are listed
	counted  bool // the class behind the list is counted: 等10个工业项目
}

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
	last := f.of(l.members[len(l.members)-1].Span)
	s.several = len(l.members) > 1
	s.exact = strings.HasSuffix(f.of(l.class), "项目") && l.count == len(l.members)
	s.counted = s.class && (l.count > 1 || l.counted) && (l.open || s.several || l.label.Len() > 0)
	if s.several && l.class.Len() == 0 && endsProject(last) {
		s.class = true
	}
	for _, v := range []*verb{l.left, l.right} {
		if v != nil && v.project != "" {
			s.governed = true
			s.signed = v.project == model.Signed
			s.figure = v.figure
		}
	}
	s.strong = l.right != nil && l.right.strong
	s.behind = l.right != nil && l.right.project != ""
	return s
}

// classOf says what class the things of a list are said to be of.
func (f *finder) classOf(l *list) (project, other bool) {
	class := l.class
	if class.Len() == 0 {
		class = l.label
	}
	if class.Len() == 0 {
		return false, false
	}
	if class.Len() > maxNameBytes {
		return false, true
	}
	name := strings.TrimSuffix(trimBuilding(f.of(class)), "”")
	if l.class.Len() == 0 {
		switch classKind(name) {
		case clusterClass, parkClass:
			return false, !builds(l) // 园区建设：甲路开工
		case projectClass:
			h := headOf(name)
			return !h.class, false
		}
		return strings.HasSuffix(name, "场景"), false
	}
	if holds(name, lexicon.Sector) != "" || strings.HasSuffix(name, "基础设施") || strings.HasSuffix(name, "社区") && l.count > 0 {
		return false, true
	}
	if ends(name, lexicon.NameNeutralClass) != "" { // an institute is one, an agency is not
		return false, false
	}
	_, h := coreOf(name)
	switch {
	case h == nil:
		return false, l.open || l.count > 0 && len(l.members) > 1
	case h.class:
		return false, !(ends(name, lexicon.Firms) != "" && l.right != nil && l.right.strong && !l.relative)
	}
	return h.project || h.set && (builds(l) || endsProject(name)), false
}

// builds reports whether a verb beside a list tells of building.
func builds(l *list) bool {
	return l.left != nil && l.left.project != "" || l.right != nil && l.right.project != ""
}

// addProjects enters the projects of a list.
func (f *finder) addProjects(l *list) {
	if f.recall(l) || f.lone(l) && !f.owned(l.members[0]) || l.left != nil && l.left.honour && !l.taken || l.right != nil && l.right.honour && strings.HasSuffix(f.of(l.Span), "创建") {
		return
	}
	around := f.surround(l)
	if around.other || l.taken && !builds(l) || f.developed(l) {
		return
	}
	headed := headOf(f.of(l.members[0].Span)) != nil
	list, met := f.split(l, func(m member, left string) bool {
		if right := f.of(m.Span); m.tied && headOf(left) == nil && headOf(right) != nil && weigh(right).own < 2 && weigh(left).own >= 2 {
			return false // 甲牌设备及配件生产基地
		}
		h := headOf(left)
		whole := h != nil && !(h.action && m.tied && headOf(f.of(m.Span)) == nil) || strings.HasPrefix(left, "“") && strings.Index(left, "”") == len(left)-len("”")
		return whole || around.strong || len(l.members) > 2 && !(m.tied && headed) // 甲路、乙金融与丙基地道路
	})
	if !met && l.class.Len() == 0 && l.label.Len() == 0 {
		return // 引进研发中心、孵化器6家
	}
	for i, m := range list {
		if f.single(l, m) || f.side(m) {
			continue
		}
		s := trimZone(f.text, trimName(f.text, m.Span))
		if f.pushed(l, s) || honour(ends(f.text[:s.Start], lexicon.NameAwardedBy)+f.of(s)) {
			continue
		}
		if !isProject(trimBuilding(f.of(s)), around) && !(f.owned(m) && endsProject(f.of(s))) && !(praised(f.text, m.Span, s) && (around.governed || around.class) && weigh(f.of(m.Span)).own > 0) {
			continue
		}
		fact := f.addProject(l, m, s, around.rule(f.of(s)), len(list) == 1)
		if !met && around.class && i == 0 {
			fact.Flags = append(fact.Flags, model.FlagListCount)
		}
		if unsure(f.of(s), around) && !fact.Is(model.FlagUnsureName) {
			fact.Flags = append(fact.Flags, model.FlagUnsureName)
		}
	}
}

// unsure reports whether a name may be a piece of a sentence rather than a thing's: what
// is done stands in it, and nothing proper.
func unsure(name string, around surroundings) bool {
	core, h := coreOf(name)
	w := weigh(core)
	return !around.class && h == nil && (core != name || !around.strong) && w.own < 2 && !w.signed
}

func (f *finder) addProject(l *list, m member, s model.Span, rule string, only bool) *model.Fact {
	fact := f.add(l, s, rule)
	if fact.Stage == model.NoStage {
		fact.Stage = f.classStage(l)
	}
	if fact.Stage == model.NoStage {
		fact.Stage = f.projectStage(l)
		if turned(l, fact.Stage) && fact == f.facts[len(f.facts)-1] {
			r := &f.read[len(f.read)-1]
			r.signs = append(r.signs, "name: stage turned")
		}
	}
	if q, ok := f.amount(l, m, only); ok && !fact.HasValue {
		fact.Quantity, fact.HasValue = q, true
	}
	return fact
}

// turned reports whether a stage is not the one that the verbs beside a list tell.
func turned(l *list, stage model.Stage) bool {
	for _, v := range []*verb{l.left, l.right} {
		if v != nil && v.project == stage {
			return false
		}
	}
	return l.left != nil || l.right != nil
}

// recall gives the project told right before what is told of 该项目; it reports whether a
// list is that.
func (f *finder) recall(l *list) bool {
	m := l.members[0]
	begin, last := m.Start, len(f.facts)-1
	if m.own.Len() > 0 {
		begin = m.own.Start
	}
	s := f.sentences[l.sentence].Span
	if len(l.members) > 1 || m.Len() > len("项目") || !endsProject(f.of(m.Span)) || ends(f.text[s.Start:begin], lexicon.NamePointsBack) == "" {
		return false
	}
	if last >= 0 && l.sentence > 0 && f.facts[last].Place.Sentence.Start >= f.sentences[l.sentence-1].Start {
		fact := f.facts[last]
		if stage := f.projectStage(l); fact.Stage == model.NoStage {
			fact.Stage = stage
		}
		if q, ok := f.amount(l, m, true); ok && !fact.HasValue {
			fact.Quantity, fact.HasValue = q, true
		}
	}
	return true
}

// pushed reports whether a park is only helped on: 推动甲科技城与乙大学融合发展.
func (f *finder) pushed(l *list, s model.Span) bool {
	if _, h := coreOf(f.of(s)); h == nil || !h.park || l.right != nil || l.left == nil || l.class.Len() > 0 {
		return false
	}
	if ends(f.of(l.lead), lexicon.NameLands) != "" {
		return true // 落地甲工业园
	}
	return holds(f.of(l.lead), lexicon.NameHelpsOn) != "" && !strings.HasPrefix(f.text[s.End:], "建设") && !strings.HasPrefix(f.text[s.End:], "项目")
}

// lone reports whether nothing about a list can tell a project: the quick way past
// most of a text.
func (f *finder) lone(l *list) bool {
	return l.left == nil && l.right == nil && l.class.Len() == 0 && l.label.Len() == 0 && len(l.members) == 1 && !endsProject(trimBuilding(f.of(l.members[0].Span)))
}

// owned reports whether a company is told to have a thing: 甲牌的阀门项目.
func (f *finder) owned(m member) bool {
	owner, ok := strings.CutSuffix(f.of(m.own), "的")
	w := weigh(owner)
	return ok && len(owner) <= maxNameBytes && (w.own >= 3 && w.own == utf8.RuneCountInString(owner) || ends(owner, lexicon.Company) != "")
}

// side reports whether a member is only a side of what is named before it: 甲产业园的
// 招商中心.
func (f *finder) side(m member) bool {
	owner, ok := strings.CutSuffix(f.of(m.own), "的")
	h := headOf(owner)
	return ok && h != nil && (h.park || h.project) && weigh(f.of(m.Span)).own == 0 && begins(f.of(m.Span), lexicon.NamePhase) == ""
}

// single reports whether a member stands for several things: 新建食堂6家. A park
// with several houses is still one: 甲产业园6个楼座.
func (f *finder) single(l *list, m member) bool {
	if l.count > 0 && !l.open && len(l.members) == 1 {
		return parkIn(f.text, m.Span, false, false) != m.Span
	}
	return m.many
}
