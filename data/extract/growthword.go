package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// The words of growth, and what growth is measured against.

// direction is the growth word a text ends with and its sign; 改善 keeps its
// name, because only the reader knows which way is better.
func direction(s string, q *scan.Quantity) (sign, word string) {
	if q.Unit == "番" && q.Class == "ratio" {
		if strings.HasSuffix(s, "翻") { // 翻了近一番
			return "翻", "翻"
		}
		return "翻", ""
	}
	if q.BaseUnit == "倍" && upWords.Suffix(s) == "" {
		return "", ""
	}
	for _, d := range [...]struct {
		words lexicon.Feature
		sign  string
	}{{upWords, "+"}, {downWords, "-"}, {betterWords, ""}} {
		if w := d.words.Suffix(s); len(w) > len(word) && !scan.PartOfNoun(s, len(s)-len(w), len(w)) {
			word, sign = w, d.sign
			if d.words == betterWords {
				sign = w
			}
		}
	}
	return sign, word
}

// verbInFront is the sign and the verb of 压减审批时限, 提高入学率.
func verbInFront(s string) (sign, word string) {
	for _, d := range [...]struct {
		words lexicon.Feature
		sign  string
	}{{raiseWords, "+"}, {lowerWords, "-"}} {
		if w := d.words.Prefix(s); w != "" && utf8Len(s) > utf8Len(w)+1 && !scan.PartOfNoun(s, 0, len(w)) {
			return d.sign, w
		}
	}
	return "", ""
}

// isGrowthWord reports a noun of growth, which stays in the name: 增速, 增幅.
func isGrowthWord(w string) bool {
	return growthWords.Has(w)
}

// thanThen is the length of 比2021年, 较2020年同期 at the end of s.
func thanThen(s string) int {
	if !scan.ContainsAny(s, "比", "较") {
		return 0
	}
	t := s
	for _, w := range thenWords.Words() {
		t = strings.TrimSuffix(t, w)
	}
	i := max(strings.LastIndex(t, "比"), strings.LastIndex(t, "较"))
	if i < 0 {
		return 0
	}
	when := t[i+len("比"):]
	if n := periodWords(when); (n == 0 || n != len(when)) && !planOfYears(when) {
		return 0
	}
	if scan.EndsAny(s[:i], "相", "同") { // 相比2017年
		i -= len("相")
	}
	return len(s) - i
}

// yearsLong is the length of 5年, 近三年 at the end of s: how long something took to grow.
func yearsLong(s string) int {
	long, ok := strings.CutSuffix(s, "年")
	if !ok {
		return 0
	}
	before := strings.TrimRight(long, "0123456789一二两三四五六七八九十")
	if n := utf8Len(long[len(before):]); n == 0 || n > 2 || scan.EndsAny(before, "第", "上", "每", "前", "后", "头") {
		return 0
	}
	return len(s) - len(before) + len(lexicon.Stretch.Suffix(before))
}

// yearCounts are the characters that count years.
var yearCounts = lexicon.SetOf("0123456789一二两三四五六七八九十")

// yearsSince is the length of 12年来 at the front, 0 where none stands there.
func yearsSince(s string) int {
	rest := yearCounts.TrimLeft(s)
	years := len(s) - len(rest)
	if years == 0 || years > len("二十") || !scan.BeginsAny(rest, "年来", "年间") {
		return 0
	}
	return years + len("年来")
}

// timeBehind is the length of the time that stands between what is measured and its value: 粮食产量
// |2030年|达到305亿斤, 低保标准|从2021年的|801元, 进出口总值|五年|累计超过3.8万亿元.
func timeBehind(s string) int {
	n := yearsLong(s)
	if i := len("两字") + 1 + strings.IndexAny(s[min(len(s), len("两字")+1):], "0123456789"); n == 0 && i > len("两字") && onlyTime(s[i:]) {
		n = len(s) - i
	}
	switch before := s[:len(s)-n]; {
	case n == 0, utf8Len(before) < 3, scan.EndsAny(before, "连续", "比", "较", "和", "与", "、"):
		return 0
	case scan.EndsAny(before, "从", "由"):
		return n + len("从")
	}
	return n
}

// planOfYears reports the name of a plan for five years, or of its time: “十五”, “十三五”时期.
func planOfYears(s string) bool {
	s = strings.TrimSuffix(s, lexicon.PlanSpan.Suffix(s))
	return lexicon.FiveYears.Has(strings.Trim(s, "“”"))
}

// against strips what growth is measured against (同比, 比上年).
func (p *phrase) against() {
	for {
		p.blanks()
		s := p.String()
		if s == "" {
			return
		}
		if w := againstWords.Suffix(s); w != "" && !scan.PartOfNoun(s, len(s)-len(w), len(w)) {
			p.trimTail(len(w))
			continue
		}
		if n := thanThen(s); n > 0 {
			p.trimTail(n)
			continue
		}
		w := againstWords.Prefix(s)
		if n := max(periodWords(s), streak(s)); n > 0 {
			p.trimHead(n)
			continue
		}
		if w == "" || scan.PartOfNoun(s, 0, len(w)) || len(adjustedWords.Prefix(s)) > len(w) {
			return
		}
		p.trimHead(len(w))
	}
}

// between is the length of the words between the two numbers of 由32%提高到45%, 由32%稳步
// 提高到45%.
func between(s string) int {
	if n := riseTo(s); n > 0 {
		return n
	}
	if how := lexicon.NameAdverb.Prefix(s); how != "" {
		if n := riseTo(s[len(how):]); n > 0 {
			return len(how) + n
		}
	}
	return 0
}

// riseTo is the length of the words of a rise or fall to a level that a text begins with.
func riseTo(s string) int {
	if rest, to := strings.CutPrefix(s, "到"); to { // 由3.5亿元|到2010年突破|10亿元
		_, n := timeline.Year(rest)
		if over := lexicon.BeforeAbove.OrPrefix(reachedWords, rest[n:]); n > 0 && over != "" {
			return len("到") + n + len(over)
		}
	}
	n := len(riseWords.Prefix(s))
	w := upWords.OrPrefix(downWords, s)
	if rest := s[len(w):]; w != "" && scan.BeginsAny(rest, "到", "至") {
		n = max(n, len(w)+len("到"))
	}
	return n
}

// movedTo is the length of a move and where it leads at the end of a text: 回落至,
// 收窄到. What stands behind it is a level, whichever way the move went.
func movedTo(s string) int {
	if !scan.EndsAny(s, "到", "至") {
		return 0
	}
	w := upWords.OrSuffix(downWords, s[:len(s)-len("到")])
	if w == "" {
		return 0
	}
	return len(w) + len("到")
}

// fronted puts the word of what came anew, or net, before what it counts: 高新技术企业新认
// 定 is told elsewhere as 新认定高新技术企业, and is the same.
func fronted(name string) string {
	d := deltaWords.Suffix(name)
	if w := openerWords.Suffix(name); d == "" && utf8Len(w) > 1 && ownerWords.Suffix(strings.TrimSuffix(name, w)) != "" && startsWords.Has(w) {
		return w + strings.TrimSuffix(name, w)
	}
	held := phrase{name, model.Span{End: len(name) - len(d)}}
	if d != "" {
		held.against() // 企业|比上年|净增
		held.trimTail(yearsLong(held.String()))
	}
	if stem := held.String(); utf8Len(stem) > 1 && (strings.ContainsAny(d, "新在") || netWords.Has(d)) && deltaWords.Prefix(stem) == "" {
		return d + stem
	}
	return name
}

// yearPart is the length of a part of a year, or of the years of a plan, at the front, with the
// 前 of a deadline: 9月底前.
func yearPart(s string) int {
	if r, _ := lexicon.First(s); !partRunes.Has(r) {
		return 0 // as mostly
	}
	_, n := timeline.PartOf(s)
	n = max(n, timeline.PlanYears(s), yearsSince(s))
	if by, ok := strings.CutPrefix(s[n:], "前"); ok && n > 0 && !scan.IsNumber(by) {
		n = len(s) - len(by)
	}
	return n
}

// partRunes are those with which a part of a year, or the years of a plan, may begin.
var partRunes = lexicon.SetOf("零〇一壹二两贰兩貳三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億0123456789０１２３４５６７８９前上半下第底末元首“\"")
