package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// The indicator is the noun phrase a reader would put in the table. It stands
// left of the number (全区生产总值完成346.3亿元) or, where the number counts
// something, right of it (12个贫困村摘帽). Left, what is stripped is:
//
//	2021年,全区 | 规模以上工业增加值 | 达到  193.5亿元
//	openers, periods, scope          predicates
//
// Right, the phrase ends where a verb begins.

// phrase is a part of the text while it is trimmed down to a name.
type phrase struct {
	text string
	model.Span
}

// pivots cuts the phrase behind its last verb, unless what stands before is the
// owner of a bare quantity (市重点项目完成投资).
func (p *phrase) pivots() {
	s := p.String()
	verb, i := lastPivot(s)
	if i < 0 {
		return
	}
	pre, post := s[:i], s[i+len(verb):]
	if yieldOf(pre, verb, post) || (bareWords.Has(post) || thinWords.Has(post)) && ownerWords.OrSuffix(thinWords, pre) != "" || lexicon.Housed.Has(post) && ownerWords.OrSuffix(lexicon.Houses, pre) != "" { // 项目|完成|投资, 工业|引进|项目
		return
	}
	if measures(pre) && isDeed(post) { // 工业税收|完成入库
		p.End = p.Start + i
		return
	}
	if strings.Contains(pre, "通过") && verb == "实现" && scan.EndsAny(post, "零售额", "销售额", "交易额") { // 限额以上单位通过互联网实现商品零售额
		return
	}
	cut := i + len(verb) - added(s[i:], verb)
	if delta := deltaWords.Suffix(s[:cut]); delta != "" { // 新培育 and not 培育 alone
		cut -= len(delta)
	} else if strings.HasPrefix(post, "后") { // 建成后年产值
		cut += len("后")
	}
	p.trimHead(cut)
}

// lastPivot is the last verb of a text that a name stands behind, and where it begins; -1
// where there is none, or where all of it is one name: 每千人拥有执业医师.
func lastPivot(s string) (verb string, at int) {
	for end := len(s); end > 0; end = at {
		verb, at = pivotWords.FindLast(s[:end])
		if at < 0 || eachWords.Prefix(s) != "" {
			return "", -1
		}
		if at > 0 && startsName(s[at+len(verb):]) && !quoted(s, at) && !partOfIndicator(s, at, len(verb)) {
			return verb, at
		}
	}
	return "", -1
}

// startsName reports a text behind a verb that is a name of its own: 项目 behind 引进, but not
// 面积 behind 竣工 or 的厂房 behind 建成.
func startsName(post string) bool {
	tail := suffixWords.Prefix(post) != "" && nounWords.Prefix(post) == ""
	return !tail && utf8Len(post) >= 2 && !strings.HasPrefix(post, "的")
}

// quoted reports a place within a quotation.
func quoted(s string, at int) bool {
	return strings.LastIndex(s[:at], "“") > strings.LastIndex(s[:at], "”")
}

// yieldOf reports a measure that a short subject attained, which is whose it is:
// 植物油|实现|产量.
func yieldOf(subject, verb, measure string) bool {
	return (massWords.Has(measure) || bareWords.Has(measure)) && fulfilWords.Has(verb) &&
		!strings.HasSuffix(subject, "后") && utf8Len(subject) > 1 && utf8Len(subject) <= 10
}

// partOfIndicator: 研发投入强度 is one name, not 研发, 投入 and 强度.
func partOfIndicator(s string, i, n int) bool {
	for start, back := i, 0; start > 0 && back < 8; back++ {
		_, w := utf8.DecodeLastRuneInString(s[:start])
		start -= w
		if name := lexicon.Indicator.Prefix(s[start:]); start+len(name) > i {
			return true
		}
	}
	for at := i + len("一"); at < i+n; { // 高新增加值: no 新增
		if name := massWords.Prefix(s[at:]); at+len(name) > i+n {
			return true
		}
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return scan.PartOfNoun(s, i, n)
}

// maxName bounds a name, in runes; a longer phrase is cut at its last 的 or 等.
const maxName = 28

// leftName trims the text before a number to the indicator's name; verb is the
// last word of the text when it is an opener, an object then follows the number.
func leftName(p phrase, district string) (name phrase, level bool) {
	if level = p.tail(); p.empty() {
		return p, level
	}
	if total, ok := strings.CutSuffix(p.String(), "人均"); ok && predicateWords.Suffix(total) != "" { // 劳动生产率达到|人均21万元
		p.trimTail(len("人均"))
		p.tail()
	}
	p.outOf()
	p.head(district)
	if i := strings.Index(p.String(), "连续"); i > 0 && streak(p.String()[i:]) > 0 {
		p.End = p.Start + i
	}
	p.behindTime(district)
	p.one()
	if i := strings.Index(p.String(), "成为"); i > len("两字") {
		p.End = p.Start + i
	}
	p.ordered()
	p.pivots()
	p.had()
	p.head(district)
	p.aside()
	p.modal()
	p.blanks()
	if s := p.String(); s == district || namesNothing(s) { // 甲区|在全市考核中排名第二
		p.Start = p.End
	}
	p.shorten()
	return p, level
}

// namesNothing reports a text that is a verb, a time or a single character that is no animal.
func namesNothing(s string) bool {
	return acts(s) || deltaWords.Has(s) || predicateWords.Has(s) || againWords.Has(s) || weakWords.Has(s) || onlyTime(s) || reckoned(s) == len(s) || utf8Len(s) < 2 && !lexicon.Livestock.Has(s)
}

// had leaves out whose something is before 有: 园区|有|规模以上企业.
func (p *phrase) had() {
	s := p.String()
	i := strings.LastIndex(s, "有")
	if i <= 0 || ownerWords.Suffix(strings.TrimRight(s[:i], "现已共拥仍")) == "" || utf8Len(s[i:]) < 4 || scan.PartOfNoun(s, i, len("有")) || strings.HasPrefix(s[i:], "有限") {
		return
	}
	p.trimHead(i + len("有"))
}

// ordered leaves out what only puts the items of a list in order: 从多到少依次是|配套项目.
func (p *phrase) ordered() {
	s := p.String()
	w, i := lexicon.DealsOut.FindLast(s)
	if i <= 0 || utf8Len(w) < 2 {
		return
	}
	rest := s[i+len(w):]
	if is := isWords.Prefix(rest); is != "" && utf8Len(rest[len(is):]) > 1 {
		p.trimHead(len(s) - len(rest) + len(is))
	}
}

// aside leaves out where or when, told behind the indicator: 到位资金|在两个节点上, 投资额
// |2025年, 城镇新增就业|每年, 总产值|在全国.
func (p *phrase) aside() {
	s := p.String()
	if i := strings.LastIndex(s, "在"); i > len("两字") && (scan.EndsAny(s, "上", "里", "内", "中", "方面") && utf8Len(s[i:]) > 2 && utf8Len(s[i:]) < 9 || placeWords.Has(s[i+len("在"):])) && measures(s[:i]) {
		p.End = p.Start + i
		return
	}
	for i, r := range s {
		if i > len("两字") && (r >= '0' && r <= '9' || r == '每') && onlyTime(s[i:]) {
			p.End = p.Start + i
			return
		}
	}
}

// modal leaves out what is to be done with the thing, told behind it: 项目线索|要盯牢.
func (p *phrase) modal() {
	s := p.String()
	for i := range s {
		w := lexicon.NameToCome.Prefix(s[i:])
		if i <= len("两字") || w == "" || utf8Len(s[i:]) > 7 || scan.PartOfNoun(s, i, len(w)) || partOfIndicator(s, i, len(w)) {
			continue
		}
		if did := withoutAdverb(s[i+len(w):]); stopWords.OrPrefix(openerWords, did) != "" || lexicon.NameAdverb.OrPrefix(lexicon.NameVerb, did) != "" {
			p.End = p.Start + i
			return
		}
	}
}

// rightName trims the text behind a count to the noun it counts.
func rightName(p phrase) phrase {
	p.untilBreak()
	if s := p.String(); scan.ClauseEnds(s) && !scan.PartOfNoun(s, 0, len("和")) || p.label() { // 和美乡村
		p.End = p.Start
		return p
	}
	clause := p
	p.cutVerb()
	if i := strings.Index(p.String(), "与"); i > 0 && utf8Len(p.String()[:i]) <= 4 && utf8Len(p.String()[i:]) > 9 && !strings.Contains(p.String()[:i], "、") {
		p.End = p.Start + i // 21个楼座与甲创新园核心载体乙大厦封顶
	}
	p.untimed()
	p.trimTail(len(laidWords.Suffix(p.String()))) // 10多条道路的|建设改造
	p.unframed()
	switch s := p.String(); {
	case s == "中" || s == "内" || s == "里":
		p.End = p.Start
		return p
	case utf8.RuneCountInString(s) == 1: // 村用上了天然气 says more than 村
		p.End = clause.End
		p.limit(12)
	}
	p.blanks()
	p.amid()
	if w := massWords.Suffix(p.String()); len(w) < p.Len() { // 9个贫困村|集体经济收入
		p.trimTail(len(w))
		p.untimed()
	}
	p.blanks()
	if p.limit(maxName); lexicon.NameAdverb.Has(p.String()) { // 4个即将竣工
		p.End = p.Start
	}
	return p
}

// untimed leaves out a time behind which the verb stands: 续建项目|年底前.
func (p *phrase) untimed() {
	for i := range p.String() {
		if onlyTime(p.String()[i:]) {
			p.End = p.Start + i
			return
		}
	}
}

// label reports a phrase behind a blank that names what stands behind its colon: 约5万人| 人口
// 密度|：497人.
func (p phrase) label() bool {
	s := p.String()
	return strings.TrimLeft(s, " \u00a0\u3000") != s && scan.BeginsAny(p.text[p.End:], "：", ":")
}

// untilBreak ends a phrase before the sign that parts clauses, and before a bracket behind
// which its noun does not go on.
func (p *phrase) untilBreak() {
	within := asideWithin(p.String())
	for i, r := range p.String() {
		if scan.IsBreak(r) || isBracket(r) && i >= within {
			p.End = p.Start + i
			return
		}
	}
}

// unframed leaves out the words that trail behind a noun, and 的 and 实施 before it: 投入
// 8650万元|实施|危房改造.
func (p *phrase) unframed() {
	for w := "x"; w != ""; p.trimTail(len(w)) {
		p.blanks()
		if w = trailWords.Suffix(p.String()); w == "建设" && p.Len() <= len("建设")+3 {
			break
		}
	}
	for _, w := range [...]string{"的", "实施"} {
		if strings.HasPrefix(p.String(), w) && p.String() != w {
			p.trimHead(len(w))
		}
	}
}

// asideWithin is the end of a short bracket that the noun behind a number goes on
// after (自动化（智能化）改造项目), 1 where none is.
func asideWithin(s string) int {
	const most = len("（不超过八个字的话）")
	i := opening.Index(s)
	if i <= 0 || isBreakIn(s[:i]) {
		return 1
	}
	n := asideLength(s[i:])
	if rest := s[i+n:]; n == 0 || n > most || scan.ClauseEnds(rest) || stopWords.Prefix(rest) != "" || strings.ContainsAny(s[i:i+n], "0123456789，") {
		return 1
	}
	return i + n
}

func isBracket(r rune) bool { return r == '（' || r == '）' || r == '(' || r == ')' }

// limit cuts the phrase behind its first n runes.
func (p *phrase) limit(n int) {
	for i := range p.String() {
		if n == 0 {
			p.End = p.Start + i
			return
		}
		n--
	}
}

// subject ends the phrase before its first verb (材料产业发展最为迅速 -> 材料产业).
func (p *phrase) subject() {
	s := p.String()
	for i := range s {
		w := max(pivotWords.Prefix(s[i:]), stopWords.Prefix(s[i:]))
		if w != "" && !scan.PartOfNoun(s, i, len(w)) {
			p.End = p.Start + i
			break
		}
	}
	p.blanks()
	if utf8.RuneCountInString(p.String()) < 2 {
		p.Start = p.End
	}
}

// afterVerb is what a number of people or households did, where no noun names
// it (20.6万人实现了集中供水 -> 集中供水).
func afterVerb(p phrase) phrase {
	for i, r := range p.String() {
		if scan.IsBreak(r) || isBracket(r) || r == '、' || r == '且' || r == '并' || '0' <= r && r <= '9' {
			p.End = p.Start + i
			break
		}
	}
	if p.label() {
		p.Start = p.End
	}
	p.head("")
	p.trimHead(len(p.String()) - len(withoutAdverb(p.String())))
	p.blanks()
	s := p.String()
	if n := utf8.RuneCountInString(s); n < 2 || n > 16 || predicateWords.Has(s) {
		p.Start = p.End
	}
	return p
}

// withoutAdverb is what was done without the words of how: 顺利|投产.
func withoutAdverb(s string) string {
	for _, w := range adverbWords.Words() {
		s = strings.TrimPrefix(s, w)
	}
	return s
}

// cutVerb ends the phrase where a verb begins that is not quoted, behind 、 where the next
// item has a verb of its own, and before what projects take: 11个项目|投资.
func (p *phrase) cutVerb() {
	s := p.String()
	for i, r := range s {
		if verbAt(s, i) && !(quoted(s, i) && strings.Contains(s[i:], "”")) || r == '、' && i > 0 && actsAnew(s[i+len("、"):]) || s[i:] == "投资" && strings.HasSuffix(s[:i], "项目") {
			p.End = p.Start + i
			return
		}
	}
}

// verbAt reports a verb at a place of a noun phrase: not a syllable of a firm's name
// (华能), nor of who does it (项目落地组).
func verbAt(s string, i int) bool {
	w := stopWords.Prefix(s[i:])
	if w == "" || scan.PartOfNoun(s, i, len(w)) && (i == 0 || s[i:] != "完成投资") {
		return false
	}
	rest := s[i+len(w):]
	crew := crewWords.Prefix(rest)
	return (crew == "" || !scan.ClauseEnds(rest[len(crew):])) &&
		(utf8Len(w) > 1 || utf8Len(s[:i]) != 1 || partWords.OrSuffix(ownerWords, s[:i]) != "")
}

// actsAnew reports an item of a list that has a verb of its own.
func actsAnew(item string) bool {
	return deltaWords.OrPrefix(yieldWords, item) != "" || utf8Len(openerWords.Prefix(item)) > 1
}
