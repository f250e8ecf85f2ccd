package extract

import (
	"strings"

	"qubi/model"
)

// A park is told by its last word: 产业园, 开发区, 小镇 …; what stands before it
// must name it, so that 特色产业园区 is none. A label before a list is its set:
// “六园”指甲园、乙园…; so is a quoted class behind 等.

// parks finds the named parks, zones and bases that carry industry.
func parks(x *reading) []*model.Fact {
	l := newNames(x, model.Park)
	groups := x.groups()
	for i := range groups {
		g := &groups[i]
		list, met := split(x.doc.Text, g, func(left string) bool { return headLexicon().of(left) != nil })
		for _, s := range list {
			s = trimName(x.doc.Text, s)
			if !isPark(x.text(s)) {
				continue
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
	return l.facts
}

// isPark reports whether a name is that of a park.
func isPark(name string) bool {
	if len(name) > maxName || honour(name) {
		return false
	}
	h := headLexicon().of(name)
	return h != nil && h.park && h.named(name, false)
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
		name := x.text(s)
		if s.Len() > 0 && len(name) <= 24 && (strings.HasPrefix(name, "“") || s == g.label) && weigh(name).plain+weigh(name).own > 0 {
			name = x.text(trimQuotes(x.doc.Text, s))
			if strings.HasSuffix(name, "园") || strings.HasSuffix(name, "城") || strings.HasSuffix(name, "区") {
				return name
			}
		}
	}
	return ""
}
