package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// What stands around a park's or a project's own name is left out, step by step:
//
//	“最美高速”甲乙高速                 a quoted epithet
//	全省首个甲乙中心, 园区核心载体甲乙大厦  praise
//	制造业项目甲乙材料项目              the class it is of
//	甲乙大桥建设                       what is done to it

// trimName leaves out what is no part of a name, at both its ends.
func trimName(text string, s model.Span) model.Span {
	s = trimEpithet(text, trimQuotes(text, s))
	if s.Len() > maxNameBytes { // 某某公司一期项目年产10万吨…项目
		if i := strings.Index(text[s.Start:s.Start+maxNameBytes], "项目"); i > 0 {
			s.End = s.Start + i + len("项目")
		}
	}
	s = trimPredicate(text, trimClass(text, trimPraise(text, trimFirm(text, s))))
	if short := trimBuilding(text[s.Start:s.End]); len(short) < s.Len() && endsThing(short) {
		s.End = s.Start + len(short)
	}
	return s
}

// trimQuotes leaves out quotation marks that enclose the whole name or are not
// matched inside it.
func trimQuotes(text string, s model.Span) model.Span {
	for s.Len() > 0 {
		name := text[s.Start:s.End]
		first, n := utf8.DecodeRuneInString(name)
		last, m := utf8.DecodeLastRuneInString(name)
		switch {
		case first != '(' && first != '（' && closing(first) != "" && strings.Index(name, closing(first)) == len(name)-m && m < len(name):
			s.Start, s.End = s.Start+n, s.End-m
		case isGap(first):
			s.Start += n
		case isGap(last):
			s.End -= m
		default:
			return s
		}
	}
	return s
}

// isGap reports a mark that no name begins or ends with.
func isGap(r rune) bool { return r == ' ' || r == '\u3000' || r == '·' || r == '-' }

// trimEpithet leaves out a quoted epithet before a name that needs none:
// “最美高速”甲乙高速.
func trimEpithet(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	i := strings.Index(name, "”")
	if !strings.HasPrefix(name, "“") || i < 0 || len(name) > maxNameBytes {
		return s
	}
	rest := name[i+len("”"):]
	if strings.HasPrefix(rest, "工程") || strings.HasPrefix(rest, "项目") {
		return s // “引水”工程城北段
	}
	if h := headOf(rest); h != nil && !h.set && !endsProject(rest) && weigh(rest[:len(rest)-min(h.length, len(rest))]).own >= 2 {
		s.Start = s.End - len(rest)
	}
	return s
}

// trimPraise leaves out what praises a thing or says what it is to another, and
// all before it: 全省首个, 甲园区核心载体. What is left must have a head.
func trimPraise(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	if len(name) > maxNameBytes {
		return s
	}
	w, at := lexicon.Praise.FindLast(name)
	if at < 0 {
		return s
	}
	rest := name[at+len(w):]
	if h := headOf(rest); h.builds() && (lexicon.Runes(rest) >= 4 || weigh(rest).own >= 2) {
		s.Start = s.End - len(rest)
	}
	return s
}

// trimFirm leaves out what kind of firm one is before its name: 首家外资企业甲乙制衣.
func trimFirm(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	if firm, i := lexicon.NameFirmOfAKind.Find(name); i >= 0 && len(name) <= maxNameBytes {
		if i += len(firm); weigh(name[:i]).own == 0 && weigh(name[i:]).own >= 2 {
			s.Start += i
		}
	}
	return s
}

// praised reports whether a name was cut behind a word of praise or its class:
// what is the only one of its kind needs less of a proper name.
func praised(text string, whole, cut model.Span) bool {
	lead := text[whole.Start:max(whole.Start, cut.Start)]
	return lead != "" && (strings.HasSuffix(lead, "项目") || ends(lead, lexicon.Praise) != "")
}

// beforeCarrier leaves out what a park is carried by: 甲乙产业园核心载体丙丁大厦.
func beforeCarrier(text string, s model.Span) model.Span {
	if i := strings.Index(text[s.Start:s.End], "载体"); i > 0 {
		if w := ends(text[s.Start:s.Start+i+len("载体")], lexicon.Praise); w != "" && len(w) < i {
			s.End = s.Start + i + len("载体") - len(w)
		}
	}
	return s
}

// trimClass leaves out the class that a project is said to be of right before
// its name: 制造业项目甲乙材料项目.
func trimClass(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	i := strings.Index(name, "项目")
	if i <= 0 {
		i = strings.Index(name, "工程") // 县重点工程甲乙污水厂一期工程
	}
	if i <= 0 || len(name) > maxNameBytes || weigh(name[:i]).own > 0 {
		return s
	}
	rest := name[i+len("项目"):]
	h := headOf(rest)
	if endsProject(rest) && weigh(rest).own > 0 || h != nil && h.project && h.named(rest, false) {
		s.Start = s.End - len(rest)
	}
	return s
}

// trimZone leaves out the zone in which a thing is that has a proper name of its own: 甲高新区
// 乙丙材料项目.
func trimZone(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	zone, at := lexicon.NameBareZone.Find(name)
	if at < 0 || len(name) > maxNameBytes {
		return s
	}
	rest := name[at+len(zone):]
	if h := headOf(rest); h != nil && !strings.HasPrefix(rest, "“") && weigh(rest).own >= 2 && h.project && h.length < len(rest) && h.named(rest, false) {
		s.Start = s.End - len(rest)
	}
	return s
}

// trimPredicate leaves out what is told of a thing behind its name in words of the
// common language: 某某外国语学校规模最大, 某某大桥风采初露.
func trimPredicate(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	if len(name) > maxNameBytes || headOf(name) != nil || endsPhase(name) {
		return s
	}
	last := len(lexicon.Verb.Suffix(name))
	for i := len(name); i > 0 && len(name)-i < len("甲乙丙丁戊己庚辛壬"); {
		_, n := lexicon.Last(name[:i])
		if i -= n; len(name)-i <= last && worked(name[i:]) {
			return s // 甲街区保护提升
		}
		if len(name)-i <= n || !wholeThing(name[:i]) {
			continue
		}
		if w := weigh(name[i:]); w.own+w.topic == 0 && !w.signed || lexicon.NameAspect.Has(name[i:]) {
			s.End = s.Start + i
			return s
		}
	}
	return s
}

// wholeThing reports whether a text names a thing that is built, or a phase of one.
func wholeThing(name string) bool {
	h := headOf(name)
	return h.builds() && h.named(name, false) || endsPhase(name)
}

// worked reports whether a text is a verb that may be part of a name.
func worked(s string) bool {
	v := lex().of(s).verb
	return v != nil && v.inner
}

// endsPhase reports whether a name ends in the part of a thing that is built: 二期.
func endsPhase(name string) bool { return ends(name, lexicon.NamePhase) != "" }

// endsThing reports whether a name ends in what can be built, so that it needs
// no 建设: a bridge does not, a place or an idea (精致城市) does.
func endsThing(name string) bool {
	h := headOf(name)
	return h.builds() || h != nil && h.action
}

// endsProject reports whether a name calls itself a project.
func endsProject(name string) bool {
	name = withoutBracket(name)
	return strings.HasSuffix(name, "项目") || strings.HasSuffix(name, "工程")
}

// trimBuilding leaves out a closing 建设.
func trimBuilding(name string) string {
	if ends(name, lexicon.NameBehind) == "" {
		return name // as mostly
	}
	name = strings.TrimSuffix(name, ends(name, lexicon.NameSite))
	w := ends(name, lexicon.NameBuilding)
	short := strings.TrimSuffix(name, w)
	if w == "" || lexicon.Runes(short) < 2 {
		return name
	}
	if w == "项目建设" || w == "工程建设" {
		return short + w[:len("项目")]
	}
	return short
}

// clausal reports whether a name is a piece of a sentence: it holds a word that
// speaks, such as 我区 or 宣布, and that no park or project is named by.
func clausal(name string) bool { return holds(name, lexicon.Clausal) != "" }

// balanced reports whether what opens in a name closes in it.
func balanced(name string) bool {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}, {"“", "”"}} {
		if strings.Count(name, pair[0]) != strings.Count(name, pair[1]) {
			return false
		}
	}
	return true
}
