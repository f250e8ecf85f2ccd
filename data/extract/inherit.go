package extract

import (
	"cmp"
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// What a part is measured in is told with the whole, or with the part before it:
//
//	农林牧渔业总产值65亿元,其中农业41亿元           农业|总产值
//	采矿业增加值增长8.6%,制造业增长15.6%            制造业|增加值
//	固定资产投资增长9%。分产业看,第一产业增长12%     第一产业|投资

// inherited is the name of a part with the measure that it lacks; other names stay.
func (m *miner) inherited(name string, q *scan.Quantity, p phrase) string {
	if q.Class == "count" && deltaWords.OrPrefix(openerWords, name) == "" {
		return m.increased(q) + m.herd(name) // 新增市场主体8600户,其中企业2100户
	}
	if of := m.residents(); isSide(name) && of != "" {
		return name + of
	}
	if isSide(name) || m.lacksMeasure(name, q) {
		name += m.measureLacked(name, q, p)
	}
	if q.Class == "money" && strings.HasSuffix(name, "产业增加值") {
		return m.economy() + name // 民营经济增加值256亿元,其中第一产业增加值39亿元
	}
	return m.leftOut(name, q, p) + name
}

// leftOut is the beginning that a name of a list leaves out, since the one before has it, and with
// which it is an indicator: 实际使用 of 实际使用内资30亿元、外资381万美元; "" for none.
func (m *miner) leftOut(name string, q *scan.Quantity, p phrase) string {
	f := m.lastTold()
	if f == nil || q.Class != "money" || genericWords.Has(name) || utf8Len(name) > 2 || !m.adjacent(p.Start) || f.Place.Sentence != m.s.Span || canonicals()[foldName(name)] != "" {
		return ""
	}
	for i := range f.Name {
		if i > len("两字") && canonicals()[foldName(f.Name[:i]+name)] != "" {
			return f.Name[:i]
		}
	}
	return ""
}

// measureLacked is the measure of a part that was told with the whole, or with the part before
// it; "" where none was.
func (m *miner) measureLacked(name string, q *scan.Quantity, p phrase) string {
	if measure := m.sortedMeasure(p); measure != "" {
		return measure
	}
	f, measure := m.measuredBefore(q)
	if f != nil && (m.part && q.Class != "ratio" && m.ofWhole(f, measure) || sortedBy(m.text[min(f.Place.Quote.End, p.Start):p.Start]) || m.besides(f, name, measure, q)) {
		return measure
	}
	return ""
}

// ofWhole reports the metric of a measure that is the whole, or another part of it, of which
// the sentence tells the parts.
func (m *miner) ofWhole(f *model.Fact, measure string) bool {
	return m.head == nil || f == m.head || f.Whole == m.head.Name || strings.HasSuffix(growthBase(m.head.Name), measure)
}

// residents is what was told last of all residents, of whom some are told next: 居民人均可支配
// 收入 of 全体居民人均可支配收入.
func (m *miner) residents() string {
	for _, f := range slices.Backward(m.facts[max(0, len(m.facts)-2):]) {
		if i := strings.Index(f.Name, "居民"); i >= 0 && f.Place.Paragraph == m.s.Paragraph {
			return f.Name[i:]
		}
	}
	return ""
}

// besides reports a name of a part beside one of which a measure was just told: both trades,
// or both what is grown.
func (m *miner) besides(f *model.Fact, name, measure string, q *scan.Quantity) bool {
	if m.part && f == m.head || f.Place.Sentence != m.s.Span {
		return false
	}
	other := strings.TrimSuffix(growthBase(f.Name), measure)
	return alike(name, other) || q.Class == "size" && utf8Len(other) <= 4 && !strings.HasSuffix(name, "面积") && (f.Whole != "" || sownWords.Has(measure) || sownWords.Suffix(f.Name) != "")
}

// increased is the word of increment of the count of which a number tells a part, "" where
// it tells none, or parts that are none of the increment stand between.
func (m *miner) increased(q *scan.Quantity) string {
	n := len(m.facts)
	if !m.part || m.head == nil || n == 0 || q.BaseUnit != m.head.Quantity.BaseUnit {
		return ""
	}
	delta := deltaWords.Prefix(m.head.Name)
	if last := m.facts[n-1]; last != m.head && (last.Whole != m.head.Name || deltaWords.Prefix(last.Name) != delta) || !strings.HasPrefix(delta, "新") {
		return ""
	}
	return delta
}

// herd is the name of animals with what was told last of others, or of all: 存栏 of 牲畜存栏90万头,
// 其中牛12万头; 出栏 of 出栏牛2万头、羊5万只.
func (m *miner) herd(name string) string {
	last := m.lastFact()
	if last == nil || last.Place.Paragraph != m.s.Paragraph || lexicon.Livestock.Suffix(name) != name {
		return name
	}
	if w := twinWords.Suffix(last.Name); w != "" {
		return name + w
	}
	return yieldWords.OrPrefix(twinWords, last.Name) + name
}

// economy is the part of the economy (民营经济, 海洋经济) whose value added the sentence
// parts, "" where it parts none: its industries are not the district's.
func (m *miner) economy() string {
	whole := ""
	if m.part && m.head != nil {
		whole = m.head.Name
	} else {
		for _, f := range slices.Backward(m.facts) {
			if f.Place.Sentence != m.s.Span || whole != "" {
				break
			}
			whole = f.Whole // of its first part alone, where the others stand behind ;
		}
	}
	if stem, ok := strings.CutSuffix(whole, "增加值"); ok && strings.HasSuffix(stem, "经济") {
		return stem
	}
	return ""
}

// lacksMeasure reports a name of a part of an economy, or of what is grown, without what
// is measured of it.
func (m *miner) lacksMeasure(name string, q *scan.Quantity) bool {
	part := q.Class == "size" && utf8Len(name) <= 4 && !genericWords.Has(name) && sownWords.Suffix(name) == "" && !scan.EndsAny(name, "产", "园", "林", "地") // an orchard has its own area
	firms := (q.Class == "ratio" || q.Class == "money") && lexicon.Firms.Suffix(name) != "" || q.Class == "money" && residents(name)
	return (part || firms || tradeWords.Suffix(name) != "") && measureOf(name) == "" && !lexicon.Indicator.Has(name) && !strings.Contains(name, "占")
}

// alike reports two parts of one whole: both trades, or both kinds of companies.
func alike(a, b string) bool {
	return isSide(a) && isSide(b) || tradeWords.Suffix(a) != "" && tradeWords.Suffix(b) != "" || lexicon.Firms.Suffix(a) != "" && lexicon.Firms.Suffix(b) != "" || residents(a) && residents(b)
}

// residents reports a name of those who live somewhere: 城镇居民.
func residents(name string) bool { return strings.HasSuffix(name, "居民") }

// measuredBefore is the last metric of the paragraph whose name ends with a measure that
// a number can share, and that measure.
func (m *miner) measuredBefore(q *scan.Quantity) (*model.Fact, string) {
	const back = 8 // facts
	for _, f := range slices.Backward(m.facts[max(0, len(m.facts)-back):]) {
		if f.Place.Paragraph != m.s.Paragraph {
			break
		}
		base := growthBase(f.Name)
		if measure := cmp.Or(measureOf(base), lexicon.Measure.Suffix(base)); measure != "" && (q.Class == "ratio" || f.Quantity.BaseUnit == q.BaseUnit) {
			return f, measure
		}
	}
	return nil, ""
}

// measureOf is the measure that a name ends with: 增加值, 投资, 产量 (of 总产量).
func measureOf(name string) string {
	return lexicon.Measure.ShorterSuffix(name, len(name))
}

// sortedBy reports words that sort a whole into its parts: 分产业看, 按门类分.
func sortedBy(between string) bool {
	for clause := range strings.FieldsFuncSeq(between, scan.IsBreak) {
		if lexicon.SortsBy.Prefix(clause) != "" && scan.EndsAny(clause, "看", "分") {
			return true
		}
	}
	return false
}

// sortedMeasure is what the sentence says it sorts into parts, "" where it names nothing that
// is measured: 投资 of 从投资结构看.
func (m *miner) sortedMeasure(p phrase) string {
	for clause := range strings.FieldsFuncSeq(m.text[m.s.Start:p.Start], scan.IsBreak) {
		if lexicon.SortsBy.Prefix(clause) == "" || !strings.HasSuffix(clause, "看") {
			continue
		}
		if w, i := lexicon.Measure.FindLast(clause); i > 0 {
			return w
		}
	}
	return ""
}

// shareBound gives a share the bound that stands before its verb: 约占全国的10%.
func shareBound(r run, p phrase) {
	i := strings.LastIndex(p.String(), "占")
	if i < 0 || r.first().Class != "ratio" || r.first().Bound != model.Exactly {
		return
	}
	if bound, _, ok := scan.BoundBefore(p.String()[:i]); ok {
		for k := range r.numbers {
			r.numbers[k].Bound = bound
		}
	}
}

// unshared is the name of what makes up a number of a whole, which is no share of it: 农业占
// 31亿元.
func (m *miner) unshared(name string, q *scan.Quantity) string {
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(name, "到"), "占"); ok && q.Class != "ratio" && q.Class != "point" {
		return strings.TrimSuffix(withoutSums(withoutAdverb(stem)), m.district)
	}
	return name
}

// unbounded is the name of a share without the bound before its verb.
func unbounded(name string) string {
	i := strings.LastIndex(name, "占")
	if i <= 0 {
		return name
	}
	if _, n, ok := scan.BoundBefore(name[:i]); ok && n < i {
		return name[:i-n] + name[i:]
	}
	return name
}

// What is measured is told once, for all that the clauses behind it name:
//
//	到位资金按来路分,省外113亿元、省内39亿元            省外|到位资金
//	对经济增长的贡献率,一产是25%,二产是36%              一产|对经济增长的贡献率
//	产值增幅最高的是甲镇(84%),往下是乙镇(76%)           甲镇|产值增幅

// setTopic takes the measure that the clause before a run's own tells without a number.
func (m *miner) setTopic(r run, p phrase) {
	if semicolons.In(m.text[r.from:p.Start]) {
		m.topic = ""
	}
	own := m.clauseBefore(r, p)
	if own.empty() || own.Len() > 90 || strings.ContainsAny(own.String(), "0123456789") {
		return
	}
	if m.topic = ""; !m.listed(r) {
		return
	}
	whole := own
	own.sorted()
	m.anyPart = own.End < whole.End
	if !strings.HasPrefix(own.String(), "对") {
		own.head(m.district)
	}
	own.verbless()
	m.anyPart = m.anyPart || own.End == whole.End && isRate(own.String())
	if s := own.name(); measures(s) && utf8Len(s) > 2 && !strings.ContainsAny(s, "、（(") && ownerWords.Suffix(s) == "" {
		m.topic = s
	}
}

// listed reports that a number like a run's follows in the sentence, or that the run is
// several.
func (m *miner) listed(r run) bool {
	if len(r.numbers) > 1 {
		return true
	}
	for i := range r.behind[:min(2, len(r.behind))] {
		if next := &r.behind[i]; next.BaseUnit == r.first().BaseUnit && !strings.ContainsAny(m.text[r.end():next.At.Start], "；;") {
			return true
		}
	}
	return false
}

// sorted ends a phrase before the words that sort it into parts: 到位资金|按来路分.
func (p *phrase) sorted() {
	s := p.String()
	if i := strings.LastIndex(s, "按"); i > len("两字") && sortedBy(s[i:]) {
		p.End = p.Start + i
	}
}

// isWho reports a name of those of whom something is measured: 城镇居民, 甲镇, 制造业.
func isWho(name string) bool {
	return ownerWords.OrSuffix(partWords, name) != "" || tradeWords.OrSuffix(lexicon.Firms, name) != "" || lexicon.Scope.Has(name) || residents(name)
}

// topical is the name of a part with the measure that the clauses before told for it.
func (m *miner) topical(name string, q *scan.Quantity) string {
	if m.topic == "" || name == "" || q.Class == "count" || q.Class == "time" {
		return name
	}
	rate := isRate(m.topic)
	if measures(name) && (!rate || isRate(name)) || strings.Contains(name, "占") || utf8Len(name) > 10 {
		m.topic = "" // it goes on with something else
		return name
	}
	if rate != (q.Class == "ratio") || !m.partTopic(name) {
		return name
	}
	return joinOverlapping(name, m.topic)
}

// partTopic reports a name that can be of those whose measure was told.
func (m *miner) partTopic(name string) bool {
	return (m.anyPart || isWho(name)) && !strings.HasSuffix(m.topic, name) && !acts(name) && !outlayWords.Has(name)
}

// joinOverlapping puts an owner before a measure that may begin with the owner's end: 城镇
// 居民, 居民人均可支配收入.
func joinOverlapping(owner, measure string) string {
	for i := range measure {
		if utf8Len(measure[:i]) > 1 && strings.HasSuffix(owner, measure[:i]) {
			return owner + measure[i:]
		}
	}
	return owner + measure
}

// superlative parts a clause that says what has the most of something: 产值, 甲镇 of 产值最高
// 的是甲镇.
func superlative(p phrase, district string) (measure, item string) {
	w, i := lexicon.Most.Find(p.String())
	if i <= 0 {
		return "", ""
	}
	rest := strings.TrimPrefix(p.String()[i+len(w):], "的")
	is := isWords.Prefix(rest)
	if is == "" {
		is = lexicon.NameCopula.Prefix(rest)
	}
	p.End = p.Start + i
	p.head(district)
	if among := strings.LastIndex(p.String(), "中"); among > 0 && utf8Len(p.String()[among:]) > 2 { // 各镇中|产值
		p.trimHead(among + len("中"))
	}
	if is == "" || !measures(p.name()) {
		return "", ""
	}
	return p.name(), squeeze(rest[len(is):])
}

// bracketed is what a number in a bracket of its own is of: the item before the bracket, of
// a list whose measure was told before (往下依次是乙镇(76%)、丙镇(35%)).
func (m *miner) bracketed(p phrase) string {
	before := strings.TrimRight(m.text[m.s.Start:p.Start], " ")
	text, ok := strings.CutSuffix(strings.TrimSuffix(before, "（"), "(")
	if !ok && text == before {
		return ""
	}
	at := m.s.Start + len(text)
	clause := m.phrase(at-len(scan.LastClause(text)), at)
	if measure, item := superlative(clause, m.district); measure != "" {
		m.topic, m.anyPart = measure, true
		return item
	}
	if m.topic == "" {
		return ""
	}
	if i := strings.LastIndexAny(clause.String(), "、)）"); i >= 0 {
		_, w := lexicon.RuneAt(clause.String(), i, clause.Len())
		clause.trimHead(i + w)
	}
	clause.copula()
	return clause.name()
}

// copula drops what stands before the last 是 of a clause: 往下依次是|乙镇, 纸上的是|签约项目.
func (p *phrase) copula() {
	s := p.String()
	i := strings.LastIndex(s, "是")
	if i < 0 || utf8Len(s[i:]) < 3 || scan.PartOfNoun(s, i, len("是")) {
		return
	}
	p.trimHead(i + len("是"))
}
