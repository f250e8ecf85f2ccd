package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// Periods are read, never guessed:
//
//	2021年, 2021年1-11月份, 2020年11月底     stated in full
//	今年, 去年, 年内                         against the report's day
//	上半年, 前三季度, 1-11月份               in the year in force, else the report's
//	全年                                     the year in force
//	每年, 五年, 十四五期间                   as written
//	近年来                                   none, and none from here on
//
// A year that belongs to a name or to a comparison sets nothing (2024年省重大
// 项目 behind 是, 比2020年, 于2023年8月开工).

// carries reports a period that holds for the sentences behind its own too: not
// that of several years (2018-2020年), which is told of one thing, nor a stock's day
// where the section has a time of its own.
func (c *clock) carries(p model.Period) bool {
	if p.IsZero() {
		return true
	}
	if p.From == 0 {
		return c.noDate && !severalInWords(p) || toCome(p)
	}
	if p.From == p.To && !p.AsOf {
		return false // of a month one sentence tells
	}
	if p.AsOf && !c.section.IsZero() || c.outside(p) {
		return false // the day of a stock, or another year, in a text about a time
	}
	if c.latest > 0 && p.To.Year() < c.latest-history {
		return false // 1953年设县: history, of which the text goes on to the present
	}
	return !strings.Contains(p.Label, "-") || p.To-p.From < 12 || p.Label == c.section.Label
}

// outside reports one of several years that are looked back on, and another time than the year that
// a section tells of: 2026年春晚, in what
// was done in 2025年; 到2025年, in what is to be done in 2022年.
func (c *clock) outside(p model.Period) bool {
	plans := !c.back && c.ahead != nil && c.ahead()
	return c.overYears && withinOne(p) || (c.back || plans) && c.section.To-c.section.From == 11 && (p.To < c.section.From || c.section.To < p.From && (plans || p.From <= c.today))
}

// history is how many years back a report still tells of its own time.
const history = 7

// datesEvent reports that the clause behind a period tells an event and no number:
// 去年8月动工,占地308亩; 2021年机构改革后,园区…. The period is the event's alone.
func datesEvent(rest string) bool {
	if since := scan.ClauseHead(rest); strings.HasSuffix(since, "后") && len(since) > len("改革后") && !strings.ContainsAny(since, "0123456789") {
		return true
	}
	w := lexicon.Event.Prefix(strings.TrimLeft(rest, "份初底末中旬前"))
	if w == "" {
		return false
	}
	clause := scan.ClauseHead(rest)
	if !strings.Contains(clause, w) || strings.ContainsAny(clause, "0123456789") {
		return false
	}
	_, after, _ := strings.Cut(clause, w)
	return len(after) <= len("并投入使用了") || strings.HasPrefix(after, "的") // 2023年8月投产的甲项目,占地308亩
}

// founded reports a year long past whose clause tells how something came to be, and no
// number: 2010年升级为国家级开发区,规划面积56平方公里.
func (c *clock) founded(p model.Period, rest string) bool {
	if !withinOne(p) || p.From.Year() >= max(c.latest, c.today.Year())-1 || !c.words.Has(lexicon.Founds) {
		return false
	}
	clause := scan.ClauseHead(rest)
	return lexicon.Founds.Inside(clause) && !strings.ContainsAny(clause, "0123456789")
}

// datesScene reports that a month is that of an event told in a clause of its own
// without a number, and not of what the sentence goes on to tell: 去年8月,我们入选…,
// 新建…; 甲项目3月集中开工,力争….
func datesScene(in *lexicon.Features, p model.Period, rest string) bool {
	if p.From == 0 || p.From != p.To || p.AsOf || p.Day() != "" {
		return false
	}
	clause := scan.ClauseHead(strings.TrimLeft(rest, "份，,"))
	if strings.ContainsAny(clause, "0123456789") {
		return false
	}
	if lexicon.Ceremony.Prefix(clause) != "" {
		_, next, _ := strings.Cut(rest, clause)
		return future(in, scan.ClauseHead(strings.TrimLeft(next, "，,")))
	}
	return rest != clause && lexicon.Event.Inside(clause[:min(len(clause), len("我区成功入选"))])
}

// planWithin reports a year that says only when a plan is to be fulfilled, in a sentence
// about a part of it: 1-3月项目49个,2018年计划完成投资46亿元,其中….
func planWithin(year, in model.Period, rest string) bool {
	return severalMonths(in) && in.From != 0 && year == Yearly(in.To.Year()) && lexicon.Strong.Prefix(rest) != ""
}

// thisTime reports that a sentence, or its first clause, goes on with the event told last:
// 此次开工的项目…; 区长在仪式上介绍,….
func thisTime(sentence string) bool {
	_, i := lexicon.ThisTime.Find(scan.ClauseHead(sentence))
	return i >= 0 && i <= len("区长在开工仪式")
}

// forecast reports that the clause in which a text ends tells what is expected.
func forecast(before string) bool {
	near := before[max(0, len(before)-len("预计到今年底全区将")):] // no further, for the sake of endless clauses
	return lexicon.Forecast.Inside(near)
}

// periodRunes are those with which a period's words may begin.
var periodRunes = lexicon.SetOf("元今去两明零上下半本年全前一二三四五六七八九十第每近多长过这历当截未来届0123456789０１２３４５６７８９")

// timeBlanks are the blanks that may stand between a number and what tells that it is one of a time.
var timeBlanks = lexicon.SetOf(" \u00a0\u3000\n\t")

// opensTime reports whether a text that begins with such a rune may begin with a time: one
// of its words, a part of a year, or a number that what tells a time stands behind.
func opensTime(s string, r rune) bool {
	_, w := lexicon.First(s)
	next, _ := lexicon.First(s[w:])
	switch {
	case lexicon.Time.Prefix(s) != "":
		return true
	case r == '元':
		return next == '至' || next == '-'
	case r == '前', r == '第':
		return numeral.Belongs(next)
	case numeral.Belongs(r):
		_, n, _ := numeral.Scan(s)
		next, _ = lexicon.First(timeBlanks.TrimLeft(s[n:]))
		return next < 0x4E00 || next > 0x9FFF || strings.ContainsRune("年月季至到和与同起开底末初度", next) || yearDigit(next) >= 0
	}
	return scan.BeginsAny(s, "上半年", "下半年", "半年度", "每年", "届时")
}

// told is what the words at a place tell of the time.
type told struct {
	period model.Period
	size   int  // of the words, in bytes; 0 when no period begins there
	first  int  // of two years held against each other the first; 0 for none
	sets   bool // they set the period; else they belong to a name or a comparison
	clause bool // for their clause alone
}

// at reads the period whose words begin at a place.
func (c *clock) at(text string, at, start int, in model.Period) told {
	rest, before := text[at:], text[start:at]
	if t := c.inYear(rest, before); t.size > 0 {
		return t
	}
	if from, to, n := bareSpan(rest, before); n > 0 {
		return told{period: yearsFrom(from, to), size: n, sets: true}
	}
	if t := c.relative(rest, before, in); t.size > 0 {
		return t
	}
	if w := lexicon.OfLate.Prefix(rest); w != "" { // but 近年来最好水平 only compares
		return told{period: c.section, size: len(w), sets: c.section.IsZero() && opensClause(before)}
	}
	if strings.HasPrefix(rest, "每年") && !scan.EndsAny(before, "比", "每人") {
		return told{period: model.Period{Label: "每年"}, size: len("每年"), sets: true, clause: true}
	}
	if p, n := fiveYears(rest); n > 0 {
		before := strings.TrimRight(before, "“\"")
		return told{period: p, size: n, sets: !compared(before) && lexicon.AmountsTo.Suffix(before) == ""}
	}
	if n := len(c.events); n > 0 && strings.HasPrefix(rest, "届时") { // 预计2016年建成,届时年产值50亿元
		return told{period: c.events[n-1].period, size: len("届时"), sets: true}
	}
	if w := lexicon.ComingYears.Prefix(rest); w != "" {
		return told{period: model.Period{Label: w}, size: len(w), sets: true}
	}
	if t := years(rest, before); t.size > 0 {
		return c.underReview(t, rest, before, in)
	}
	if t := c.onDay(text[start:], at-start, in); t.size > 0 {
		return t
	}
	return c.partOfYear(rest, before, in)
}

// underReview is a number of years, and the five that are under review where it is theirs;
// not 连续|五年.
func (c *clock) underReview(t told, words, before string, in model.Period) told {
	for _, p := range [...]model.Period{in, c.section} {
		if p.To-p.From == 59 && !strings.HasSuffix(before, "连续") && scan.BeginsAny(strings.TrimPrefix(words, "这"), "5年", "五年") {
			t.period, t.sets = p, true
		}
	}
	return t
}

// partOfYear reads 上半年, 1-11月份, 截至10月底 without a year.
func (c *clock) partOfYear(rest, before string, in model.Period) told {
	part, n := partAt(rest, before)
	if n == 0 || compared(before) || strings.HasSuffix(before, "提") {
		return told{size: n} // 比前三季度 holds no 三季度, 提前两个月 no months
	}
	until := lexicon.Until.Suffix(before) != ""
	switch single := !part.several() && !part.AsOf; {
	case single && until:
		part = month(part.From, true)
	case single && strings.HasPrefix(rest[n:], "以来"):
		return told{size: n, sets: true} // from then until when is not told
	}
	if until && c.today > 0 && in.From > c.today {
		in = model.Period{} // no stock is counted in a plan's year
	}
	running := part.Label == "一季度" || strings.HasPrefix(rest[n:], "前") || future(c.words, scan.LastClause(before)) // or to come
	if y := c.yearFor(in, part.To, running); y > 0 {
		return told{period: part.In(y), size: n, sets: true}
	}
	c.noDate = true
	return told{period: part.undated(), size: n, sets: part.Label != "底"}
}

// partAt is PartOf, and reads the month too that a sentence opens with, 10月,…, or up to
// which something is counted: 截至9月.
func partAt(rest, before string) (Part, int) {
	part, n := PartOf(rest)
	m, d, _, size := monthAndDay(rest)
	opens := strings.TrimSpace(before) == "" && scan.BeginsAny(rest[size:], "，", ",")
	if n > 0 || m == 0 || d > 0 || !opens && lexicon.Until.Suffix(before) == "" {
		return part, n
	}
	return month(m, false), size
}

// inYear reads 2021年, and what follows it.
func (c *clock) inYear(rest, before string) told {
	y, n := yearAt(rest)
	if n == 0 {
		return told{}
	}
	if last, m := heldAgainst(rest[n:]); m > 0 {
		t := told{size: n + m, sets: last > y}
		if t.sets {
			t.period, t.first = Yearly(last), y
		}
		return t
	}
	if other, ok := strings.CutSuffix(before, "、"); ok && yearBefore(other) {
		return told{size: n, sets: true, clause: true} // 2018、2019、2020年: of which one is not told
	}
	t := told{period: Yearly(y), size: n, sets: true}
	if to, m := YearRange(rest); m > 0 {
		if lexicon.SpanStart.Suffix(before) != "" {
			before = "" // 从2012年到2021年 compares nothing
		}
		t = told{period: yearsFrom(y, to), size: m, sets: tellsSpan(before, rest[:m], rest[m:])}
	} else if p, m := monthsAcross(y, rest[n:]); m > 0 {
		t.period, t.size = p, n+m
	} else if p, m, sets := withinYear(y, before, rest[n:]); m > 0 {
		t = told{period: p, size: n + m, sets: sets}
	} else {
		t.sets = !opensSpan(rest[n:]) && !ofYear(before, rest[n:]) && lexicon.Batch.Prefix(rest[n:]) == "" // 2025年第二批重大项目
	}
	speech := strings.Trim(before[scan.ListMark(before):], "“\" ") == ""                    // a quotation, or the mark of a list, that opens the sentence
	t.sets = t.sets && !compared(before) && (speech || lexicon.Titled.Suffix(before) == "") // 是2024年省重大项目
	return t
}

// ofYear reports a year that only says which thing is meant, 2021年|的目标, 2035年|远景目标, and
// not what of that year is told: 2021年|的预计数是:…; 展望了到|2035年|的奋斗目标,….
func ofYear(before, rest string) bool {
	if strings.HasPrefix(rest, "的") {
		clause := scan.ClauseHead(rest)
		return lexicon.AmountsTo.Suffix(strings.TrimRight(clause, ":：")) == "" && (lexicon.By.Suffix(before) == "" || lexicon.Aim.Suffix(clause) == "")
	}
	return strings.HasPrefix(rest, "远景")
}

// tellsSpan reports that a span of years is the time of what its clause tells, and no
// part of a name: not 实施|2018—2020年|绿化工程.
func tellsSpan(before, span, behind string) bool {
	return strings.Trim(scan.LastClause(before), " 、") == "" || scan.ClauseEnds(behind) ||
		lexicon.YearSpanEnd.Suffix(span)+lexicon.Throughout.OrPrefix(lexicon.Lasted, behind) != ""
}

// opensSpan reports what says that a span began with the year before it, and not when
// it ended: 2018年以来, 2018年至今, 2018年起.
func opensSpan(rest string) bool {
	after, since := strings.CutPrefix(rest, "起")
	return since && scan.ClauseEnds(after) || scan.BeginsAny(rest, "以来", "至今", "开始")
}

// monthsAcross reads what follows the year of 2020年5月至2021年8月: the months, and the
// bytes.
func monthsAcross(y int, s string) (model.Period, int) {
	from, rest := wholeMonth(s)
	sep := lexicon.YearSpan.Prefix(rest)
	last, m := Year(rest[len(sep):])
	to, rest := wholeMonth(rest[len(sep)+m:])
	if from == 0 || sep == "" || to == 0 || last <= y {
		return model.Period{}, 0
	}
	first, until := month(from, false).In(y), month(to, false).In(last)
	return model.Period{Label: first.Label + "-" + until.Label, From: first.From, To: until.To}, len(s) - len(rest)
}

// wholeMonth reads a month: its number, 0 for none, and what stands behind it.
func wholeMonth(s string) (m int, rest string) {
	m, n := monthNumber(s)
	rest, ok := strings.CutPrefix(s[n:], "月")
	if m == 0 || !ok {
		return 0, s
	}
	return m, strings.TrimPrefix(rest, "份")
}

// yearBefore reports that a text ends with a year's four digits.
func yearBefore(s string) bool {
	if len(s) < 4 {
		return false
	}
	_, n := fourDigits(s[len(s)-4:])
	return n == 4
}

// heldAgainst is the length of what follows a year that only serves a comparison:
// [2019年]相比, [2019年]与2021年相比; last is the year that it is compared with.
func heldAgainst(rest string) (last, size int) {
	if w := lexicon.HeldAgainst.Prefix(rest); w != "" {
		return 0, len(w)
	}
	for _, with := range lexicon.YearSpan.Words() {
		if t, ok := strings.CutPrefix(rest, with); ok {
			if y, n := Year(t); n > 0 && lexicon.HeldAgainst.Prefix(t[n:]) != "" {
				return y, len(with) + n
			}
		}
	}
	return 0, 0
}

// yearFor is the year to which a part of a year without one belongs: the year in force,
// else the report's, unless that part of it was still to come, and does not run or is told
// to come.
func (c *clock) yearFor(in model.Period, to int, running bool) int {
	switch {
	case in.From != 0 && in.From.Year() == in.To.Year():
		return in.From.Year()
	case c.today == 0:
		return 0
	case to > c.today.Month() && c.today.Month() <= 3 && (in.From != 0 || !running):
		return c.today.Year() - 1
	}
	return c.today.Year()
}

// compared reports that a period only serves a comparison: 比去年, 较2020年, 比2020年、|2019年.
func compared(before string) bool {
	for range comparedYears {
		if lexicon.Compared.Suffix(before) != "" {
			return true
		}
		other, ok := strings.CutSuffix(strings.TrimRight(before, "、和与及"), "年")
		if !ok || !yearBefore(other) {
			return false
		}
		before = other[:len(other)-len("2020")]
	}
	return false
}

// comparedYears are how many years one comparison names, at most: a chain of years
// without end is not gone through for each of them.
const comparedYears = 6
