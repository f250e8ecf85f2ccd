package extract

import (
	"slices"
	"strings"
	"unicode"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Growth beside a level is the level's change (300亿元,同比增长5.2%); growth of
// a noun of its own is a metric (固定资产投资增长6%). A rank is told apart in
// the same way.

// netted reads what came to the count just told: 企业3900家,净增210家.
func (m *miner) netted(r run, p phrase) bool {
	p.blanks()
	net := netWords.Suffix(p.String())
	if than := strings.TrimSuffix(p.String(), net); net == "" || than != "" && thanThen(than) != len(than) && !againstWords.Has(than) || len(m.last) != 1 || len(r.numbers) != 1 || !m.adjacent(p.Start) {
		return false
	}
	f, q := m.last[0], r.first()
	if f.Change != "" || q.BaseUnit == "%" || q.Class != "count" && m.growthNext(r) || !moves(f, q) || !scan.ClauseEnds(m.text[r.end():m.s.End]) {
		return false
	}
	if came := m.cameAnd(f, q); came != "" {
		m.rule = "level"
		m.last = []*model.Fact{m.add(q, net+came, model.Span{Start: p.Start, End: r.end()}, false)}
		return true
	}
	f.Change = signed("+", q)
	f.Place.Quote.End = r.end()
	return true
}

// moves reports a number that can be by how much a level has moved.
func moves(f *model.Fact, q *scan.Quantity) bool {
	return f.Quantity.BaseUnit == q.BaseUnit || q.Class == "point" && f.Quantity.BaseUnit == "%"
}

// cameAnd is what came and went, a and b being told just before what was left of it: 新增规上企业21家,退库
// 5家,净增16家. "" where the last number is no difference of the two before it.
func (m *miner) cameAnd(went *model.Fact, left *scan.Quantity) string {
	n := len(m.facts)
	if n < 2 || m.facts[n-1] != went || m.facts[n-2].Quantity.BaseUnit != left.BaseUnit || m.facts[n-2].Place.Sentence != m.s.Span {
		return ""
	}
	a, b, c := m.facts[n-2].Quantity.Value, went.Quantity.Value, left.Value
	if delta := deltaWords.Prefix(m.facts[n-2].Name); delta == "" || a.Exp != b.Exp || b.Exp != c.Exp || a.Coef-b.Coef != c.Coef {
		return ""
	}
	return noun(m.facts[n-2])
}

// growthNext reports that the number behind a run is the growth of what the run tells too:
// 总值417亿元,净增31亿元,同比增长9.4%.
func (m *miner) growthNext(r run) bool {
	if len(r.behind) == 0 || r.behind[0].Class != "ratio" {
		return false
	}
	sign, _ := direction(strings.TrimRight(m.text[r.end():r.to], " "), &r.behind[0])
	return sign != ""
}

// timeAlone reports a phrase that holds a time and nothing else: 其中6月当月.
func timeAlone(p phrase) bool {
	p.blanks()
	if w := openerWords.Prefix(p.String()); w == "其中" {
		p.trimHead(len(w))
	}
	p.trimTail(len(againstWords.Suffix(p.String())))
	s := p.String()
	n := periodWords(s)
	return n > 0 && (n == len(s) || s[n:] == "当月")
}

// lastNamed is the name of what was told last, or of the whole of which parts are
// told.
func (m *miner) lastNamed(q *scan.Quantity) string {
	if n := len(m.last); n > 0 {
		return m.last[n-1].Name
	}
	if f := m.whole(q); f != nil {
		return f.Name
	}
	return ""
}

// unread is the noun of the clause before when that clause ends with a number
// that lost its unit (第二产业增加值28.4,增长4.5%): the growth is that noun's, not
// that of the metric before it.
func (m *miner) unread(r run, p phrase) phrase {
	none := phrase{m.text, model.Span{Start: p.Start, End: p.Start}}
	before := strings.TrimRight(m.text[r.from:max(r.from, p.Start)], "，, \n")
	clause := scan.LastClause(before)
	noun := strings.TrimRight(clause, "0123456789.")
	if len(noun) == len(clause) || noun == "" {
		return none
	}
	at := r.from + len(before) - len(clause)
	name, _ := leftName(phrase{m.text, model.Span{Start: at, End: at + len(noun)}}, m.district)
	if knownSuffix("x"+name.String()) == "" {
		return none // a number that names something: 西区3
	}
	return name
}

// levelBehind reads a level told behind its growth (利润增长16.7%、达到12.6亿元):
// the two are one metric, as they are the other way round.
func (m *miner) levelBehind(r run, p phrase) bool {
	if m.behindFormer(r) {
		m.from = "" // 增长47%,由107亿元做到266亿元: told behind the former level
		m.carryChange(r)
		return true
	}
	if !m.grown || m.from != "" || !m.adjacent(p.Start) || len(m.last) != len(r.numbers) || r.first().Class == "ratio" || r.first().Class == "point" || !m.restated(p) {
		return false
	}
	if averaged(m.last[0].Name) != "" || m.walk.Marked(p.Start, r.first().At.Start) { // 四季度增长5%;全年实现420亿元
		return false
	}
	m.carryChange(r)
	return true
}

// behindFormer reports a level behind its growth and what it was before.
func (m *miner) behindFormer(r run) bool {
	return m.grown && m.from != "" && len(m.last) == 1 && len(r.numbers) == 1 && growthBase(m.last[0].Name) == m.from && averaged(m.last[0].Name) == "" && r.first().Class != "ratio"
}

// carryChange makes the growth rates told last the changes of a run's levels.
func (m *miner) carryChange(r run) {
	for i, f := range m.last {
		if f.Change == "" && !f.Ordinal() { // 里程全国第四、突破1万公里
			f.Change = "+" + f.Quantity.Value.String() + f.Quantity.Unit
			if f.Quantity.Unit == "番" {
				f.Change = "翻" + f.Quantity.Value.String() + "番"
			}
		}
		q := &r.numbers[i]
		f.Name = growthBase(f.Name)
		f.Quantity, f.Indicator, f.Grown = q.Quantity, indicator(f.Name, ""), false
		f.Flags = append(f.Flags, q.Flags()...)
		f.Place.Quote.End = q.At.End
	}
	m.grown = false
}

// growthOfBefore is growth whose subject stands in the clause before (材料产业
// 发展最为迅速,同比增速达17.3%).
func (m *miner) growthOfBefore(r run, p phrase, sign string) bool {
	q := r.first()
	span := model.Span{Start: p.Start, End: r.end()}
	name, whole := m.fallback(q, phrase{m.text, model.Span{Start: p.Start, End: p.Start}}, span)
	if name == "" {
		own := p
		own.blanks()
		own.tail()
		name, whole = own.name(), span
	}
	if utf8Len(name) < 2 || nameless(name) {
		return true // growth of nothing named
	}
	m.last = nil
	for i := range r.numbers {
		m.last = append(m.last, m.addGrowth(&r.numbers[i], name, whole, sign))
	}
	return true
}

// nameless reports that a name holds only what growth is measured against:
// 比上年增长.
func nameless(name string) bool {
	p := phrase{name, model.Span{End: len(name)}}
	for _, c := range [...]lexicon.Feature{upWords, downWords, betterWords} {
		p.trimTail(len(c.Suffix(p.String())))
	}
	p.against()
	return p.empty()
}

// wordless reports a name of signs alone, as the rules of a drawn table are, of a count or of a rise.
func wordless(name string) bool {
	return strings.IndexFunc(name, unicode.IsLetter) < 0 || countPhrase(name) == len(name) || upWords.OrSuffix(downWords, name) != "" && nameless(name)
}

// addGrowth makes the metric of a growth rate. The value stays as written; the
// base value of a fall is negative, so that falls and rises compare.
func (m *miner) addGrowth(q *scan.Quantity, name string, quote model.Span, sign string) *model.Fact {
	f := m.add(q, name, quote, true)
	f.Grown, f.Period = sign != "", m.ofTheYear(f.Period, q, name)
	if betterWords.Has(sign) && scan.EndsAny(name, "浓度", "空气质量综合指数", "能耗") { // less is better
		sign = "-"
	}
	if sign == "-" && q.Value.Coef > 0 { // 回落至-0.8% has its own sign
		f.Quantity.Base.Coef = -f.Quantity.Base.Coef
		f.Change = signed("-", q)
	}
	return f
}

// change binds a run to the levels told before it, in their order.
func (m *miner) change(r run, sign string, ratio bool) bool {
	q, facts := r.first(), m.changed(&r)
	if len(facts) == 0 || !ratio && q.BaseUnit != facts[0].Quantity.BaseUnit {
		return false
	}
	if q.Class == "ratio" && len(facts) == 1 && facts[0].Ordinal() {
		growRanked(facts[0], q, sign)
		return true
	}
	facts = m.singled(&r, facts)
	if ofNone(q, facts, ratio) {
		return q.Class == "point" || !ratio // how the change itself has moved, or what it comes to
	}
	for i, f := range facts {
		at := min(i, len(r.numbers)-1)
		n := &r.numbers[at]
		f.Change = signed(m.signOf(r, at, sign), n)
		if n.Unit == "番" { // 翻一番, as written
			f.Change = m.text[n.At.Start:n.At.End]
		}
		f.Place.Quote.End = max(f.Place.Quote.End, n.At.End)
	}
	return true
}

// changed are the levels that a run of changes may be of; none where they are not as many.
func (m *miner) changed(r *run) []*model.Fact {
	n := len(r.numbers)
	if n == 1 {
		return m.last
	} else if n != len(m.last) {
		return m.lately(n)
	} else if levels := m.beforeShares(n); levels != nil {
		return levels
	}
	return m.last
}

// beforeShares are the n levels whose shares were told last: 甲、乙产值分别为5亿元、8亿元,占比分别为
// 3%、5%,增长6%、7%.
func (m *miner) beforeShares(n int) []*model.Fact {
	at := len(m.facts) - 2*n
	if at < 0 || m.facts[at+n] != m.last[0] {
		return nil
	}
	for i, f := range m.facts[at : at+n] {
		if f.Place.Sentence != m.s.Span || f.Change != "" || f.Quantity.BaseUnit == "%" || !strings.Contains(m.last[i].Name, "占") {
			return nil
		}
	}
	return m.facts[at : at+n]
}

// ofNone reports a change that is of none of the levels told: points of a rate that was not
// told, or a second change of one.
func ofNone(q *scan.Quantity, facts []*model.Fact, ratio bool) bool {
	had := facts[0].Change
	return q.Class == "point" && facts[0].Quantity.BaseUnit != "%" || len(facts) == 1 && had != "" && (q.Class == "point" || !ratio || strings.HasSuffix(had, q.Unit))
}

// singled is of the levels told last the one that a single change is of: points change a
// share, not the level before it, and without 均 the last alone has changed.
func (m *miner) singled(r *run, facts []*model.Fact) []*model.Fact {
	q, recent := r.first(), m.recent
	switch {
	case q.Class == "point" && recent != nil && recent == m.lastFact() && recent.Quantity.BaseUnit == "%" && recent.Change == "":
		return []*model.Fact{recent}
	case len(r.numbers) == 1 && !strings.Contains(strings.ReplaceAll(m.text[r.from:q.At.Start], "年均", ""), "均"):
		return facts[len(facts)-1:]
	case len(r.numbers) == 1 && len(facts) == 1: // 游客620万人次,消费72亿元,均增长12%
		return slices.DeleteFunc(slices.Clone(m.allRanked(facts)), func(f *model.Fact) bool {
			return f != facts[0] && (f.Change != "" || f.Quantity.BaseUnit == "%" || f.Stage != facts[0].Stage)
		})
	}
	return facts
}

// signed is a change as it is told: a number that has a sign of its own bears no
// second one (下降-2.1%).
func signed(sign string, q *scan.Quantity) string {
	if sign != "" && q.Value.Coef < 0 {
		sign = ""
	}
	return sign + q.Value.String() + q.Unit
}

// lately are the last n metrics when they are levels of this sentence that have
// no change yet, or one by a sum alone: A达10亿元、B达20亿元,分别增长3%、4%.
func (m *miner) lately(n int) []*model.Fact {
	facts := make([]*model.Fact, 0, n)
	for _, f := range slices.Backward(m.facts) {
		switch {
		case len(facts) == n:
			slices.Reverse(facts)
			return facts
		case f.Place.Sentence != m.s.Span || strings.ContainsAny(f.Change, "%％点番") || f.Ordinal():
			return nil
		case !f.Is(model.FlagFormer): // 由22830元增加到33480元
			facts = append(facts, f)
		}
	}
	if len(facts) < n {
		return nil
	}
	slices.Reverse(facts)
	return facts
}

// growRanked gives the rank of an indicator without a number of its own the growth
// told behind it (增加值居全市首位,增长18%): the two are one metric.
func growRanked(f *model.Fact, q *scan.Quantity, sign string) {
	f.Quantity, f.Indicator, f.Grown = q.Quantity, indicator(f.Name, kindOf(q, true)), true
	f.Place.Quote.End = max(f.Place.Quote.End, q.At.End)
	if sign == "-" && q.Value.Coef > 0 {
		f.Quantity.Base.Coef = -f.Quantity.Base.Coef
		f.Change = signed("-", q)
	}
}

// averagedTo gives a level the average growth told right before it, which stays a metric of its
// own: 地区生产总值年均增长8%以上,到2025年突破380亿元.
func (m *miner) averagedTo(f *model.Fact, p phrase) {
	if len(m.facts) < 2 || f.Change != "" || f.Quantity.BaseUnit == "%" || lexicon.Altogether.Inside(p.String()) { // of no sum over years
		return
	}
	rate := m.facts[len(m.facts)-2]
	average := averaged(rate.Name)
	if average == "" || rate.Quantity.BaseUnit != "%" || growthBase(rate.Name) != f.Name || strings.Trim(m.text[min(rate.Place.Quote.End, p.Start):p.Start], "，,、 \n") != "" {
		return
	}
	f.Place.Quote.Start = rate.Place.Quote.Start
	f.Change = average + "+" + rate.Quantity.Value.String() + rate.Quantity.Unit
	if strings.HasPrefix(rate.Change, "-") {
		f.Change = average + rate.Change
	}
}

// outreaches takes back the mark that a level has passed, where the level itself is told right
// behind it: 一般公共预算收入|突破4000亿元、达到4211亿元.
func (m *miner) outreaches(f *model.Fact, p phrase) {
	if len(m.facts) < 2 {
		return
	}
	mark := m.facts[len(m.facts)-2]
	reached := strings.Trim(m.text[min(mark.Place.Quote.End, p.End):p.End], "，,、 \n")
	if mark.Name == f.Name && mark.Quantity.Bound == model.Above && f.Quantity.Bound == model.Exactly && mark.Quantity.BaseUnit == f.Quantity.BaseUnit &&
		mark.Quantity.Base.Cmp(f.Quantity.Base) < 0 && mark.Period == f.Period && mark.Change+mark.Rank == "" && predicateWords.Has(reached) {
		m.outdone, f.Place.Quote.Start = append(m.outdone, mark), mark.Place.Quote.Start
	}
}

// increase is the word of increment when a name holds nothing else.
func increase(name string) string {
	if w := deltaWords.Suffix(name); w != "" && thanThen(name[:len(name)-len(w)]) == len(name)-len(w) { // 较“十三五”末净增
		return w
	}
	p := phrase{name, model.Span{End: len(name)}}
	for w := "x"; w != "" && !deltaWords.Has(p.String()); p.trimHead(len(w)) { // 较年初净增
		w = againstWords.Prefix(p.String())
	}
	name = p.String()
	for _, when := range yearlyWords.Words() {
		name = strings.TrimPrefix(name, when)
	}
	if deltaWords.Has(name) {
		return name
	}
	return ""
}
