package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// A word like 企业, 总投资 or 营业额 is no indicator: two of them in a table would
// be taken for the same thing. Whose they are stands beside the number:
//
//	[五大项目]总投资         总投资135.8亿元的五大项目       behind 的
//	[汽车产业园]企业         汽车产业园已有16家企业          the clause's subject

// owned puts the owner in front of a name that says nothing alone.
func (m *miner) owned(name string, r run, p phrase) string {
	for _, whose := range [...]func(name string, r run, p phrase) string{m.acting, m.partTold, m.together, m.housed} {
		if owner := whose(name, r, p); owner != "" && utf8Len(owner+name) <= maxName {
			m.owner = owner
			return owner + name
		}
	}
	if !genericWords.Has(name) {
		return m.governed(name, r, p)
	}
	owner := m.ownerTold(name, r, p)
	if (owner == "" || owner == name) && thinWords.Has(name) {
		return m.governed(name, r, p)
	}
	if owner == "" || strings.HasSuffix(owner, name) || utf8Len(owner+name) > maxName {
		return name
	}
	if !m.yields(name) { // a crop owns nothing: what it yields is the district's
		m.owner = owner
	}
	return owner + name
}

// acting is the part of the district that the clause says did it, 甲镇实现工业产值8亿元, or
// that did what its sentence told before, where the clause names nobody else: ;完成投资5亿元.
func (m *miner) acting(name string, r run, p phrase) string {
	if r.first().Class == "count" {
		return ""
	}
	part := actingPart(p.String(), m.district)
	did := strings.TrimLeft(p.String(), "；;，, ")
	verb := fulfilWords.Prefix(did)
	goesOn := verb != "" && lexicon.NameScope.Prefix(did[len(verb):]) == "" // but 完成|全区投资
	if part != "" || !goesOn {
		m.acted = part
	}
	if strings.HasPrefix(name, m.acted) {
		return ""
	}
	return m.acted
}

// ownerTold is whose a generic name is: told behind the number, before it, or carried on
// from what was told last; else the heading that the sentence stands under.
func (m *miner) ownerTold(name string, r run, p phrase) (owner string) {
	if r.first().Class != "count" {
		owner = m.ownerBehind(r)
	}
	if owner == "" {
		owner = m.ownerBefore(p)
	}
	if owner == "" {
		owner = m.ownerCarried(name, r, p)
	}
	if owner == "" || m.under != "" && strings.HasPrefix(owner, m.under) {
		return m.under
	}
	return owner
}

// industryTitle is the industry that is the title of its paragraph: 1.新材料产业。现有企业45
// 家; "" where a sentence is none.
func industryTitle(sentence string) string {
	s := strings.TrimRight(sentence[scan.ListMark(sentence):], " 。：:")
	if n := utf8Len(s); n < 4 || n > 14 {
		return ""
	}
	named := lexicon.Industry.OrSuffix(tradeWords, s) != "" && !acts(s) && openerWords.Prefix(s)+lexicon.TitleVerb.OrPrefix(lexicon.NameVerb, s) == ""
	if !named || isBreakIn(s) || strings.ContainsAny(s, "0123456789") {
		return ""
	}
	return s
}

// together is what was counted just before a sum, when that is what it did: 开票销售超
// 亿元企业 of 45家开票销售超亿元企业实现开票销售236亿元.
func (m *miner) together(name string, r run, p phrase) string {
	f := m.countedBefore("", p.Start)
	if f == nil || r.first().Class == "count" || f.Place.Quote.End >= p.End || f.Place.Quote.End <= p.Start && !bracketed(m.text[f.Place.Quote.End:p.Start]) {
		return ""
	}
	did := m.phrase(max(f.Place.Quote.End, p.Start), p.End)
	did.blanks()
	of := withoutAdverb(did.String())
	verb := fulfilWords.Prefix(of)
	if verb == "" { // 累计|完成
		of = strings.TrimPrefix(of, togetherWords.Prefix(of))
		verb = fulfilWords.Prefix(of)
	}
	if verb == "" || strings.HasSuffix(f.Name, name) || !strings.HasPrefix(of[len(verb):], name) {
		return ""
	}
	return f.Name
}

// ownerBehind is the noun of 总投资9亿元的甲项目, also where it is counted
// (年度投资94亿元的87个重点项目).
func (m *miner) ownerBehind(r run) string {
	rest := m.text[r.end():m.s.End]
	if of, ok := strings.CutPrefix(rest, "的"); ok {
		if sum := summed(strings.TrimRight(untilVerb(of), "的")); sum != "" {
			return sum
		}
		return oneOwner(m.nounAt(r, r.end()+len("的")))
	}
	if n := beforeServer(rest); n > 0 {
		return rightName(m.phrase(r.end()+n, r.end()+len(scan.ClauseHead(rest)))).name()
	}
	return m.ownerBeside(r)
}

// beforeServer is the length of a further number of those whom what the sum is of serves,
// 0 where none stands: 、惠及1万户居民的|小区改造.
func beforeServer(rest string) int {
	clause := scan.ClauseHead(rest)
	i := strings.Index(clause, "的")
	if i <= 0 || !strings.HasPrefix(rest, "、") || !served(clause[:i]) {
		return 0
	}
	return i + len("的")
}

// ownerBeside is a thing that its sum stands before without a word: 投资5亿元|某颜料项目.
func (m *miner) ownerBeside(r run) string {
	noun := rightName(m.phrase(r.end(), max(r.end(), r.to)))
	if ownerWords.Suffix(noun.String()) == "" || noun.Start != r.end() || utf8Len(noun.String()) <= 4 {
		return ""
	}
	return noun.name()
}

// nounAt is the noun at a place behind a run, or behind the number that counts it there.
// Its first character begins no verb: 正大食品.
func (m *miner) nounAt(r run, at int) string {
	noun, next := m.phrase(at, max(at, r.to)), model.Span{Start: at, End: m.s.End}
	if q, _, ok := scan.Next(m.text, next, next); ok && q.At.Start == at {
		noun.Span = model.Span{Start: q.At.End, End: m.s.End}
	}
	noun.bounded()
	first := stopWords.Prefix(noun.String())
	if utf8Len(first) != 1 {
		first = ""
	}
	noun.trimHead(len(first))
	return first + rightName(noun).name()
}

// oneOwner is the one thing that a noun behind a sum names, "" where it names several.
func oneOwner(s string) string {
	if i := strings.Index(s, "、"); i > 0 && outlayWords.Has(s[i+len("、"):]) { // 甲学校、投资…的乙中心
		s = s[:i]
	}
	if i := strings.Index(s, "等"); i > len("两字") && !scan.PartOfNoun(s, i, len("等")) { // 甲产业园等项目
		s = s[:i]
	}
	if utf8Len(s) < 3 || strings.ContainsAny(s, "0123456789") || strings.Contains(s, "、") && !ofLevels(s) {
		return ""
	}
	return s
}

// ofLevels reports a list of levels before one noun: 省、市、区重点项目.
func ofLevels(s string) bool {
	items := strings.Split(s, "、")
	for _, level := range items[:len(items)-1] {
		if !gradeWords.Has(level) {
			return false
		}
	}
	return true
}

// untilVerb is a list of names without what the clause goes on to tell of them
// (甲、乙五大项目|加快推进).
func untilVerb(s string) string {
	s = scan.ClauseHead(s)
	for i := range s {
		if w := stopWords.Prefix(s[i:]); w != "" && !scan.PartOfNoun(s, i, len(w)) && ownerWords.Suffix(s[:i]) != "" {
			return s[:i]
		}
	}
	return s
}

// summed is the word that sums a list up: 五大项目 of 甲、乙、丙五大项目.
func summed(s string) string {
	i := strings.LastIndex(s, "大")
	if i < 0 || ownerWords.Suffix(s) == "" || i+len("大")+len(ownerWords.Suffix(s)) != len(s) {
		return ""
	}
	r, w := utf8.DecodeLastRuneInString(s[:i])
	if !strings.ContainsRune("两三四五六七八九十", r) {
		return ""
	}
	return s[i-w:]
}

// ownerBefore is the clause's subject before its first verb, when it is one that
// owns things.
func (m *miner) ownerBefore(p phrase) string {
	p.head(m.district)
	whole := p
	p.tail()
	p.subject()
	p.untilTime()
	if p.Span == whole.Span || ownerWords.Suffix(p.String()) == "" {
		return ""
	}
	return p.name()
}

// actor is whose a measure is: 第一产业 of 第一产业对生产总值的贡献率, 主导产业 of
// 主导产业产值.
func actor(name string) string {
	for _, of := range [...]string{"对", "占"} {
		if owner, _, ok := strings.Cut(name, of); ok && utf8Len(owner) > 1 {
			name = owner
		}
	}
	if stem := strings.TrimSuffix(name, massWords.Suffix(name)); ownerWords.Suffix(stem) != "" {
		return stem
	}
	return name
}

// portion names a percentage of money by what it goes to: 把65%的一般公共预算投入到
// 民生领域, 一般公共预算支出的65%用于民生. It is no level of that money.
func (m *miner) portion(r run, p phrase) (name string, span model.Span) {
	q := r.first()
	if q.Class != "ratio" {
		return "", span
	}
	if n := len(m.last); n > 0 && wholeShare(p) {
		return m.last[n-1].Name + strings.TrimLeft(p.String(), "，,、 ") + "比", model.Span{Start: p.Start, End: r.end()}
	}
	rest := scan.ClauseHead(m.text[r.end():m.s.End])
	if name, ok := m.shareDoing(q, rest, p); ok {
		m.past = r.end() + len(rest) // 68%的村年收入超过20万元
		return name, model.Span{Start: q.At.Start, End: r.end() + len(rest)}
	}
	word, i := m.s.Words.Find(spentWords, rest)
	if i < 0 || utf8Len(rest[i:]) > 16 || len(rest) == i+len(word) || strings.HasPrefix(rest, "、") || strings.ContainsAny(rest, "0123456789") { // 达2.09%、研究支出占比达7%: a list goes on
		return "", span
	}
	whole := strings.TrimPrefix(rest[:i], "的")
	span = model.Span{Start: q.At.Start, End: r.end() + len(rest)}
	if whole == "" && strings.HasSuffix(p.String(), "的") {
		left, _ := leftName(p, m.district)
		whole, span.Start = left.name(), left.Start
	}
	if utf8Len(whole) < 2 || utf8Len(whole) > 16 {
		return "", span
	}
	return whole + rest[i:] + "占比", span
}

// wholeShare reports a clause that only says that a number is a share of the whole: 占.
func wholeShare(p phrase) bool {
	p.blanks()
	return p.String() == "占"
}

// served reports a text that ends with a number of those whom something serves:
// 、惠及1万户居民.
func served(s string) bool {
	w := servedWords.Suffix(s)
	if w == "" {
		return false
	}
	_, i := servesWords.Find(s)
	return i >= 0 && strings.ContainsAny(s, "0123456789")
}

// serving names the number of those whom something serves by that thing: 惠及1万户
// 居民的小区改造 -> 小区改造惠及居民; "" where nothing of the kind stands.
func serving(p phrase, right string) string {
	verb := servesWords.Suffix(p.String())
	whom, thing, ok := strings.Cut(right, "的")
	if verb == "" || !ok || !servedWords.Has(whom) || utf8Len(thing) < 3 {
		return ""
	}
	return thing + verb + whom
}

// governed keeps the verb with a name that says too little alone: 收储土地1520亩,
// 帮助65家企业获得信贷支持.
func (m *miner) governed(name string, r run, p phrase) string {
	thin := thinWords.Has(strings.TrimPrefix(name, variousWords.Prefix(name)))
	if !thin && !m.attains(name, r.end()) {
		return name
	}
	if at := strings.Index(m.text[r.end():min(m.s.End, r.end()+len(name)+len("以上的"))], name); at >= 0 && r.first().Class == "count" && variousWords.Prefix(name) != "重点" {
		behind := m.text[r.end()+at+len(name) : m.s.End]
		if did := deed(behind[yearPart(behind):]); did != "" { // 12个项目竣工投产, 20个项目|上半年|动工
			return strings.TrimSuffix(strings.Replace(did, "了", "", 1), name) + name
		}
	}
	p.tail()
	before := strings.TrimSuffix(p.String(), name)
	if strings.HasSuffix(before, "等") { // 吸引甲、乙等74家企业
		p.head(m.district)
		p.blanks()
		before = keptWords.Prefix(p.String())
	}
	return keptVerbs(before) + name
}

// keptVerbs are the verbs at the end of a text that stay with a noun behind them:
// 谋划包装|项目.
func keptVerbs(s string) string {
	stem := s
	for w := "x"; w != ""; stem = strings.TrimSuffix(stem, w) {
		w = keptWords.Suffix(stem)
	}
	return s[len(stem):]
}

// partTold is the part whose further money a clause without a subject tells:
// 其中:甲景区接待游客6万人次,实现旅游收入482万元.
func (m *miner) partTold(_ string, r run, p phrase) string {
	if !m.part || len(m.last) == 0 || r.first().Class != "money" || !m.adjacent(p.Start) || fulfilWords.Prefix(strings.TrimLeft(p.String(), " ")) == "" {
		return ""
	}
	told := m.last[len(m.last)-1].Name
	for _, verb := range receivedWords.Words() {
		if i := strings.Index(told, verb); i > len("两字") {
			return told[:i]
		}
	}
	return ""
}

// yields reports a name of what is grown on the land just told, or of the animals: 产量, 总产值.
func (m *miner) yields(name string) bool {
	if harvestWords.Suffix(name) == "" || len(m.last) == 0 {
		return false
	}
	last := m.last[len(m.last)-1]
	return groundWords.Suffix(last.Name) == "" && (last.Quantity.BaseUnit == "亩" || strings.HasSuffix(last.Name, "产量")) || twinWords.Suffix(last.Name) != ""
}

// untilTime ends a phrase before a part of the year (重点项目|1-3月).
func (p *phrase) untilTime() {
	for i, r := range p.String() {
		if i == 0 || r < '0' || r > '9' {
			continue
		}
		if _, n := timeline.PartOf(p.String()[i:]); n > 0 {
			p.End = p.Start + i
			return
		}
	}
}

// spentOn is what the clause behind a bare sum, if a name tells one, says it was spent on:
// 投入12亿元,实施城乡供水一体化工程.
func (m *miner) spentOn(name string, end int) string {
	rest := strings.TrimLeft(m.text[end:m.s.End], "，, ")
	at := m.s.End - len(rest)
	w := carriesWords.Prefix(rest)
	if w == "" || at == end || !outlayWords.Has(name) {
		return ""
	}
	what := rightName(m.phrase(at+len(w), at+len(scan.ClauseHead(rest))))
	if i := strings.IndexAny(what.String(), "0123456789、"); i >= 0 {
		what.End = what.Start + i
	}
	if s := what.name(); utf8Len(s) >= 4 && utf8Len(s) <= 18 {
		return s
	}
	return ""
}

// attains reports that what a count behind a place counts is said to have attained something: 308个便民事项|
// 实现跨省办理.
func (m *miner) attains(name string, at int) bool {
	did, ok := strings.CutPrefix(m.text[at:m.s.End], name)
	return ok && m.rule == "noun behind" && fulfilWords.Prefix(did) != ""
}
