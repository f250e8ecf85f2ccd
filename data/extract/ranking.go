package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/numeral"
	"qubi/model"
)

// How a rank becomes a fact: it belongs to the metric before it (投资增长27.8%,全市
// 第3), or is a metric of its own where it ranks a noun of its own or a contest.

// rank binds a rank to the metric before it, or makes it a metric of its own.
func (m *miner) rank(r run, p phrase) {
	q := r.first()
	if q.Value.Coef == 0 { // 位居前列: no place is told
		return
	}
	parted := strings.ContainsAny(m.text[r.from:q.span.Start], ";；")
	label := rankText(p.String(), q.ordinal)
	group, i := groupOf(p.String())
	subject := p
	if i >= 0 {
		subject.End = p.Start + i
	}
	for w := "x"; w != ""; {
		subject.tail()
		w = vocab["ranking"].suffix(subject.String())
		subject.trimTail(len(w))
	}
	if at := formerRank(subject.String()); at >= 0 { // 由第12位上升到第6位
		subject.End = subject.Start + at
	}
	noun := subject
	noun.against()
	of := "" // what of the metric is ranked, where that is not its value
	for _, w := range [...]string{"增速", "增幅", "总量", "规模", "均", "数量", "增长率", "总量和增速", "增量"} {
		if noun.String() == w {
			noun.Start = noun.End
			of = averaged(p.String()) + w
		}
	}
	if parted && of == "" && !strings.HasSuffix(subject.String(), "总量") {
		m.last = nil // of another thing than what was told before the stop
	}
	name, _ := leftName(noun, m.district)
	if name.empty() || name.Span == subject.Span && vocab["ranking"].prefix(name.String()) != "" {
		if own := m.contested(r, p); !own.empty() {
			name = own
		}
	}
	for w := "x"; w != "" && !name.empty(); {
		name.trimHead(periodWords(name.String()))
		w = vocab["ranking"].prefix(name.String())
		if utf8Len(w) < 2 && !beginsAny(name.String(), "列中国", "列全国", "居中国", "居全国") {
			w = ""
		}
		name.trimHead(len(w))
		if s := name.String(); s == "年度" || s == "度" {
			name.Start = name.End
		}
	}
	if n := m.bothIndices(name.name()); n > 0 { // 两项指标均居全市第一
		for _, f := range m.facts[len(m.facts)-n:] {
			f.Rank = joinRanks(f.Rank, label)
		}
		return
	}
	_, contest := vocab["contest"].find(label)
	if name.empty() && contest < 0 && len(m.last) > 0 {
		for j, f := range m.last {
			n := &r.numbers[min(j, len(r.numbers)-1)]
			if isGrowthWord(strings.TrimPrefix(of, averaged(of))) && (!m.grown || f.Change != "" && f.Quantity.BaseUnit != "%") {
				label = of + strings.TrimPrefix(label, of) // a level's growth is ranked
			}
			if own := strings.TrimSuffix(label, q.ordinal) + n.ordinal; !strings.Contains(f.Rank, own) || f.Rank == "" {
				f.Rank = joinRanks(f.Rank, own)
				f.Place.Quote.End = max(f.Place.Quote.End, n.span.End)
			}
		}
		return
	}
	if growth, ok := strings.CutPrefix(name.name(), vocab["indices"].prefix(name.name())); ok && growth != name.name() && (growth == "" || isGrowthWord(strings.TrimPrefix(growth, "同比"))) {
		m.rankIndices(r, growth, label)
		return
	}
	list := noun
	list.head(m.district)
	if m.rankList(r, list, label, "") {
		return
	}
	if parted && name.empty() && contest < 0 { // 位居前列
		return
	}
	title := strings.TrimSuffix(name.name(), "中")
	start := name.Start
	if name.empty() && group == "" {
		title, quote := m.fallback(q, phrase{m.text, model.Span{Start: p.Start, End: p.Start}}, model.Span{Start: p.Start, End: r.end()})
		if title != "" {
			f := m.add(q, title, quote, false)
			f.Rank = label
			m.last = []*model.Fact{f}
		}
		return
	}
	if at := classedContest(label); name.empty() && at > 0 { // 全省县域经济综合评价|一类县第9位
		title, start, label = label[:at], p.Start+i, label[at:]
	} else if name.empty() && group != "" {
		title, start = strings.TrimSuffix(label, q.ordinal), p.Start+i
	}
	if best := vocab["best"].prefix(label); best != "" && i >= 0 && subject.End == p.Start+i { // 中国工业|百强区第38位
		title += best
	}
	if utf8Len(title) < 2 {
		return
	}
	f := m.add(q, title, model.Span{Start: start, End: r.end()}, false)
	f.Rank = label
	m.last = []*model.Fact{f}
}

// contested is the contest that the clause before sets the scene with: 全省县域
// 经济考核中,跃居第四名.
func (m *miner) contested(r run, p phrase) phrase {
	before := strings.TrimRight(m.text[r.from:max(r.from, p.Start)], "，, \n")
	clause := lastClause(before)
	own := phrase{m.text, model.Span{Start: r.from + len(before) - len(clause), End: r.from + len(before)}}
	_, i := vocab["contest"].find(clause)
	if i < 0 || !strings.HasSuffix(clause, "中") {
		own.Start = own.End
		return own
	}
	own.trimTail(len("中"))
	own.head(m.district)
	if w := vocab["opener"].prefix(own.String()); w == "在" {
		own.trimHead(len(w))
	}
	if w := vocab["rivals"].prefix(own.String()); w != "" { // 16个县市区(含…)综合排名
		own.trimHead(len(w))
		own.trimHead(asideLength(own.String()))
	}
	return own
}

// rivals reports a count of those among whom the sentence goes on to rank the
// district: 在16个县市区综合排名中列第6位.
func (m *miner) rivals(right phrase) bool {
	if vocab["rivals"].prefix(right.String()) == "" {
		return false
	}
	_, i := vocab["ranking"].find(m.text[right.End:min(m.s.End, right.End+len("综合排名中由第十二位上升到全市第六位"))])
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
	if i < 0 || !strings.Contains(s[i:], "第") || !endsAny(s, "位", "名") {
		return -1
	}
	return i
}

// bothIndices is how many of the metrics just told a name sums up (两项指标), 0
// when it sums none up.
func (m *miner) bothIndices(name string) int {
	n, size, err := numeral.Scan(name)
	if size == 0 || err != nil || n.Exp != 0 || n.Coef < 2 || n.Coef > 6 || !beginsAny(name[size:], "项指标", "项均", "项主要指标") {
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
	clause := strings.TrimSuffix(strings.TrimSuffix(lastClause(before), "等"), "这")
	at := m.s.Start + len(before) - len(clause)
	m.rankList(r, m.phrase(at, at+len(clause)), label, growth)
}

// joinRanks puts two ranks of one metric together (总量全市第2,增速全市第1).
func joinRanks(first, second string) string {
	if first == "" {
		return second
	}
	return first + "、" + second
}

// rankList gives each indicator of a list its rank (A、B增速居全市第一).
func (m *miner) rankList(r run, name phrase, label, growth string) bool {
	items := splitList(name.String())
	if len(items) < 2 || len(r.numbers) > 1 {
		return false
	}
	last := items[len(items)-1]
	for _, w := range growthWords {
		if strings.HasSuffix(last, w) {
			growth = w
			items[len(items)-1] = strings.TrimSuffix(last, w)
			break
		}
	}
	for _, item := range items {
		if indicators.canonical[foldName(item)] == "" {
			return false
		}
	}
	m.last = nil
	for _, item := range items {
		f := m.add(r.first(), item+growth, model.Span{Start: name.Start, End: r.end()}, false)
		f.Rank = label
		m.last = append(m.last, f)
	}
	return true
}
