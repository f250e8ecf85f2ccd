package timeline

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// newClock sets the clock to the report's day.
func newClock(h model.Head) clock {
	c := clock{district: h.District, title: h.Title, report: strings.Contains(h.Title, "工作报告")}
	titled := 0
	for i := range h.Title {
		if y, n := Year(h.Title[i:]); n > 0 {
			titled = y
			break
		}
	}
	switch d := h.Date(); {
	case c.report && titled > 0 && h.Event.Year() == titled && h.Event.Month() > 6:
		c.today = model.MonthOf(titled, int(h.Event.Month())) // held at the end of its year
	case c.report && titled > 0 && (d.IsZero() || !h.Event.IsZero() && h.Event.Year() == titled || h.Event.IsZero()):
		c.today = model.MonthOf(titled, 1) // a work report is of the beginning of its year
	case !d.IsZero():
		c.today = model.MonthOf(d.Year(), int(d.Month()))
	}
	if c.part = titlePart(h.Title, c.today); !c.part.IsZero() {
		c.section, c.cur = c.part, c.part
	} else if titled > 0 && (reviewTitle(h.Title) || planTitle(h.Title) && !severalTimes(h.Title)) {
		c.section = Yearly(titled)
		c.cur = c.section
	}
	return c
}

// reviewTitle reports a title that says that the text tells of its only year:
// 2023年工作综述, 2021年重点工程进展情况; not 2022年预算执行情况和2023年预算草案.
func reviewTitle(title string) bool {
	years := 0
	for i := range title {
		if _, n := Year(title[i:]); n > 0 {
			years++
		}
	}
	return years == 1 && lexicon.Chronicle.Inside(title) &&
		!lexicon.NoChronicle.Inside(title)
}

// titlePart is the part of a year that a title says the text is about: 2024年上半年
// 经济运行; its year stands before it, else it is the report's.
func titlePart(title string, today model.Month) model.Period {
	for i := range title {
		y, n := Year(title[i:])
		if r, _ := utf8.DecodeLastRuneInString(title[:i]); n == 0 && today > 0 && !strings.ContainsRune("0123456789年-—至.", r) {
			y = today.Year()
			if _, _, to, _, _ := Part(title[i:]); today.Month() <= 3 && today.Month() <= to {
				y--
			}
		}
		if label, from, to, asOf, m := Part(title[i+n:]); y > 0 && m > 0 && to-from > 0 && !asOf && today > model.MonthOf(y, to) {
			return within(y, label, from, to, asOf)
		}
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
		_, from, to, asOf, n := Part(p.Label)
		return n == len(p.Label) && !asOf && to > from
	}
	return !p.AsOf && p.To > p.From && p.To-p.From < 11
}

// heading takes in a paragraph that may open a section: 一、2021年工作回顾 sets
// period and stage for all below it, until the next such heading.
func (c *clock) heading(paragraph string, a *Agenda) {
	line := strings.TrimSpace(paragraph)
	if y, n := Year(line); n > 0 && c.intro == 0 && (strings.HasPrefix(line[n:], ",") || strings.HasPrefix(line[n:], "，")) {
		c.intro = y
	} else if c.intro == 0 && runesOver(line, 45) {
		c.intro = -1 // the text opens otherwise
	}
	if runesOver(line, 45) || strings.ContainsAny(line, "。；;") {
		return
	}
	if i := strings.LastIndexAny(line, ":："); i >= 0 && SectionStage(line[i:]) != "" { // 要点之一：2022年工作回顾
		line = strings.TrimLeft(line[i:], ":： ")
	}
	if c.intro > 0 && c.section.IsZero() && scan.ListMark(line) > 0 && a.Section == "" {
		c.section = Yearly(c.intro) // the introduction's year is that of the sections it introduces
	}
	stage := SectionStage(line)
	if severalTimes(line) && strings.Contains(c.title, line) {
		stage = "" // 2022年工作情况和2023年打算 names the text, and not what stands below it
	}
	if p := headingPeriod(line); stage == "" && p.From != 0 && c.report && c.today > 0 && !entitles(line) { // 第一部分 2022年工作
		stage = model.Achieved
		if p.From.Year() > c.reviewed() {
			stage = model.Target
		}
	}
	if stage == "" || scan.ListMark(line) == 0 && !shortHeading(line) {
		return
	}
	a.Section, a.opened, c.recalled = stage, false, false
	c.mixed, c.overYears = stage == model.Achieved && severalTimes(line), false
	c.section = headingPeriod(line)
	switch {
	case !c.section.IsZero():
	case severalTimes(line):
	case lexicon.PastYears.Inside(line):
		c.section = model.Period{Label: "过去五年"}
	case !ahead(line).IsZero():
		c.section = ahead(line)
	case c.today == 0:
	case stage == model.Achieved && !c.part.IsZero():
		c.section = c.part
	case lexicon.Reviewed.Inside(line):
		c.section = Yearly(c.reviewed())
	case stage == model.Achieved && c.report:
		c.section = Yearly(c.reviewed())
	case strings.Contains(line, "明年"):
		c.section = Yearly(c.today.Year() + 1)
	case strings.Contains(line, "今年"):
		c.section = Yearly(c.today.Year())
	}
}

// turns takes in a paragraph under a heading over several times (“十三五”时期和2020年工作
// 回顾): that opens with 五年来, what follows is of no year that is told, that opens
// with the year, or 一年来, of that.
func (c *clock) turns(paragraph string) {
	if !c.mixed {
		return
	}
	s := paragraph[scan.ListMark(paragraph):]
	_, plan := fiveYears(strings.TrimLeft(s, "“"))
	y, n := Year(s)
	switch {
	case lexicon.PastYears.Prefix(s) != "", plan > 0:
		c.section, c.overYears = model.Period{}, true
	case n > 0 && y == c.reviewed() && (scan.BeginsAny(s[n:], "是") || scan.ClauseEnds(s[n:])), lexicon.Reviewed.Prefix(s) != "":
		c.section, c.overYears = Yearly(c.reviewed()), false
	}
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

// headingPeriod is the year, or the five years, that a heading tells.
func headingPeriod(line string) model.Period {
	if severalTimes(line) {
		return model.Period{}
	}
	for i := range line {
		y, n := Year(line[i:])
		if n == 0 && lexicon.Looks.Suffix(line[:i]) != "" {
			y, n = bareYear(line[i:])
		}
		if to, m := 0, 0; n > 0 {
			if to, m = YearRange(line[i:]); m > 0 {
				return yearsFrom(y, to)
			}
			if label, from, to, asOf, m := Part(line[i+n:]); m > 0 && to > from && !asOf { // 2025年一季度经济运行情况
				return within(y, label, from, to, asOf)
			}
			return Yearly(y)
		}
		if p := planned(line[i:]); !p.IsZero() {
			return p
		}
	}
	return model.Period{}
}

// severalTimes reports a heading over more than one time, of which none can be
// taken for its numbers: “十三五”时期和2020年工作回顾.
func severalTimes(line string) bool {
	times, past := 0, 0
	for i := range line {
		if i < past {
			continue
		}
		_, n := Year(line[i:])
		if n > 0 {
			if _, m := YearRange(line[i:]); m > 0 {
				past = i + m
			}
		}
		if n > 0 || !planned(line[i:]).IsZero() || lexicon.PastYears.Prefix(line[i:]) != "" {
			times++
		}
	}
	return times > 1
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
	if !in.Inside(lexicon.Aim, s) || !strings.Contains(s, "目标") || a.Section == model.Achieved {
		return
	}
	if p := ahead(scan.ClauseHead(s)); !p.IsZero() {
		a.Section, a.opened, c.section = model.Target, false, p
		return
	}
	for i := range s {
		y, n := Year(s[i:])
		if n == 0 && c.today > 0 && strings.HasPrefix(s[i:], "今年") {
			y, n = c.today.Year(), 1
		}
		if n > 0 && (i <= len("展望未来，综合考虑，") || opensList(s[i:])) {
			a.Section, a.opened, c.section = model.Target, false, Yearly(y)
			return
		}
	}
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
func runesOver(s string, n int) bool { return len(s) > n*utf8.UTFMax || utf8.RuneCountInString(s) > n }

// shortHeading: a heading without a number in front is short and stops nowhere.
func shortHeading(line string) bool {
	return utf8.RuneCountInString(line) <= 24 && !strings.ContainsAny(line, "，,")
}

// ShortName is the district's name as texts use it: 济阳 for 济阳区.
func ShortName(district string) string {
	for _, suffix := range lexicon.Division.Words() {
		if s, ok := strings.CutSuffix(district, suffix); ok && utf8.RuneCountInString(s) > 1 {
			return s
		}
	}
	return district
}
