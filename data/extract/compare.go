package extract

import (
	"cmp"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// Numbers that relate a metric to another time: 由32%提高到45%, 是2011年的1.54倍.

// starts reads the first number of 由32%提高到45%: the level that was, of the year
// that it is told with (从2016年的100亿元增加到…) or of none, and flagged as such.
func (m *miner) starts(r run, p phrase) bool {
	rest := m.text[pairEnd(r):m.s.End]
	rise := between(rest)
	if m.secondOf(r, rise) {
		return true
	}
	if rise == 0 || len(r.numbers) > 1 {
		return false
	}
	s := strings.TrimRight(p.String(), " 的")
	i := max(strings.LastIndex(s, "由"), strings.LastIndex(s, "从"))
	if i < 0 && m.raised(r, rise) { // 比重32%提高到45%
		i = len(s)
		s += "由"
	}
	if i < 0 {
		return false
	}
	if !strings.ContainsAny(scan.ClauseHead(rest[rise:]), "0123456789") {
		return true // 由上年同期亏损1.2亿元转为盈利: of another time, and nothing follows
	}
	when := s[i+len("由"):]
	if _, n := timeline.Year(when); n == 0 && utf8Len(when) > 6 && thanThen("比"+when) == 0 {
		return false
	}
	if m.from, m.fromAt = m.movedName(r, p, i); m.from == "" {
		return false
	}
	if upWords.Suffix(when)+downWords.Suffix(when) != "" {
		return true // 由去年同期下降3%转为增长4%: what was is a growth, of another time
	}
	m.rule = "former"
	f := m.add(r.first(), m.from, model.Span{Start: p.Start, End: r.end()}, false)
	f.Period = m.formerly(when, f.Period, r.first().At.Start)
	f.Stage = model.Achieved
	m.ends[0] = f.Period
	f.Flags = append(f.Flags, model.FlagFormer)
	return true
}

// were makes the levels just dealt out what was before, where those that they became follow:
// 城镇和农村居民人均可支配收入由3.2万元和1.5万元|分别提高到4.5万元和2.2万元.
func (m *miner) were(r run, p phrase) {
	rest := m.text[r.end():m.s.End]
	rest = rest[len(lexicon.DealsOut.Prefix(rest)):]
	if s := strings.TrimRight(p.String(), " 分别"); between(rest) == 0 || !scan.EndsAny(s, "由", "从") {
		return
	}
	for _, f := range m.last {
		f.Period, f.Stage = m.formerly("", f.Period, r.first().At.Start), model.Achieved
		f.Flags = append(f.Flags, model.FlagFormer)
	}
}

// formerly is the time of what was before, of which the words say 2015年 or 上年 seen from
// now, or that the sentence tells.
func (m *miner) formerly(words string, now model.Period, at int) model.Period {
	if y, n := timeline.Year(words); n > 0 {
		return timeline.Yearly(y)
	}
	if lexicon.LastYear.Prefix(words) != "" && now.From != 0 && now.From.Year() == now.To.Year() && !strings.Contains(words, "同期") {
		return timeline.Yearly(now.From.Year() - 1)
	}
	first, _ := m.walk.Ends(at)
	return cmp.Or(first, m.ends[0])
}

// pairEnd is the end of a run and of what is told of the same right behind it: 1380户|4950人.
func pairEnd(r run) int {
	if len(r.behind) > 0 && r.behind[0].Number.Start == r.end() {
		return r.behind[0].At.End
	}
	return r.end()
}

// secondOf reports the second number of a pair that became another: 由1380户|4950人|减至887户1472人.
func (m *miner) secondOf(r run, rise int) bool {
	return rise > 0 && m.from != "" && r.from == r.first().At.Start
}

// movedName is the name of what moves between two numbers, and where it stands: what is
// told before 由, at an offset in the clause, the indicator that opens the clause before
// (地区生产总值连跨台阶,从268亿元增至412亿元), or what was told last.
func (m *miner) movedName(r run, p phrase, at int) (name string, from int) {
	own, _ := leftName(m.phrase(p.Start, p.Start+at), m.district)
	name = own.name()
	last := m.lastTold()
	if last != nil && strings.HasPrefix(name, "占") {
		return last.Name + name, p.Start
	}
	if name != "" {
		return name, p.Start
	}
	if own = m.subjectOf(r, p); !own.empty() {
		return own.name(), own.Start
	}
	if last == nil {
		return "", p.Start
	}
	return growthBase(last.Name), p.Start
}

// reached is the year of the second number of 由2015年的186亿元增加到2020年的268亿元,
// where the phrase before that number holds nothing else, or the last year of the
// span that the sentence tells (2015年至2020年,由186亿元增加到268亿元).
func (m *miner) reached(p phrase) (when model.Period, ok bool) {
	if m.from == "" {
		return m.nextReached(p), false
	}
	if when, ok = m.reachedIn(p); !when.IsZero() {
		m.ends[1] = when
	} else if s := strings.TrimSpace(p.String()); between(s) == len(s) && !m.ends[1].IsZero() {
		return m.ends[1], true // 由186亿元增加到2020年的268亿元;收入由5亿元增加到8亿元
	}
	return when, ok
}

// nextReached is the year of a number that goes on behind what was reached: 增长到2019年的38家、
// 2020年的57家.
func (m *miner) nextReached(p phrase) (when model.Period) {
	s, list := strings.CutPrefix(strings.TrimSuffix(p.String(), "的"), "、")
	if y, n := timeline.Year(s); list && n > 0 && n == len(s) && !m.ends[1].IsZero() {
		when = timeline.Yearly(y)
	}
	return when
}

// reachedIn is that year where the words of the number itself tell it.
func (m *miner) reachedIn(p phrase) (when model.Period, ok bool) {
	s := strings.TrimSuffix(strings.TrimSpace(p.String()), "的")
	w := between(s)
	if w == 0 {
		return when, false
	}
	if y, n := timeline.Year(s[w:]); n > 0 && w+n == len(s) {
		return timeline.Yearly(y), true
	}
	if w < len(s) && onlyTime(s[w:]) { // 回升至年末的9.2%
		return m.walk.Period(p.End, model.Period{}, 0), true
	}
	if _, last := m.walk.Ends(p.End); w == len(s) {
		return last, !last.IsZero()
	}
	return when, false
}

// raised reports that a level of the same unit follows the number directly behind the
// words of a rise or fall: then the number is what was, even without 由.
func (m *miner) raised(r run, rise int) bool {
	at := r.end() + rise
	rest := model.Span{Start: at, End: m.s.End}
	next, _, ok := scan.Next(m.text, rest, rest)
	return ok && next.At.Start == at && sameKind(r.first(), &next)
}

// ofAnother reports a number that only tells what the metric is held against: 为全市平均水平的2倍,
// 较“十三五”末的|93亿元增加43亿元.
func ofAnother(clause string, q *scan.Quantity) bool {
	former, of := strings.CutSuffix(strings.Trim(clause, "，, "), "的")
	return q.Class == "ratio" && meanWords.Suffix(clause) != "" || of && former != "" && thanThen(former) == len(former)
}

// compares reads a multiple of the metric before, which stays the last one:
// 是2011年的1.54倍.
func (m *miner) compares(r run, p phrase) bool {
	q := r.first()
	if ofAnother(p.String(), q) {
		return true
	}
	if q.BaseUnit != "倍" || len(m.last) == 0 {
		return false
	}
	p.blanks()
	for _, w := range respectWords.Words() {
		if strings.HasPrefix(p.String(), w) {
			p.trimHead(len(w))
		}
	}
	p.trimHead(len(totalWords.Prefix(p.String()))) // 总量|是2010年的2.2倍
	s := p.String()
	if !strings.HasSuffix(s, "的") || predicateWords.Prefix(s) == "" {
		return false
	}
	of := m.last[len(m.last)-1:]
	if len(m.last) == len(r.numbers) { // 甲、乙年均增长16%和21%,是2010年的2.1倍和2.6倍
		of = m.last
	}
	for i := range r.numbers {
		level := of[min(i, len(of)-1)]
		f := m.add(&r.numbers[i], growthBase(level.Name), model.Span{Start: p.Start, End: r.end()}, false)
		if f.Period.AsOf && !level.Period.AsOf { // the year's, as its level is
			f.Period = level.Period
		}
	}
	return true
}

// planned reads the first number of 完成年初预算数60999万元的40.4%: a plan's sum, of
// which the next number says how much was reached. The sum itself is not told.
func (m *miner) planned(r run, p phrase) bool {
	rest, ok := strings.CutPrefix(m.text[r.end():m.s.End], "的")
	if !ok || len(m.last) == 0 || r.first().Class != "money" && r.first().Class != "count" || !scan.IsWestern(rest) {
		return false
	}
	at := m.s.End - len(rest)
	next, _, found := scan.Next(m.text, model.Span{Start: at, End: m.s.End}, m.s.Span)
	if !found || next.Class != "ratio" || next.Number.Start != at {
		return false
	}
	for _, plan := range quotaWords.Words() {
		if strings.Contains(p.String(), plan) {
			m.quota = "完成" + plan
			return true
		}
	}
	return false
}

// paced reads growth that is told by its pace: 高新技术产业以年均15.6%的速度增长.
func (m *miner) paced(r run, p phrase) bool {
	q := r.first()
	rest := m.text[r.end():m.s.End]
	n := paceLength(rest)
	if q.Class != "ratio" || n == 0 {
		return false
	}
	average := averaged(p.String())
	p.blanks()
	p.trimTail(len(averageWords.Suffix(p.String())))
	own, ok := strings.CutSuffix(strings.TrimRight(p.String(), " "), "以")
	if !ok {
		return false
	}
	p.End, m.last, m.grown = p.Start+len(own), nil, true
	if name, _ := leftName(p, m.district); !name.empty() {
		sign := "+"
		if downWords.Inside(scan.ClauseHead(rest[n:])) {
			sign = "-"
		}
		label := name.name()
		if average != "" {
			label += average + "增速"
		}
		m.last = []*model.Fact{m.addGrowth(q, label, model.Span{Start: name.Start, End: r.end()}, sign)}
	}
	return true
}

// paceLength is the length of 的速度 behind a rate.
func paceLength(s string) int {
	rest := strings.TrimPrefix(s, "的")
	w := lexicon.PaceOf.Prefix(rest)
	if w == "" {
		return 0
	}
	return len(s) - len(rest) + len(w)
}

// levelPeriod is the period that suits a level: that which it reached, if the text tells it;
// a stock has a day, what came to it a year.
func (m *miner) levelPeriod(p, reached model.Period, q *scan.Quantity, name string, told bool) model.Period {
	if !reached.IsZero() {
		return reached
	}
	if p.AsOf && (m.aside || strings.HasSuffix(strings.TrimSuffix(name, "量"), "出栏")) { // what stands has a day, what was sold none
		p = m.walk.UpTo(p)
	}
	p = m.ofTheYear(p, q, name)
	if p.From != 0 && p.From.Year() == p.To.Year() && !told && (q.Class == "money" && ofTheYearWords.Inside(name) || strings.HasPrefix(name, "年度")) {
		return timeline.Yearly(p.To.Year()) // whatever part of it the sentence tells of
	}
	return p
}

// ofTheYear is the period of a sum that is made over a time and told at the year's end.
func (m *miner) ofTheYear(p model.Period, q *scan.Quantity, name string) model.Period {
	if p.AsOf && p.To.Month() == 12 && flows(q, name) && !m.summedUp(q, name) {
		return timeline.FirstMonths(p)
	}
	return p
}

// flows reports a sum that is made over a time and stands at no day, or its growth: 生产总值, 收入.
func flows(q *scan.Quantity, name string) bool {
	return (q.Class == "money" || q.Class == "ratio") && flowWords.Suffix(growthBase(name)) != ""
}

// summedUp reports a sum that came together up to the day that is told, whenever that began:
// 累计完成投资, 入园项目总投资.
func (m *miner) summedUp(q *scan.Quantity, name string) bool {
	return strings.HasSuffix(name, "总投资") || lexicon.Cumulated.Inside(scan.LastClause(m.text[m.s.Start:q.At.Start]))
}

// yearOf is the year of the ith value of a run that a span of as many years deals out: 2016年至
// 2018年,分别达到236亿元、314亿元、365亿元; or that it, or the clauses before it, list: 2019年、2020年
// 税收5亿元、6亿元,利润|2亿元、3亿元.
func (m *miner) yearOf(r *run, i int, p model.Period) model.Period {
	n := len(r.numbers)
	if n == 1 {
		return p
	}
	for _, from := range [...]int{r.from, m.s.Start} {
		years := yearsListed(m.text[from:r.first().At.Start])
		if len(years) == n && (from == r.from || p == timeline.Yearly(years[n-1])) {
			return timeline.Yearly(years[i])
		}
	}
	if p.From != 0 && int(p.To-p.From) == 12*n-1 && m.dealt(r.first().At.Start) {
		return timeline.Yearly(p.From.Year() + i)
	}
	return p
}

// yearsListed are the years that a text lists: 2019年、2020年规上企业累计完成产值.
func yearsListed(s string) (years []int) {
	for at := range s {
		if y, n := timeline.Year(s[at:]); n > 0 {
			years, s = append(years, y), s[at+n:]
			break
		}
	}
	for years != nil {
		parts := len(lexicon.Enumerates.Prefix(s))
		y, n := timeline.Year(s[parts:])
		if parts == 0 || n == 0 {
			break
		}
		years, s = append(years, y), s[parts+n:]
	}
	return years
}
