package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// newClock sets the clock to the report's day.
func newClock(x *scan.Text) clock {
	h := x.Doc.Head
	c := clock{district: h.District, title: h.Title, report: strings.Contains(h.Title, "工作报告")}
	titled, times := 0, timesIn(h.Title)
	for _, titled = range yearsIn(h.Title) {
		break
	}
	c.report = c.report && !(len(times) == 1 && withinOne(times[0]) && times[0] != Yearly(titled)) // 2023年上半年工作报告 looks back on no year
	c.today = c.reportDay(x, titled, times)
	if part := partIn(h.Title, c.today); c.today > part.To && len(times) < 2 { // 2021年决算和2022年上半年执行情况
		c.part = part
	}
	c.section = c.part
	if titled > 0 && c.section.IsZero() && len(times) == 1 && (reviewTitle(h.Title) || planTitle(h.Title)) {
		c.section = times[0]
	}
	if c.under = len(c.outlook) - 1; planTitle(h.Title) && len(times) > 0 && times[0].To-times[0].From == 59 {
		c.outline = times[0]
	}
	c.outlook[0].period, c.cur = c.section, c.section
	return c
}

// reportDay is the month in which a report speaks whose title names some times, the first
// year of them titled; 0 where neither its head nor a heading tells.
func (c clock) reportDay(x *scan.Text, titled int, times []model.Period) model.Month {
	h := x.Doc.Head
	if c.report && titled > 0 && speaksIn(h, titled) {
		if m := int(h.Event.Month()); m > 6 { // held at the year's end
			return model.MonthOf(titled, m)
		}
		return model.MonthOf(titled, 1)
	}
	if d := h.Date(); !d.IsZero() {
		return model.MonthOf(d.Year(), int(d.Month()))
	}
	if len(times) == 0 || times[0].From == 0 {
		return c.dayPlanned(x)
	}
	switch within, plan := withinOne(times[0]), planTitle(h.Title); {
	case within && !plan && len(times) == 1: // told within that year, or about it or a part of it
		return max(times[0].To, model.MonthOf(titled, 4)) // and not about the year before
	case !within && plan: // of the beginning of its years
		return times[0].From
	}
	return c.dayPlanned(x)
}

// dayPlanned is the month in which a text speaks whose head does not tell: January of the year
// that a heading of it plans for (二、2025年工作安排), or of the one after that on which a work
// report looks back (一、2024年工作回顾); 0 where none does.
func (c clock) dayPlanned(x *scan.Text) model.Month {
	for i := range x.Sentences {
		line := x.Of(x.Sentences[i].Span)
		if !shortHeading(line) {
			continue
		}
		times := timesIn(line)
		if len(times) != 1 || times[0] != Yearly(times[0].From.Year()) {
			continue
		}
		switch y := times[0].From.Year(); SectionStage(line) {
		case model.Target:
			return model.MonthOf(y, 1)
		case model.Achieved:
			if c.report {
				return model.MonthOf(y+1, 1)
			}
		}
	}
	return 0
}

// speaksIn reports whether a report whose title names a year speaks in it: 报告摘要:2021年任务完成,
// published in January 2022, does not.
func speaksIn(h model.Head, titled int) bool {
	if !h.Event.IsZero() {
		return h.Event.Year() == titled
	}
	return h.Published.Year() != titled+1 || h.Published.Month() > 3
}

// withinOne reports a period of one year, or of a part of one: not 2023-2027年.
func withinOne(p model.Period) bool { return p.From != 0 && p.From.Year() == p.To.Year() }

// reviewTitle reports a title that says that the text tells of its only year:
// 2023年工作综述, 2021年重点工程进展情况; not 2022年预算执行情况和2023年预算草案.
func reviewTitle(title string) bool {
	return lexicon.Chronicle.Inside(title) && !lexicon.NoChronicle.Inside(title)
}

// partIn is the part of a year that a title or a heading names: 2024年上半年经济运行; its
// year stands before it, else it is the report's.
func partIn(title string, today model.Month) model.Period {
	year, end := 0, -1 // the last one, and where it ends
	for i := range title {
		if y, n := Year(title[i:]); n > 0 {
			year, end = y, i+n
		}
		part, n := PartOf(title[i:])
		if n > 0 && lexicon.Ceremony.Inside(title[i+n:]) { // 第一季度项目集中签约: of which the text tells one day
			return model.Period{}
		}
		if r, _ := utf8.DecodeLastRuneInString(title[:i]); i != end && (today == 0 || strings.ContainsRune("0123456789年-—至.", r)) || !part.several() {
			continue
		}
		y := year
		if i != end {
			y = today.Year()
			if today.Month() <= 3 && part.To > 3 { // the quarter under way is this year's
				y--
			}
		}
		return part.In(y)
	}
	return model.Period{}
}

// soleTime is the part of a year that the text is all about: a first sentence
// that tells no number sets it, as notes on half a year's statistics do, and no
// other time is set anywhere.
func (c clock) soleTime(x *scan.Text) (sole model.Period) {
	for i := range x.Sentences {
		s := &x.Sentences[i]
		for _, k := range c.marks(x.Doc.Text, s) {
			switch {
			case k.period.IsZero() || k.period == sole:
			case i > 0 || !sole.IsZero():
				return model.Period{}
			default:
				sole = k.period
			}
		}
		if sole.IsZero() || i == 0 && (!severalMonths(sole) || len(s.Quantities) > 0) {
			return model.Period{}
		}
	}
	return sole
}

// severalMonths reports a period of more than a month and less than a year.
func severalMonths(p model.Period) bool {
	if p.From == 0 { // of a year that is not known
		part, n := PartOf(p.Label)
		return n == len(p.Label) && part.several()
	}
	return !p.AsOf && p.To > p.From && p.To-p.From < 11
}

// timesIn are the times that a heading names.
func timesIn(line string) (all []model.Period) {
	for i := 0; i < len(line); {
		p, n := timeAt(line[i:], line[:i])
		if n > 0 {
			all = append(all, p)
		} else {
			_, n = utf8.DecodeRuneInString(line[i:])
		}
		i += n
	}
	return all
}

// timeAt is the time that a heading names at a place, and its bytes: a year or a part of
// one, several years, the five of a plan, 过去五年.
func timeAt(rest, before string) (model.Period, int) {
	y, n := Year(rest)
	if n == 0 && lexicon.Looks.Suffix(before) != "" { // 回顾2023,…
		y, n = fourDigits(rest)
	}
	if n == 0 {
		if past := lexicon.PastYears.Prefix(rest); past != "" {
			return model.Period{Label: "过去五年"}, len(past)
		}
		return planned(rest)
	}
	if to, m := YearRange(rest); m > 0 {
		return yearsFrom(y, to), m
	}
	if part, m := PartOf(rest[n:]); part.several() { // 2025年一季度经济运行情况
		return part.In(y), n + m
	}
	return Yearly(y), n
}

// entitles reports a line that names the report or its day, and not what stands
// below it: 2021年政府工作报告, （2021年1月28日）.
func entitles(line string) bool {
	for i := range line {
		if _, n := Year(line[i:]); n > 0 && i+n < len(line) && scan.IsNumber(line[i+n:]) {
			return true
		}
	}
	return strings.Contains(line, "工作报告")
}

// plan is the period of a target that states none: the year for which the text
// has said what will be done (2023年,全区将…), or that of a yearly work report's
// title, where no section says 五年.
func (c *clock) plan() model.Period {
	if c.section.IsZero() && !c.planned.IsZero() {
		return c.planned
	}
	if !c.report || c.today == 0 || !c.section.IsZero() {
		return model.Period{}
	}
	return Yearly(c.reviewed() + 1)
}

// plans takes in a sentence that opens a plan with its year.
func (c *clock) plans(sentence string, marks []mark) {
	if len(marks) == 0 || !opensFuture(c.words, sentence) {
		return
	}
	if p := marks[0].period; p.From != 0 && p.To-p.From == 11 {
		c.planned = p
	}
}

// recalls takes in a sentence that says which time the text looks back on (报告回顾
// 了“十三五”时期…, 回首2020年,…, 梳理全区2020年的轨迹): it is in force below, as a
// heading's would be, but where the text turns to what will be done.
func (c *clock) recalls(in *lexicon.Features, s string) {
	if c.recalled {
		if _, ahead := in.Find(lexicon.Prospect, s); ahead >= 0 && ahead <= len("如今,") {
			c.section, c.cur, c.recalled = model.Period{}, model.Period{}, false
		}
		return
	}
	if !c.section.IsZero() {
		return
	}
	word, i := in.Find(lexicon.Recall, s)
	if i < 0 {
		return
	}
	rest := s[i+len(word):]
	for at := range rest {
		if at > len("了我区的过去") {
			return
		}
		p, n := fiveYears(rest[at:])
		if y, m := Year(rest[at:]); m > 0 && (c.today == 0 || y <= c.today.Year()) {
			p, n = Yearly(y), m
		}
		if n > 0 {
			c.section, c.cur, c.recalled = p, p, true
			return
		}
	}
}

// target takes in a sentence that says whose targets follow: 2023年主要预期目标
// 是:…. It opens a section as a heading would.
func (c *clock) target(in *lexicon.Features, s string, a *Agenda) {
	clause := scan.ClauseHead(s)
	aim := in.Inside(lexicon.Aim, s)
	if !strings.Contains(s, "目标") || a.Section == model.Achieved || !aim && !provides(clause) {
		return
	}
	p := ahead(clause)
	if p.IsZero() && aim {
		p = c.yearAimed(s)
	}
	if !p.IsZero() {
		a.Section, a.opened, c.section = model.Target, false, p
	}
}

// yearAimed is the year whose targets a sentence says that it, or the lines below, tell.
func (c *clock) yearAimed(s string) model.Period {
	for i := range s {
		y, n := Year(s[i:])
		if n == 0 && c.today > 0 && strings.HasPrefix(s[i:], "今年") {
			y, n = c.today.Year(), 1
		}
		if n > 0 && !strings.HasPrefix(s[i+n:], "远景") && y >= c.today.Year() && (i <= len("展望未来，综合考虑，") || opensList(s[i:])) {
			return Yearly(y)
		}
	}
	return model.Period{}
}

// opensList reports that a clause ends the sentence with the targets that the
// lines below will tell: 2022年发展的主要预期目标计划如下:.
func opensList(clause string) bool {
	return strings.Contains(scan.ClauseHead(clause), "目标") && strings.HasSuffix(strings.TrimRight(clause, " :：\n"), "如下")
}

// ahead is the time of plans that a text names by its length: 未来五年.
func ahead(s string) model.Period {
	for _, w := range lexicon.ComingYears.Words() {
		if strings.Contains(s, w) {
			return model.Period{Label: w}
		}
	}
	return model.Period{}
}

// toCome reports a time of plans that is named by its length.
func toCome(p model.Period) bool {
	return p.From == 0 && lexicon.ComingYears.Prefix(p.Label) != ""
}

// runesOver reports whether a text has more than n characters; of a long one
// they are not counted.
func runesOver(s string, n int) bool { return len(s) > n*utf8.UTFMax || lexicon.Runes(s) > n }

// shortHeading: a heading without a number in front is short and stops nowhere.
func shortHeading(line string) bool {
	return lexicon.Runes(line) <= 24 && !strings.ContainsAny(line, "，,")
}

// ShortName is the district's name as texts use it: 济阳 for 济阳区. A zone is called by
// all of its name.
func ShortName(district string) string {
	if lexicon.Zone.Suffix(district) != "" {
		return district
	}
	for _, suffix := range lexicon.Division.Words() {
		if s, ok := strings.CutSuffix(district, suffix); ok && lexicon.Runes(s) > 1 {
			return s
		}
	}
	return district
}
