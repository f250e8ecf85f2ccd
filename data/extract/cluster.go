package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// An industry is told by the class its list belongs to or by its own last word:
//
//	打造 甲、乙、丙 等 若干个百亿级产业集群      class behind 等
//	甲、乙 2个 千亿级产业                       class behind a count
//	甲、乙、丙产业 实现规模工业产值              last word of the last name
//	布局 丁产业                                one name, governed by a verb of growing

// Values of the industry lexicon.
const (
	industryEnd int32 = 1 + iota
	industryTrim
	industryOne
	industryAfter
)

// industryWords are the three word lists, forward and backward.
type industryWords struct{ forward, back *lexicon.Trie }

var industryLexicon = sync.OnceValue(func() industryWords {
	l := industryWords{lexicon.NewTrie(), lexicon.NewTrie()}
	for value, f := range [...]lexicon.Feature{industryEnd: lexicon.Industry, industryTrim: lexicon.IndustryTrim, industryOne: lexicon.IndustryOne, industryAfter: lexicon.IndustryAfter} {
		for _, word := range f.Words() {
			if value > 0 {
				l.forward.Add(word, int32(value))
				l.back.Add(lexicon.Backwards(word), int32(value))
			}
		}
	}
	return l
})

// clusters finds the industries that the district names as its own.
func clusters(x *reading) []*model.Fact {
	l := newNames(x, model.Cluster)
	groups := x.groups()
	for i := range groups {
		g := &groups[i]
		if whole := industryList(x, g); whole != notIndustry {
			addClusters(l, g, whole)
		}
	}
	return l.facts
}

// listed says how surely a group is a list of industries.
type listed uint8

const (
	notIndustry listed = iota
	byName             // its last name ends in 产业
	byClass            // the class behind it is one of industries
	byLead             // it leads industries that are not named: 以甲、乙为代表的产业
)

func industryList(x *reading, g *group) listed {
	if g.items[0].many || g.left != nil && g.left.honour {
		return notIndustry
	}
	if g.tail.Len() > 0 {
		if strings.HasSuffix(x.text(g.tail), "的") {
			return byLead
		}
		if endsIndustry(x.text(g.tail)) || strings.HasSuffix(x.text(g.tail), "亿级") {
			return byClass
		}
		return notIndustry
	}
	if g.label.Len() > 0 && g.label.Len() <= maxNameBytes && endsIndustry(x.text(g.label)) {
		return byClass
	}
	if developed(x, g) {
		return byClass
	}
	last := g.items[len(g.items)-1]
	if last.Len() > maxNameBytes || last.many || !endsIndustry(x.text(last.Span)) {
		return notIndustry
	}
	return byName
}

// developed reports whether a list without a class is one of industries all the
// same: they are developed, and each is told by what industry is about.
func developed(x *reading, g *group) bool {
	if len(g.items) < 2 || g.left == nil || g.left.cluster != model.Target || g.right != nil {
		return false
	}
	lead := strings.TrimSpace(x.text(model.Span{Start: g.Start, End: g.items[0].Start}))
	if !strings.HasSuffix(lead, "发展") && !strings.HasSuffix(lead, "壮大") {
		return false
	}
	for _, it := range g.items {
		name := x.text(trimIndustry(x.doc.Text, trimQuotes(x.doc.Text, it.Span)))
		if w := weigh(name); it.many || len(name) > maxNameBytes || w.topic < 2 || w.own > 2 || !isIndustry(name, true) {
			return false
		}
	}
	return true
}

// endsIndustry reports whether a text ends in 产业 or the like, what becomes of
// the industries aside.
func endsIndustry(s string) bool {
	l := industryLexicon()
	for {
		v := l.back.LongestEnd(s)
		if v != industryAfter {
			return v == industryEnd
		}
		for i := range s { // the longest word at the end begins first
			if l.forward.Lookup(s[i:]) == industryAfter {
				s = s[:i]
				break
			}
		}
	}
}

// addClusters enters the industries of a list.
func addClusters(l *names, g *group, how listed) {
	x := l.x
	list, met := split(x.doc.Text, g, func(it item, _ string) bool { return len(g.items) > 2 || !it.tied })
	known := 0
	var found []model.Span
	for _, s := range list {
		s = trimIndustry(x.doc.Text, trimQuotes(x.doc.Text, s))
		name := x.text(s)
		if lexicon.Company.Suffix(name) != "" && weigh(name).own >= 2 {
			return // companies stand for the industry
		}
		if !isIndustry(name, len(list) > 1) {
			continue
		}
		if w := weigh(name); w.topic > 0 {
			known++
		} else if how == byLead {
			continue // 以某某公司为代表的产业
		}
		found = append(found, s)
	}
	if known == 0 && (how == byName && len(found) < 3 || len(found) < 2) {
		return
	}
	if len(list) == 1 && how == byName && !growing(g) && !measuredIndustry(x.text(list[0])) && !strings.Contains(x.text(list[0]), "集群") {
		return
	}
	for _, s := range found {
		f := l.add(g, s)
		if f.Stage == model.NoStage {
			f.Stage = clusterStage(g)
		}
		if f.Tier == "" {
			f.Tier = tierOf(x, g, s)
		}
		if !met && !f.Is(model.FlagListCount) {
			f.Flags = append(f.Flags, model.FlagListCount)
		}
	}
}

// measuredIndustry reports whether a name goes on to say what the industry
// makes or becomes: 食品产业产值, 食品产业提质增效.
func measuredIndustry(name string) bool {
	return industryLexicon().back.LongestEnd(name) == industryAfter
}

// growing reports whether a verb says that the industry is grown or has grown.
func growing(g *group) bool {
	return g.left != nil && g.left.cluster != "" || g.right != nil && g.right.cluster != ""
}

func clusterStage(g *group) model.Stage {
	if g.left != nil && g.left.cluster != "" {
		return g.left.cluster
	}
	return model.Existing // what is told to grow is there
}

// tierOf is the size stated for an industry of a group: the last one before it,
// or else the first one behind it.
func tierOf(x *reading, g *group, name model.Span) string {
	before, after := x.text(model.Span{Start: g.items[0].Start, End: name.End}), x.text(model.Span{Start: name.End, End: max(g.End, name.End)})
	tier, last := "", -1
	for _, t := range []string{"万亿", "千亿", "百亿"} {
		if i := strings.LastIndex(before, t); i > last {
			tier, last = t, i
		}
	}
	for _, t := range []string{"万亿", "千亿", "百亿"} {
		if i := strings.Index(after, t); i >= 0 && tier == "" {
			tier = t
		}
	}
	if tier == "" {
		return ""
	}
	return tier + "级"
}

// trimIndustry leaves out what says how the industry is, and the closing 产业.
func trimIndustry(text string, s model.Span) model.Span {
	l := industryLexicon()
	whole := s
	for s.Len() > 0 {
		if n := quotedEnd(text[s.Start:s.End]); n > 0 { // 新材料“三新”产业
			s.End -= n
			continue
		}
		if n := endLength(l.back, text[s.Start:s.End]); n > 0 {
			s.End -= n
			continue
		}
		if n := placeLength(text[s.Start:s.End]); n > 0 { // 甲乙区生物医药产业
			s.Start += n
			continue
		}
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		end, v := l.forward.Longest(text, s.Start, s.End, r, n)
		if v != industryTrim || utf8.RuneCountInString(text[s.Start:end]) < 2 || keepsLead(text[s.Start:s.End]) {
			break
		}
		s.Start = end
	}
	if kept := text[s.Start:s.End]; utf8.RuneCountInString(kept) < 2 {
		return model.Span{Start: whole.Start, End: whole.Start}
	}
	return s
}

// placeLength is the length of a district's name before an industry's.
func placeLength(name string) int {
	for i, r := range name {
		if i > 0 && (r == '区' || r == '县' || r == '市') {
			end := i + utf8.RuneLen(r)
			if weigh(name[:i]).own > 0 && weigh(name[end:]).topic > 0 {
				return end
			}
		}
	}
	return 0
}

// quotedEnd is the length of a quoted set at the end of a name.
func quotedEnd(name string) int {
	if i := strings.LastIndex(name, "“"); i > 0 && strings.HasSuffix(name, "”") {
		return len(name) - i
	}
	return 0
}

// keepsLead reports whether the word that seems to tell how an industry is
// belongs to its name: 绿色建材, 高端装备.
func keepsLead(name string) bool {
	l := nameLexicon()
	r, n := utf8.DecodeRuneInString(name)
	end, v := l.words.Longest(name, 0, len(name), r, n)
	return v != 0 && l.table[v].class == topic && end > 0 || strings.HasPrefix(name, "现代") || strings.HasPrefix(name, "绿色") || strings.HasPrefix(name, "高端")
}

// endLength is the length of the industry's end or of a trimming word behind.
func endLength(back *lexicon.Trie, name string) int {
	if weighsTopic(name) {
		return 0
	}
	n := 0
	for i := range name {
		if v := back.Lookup(lexicon.Backwards(name[i:])); v == industryEnd || v == industryAfter || v == industryTrim && utf8.RuneCountInString(name[i:]) > 1 {
			n = len(name) - i
			break
		}
	}
	return n
}

// weighsTopic reports whether the whole name is one topic of the lexicon:
// 总部经济 ends in no 经济.
func weighsTopic(name string) bool {
	l := nameLexicon()
	v := l.words.Lookup(name)
	return v != 0 && l.table[v].class == topic
}

// isIndustry reports whether what is left may be an industry's name.
func isIndustry(name string, several bool) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 16 || industryLexicon().forward.Lookup(name) != 0 {
		return false
	}
	if h := headLexicon().of(name); h != nil && !weighsTopic(name) && (h.park || h.class || h.project && h.need == needOwn && strings.HasSuffix(name, "项目")) {
		return false
	}
	w := weigh(name)
	return w.own > 0 || w.topic > 0 || several && n >= 3
}
