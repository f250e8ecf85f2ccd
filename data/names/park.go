package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// A park is told by its last word: 产业园, 开发区, 小镇 …; what stands before it
// must name it, so that 特色产业园区 is none. In a list of parks the others are
// named by less. A park inside a longer name is found too: 甲产业园服务中心. A
// quoted set beside a list is the set of its members: 甲园、乙园“两园”.

// parks finds the named parks, zones and bases that carry industry.
func parks(f *finder, lists []list, sets []set) []*model.Fact {
	var bare []bareZone
	for i := range lists {
		l := &lists[i]
		f.addParks(l)
		for _, m := range l.members {
			if isBareZone(f.of(m.Span)) && !l.open && !m.many && (l.left == nil || !l.left.honour) { // but 综合保税区、口岸等平台
				bare = append(bare, bareZone{l, m.Span})
			}
		}
	}
	f.addBareZones(bare)
	f.gather(sets)
	return f.facts
}

// addParks enters the parks of a list.
func (f *finder) addParks(l *list) {
	if f.noParks(l) {
		return
	}
	group := f.set(l)
	if l.count == 0 {
		l.count = setSize(group, len(l.members))
	}
	list, met := f.split(l, f.apart)
	honoured := l.left.honours() && !l.left.ahead
	f.addOwners(l, list)
	spans, found := f.ownParks(l, list, honoured)
	class := (len(list) > 1 || l.open) && f.parkClass(l)
	if !found && (honoured || !class) {
		return
	}
	for i, m := range list {
		var s model.Span
		rule := "head"
		if found {
			s = spans[i]
		}
		if s.Len() == 0 && !honoured {
			s, rule = parkByCompany(f.text, trimName(f.text, m.Span), class, found), "company"
		}
		if s.Len() > 0 && !m.many {
			f.addPark(l, s, group, rule, met)
		}
	}
}

// apart reports whether a park or its district ends before a member: 甲区与乙园签约.
func (f *finder) apart(m member, left string) bool {
	h := headOf(f.of(m.Span))
	return headOf(left) != nil || endsIndustry(left) || (m.tied || strings.HasSuffix(left, "市")) && endsPlace(left) || h != nil && h.park && h.length == m.Len() // 招商引资和园区
}

// noParks reports whether a list only counts parks (国家级孵化器2家) or says what the one before
// it is: 甲园是全市最大的五金园.
func (f *finder) noParks(l *list) bool {
	return l.onlyCounts() && l.set.Len() == 0 || l.industries && f.carries(l) || l.said && f.last != nil && f.where == l.sentence
}

// ownParks are the parks of a list that are told by their own last word, empty for the others.
// A title that is given ends as a park does and is none.
func (f *finder) ownParks(l *list, list []member, honoured bool) (spans []model.Span, found bool) {
	governed := l.left.builds() || l.left.grows()
	for i, m := range list {
		if !mayHoldPark(f.of(m.Span)) {
			continue
		}
		whole := trimName(f.text, beforeCarrier(f.text, m.Span))
		s := parkIn(f.text, whole, false, governed)
		if s.Len() == 0 {
			s = f.shortPark(l, whole)
		}
		if s.Len() > 0 && !f.aim(s) && !f.aim(whole) && !isSet(f.of(s)) && !(honoured && (s.End == whole.End || weigh(f.of(s)).own < 2)) {
			if !found { // most lists have none
				spans, found = make([]model.Span, len(list)), true
			}
			spans[i] = s
		}
	}
	return spans, found
}

// aim reports whether a park's name is rather what a district is to be: “生态工业园区”发展方向.
func (f *finder) aim(s model.Span) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(f.text[s.End:], "”"), "的")
	return begins(rest, lexicon.NameAim) != ""
}

// mayHoldPark reports whether a text holds what parks end in.
func mayHoldPark(text string) bool {
	if len(text) > maxNameBytes {
		return true
	}
	for at := parkEnds.Index(text); at >= 0; {
		r, n := lexicon.First(text[at:])
		at += n
		if h := headOf(text[:at]); r == '园' || h != nil && h.park {
			return true
		}
		next := parkEnds.Index(text[at:])
		if next < 0 {
			break
		}
		at += next
	}
	return false
}

// shortPark is the park told shortly that a name begins with, where firms or industry are told
// of: 高峰园新入驻企业3家.
func (f *finder) shortPark(l *list, s model.Span) model.Span {
	lead, rest, ok := strings.Cut(f.of(s), "园")
	if !ok || strings.HasPrefix(rest, "区") || builds(l) || lexicon.Runes(lead) < 2 || vague(lead) || !balanced(lead) || weigh(lead).topic > 0 || !weigh(rest).empty() {
		return model.Span{}
	}
	short := model.Span{Start: s.Start, End: s.Start + len(lead) + len("园")}
	if ends(f.of(short), lexicon.NameGarden) != "" || holds(f.of(f.sentences[l.sentence].Span), lexicon.NameHostsFirms) == "" {
		return model.Span{}
	}
	return short
}

// addOwners enters the parks that have what a list names: 甲开发区的乙仓储中心.
func (f *finder) addOwners(l *list, list []member) {
	for _, m := range list {
		if m.has.Len() > 0 && parkIn(f.text, m.has, false, false) == m.has {
			f.add(l, m.has, "head")
		}
	}
}

// addPark enters one park, with the set it belongs to.
func (f *finder) addPark(l *list, s model.Span, group, rule string, met bool) {
	zone, at := lexicon.NameBareZone.Find(f.of(s))
	if owner := (model.Span{Start: s.Start, End: s.Start + at + len(zone)}); at > 0 && owner.End < s.End && parkIn(f.text, owner, false, false) == owner {
		f.add(l, owner, "head") // 甲经开区乙产业园
	}
	fact := f.addAs(l, s, f.whole(l, s), rule)
	f.parks = append(f.parks, parkAt{fact, l.sentence, l.opens})
	if fact.Group == "" {
		fact.Group = group
	}
	flag(fact, model.FlagListCount, !met && fact.Group != "")
}

// parkIn finds the park that a name is or begins with; empty when there is none.
// Easy says that the names beside it are parks, so that less names it.
func parkIn(text string, s model.Span, easy, governed bool) model.Span {
	name := text[s.Start:s.End]
	if r, _ := utf8.DecodeRuneInString(name); isDigit(r) { // 110千伏园区变电站
		return model.Span{}
	}
	if len(name) > maxNameBytes {
		name = name[:len(name)-len(name)%3][:maxNameBytes]
	}
	park := longestPark(name, easy, governed)
	if park == "" || clausal(park) || figurative(name) || strings.Contains(name, " ") {
		return model.Span{}
	}
	best := model.Span{Start: s.Start, End: s.Start + len(park)}
	if withoutBracket(name) == park {
		best.End = s.End
	}
	if _, at := lexicon.NameScope.Find(park); at > 0 { // 增幅居全市园区第2
		return model.Span{}
	}
	if r := begins(park, lexicon.NameRank); r != "" && standsAlone(text[best.Start+len(r):best.End]) { // 市级甲乙工业园
		best.Start += len(r)
	}
	if honour(ends(text[:best.Start], lexicon.NameAwardedBy) + text[best.Start:best.End]) {
		return model.Span{}
	}
	return best
}

// longestPark is the longest park that a name begins with; empty when none does.
func longestPark(name string, easy, governed bool) (park string) {
	for i, r := range name {
		if end := i + utf8.RuneLen(r); parkEnds.Has(r) && name[len(park):end] != "园区" && isPark(name[:end], name[end:], easy, governed) {
			park = name[:end] // 甲工业园区|园区概况
		}
	}
	return park
}

// isPark reports whether a name, which rest follows, is a park's.
func isPark(name, rest string, easy, governed bool) bool {
	h := headOf(name)
	if h == nil || !h.park || strings.HasPrefix(rest, "区") || civic(name) || lastTier(name) != "" || !balanced(name) {
		return false
	}
	if rest != "" && !opens(name) && begins(rest, lexicon.NameBuilt) == "" {
		return false
	}
	lead := name[:len(name)-h.length]
	return !onRoute(lead, rest != "") && (easy && lexicon.Runes(lead) >= 2 || h.namesZone(name, lead, governed))
}

// namesZone reports whether a name of which lead stands before this head is a park's by itself.
func (h *head) namesZone(name, lead string, governed bool) bool {
	if h.aimed && says(lead) < 2 {
		return false // 特色服务示范区
	}
	return h.named(name, governed) || governed && fits(lead)
}

// onRoute reports whether a zone, before which a text stands, is an end of a road or a line, more of
// which may follow: 甲至乙快速通道开发区连接线.
func onRoute(lead string, more bool) bool {
	_, at := lexicon.NameRoute.Find(lead)
	return ends(lead, lexicon.NameRoute) != "" || more && at > 0
}

// fits reports whether what stands before a park's last word says enough of it
// where a verb of building governs it: 国家循环化改造示范 园区, but 省级 园区.
func fits(rest string) bool {
	w := weigh(strings.TrimPrefix(rest, begins(rest, lexicon.NameRank)))
	return w.own+w.topic+w.common >= 2 && !vague(rest)
}

// standsAlone reports whether a park's name is one without what stands before it.
func standsAlone(name string) bool {
	h := headOf(name)
	return h != nil && h.park && weigh(name[:len(name)-h.length]).own >= 2
}

// civic reports whether a base or a park serves people rather than industry:
// 甲教育基地, 乙养老示范基地.
func civic(name string) bool {
	return strings.HasSuffix(name, "基地") && holds(name, lexicon.Civic) != ""
}

// parkEnds are the characters that a park's name may end in.
var parkEnds = lexicon.SetOf("园区城镇港谷器地间廊体街")

// opens reports whether what follows a park's name may belong to the park: a
// garden or a zone holds things, a 片区 or a 基地 rather describes.
func opens(name string) bool { return ends(name, lexicon.NameHoldsThings) != "" }

// parkClass reports whether the things of a list are said to be parks.
func (f *finder) parkClass(l *list) bool {
	if l.class.Len() == 0 || l.class.Len() > maxNameBytes {
		return false
	}
	class := strings.TrimSuffix(f.of(l.class), "”")
	if ofPlaces(class) { // 甲、乙等镇工业集聚区
		return false
	}
	if strings.HasSuffix(class, "片区") && (l.open || l.count == 0) {
		return false
	}
	return classKind(class) == parkClass && !f.topical(l.members[0], 0) // 甲、乙加工等产业园
}

// parkByCompany is the park that a name is for the sake of the list it stands in:
// the class behind the list says so, or the others are parks and it ends as they
// do. It is empty when it is none.
func parkByCompany(text string, s model.Span, class, others bool) model.Span {
	name := text[s.Start:s.End]
	if n := lexicon.Runes(name); n < 2 || n > 20 {
		return model.Span{}
	}
	h, w := headOf(name), weigh(name)
	if class && (h == nil && w.own >= 2 || h != nil && h.set && w.own+w.common >= 2) {
		return s
	}
	if others {
		if r, _ := utf8.DecodeLastRuneInString(name); parkEnds.Has(r) && r != '体' && h == nil && w.own >= 2 && !endsPlace(name) {
			return s
		}
		return parkIn(text, s, true, false)
	}
	return model.Span{}
}

// bareZone is a zone told without its place's name: 经济开发区.
type bareZone struct {
	l *list
	s model.Span
}

// isBareZone reports whether a name is that of a zone without its place's name, but for the
// district's rank: 县经济开发区, 县电商产业园.
func isBareZone(name string) bool {
	own, zone := strings.TrimLeftFunc(name, isDistrict), ends(name, lexicon.NameBareZone)
	if zone == own || len(name)-len(own) != len("县") {
		return zone == own && zone != "" && len(name)-len(zone) <= len("县")
	}
	h := headOf(own)
	return h != nil && h.park && weigh(own).own == 0 && begins(name, lexicon.NameRank) == "" && !civic(own)
}

// addBareZones enters the zones told without a name only where no fuller name of
// the same kind is told: a district has one of each.
func (f *finder) addBareZones(bare []bareZone) {
	named := len(f.facts)
	told := map[string]bool{}
	for _, b := range bare {
		name := f.of(b.s)
		if _, known := told[name]; !known {
			told[name] = toldFuller(f.facts[:named], name)
		}
		if !told[name] {
			f.add(b.l, b.s, "bare-zone")
		}
	}
}

// toldFuller reports whether one of the parks is a zone of this kind.
func toldFuller(parks []*model.Fact, zone string) bool {
	for _, f := range parks {
		if strings.HasSuffix(f.Name, zone) || strings.HasSuffix(zone, "开发区") && strings.HasSuffix(f.Name, "开发区") {
			return true
		}
	}
	return false
}

// set is the named set that a list spells out or belongs to; empty when none.
func (f *finder) set(l *list) string {
	if l.set.Len() > 0 {
		return f.of(trimQuotes(f.text, l.set))
	}
	for _, s := range []model.Span{l.label, l.complement, l.class} {
		if s.Len() == 0 || s.Len() > 36 {
			continue
		}
		if name := f.of(trimQuotes(f.text, s)); isSet(name) || len(name) < s.Len() && ends(name, lexicon.NamePartOfASet) != "" {
			return name
		}
	}
	return ""
}

// setReach is how many sentences behind a set its parks may be told one by one.
const setReach = 40

// gather gives the parks the set that they make up: those of its sentence (以甲城为核心, 串联乙园、
// 丙谷, 形成“一城两片”), or those with which its paragraph goes on, or paragraphs up to the next
// set open (一区两园：甲园…；乙园…), where they are as many as it has, or those that it tells by
// their last words.
func (f *finder) gather(sets []set) {
	for i, s := range sets {
		until := s.sentence + setReach
		for _, next := range sets[i+1:] {
			if !strings.Contains(s.name, next.name) { // 四园 of 一区四园
				until = min(until, next.sentence)
				break
			}
		}
		if !f.join(s, func(p parkAt) bool { return p.sentence == s.sentence }) &&
			!f.join(s, func(p parkAt) bool {
				if !p.opens || p.sentence <= s.sentence || p.sentence >= until {
					return p.opens && p.sentence == s.sentence
				}
				at := f.sentences[p.sentence].Paragraph
				return at == f.sentences[s.sentence].Paragraph || at != f.sentences[p.sentence-1].Paragraph
			}) {
			s.byLastWords(f.facts)
		}
	}
}

// join gives some of the parks without a set one, where they are as many as it has; it reports
// whether they are.
func (f *finder) join(s set, among func(parkAt) bool) bool {
	var found []*model.Fact
	for _, p := range f.parks {
		if (p.Group == "" || p.Group == s.name) && among(p) && !slices.Contains(found, p.Fact) {
			found = append(found, p.Fact)
		}
	}
	if n := len(found); n < 2 || n != setSize(s.name, n) && !strings.Contains(s.name, "多") {
		return false
	}
	for _, p := range found {
		p.Group = s.name
	}
	return true
}
