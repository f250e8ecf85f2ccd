package timeline

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Headings: what they say of the time and the stage of the sections below them.

// heading takes in a paragraph that may open a section: 一、2021年工作回顾 sets
// period and stage for all below it, until the next such heading.
func (c *clock) heading(paragraph string, a *Agenda) {
	line := headingIn(paragraph)
	if line == "" {
		return
	}
	times := c.timesOf(line)
	stage, coming := c.stages(line, times)
	level := 0
	if mark := scan.ListMark(line); mark > 0 {
		level = scan.Level(line)
		c.under = level
		stage = c.unlessDone(stage, line, level, times)
	} else if stage == "" || !shortHeading(line) || line != c.title && strings.Contains(c.title, line) { // or a line of the title, which speaks of the whole
		return
	}
	partOfMixed := c.mixed && stage == a.Section && len(times) == 0 && level != 1 // 民生保障成效显著
	if partOfMixed || !c.leaves(level) && stage == "" {
		return
	}
	if stage != "" {
		c.outlook[level] = outlook{stage, c.periodBelow(line, level, stage, times)}
		c.mixed = stage == model.Achieved && len(times) > 1
		c.span = several(times, c.mixed)
	}
	c.overYears, c.recalled, a.opened, c.coming = !coming.IsZero(), false, false, coming
	c.within(a)
}

// several is the one of the times of a mixed heading that is of more than a year; zero for none.
func several(times []model.Period, mixed bool) model.Period {
	if i := slices.IndexFunc(times, func(p model.Period) bool { return p.To-p.From > 11 }); mixed && i >= 0 {
		return times[i]
	}
	return model.Period{}
}

// stages is what a heading says of the section below it, and the plan to which that comes at last.
func (c *clock) stages(line string, times []model.Period) (stage model.Stage, coming model.Period) {
	if stage = c.sectionStage(line, times); stage == "" && len(times) == 2 {
		return joinsBoth(line)
	}
	return stage, coming
}

// joinsBoth takes in a heading over the years of two plans, “十三五”发展成就和“十四五”主要目标:
// below it the text looks back, until a paragraph turns to those that are coming.
func joinsBoth(line string) (stage model.Stage, coming model.Period) {
	for i := range line {
		w := lexicon.Joins.Prefix(line[i:])
		if w == "" {
			continue
		}
		was, will := timesIn(line[:i]), timesIn(line[i+len(w):])
		if len(was) == 1 && len(will) == 1 && was[0].To+1 == will[0].From && will[0].To-will[0].From == 59 &&
			SectionStage(line[:i]) == model.Achieved && SectionStage(line[i+len(w):]) == model.Target {
			return model.Achieved, will[0]
		}
	}
	return "", model.Period{}
}

// periodBelow is the time of the section below a heading of a level: its own, or that of the
// headings above; none of the years of the whole plan that the text is, which tell not of which.
func (c *clock) periodBelow(line string, level int, stage model.Stage, times []model.Period) model.Period {
	period := c.sectionPeriod(line, stage, times)
	if period.IsZero() && len(times) == 0 {
		period = c.above(level, stage)
	}
	if period == c.outline {
		period = model.Period{}
	}
	return period
}

// looksBack takes in a paragraph of a plan for several years that turns to those before them:
// “十三五”时期是…. It is a look back, as one below a heading would be, up to the next heading
// of the level that it stands below.
func (c *clock) looksBack(paragraph string, a *Agenda) {
	own := c.outline
	p, _ := fiveYears(strings.TrimLeft(paragraph[scan.ListMark(paragraph):], "—“\""))
	if c.turnsAhead(paragraph) {
		c.outlook[c.under] = outlook{model.Target, c.coming}
		c.overYears, c.mixed, c.coming = false, false, model.Period{}
		c.within(a)
	}
	if own.IsZero() || p.IsZero() || p.To >= own.From || a.Section == model.Achieved {
		return
	}
	c.outlook[c.under] = outlook{model.Achieved, p}
	a.opened = false
	c.within(a)
}

// turnsAhead reports a paragraph whose first clause names first the plan that its heading joins
// to a look back: 根据关于第十五个五年规划的建议,….
func (c *clock) turnsAhead(paragraph string) bool {
	if c.coming.IsZero() {
		return false
	}
	clause := scan.ClauseHead(paragraph)
	for i := range clause {
		if p, n := planned(clause[i:]); n > 0 {
			return p == c.coming
		}
	}
	return false
}

// headingIn is what a paragraph that may be a heading says: 要点之一：2022年工作回顾 what
// stands behind its colon; empty for none.
func headingIn(paragraph string) string {
	line := strings.TrimSpace(paragraph)
	if runesOver(line, 45+2*len("()")) {
		return "" // as most are
	}
	for _, draft := range [...]string{"（草案）", "(草案)"} { // 二、2023年预算（草案）
		line = strings.Replace(line, draft, "草案", 1)
	}
	if runesOver(line, 45) || strings.ContainsAny(line, "。；;") {
		return ""
	}
	if i := strings.LastIndexAny(line, ":："); i >= 0 && SectionStage(line[i:]) != "" {
		return strings.TrimLeft(line[i:], ":： ")
	}
	return line
}

// unlessDone is what a heading says of the section below it, but nothing where it only names work
// below a look back: （六）重点工作 below 一、2022年预算执行情况.
func (c *clock) unlessDone(stage model.Stage, line string, level int, times []model.Period) model.Stage {
	if stage == model.Target && len(times) == 0 && c.above(level, model.Achieved).From != 0 && namesWork(line) {
		return ""
	}
	return stage
}

// namesWork reports a heading that says no more of what is ahead than that there is work: 重点工作,
// 主要任务, but not 工作打算.
func namesWork(line string) bool {
	for w, i := lexicon.Plan.Find(line); i >= 0; w, i = lexicon.Plan.Find(line) {
		task, at := lexicon.Task.Find(w)
		if at < 0 || lexicon.Plan.Inside(w[:at]+w[at+len(task):]) {
			return false
		}
		line = line[i+len(w):]
	}
	return true
}

// outlook is what a heading says of the section below it.
type outlook struct {
	stage  model.Stage
	period model.Period
}

// leaves forgets the headings of a level and those below it, and reports whether one of
// them told anything: 二、奋力开创新局面 ends what 一、2023年工作回顾 opened.
func (c *clock) leaves(level int) (told bool) {
	for i := level; i < len(c.outlook); i++ {
		told = told || c.outlook[i].stage != ""
		if i > 0 {
			c.outlook[i] = outlook{}
		}
	}
	return told
}

// above is the time that the headings above a level tell of the same stage: under 一、2022年
// 计划执行情况, （一）指标完成情况 is of 2022.
func (c *clock) above(level int, stage model.Stage) model.Period {
	for i := level - 1; i >= 0; i-- {
		if c.outlook[i].stage == stage {
			return c.outlook[i].period
		}
	}
	return model.Period{}
}

// within puts in force what the nearest heading that tells says.
func (c *clock) within(a *Agenda) {
	i := len(c.outlook) - 1
	for i > 0 && c.outlook[i].stage == "" {
		i--
	}
	a.Section, c.section = c.outlook[i].stage, c.outlook[i].period
	c.back = i > 0 && a.Section == model.Achieved
}

// sectionStage is what a heading with some times says of the section below it.
func (c *clock) sectionStage(line string, times []model.Period) model.Stage {
	stage := SectionStage(line)
	switch {
	case strings.Contains(c.title, line) && (len(times) > 1 || scan.BeginsAny(line, "和", "及", "与", "暨")):
		return "" // 2022年工作情况和2023年打算 and the second line of a title name the text, and not what stands below them
	case stage != "" || len(times) != 1 || times[0].From == 0 || c.today == 0 || entitles(line), !c.report && (!lexicon.Task.Inside(line) || strings.Contains(c.title, line)):
		return stage
	}
	return c.tense(times[0]) // 第一部分 2022年工作
}

// tense is what a time says of the work that is told of it: it is done, or to be done.
func (c clock) tense(p model.Period) model.Stage {
	switch {
	case p.From > c.today, begun(p, c.today), c.report && p.From.Year() > c.reviewed():
		return model.Target
	case c.report, p.To <= c.today, closing(p, c.today):
		return model.Achieved
	}
	return ""
}

// sectionPeriod is the time of the section below a heading: the one that it names, or
// that of what it looks to. Of several none can be taken for the section's numbers:
// “十三五”时期和2020年工作回顾.
func (c *clock) sectionPeriod(line string, stage model.Stage, times []model.Period) model.Period {
	coming := ahead(line)
	switch {
	case stage == model.Achieved && !c.part.IsZero() && len(timesIn(line)) == 0:
		return c.part
	case len(times) == 1:
		return times[0]
	case len(times) > 1 || !coming.IsZero() || c.today == 0:
		return coming
	case lexicon.Reviewed.Inside(line), stage == model.Achieved && c.report:
		return Yearly(c.reviewed())
	}
	return model.Period{}
}

// timesOf are the times that a heading names, as seen from the report's day where it
// tells no year: 一、上半年工作情况; 今年的主要任务.
func (c *clock) timesOf(line string) []model.Period {
	if !periodRunes.In(line) {
		return nil // as mostly
	}
	all := timesIn(line)
	if len(all) > 0 || c.today == 0 {
		return all
	}
	switch part := partIn(line, c.today); {
	case !part.IsZero():
		return []model.Period{part}
	case strings.Contains(line, "明年"):
		return []model.Period{Yearly(c.today.Year() + 1)}
	case strings.Contains(line, "今年"):
		return []model.Period{Yearly(c.today.Year())}
	}
	return nil
}

// Plans that a sentence opens, as a heading would: 方案明确,…; 今后五年…提出具体目标。;
// and the document that is a plan by its title. A plan holds over the sentences and
// the paragraphs behind it, until the text turns back or begins a new matter.

// opensPlan reports a sentence behind whose head a plan stands.
func opensPlan(in *lexicon.Features, s string) bool {
	return in.Has(lexicon.PlanText) && provides(scan.ClauseHead(s)) || namesAims(in, s) || asks(s) && in.Has(lexicon.Resolve)
}

// provides reports a clause in which a document says what is to be done: 方案明确,
// 《规划》还提出; 根据《方案》.
func provides(clause string) bool {
	word, i := lexicon.Provides.Find(clause)
	if i == 0 {
		return lexicon.PlanText.Suffix(strings.TrimRight(clause[len(word):], "》”」")) != ""
	}
	return i > 0 && lexicon.PlanText.Suffix(strings.TrimRight(clause[:i], "》”」还也中同时")) != ""
}

// namesAims reports a sentence that only says that aims follow: …今后五年…提出了具体
// 目标。; 我们将做好以下工作:
func namesAims(in *lexicon.Features, s string) bool {
	s = strings.TrimRight(s, "。：: \n")
	last := scan.LastClause(s)
	if in.Has(lexicon.ComingYears) || in.Has(lexicon.Resolve) {
		if scan.EndsAny(s, "目标", "目标任务", "任务", "安排") && lexicon.Provides.Inside(last) {
			return true
		}
	}
	return scan.EndsAny(s, "工作", "任务", "方面", "事") && strings.Contains(last, "以下") && !settled(in, s)
}

// closesPlan reports a sentence with which the text turns back, or begins a matter of
// its own.
func closesPlan(s string) bool {
	s = strings.TrimLeft(s, "“ \u3000")
	return opensPast(s) || asks(s)
}

// asks reports a question: 下一步,你们有哪些打算? asks for a plan, any other ends one.
func asks(s string) bool {
	s = strings.TrimRight(s, " ”\n")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？")
}

// planTitle reports a title that makes its text a plan: 2022年工作要点; not the news of
// one (某区出台行动方案).
func planTitle(title string) bool {
	title = strings.TrimSuffix(strings.TrimRight(withoutBracket(title), "》”"), "的通知")
	title = strings.TrimRight(title, "》”")
	proposes := strings.HasSuffix(title, "建议") && strings.Contains(title, "规划") // 关于制定…五年规划的建议
	return (proposes || lexicon.PlanText.Suffix(title) != "") && !lexicon.Chronicle.Inside(title) && !lexicon.Issues.Inside(strings.TrimPrefix(title, "关于印发"))
}

// plansThroughout reports a text without a heading that tells of its sections, which says in
// one paragraph behind the other what is to be done: the later page of a work report.
func plansThroughout(text *scan.Text) bool {
	aims, paragraph := 0, 0
	for i := range text.Sentences {
		s := &text.Sentences[i]
		words := text.Of(s.Span)
		if s.Paragraph != paragraph && headingIn(words) != "" && SectionStage(words) != "" || opensPast(words) {
			return false
		}
		if paragraph = s.Paragraph; strongly(&s.Words, words) {
			aims++
		}
	}
	return aims > 3 && mood(text.Doc.Text)
}

// withoutBracket is a title without a remark in brackets behind it: （节选）.
func withoutBracket(title string) string {
	title = strings.TrimRight(title, " )）")
	if i := strings.LastIndexAny(title, "(（"); i > 0 {
		return title[:i]
	}
	return title
}

// program takes in a sentence that opens or closes a plan. What turns back in the
// midst of a paragraph is an aside: the next paragraph goes on with the plan.
func (a *Agenda) program(in *lexicon.Features, s string, fresh bool) {
	switch {
	case a.Section == model.Target && a.opened && closesPlan(s) && !opensPlan(in, s):
		a.Section, a.opened = "", !fresh
	case a.Section != "":
	case opensPlan(in, s), (a.titled || a.opened) && fresh && !closesPlan(s):
		a.Section, a.opened = model.Target, true
	}
}
