package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
)

// Sentences tell one thing in several orders; a table wants one name for it.

// oneForm is the form of a name under which what is the same stands once, however the
// sentence put it: 高新技术企业新认定, 新认定高新技术企业.
func oneForm(name string) string {
	return shareNamed(fronted(withoutVerb(withoutIncluded(withoutYear(compact(withoutNotes(name)))))))
}

// shareNamed is the name of a share without what only tells that it is one: 工业投资在全
// 部投资中占, 60岁及以上人口占.
func shareNamed(name string) string {
	name = strings.Replace(name, "占到", "占", 1)
	owner, within, ok := strings.Cut(name, "在")
	if w := lexicon.ShareWithin.Suffix(within); ok && w != "" && utf8Len(owner) > 1 && len(w) < len(within) {
		return owner + "占" + strings.TrimSuffix(within, w) + "比重"
	}
	if strings.HasSuffix(name, "占") && utf8Len(name) > 2 {
		return name + "比"
	}
	return name
}

// withoutNotes is a name without the marks of notes: 双协员[21].
func withoutNotes(name string) string {
	before, rest, open := strings.Cut(name, "[")
	mark, after, closed := strings.Cut(rest, "]")
	if !open || !closed || strings.Trim(mark, "0123456789") != "" {
		return name
	}
	return before + after
}

// compact is a name without the 的 before its measure: 民生项目的支出.
func compact(name string) string {
	i := strings.LastIndex(name, "的")
	if i <= 0 || strings.Contains(name[:i], "占") {
		return name
	}
	if of := name[i+len("的"):]; massWords.Has(of) || flowWords.Has(of) || bareWords.Has(of) || scan.EndsAny(of, "面积", "规模", "总量") && utf8Len(of) <= 4 {
		return name[:i] + of
	}
	return name
}

// withoutYear is a name without 全年 or 去年 in its middle.
func withoutYear(name string) string {
	if !lexicon.Time.Inside(name) {
		return name
	}
	for _, year := range [...]lexicon.Feature{lexicon.WholeYear, lexicon.LastYear, lexicon.ThisYear} {
		if w, i := year.Find(name); i > len("的") && i+len(w) <= len(name) && !scan.PartOfNoun(name, i, len(w)) {
			return name[:i] + name[i+len(w):]
		}
	}
	return name
}

// withoutPart is a name without a part of the year in its middle: 餐饮业1-2月零售额.
func withoutPart(name string) string {
	for i, r := range name {
		if i == 0 || r < '0' || r > '9' {
			continue
		}
		if part, n := timeline.PartOf(name[i:]); n > 0 && i+n < len(name) && !part.AsOf {
			return name[:i] + name[i+n:]
		}
		break
	}
	return name
}

// withoutIncluded is a name without a bracket that says what it holds too:
// 外资项目(含增资项目).
func withoutIncluded(name string) string {
	if !scan.EndsAny(name, ")", "）") {
		return name // as mostly
	}
	i := strings.LastIndexAny(name, "(（")
	if i <= 0 {
		return name
	}
	_, w := utf8.DecodeRuneInString(name[i:])
	if includedWords.Prefix(name[i+w:]) == "" {
		return name
	}
	return name[:i]
}

// withoutVerb takes the verb out between an owner and its measure (第一产业|完成|增
// 加值), which makes another name of the same thing.
func withoutVerb(name string) string {
	if !fulfilWords.Inside(name) {
		return name
	}
	for _, verb := range fulfilWords.Words() {
		owner, measure, ok := strings.Cut(name, verb)
		if ok && utf8Len(measure) > 1 && (owner == "年" || ownerWords.Suffix(owner) != "" || utf8Len(owner) > 1 && (massWords.Has(measure) || bareWords.Has(measure))) && (massWords.OrPrefix(harvestWords, measure) != "" || lexicon.Indicator.Prefix(measure) != "") {
			return owner + measure
		}
	}
	return name
}

// acts reports a deed that is told by verbs alone: 竣工投产, 签约.
func acts(did string) bool {
	for w := "x"; w != "" && did != ""; did = did[len(w):] {
		w = openerWords.Prefix(did)
		if utf8Len(w) < 2 {
			w = ""
		}
	}
	return did == ""
}

// amid ends a phrase before the 中 behind which some of what it counts are told: 242家企业|中,
// 22个产业项目|中甲、乙等14个项目.
func (p *phrase) amid() {
	s := p.String()
	i := strings.Index(s, "中")
	if i <= 0 || scan.PartOfNoun(s, i, len("中")) || s[i:] != "中" && (ownerWords.OrSuffix(lexicon.Works, s[:i]) == "" || !strings.ContainsAny(s[i:], "、等")) {
		return
	}
	p.End = p.Start + i
}

// bounded ends a phrase that another number follows before the item that the
// number counts: 3个街道和甲镇、乙镇2个镇.
func (p *phrase) bounded() {
	p.amid()
	s := p.String()
	if !enumerates(s) || isBreakIn(s) {
		return
	}
	if items := splitList(s); len(items) > 2 || len(items) == 2 && (scan.BeginsAny(items[1], "每", "日", "年") || strings.HasSuffix(s, "等")) { // 3座变电站和每小时供汽量300吨; 3个省级项目、甲中学等64个项目
		if i := strings.Index(s, items[0]); i >= 0 {
			p.End = p.Start + i + len(items[0])
		}
	}
}

// joinName puts a name together, without saying a part of it twice.
func joinName(item, shared, tail string) string {
	name := item
	for _, s := range []string{shared, tail} {
		if s != "" && !strings.HasSuffix(name, s) {
			name += s
		}
	}
	return name
}
