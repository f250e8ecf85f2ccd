package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// A park is told by its last word: 产业园, 开发区, 小镇 …; what stands before it
// must name it, so that 特色产业园区 is none. In a list of parks the others are
// named by less. A park inside a longer name is found too: 甲产业园服务中心. A
// label before a list is its set: “六园”指甲园、乙园…; so is a quoted class behind 等.

// parks finds the named parks, zones and bases that carry industry.
func parks(x *reading) []*model.Fact {
	l := newNames(x, model.Park)
	groups := x.groups()
	for i := range groups {
		addParks(l, &groups[i])
	}
	return l.facts
}

// addParks enters the parks of a group.
func addParks(l *names, g *group) {
	x := l.x
	list, met := split(x.doc.Text, g, func(left string) bool { return headLexicon().of(left) != nil })
	spans, found := make([]model.Span, 0, 8), 0
	for _, s := range list {
		s = parkIn(x.doc.Text, trimName(x.doc.Text, s))
		if s.Len() > 0 {
			found++
		}
		spans = append(spans, s)
	}
	class := parkClass(x, g)
	if found == 0 && !class {
		return
	}
	for i, s := range spans {
		if s.Len() == 0 {
			if s = trimName(x.doc.Text, list[i]); !parkByCompany(x.text(s), class && (g.open || len(list) > 1), len(list)) {
				continue
			}
		}
		f := l.add(g, s)
		if f.Group == "" {
			f.Group = set(x, g)
		}
		if !met && f.Group != "" && !f.Is(model.FlagListCount) {
			f.Flags = append(f.Flags, model.FlagListCount)
		}
	}
}

// parkIn finds the park that a name is or begins with; empty when there is none.
func parkIn(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	if len(name) > maxName || honour(name) {
		return model.Span{}
	}
	best := model.Span{}
	for i, r := range name {
		switch r {
		case '园', '区', '城', '镇', '港', '谷', '器', '地', '间', '廊', '体':
			end := i + utf8.RuneLen(r)
			h := headLexicon().of(name[:end])
			if h != nil && h.park && h.named(name[:end], false) {
				best = model.Span{Start: s.Start, End: s.Start + end}
			}
		}
	}
	if best.Len() > 0 && best.End < s.End && strings.HasPrefix(text[best.End:s.End], "(") {
		best.End = s.End
	}
	return best
}

// parkClass reports whether the things of a group are said to be parks.
func parkClass(x *reading, g *group) bool {
	if g.tail.Len() == 0 || g.tail.Len() > maxName {
		return false
	}
	h := headLexicon().of(strings.TrimSuffix(x.text(g.tail), "”"))
	return h != nil && h.park
}

// parkByCompany reports whether a name is a park for the sake of the list it
// stands in: the class behind the list says so, or the others are parks and it
// ends as they do.
func parkByCompany(name string, class bool, listed int) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 16 {
		return false
	}
	h := headLexicon().of(name)
	if h == nil {
		return class && weigh(name).own >= 2
	}
	return h.park && listed > 1 && utf8.RuneCountInString(name[:len(name)-min(h.length, len(name))]) >= 2
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
