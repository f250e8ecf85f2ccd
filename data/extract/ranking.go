package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// How a rank becomes a fact: it belongs to the metric before it (投资增长27.8%,全市
// 第3), or is a metric of its own where it ranks a noun of its own or a contest.

// placing is a rank while it is read.
type placing struct {
	run    run
	clause phrase
	label  string // the rank as told: 全市第3
	group  string // whom it is among, "" for none
	at     int    // where the group stands in the clause
	parted bool   // a ；stands before it

	subject phrase // what stands before the group
	noun    phrase // the same without words of comparison
	of      string // what of the metric is ranked, where that is not its value
	name    phrase
}

// rank binds a rank to the metric before it, or makes it a metric of its own.
func (m *miner) rank(r run, p phrase) {
	if r.first().Value.Coef == 0 { // 位居前列: no place is told
		return
	}
	k := newPlacing(r, p, m.lastTold())
	if k.parted = strings.ContainsAny(m.text[r.from:r.first().At.Start], ";；"); k.parted && k.of == "" && !strings.HasSuffix(k.subject.String(), "总量") {
		m.last = nil // of another thing than what was told before the stop
	}
	m.nameRanked(&k)
	if n := m.bothIndices(k.name.name()); n > 0 { // 两项指标均居全市第一
		among := strings.TrimSuffix(k.label, r.first().Ordinal)
		for i, f := range m.facts[len(m.facts)-n:] { // each its own: 三项指标分列全市第4、第2和第1位
			f.Rank = joinRanks(f.Rank, among+r.numbers[min(i, len(r.numbers)-1)].Ordinal)
		}
		return
	}
	_, contest := contestWords.Find(k.label)
	switch {
	case k.name.empty() && contest < 0 && len(m.last) > 0:
		if !m.rankOfShare(&k) {
			m.bindRank(&k)
		}
	case m.rankLists(&k):
	case k.parted && k.name.empty() && contest < 0:
	default:
		m.rankAlone(&k)
	}
}

// rankOfShare makes a metric of the rank of how much was done of what was told last: 投资增长8%,
// 完成率居全市第一.
func (m *miner) rankOfShare(k *placing) bool {
	last := m.lastTold()
	if !lexicon.ShareAlone.Has(k.of) || strings.HasSuffix(last.Name, k.of) {
		return false
	}
	f := m.add(k.run.first(), growthBase(last.Name)+k.of, model.Span{Start: k.clause.Start, End: k.run.end()}, false)
	f.Rank, m.last = k.label, []*model.Fact{f}
	return true
}

// newPlacing parts a clause into what is ranked and among whom, behind the metric told last.
func newPlacing(r run, p phrase, last *model.Fact) placing {
	p.trimHead(periodWords(p.String())) // 上半年|全区GDP增速全市第二: whose it is, and no group
	k := placing{run: r, clause: p, label: r.first().Ordinal, subject: p}
	if k.group, k.at = scan.GroupOf(p.String()); k.at >= 0 {
		k.label = rankText(p.String()[k.at:], k.group, k.label)
		k.subject.End = p.Start + k.at
	} else if place, further := strings.CutPrefix(p.String(), "、"); further && lexicon.Division.Suffix(place) != "" { // 全区第9、甲市第2
		k.label, k.subject.End = place+k.label, p.Start
	}
	for w := "x"; w != ""; {
		k.subject.tail()
		w = rankingWords.Suffix(k.subject.String())
		k.subject.trimTail(len(w))
	}
	if at := formerRank(k.subject.String()); at >= 0 { // 由第12位上升到第6位
		k.subject.End = k.subject.Start + at
	}
	k.noun = k.subject
	k.noun.against()
	if w := k.subject.String(); facets(w, last) { // 总量和增速
		k.noun.Start, k.of = k.noun.End, w
	} else if w := k.noun.String(); facetWords.Has(w) {
		k.noun.Start = k.noun.End
		k.of = averaged(p.String()) + w
	}
	return k
}

// facets reports a list of what is ranked of the metric told last: 认定数、通过率; 经济总量和增速.
func facets(s string, last *model.Fact) bool {
	if !enumerates(s) {
		return false
	}
	items := splitList(s)
	for _, item := range items {
		known := canonicals()[foldName(item)]
		if n := utf8Len(item); n < 2 || n > 4 || suffixWords.Suffix(item) == "" && !facetWords.Has(item) || known != "" && (last == nil || known != last.Indicator) {
			return false
		}
	}
	return len(items) > 1
}

// nameRanked finds the name of what is ranked, a contest's where the clause
// itself has none.
func (m *miner) nameRanked(k *placing) {
	k.name, _ = leftName(k.noun, m.district)
	if k.name.empty() || k.name.Span == k.subject.Span && rankingWords.Prefix(k.name.String()) != "" {
		own := m.contested(k.run, k.clause)
		if own.empty() && k.of == "" {
			own = m.opened(k.run, k.clause) // 万元地区生产总值能耗提前完成任务,居全市第一
		}
		if !own.empty() {
			k.name = own
		}
	}
	if w := facetWords.Suffix(k.subject.String()); w != "" && !k.name.empty() && k.name.End+len(w) == k.subject.End && canonicals()[foldName(k.name.name())] == "" {
		k.name.End = k.subject.End // 工业总量
	}
	for w := "x"; w != ""; { // 跃居2021年度|…评价
		k.name.trimHead(max(periodWords(k.name.String()), bareYear(k.name.String())))
		w = rankingWords.Prefix(k.name.String())
		if utf8Len(w) < 2 && nationwideWords.Prefix(k.name.String()) == "" {
			w = ""
		}
		k.name.trimHead(len(w))
		if strings.TrimPrefix(k.name.String(), "年") == "度" {
			k.name.Start = k.name.End
		}
	}
}

// bareYear is the length of a year that a contest's name begins with: 2022中国百强区.
func bareYear(s string) int {
	const digits = len("2022")
	if len(s) <= digits || strings.Trim(s[:digits], "0123456789") != "" || scan.IsWestern(s[digits:]) {
		return 0
	}
	return digits
}

// bindRank gives the rank to what was told last.
func (m *miner) bindRank(k *placing) {
	ordinal, facts := k.run.first().Ordinal, m.last
	if each := m.lately(len(k.run.numbers)); len(each) > 1 && len(facts) != len(each) { // A增长5%,B增长8%,增速分别排第4、第2
		facts = each
	}
	if k.all() {
		facts = m.allRanked(facts)
	}
	if of := splitList(k.of); len(of) > 1 && len(of) == len(k.run.numbers) { // 总量和增速分别居全市第4位、第2位
		f, among := facts[len(facts)-1], strings.TrimSuffix(strings.TrimPrefix(k.label, k.of), ordinal)
		for i, n := range k.run.numbers {
			f.Rank = joinRanks(f.Rank, of[i]+among+n.Ordinal)
			f.Place.Quote.End = max(f.Place.Quote.End, n.At.End)
		}
		return
	}
	for j, f := range facts {
		n := &k.run.numbers[min(j, len(k.run.numbers)-1)]
		if isGrowthWord(strings.TrimPrefix(k.of, averaged(k.of))) && (!m.grown || f.Change != "" && f.Quantity.BaseUnit != "%") {
			k.label = k.of + strings.TrimPrefix(k.label, k.of) // a level's growth is ranked
		}
		if own := strings.TrimSuffix(k.label, ordinal) + n.Ordinal; !strings.Contains(f.Rank, own) || f.Rank == "" {
			f.Rank = joinRanks(f.Rank, own)
			f.Place.Quote.End = max(f.Place.Quote.End, n.At.End)
		}
	}
}

// all reports that 均 gives all the rank, by their values or their growth.
func (k *placing) all() bool {
	return (k.of == "" || isGrowthWord(k.of)) && strings.Contains(k.clause.String(), "均")
}

// allRanked are the levels told since the last ； of the sentence, which 均 ranks all, or tells all
// to have grown alike.
func (m *miner) allRanked(last []*model.Fact) []*model.Fact {
	for i := len(m.facts) - 1; i >= max(0, len(m.facts)-6); i-- {
		f := m.facts[i]
		if f.Place.Sentence != m.s.Span || f.Ordinal() || f.Rank != "" || strings.ContainsAny(m.text[f.Place.Quote.End:max(f.Place.Quote.End, last[0].Place.Quote.End)], "；;") {
			break
		}
		if !slices.Contains(last, f) {
			last = append(slices.Clip(last), f)
		}
	}
	return last
}

// rankLists gives the rank to the indicators that the clause lists, or sums up.
func (m *miner) rankLists(k *placing) bool {
	name := k.name.name()
	growth, ok := strings.CutPrefix(name, indicesWords.Prefix(name))
	if ok && growth != name && (growth == "" || isGrowthWord(strings.TrimPrefix(growth, "同比"))) {
		m.rankIndices(k.run, growth, k.label)
		return true
	}
	list := k.noun
	list.head(m.district)
	return m.rankList(k.run, list, k.label, "")
}

// rankAlone makes the rank a metric.
func (m *miner) rankAlone(k *placing) {
	q := k.run.first()
	k.name.trimHead(len(rivalsWords.Prefix(k.name.String()))) // 21个主城区|高质量发展考核
	title, quote := k.name.name(), model.Span{Start: k.name.Start, End: k.run.end()}
	if at := classedContest(k.label); k.name.empty() && k.group == "" {
		title, quote = m.fallback(q, m.phrase(k.clause.Start, k.clause.Start), model.Span{Start: k.clause.Start, End: k.run.end()})
	} else if k.name.empty() && at > 0 { // 全省县域经济综合评价|一类县第9位
		title, quote.Start, k.label = k.label[:at], k.clause.Start+k.at, k.label[at:]
	} else if k.name.empty() {
		title, quote.Start = strings.TrimSuffix(k.label, q.Ordinal), k.clause.Start+k.at
	}
	if w, i := bestWords.Find(k.label); i >= 0 && k.at >= 0 && k.name.End == k.clause.Start+k.at && !strings.HasSuffix(title, k.label[:i+len(w)]) { // 中国|西部百强区第38位
		title += k.label[:i+len(w)]
	}
	if title = strings.TrimSuffix(title, "中"); utf8Len(title) < 2 {
		return
	}
	f := m.add(q, title, quote, false)
	f.Rank = k.label
	m.last = []*model.Fact{f}
}

// contested is the contest that the clause before sets the scene with: 全省县域
// 经济考核中,跃居第四名.
func (m *miner) contested(r run, p phrase) phrase {
	before := strings.TrimRight(m.text[r.from:max(r.from, p.Start)], "，, \n")
	clause := scan.LastClause(before)
	own := phrase{m.text, model.Span{Start: r.from + len(before) - len(clause), End: r.from + len(before)}}
	_, i := contestWords.Find(clause)
	if i < 0 || !strings.HasSuffix(clause, "中") {
		own.Start = own.End
		return own
	}
	own.trimTail(len("中"))
	own.head(m.district)
	if w := openerWords.Prefix(own.String()); w == "在" {
		own.trimHead(len(w))
	}
	if w := rivalsWords.Prefix(own.String()); w != "" { // 16个县市区(含…)综合排名
		own.trimHead(len(w))
		own.trimHead(asideLength(own.String()))
	}
	return own
}

// rivals reports a count of those among whom the sentence goes on to rank the
// district: 在16个县市区综合排名中列第6位.
func (m *miner) rivals(right phrase) bool {
	if !m.s.Words.Has(lexicon.Contest) && !m.s.Words.Has(rivalsWords) {
		return false
	}
	rest := scan.ClauseHead(m.text[right.Start:m.s.End])
	if place := strings.Index(rest, "第"); place > 0 && lexicon.Contest.Inside(rest[:place]) && strings.Contains(rest[:place], "中") {
		return true // 在全国217家开发区综合考评中位列第13位
	}
	if rivalsWords.Prefix(right.String()) == "" {
		return false
	}
	if strings.HasPrefix(m.text[right.End:m.s.End], "第") {
		return true
	}
	_, i := rankingWords.Find(m.text[right.End:min(m.s.End, right.End+len("综合排名中由第十二位上升到全市第六位"))])
	return i >= 0 && strings.Contains(m.text[right.End:m.s.End], "第")
}

// classedContest is where the class begins that a rank is within, behind the
// contest's name; -1 when no class is told.
func classedContest(label string) int {
	for i := range label {
		if r, _ := utf8.DecodeRuneInString(label[i:]); strings.ContainsRune("一二三四五ABCD", r) && strings.HasPrefix(label[i+utf8.RuneLen(r):], "类") {
			return i
		}
	}
	return -1
}

// formerRank is where 由第12位 begins at the end of a text, -1 when it does not.
func formerRank(s string) int {
	i := max(strings.LastIndex(s, "由"), strings.LastIndex(s, "从"))
	if i < 0 || !strings.Contains(s[i:], "第") || !scan.EndsAny(s, "位", "名") {
		return -1
	}
	return i
}

// bothIndices is how many of the metrics just told a name sums up (两项指标), 0
// when it sums none up.
func (m *miner) bothIndices(name string) int {
	n, size, err := numeral.Scan(name)
	if size == 0 || err != nil || n.Exp != 0 || n.Coef < 2 || n.Coef > 6 || itemsWords.Prefix(name[size:]) == "" {
		return 0
	}
	count := int(n.Coef)
	if len(m.facts) < count || m.facts[len(m.facts)-count].Place.Sentence != m.s.Span {
		return 0
	}
	return count
}

// rankIndices gives the rank to each of the indicators that are summed up before it
// (工业投资、财政收入3项指标增速全市第一); without known ones nothing is told.
func (m *miner) rankIndices(r run, growth, label string) {
	before := strings.TrimRight(m.text[m.s.Start:r.from], "项个大")
	before = strings.TrimRight(before, "0123456789一二两三四五六七八九十")
	clause := strings.TrimSuffix(strings.TrimSuffix(scan.LastClause(before), "等"), "这")
	at := m.s.Start + len(before) - len(clause)
	m.rankList(r, m.phrase(at, at+len(clause)), label, growth)
}

// rankList gives each indicator of a list its rank (A、B增速居全市第一).
func (m *miner) rankList(r run, name phrase, label, growth string) bool {
	if len(r.numbers) > 1 || !enumerates(name.String()) {
		return false
	}
	items := splitList(name.String())
	if len(items) < 2 {
		return false
	}
	last := items[len(items)-1]
	for _, w := range paceWords.Words() {
		if strings.HasSuffix(last, w) {
			growth = w
			items[len(items)-1] = strings.TrimSuffix(last, w)
			break
		}
	}
	for _, item := range items {
		if knownSuffix("x"+foldName(item)) == "" {
			return false
		}
	}
	m.last = nil
	for _, item := range items {
		f := m.add(r.first(), strings.TrimSuffix(item, growth)+growth, model.Span{Start: name.Start, End: r.end()}, false)
		f.Rank = label
		m.last = append(m.last, f)
	}
	return true
}
