package extract

import (
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Which side of its number the indicator stands on, and what names a number whose
// own clause holds verbs alone.

// share reports a number that says how much of something the metric before it
// is: 占财政收入的八成, 完成年度任务的35%.
func share(clause string, q *scan.Quantity) bool {
	return q.Class == "ratio" && (strings.HasPrefix(strings.TrimLeft(clause, "，,、 "), "占") || ofQuota(clause) != "")
}

// nameOf is the indicator's name and the span of name and number together.
func (m *miner) nameOf(r run, p phrase) (string, model.Span) {
	q := r.first()
	left, right := m.sides(r, p)
	if massWords.Has(right.String()) {
		if name, end := m.doer(q, p, r.end()); name != "" { // 20类商品中10类|零售额实现增长
			return name, model.Span{Start: q.At.Start, End: end}
		}
	}
	switch {
	case m.from != "" && left.empty() && q.Class == "ratio": // 由32%提高到45%: what is raised was named before both
		return "", q.At
	case m.uncounted(q, left, right):
		return "", q.At
	case !right.empty() && (left.empty() || q.Class == "count"):
		m.rule = "noun behind"
		return m.nameBehind(r, p, right)
	case !left.empty():
		m.rule = "noun before"
		return m.nameBefore(r, p, left)
	}
	m.rule = "carried"
	return m.fallback(q, p, model.Span{Start: q.At.Start, End: r.end()})
}

// sides are the nouns before and behind a number; one of them is empty where
// the other alone can name it.
func (m *miner) sides(r run, p phrase) (left, right phrase) {
	q := r.first()
	left, _ = leftName(p, m.district)
	right = m.rightOf(r)
	if !right.empty() && (makes(left.String()) || q.BaseUnit == "米" && right.Start == r.end() && stretch(left.String())) {
		left.Start = left.End // 甲项目、年产3万吨饲料项目, 东门大桥至西关车站0.6公里公路: what it is stands behind
	}
	if right.String() == "建设" && !left.empty() { // 启动甲园二期3.5平方公里|建设
		right.End = right.Start
	}
	if !right.empty() && scan.EndsAny(strings.TrimRight(p.String(), " "), "和", "与", "及", "、") {
		left.Start = left.End // the words belong to the number before
	}
	if q.Class == "size" && right.Len() > 0 && right.Start == r.end() && zoned(left.String()) {
		m.owner, left.Start = left.name(), left.End // 甲产业园|10万平方米|标准厂房
	}
	return oneSide(q, left, right)
}

// oneSide leaves out the noun on the side that does not name the number.
func oneSide(q *scan.Quantity, left, right phrase) (phrase, phrase) {
	switch {
	case q.Class == "count":
	case !left.empty() && !objectFollows(left.String()):
		right.End = right.Start
	case !right.empty():
		left.Start = left.End
	}
	return left, right
}

// makes reports an item that only says that so much is made in a time: 年产.
func makes(s string) bool {
	w := yieldWords.Suffix(s)
	return w != "" && (w == s || strings.HasSuffix(s, "、"+w))
}

// stretch reports a text that tells from where to where something leads: 甲村至乙村.
func stretch(s string) bool {
	from, to, ok := strings.Cut(s, "至")
	return ok && utf8Len(from) > 1 && utf8Len(to) > 1
}

// zoned reports the name of a park, or of a phase of one.
func zoned(s string) bool {
	if phase, ok := strings.CutSuffix(s, "期"); ok {
		_, w := utf8.DecodeLastRuneInString(phase)
		s = phase[:len(phase)-w]
	}
	return lexicon.Zone.Suffix(s) != ""
}

// uncounted reports a number that counts nothing by what stands beside it: whom
// a speech addresses, aspects, indicators summed up, rivals, measures, tiers and
// milestones.
func (m *miner) uncounted(q *scan.Quantity, left, right phrase) bool {
	if q.Class == "count" && (aspectWords.Has(right.String()) || strings.HasPrefix(right.String(), "方面") || strings.HasSuffix(right.String(), "之一") || m.ofWider(right) || indicesWords.Prefix(right.String()) != "" || m.rivals(right)) {
		return true
	}
	return sampled(q, m.text[q.At.End:m.s.End]) || headcount(q, right.String()) || tier(right.String()) || left.empty() && m.passed(q, right) ||
		policy(q.Unit, m.text[max(m.s.Start, q.At.Start-120):q.At.Start], right.empty())
}

// nameBehind names a number by the noun behind it (新增43个贫困村).
func (m *miner) nameBehind(r run, p, right phrase) (string, model.Span) {
	q := r.first()
	name, start := right.name(), q.At.Start
	if title := m.entitled(right); title != "" {
		return title, model.Span{Start: start, End: right.End + len(scan.ClauseHead(m.text[right.End:m.s.End]))}
	}
	if s := serving(p, name); s != "" {
		return s, model.Span{Start: p.End - len(servesWords.Suffix(p.String())), End: right.End}
	}
	if v := m.increment(p); v != "" {
		name = v + name
		if strings.HasSuffix(p.String(), v) {
			start = p.End - len(v)
		}
	} else if m.verb != "" && m.besideLast(q) && (joins(m.text[right.End:r.to]) || scan.ClauseEnds(m.text[right.End:m.s.End])) {
		name = m.verb + name // 新增2个甲、|4个乙
	}
	if w := yieldWords.Suffix(p.String()); !strings.HasSuffix(name, w) { // 日产60片陶瓷瓦项目
		name += w
	}
	if w := outlayWords.Suffix(strings.TrimRight(p.String(), " 了")); q.Class == "money" && w != "" { // 投入8650万元实施甲工程
		name += strings.TrimPrefix(w, "累计")
	}
	return name, model.Span{Start: max(p.Start, min(start, q.At.Start)), End: right.End}
}

// nameBefore names a number by the noun before it, which may say what it is only
// together with the metric told last.
func (m *miner) nameBefore(r run, p, left phrase) (string, model.Span) {
	q := r.first()
	name := left.name()
	if len(m.last) > 0 {
		name = m.relative(q, name, p)
	} else if share(p.String(), q) && strings.HasSuffix(p.String(), "的") { // 投资完成全年目标的95%
		own := p
		own.head(m.district)
		name = strings.TrimSuffix(own.name(), "的")
		left.Start = own.Start
	}
	whole := p
	whole.head(m.district)
	if v := deltaWords.Prefix(whole.String()); strings.HasPrefix(v, "新") && strings.HasSuffix(whole.String(), "等"+name) {
		name, left.Start = v+name, whole.Start // 新增|甲、乙等|学科162个
	}
	if strings.HasPrefix(m.text[r.end():r.to], "的") {
		name, left.Start = lastSum(name, left, q)
	}
	if m.verbHolds(q, p, left) && deltaWords.Prefix(name) == "" {
		name = m.verb + name
	}
	if outlayWords.Has(name) {
		name = m.spentOn(name, r.end()) + strings.TrimPrefix(name, "累计")
	}
	if i := strings.Index(name, "一个"); i > len("两字") && q.Class == "time" { // 许可一个阶段就缩减10个工作日
		name = name[:i] + downWords.Suffix(name)
	}
	name = m.measured(name)
	m.keepVerb(name)
	return name, model.Span{Start: left.Start, End: r.end()}
}

// lastSum is the last sum of a name that a 的 follows, without the things whose sums were told
// before it, and where it begins: 的甲学校、|投资12亿元的乙中心, 甲项目和|总投资13亿元的乙项目.
func lastSum(name string, left phrase, q *scan.Quantity) (sum string, start int) {
	if i := strings.LastIndex(name, "、") + len("、"); i > len("、") && outlayWords.Has(name[i:]) {
		name = name[i:]
	}
	if i := strings.LastIndex(name, "总投资"); i > 0 && q.BaseUnit == "元" {
		return name[i:], left.End - len(name[i:])
	}
	return name, left.Start
}

// verbHolds reports an item of a list that its verb was told before: 新增甲20家、|乙15家.
// Of what is no count only a net increase holds on.
func (m *miner) verbHolds(q *scan.Quantity, p, item phrase) bool {
	if lexicon.Flow.Suffix(item.String()) == "支出" { // 加上新增债券支出20亿元、上解支出50亿元
		m.verb = ""
	}
	if m.verb == "" || strings.TrimLeft(p.String(), "、 ") != item.String() {
		return false
	}
	return q.Class == "count" || q.Class != "ratio" && netWords.Has(strings.Replace(m.verb, "新", "净", 1))
}

// keepVerb keeps what a name begins with for the items of a list behind it: 新增, and
// 每千人拥有 of 每千人拥有医师3人、护士4人.
func (m *miner) keepVerb(name string) {
	if v := deltaWords.Prefix(name); v != "" && v != name {
		m.verb = v
	}
	if each, _, ok := strings.Cut(name, "拥有"); ok && eachWords.Prefix(name) != "" {
		m.verb = each + "拥有"
	}
}

// rightOf is the noun behind a run; where two numbers stand side by side
// (2500余公里3460个排污口) they share it. More of them name nothing.
func (m *miner) rightOf(r run) phrase {
	const sightRunes = 120 // no name begins further away, and endless clauses exist
	right := m.phrase(r.end(), r.to)
	if r.to == r.end() && len(r.behind) > 0 {
		right = m.phrase(r.behind[0].At.End, m.s.End)
		if len(r.behind) > 1 && r.behind[1].At.Start == right.Start {
			right.End = right.Start
		}
	}
	right.limit(sightRunes)
	if r.to < m.s.End {
		right.bounded()
	}
	return rightName(right)
}

// objectFollows reports words that end with a verb whose object the number and
// the noun behind it are (拿出3.42平方公里的配套土地, 守牢155.1万亩耕地红线).
func objectFollows(s string) bool {
	if w := openerWords.Suffix(s); utf8Len(w) > 1 && !scan.PartOfNoun(s, len(s)-len(w), len(w)) && !bareWords.Has(w) {
		return true
	}
	return utf8Len(s) <= 2 && knownSuffix("x"+s) == "" && ownerWords.Suffix(s) == "" && indexWords.Suffix(s) == ""
}

// increment is the word of increment before a counted noun (新增43个…), or what is done to it, also
// for the further items of its list.
func (m *miner) increment(p phrase) string {
	clause := p
	clause.blanks()
	p.tail()
	w := deltaWords.Suffix(p.String())
	if !strings.HasPrefix(w, "新") {
		w = actsOn(withoutAdverb(clause.String()))
	}
	if w != "" {
		m.verb = w
		return w
	}
	if p.empty() {
		return m.verb
	}
	return ""
}

// besideLast reports that nothing but 、 or 和 parts a number from what the noun behind the one before
// it names.
func (m *miner) besideLast(q *scan.Quantity) bool {
	last := m.lastFact()
	return last != nil && m.traces[len(m.traces)-1].Rule == "noun behind" && last.Place.Quote.End < q.At.Start && joins(m.text[last.Place.Quote.End:q.At.Start])
}

// fallback names a number whose own clause holds verbs alone: the verb before
// it (投入12.6亿元), else the clause before.
func (m *miner) fallback(q *scan.Quantity, p phrase, span model.Span) (string, model.Span) {
	if m.from != "" {
		return "", span
	}
	if name := m.ofLast(q, p, span.Start); name != "" {
		return name, span
	}
	if name, end := m.doer(q, p, span.End); name != "" {
		return name, model.Span{Start: span.Start, End: end}
	}
	if !p.empty() {
		if name, of, ok := m.ownVerb(q, p, span); ok {
			return name, of
		}
	}
	if right := afterVerb(m.phrase(m.beside(span.End), m.s.End)); !right.empty() {
		return right.name(), model.Span{Start: span.Start, End: right.End}
	}
	return m.subjectBefore(p, span)
}

// beside is the end of the number that stands right behind a place, or the place: 428户|793人脱贫.
func (m *miner) beside(at int) int {
	if i := sort.Search(len(m.numbers), func(i int) bool { return m.numbers[i].At.Start >= at }); i < len(m.numbers) && m.numbers[i].At.Start == at {
		return m.numbers[i].At.End
	}
	return at
}

// ownVerb names a number by the verbs of its clause, alone or with what was told last, unless
// they say nothing.
func (m *miner) ownVerb(q *scan.Quantity, p phrase, span model.Span) (name string, of model.Span, ok bool) {
	own, did := verbs(p)
	s, adjacent, last := own.String(), m.adjacent(p.Start), m.lastTold()
	whole := model.Span{Start: own.Start, End: span.End}
	v := increase(s)
	switch {
	case adjacent && strings.HasPrefix(s, "到") && onlyTime(s): // 年均增长8%,到2026年突破800亿元
		return growthBase(last.Name), span, true
	case adjacent && (againWords.Has(s) || m.restated(p)):
		return retold(last, q, p, s), whole, true
	case v != "" && last != nil && last.Quantity.BaseUnit == q.BaseUnit:
		m.aside = true
		return noun(last) + v, whole, true
	case utf8Len(s) < 2 || weakWords.Has(s):
		return "", span, false
	}
	if acts(s) || deltaWords.Has(s) {
		if of := m.sameKindBefore(q, p.Start); of != nil { // 项目38个,开工31个
			return did + noun(of), whole, true
		}
	}
	name = own.name()
	return m.spentOn(name, span.End) + name, whole, !verbAlone(s)
}

// verbAlone reports a text that names nothing: a verb before a number, or a time.
func verbAlone(s string) bool { return predicateWords.Has(s) || periodWords(s) == len(s) }

// verbs are the verbs of a clause, as they stand and without what only says how.
func verbs(p phrase) (own phrase, did string) {
	own = p
	if own.tail(); own.empty() {
		own = p
	}
	own.against()
	did = withoutAdverb(strings.TrimPrefix(own.String(), "其中"))
	if own.head(""); !acts(did) {
		did = own.String()
	}
	return own, did
}

// ofLast names a number whose clause says nothing by what was told last: the same counted
// otherwise (贫困户428户793人), what projects cost (项目87个,109亿元), the plan that was kept.
func (m *miner) ofLast(q *scan.Quantity, p phrase, at int) string {
	if len(m.last) == 0 {
		return ""
	}
	last := m.last[len(m.last)-1]
	switch {
	case p.empty() && last.Place.Quote.End == at:
		return last.Name
	case p.empty() && q.Class == "money" && lexicon.Works.Suffix(last.Name) != "" && m.adjacent(p.Start):
		return last.Name + "总投资"
	case m.quota != "" && q.Class == "ratio":
		return last.Name + m.quota
	case q.Class == "ratio" && m.adjacent(p.Start): // 完成计划的101%
		return cmp.Or(rateOfPlan(last, p), m.fulfils(p))
	}
	return ""
}

// subjectBefore names a number by the subject of the clause before its own.
func (m *miner) subjectBefore(p phrase, span model.Span) (string, model.Span) {
	if name := m.bracketed(p); name != "" {
		return name, span
	}
	before := strings.TrimRight(m.text[m.s.Start:p.Start], "，,：: \n")
	prev := phrase{m.text, model.Span{Start: m.s.Start + len(before) - len(scan.LastClause(before)), End: m.s.Start + len(before)}}
	if prev.empty() || m.counts(prev.Span) {
		return "", span
	}
	if measure, item := superlative(prev, m.district); measure != "" { // 产值最高的是甲镇,达36亿元
		m.topic, m.anyPart = measure, true
		return item, span
	}
	prev.copula()
	left := prev
	left.tail() // 装备制造业占比|最高,达36.5%
	left.head(m.district)
	if left.subject(); left.empty() {
		left, _ = leftName(prev, m.district)
	}
	if left.empty() || utf8.RuneCountInString(left.String()) > maxName {
		return "", span
	}
	return left.name(), model.Span{Start: left.Start, End: span.End}
}

// counts reports that a part of the sentence holds a number.
func (m *miner) counts(s model.Span) bool {
	i := sort.Search(len(m.numbers), func(i int) bool { return m.numbers[i].At.End > s.Start })
	return i < len(m.numbers) && m.numbers[i].At.Start < s.End
}

// passed reports a number that is a milestone (百亿元大关): without a noun of its
// own it only tells of the number before once more.
func (m *miner) passed(q *scan.Quantity, right phrase) bool {
	return milestoneWords.Prefix(right.String()) != "" || passedWords.Suffix(m.text[q.UnitAt.End:q.At.End]) != ""
}
