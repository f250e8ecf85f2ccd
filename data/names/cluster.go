package names

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// An industry is told by the class its list belongs to, by what it is said to be,
// or by its own last word:
//
//	打造 甲、乙、丙 等 若干个百亿级产业集群      class behind 等
//	六大产业：甲、乙                          class before
//	把 甲、乙 打造成 支柱产业                  what it is said to be
//	甲、乙、丙产业 实现规模工业产值              last word of the last name
//	布局 丁产业                              one name, governed by a verb of growing

// clusters finds the industries that the district names as its own.
func clusters(f *finder, lists []list) []*model.Fact {
	for i := range lists {
		l := &lists[i]
		f.raise(l)
		if how := f.industryList(l); how != notIndustry {
			l.industries = true
			f.addClusters(l, how)
		} else if k := f.lastIndustry(l); k > 0 {
			some := *l
			some.members = l.members[:k]
			f.addClusters(&some, byName)
		}
	}
	return f.facts
}

// lastIndustry is how many members of a list without a class are industries, told so by the last of
// them, where only one other thing is told behind: 甲、乙产业集群和丙基地; 0 where none are.
func (f *finder) lastIndustry(l *list) int {
	k := len(l.members) - 1
	if k < 2 || l.class.Len() > 0 || !l.members[k].soft {
		return 0
	}
	last := f.of(l.members[k-1].Span)
	if len(last) > maxNameBytes || !endsIndustry(last) {
		return 0
	}
	return k
}

// raise gives the industries told before in a sentence the size that industries
// not named are to reach: 围绕甲、乙等产业, 培育若干个百亿级产业集群.
func (f *finder) raise(l *list) {
	if len(l.members) != 1 || !l.members[0].many || l.left == nil || l.left.cluster != model.Target || !endsIndustry(f.of(l.members[0].Span)) {
		return
	}
	tier := lastTier(f.of(l.Span))
	for _, c := range f.facts {
		if c.Tier == "" && tier != "" && c.Place.Sentence == f.sentences[l.sentence].Span {
			c.Tier, c.Stage = tier, model.Target
		}
	}
}

// listed says how surely a list is one of industries.
type listed uint8

const (
	notIndustry listed = iota
	byName             // its last name ends in 产业
	byClass            // what it is said to be is industries
	byLead             // it leads industries that are not named: 以甲、乙为代表的产业
	byPillar           // a figure of speech says so: 两张王牌
)

// rule is the ID of the rule that reads such a list.
func (how listed) rule() string {
	return [...]string{"", "own-end", "class", "led", "pillar"}[how]
}

// industryList judges a list by the class behind it, what it is said to be, the class that it
// spells out, how it is developed and its last name, in this order.
func (f *finder) industryList(l *list) listed {
	class := f.of(l.class)
	switch kind := classKind(class); {
	case ends(class, lexicon.NameFigureOfAnIndustry) != "":
		return byPillar // “三驾马车”
	case kind == clusterClass || f.carries(l) || ends(class, lexicon.NameFrame) != "" && f.allTopical(l, 2):
		return byClass
	case kind != noKind:
		return notIndustry
	}
	if how := f.pillar(l); how != notIndustry {
		return how
	}
	switch {
	case l.left.honours() && l.left.cluster != model.Target: // but 打造成全国知名的甲产业集群
		return notIndustry
	case classKind(f.of(l.label)) == clusterClass, f.developed(l):
		return byClass
	case ends(f.of(l.label), lexicon.NameFigureOfAnIndustry) != "":
		return byPillar // 三大板块，甲、乙、丙
	}
	if how := f.ownEnd(l); how != notIndustry {
		return how
	}
	return f.zoneOf(l)
}

// carries reports whether the projects that a list is of are told only by their industries:
// 食用菌、茶叶等优势产业项目.
func (f *finder) carries(l *list) bool {
	class := f.of(l.class)
	if classKind(class) == parkClass && strings.Contains(class, "产业") && f.topics(l) {
		return true // 甲、乙两大产业集聚区
	}
	if short := strings.TrimSuffix(class, "项目"); short == class || !endsIndustry(short) || builds(l) {
		return false
	}
	for _, m := range l.members {
		if f.topical(m, 0) {
			return true
		}
	}
	return false
}

// topics reports whether the members of a list are told by what industry is about and by
// nothing else.
func (f *finder) topics(l *list) bool { return f.allTopical(l, 0) }

// allTopical reports whether the members of a list are told by what industry is about, each with so
// few runes of its own.
func (f *finder) allTopical(l *list, own int) bool {
	return !slices.ContainsFunc(l.members, func(m member) bool { return !f.topical(m, own) })
}

// topical reports whether a member is told by what industry is about, with so few runes of its
// own.
func (f *finder) topical(m member, own int) bool {
	name := f.of(f.industry(m))
	if len(name) > maxNameBytes {
		return false
	}
	w := weigh(name)
	return w.topic >= 2 && w.own <= own && isIndustry(name, true)
}

// zoneOf judges the only name of a list that is to become the zone of an industry, and ends it
// where the industry does: 打造千亿级甲产业基地.
func (f *finder) zoneOf(l *list) listed {
	last := &l.members[0]
	name := f.of(last.Span)
	made := l.left.grows() || l.left == nil && l.right != nil && firstTier(name) != "" // 千亿级甲集聚区加快建成
	short := strings.TrimSuffix(name, ends(name, lexicon.NameZoneOfAnIndustry))
	if short == name || len(l.members) > 1 || !made || last.Len() > maxNameBytes {
		return notIndustry
	}
	if w := weigh(short); w.own > 3 || !endsIndustry(short) && (w.topic == 0 || !strings.HasSuffix(short, "业")) {
		return notIndustry
	}
	last.End = last.Start + len(short)
	return byName
}

// ownEnd judges the last name of a list, and ends it where the industry does.
func (f *finder) ownEnd(l *list) listed {
	last := &l.members[len(l.members)-1]
	name := f.of(last.Span)
	if last.Len() > maxNameBytes || last.many {
		return notIndustry
	}
	if endsIndustry(name) {
		if len(l.members) > 1 && f.industry(*last).Len() == 0 {
			return notIndustry // 地理优势和产业优势
		}
		return byName
	}
	if end := industryIn(name, l.clause); end > 0 {
		last.End = last.Start + end
		l.acts = l.acts || l.clause
		return byName
	}
	return notIndustry
}

// pillar judges what a list is said to be: 支柱产业, 两张王牌, 为主导.
func (f *finder) pillar(l *list) listed {
	s := f.of(l.complement)
	switch {
	case strings.HasPrefix(s, "为主"):
		return byPillar
	case endsIndustry(s):
		return byClass
	case strings.HasPrefix(s, "为"):
		return byLead
	case ends(s, lexicon.NamePillar) != "" && lexicon.Runes(s) <= 8:
		return byPillar
	}
	return notIndustry
}

// developed reports whether a list without a class is one of industries all the
// same: they are developed, and each is told by what industry is about.
func (f *finder) developed(l *list) bool {
	if l.class.Len() > 0 || !f.develops(l) {
		return false
	}
	if !f.allTopical(l, min(3, 1+len(l.members))) {
		return false
	}
	for _, m := range l.members {
		if w := weigh(f.of(f.industry(m))); len(l.members) == 1 && !grows(l, w) && !f.bareIndustry(l) || l.left == nil && w.plain > 0 { // 物流配送中心
			return false
		}
	}
	return true
}

// develops reports whether the verb beside a list tells of growth.
func (f *finder) develops(l *list) bool {
	if l.left == nil {
		return l.right.grows()
	}
	if l.left.cluster == "" || l.right != nil || l.left.honour {
		return false
	}
	lead := f.of(l.lead)
	return begins(lead, lexicon.NameDevelops) != "" || ends(lead, lexicon.NameDevelops) != ""
}

// industry is what of a member is an industry's name.
func (f *finder) industry(m member) model.Span {
	return trimIndustry(f.text, trimQuotes(f.text, m.Span))
}

// grows reports whether the only name of a list is an industry's: 做强铝型材, 新材料异军突起.
func grows(l *list, name weight) bool {
	if l.left == nil {
		return !l.right.left && name.own == 0
	}
	return l.left.goes && l.left.project == "" && name.own == 0
}

// bareIndustry reports whether the only name of a list that is to grow is an industry's and nothing
// else: 前瞻布局低空经济.
func (f *finder) bareIndustry(l *list) bool {
	m := l.members[0]
	w := weigh(f.of(m.Span))
	return l.left != nil && l.left.cluster == model.Target && w.topic >= 3 && w == weight{topic: w.topic} && f.industry(m) == m.Span
}

// addClusters enters the industries of a list.
func (f *finder) addClusters(l *list, how listed) {
	sized := f.sizedApart(l)
	if l.count > 0 {
		l.count += sized // 甲千亿级、乙和丙2个百亿级产业集群
	}
	list, met := f.split(l, func(m member, _ string) bool {
		return (len(l.members) > 2 || !m.tied) && (strings.Count(f.of(l.Span), "亿级") < 2 || lastTier(f.of(m.Span)) != "")
	})
	found := f.industries(l, list, how)
	if len(found) == 0 {
		return
	}
	if len(list) == 1 && how == byName && !f.told(l, list[0]) {
		return
	}
	for _, s := range found {
		f.addCluster(l, s, how, met)
	}
}

// industries are the names of the industries of a list; none where they are too few that are
// surely such, or where companies stand for the industry.
func (f *finder) industries(l *list, list []member, how listed) []model.Span {
	var found []model.Span
	known := 0
	if len(list) > 1 && !slices.ContainsFunc(list, func(m member) bool { return !endsIndustry(f.of(m.Span)) }) {
		known = len(list) // 甲产业集群和乙产业集群
	}
	for _, m := range list {
		s := f.industry(m)
		if m.many && how != byName || properCompany(f.of(s)) {
			return nil
		}
		ok, sure := f.mayBe(l, f.of(s), how, len(list) > 1)
		if sure {
			known++
		}
		if ok {
			found = append(found, s)
		}
	}
	if known == 0 && (len(found) < how.least() || !l.open && f.allShort(found)) || how == byPillar && known*2 < len(found) {
		return nil
	}
	return found
}

// allShort reports whether several names are of two unknown characters each, as places are: 甲、乙4大
// 机器人产业基地.
func (f *finder) allShort(names []model.Span) bool {
	return len(names) > 1 && !slices.ContainsFunc(names, func(s model.Span) bool { return s.Len() != len("甲乙") || weigh(f.of(s)).own != 2 })
}

// least is how many names a list must have that tell no industry by themselves.
func (how listed) least() int { return [...]int{byName: 3, byClass: 1, byLead: 2, byPillar: 2}[how] }

// mayBe reports whether a name may be an industry's in a list of this kind, and whether it
// surely is. A basic industry is one where it is said to be: 渔业和农业是基础产业.
func (f *finder) mayBe(l *list, name string, how listed, several bool) (ok, sure bool) {
	w := weigh(name)
	switch {
	case l.complement.Len() > 0 && strings.HasSuffix(name, "业") && lexicon.IndustryOne.Has(name):
		return true, true
	case isIndustry(name, several), several && (how == byClass || how == byPillar) && isWord(name):
		sure = w.topic > 0 || strings.HasSuffix(name, "业")
		ok = how != byLead || sure && w.own < 2 // 以某某公司为代表的产业
	}
	return ok, ok && sure
}

func (f *finder) addCluster(l *list, s model.Span, how listed, met bool) {
	fact := f.add(l, s, how.rule())
	if fact.Stage == model.NoStage {
		fact.Stage = f.clusterStage(l)
	}
	if fact.Tier == "" {
		fact.Tier = f.tier(l, s)
	}
	flag(fact, model.FlagListCount, !met)
}

// told reports whether enough is told of the only industry of a list that it is one of
// the district's: it grows, it has a size, its products are told, it acts.
func (f *finder) told(l *list, m member) bool {
	name := f.of(m.Span)
	return growing(l) || l.title && strings.HasPrefix(f.text[l.End:], "。") && weigh(name).topic >= 2 || l.valued && weigh(name).topic >= 2 && f.topics(l) || l.acts && endsIndustry(name) && weigh(name).own == 0 || measuredIndustry(name) || strings.Contains(name, "集群")
}

// measuredIndustry reports whether a name goes on to say what the industry makes
// or becomes: 食品产业产值, 食品产业提质增效.
func measuredIndustry(name string) bool {
	return lexicon.NameIndustryEdge.AtEnd(name).Is(lexicon.IndustryAfter)
}

// growing reports whether a verb says that the industry is grown or has grown.
func growing(l *list) bool {
	return l.left.grows() || l.right.grows()
}

// sizedApart is how many members of a list before its last tell their own size behind their name.
func (f *finder) sizedApart(l *list) (n int) {
	for _, m := range l.members[:len(l.members)-1] {
		if tierTail(f.of(m.Span)) > 0 {
			n++
		}
	}
	return n
}

// tier is the size stated for an industry of a list: that right behind it, the last one before
// it, or else the first one behind it, as written.
func (f *finder) tier(l *list, name model.Span) string {
	if f.sizedApart(l) > 0 || tierTail(f.of(l.members[0].Span)) > 0 {
		return firstTier(f.of(model.Span{Start: name.End, End: max(l.End, name.End)}))
	}
	before := f.of(model.Span{Start: min(l.Start, name.Start), End: name.End})
	if l.label.Len() > 0 && l.label.Start < name.Start {
		before = f.of(l.label) + before
	}
	if t := lastTier(before); t != "" {
		return t
	}
	return firstTier(f.of(model.Span{Start: name.End, End: max(l.End, name.End)}))
}
