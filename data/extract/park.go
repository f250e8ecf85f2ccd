package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// A park is told by its last word: 产业园, 开发区, 小镇 …; what stands before it
// must name it, so that 特色产业园区 is none. In a list of parks the others are
// named by less. A park inside a longer name is found too: 甲产业园服务中心. A
// label before a list is its set: “六园”指甲园、乙园…; so is a quoted class behind 等.

// parks finds the named parks, zones and bases that carry industry.
func parks(x *reading) []*model.Fact {
	l := newNames(x, model.Park)
	var bare []bareZone
	groups := x.groups()
	for i := range groups {
		g := &groups[i]
		if g.left != nil && g.left.honour {
			continue
		}
		addParks(l, g)
		for _, it := range g.items {
			if isBareZone(x.text(it.Span)) {
				bare = append(bare, bareZone{g, it.Span})
			}
		}
	}
	addBareZones(l, bare)
	return l.facts
}

// addParks enters the parks of a group.
func addParks(l *names, g *group) {
	x := l.x
	if g.count == 0 && g.label.Len() > 0 {
		_, g.count = chineseCount(x.text(trimQuotes(x.doc.Text, g.label)))
	}
	list, met := split(x.doc.Text, g, func(_ item, left string) bool { return headLexicon().of(left) != nil })
	spans, found := make([]model.Span, len(list)), 0
	for i, s := range list {
		spans[i] = parkIn(x.doc.Text, trimName(x.doc.Text, beforeCarrier(x.doc.Text, s)), false)
		if spans[i].Len() > 0 {
			found++
		}
	}
	class := (len(list) > 1 || g.open) && parkClass(x, g)
	if found == 0 && !class {
		return
	}
	for i, s := range spans {
		if s.Len() == 0 {
			s = parkByCompany(x.doc.Text, trimName(x.doc.Text, list[i]), class, found > 0)
		}
		if s.Len() > 0 && !numbered(g, list[i]) {
			enterPark(l, g, s, met)
		}
	}
}

// enterPark enters one park, with the set it belongs to.
func enterPark(l *names, g *group, s model.Span, met bool) {
	f := l.add(g, s)
	if f.Group == "" {
		f.Group = set(l.x, g)
	}
	if !met && f.Group != "" && !f.Is(model.FlagListCount) {
		f.Flags = append(f.Flags, model.FlagListCount)
	}
}

// numbered reports whether a name is only counted: 光伏基地20万亩.
func numbered(g *group, s model.Span) bool {
	for _, it := range g.items {
		if it.Start == s.Start {
			return it.many
		}
	}
	return false
}

// parkIn finds the park that a name is or begins with; empty when there is none.
// Easy says that the names beside it are parks, so that less names it.
func parkIn(text string, s model.Span, easy bool) model.Span {
	name := text[s.Start:s.End]
	best := model.Span{}
	if len(name) > maxNameBytes {
		return best
	}
	for i, r := range name {
		if endsPark(r) {
			end := i + utf8.RuneLen(r)
			if h := headLexicon().of(name[:end]); h != nil && h.park && !civic(name[:end]) && (end == len(name) || opens(name[:end]) || built(name[end:])) &&
				(h.named(name[:end], false) || easy && utf8.RuneCountInString(name[:end-h.length]) >= 2) {
				best = model.Span{Start: s.Start, End: s.Start + end}
			}
		}
	}
	if best.Len() == 0 || honour(name) || clausal(name) || figurative(name) || strings.Contains(name, " ") {
		return model.Span{}
	}
	if withoutBracket(name) == text[best.Start:best.End] {
		best.End = s.End
	}
	for _, rank := range []string{"国家级", "省级", "市级", "区级", "县级"} { // 市级甲乙工业园
		if rest, ok := strings.CutPrefix(text[best.Start:best.End], rank); ok && standsAlone(rest) {
			best.Start = best.End - len(rest)
		}
	}
	return best
}

// standsAlone reports whether a park's name is one without what stands before it.
func standsAlone(name string) bool {
	h := headLexicon().of(name)
	return h != nil && h.park && weigh(name[:len(name)-h.length]).own >= 2
}

// civic reports whether a base or a park serves people rather than industry:
// 甲教育基地, 乙养老示范基地.
func civic(name string) bool {
	if !strings.HasSuffix(name, "基地") {
		return false
	}
	_, i := lexicon.Civic.Find(name)
	return i >= 0
}

// endsPark reports whether a park's name may end in the rune.
func endsPark(r rune) bool {
	switch r {
	case '园', '区', '城', '镇', '港', '谷', '器', '地', '间', '廊', '体':
		return true
	}
	return false
}

// opens reports whether what follows a park's name may belong to the park: a
// garden or a zone holds things, a 片区 or a 基地 rather describes.
func opens(name string) bool {
	for _, end := range []string{"园", "园区", "开发区", "经开区", "高新区", "保税区", "产业城", "科技城", "科学城", "新城", "基地一期", "谷"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// built reports whether what follows a park's name says that it is built.
func built(after string) bool {
	for _, word := range []string{"建设", "项目", "一期", "二期", "三期"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// parkClass reports whether the things of a group are said to be parks.
func parkClass(x *reading, g *group) bool {
	if g.tail.Len() == 0 || g.tail.Len() > maxNameBytes {
		return false
	}
	tail := strings.TrimSuffix(x.text(g.tail), "”")
	h := headLexicon().of(tail)
	if strings.HasSuffix(tail, "片区") && (g.open || g.count == 0) {
		return false
	}
	return h != nil && (h.park || h.set && strings.HasSuffix(tail, "园区")) && !strings.HasSuffix(tail, "基地")
}

// parkByCompany is the park that a name is for the sake of the list it stands
// in: the class behind the list says so, or the others are parks and it ends as
// they do. It is empty when it is none.
func parkByCompany(text string, s model.Span, class, others bool) model.Span {
	name := text[s.Start:s.End]
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 20 {
		return model.Span{}
	}
	if class && headLexicon().of(name) == nil && weigh(name).own >= 2 {
		return s
	}
	if others {
		return parkIn(text, s, true)
	}
	return model.Span{}
}

// bareZone is a zone told without its place's name: 经济开发区.
type bareZone struct {
	g *group
	s model.Span
}

func isBareZone(name string) bool {
	switch name {
	case "经济开发区", "经济技术开发区", "高新技术产业开发区", "经开区", "高新区", "综合保税区", "综保区":
		return true
	}
	return false
}

// addBareZones enters the zones told without a name only where no fuller name
// of the same kind is told: a district has one of each.
func addBareZones(l *names, bare []bareZone) {
	named := len(l.facts)
	told := map[string]bool{}
	for _, b := range bare {
		name := l.x.text(b.s)
		if _, known := told[name]; !known {
			told[name] = toldFuller(l.facts[:named], name)
		}
		if !told[name] {
			l.add(b.g, b.s)
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

// honour reports whether a name is rather a title that is awarded.
func honour(name string) bool {
	for _, lead := range []string{"国家", "全国", "全省", "省级", "世界", "中国"} {
		if strings.HasPrefix(name, lead) && (strings.HasSuffix(name, "示范区") || strings.HasSuffix(name, "试验区") || strings.HasSuffix(name, "先行区") || strings.HasSuffix(name, "示范基地")) {
			return true
		}
	}
	return false
}

// set is the named set that a group spells out or belongs to; empty when none.
func set(x *reading, g *group) string {
	for _, s := range []model.Span{g.label, g.tail} {
		if s.Len() == 0 || s.Len() > 24 || s == g.tail && !strings.HasPrefix(x.text(s), "“") {
			continue
		}
		name := x.text(trimQuotes(x.doc.Text, s))
		for _, end := range []string{"园", "城", "区", "基地", "平台"} {
			if strings.HasSuffix(name, end) {
				return name
			}
		}
	}
	return ""
}
