package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// A number that counts some of what was counted before it has no noun of its own:
//
//	[项目] 120个,新开工 50个                  项目新开工     the verb before
//	[规上工业企业] 242家中,有 136家实现正增长   规上工业企业实现正增长     behind
//	[重点工程项目] 30项,其中:省级 6项          省级项目       an adjective alone

// countedBefore is the last count in a unit that the sentence told before a place,
// up to the last ；, nil when there is none.
func (m *miner) countedBefore(unit string, at int) *model.Fact {
	for i := len(m.facts) - 1; i >= max(0, len(m.facts)-6); i-- {
		f := m.facts[i]
		if f.Place.Sentence != m.s.Span {
			return m.partOf(unit)
		}
		between := m.text[f.Place.Quote.End:max(at, f.Place.Quote.End)]
		if semicolons.In(between) {
			return nil
		}
		if first := brackets.Index(between); first >= 0 && scan.BeginsAny(between[first:], ")", "）") {
			continue // it was told in a bracket that is closed
		}
		if u, _ := scan.UnitOf(f.Quantity.BaseUnit); u.Class == "count" && (unit == "" || f.Quantity.BaseUnit == unit) {
			return f
		}
	}
	return nil
}

// bracketed reports a text that is all one bracket: 198家重点企业|(规模占比80%)|完成….
func bracketed(s string) bool {
	return scan.BeginsAny(s, "(", "（") && scan.EndsAny(s, ")", "）") && strings.Count(s, "(")+strings.Count(s, "（") == 1
}

// housed is the kind of school or hospital just counted whose pupils or beds a count is of: 中学
// 12所,在校学生1.9万人,专任教师1200人.
func (m *miner) housed(name string, r run, _ phrase) string {
	n := len(m.facts)
	if n == 0 || r.first().Class != "count" || !lexicon.Housed.Has(name) || m.facts[n-1].Place.Sentence != m.s.Span {
		return ""
	}
	last := m.facts[n-1]
	house := strings.TrimSuffix(last.Name, lexicon.Housed.Suffix(last.Name))
	if lexicon.Houses.Suffix(house) == "" || strings.ContainsAny(m.text[last.Place.Quote.End:max(last.Place.Quote.End, r.first().At.Start)], "；;") {
		return ""
	}
	return strings.TrimPrefix(house, deltaWords.Prefix(house))
}

// sameKindBefore is what a count told by a verb alone is of: what was counted before, or
// behind a ； the whole of which the part before is (其中开工46个,…;竣工27个).
func (m *miner) sameKindBefore(q *scan.Quantity, at int) *model.Fact {
	if f := m.countedBefore(q.BaseUnit, at); f != nil {
		return f
	}
	for i := len(m.facts) - 1; i >= max(0, len(m.facts)-4) && m.head != nil && m.head.Quantity.BaseUnit == q.BaseUnit; i-- {
		if f := m.facts[i]; f != m.head && f.Place.Sentence == m.s.Span && f.Quantity.BaseUnit == q.BaseUnit && f.Whole == m.head.Name {
			return m.head
		}
	}
	if q.Class != "count" {
		return nil
	}
	return m.countedLately(q)
}

// unsorted takes back how many sorts a bureau has for all that it counts, of which the sentence
// tells some: 19个大类|中,10个行业增长.
func (m *miner) unsorted() {
	for i := len(m.facts) - 1; i >= 0 && m.facts[i].Place.Sentence == m.s.Span; i-- {
		f := m.facts[i]
		if f.Quantity.BaseUnit == "类" || f.Quantity.BaseUnit == "个" && lexicon.SortOfTrade.Suffix(f.Name) != "" {
			if strings.HasPrefix(m.text[f.Place.Quote.End:m.s.End], "中") {
				f.Name = ""
			}
		}
	}
}

// partOf is the count of the sentence before of which one that begins with 其中 tells
// a part (项目共73个。其中开工46个), nil where there is none.
func (m *miner) partOf(unit string) *model.Fact {
	if m.head == nil || !m.part || !m.further() || m.head.Place.Sentence == m.s.Span {
		return nil
	}
	if u, _ := scan.UnitOf(m.head.Quantity.BaseUnit); u.Class != "count" || unit != "" && m.head.Quantity.BaseUnit != unit {
		return nil
	}
	return m.head
}

// deed is what a text that follows a count says was done by or with what is
// counted (实现正增长, 开工建设), "" when a noun or nothing follows.
func deed(rest string) string {
	p := phrase{rest, model.Span{End: len(scan.ClauseHead(rest))}}
	if i := strings.IndexAny(p.String(), "0123456789"); i >= 0 {
		return "" // 实现开票销售236亿元: another number's
	}
	if i := strings.IndexAny(p.String(), "、（("); i >= 0 {
		p.End = i
	}
	p.blanks()
	for _, w := range alreadyWords.Words() {
		p.trimHead(len(p.String()) - len(strings.TrimPrefix(p.String(), w)))
	}
	did := p
	did.trimHead(len(massWords.OrPrefix(lexicon.Measure, p.String()))) // 产值|同比增长
	if stopWords.Prefix(did.String()) == "" {
		did.trimHead(len(againstWords.Prefix(did.String())))
	}
	if s := did.String(); utf8Len(stopWords.Prefix(s)) < 2 || utf8Len(s) > 8 || genericWords.Has(s) || aspectWords.Has(s) || strings.HasSuffix(s, "后") { // 把 and 在 are no deeds
		return ""
	}
	return p.name()
}

// noun is what a metric counts, without the word of its increment before it or
// of what was done behind it (项目|新开工).
func noun(f *model.Fact) string {
	name := f.Name
	if v := deltaWords.Prefix(name); len(v) < len(name) {
		name = name[len(v):]
	}
	if w := openerWords.Prefix(name); utf8Len(w) > 1 && !lexicon.NameVague.Has(w) && ownerWords.Suffix(name[len(w):]) != "" {
		name = name[len(w):] // 开工|重点项目
	}
	if v, i := deltaWords.Find(name); i > 0 && ownerWords.Has(name[i+len(v):]) {
		name = name[:i] + name[i+len(v):] // 园区|新入驻|企业
	}
	if w := thinWords.Prefix(name); w != "" && stopWords.Prefix(name[len(w):]) != "" {
		name = w // 企业|入驻园区
	}
	return withoutDeeds(name)
}

// withoutDeeds is a name without the verbs behind what it counts: 项目|落地|开工.
func withoutDeeds(name string) string {
	stem := name
	for w := "x"; w != ""; stem = strings.TrimSuffix(stem, w) {
		if w = deltaWords.Suffix(stem); w == "" {
			w = openerWords.Suffix(stem)
		}
	}
	if ownerWords.Suffix(stem) != "" {
		return stem
	}
	return strings.TrimSuffix(name, startsWords.Suffix(name)) // 棚户区改造|开工
}

// genus is the noun of a name that other kinds of the same have too (重点工程|项目),
// "" when it has none.
func genus(name string) string {
	if w := ownerWords.Suffix(name); utf8Len(w) > 1 {
		return w
	}
	if kind := strings.TrimPrefix(name, gradeWords.Prefix(name)); kind != name && utf8Len(kind) > 1 {
		return kind
	}
	if i := strings.LastIndex(name, "的"); i > 0 && utf8Len(name[i+len("的"):]) <= 4 {
		return name[i+len("的"):]
	}
	return ""
}

// ofKind completes a name that is an adjective alone by the noun counted before;
// without one such a name says nothing.
func (m *miner) ofKind(name string, q *scan.Quantity, at int) string {
	delta := deltaWords.Prefix(name)
	if q.Class != "count" || !adjective(name[len(delta):]) {
		return name
	}
	if f := m.countedBefore(q.BaseUnit, at); f != nil && genus(noun(f)) != "" {
		return strings.TrimSuffix(name, "的") + kindCounted(f, name)
	}
	if kind, ok := m.kindBehind(q, name); ok || q.BaseUnit == "人" { // 男性40.2万人
		return name + kind
	}
	return ""
}

// kindCounted is the noun of what was counted before, as far as it holds for a class of it:
// 国家级农业产业化龙头企业4家、省级7家 are all of them such enterprises.
func kindCounted(f *model.Fact, class string) string {
	whole := strings.TrimPrefix(strings.TrimPrefix(noun(f), gradeWords.Prefix(noun(f))), "以上") // 省级|以上|农业产业化龙头企业
	ranked := whole != noun(f) && gradeWords.Has(class)
	if utf8Len(whole) > 6 && !ranked || genus(whole) == "" || strings.Contains(whole, "的") || classBySize(class) {
		return genus(noun(f))
	}
	return whole
}

// kindBehind is the noun behind the next number, where that counts another class of the
// same: 9个国家级、26个省级技改项目.
func (m *miner) kindBehind(q *scan.Quantity, class string) (kind string, ok bool) {
	rest := model.Span{Start: q.At.End, End: m.s.End}
	next, _, ok := scan.Next(m.text, rest, rest)
	if !ok || next.Unit != q.Unit || m.text[rest.Start:next.At.Start] != class+"、" {
		return "", false
	}
	rest.Start = next.At.End
	if behind, _, ok := scan.Next(m.text, rest, rest); ok {
		rest.End = behind.At.Start
	}
	right := rightName(phrase{m.text, rest})
	if kind = strings.TrimPrefix(right.name(), gradeWords.Prefix(right.name())); kind == right.name() {
		return "", true // 75个城市、164个铁路站点 are no kinds of one
	}
	return kind, true
}

// subset names a count of those that do or are something, of what was counted before:
// 施工项目149个,新开工的占74个. "" where it counts nothing of the kind.
func (m *miner) subset(q *scan.Quantity, p phrase) (string, model.Span) {
	span := model.Span{Start: p.Start, End: q.At.End}
	if q.Class != "count" {
		return "", span
	}
	for w := "x"; w != ""; p.trimTail(len(w)) {
		p.blanks()
		w = lexicon.Numbering.Suffix(p.String())
	}
	if !strings.HasSuffix(p.String(), "的") {
		return "", span
	}
	p.trimTail(len("的"))
	if onlyTime(strings.TrimSpace(p.name())) { // 增长到2019年的38家、2020年的57家
		return "", span
	}
	if p.blanks(); !acts(withoutAdverb(p.name())) {
		p.head(m.district)
	}
	what := withoutAdverb(p.name())
	if n := utf8Len(what); n < 2 || n > 14 || strings.ContainsAny(what, "、的") && n > 8 {
		return "", span
	}
	of := m.sameKindBefore(q, p.Start)
	if of == nil || genus(noun(of)) == "" || ownerWords.Suffix(what) != "" {
		return "", span
	}
	m.rule, span.Start = "subset", p.Start
	return what + genus(noun(of)), span
}

// entitled is the title that those counted were given, or the prize that they won: 国家级绿色工厂
// of 3家企业获评国家级绿色工厂.
func (m *miner) entitled(right phrase) string {
	s := scan.ClauseHead(m.text[right.Start:m.s.End])
	w, i := lexicon.Entitled.Within(s, right.Len())
	if i <= 0 {
		return ""
	}
	title := s[i+len(w):]
	if n := utf8Len(title); n < 4 || n > 16 || strings.ContainsAny(title, "0123456789、（(") || scan.EndsAny(w, "获", "得") && !scan.EndsAny(title, "奖", "称号") {
		return ""
	}
	if list := scan.EndsAny(title, "名单", "名录"); (list || thinWords.Has(s[:i])) && strings.Contains(w, "入") && !strings.HasSuffix(title, s[:i]) { // 企业|列入|培育计划
		return w + title + s[:i]
	}
	return title
}

// ofWider reports a count of those of which the district has some: 10家|省实验室临河|占4席.
func (m *miner) ofWider(right phrase) bool {
	what, ok := strings.CutSuffix(right.String(), m.district)
	return ok && m.district != "" && utf8Len(what) > 1 && strings.HasPrefix(m.text[right.End:m.s.End], "占")
}

// doer names a count by what was counted before, and by what it did: 其中136家实现正增长. It
// says where that ends; "" for none.
func (m *miner) doer(q *scan.Quantity, p phrase, at int) (name string, end int) {
	if q.Class != "count" || !objectless(p) {
		return "", at
	}
	if f := m.countedBefore(q.BaseUnit, p.Start); f != nil {
		if did := deed(m.text[at:m.s.End]); did != "" {
			return noun(f) + did, at + strings.Index(m.text[at:], did) + len(did)
		}
	}
	return "", at
}

// objectless reports a phrase of particles and weak verbs, behind which what is
// counted is what was counted before: 其中有, 促成.
func objectless(p phrase) bool {
	for {
		p.blanks()
		s := p.String()
		w := weakWords.Prefix(s)
		if w == "" {
			return s == ""
		}
		p.trimHead(len(w))
	}
}

// countedLately is the count in a number's unit that the paragraph told last, a few facts
// before at most.
func (m *miner) countedLately(q *scan.Quantity) *model.Fact {
	for i := len(m.facts) - 1; i >= max(0, len(m.facts)-4) && m.facts[i].Place.Paragraph == m.s.Paragraph; i-- {
		if f := m.facts[i]; f.Quantity.BaseUnit == q.BaseUnit && !f.Ordinal() {
			return f
		}
	}
	return nil
}

// adjective reports a name that only says of which class the counted things are:
// 省级, 5千万以上.
func adjective(name string) bool { return gradeWords.Has(name) || classBySize(name) }

// classBySize reports a name that only says how large the counted things are: 5千万以上,
// 过亿元, 产值10亿元以上.
func classBySize(name string) bool {
	name = name[len(massWords.OrPrefix(outlayWords, name)):]
	over := overWords.Prefix(name)
	size := name[len(over):]
	bound := strings.TrimLeft(size, "0123456789.一二三五十百千万亿")
	if bound == size {
		return false
	}
	bound = strings.TrimPrefix(strings.TrimPrefix(bound, lexicon.MoneyUnit.Prefix(bound)), "及")
	return bound == "以上" || bound == "以下" || bound == "" && over != ""
}

// measured gives a class by size the measure that the class before it named:
// 产值过10亿元企业2家、过亿元企业20家.
func (m *miner) measured(name string) string {
	n, delta := len(m.last), deltaWords.Prefix(name)
	if n == 0 || overWords.Prefix(name[len(delta):]) == "" && !classBySize(name[len(delta):]) || !strings.Contains(name, "元") {
		return name
	}
	before := noun(m.last[n-1])
	w, i := massWords.Find(before)
	if i < 0 || overWords.Prefix(before[i+len(w):]) == "" && !classBySize(strings.TrimSuffix(before[i+len(w):], ownerWords.Suffix(before))) {
		return name
	}
	return delta + before[:i+len(w)] + name[len(delta):]
}

// shareDoing names a percentage of things by what they do or have: 80%以上的行政村建
// 成卫生室. The rest of a long clause is left out.
func (m *miner) shareDoing(q *scan.Quantity, rest string, p phrase) (string, bool) {
	what, ok := strings.CutPrefix(rest, "的")
	if !ok || q.BaseUnit == "倍" || growingWords.Prefix(rest) != "" || strings.Contains(what, "、") || strings.ContainsAny(what, "0123456789") && !overWords.Inside(what) {
		return "", false
	}
	if left, _ := leftName(p, m.district); !left.empty() {
		return "", false
	}
	for i := range what {
		if w := stopWords.Prefix(what[i:]); i > 0 && w != "" && !scan.PartOfNoun(what, i, len(w)) {
			return what + "占比", utf8Len(what[:i]) > 1 && utf8Len(what) <= 18
		}
	}
	return "", false
}

// headcount reports a number of people that only addresses them: 36万临河人民
// says who, not how many.
func headcount(q *scan.Quantity, right string) bool {
	if q.Class != "count" || q.BaseUnit != "" && q.BaseUnit != "人" {
		return false
	}
	_, i := peopleWords.Find(right)
	return i >= 0 && utf8Len(right[:i]) <= 6
}

// actsOn is the verb of a clause before a count that acts on what is there already, alone or on what
// it lists of them: 优化|242条公交线路, 消除甲园、乙苑等|6处积水点位; "" for none.
func actsOn(clause string) string {
	w := lexicon.ActsOn.Prefix(clause)
	if w == clause || strings.HasSuffix(clause, "等") && !strings.ContainsAny(clause, "0123456789") {
		return w
	}
	return ""
}
