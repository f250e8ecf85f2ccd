package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// A list of values is dealt to a list of subjects:
//
//	甲、乙、丙增速分别为9%、6%、2%            subjects in the clause
//	城乡居民收入分别达…和…                   a pair in one word
//	9个国家级、26个省级技改项目分别用掉…      subjects that are counts themselves
//	三个园区的投资分别为…                    the last list of three
//	完成率达91%、108%                       the list just dealt to
//
// When no list of the same length is found, every value keeps the clause's name.

// deal pairs a run's values with subjects; false when there is no list for them.
func (m *miner) deal(r run, p phrase, sign *string) bool {
	left, rest, n, ok := dealtList(p, len(r.numbers), sign != nil)
	if !ok {
		return false
	}
	tail := dealtTail(rest, sign)
	if sign == nil && m.dealtTo(r, p) {
		return true
	}
	tail = m.trimList(&left, r.first(), rest, tail, sign != nil)
	if sign == nil && tail == "" && m.dealtBack(r, left) {
		return true
	}
	items, shared, span := m.dealtItems(r, p, left, n)
	if len(items) < 2 || sign != nil && m.sinceYears(r, items, *sign) {
		return len(items) > 1
	}
	items[len(items)-1] = withoutSum(items[len(items)-1])
	if shared != "" {
		sameScope(items)
	}
	m.items, m.rule, m.lists, m.last = items, "dealt", append(m.lists, items), nil
	span.End = r.end()
	for i, item := range items {
		at := min(i, len(r.numbers)-1)
		q := &r.numbers[at]
		name := m.topical(joinName(item, shared, tail), q)
		if sign != nil {
			m.last = append(m.last, m.addGrowth(q, name, span, m.signOf(r, at, *sign)))
		} else {
			f := m.add(q, name, span, strings.HasSuffix(name, "增速"))
			f.Period = m.ofTheYear(f.Period, q, f.Name)
			m.last = append(m.last, f)
		}
	}
	if sign == nil {
		m.were(r, p)
	}
	return true
}

// trimList leaves in a list what its items are named by; the tail of their names is that
// behind 分别, or of their growth.
func (m *miner) trimList(left *phrase, q *scan.Quantity, rest, tail string, growth bool) string {
	if left.tail(); growth {
		tail = left.unrisen(q, rest, tail)
	}
	if w := lexicon.Figures.Suffix(left.String()); w != "" && strings.HasSuffix(strings.TrimSuffix(left.String(), w), "的") { // 甲、乙的数字分别是
		left.trimTail(len(w) + len("的"))
	}
	if !strings.HasPrefix(left.String(), "对") { // 对经济增长的贡献率
		left.head(m.district)
	}
	return tail
}

// dealtList parts a clause that deals out values into the list that they are dealt to, what
// stands behind it, and how many items it must have: as many as values behind 分别, any
// number before 均 and 各, which give one value to all; -1 where one value is that of all only
// if each of them is a known indicator.
func dealtList(p phrase, values int, growth bool) (left phrase, rest string, n int, ok bool) {
	s := p.String()
	if w, i := lexicon.DealsOut.FindLast(s); i >= 0 && (values > 1 || !strings.HasPrefix(w, "各")) {
		p.End = p.Start + i
		return p, s[i+len(w):], values, true
	}
	all, each := allOf(s), strings.LastIndex(s, "各")
	switch {
	case values != 1:
		return p, "", values, values > 1
	case all > 0 && strings.Contains(s, "、") && (growth || rateWords.Suffix(s[:all]) != "" || strings.HasPrefix(s[all:], "均占")): // 甲、乙产值均占工业产值
		p.End = p.Start + all
		return p, s[all+len("均"):], 0, true
	case each > 0 && strings.Contains(s[:each], "、") && eachDoes(s, each): // 甲人才、乙人才各引进19名
		first := phrase{p.text, model.Span{Start: p.Start, End: p.Start + strings.Index(s, "、")}}
		first.pivots()
		p.Start, p.End = first.Start, p.Start+each
		return p, s[each+len("各"):], 0, true
	case eachHas(s, growth): // 生产总值和财政收入年均增长8%, 双双突破200亿元
		return p, "", -1, true
	}
	return p, "", values, false
}

// allOf is where 均 stands that gives one value to all of a list, and is of no average (年均, 人均);
// -1 where none does.
func allOf(s string) int {
	i := strings.LastIndex(s, "均")
	if i > 0 && scan.EndsAny(s[:i], "年", "月", "日", "人", "户", "地", "亩", "平") {
		return -1
	}
	return i
}

// unrisen leaves out of a list to which growth is dealt the words of growth behind it; of
// these the name keeps its tail, which else is that behind 分别.
func (p *phrase) unrisen(q *scan.Quantity, rest, tail string) string {
	average := averaged(p.String()) // 年均分别增长; 甲、乙年均增长16.2%和21.5%
	p.trimTail(len(yearlyAverageWords.Suffix(p.String())))
	if w := againstWords.Suffix(p.String()); w == "同比" || w == "比上年" { // 总投资和年度投资同比分别增长
		p.trimTail(len(w))
	} else {
		p.trimTail(thanThen(p.String())) // 浓度相比2017年分别下降
	}
	if _, w := direction(p.String(), q); rest == "" && w != "" {
		if isGrowthWord(w) {
			tail = w
		}
		p.trimTail(len(w))
		p.against()
		p.trimTail(len(yearlyAverageWords.Suffix(p.String())))
	}
	if average != "" {
		return average + "增速"
	}
	return tail
}

// sinceYears gives the level told last its growth over the nearest of the years that a
// list of growth is told against: 比2019年和2020年分别增长4.2%和35.6%.
func (m *miner) sinceYears(r run, items []string, sign string) bool {
	nearest, last := 0, 0
	for i, item := range items {
		y, n := timeline.Year(strings.TrimPrefix(item, againstWords.Prefix(item)))
		if n == 0 || !strings.HasSuffix(item, "年") {
			return false
		}
		if y > last {
			nearest, last = i, y
		}
	}
	if f := m.lately(1); f != nil {
		f[0].Change = signed(sign, &r.numbers[nearest])
		f[0].Place.Quote.End = max(f[0].Place.Quote.End, r.end())
	}
	return true
}

// dealtBack gives values whose clause names nothing (分别为…, 这两个数字分别变成…) to
// the metrics told before them, in their order: to ranks the numbers they are of,
// to levels what they have become.
func (m *miner) dealtBack(r run, left phrase) bool {
	n := len(r.numbers)
	if !left.empty() && !sumsUp(left.String()) || n < 2 || len(m.facts) < n {
		return false
	}
	before := m.facts[len(m.facts)-n:]
	ranked := true
	for _, f := range before {
		ranked = ranked && f.Ordinal() && f.Place.Sentence == m.s.Span
	}
	if ranked && r.first().Class == "ratio" {
		for i, f := range before {
			growRanked(f, &r.numbers[i], "+")
		}
		return true
	}
	for i, f := range before {
		if f.Place.Paragraph != m.s.Paragraph || f.Quantity.BaseUnit != r.numbers[i].BaseUnit {
			return false
		}
	}
	m.last, m.rule = nil, "dealt back"
	for i, f := range before {
		m.last = append(m.last, m.add(&r.numbers[i], f.Name, model.Span{Start: left.Start, End: r.end()}, false))
	}
	return true
}

// dealtTo gives values that only relate to the levels told last (完成年度任务的126%和
// 107%, 恢复到2019年同期的86%和92%) to each of them.
func (m *miner) dealtTo(r run, p phrase) bool {
	n := len(r.numbers)
	p.blanks()
	p.trimHead(summing(p.String()))
	relation, ok := strings.CutSuffix(withoutDeal(p.String()), "的")
	if !ok || n < 2 || len(m.facts) < n || r.first().Class != "ratio" || lexicon.Relates.Prefix(relation) == "" {
		return false
	}
	before := m.facts[len(m.facts)-n:]
	for _, f := range before {
		if f.Place.Sentence != m.s.Span || f.Quantity.BaseUnit == "%" || f.Ordinal() {
			return false
		}
	}
	m.last, m.rule = nil, "dealt"
	if is := isWords.Prefix(relation); is != "" && quotaWords.Inside(relation) {
		relation = relation[len(is):] + "完成率"
	}
	for i, f := range before {
		m.last = append(m.last, m.add(&r.numbers[i], f.Name+squeeze(relation), model.Span{Start: p.Start, End: r.end()}, false))
	}
	return true
}

// dealtTail is the noun behind 分别 (分别完成投资 -> 完成投资, 分别创造产值 -> 产值).
func dealtTail(rest string, sign *string) string {
	p := phrase{rest, model.Span{End: len(rest)}}
	p.tail()
	if is := isWords.Prefix(p.String()); is != "" && (onlyTime(p.String()[len(is):]) || thanThen("比"+p.String()[len(is):]) > 0) { // 分别是2015年的1.7倍、1.9倍
		return ""
	}
	if sign == nil && thanWords.Prefix(p.String()) != "" && upWords.OrSuffix(downWords, p.String()) != "" {
		return p.name() // 分别较2015年增加11692元、7623元: no levels
	}
	if sign != nil {
		for _, c := range [...]lexicon.Feature{upWords, downWords, betterWords} {
			p.trimTail(len(c.Suffix(p.String())))
		}
		p.against()
	}
	if plan := ofQuota(p.String()); fulfilWords.Prefix(plan) != "" {
		return squeeze(plan) // 甲、乙分别完成全年目标的80%和114%
	}
	name, _ := leftName(p, "")
	if s := p.String(); s == "完成投资" {
		return s
	}
	return name.name()
}

// joinName puts a name together, without saying a part of it twice.
func joinName(item, shared, tail string) string {
	name := item
	for _, s := range []string{shared, tail} {
		if s != "" && !strings.HasSuffix(name, s) {
			name += s
		}
	}
	return name
}

// dealtItems are the subjects of a clause, or of those before it too.
func (m *miner) dealtItems(r run, p, left phrase, n int) (items []string, shared string, span model.Span) {
	if n < 0 {
		left.End = left.Start + len(strings.TrimSuffix(left.String(), "均"))
		if items, shared, span = m.subjects(left, 0); !eachKnown(items, shared) {
			return nil, "", span
		}
		return items, shared, span
	}
	if items, shared, span = m.subjects(left, n); len(items) > 1 {
		return items, shared, span
	}
	if items, shared, span = m.commaList(r, left, n); len(items) > 1 {
		return items, shared, span
	}
	if told := left.name(); summing(told) > 0 && measures(told[summing(told):]) { // 甲、乙和丙,三者产值依次为
		items, _, span = m.clauseList(r, p, n)
		return items, told[summing(told):], span
	}
	return m.summedBefore(p, left, n)
}

// summedBefore are the n things that the paragraph listed and summed up last: 甲、乙、丙三大产业
// 集聚成势,产值分别为…; 培育甲、乙、丙3个产业集群,去年三条产业链产值分别为….
func (m *miner) summedBefore(p, left phrase, n int) (items []string, shared string, span model.Span) {
	told := left.name()
	count := countPhrase(told)
	if told = told[count:]; n < 2 || !measures(told) {
		return nil, "", left.Span
	}
	text := m.text[m.walk.ParagraphStart():p.Start]
	for end := len(text); end > 0; {
		clause := scan.LastClause(strings.TrimRight(text[:end], "，,。；;：:、 \n"))
		end = strings.LastIndex(text[:end], clause)
		at := summedAt(clause, n)
		list := m.phrase(p.Start-len(text)+end, p.Start-len(text)+end+max(at, 0))
		first := list
		first.End = list.Start + max(0, strings.Index(list.String(), "、"))
		first.pivots()
		list.Start = first.Start
		list.head(m.district)
		items = splitList(list.String())
		if again := text[end+max(at, 0)+len(clause[max(at, 0):]):]; at > 0 && len(items) == n && (count > 0 || !strings.ContainsAny(again, "0123456789") || summedAt("、"+again, n) > 0) {
			if strings.Contains(clause[at:], "产业") && !strings.HasSuffix(items[n-1], "产业") {
				if _, measure, ok := strings.Cut(told, "产业"); ok {
					told = measure
				}
				told = "产业" + told
			}
			return items, told, model.Span{Start: list.Start, End: left.End}
		}
		if end <= 0 || clause == "" {
			break
		}
	}
	return nil, "", left.Span
}

// subjects are the n things that n values are dealt to, what they share behind
// them, and where they stand; n of 0 takes any list.
func (m *miner) subjects(left phrase, n int) (items []string, shared string, span model.Span) {
	s := withoutPart(inOneWord().Replace(left.String()))
	if items = itemsOf(s, n); len(items) > 1 && (n == 0 || len(items) == n) {
		items[len(items)-1], shared = splitShared(items)
		sameStem(items)
		return items, shared, left.Span
	}
	if items, shared = pairOf(s, n); items != nil {
		return items, shared, left.Span
	}
	if items = m.counted(left, n); items != nil {
		return items, "", model.Span{Start: m.facts[len(m.facts)-n].Place.Quote.Start, End: left.End}
	}
	items, shared = m.listedBefore(s, n)
	return items, shared, left.Span
}

// itemsOf are the items of a list, parted by commas alone where that gives the n wanted:
// 和 stands within 社会保障和就业.
func itemsOf(s string, n int) []string {
	items := splitList(s)
	if whole := splitCommas(s); len(items) != n && len(whole) == n {
		return whole
	}
	return items
}

// commaList are the n things that n values are dealt to where commas part them: 五金类,
// 通讯器材类,化工材料类|商品销售额.
func (m *miner) commaList(r run, left phrase, n int) (items []string, shared string, span model.Span) {
	parts := strings.FieldsFunc(m.text[r.from:left.End], func(c rune) bool { return c == ',' || c == '，' })
	if len(parts) < n || n < 2 {
		return nil, "", left.Span
	}
	parts = parts[len(parts)-n:]
	kind, _ := lexicon.Last(parts[0])
	for _, part := range parts[:n-1] {
		if last, _ := lexicon.Last(part); last != kind || utf8Len(part) > 16 {
			return nil, "", left.Span
		}
		items = append(items, strings.TrimPrefix(part, "其中"))
	}
	end := strings.LastIndex(parts[n-1], string(kind)) + utf8.RuneLen(kind)
	if own, told := countedUp(nil, parts[n-1]); own != "" { // 教育|四类行业|增速
		span = model.Span{Start: r.from + strings.LastIndex(m.text[r.from:left.End], parts[0]), End: left.End}
		return append(items, own), strings.TrimPrefix(told, "行业"), span
	}
	if end < utf8.RuneLen(kind) {
		return nil, "", left.Span
	}
	span = model.Span{Start: left.End, End: left.End}
	for _, part := range slices.Backward(parts) { // commas are of one byte or of three
		span.Start = r.from + strings.LastIndex(m.text[r.from:span.Start], part)
	}
	return append(items, parts[n-1][:end]), parts[n-1][end:], span
}

// counted are the names of the last n metrics when they are counts of this very
// sentence: 9个国家级、26个省级技改项目. An adjective takes the last one's noun.
func (m *miner) counted(left phrase, n int) []string {
	if n < 2 || len(m.facts) < n {
		return nil
	}
	facts := m.facts[len(m.facts)-n:]
	var items []string
	for _, f := range facts {
		told := m.text[f.Place.Quote.Start:left.Start]
		u, _ := scan.UnitOf(f.Quantity.BaseUnit)
		if f.Place.Sentence != m.s.Span || strings.ContainsAny(told, "；;：:。") || u.Class != "count" {
			return nil
		}
		items = append(items, f.Name)
	}
	last := items[n-1]
	if i := strings.Index(last, "级"); i > 0 {
		for j := range items[:n-1] {
			if strings.HasSuffix(items[j], "级") {
				items[j] += last[i+len("级"):]
				facts[j].Name = items[j]
			}
		}
	}
	return items
}
