package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// What of a text is an industry's own name, whether it is one, and of what size it is.

// isWord reports whether a name is one short word, which is an industry's among
// industries: 有机.
func isWord(name string) bool {
	return lexicon.Runes(name) == 2 && !lexicon.NameIndustryEdge.Has(name) && headOf(name) == nil && lexicon.NameWord.Has(name)
}

// isIndustry reports whether what is left may be an industry's name.
func isIndustry(name string, several bool) bool {
	n := lexicon.Runes(name)
	if n < 2 || n > 16 || lexicon.NameIndustryEdge.Has(name) || holdsNumber(name) {
		return false
	}
	if clausal(name) || endsPhase(name) || ends(name, lexicon.NameMeasureNoun) != "" || ends(name, lexicon.NameNoIndustry) != "" || !isTopic(name) && namesOther(name) {
		return false
	}
	w := weigh(name)
	return w.own+w.topic+w.common > 0 || several && n >= 3
}

// holdsNumber reports whether a name holds a number that is none of a technique's: 3D打印.
func holdsNumber(name string) bool {
	i := strings.LastIndexAny(name, "0123456789")
	return i >= 0 && (i+1 == len(name) || !isLetter(rune(name[i+1])))
}

// namesOther reports whether a name ends as those of parks, projects or classes do.
func namesOther(name string) bool {
	h := headOf(name)
	if h == nil {
		return false
	}
	return h.park || h.class && (weigh(name).topic == 0 || ends(name, lexicon.Firms) != "") || h.project && h.need == needOwn && strings.HasSuffix(name, "项目")
}

// trimIndustry leaves out what says how the industry is, and the closing 产业.
func trimIndustry(text string, s model.Span) model.Span {
	whole := s
	for s.Len() > 0 {
		name := text[s.Start:s.End]
		if i := strings.LastIndex(name, "“"); i > 0 && strings.HasSuffix(name, "”") { // 新材料“三新”产业
			s.End = s.Start + i
			continue
		}
		if n := max(industryTail(name), tierTail(name)); n > 0 {
			s.End -= n
			continue
		}
		if short := withoutBracket(name); len(short) < len(name) { // 脐橙（小水果）产业链
			s.End -= len(name) - len(short)
			continue
		}
		if n := placeLength(name); n > 0 { // 甲乙区生物医药产业
			s.Start += n
			continue
		}
		if n := tierHead(name); n > 0 {
			s.Start += n
			continue
		}
		w := lexicon.NameIndustryEdge.At(name)
		if !w.Is(lexicon.IndustryTrim) || lexicon.Runes(w.Text()) < 2 || lexicon.Runes(name[len(w.Text()):]) < 2 || keepsLead(name) {
			break
		}
		s.Start += len(w.Text())
	}
	if kept := text[s.Start:s.End]; lexicon.Runes(kept) < 2 {
		return model.Span{Start: whole.Start, End: whole.Start}
	}
	return s
}

// placeLength is the length of a district's name before an industry's.
func placeLength(name string) int {
	for i, r := range name {
		if i > 0 && isDistrict(r) {
			end := i + utf8.RuneLen(r)
			if weigh(name[:i]).own > 0 && weigh(name[end:]).topic > 0 {
				return end
			}
		}
	}
	return 0
}

// keepsLead reports whether the word that seems to tell how an industry is
// belongs to its name: 绿色建材, 高端装备.
func keepsLead(name string) bool {
	e, _ := lex().at(name)
	return e.class == topic || begins(name, lexicon.NameLeadOfAnIndustry) != ""
}

// industryTail is the length of the industry's end or of a trimming word behind.
func industryTail(name string) int {
	if isTopic(name) {
		return 0
	}
	for i := range name {
		w := lexicon.NameIndustryEdge.Word(name[i:])
		if w.Is(lexicon.Industry) || w.Is(lexicon.IndustryAfter) || w.Is(lexicon.IndustryTrim) && lexicon.Runes(name[i:]) > 1 {
			return len(name) - i
		}
	}
	return 0
}

// industryIn is where the industry ends of which a name goes on to tell something: 新材料产业高端转型,
// and anything at all where the name is a clause: 物流产业越做越大.
func industryIn(name string, clause bool) int {
	if !strings.Contains(name, "产业") {
		return 0 // as mostly
	}
	if i := strings.LastIndex(name, "产业集群"); i > 0 { // 机器人产业集群上下游日趋完整
		return i + len("产业集群")
	}
	i := strings.LastIndex(name, "产业")
	if i <= 0 || len(lexicon.Head.Prefix(name[i:])) > len("产业") {
		return 0 // 双创产业园建设
	}
	end := i + len("产业")
	if h := headOf(name); h != nil && !(clause && h.action) || !clause && (weigh(name[:i]).topic < 2 || weigh(name[end:]).own > 0) {
		return 0
	}
	return end
}

// isTopic reports whether the whole name is one topic of the lexicon: 总部经济 ends
// in no 经济.
func isTopic(name string) bool {
	return lex().of(name).class == topic
}

// endsIndustry reports whether a text ends in 产业 or the like, what becomes of
// the industries aside.
func endsIndustry(s string) bool {
	for {
		w := lexicon.NameIndustryEdge.AtEnd(s)
		if !w.Is(lexicon.IndustryAfter) {
			return w.Is(lexicon.Industry)
		}
		s = s[:len(s)-len(w.Text())]
	}
}

// inTier are the characters by which the size of an industry is told.
var inTier = lexicon.SetOf("两二三四五六七八九十百千万0123456789")

// tierAt is the size of an industry whose 亿 stands at a place: 千亿级; "" where that is none.
func tierAt(s string, at int) string {
	start := at
	for start > 0 {
		r, n := lexicon.Last(s[:start])
		if !inTier.Has(r) {
			break
		}
		start -= n
	}
	size, rest := s[start:at], strings.TrimPrefix(s[at+len("亿"):], "元")
	tens := strings.IndexAny(size, "百千万")
	if size == "" || tens >= 0 && strings.ContainsAny(size, "0123456789") || tens != 0 && !strings.HasPrefix(rest, "级") {
		return ""
	}
	return size + "亿级"
}

// tierTail is the length of the size that a text ends in, and the class of that size: 新材料500亿级,
// 绿色食品百亿级产业.
func tierTail(s string) int {
	i := strings.LastIndex(s, "亿")
	if i < 0 {
		return 0
	}
	class, level := strings.CutPrefix(strings.TrimPrefix(s[i+len("亿"):], "元"), "级")
	if t := tierAt(s, i); t != "" && level && len(t)-len("亿级") < i && (class == "" || lexicon.NameIndustryEdge.Word(class).Is(lexicon.Industry)) {
		return len(s) - i + len(t) - len("亿级")
	}
	return 0
}

// tierHead is the length of the size that a text opens with: 三百亿级.
func tierHead(s string) int {
	i := strings.Index(s, "亿")
	if i < 0 || strings.Trim(s[:i], "两二三四五六七八九十百千万0123456789") != "" || tierAt(s, i) == "" {
		return 0
	}
	return len(s) - len(strings.TrimPrefix(strings.TrimPrefix(s[i+len("亿"):], "元"), "级"))
}

func firstTier(s string) string {
	for i, r := range s {
		if r == '亿' {
			if t := tierAt(s, i); t != "" {
				return t
			}
		}
	}
	return ""
}

func lastTier(s string) string {
	for i := strings.LastIndex(s, "亿"); i >= 0; i = strings.LastIndex(s[:i], "亿") {
		if t := tierAt(s, i); t != "" {
			return t
		}
	}
	return ""
}

// properCompany reports whether a name is a company's.
func properCompany(name string) bool {
	company := ends(name, lexicon.Company)
	return company != "" && weigh(strings.TrimSuffix(name, company)).own >= 2
}
