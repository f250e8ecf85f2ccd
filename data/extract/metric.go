package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/data/trust"
	"qubi/model"
)

// metrics reads the numbers of the document. A sentence is cut at its numbers,
// not at its commas: what a number means is told by the words from the last
// number (or the clause's beginning) to this one, by its unit and, for counts,
// by the noun behind it. Numbers joined by 、 alone are a run, told together.
//
//	[固定资产投资增长 27.8%] [,其中工业投资增长 48.5%] [,全市 第3]
//	      a metric               a part of it         a rank of the part
//
// How far each can be trusted is weighed when all are read.
func metrics(x *reading) *miner {
	m := &miner{reading: x, text: x.doc.Text}
	m.walk = timeline.New(&scan.Text{Doc: x.doc, Sentences: x.sentences})
	m.district = timeline.ShortName(x.doc.Head.District)
	told := 0
	for i := range x.sentences {
		told += len(x.sentences[i].Quantities)
	}
	m.facts, m.traces = make([]*model.Fact, 0, told), make([]trust.Trace, 0, told)
	x.sections = make([]model.Stage, 0, len(x.sentences))
	for i := range x.sentences {
		m.sentence(&x.sentences[i])
		x.sections = append(x.sections, m.walk.Agenda.Section)
	}
	return m
}

// miner walks the sentences and keeps what later numbers refer back to.
type miner struct {
	*reading
	text     string // the whole clean text
	district string // 济阳, as the text calls the district
	facts    []*model.Fact
	walk     *timeline.Walk

	// The sentence.
	s       *scan.Sentence
	numbers []scan.Quantity
	grouped []run
	last    []*model.Fact   // what a growth or a rank without a noun belongs to
	head    *model.Fact     // the whole of which 其中 names parts
	part    bool            // 其中 was met
	verb    string          // 新增 before the first item of a list
	quota   string          // 完成预算, of a plan whose sum was passed over
	whence  model.Period    // of the whole whose parts the sentence names
	parted  int             // where it begins to
	from    string          // the indicator of 由32%提高到45%, between the two
	fromAt  int             // where it stands
	past    int             // end of what an earlier number's name holds
	pair    [2]antecedent   // 前者 and 后者
	ends    [2]model.Period // the years between which the sentence tells what grew
	granted bool            // the sentence tells what a policy promises
	acted   string          // the part of the district that did what it told last
	topic   string          // what is measured, of those that the clauses behind name
	anyPart bool            // whatever they name has that measure

	remarked int           // end of the last remark
	outer    []*model.Fact // what was told last before the bracket that is open

	// The paragraph.
	items  []string      // subjects of the last list that values were dealt to
	lists  [][]string    // all of them
	under  string        // the industry that opens it as its title
	rule   string        // how the number being read is named
	owner  string        // whose it is, where the words beside it say so
	traces []trust.Trace // of the facts, in their order
	aside  bool          // the number being read is an increment of the level before
	grown  bool          // the last ones are growth rates told before any level
	recent *model.Fact   // the last level told, a share too

	outdone []*model.Fact // marks whose level is told too: no facts once all are weighed
}

// sentence reads the numbers of one sentence.
func (m *miner) sentence(s *scan.Sentence) {
	m.enter(s)
	if numbers := s.Quantities; len(numbers) > 0 {
		for _, r := range m.runs(numbers) {
			if r.first().At.Start >= m.past {
				m.read(r)
			}
		}
	}
	m.structure(s)
	m.unsorted()
	m.walk.Leave()
}

// enter takes in the sentence: a new paragraph forgets the lists of the one
// before.
func (m *miner) enter(s *scan.Sentence) {
	fresh, goesOn := m.walk.Enter(s, len(m.facts))
	if fresh {
		m.items, m.lists, m.under = nil, nil, industryTitle(m.text[s.Start:s.End])
	}
	if !fresh || !goesOn {
		m.last, m.recent = nil, nil
	}
	if further := strings.HasPrefix(m.text[s.Start:s.End], "其中"); !further && (!fresh || !goesOn) {
		m.head = nil
	}
	m.s, m.part, m.verb, m.from, m.outer, m.acted = s, false, "", "", nil, ""
	m.whence, m.quota, m.pair, m.topic = model.Period{}, "", [2]antecedent{}, ""
	m.ends, m.granted = [2]model.Period{}, grants(m.text[s.Start:s.End])
}

// read tells what one run means.
func (m *miner) read(r run) {
	q := r.first()
	lead := m.text[r.from:q.At.Start]
	m.among(r, lead)
	if !m.listGoesOn(lead, q) {
		m.verb = ""
	}
	m.brackets(lead)
	p := m.clause(r)
	m.setTopic(r, p)
	m.rule, m.owner = "level", ""
	if q.Class == "rank" {
		m.rule = "rank"
		m.rank(r, p)
		return
	}
	if m.defines(r, p) || m.ofListed(r) || m.pointsBack(r, p) || m.starts(r, p) {
		return
	}
	if m.remarks(r, p) {
		m.remarked = r.end()
		return
	}
	if m.compares(r, p) || m.netted(r, p) || m.growth(r, p) {
		return
	}
	m.level(r, p)
}

// among takes in that the words before a run turn to the parts of what was told, 其中, or
// away from them.
func (m *miner) among(r run, lead string) {
	if semicolons.In(lead) {
		m.part, m.parted = false, r.from // the next part is of the whole's time again
	}
	if strings.Contains(lead, "其中") {
		m.part, m.head = true, m.whole(r.first())
		if m.head != nil && r.from == m.s.Start && m.further() || m.head != nil && r.first().Class == "count" && m.head.Place.Sentence == m.s.Span {
			m.whence, m.parted = m.head.Period, r.from
		}
	}
}

// further reports a sentence that goes on with the parts of what the one before told.
func (m *miner) further() bool { return strings.HasPrefix(m.text[m.s.Start:m.s.End], "其中") }

// brackets keeps apart what stands in brackets: what follows them belongs to the
// metric told before them (生产总值300亿元(区本级50亿元),增长5%).
func (m *miner) brackets(lead string) {
	first := brackets.Index(lead)
	if first < 0 {
		return
	}
	opens, closes := strings.LastIndexAny(lead, "(（"), strings.LastIndexAny(lead, ")）")
	if closes >= 0 && !scan.BeginsAny(lead[first:], "(", "（") && len(m.outer) > 0 {
		m.last, m.recent, m.part = m.outer, m.outer[len(m.outer)-1], false
	}
	if closes > opens {
		m.outer = nil
	}
	if opens > closes {
		m.outer = m.last
	}
}

// whole is the metric of which 其中 names parts: the last one before that is
// measured alike, else the last one.
func (m *miner) whole(q *scan.Quantity) *model.Fact {
	if m.head == nil {
		return nil
	}
	for i := len(m.facts) - 1; i >= max(0, len(m.facts)-6) && m.facts[i].Place.Paragraph == m.s.Paragraph; i-- {
		u, _ := scan.UnitOf(m.facts[i].Quantity.Unit)
		if f := m.facts[i]; f.Quantity.BaseUnit == q.BaseUnit || q.Class == "count" && u.Class == "count" {
			return f
		}
	}
	return m.head
}

// clause is the text of a run's first number back to the clause's begin.
func (m *miner) clause(r run) phrase {
	lead := m.text[r.from:r.first().At.Start]
	if n := max(asideLength(lead), paceLength(lead)); r.from > m.s.Start { // 760亿元(含港区)、增长5.6%; 18%的速度|达210亿元
		lead = lead[n:]
	}
	clause := scan.LastClause(lead)
	if i := max(strings.Index(clause, ")"), strings.Index(clause, "）")); i >= 0 && !strings.ContainsAny(clause[:i], "(（") { // 28家(含4家中心医院)、民营医院
		_, w := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+w:]
	}
	if i := max(strings.LastIndexByte(clause, '('), strings.LastIndex(clause, "（")); i >= 0 && !strings.ContainsAny(clause[i:], ")）") {
		_, w := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+w:]
	}
	p := phrase{m.text, model.Span{Start: r.first().At.Start - len(clause), End: r.first().At.Start}}
	if last := m.lastFact(); last != nil && last.Place.Quote.End >= p.Start && strings.HasPrefix(m.text[min(last.Place.Quote.End, p.End):p.End], "中") {
		p.Start = last.Place.Quote.End + len("中") // 33个行业|中有21个保持增长
	}
	return p
}

// lastFact is the number told last, nil for none.
func (m *miner) lastFact() *model.Fact {
	if len(m.facts) == 0 {
		return nil
	}
	return m.facts[len(m.facts)-1]
}

// level reads a run that states levels: each number a metric with its name.
func (m *miner) level(r run, p phrase) {
	q := r.first()
	if m.dealsOut(r, p) && m.deal(r, p, nil) || m.levelBehind(r, p) {
		return
	}
	if m.grown = false; m.planned(r, p) {
		return
	}
	reached, moved := m.reached(p)
	if moved {
		p.Start = p.End
	}
	shareBound(r, p)
	name, whole := m.levelName(r, p)
	if wordless(name) {
		return
	}
	var whose *model.Fact
	part, kept := share(p.String(), q), m.last
	if part {
		whose = m.lastTold()
	} else if !m.aside && m.quota == "" {
		kept = nil // but growth behind a share or an increment is the whole's
	}
	m.quota, m.last = "", nil
	for i := range r.numbers {
		n := &r.numbers[i]
		f := m.add(n, name, model.Span{Start: min(whole.Start, n.At.Start), End: max(whole.End, n.At.End)}, m.grows(r))
		told := f.Stage == model.Achieved && m.done(n.At.Start) // 现已完成
		f.Period = m.yearOf(&r, i, m.levelPeriod(f.Period, reached, q, name, told))
		m.averagedTo(f, p)
		m.outreaches(f, p)
		if whose != nil && !told { // a share is as real as what it is a share of
			f.Stage = whose.Stage
		}
		m.last, m.recent = append(m.last, f), f
	}
	if m.aside = false; len(kept) > 0 {
		m.last = kept
	}
}

// levelName is the name of a run that states levels, and where its words stand; "" for none.
func (m *miner) levelName(r run, p phrase) (name string, whole model.Span) {
	q := r.first()
	if name, whole = m.portion(r, p); name == "" {
		name, whole = m.subset(q, p)
	}
	if over, end := m.passing(r); over != "" {
		name, whole = over, model.Span{Start: q.At.Start, End: end}
	}
	if name == "" {
		name, whole = m.nameOf(r, p)
	}
	if name == "" {
		name, whole.Start = m.from, m.fromAt
	}
	if last := m.lastFact(); q.Class == "money" || q.Class == "count" || q.Class == "ratio" && last != nil && last.Quantity.Unit == "个百分点" { // 年均增长5.6%,达到15.2亿元
		name = growthBase(name)
	}
	if m.from = ""; name == "" {
		return "", whole
	}
	name = deedNamed(name, m.text[m.s.Start:q.At.Start], q)
	if own := m.opened(r, p); sumWords.Has(name) && !own.empty() { // 固定资产投资跑得最快,总额235.8亿元
		name, whole.Start = own.name(), own.Start
	}
	name = m.inherited(m.unshared(unbounded(name), q), q, p)
	return m.ofKind(m.owned(m.topical(name, q), r, p), q, p.Start), whole
}

// add makes the metric of one number.
func (m *miner) add(q *scan.Quantity, name string, quote model.Span, growth bool) *model.Fact {
	name = oneForm(name)
	f := &model.Fact{
		Kind: model.Metric, Name: name, HasValue: !q.Overlong, Quantity: q.Quantity,
		Indicator: canonicalOf(q, name, growth), Period: m.walk.Period(q.At.Start, m.whence, m.parted),
		Place: model.Place{Quote: quote, Sentence: m.s.Span, Paragraph: m.s.Paragraph},
	}
	if m.rule == "noun behind" {
		f.Period = cmp.Or(m.walk.Behind(q.At.End), f.Period)
	}
	stage, why := m.walk.Stage(q.At.Start, q.At.End, f.Period)
	f.Stage = stage
	if m.part && m.head != nil && m.head.Stage == model.Target && !m.head.Period.IsZero() && m.further() && !m.done(q.At.Start) {
		f.Stage = model.Target // a part of what the sentence before plans
	}
	var from timeline.Source
	f.Period, from = m.walk.Settle(f.Stage, f.Period, q.At.Start)
	f.Period, f.Within = m.fitting(f, q), m.walk.Within(f.Stage)
	m.ownedBy(f, q)
	times, ago := m.walk.Times()
	m.traces = append(m.traces, trust.Trace{
		Times: times, Ago: ago,
		Rule: m.rule, Period: from, Words: m.walk.Words(q.At.Start), Stage: stage, Reason: why,
		Hanzi: q.Hanzi, At: q.At, In: &m.s.Words, Among: len(m.s.Quantities), Around: m.walk.Agenda.Section,
	})
	f.Themes = themes(m.reading, m.s, quote, name)
	f.Flags = append(f.Flags, q.Flags()...)
	if m.expected(f, q.At.Start) && !why.Plain() {
		f.Flags = append(f.Flags, model.FlagEstimate)
	}
	if m.walk.Undated(f.Period) {
		f.Flags = append(f.Flags, model.FlagNoDate)
	}
	if m.part && m.head != nil && q.Class != "rank" {
		f.Whole = m.head.Name
	} else if !m.part {
		m.head = f
	}
	m.facts = append(m.facts, f)
	return f
}

// ownedBy tells whose a number is. One that is not the district's is of no indicator.
func (m *miner) ownedBy(f *model.Fact, q *scan.Quantity) {
	before, _ := timeline.Around(m.text, m.s.Span, q.At.Start, q.At.End)
	clause := scan.LastClause(before)
	f.Owner, f.Scope = m.owner, scopeOf(&m.s.Words, f.Name, clause)
	if oneYear := f.Period.From != 0 && f.Period.To-f.Period.From <= 11; f.Scope == "" && !oneYear && flows(q, f.Name) {
		f.Scope, _ = lexicon.Cumulated.FindLast(clause) // of years together, beside sums of one
	}
	whose := f.Owner
	if whose == "" && q.Class != "ratio" {
		whose = m.under
	}
	if !strings.HasPrefix(f.Indicator, whose) {
		f.Indicator = ""
	}
	if flag := scopeFlag(&m.s.Words, clause, before, m.walk.District(), q.Class == "count" || q.Class == "rank"); flag != "" {
		f.Flags, f.Indicator = append(f.Flags, flag), ""
	}
}

// fitting is the period that suits what is measured: average growth is of years,
// what a thing yields once it is finished of no time told, and what is to be
// reached by the year's end is the year's.
func (m *miner) fitting(f *model.Fact, q *scan.Quantity) model.Period {
	p := f.Period
	before := m.text[m.s.Start:q.At.Start]
	switch {
	case p.From != 0 && p.To-p.From <= 11 && q.Class == "ratio" && yearlyAverageWords.Inside(scan.LastClause(before)+f.Name):
		return m.walk.Years()
	case f.Stage == model.Target && m.onceCompleted(before, q):
		return model.Period{}
	case q.Class == "size" && extentWords.Suffix(f.Name) != "" && !strings.Contains(f.Name, "均") && !m.walk.Marked(m.s.Start, q.At.Start):
		return model.Period{}
	case p.AsOf && f.Stage == model.Target && p.To.Month() == 12:
		return timeline.Yearly(p.To.Year())
	}
	return p
}

// onceCompleted reports that what stands before a number in its sentence tells of a
// thing's completion, and of no time behind that.
func (m *miner) onceCompleted(before string, q *scan.Quantity) bool {
	if !m.s.Words.Has(completedWords) {
		return false
	}
	part := max(0, strings.LastIndex(before, "；"), strings.LastIndexByte(before, ';'))
	word, completed := completedWords.FindLast(before[part:])
	return completed >= 0 && !m.walk.Marked(m.s.Start+part+completed+len(word), q.At.Start)
}
