package names

import (
	"cmp"
	"strings"

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
	f.news = f.headline(lists)
	for i := range lists {
		f.addProjects(&lists[i])
	}
	for i, fact := range f.facts {
		if fact.Stage == model.NoStage && f.news != model.NoStage {
			fact.Stage = f.news
			f.read[i].signs = append(f.read[i].signs, "name: stage turned")
		}
	}
	return f.facts
}

// classOf says what class the things of a list are said to be of.
func (f *finder) classOf(l *list) (project, other bool) {
	class, spelt := l.class, l.class.Len() == 0
	if spelt {
		class = l.label
	}
	name := strings.TrimSuffix(trimBuilding(f.of(class)), "”")
	switch {
	case class.Len() == 0:
		return false, false
	case class.Len() > maxNameBytes, developsIndustry(f.of(class)):
		return false, true
	case spelt:
		return labelClass(l, name)
	}
	if lead := strings.TrimPrefix(name, "行业"); lead != name && endsProject(name) && weigh(f.of(l.members[0].Span)).own >= 2 {
		name = lead // 甲、乙等行业龙头项目
	}
	return listClass(l, name)
}

// labelClass judges the class of a list that spells it out.
func labelClass(l *list, name string) (project, other bool) {
	switch classKind(name) {
	case clusterClass, parkClass:
		return false, !builds(l) // 园区建设：甲路开工
	case projectClass:
		return !headOf(name).class, false
	}
	return strings.HasSuffix(name, "场景"), false
}

// listClass judges the class behind a list.
func listClass(l *list, name string) (project, other bool) {
	_, h := coreOf(name)
	switch {
	case l.count > 0 && ofPlaces(name), holds(name, lexicon.Sector) != "", strings.HasSuffix(name, "基础设施"), strings.HasSuffix(name, "社区") && l.count > 0, strings.HasPrefix(name, "片区"), remakesIndustry(name):
		return false, true
	case ends(name, lexicon.NamePartial) == name, ends(name, lexicon.Firms) != "": // 甲、乙两个车间, 两大整车厂
		return false, true
	case ends(name, lexicon.NameNeutralClass) != "": // an institute is one, an agency is not
		return false, false
	case h == nil: // 街路改扩建工程
		works := endsProject(name)
		return works, !works && l.sums()
	case h.class:
		return false, true
	}
	if h.set {
		return builds(l) || endsProject(name), false
	}
	return h.classOfWorks(name, builds(l)), false
}

// classOfWorks reports whether a class with this head is of things that are built, as a verb of building
// says for most.
func (h *head) classOfWorks(name string, built bool) bool {
	if !h.project || built {
		return h.project
	}
	works := endsProject(name) || ends(name, lexicon.NameBuilding) != "" // 等项目建设
	return (!h.park || h.length < len(name)) && (!h.aimed || works)
}

// takesThings reports whether the object of a verb is a named thing rather than a deed: 签约, 新开工, 续建.
func (v *verb) takesThings() bool {
	return v != nil && v.left && (v.strong && v.project != model.Done || v.goes && v.inner && v.project == model.Building)
}

// honours reports whether a verb gives a title.
func (v *verb) honours() bool { return v != nil && v.honour }

// builds reports whether a verb beside a list tells of building.
func builds(l *list) bool { return l.left.builds() || l.right.builds() }

// addProjects enters the projects of a list.
func (f *finder) addProjects(l *list) {
	around, ok := f.mayTell(l)
	if !ok {
		return
	}
	list, met := f.split(l, func(m member, left string) bool {
		return f.parts(m, left, around.strong || len(l.members) > 2 && !(m.tied && headOf(f.of(l.members[0].Span)) != nil))
	})
	if !met && l.class.Len() == 0 && l.label.Len() == 0 {
		return // 引进研发中心、孵化器6家
	}
	for i, m := range list {
		s, ok := f.projectOf(l, m, &around)
		if !ok {
			continue
		}
		fact := f.addProject(l, m, s, around.rule(f.of(s)), len(list) == 1)
		if around.entry {
			f.enter(fact, l)
		}
		flag(fact, model.FlagListCount, !met && around.class && i == 0)
		flag(fact, model.FlagUnsureName, unsure(f.of(s), around))
	}
}

// mayTell reports whether a list may tell projects, and what stands around its names.
func (f *finder) mayTell(l *list) (around surroundings, ok bool) {
	f.resumes(l)
	at := f.entitled(l)
	if at == theTitle || f.recall(l) || f.tellOf(l) || at == apart && f.lone(l) || f.titles(l) {
		return around, false
	}
	around = f.surround(l)
	around.entry, around.roll = at >= oneEntry, at == ofRoll
	return around, !around.other && (!l.taken || builds(l) || around.class) && !(l.industries && (f.developed(l) || f.carries(l)))
}

// titles reports whether what is told of a list is that it has a title or wants one.
func (f *finder) titles(l *list) bool {
	return l.left.honours() && !l.taken || l.right.honours() && strings.HasSuffix(f.of(l.Span), "创建")
}

// projectOf is where the name of the project stands that a member is, and whether it is one.
func (f *finder) projectOf(l *list, m member, around *surroundings) (s model.Span, ok bool) {
	if !f.mayQualify(m, around) {
		return s, false
	}
	s = trimZone(f.text, trimName(f.text, m.Span))
	return s, !f.single(l, m) && !f.side(m) && f.qualifies(l, m, s, *around)
}

// mayQualify reports whether something about a member, or what it may be cut down to, can tell a
// project: the quick way past most members.
func (f *finder) mayQualify(m member, around *surroundings) bool {
	name := f.of(m.Span)
	return around.tells() || m.own.Len()+m.side.Len() > 0 || f.opens.In(name) || strings.Contains(name, "项目") || strings.Contains(name, "工程")
}

// qualifies reports whether what was left of a member names a project.
func (f *finder) qualifies(l *list, m member, s model.Span, around surroundings) bool {
	name := f.of(s)
	if len(lexicon.Indicator.Prefix(f.text[s.Start:])) >= len(name) || f.stuff(l, s) || f.pushed(l, s) || honour(ends(f.text[:s.Start], lexicon.NameAwardedBy)+name) {
		return false
	}
	f.paid(l, m, &around)
	if f.known(name) != nil || isProject(trimBuilding(name), around) || f.owned(m) && endsProject(name) {
		return true
	}
	return (around.governed || around.class) && praised(f.text, m.Span, s) && weigh(f.of(m.Span)).own > 0
}

// paid takes in what is told to be paid for a member.
func (f *finder) paid(l *list, m member, around *surroundings) {
	if around.priced {
		return
	}
	_, before := f.priceIn(m.own)
	_, behind := f.priceIn(m.side)
	around.priced = before || behind
	if !around.priced && !around.concrete && len(l.members) == 1 { // 投入3亿元，实施…工程
		_, around.concrete = f.outlay(model.Span{Start: max(f.sentences[l.sentence].Start, l.Start-amountReach/3), End: l.Start})
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
	fact := f.addAs(l, s, f.whole(l, s), rule)
	if fact.Stage == model.NoStage {
		fact.Stage = cmp.Or(asideStage(f.of(m.side)), f.classStage(l))
	}
	if fact.Stage == model.NoStage {
		fact.Stage = f.projectStage(l)
		if turned(l, fact.Stage) && fact == f.facts[len(f.facts)-1] {
			r := &f.read[len(f.read)-1]
			r.signs = append(r.signs, "name: stage turned")
		}
	}
	if fact.Stage == model.NoStage && f.news == model.NoStage && only && (l.opens || m.own.Len() > 0) && l.left == nil {
		fact.Stage = f.saidIn(model.Span{Start: l.End, End: f.sentences[l.sentence].End})
	}
	if fact.Stage == model.Planned && holds(f.of(s), lexicon.UnderWay) != "" {
		fact.Stage = model.Building // 完成甲园续建工程
	}
	if q, ok := f.amount(l, m, only); ok && !fact.HasValue {
		fact.Quantity, fact.HasValue = q, true
	}
	return fact
}

// turned reports whether a stage is not the one that the verbs beside a list tell.
func turned(l *list, stage model.Stage) bool {
	for _, v := range [...]*verb{l.left, l.right} {
		if v != nil && v.project == stage {
			return false
		}
	}
	return l.left != nil || l.right != nil
}

// recall gives the project named right before what is told of 该项目, or of 项目 where a
// sentence opens with it; it reports whether a list is that.
func (f *finder) recall(l *list) bool {
	m := l.members[0]
	name, begin := f.of(m.Span), m.Start
	if m.own.Len() > 0 {
		begin = m.own.Start
	}
	pointer := begins(name, lexicon.NamePointsBack) // 该项目
	if len(l.members) > 1 || len(name) > len(pointer)+len("项目") || name != pointer && !endsProject(name) {
		return false
	}
	before := strings.TrimSpace(f.text[f.sentences[l.sentence].Start : begin+len(pointer)])
	if before != "" && ends(before, lexicon.NamePointsBack) == "" {
		return false
	}
	if f.last != nil && f.where >= l.sentence-1 {
		if v := f.saying(l); f.last.Stage == model.NoStage && v != nil && !v.once {
			f.last.Stage = f.projectStage(l)
		}
		if q, ok := f.amount(l, m, true); ok && !f.last.HasValue {
			f.last.Quantity, f.last.HasValue = q, true
		}
	}
	return before != ""
}

// resumes takes in what a project costs, where it is spoken of again: 甲项目占地300亩，总投资3亿元.
func (f *finder) resumes(l *list) {
	if m := l.members[0]; len(l.members) == 1 && m.Len() <= maxNameBytes {
		if told := f.toldOf(f.of(m.Span), l.sentence); told != nil && !told.HasValue {
			told.Quantity, told.HasValue = f.amount(l, m, true)
		}
	}
}

// toldOf is the project told before that a name is of, or of which it is short for in the same
// paragraph or the next; nil when there is none: 针状焦项目 for 甲集团针状焦项目.
func (f *finder) toldOf(name string, sentence int) *model.Fact {
	if told := f.known(name); told != nil || !endsProject(name) || weigh(name).own < 2 {
		return told
	}
	for i := len(f.facts) - 1; i >= max(0, len(f.facts)-maxMembers); i-- {
		if told := f.facts[i]; told.Place.Paragraph < f.sentences[sentence].Paragraph-1 {
			break
		} else if strings.HasSuffix(told.Name, name) {
			return told
		}
	}
	return nil
}

// pushed reports whether a park is only helped on: 推动甲科技城与乙大学融合发展.
func (f *finder) pushed(l *list, s model.Span) bool {
	if l.right != nil || l.left == nil || l.class.Len() > 0 {
		return false
	}
	if _, h := coreOf(f.of(s)); h == nil || !h.park {
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
	if l.left != nil || l.right != nil || l.class.Len() > 0 || l.label.Len() > 0 || len(l.members) > 1 || l.complement.Len() > 0 || l.priced {
		return false
	}
	return !endsProject(trimBuilding(f.of(l.members[0].Span))) && !f.owned(l.members[0])
}

// owned reports whether a company is told to have a thing: 甲牌的阀门项目.
func (f *finder) owned(m member) bool {
	owner, ok := strings.CutSuffix(f.of(m.own), "的")
	if !ok {
		return false
	}
	if w, at := lexicon.NameInvests.Within(owner, 2*maxNameBytes); w != "" { // 甲公司投资3亿元的
		owner = strings.TrimRight(owner[:at], "计划拟将独资")
	}
	return len(owner) <= maxNameBytes && isOwner(owner)
}

// side reports whether a member is only a side of what is named before it: 甲产业园的
// 招商中心.
func (f *finder) side(m member) bool {
	owner, ok := strings.CutSuffix(f.of(m.own), "的")
	return ok && headOf(owner).builds() && weigh(f.of(m.Span)).own == 0 && begins(f.of(m.Span), lexicon.NamePhase) == ""
}

// stuff reports whether a list only tells how much of something there is: 新建污水管网56公里.
func (f *finder) stuff(l *list, s model.Span) bool {
	name := f.of(s)
	return l.measured && (weigh(name).own == 0 || begins(name, lexicon.NameYield) != "") // 日处理污泥200吨
}

// single reports whether a member stands for several things: 新建食堂6家. A park
// with several houses is still one: 甲产业园6个楼座.
func (f *finder) single(l *list, m member) bool {
	if l.count > 0 && !l.open && len(l.members) == 1 {
		return parkIn(f.text, m.Span, false, false) != m.Span || weigh(f.of(m.Span)).own == 0
	}
	return m.many
}
