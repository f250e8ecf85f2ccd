package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// Subjects that a sentence goes on telling of, where a clause has none of its own.

// ownerCarried is the subject that the sentence goes on telling of: what was sown
// before (蔬菜面积3万亩,产量10万吨), the subject of the clause before (金融业是占比最大
// 的行业,实现增加值9亿元), or what was counted before (重点项目105个,累计完成投资89
// 亿元).
func (m *miner) ownerCarried(name string, r run, p phrase) string {
	if m.yields(name) {
		return m.crop()
	}
	if r.first().Class == "count" || completion(strings.TrimSpace(p.String())) > 0 {
		return ""
	}
	if own := m.clauseBefore(r, p); !own.empty() {
		if owner := m.ownerIn(own); owner != "" {
			return owner
		}
	}
	if owner := m.ownerIn(m.opening(r, p)); owner != "" {
		return owner
	}
	if owner := m.accountOf(name, p); owner != "" {
		return owner
	}
	return m.ownerCounted(name, p)
}

// ownerCounted is what was counted before, whose sum a clause without a subject may tell.
func (m *miner) ownerCounted(name string, p phrase) string {
	f := m.countedBefore("", p.Start)
	switch {
	case f == nil:
		return ""
	case m.under != "" && (massWords.Has(name) || bareWords.Has(name)): // 绿色家居产业。规上企业达到48家,产值…
		return m.under
	case m.came(f): // 东宝工业园|落户企业62家,产值突破110亿元
		at := f.Place.Quote.Start
		return m.ownerIn(m.phrase(at-len(scan.LastClause(m.text[m.s.Start:at])), at))
	case deltaWords.Prefix(f.Name) != "" && (lexicon.Works.Suffix(f.Name) == "" || outlayWords.Suffix(name) == ""): // how many are new says nothing of whose a sum is, but for what projects cost
		return ""
	}
	for _, owner := range [...]string{f.Name, noun(f)} { // 新开工项目, and 项目 of 项目开工
		if ownerWords.Suffix(owner) != "" && !thinWords.Has(owner) {
			return owner
		}
	}
	return ""
}

// came reports a count of those who came to a place: what is told next is the place's.
func (m *miner) came(f *model.Fact) bool {
	return lexicon.NameLands.Prefix(f.Name) != "" || lexicon.NameLands.Suffix(strings.TrimRight(m.text[m.s.Start:f.Place.Quote.Start], " 了")) != ""
}

// accountOf is whose accounts a sentence goes on to tell of: 规上工业企业 of 规上工业企业营
// 业收入526亿元,利润总额29亿元.
func (m *miner) accountOf(name string, p phrase) string {
	if len(m.last) == 0 || lexicon.Account.Suffix(name) == "" {
		return ""
	}
	f := m.last[len(m.last)-1]
	owner := strings.TrimSuffix(f.Name, lexicon.Account.Suffix(f.Name))
	if firms := strings.TrimSuffix(owner, "工业"); lexicon.Firms.Suffix(firms) != "" { // 规上工业企业|工业总产值
		owner = firms
	}
	if owner == f.Name || f.Place.Sentence != m.s.Span || genericWords.Has(owner) || ownerWords.Suffix(owner) == "" && lexicon.Trade.Suffix(owner) == "" {
		return ""
	}
	return owner
}

// ownerIn is the subject of a clause, when it is one that owns things.
func (m *miner) ownerIn(clause phrase) string {
	clause.head(m.district)
	if i := strings.Index(clause.String(), "由"); i > 0 { // 甲项目由乙公司投资建设
		clause.End = clause.Start + i
	}
	trade := tradeAtHead(clause.String())
	clause.subject()
	clause.howItGoes()
	s := clause.name()
	if ownerWords.Suffix(s) == "" || thinWords.Has(s) || pointsWords.Prefix(s) != "" {
		return trade
	}
	return s
}

// tradeAtHead is the trade with which a clause begins that only says how it goes: 服务业|支撑作用更加
// 明显, 建筑业|稳中向好; "" for none.
func tradeAtHead(clause string) string {
	before, rest, ok := strings.Cut(clause, "业")
	trade := before + "业"
	if !ok || utf8Len(trade) > 10 || lexicon.Firms.Suffix(trade) != "" || ownerWords.OrSuffix(tradeWords, trade) == "" || isBreakIn(trade) || strings.ContainsAny(clause, "0123456789的、“") || utf8Len(rest) < 2 || utf8Len(rest) > 10 || measures(rest) || scan.BeginsAny(rest, "和", "与", "及", "等", "园", "区", "链", "集", "企", "技", "项", "体") {
		return ""
	}
	return squeeze(trade)
}

// howItGoes ends a subject before the words that only say how it goes: 文旅产业|持续升温, 新兴产业
// |比重提升.
func (p *phrase) howItGoes() {
	for w := "x"; w != "" && ownerWords.Suffix(p.String()) == ""; p.trimTail(len(w)) {
		p.blanks()
		w = cmp.Or(lexicon.TitleVerb.OrSuffix(lexicon.NameAdverb, p.String()), lexicon.NameVerb.OrSuffix(lexicon.ShareAlone, p.String()))
	}
}

// opening is the first clause of the sentence, where no number stands before a run's
// own clause: its subject is that of what follows.
func (m *miner) opening(r run, p phrase) phrase {
	first := m.phrase(m.s.Start, m.s.Start)
	if r.from != m.s.Start || p.Start-m.s.Start > 300 {
		return first
	}
	first.End += len(scan.ClauseHead(m.text[m.s.Start:p.Start]))
	if _, i := lexicon.ThisTime.Find(first.String()); i == 0 { // 此次签约的|甲项目
		if i := strings.Index(first.String(), "的"); i > 0 {
			first.Start += i + len("的")
		}
	}
	return first
}

// clauseBefore is the clause between the number before and a run's own clause,
// empty when there is none.
func (m *miner) clauseBefore(r run, p phrase) phrase {
	before := strings.TrimRight(m.text[r.from:max(r.from, p.Start)], "，, \n")
	end := r.from + len(before)
	if end >= p.Start {
		return m.phrase(p.Start, p.Start)
	}
	return m.phrase(end-len(scan.LastClause(before)), end)
}

// opened is the indicator that the clause before a run's own begins with, where it tells no
// number of it: 固定资产投资|由负转正,全年增长5.6%.
func (m *miner) opened(r run, p phrase) phrase {
	own := m.clauseBefore(r, p)
	if own.empty() {
		return own
	}
	own.head(m.district)
	own.End = own.Start + len(lexicon.Indicator.Prefix(own.String()))
	return own
}

// subjectOf is opened, or the subject of that clause where it ends with what is measured:
// 城乡收入比|持续缩小,由2.05:1下降为2.02:1.
func (m *miner) subjectOf(r run, p phrase) phrase {
	own := m.opened(r, p)
	if !own.empty() {
		return own
	}
	own = m.clauseBefore(r, p)
	own.head(m.district)
	if own.subject(); !measures(own.name()) {
		own.End = own.Start
	}
	return own
}

// crop is what stands on the land, or makes the yield, told last: 蔬菜 of 蔬菜播种
// 面积.
func (m *miner) crop() string {
	last := m.last[len(m.last)-1]
	for _, sown := range sownWords.Words() {
		if stem, ok := strings.CutSuffix(last.Name, sown); ok {
			return stem
		}
	}
	return strings.TrimSuffix(noun(last), twinWords.Suffix(last.Name))
}

// A park or a project that opens a clause is what its sentence goes on to tell of: its
// numbers are its own, and none of the district's.
//
//	甲高新区|以新材料为主导产业,入驻企业187家,规上工业产值162亿元
//	乙水库工程|总投资12亿元,建成后可新增灌溉面积3万亩;全区…
//
// It holds up to the next ； and the next clause that opens with a subject of its own, a
// place as wide as the district and a count among them. What a verb acts on, what stands
// in the midst of a list of deeds, a park of which its clause only tells how far it is,
// and a project of which it tells anything but numbers, has beyond that clause no more than
// what all such things have, as a sum or an extent.

// ownBySubject gives the metrics among facts that have no owner the subject that they
// are of.
func ownBySubject(doc *model.Document, facts []*model.Fact) {
	names := things(facts, doc.Head.District)
	var all []subject
	var sentence model.Span
	var last *model.Fact
	for _, f := range facts {
		if f.Kind != model.Metric {
			continue
		}
		if listedBehind(doc.Text, last, f) && ownedBy(names, last.Owner) {
			f.Owner, f.Indicator = last.Owner, ""
		}
		last = f
		if sentence != f.Place.Sentence {
			sentence = f.Place.Sentence
			all = subjectsOf(doc.Text, sentence, names, timeline.ShortName(doc.Head.District))
		}
		if of := owning(all, f); of != nil && (f.Owner == "" || f.Owner == of.Name) && (of.Kind == model.Park || f.Indicator == "") {
			f.Owner, f.Indicator = of.Name, ""
		}
	}
}

// things are the parks and projects among facts by how their names begin, none that is the
// district or many at once (新批外商项目).
func things(facts []*model.Fact, district string) map[rune][]*model.Fact {
	names := map[rune][]*model.Fact{}
	for _, f := range facts {
		if (f.Kind == model.Park || f.Kind == model.Project) && !strings.HasSuffix(f.Name, district) && deltaWords.Prefix(f.Name) == "" {
			r, _ := utf8.DecodeRuneInString(f.Name)
			names[r] = append(names[r], f)
		}
	}
	return names
}

// listedBehind reports a level of no owner that its list goes on to after another, so that it is
// of the same: 年销售收入20亿元、|税收1200万元.
func listedBehind(text string, last, f *model.Fact) bool {
	if last == nil || f.Owner != "" {
		return false
	}
	from, to := last.Place.Quote.End, f.Place.Quote.Start
	return from <= to && to-from <= len("、年") && strings.HasPrefix(text[from:], "、") && f.Quantity.BaseUnit != "%"
}

// ownedBy reports that an owner is one of the parks and projects named.
func ownedBy(names map[rune][]*model.Fact, owner string) bool {
	r, _ := utf8.DecodeRuneInString(owner)
	return slices.ContainsFunc(names[r], func(f *model.Fact) bool { return f.Name == owner })
}

// subject is what a part of a sentence tells of.
type subject struct {
	from, clause int         // where it begins to hold, and where its own clause ends
	of           *model.Fact // nil for the district itself, or what is not known
	weak         bool        // beyond that clause only what all such things have is its own
}

// owning is the subject of a metric, nil for none.
func owning(all []subject, f *model.Fact) *model.Fact {
	var s subject
	for _, next := range all {
		if next.from < f.Place.Quote.End {
			s = next
		}
	}
	if s.of == nil || s.of.Name == f.Name && f.Quantity.Unit != "名" || s.weak && f.Place.Quote.End > s.clause && !genericWords.Has(f.Name) && !outlayWords.Has(f.Name) && extentWords.Suffix(f.Name) == "" {
		return nil
	}
	return s.of
}

// subjectsOf finds the subjects with which the clauses of a sentence open.
func subjectsOf(text string, sentence model.Span, names map[rune][]*model.Fact, district string) (all []subject) {
	begin := sentence.Start // of what a ； ends
	for at := sentence.Start; at < sentence.End; {
		clause := scan.ClauseHead(text[at:sentence.End])
		p := phrase{text, model.Span{Start: at, End: at + len(clause)}}
		p.head("")
		if of := opens(p.String(), names); of != nil {
			behind := p.String()[len(of.Name):]
			acts := of.Kind == model.Project && behind != "" && !strings.HasPrefix(behind, "是") && !strings.ContainsAny(behind, "0123456789") // and is not described
			all = append(all, subject{p.Start, p.End, of, acts || told(text[begin:at], text[at:p.Start], behind)})
		} else if _, n, _ := numeral.Scan(clause); n > 0 || lexicon.NameScope.Prefix(clause) != "" || district != "" && strings.HasPrefix(clause, district) {
			all = append(all, subject{from: at})
		}
		at += len(clause)
		r, n := utf8.DecodeRuneInString(text[at:sentence.End])
		if at += n; r == '；' || r == ';' {
			all, begin = append(all, subject{from: at}), at
		}
	}
	return all
}

// told reports that a clause is one of several that tell of what was done, with what stands
// in the sentence before it, between its begin and its subject, and behind that.
func told(before, verb, behind string) bool {
	deed := strings.TrimSpace(verb[scan.ListMark(verb):]) != "" && periodWords(verb) == 0
	return deed || strings.ContainsAny(before, "0123456789") || !strings.ContainsAny(behind, "0123456789") && lexicon.HowFar.Inside(behind)
}

// opens is the longest of some names with which a clause opens, and which stands there
// alone; nil for none.
func opens(clause string, names map[rune][]*model.Fact) (longest *model.Fact) {
	r, _ := utf8.DecodeRuneInString(clause)
	for _, f := range names[r] {
		behind, ok := strings.CutPrefix(clause, f.Name)
		if ok && !counts(behind) && !scan.BeginsAny(behind, "、", "和", "与", "及", "等", "的", "”") && (longest == nil || len(f.Name) > len(longest.Name)) {
			longest = f
		}
	}
	return longest
}

// counts reports what stands behind a name that says how many of it there are, so that it
// names a class: 美丽河湖|7个、美丽海湾16个.
func counts(behind string) bool {
	_, n, _ := numeral.Scan(behind)
	u, ok := scan.UnitOf(behind[n:])
	rest := strings.TrimPrefix(behind[n:], u.Word)
	return n > 0 && ok && u.Class == "count" && (scan.ClauseEnds(rest) || strings.HasPrefix(rest, "、"))
}

// done reports that the clause before a place tells of the past.
func (m *miner) done(at int) bool {
	return m.s.Words.Has(pastWords) && pastWords.Inside(scan.LastClause(m.text[m.s.Start:at]))
}

// listedBefore are the n things that were listed before, told now by their number (四个区的
// 产值) or by what they share alone, or not at all.
func (m *miner) listedBefore(s string, n int) (items []string, shared string) {
	if s == "" && len(m.last) == n && m.last[0].Quantity.BaseUnit == "%" { // 城乡居民收入分别增长7%和9%,分别达…
		for _, f := range m.last {
			items = append(items, growthBase(f.Name))
		}
		return items, ""
	}
	i := countPhrase(s)
	if i <= 0 && (len(m.items) != n || n <= 1 || lexicon.Indicator.Has(s) || !ofAny(s)) { // 进出口总额接连突破8万亿元、9万亿元
		return nil, ""
	}
	for j := len(m.lists) - 1; j >= 0; j-- {
		if len(m.lists[j]) == n {
			return m.lists[j], behindCount(s, i)
		}
	}
	return nil, ""
}

// ofAny reports a measure that things listed before may each have, 投资完成率, and not one that says
// itself of what it is: 牛羊出栏.
func ofAny(s string) bool {
	return s == "" || isRate(s) || strings.ContainsAny(s, "占各") || twinWords.Suffix(s) == "" && measures(s)
}
