package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
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
			f.addClusters(l, how)
		}
	}
	return f.facts
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

func (f *finder) industryList(l *list) listed {
	if l.members[0].many && l.class.Len() == 0 {
		return notIndustry
	}
	if l.class.Len() > 0 {
		if ends(f.of(l.class), lexicon.NameFigureOfAnIndustry) != "" {
			return byPillar // “三驾马车”
		}
		switch classKind(f.of(l.class)) {
		case clusterClass:
			return byClass
		case noKind:
		default:
			return notIndustry
		}
	}
	if l.complement.Len() > 0 {
		if how := f.pillar(l); how != notIndustry {
			return how
		}
	}
	if l.left != nil && l.left.honour && !l.taken {
		return notIndustry
	}
	if l.label.Len() > 0 && classKind(f.of(l.label)) == clusterClass {
		return byClass
	}
	if f.developed(l) {
		return byClass
	}
	last := &l.members[len(l.members)-1]
	if last.Len() > maxNameBytes || last.many {
		return notIndustry
	}
	if !endsIndustry(f.of(last.Span)) {
		if i := strings.LastIndex(f.of(last.Span), "产业集群"); i > 0 { // 机器人产业集群上下游日趋完整
			last.End = last.Start + i + len("产业集群")
			return byName
		}
		return notIndustry
	}
	return byName
}

// pillar judges what a list is said to be: 支柱产业, 两张王牌, 为主导.
func (f *finder) pillar(l *list) listed {
	s := f.of(l.complement)
	switch {
	case strings.HasSuffix(s, "的"):
		return byLead
	case strings.HasPrefix(s, "为"), endsIndustry(s):
		return byClass
	case ends(s, lexicon.NamePillar) != "" && utf8.RuneCountInString(s) <= 8:
		return byPillar
	}
	return notIndustry
}

// developed reports whether a list without a class is one of industries all the
// same: they are developed, and each is told by what industry is about.
func (f *finder) developed(l *list) bool {
	if l.class.Len() > 0 {
		return false
	}
	if l.left == nil {
		if l.right == nil || l.right.cluster == "" {
			return false
		}
	} else if lead := f.of(l.lead); l.left.cluster == "" || l.right != nil || l.left.honour || begins(lead, lexicon.NameDevelops) == "" && ends(lead, lexicon.NameDevelops) == "" {
		return false
	}
	for _, m := range l.members {
		s := trimIndustry(f.text, trimQuotes(f.text, m.Span))
		name := f.of(s)
		if w := weigh(name); m.many || len(name) > maxNameBytes || w.topic < 2 || w.own > 2 || len(l.members) == 1 && !grows(l, name) || !isIndustry(name, true) {
			return false
		}
	}
	return true
}

// grows reports whether the only name of a list is an industry's: 做强铝型材, 新材料异军突起.
func grows(l *list, name string) bool {
	if l.left == nil {
		return !l.right.left && weigh(name).own == 0
	}
	return l.left.goes && l.left.project == "" && weigh(name).own == 0
}

// addClusters enters the industries of a list.
func (f *finder) addClusters(l *list, how listed) {
	list, met := f.split(l, func(m member, _ string) bool { return len(l.members) > 2 || !m.tied })
	known := 0
	var found []model.Span
	for _, m := range list {
		s := trimIndustry(f.text, trimQuotes(f.text, m.Span))
		name := f.of(s)
		if company := ends(name, lexicon.Company); company != "" && weigh(strings.TrimSuffix(name, company)).own >= 2 || m.many && how != byName {
			return // companies stand for the industry
		}
		if strings.HasSuffix(name, "业") && l.complement.Len() > 0 && lexicon.IndustryOne.Has(name) {
			known++ // 渔业和农业是基础产业
			found = append(found, s)
			continue
		}
		if !isIndustry(name, len(list) > 1) && !(len(list) > 1 && (how == byClass || how == byPillar) && isWord(name)) {
			continue
		}
		if w := weigh(name); w.topic > 0 || strings.HasSuffix(name, "业") {
			known++
		} else if how == byLead {
			continue // 以某某公司为代表的产业
		}
		found = append(found, s)
	}
	if known == 0 && (how == byName && len(found) < 3 || how != byClass && len(found) < 2 || len(found) < 1) || how == byPillar && known*2 < len(found) {
		return
	}
	if l.End = max(l.End, f.sized(l)); len(list) == 1 && how == byName && !f.told(l, list[0]) {
		return
	}
	for _, s := range found {
		f.addCluster(l, s, how, met)
	}
}

func (f *finder) addCluster(l *list, s model.Span, how listed, met bool) {
	fact := f.add(l, s, how.rule())
	if fact.Stage == model.NoStage {
		fact.Stage = f.clusterStage(l)
	}
	if fact.Tier == "" {
		fact.Tier = f.tier(l, s)
	}
	if !met && !fact.Is(model.FlagListCount) {
		fact.Flags = append(fact.Flags, model.FlagListCount)
	}
}

// told reports whether enough is told of the only industry of a list that it is one of
// the district's: it grows, it has a size, its products are told, it acts.
func (f *finder) told(l *list, m member) bool {
	name := f.of(m.Span)
	return growing(l) || l.acts && strings.HasSuffix(name, "产业") && weigh(name).own == 0 || measuredIndustry(name) || strings.Contains(name, "集群") || lastTier(f.of(l.Span)) != "" || f.developed(l)
}

// sized is where the size told behind a list in its clause ends; 0 when none is:
// 迈过千亿级门槛.
func (f *finder) sized(l *list) int {
	s := scan.WholeRunes(f.text, model.Span{Start: l.End, End: min(f.sentences[l.sentence].End, l.End+len("迈过两千亿级大关再上台阶"))})
	clause := f.of(s)
	if i := strings.IndexAny(clause, "，,；;。、"); i >= 0 {
		clause = clause[:i]
	}
	if i := strings.Index(clause, "亿级"); i > 0 {
		return s.Start + i + len("亿级")
	}
	return 0
}

// measuredIndustry reports whether a name goes on to say what the industry makes
// or becomes: 食品产业产值, 食品产业提质增效.
func measuredIndustry(name string) bool {
	return lexicon.NameIndustryEdge.AtEnd(name).Is(lexicon.IndustryAfter)
}

// growing reports whether a verb says that the industry is grown or has grown.
func growing(l *list) bool {
	return l.left != nil && l.left.cluster != "" || l.right != nil && l.right.cluster != ""
}

func (f *finder) clusterStage(l *list) model.Stage {
	if l.left != nil && l.left.cluster != "" {
		if l.left.cluster == model.Target && l.left.goes && !f.Plans(l.sentence, f.origin(l.Span)) {
			return model.Existing
		}
		return l.left.cluster
	}
	if l.label.Len() > 0 && classKind(f.of(l.label)) == clusterClass && f.Plans(l.sentence, f.origin(l.Span)) {
		return model.Target
	}
	return model.Existing // what is told to grow is there
}

// tier is the size stated for an industry of a list: the last one before it, or
// else the first one behind it, as written.
func (f *finder) tier(l *list, name model.Span) string {
	before := f.of(model.Span{Start: min(l.Start, name.Start), End: name.End})
	if l.label.Len() > 0 && l.label.Start < name.Start {
		before = f.of(l.label) + before
	}
	if t := lastTier(before); t != "" {
		return t
	}
	return firstTier(f.of(model.Span{Start: name.End, End: max(l.End, name.End)}))
}

// tiers are how sizes of industries are told.
func tierAt(s string, i int) string {
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if digit(r) == 0 && !strings.ContainsRune("百千万", r) && (r < '0' || r > '9') || r == '两' || r == '一' {
			break
		}
		start -= n
	}
	if start == i {
		return ""
	}
	size := s[start:i]
	if k := strings.LastIndexAny(size, "百千万"); k >= 0 && strings.ContainsAny(size, "0123456789") {
		return ""
	}
	return size + "亿级"
}

func firstTier(s string) string {
	for at := 0; ; {
		i := strings.Index(s[at:], "亿")
		if i < 0 {
			return ""
		}
		at += i
		rest := strings.TrimPrefix(s[at+len("亿"):], "元")
		if t := tierAt(s, at); t != "" && (strings.HasPrefix(rest, "级") || strings.ContainsAny(t[:len("百")], "百千万")) {
			return t
		}
		at += len("亿")
	}
}

func lastTier(s string) string {
	for at := len(s); ; {
		i := strings.LastIndex(s[:at], "亿")
		if i < 0 {
			return ""
		}
		at = i
		rest := strings.TrimPrefix(s[at+len("亿"):], "元")
		if t := tierAt(s, at); t != "" && (strings.HasPrefix(rest, "级") || strings.ContainsAny(t[:len("百")], "百千万")) {
			return t
		}
	}
}

// isWord reports whether a name is one short word, which is an industry's among
// industries: 有机.
func isWord(name string) bool {
	return utf8.RuneCountInString(name) == 2 && !lexicon.NameIndustryEdge.Has(name) && headOf(name) == nil && lexicon.NameWord.Has(name)
}

// isIndustry reports whether what is left may be an industry's name.
func isIndustry(name string, several bool) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 16 || lexicon.NameIndustryEdge.Has(name) || clausal(name) || endsPhase(name) || strings.ContainsAny(name, "0123456789") {
		return false
	}
	if h := headOf(name); h != nil && !isTopic(name) && (h.park || h.class && weigh(name).topic == 0 || h.project && h.need == needOwn && strings.HasSuffix(name, "项目")) {
		return false
	}
	w := weigh(name)
	return w.own > 0 || w.topic > 0 || w.common > 0 || several && n >= 3
}
