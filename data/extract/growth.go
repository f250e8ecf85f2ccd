package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Growth is read in named steps: what its clause says is parted once, and the first of
// the things that it may be of takes it.

// risen is growth while it is read.
type risen struct {
	run
	clause  phrase // what stands before the number
	noun    phrase // the same without the word of growth, and what it is held against
	bare    phrase // with the latter
	sign    string
	word    string // of growth; "" where it stands in front
	average string // 年均
	ratio   bool   // a rate, and no sum that came to the one before
	pace    bool   // the noun is growth itself, told before: 增速比上年降低2个百分点
}

// rises are what growth may be of, in the order in which they are tried.
var rises = [...]func(*miner, *risen) bool{
	(*miner).riseThen, (*miner).riseTurned, (*miner).riseOpened, (*miner).riseUnread, (*miner).riseAveraged,
	(*miner).riseListed, (*miner).riseOfLast, (*miner).riseAgain, (*miner).riseDealt, (*miner).riseAdjusted, (*miner).riseNamed,
}

// growth reads a run that states growth; false when it states levels.
func (m *miner) growth(r run, p phrase) bool {
	m.rule = "growth"
	if m.paced(r, p) {
		return true
	}
	found, ok := m.newRisen(r, p)
	if !ok {
		return false // as mostly
	}
	k := new(risen)
	*k = found
	for _, read := range rises {
		if read(m, k) {
			return true
		}
	}
	return false
}

// newRisen parts the clause before growth; false where it tells of none.
func (m *miner) newRisen(r run, p phrase) (k risen, ok bool) {
	q := r.first()
	k = risen{run: r, clause: p, noun: p, ratio: q.Class == "ratio" || q.Class == "point" || q.Class == "step" || places(q) && strings.Contains(p.String(), "排名")}
	if _, reached := m.reached(p); k.noun.tail() || reached { // 提高到, 提高到2020年的: a level
		return k, false
	}
	k.sign, k.word = direction(k.noun.String(), q)
	if k.sign == "" && k.ratio { // 压减审批时限50%: the verb stands in front
		k.noun.head(m.district)
		sign, verb := verbInFront(k.noun.String())
		k.noun.trimHead(len(verb))
		k.sign = sign
	}
	if k.sign == "" && k.ratio && q.Value.Coef < 0 && compared(k.noun.String()) { // 同比分别-6.2%、-19.3%
		k.sign = "+"
	}
	if k.sign == "" {
		return k, false
	}
	k.noun.trimTail(len(k.word))
	k.average, k.bare = averaged(p.String()), k.noun
	k.bareNoun()
	return k, true
}

// bareNoun leaves in the noun what has grown, and nothing where that was told before.
func (k *risen) bareNoun() {
	if strings.HasPrefix(k.average, "年") && strings.HasSuffix(k.noun.String(), "年") { // 增加值年|平均增长
		k.noun.trimTail(len("年"))
	}
	k.noun.against()
	if long := yearsLong(k.noun.String()); k.ratio && long > 0 {
		if k.average == "" && long == k.noun.Len() { // 收入35亿元,5年增长18.7%: no growth of one year
			k.average = inHanzi.Replace(k.noun.String())
		}
		k.noun.trimTail(long)
	}
	if _, i := adjustedWords.Find(k.noun.String()); i > len("两字") && measures(k.noun.String()[:i]) { // 生产总值|剔除不可比因素|增长7.8%
		k.noun.End = k.noun.Start + i
	}
	k.pace = k.first().Class == "point" && isGrowthWord(k.noun.String())
	again := sumsUp(k.noun.String()) || !k.ratio && sumWords.Has(k.noun.name()) // 单位144家,单位数较上年增加22家
	if again || k.pace {
		k.noun.Start = k.noun.End
	}
}

// inHanzi writes the digit of 5年 as a character, so that 五年+18.7% is no number of more digits.
var inHanzi = strings.NewReplacer("10", "十", "2", "两", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九")

// riseAdjusted is the growth of the level told last by another reckoning alone: 收入52亿元,
// 扣除留抵退税因素后增长3.2%.
func (m *miner) riseAdjusted(k *risen) bool {
	last := m.lastTold()
	return k.ratio && last != nil && last.Change == "" && last.Quantity.BaseUnit != "%" &&
		adjustedWords.Prefix(strings.TrimLeft(k.clause.String(), "，,、 ")) != "" && m.change(k.run, k.sign, true)
}

// compared reports a clause that ends with what its number is held against.
func compared(s string) bool {
	return againstWords.Suffix(strings.TrimSuffix(s, lexicon.DealsOut.Suffix(s))) != ""
}

// tell makes the growth what was told last.
func (m *miner) tell(k *risen, name string, start int) {
	if k.average != "" { // 地区生产总值连跨两个台阶,年均增长5.7%
		name = growthBase(name) + k.average + "增速"
	}
	m.last, m.grown = []*model.Fact{m.addGrowth(k.first(), name, model.Span{Start: start, End: k.end()}, k.sign)}, true
}

// riseThen is the growth of another time of what was told last: 其中6月当月下降17.6%.
func (m *miner) riseThen(k *risen) bool {
	if !k.ratio || !timeAlone(k.bare) {
		return false
	}
	if label := m.lastNamed(k.first()); label != "" {
		m.tell(k, growthBase(label), k.clause.Start)
	}
	return true
}

// riseTurned is the growth of 由去年同期下降3%转为增长4.8%, whose former one was passed
// over.
func (m *miner) riseTurned(k *risen) bool {
	if !k.ratio || m.from == "" || !riseWords.Has(k.noun.String()) {
		return false
	}
	m.tell(k, m.from, m.fromAt)
	m.from = ""
	return true
}

// riseOpened is the growth of the indicator that the clause before begins with: 固定资产投
// 资由负转正,全年增长5.6%.
func (m *miner) riseOpened(k *risen) bool {
	if !k.ratio || !k.noun.empty() || len(k.numbers) > 1 {
		return false
	}
	own := m.opened(k.run, k.clause)
	if own.empty() {
		return false
	}
	m.tell(k, own.name(), own.Start)
	return true
}

// riseUnread is the growth of a noun whose own number lost its unit.
func (m *miner) riseUnread(k *risen) bool {
	if !k.ratio || !k.noun.empty() {
		return false
	}
	own := m.unread(k.run, k.clause)
	if own.empty() {
		return false
	}
	grown := m.grown
	m.tell(k, own.name(), own.Start)
	m.grown = grown
	return true
}

// riseAveraged is the average growth of what has its own already: 增长8.5%,两年平均增长
// 4.6%.
func (m *miner) riseAveraged(k *risen) bool {
	if !k.ratio || !k.noun.empty() || k.average == "" || len(m.last) != len(k.numbers) || !m.settledChange() {
		return false
	}
	for i, f := range m.last {
		m.addGrowth(&k.numbers[i], growthBase(f.Name)+k.average+"增速", model.Span{Start: k.clause.Start, End: k.end()}, k.sign)
	}
	return true
}

// riseListed is growth dealt to what the clause before lists without a number: 其中饮料类、烟酒类
// 消费受春节影响,分别增长13%、23.8%.
func (m *miner) riseListed(k *risen) bool {
	if !k.ratio || !k.noun.empty() {
		return false
	}
	items, shared, span := m.clauseList(k.run, k.clause, len(k.numbers))
	if len(items) < 2 {
		return false
	}
	m.last, m.grown, span.End = nil, true, k.end()
	for i, item := range items {
		m.last = append(m.last, m.addGrowth(&k.numbers[i], joinName(item, shared, ""), span, m.signOf(k.run, i, k.sign)))
	}
	return true
}

// clauseList are the n things that the clause before a run's own lists without a number, and
// what they share.
func (m *miner) clauseList(r run, p phrase, n int) (items []string, shared string, span model.Span) {
	own := m.clauseBefore(r, p)
	if n < 2 || !strings.Contains(own.String(), "、") || strings.ContainsAny(own.String(), "0123456789") {
		return nil, "", span
	}
	own.copula()
	own.head(m.district)
	own.subject()
	if items, shared, span = m.subjects(own, n); len(items) != n {
		return nil, "", span
	}
	return items, shared, span
}

// again reports another rate of what a rate was told of.
func (m *miner) again(k *risen) bool {
	return m.grown && len(k.numbers) == 1 && k.first().BaseUnit == "%"
}

// riseOfLast is the growth of the levels told last, whose change it is.
func (m *miner) riseOfLast(k *risen) bool {
	return k.noun.empty() && !m.again(k) && (k.pace && m.fulfilled() || m.change(k.run, k.average+k.sign, k.ratio))
}

// fulfilled reports that what was told last is how much of a plan was done, which has no pace.
func (m *miner) fulfilled() bool {
	f := m.recent
	return f != nil && f.Quantity.BaseUnit == "%" && !f.Grown && quotaWords.Inside(f.Name)
}

// riseAgain is growth by another reckoning of what has its own already: 名义增长6.3%,扣除
// 价格因素增长5.8%; 增长9%,但比2019年增长8%.
func (m *miner) riseAgain(k *risen) bool {
	if !k.noun.empty() || len(m.last) != 1 || m.last[0].Change == "" && !m.again(k) {
		return false
	}
	own := k.clause
	own.blanks()
	own.trimHead(opener(own.String()))
	own.tail()
	if !isGrowthWord(k.word) && scan.ContainsAny(own.String(), "口径", "因素") { // 自然口径|下降31.9%
		own.trimTail(len(k.word))
	}
	bare := own
	if bare.head(m.district); nameless(bare.name()) && !lexicon.Compared.Inside(own.String()) { // 预计全年增长9%
		own.Start = own.End
	}
	m.addGrowth(k.first(), growthBase(m.last[0].Name)+own.name(), model.Span{Start: own.Start, End: k.end()}, k.sign)
	return true
}

// riseDealt is growth that is dealt to a list.
func (m *miner) riseDealt(k *risen) bool {
	return k.ratio && (m.drove(k) || m.deal(k.run, k.clause, &k.sign))
}

// riseNamed is the growth of the clause's own noun, or of what that points to.
func (m *miner) riseNamed(k *risen) bool {
	if !k.ratio {
		return false
	}
	name, _ := leftName(k.noun, m.district)
	if name.empty() {
		return m.growthOfBefore(k.run, k.clause, k.sign)
	}
	label := name.name()
	if n := len(m.last); n > 0 {
		last := m.last[n-1]
		switch {
		case massWords.Has(label) && last.Change == "" && last.Name != label && strings.HasSuffix(last.Name, label): // 工业增加值280亿元,占比6%,增加值增长6.8%
			return m.change(k.run, k.sign, true)
		case adjustedWords.Prefix(label) != "": // 增长5%,剔除退税因素后增长9.8%
			m.addGrowth(k.first(), growthBase(last.Name)+label, model.Span{Start: name.Start, End: k.end()}, k.sign)
			return true
		case strings.HasPrefix(label, "拉动"): // 第一产业贡献率6%,拉动GDP增长0.2个百分点
			label = actor(last.Name) + label
		}
	}
	label = m.inherited(label, k.first(), k.clause)
	if massWords.Has(label) { // 监管企业营收增长5.9%、利润增长5.5%
		label = m.owned(label, k.run, k.clause)
	}
	if k.average != "" && !strings.HasSuffix(label, k.average) {
		label += k.average + "增速"
	} else if isGrowthWord(k.word) {
		label += k.word
	}
	m.last, m.grown = nil, true
	for i := range k.numbers {
		m.last = append(m.last, m.addGrowth(&k.numbers[i], label, model.Span{Start: name.Start, End: k.numbers[i].At.End}, k.sign))
	}
	return true
}

// ofListed reports a size in the name of one of the projects that the sentence lists, and may count:
// 甲30兆瓦发电、年产6万吨减水剂等13个项目.
func (m *miner) ofListed(r run) bool {
	if c := r.first().Class; c != "size" && c != "" {
		return false
	}
	if _, etc, listed := strings.Cut(scan.ClauseHead(m.text[r.end():m.s.End]), "等"); listed && lexicon.Works.Prefix(etc) != "" {
		return true
	}
	for i := range r.behind {
		b := &r.behind[i]
		between := m.text[r.end():b.At.Start]
		if isBreakIn(between) {
			return false
		}
		if b.Class == "count" && strings.HasSuffix(between, "等") && lexicon.Works.Prefix(m.text[b.At.End:m.s.End]) != "" {
			return true
		}
	}
	return false
}
