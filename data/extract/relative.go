package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// A name that says only how its number relates to the metric told last is completed by
// that metric's:
//
//	总量, 年度新增, 区本级         more, all or a part of it
//	完成年度任务的, 占比           a share of a plan, of a whole
//	拉动…, 对…的贡献率             what it did to another
//	出栏 behind 存栏               its twin

// relative is such a name with the name of the metric told last; others stay.
func (m *miner) relative(q *scan.Quantity, name string, p phrase) string {
	last := m.last[len(m.last)-1]
	if of := m.more(last, q, name, p); of != "" {
		return of
	}
	if of := m.ofItsPlan(last, q, name, p); of != "" {
		return of
	}
	if of := shareOrTwin(last.Name, name, p); of != "" {
		return of
	}
	if of := flowTwin(last.Name, name); of != "" {
		return of
	}
	return name
}

// more names what came to a metric, what it comes to in all, and a part of it.
func (m *miner) more(last *model.Fact, q *scan.Quantity, name string, p phrase) string {
	v := increase(name)
	switch {
	case totalWords.Has(name) && q.Class == "count": // 新认定企业45家,总量突破200家
		last.Indicator = ""
		return noun(last)
	case lexicon.Scope.Has(name) && q.BaseUnit == last.Quantity.BaseUnit: // 生产总值300亿元(区本级50亿元)
		return name + strings.TrimPrefix(last.Name, lexicon.Scope.Prefix(last.Name))
	case adjustedWords.Prefix(name) != "": // 收入3.5亿元,同口径完成3.67亿元
		return last.Name + name
	case v == "":
		return ""
	}
	if f := m.countedBefore(q.BaseUnit, p.Start); f != nil && last.Quantity.BaseUnit != q.BaseUnit {
		return noun(f) + v // 项目120个,总投资860亿元,新开工50个
	}
	m.aside = true
	return noun(last) + v // 市场主体11万户、年度新增2万户
}

// retold is the name of a number that tells the metric told last once more.
func retold(last *model.Fact, q *scan.Quantity, p phrase, s string) string {
	stem, done := strings.TrimSuffix(last.Name, plannedWords.Suffix(last.Name)), fulfilWords.Suffix(s)
	switch {
	case totalWords.Inside(p.String()), netWords.Has(deltaWords.Prefix(last.Name)): // 新增企业2家,总数达7家; 净增35家,达到314家
		last.Indicator = "" // what came to the stock is not the stock
		return noun(last)
	case stem != last.Name && done != "": // 年度计划投资58亿元,实际完成63.5亿元
		return stem + done + "投资"
	case done == "" && last.Indicator == "" && last.Quantity.Bound == model.Exactly && last.Quantity.BaseUnit == q.BaseUnit:
		return cameTo(last, q)
	}
	return last.Name
}

// cameTo is the name of the level that a rise told in units led to: 存款余额|比年初增加42亿元,
// 达到530亿元; 新增|企业2家,达到7家. Other names stay.
func cameTo(last *model.Fact, q *scan.Quantity) string {
	p := phrase{last.Name, model.Span{End: len(last.Name)}}
	w := cmp.Or(upWords.Suffix(p.String()), downWords.Suffix(p.String()))
	switch {
	case q.Class == "count" && strings.HasPrefix(deltaWords.Prefix(last.Name), "新"):
		return noun(last)
	case len(w) == len(last.Name):
		return last.Name
	}
	for w != "" {
		p.trimTail(len(w))
		w = cmp.Or(againstWords.Suffix(p.String()), yearlyWords.Suffix(p.String()), lexicon.NameStop.Suffix(p.String()))
	}
	return p.String()
}

// restated reports a number that tells the one before again, with verbs alone
// between them (突破2万元,达到20230元; 目标61亿元的117%).
func (m *miner) restated(p phrase) bool {
	if s := strings.TrimSpace(p.String()); s == "的" || s == "" {
		return s == "的"
	}
	p.tail()
	p.trimTail(len(sumWords.Suffix(p.String()))) // 总量达969.8亿元
	p.blanks()
	p.trimHead(reckoned(p.String()))                     // (按年平均汇率折算为9847美元)
	return p.empty() || reckonedWords.Has(p.String()) || // 折合9847美元
		onlyTime(p.String()) // 2021年做到283亿元
}

// ofItsPlan names a share of what was planned.
func (m *miner) ofItsPlan(last *model.Fact, q *scan.Quantity, name string, p phrase) string {
	if own := cmp.Or(rateOfPlan(last, p), m.fulfils(p)); own != "" {
		return own
	}
	if share(p.String(), q) && !strings.HasPrefix(name, "占") { // 完成年度任务的35%
		return last.Name + "完成" + strings.TrimSuffix(strings.TrimPrefix(name, "完成"), "的")
	}
	return ""
}

// rateOfPlan names how much of a plan a sum is that is said to be so much of it: 完成投资9亿元,
// 为年度计划的112%; "" where none is.
func rateOfPlan(last *model.Fact, p phrase) string {
	rest, ok := strings.CutSuffix(p.name(), "的")
	is := isWords.Prefix(rest)
	if !ok || is == "" || !quotaWords.Inside(rest) {
		return ""
	}
	return ofPlan(last.Name) + rest[len(is):] + "完成率"
}

// shareOrTwin names a share of a whole, what something did to another, and the twin of
// what was told: 占全省36%, 拉动GDP, 存栏.
func shareOrTwin(last, name string, p phrase) string {
	before, whole := yieldWords.Prefix(last), twinWords.Suffix(last)
	ofWhole := strings.HasPrefix(name, "占") && !bareWords.Has(name)
	switch {
	case name == "贡献率" || strings.HasPrefix(name, "拉动"):
		return actor(last) + name
	case ofWhole && strings.LastIndex(last, "占") > 0: // 占全市41%,占全省36%
		return last[:strings.LastIndex(last, "占")] + name
	case ofWhole || lexicon.ShareAlone.Has(name) || lexicon.Restored.Prefix(name) != "":
		return growthBase(last) + strings.TrimSuffix(name, "的")
	case strings.HasSuffix(name, "贡献率") && strings.HasPrefix(strings.TrimLeft(p.String(), "，,、 "), "对"): // 对全部投资增长的贡献率
		return growthBase(actor(last)) + "对" + strings.TrimPrefix(name, "对")
	case twinWords.Has(name) && before != "": // 年出栏生猪26万头,存栏9万头
		return strings.TrimPrefix(last, before) + name
	case twinWords.Has(name) && whole != "": // 生猪存栏12万头,出栏18万头
		return strings.TrimSuffix(last, whole) + name
	}
	return ""
}

// flowTwin is the other flow of what one was told of last: 政府性基金支出 behind 政府性基金收入,
// 外贸进口 behind 外贸出口.
func flowTwin(last, name string) string {
	if !flowWords.Has(name) {
		return ""
	}
	for _, pair := range pairs() {
		for _, part := range pair.parts {
			if owner := strings.TrimSuffix(last, part); owner != last && owner != "" && part != name && slices.Contains(pair.parts, name) {
				return owner + name
			}
		}
	}
	return ""
}

// drove gives what several did to growth (拉动增长分别为…) to those of whom it was told
// last how much they contributed.
func (m *miner) drove(k *risen) bool {
	n := len(k.numbers)
	if n < 2 || len(m.facts) < n {
		return false
	}
	if name, _ := leftName(k.noun, m.district); !strings.HasPrefix(withoutDeal(name.name()), "拉动") {
		return false
	}
	before := m.facts[len(m.facts)-n:]
	for _, f := range before {
		if f.Place.Sentence != m.s.Span || !strings.HasSuffix(f.Name, "贡献率") {
			return false
		}
	}
	m.last, m.rule = nil, "dealt"
	for i, f := range before {
		m.last = append(m.last, m.addGrowth(&k.numbers[i], actor(f.Name)+"拉动增长", model.Span{Start: k.numbers[0].At.Start, End: k.end()}, k.sign))
	}
	return true
}

// withoutDeal is a text without its 分别.
func withoutDeal(s string) string {
	w, i := lexicon.DealsOut.Find(s)
	if i < 0 {
		return s
	}
	return s[:i] + s[i+len(w):]
}

// fulfils is the name of a share of a plan with a subject of its own: 销售面积仅完成全
// 年任务的18%; "" where it has none.
func (m *miner) fulfils(p phrase) string {
	if s := ofQuota(strings.TrimLeft(p.String(), "，,、 ")); fulfilWords.Prefix(s) != "" && wholeWords.Has(s[len(fulfilWords.Prefix(s)):]) {
		return m.last[len(m.last)-1].Name + squeeze(s) // 外资1.8亿美元,完成全年目标的105%
	}
	p.head(m.district)
	s, ok := strings.CutSuffix(p.String(), "的")
	verb, i := fulfilWords.Find(s)
	if !ok || i <= 0 || !quotaWords.Inside(s[i:]) {
		return ""
	}
	plan := s[i:]
	p.End = p.Start + i
	p.tail()
	if utf8Len(p.String()) < 2 || verb == "" {
		return ""
	}
	return p.name() + squeeze(plan)
}

// ofQuota is a clause that says of what plan a share was done, without its 的: 完成年度任务的35%,
// 完成年度计划12.9%; "" for any other.
func ofQuota(clause string) string {
	s, of := strings.CutSuffix(clause, "的")
	if of && quotaWords.Inside(s) || !of && quotaWords.Suffix(s) != "" && fulfilWords.Prefix(strings.TrimLeft(s, "，,、 ")) != "" {
		return s
	}
	return ""
}

// ofPlan is whose plan a sum spent fulfils: 重点项目 of 重点项目完成投资.
func ofPlan(name string) string {
	stem := strings.TrimSuffix(name, outlayWords.Suffix(name))
	return strings.TrimSuffix(stem, fulfilWords.Suffix(stem))
}

// 前者 and 后者 stand for the two that were named last: the metrics told before, or
// the items of a list that told no number.
//
//	投资616亿元、增加值1100亿元,前者增长24.5%,后者增长10%      the levels told
//	收入和支出,前者完成25亿元,后者完成61亿元                  the list's items

// antecedent is one of the two.
type antecedent struct {
	name string
	fact *model.Fact // nil of a list's item, until its level is told
}

// pointsBack reads a run whose clause begins with 前者 or 后者.
func (m *miner) pointsBack(r run, p phrase) bool {
	if len(r.numbers) > 1 {
		return false
	}
	p.trimHead(len(p.String()) - len(strings.TrimLeft(p.String(), " 、")))
	w, which := lexicon.FormerOf.Prefix(p.String()), 0
	if w == "" {
		w, which = lexicon.Latter.Prefix(p.String()), 1
	}
	if w == "" {
		return false
	}
	if which == 0 || m.pair[1].name == "" {
		m.pair = m.named2(r, p)
	}
	of := &m.pair[which]
	if of.name == "" {
		return false
	}
	m.rule, m.grown = "pointed", false
	quote := model.Span{Start: p.Start, End: r.end()}
	p.trimHead(len(w))
	q, noun := r.first(), p
	if !noun.tail() && (q.Class == "ratio" || q.Class == "point") {
		if sign, w := direction(noun.String(), q); sign != "" {
			m.growPointed(of, q, sign, w, quote)
			return true
		}
	}
	name, _ := leftName(p, m.district)
	of.fact = m.add(q, of.name+name.name(), quote, false)
	m.last = []*model.Fact{of.fact}
	return true
}

// growPointed gives one of the two its growth, the change of its level where one was told.
func (m *miner) growPointed(of *antecedent, q *scan.Quantity, sign, word string, quote model.Span) {
	if f := of.fact; f != nil && f.Change == "" && f.Quantity.BaseUnit != "%" {
		f.Change = signed(sign, q)
		f.Place.Quote.End = max(f.Place.Quote.End, quote.End)
		m.last = []*model.Fact{f}
		return
	}
	name := of.name
	if isGrowthWord(word) {
		name += word
	}
	m.last, m.grown = []*model.Fact{m.addGrowth(q, name, quote, sign)}, true
}

// named2 are the two that were named last before a run's own clause.
func (m *miner) named2(r run, p phrase) (two [2]antecedent) {
	if own := m.clauseBefore(r, p); !own.empty() {
		own.head(m.district)
		own.verbless()
		items, shared, _ := m.subjects(own, 2)
		if len(items) == 2 {
			owner, of, owned := strings.Cut(items[0], "的")
			for i, item := range items {
				if i == 0 && owned {
					item = of
				}
				if owned { // 建筑企业的施工面积、竣工面积
					item = owner + item
				}
				two[i].name = oneForm(joinName(item, shared, ""))
			}
			return two
		}
	}
	if n := len(m.facts); n > 1 && m.facts[n-2].Place.Paragraph == m.s.Paragraph {
		for i, f := range m.facts[n-2:] {
			two[i] = antecedent{growthBase(f.Name), f}
		}
	}
	return two
}

// sumsUp reports a text that only stands for the numbers told before: 两者, 三项数字,
// 这两组数.
func sumsUp(s string) bool { return s != "" && summing(s) == len(s) || backWords.Has(s) }

// summing is the length of such words at the front of a text.
func summing(s string) int {
	this := len(pointsWords.Prefix(s))
	w := lexicon.Both.Prefix(s[this:])
	if w == "" {
		return 0
	}
	n := this + len(w)
	return n + len(lexicon.Figures.Prefix(s[n:]))
}

// verbless ends indicators behind the last of them, where a verb goes on (施工面积、竣工面
// 积|双双缩减).
func (p *phrase) verbless() {
	s := p.String()
	if measures(s) {
		return
	}
	last := max(0, strings.LastIndex(s, "、"), strings.LastIndex(s, "和"))
	for i := len(s) - 1; i > last; i-- {
		if utf8.RuneStart(s[i]) && goesOnWith(s[i:]) && measures(s[:i]) {
			p.End = p.Start + i
			return
		}
	}
	p.tail()
}

// goesOnWith reports a text that begins with what is told of the noun before it: a verb,
// or how it was done.
func goesOnWith(s string) bool {
	return stopWords.OrPrefix(adverbWords, s) != "" || lexicon.NameAdverb.OrPrefix(lexicon.NameVerb, s) != "" || lexicon.NameStop.Prefix(s) != ""
}
