package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// mark is a place in a sentence from which on a period is in force.
type mark struct {
	at     int
	size   int // of the words that set it, in bytes; 0 where what was before comes back
	period model.Period
	first  int  // the year of what was, where two are held against each other; 0 for none
	carry  bool // also for the sentences after this one
	since  bool // 今年以来: of what was done, not of what is planned
}

// clock resolves periods; it runs along with the text.
type clock struct {
	today     model.Month  // month of the report's day; 0 when unknown
	section   model.Period // set by the section's heading
	outlook   [5]outlook   // of the headings above, by their level; first that of the title and of those without a mark
	outline   model.Period // the years of the plan that the text is, by its title
	under     int          // the level of the last heading with a mark
	part      model.Period // of a year, that the title says the text is about
	back      bool         // its heading looks back
	mixed     bool         // the section's heading names several times
	span      model.Period // that of several years of which the section speaks, of these or as it turns to them
	stressed  bool         // the paragraph turns to those who listen, or to what is just over
	entering  int          // how many of its first sentences may still turn to a time
	overYears bool         // what is told in it is of five years
	coming    model.Period // of a heading that joins the plan to come to a look back, until the text turns to it
	cur       model.Period // in force at the end of the last sentence
	report    bool         // a work report, read at the beginning of a year on the year before
	noDate    bool         // 今年 was met and the report has no date
	district  string       // full name
	title     string       // the report's
	ahead     func() bool  // whether the text tells of plans where it stands
	planned   model.Period // the year whose plans the text tells
	aimed     model.Period // the running year, once a target was told of it
	since     bool         // cur is of what was done (今年以来)
	recalled  bool         // section is what a sentence recalled, no heading
	latest    int          // the report's year, or the last one that the text names
	event     model.Period // the day of the event told last
	events    []mark       // times of events alone, that the sentence tells

	words *lexicon.Features // of the sentence
	room  []mark            // for its marks
}

// marks are the periods that a sentence sets, in order; those of the sentence before
// are gone then.
func (c *clock) marks(text string, s *scan.Sentence) []mark {
	c.words, c.events = &s.Words, c.events[:0]
	m := marking{clock: c, text: text[:s.End], start: s.Start, numbers: s.Quantities, all: c.room[:0], in: c.cur}
	if !c.event.IsZero() && thisTime(text[s.Start:s.End]) {
		m.all = append(m.all, mark{at: s.Start, period: c.event})
	}
	for at := s.Start + markBeforeYear(text[s.Start:s.End]); at < s.End; {
		if m.aside == nil { // nothing to bring back: only what may open a time is looked at
			next := periodRunes.Index(m.text[at:])
			if next < 0 {
				break
			}
			at += next
		}
		m.resume(at)
		at = m.step(at)
	}
	c.room = m.all
	return m.all
}

// marking goes through a sentence and gathers its marks.
type marking struct {
	*clock
	text    string // up to the sentence's end
	start   int
	numbers []scan.Quantity // from where it stands
	all     []mark
	in      model.Period // in force where it stands
	// In force before a forecast, or a deadline within a clause: 1-11月增长8%,预计全年
	// 突破50亿元;… 确保某项目6月底前投产;…
	aside *model.Period
}

// resume brings back behind a ; what was in force before an aside.
func (m *marking) resume(at int) {
	if m.aside == nil || !scan.BeginsAny(m.text[at:], ";", "；") && !(m.overYears && lexicon.Cumulated.Prefix(m.text[at:]) != "" && opensClause(m.text[:at])) {
		return
	}
	m.in, m.aside = *m.aside, nil
	m.all = append(m.all, mark{at: at, period: m.in, carry: m.in.From != 0})
}

// step takes in what stands at a place, and says where to go on.
func (m *marking) step(at int) int {
	if b := m.text[at]; b < '0' || b > '9' && b < utf8.RuneSelf {
		return at + 1
	}
	if n := cell(m.text[at:]); n > 0 {
		return at + n
	}
	r, w := lexicon.RuneAt(m.text, at, len(m.text))
	if !periodRunes.Has(r) || !opensTime(m.text[at:], r) {
		return at + w
	}
	var end int
	if m.numbers, end = measured(m.numbers, at); end > at {
		return end
	}
	if t := m.at(m.text, at, m.start, m.in); t.size > 0 {
		return m.take(t, at, at+t.size)
	}
	// Pass over the whole number: 12021年 holds no 2021年, and a long one must not be
	// read again from each of its characters.
	if _, n, _ := numeral.Scan(m.text[at:]); n > 10*w || scan.IsWestern(m.text[at:]) {
		return at + n
	}
	return at + w
}

// cell is the length of a number that a bar or the end follows, as in a row of a table: it tells no
// time; 0 for any other text.
func cell(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' < 10 {
		n++
	}
	if n > 0 && (n == len(s) || s[n] == '|') {
		return n
	}
	return 0
}

// take takes in the words of a time, and says where to go on.
func (m *marking) take(t told, at, end int) int {
	rest := m.text[end:]
	switch {
	case !t.sets:
	case datesEvent(rest) || m.founded(t.period, rest):
		m.events = append(m.events, mark{at: at, size: t.size, period: t.period})
	case datesScene(m.words, t.period, rest):
		if m.in.IsZero() {
			m.all = append(m.all, mark{at: at, size: t.size, period: Yearly(t.period.To.Year())})
		}
	case t.clause || planWithin(t.period, m.in, rest) || m.deadline(t, at, rest):
		m.all = append(m.all, mark{at: at, size: t.size, period: t.period})
		if end += len(scan.ClauseHead(rest)); end < len(m.text) {
			m.all = append(m.all, mark{at: end, period: m.in})
		}
	default:
		return m.set(t, at, end)
	}
	return end
}

// deadline reports a part of a year within a clause by whose end that clause alone is to be
// done: 标准厂房6月底前交付8万平方米,新增企业12家.
func (m *marking) deadline(t told, at int, rest string) bool {
	behind, by := strings.CutPrefix(rest, "前")
	return by && !scan.ClauseEnds(behind) && t.period.To-t.period.From < 11 && strings.TrimSpace(m.text[m.start:at]) != ""
}

// set puts a period in force from a place on.
func (m *marking) set(t told, at, end int) int {
	words, rest := m.text[at:end], m.text[end:]
	if m.aside == nil {
		m.aside = m.outside(t, at, end)
	}
	k := mark{
		at: at, size: t.size, period: t.period, first: t.first, carry: m.carries(t.period) && !strings.HasSuffix(words, "当月") && !m.ofPlan(t.period, end),
		since: strings.HasPrefix(rest, "以来") || strings.HasSuffix(words, "以来"),
	}
	m.all = append(m.all, k)
	if k.carry {
		m.in = k.period
	}
	if t.period.Day() != "" && !t.period.AsOf {
		m.event = t.period
		end += eventName(rest)
	}
	return end
}

// outside is what was in force before an aside that begins at a place; nil for none.
func (m *marking) outside(t told, at, end int) *model.Period {
	switch before := m.text[m.start:at]; {
	case len(m.all) > 0 && forecast(before):
		return &m.all[len(m.all)-1].period
	case len(m.all) > 0 && severalInWords(t.period) && m.all[len(m.all)-1].period.From != 0: // 到2017年底,…,五年累计完成投资400亿元;…
		return &m.all[len(m.all)-1].period
	case m.overYears && len(m.all) == 0 && strings.ContainsAny(before, "，；,;"), // 五年来…,2025年营收80亿元,累计建成…
		t.period.AsOf && scan.LastClause(before) != "" && !scan.ClauseEnds(m.text[end:]), m.ofPlan(t.period, end), len(m.all) == 0 && severalInWords(t.period):
		in := m.in
		return &in
	}
	return nil
}

// severalInWords reports years that are counted and not named: 五年.
func severalInWords(p model.Period) bool {
	_, part := PartOf(p.Label) // 上半年
	return p.From == 0 && part == 0 && strings.HasSuffix(p.Label, "年") && lexicon.ComingYears.Prefix(p.Label) == ""
}

// ofPlan reports the part of a plan's year that is told of its clause alone: 三季度开工10个;
// not that in which the plan itself lies (下半年,…).
func (m *marking) ofPlan(p model.Period, end int) bool {
	return !p.AsOf && m.in == Yearly(p.To.Year()) && m.in != p && m.ahead != nil && m.ahead() && !scan.ClauseEnds(m.text[end:])
}

// eventName is the length of an event's name behind its day: a time in it (二季度重点
// 项目集中签约, 招商推介会暨一季度集中签约仪式) is none of the numbers'.
func eventName(rest string) (n int) {
	clause := scan.ClauseHead(strings.TrimLeft(rest, "，, "))
	lead := len(rest) - len(strings.TrimLeft(rest, "，, "))
	for {
		word, i := lexicon.Ceremony.Find(clause[n:])
		if i < 0 {
			break
		}
		n += i + len(word)
	}
	if n > 0 {
		return lead + n
	}
	word, i := lexicon.Ceremony.Find(rest)
	return i + len(word)
}

// markBeforeYear is the length of a list's mark that touches a year: 1.2021年 is no
// number with decimals.
func markBeforeYear(s string) int {
	mark := scan.ListMark(s)
	if _, n := Year(s[mark:]); n == 0 {
		return 0
	}
	return mark
}

// measured are the numbers that measure something at a place and behind it, and where
// the one at the place ends: it tells no period.
func measured(numbers []scan.Quantity, at int) ([]scan.Quantity, int) {
	for len(numbers) > 0 && numbers[0].Number.Start < at {
		numbers = numbers[1:]
	}
	if len(numbers) > 0 && numbers[0].Number.Start == at && numbers[0].Class != "time" && numbers[0].Class != "rank" {
		return numbers, numbers[0].Number.End
	}
	return numbers, at
}
