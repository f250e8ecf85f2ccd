package extract

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
	s = trimClass(text, trimPraise(text, s))
	if short := trimBuilding(text[s.Start:s.End]); len(short) < s.Len() && endsThing(short) {
		s.End = s.Start + len(short)
	}
	return s
}

// trimEpithet leaves out a quoted epithet before a name that needs none:
// “最美高速”甲乙高速.
func trimEpithet(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	i := strings.Index(name, "”")
	if !strings.HasPrefix(name, "“") || i < 0 || len(name) > maxNameBytes {
		return s
	}
	rest := name[i+len("”"):]
	if h := headLexicon().of(rest); h != nil && !h.set && !endsProject(rest) && weigh(rest[:len(rest)-min(h.length, len(rest))]).own >= 2 {
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
	word, i := lexicon.Praise.FindLast(name)
	if i < 0 {
		return s
	}
	rest := name[i+len(word):]
	if h := headLexicon().of(rest); h != nil && (h.project || h.park) && utf8.RuneCountInString(rest) >= 4 {
		s.Start = s.End - len(rest)
	}
	return s
}

// praised reports whether a name was cut behind a word of praise or its class:
// what is the only one of its kind needs less of a proper name.
func praised(text string, whole, cut model.Span) bool {
	lead := text[whole.Start:cut.Start]
	return lead != "" && (strings.HasSuffix(lead, "项目") || lexicon.Praise.Suffix(lead) != "")
}

// beforeCarrier leaves out what a park is carried by: 甲乙产业园核心载体丙丁大厦.
func beforeCarrier(text string, s model.Span) model.Span {
	if i := strings.Index(text[s.Start:s.End], "载体"); i > 0 {
		if word := lexicon.Praise.Suffix(text[s.Start : s.Start+i+len("载体")]); word != "" && len(word) < i {
			s.End = s.Start + i + len("载体") - len(word)
		}
	}
	return s
}

// trimClass leaves out the class that a project is said to be of right before
// its name: 制造业项目甲乙材料项目.
func trimClass(text string, s model.Span) model.Span {
	name := text[s.Start:s.End]
	i := strings.Index(name, "项目")
	if i <= 0 || len(name) > maxNameBytes || weigh(name[:i]).own > 0 {
		return s
	}
	rest := name[i+len("项目"):]
	h := headLexicon().of(rest)
	if endsProject(rest) && weigh(rest).own > 0 || h != nil && h.project && h.named(rest, false) {
		s.Start = s.End - len(rest)
	}
	return s
}

// endsThing reports whether a name ends in what can be built, so that it needs
// no 建设: a bridge does not, a place or an idea (精致城市) does.
func endsThing(name string) bool {
	h := headLexicon().of(name)
	return h != nil && (h.project || h.park || h.action)
}

// trimBuilding leaves out a closing 建设.
func trimBuilding(name string) string {
	for _, site := range []string{"项目部", "建设现场", "施工现场", "现场", "工地"} {
		name = strings.TrimSuffix(name, site)
	}
	for _, end := range []string{"规划建设", "项目建设", "工程建设", "建设"} {
		if short := strings.TrimSuffix(name, end); short != name && utf8.RuneCountInString(short) >= 2 {
			if end == "项目建设" || end == "工程建设" {
				return short + end[:len("项目")]
			}
			return short
		}
	}
	return name
}
