package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Headings: what they say of the time and the stage of the sections below them.

// heading takes in a paragraph that may open a section: 一、2021年工作回顾 sets
// period and stage for all below it, until the next such heading.
func (c *clock) heading(paragraph string, a *Agenda) {
	line := strings.TrimSpace(paragraph)
	if runesOver(line, 45) || strings.ContainsAny(line, "。；;") {
		return
	}
	if i := strings.LastIndexAny(line, ":："); i >= 0 && SectionStage(line[i:]) != "" { // 要点之一：2022年工作回顾
		line = strings.TrimLeft(line[i:], ":： ")
	}
	times := c.timesOf(line)
	stage := c.sectionStage(line, times)
	level := 0
	if mark := scan.ListMark(line); mark > 0 {
		level = scan.Level(line)
	} else if stage == "" || !shortHeading(line) {
		return
	}
	if !c.leaves(level) && stage == "" {
		return
	}
	if stage != "" {
		c.outlook[level] = outlook{stage, c.sectionPeriod(line, stage, times)}
		c.mixed = stage == model.Achieved && len(times) > 1
	}
	c.overYears, c.recalled, a.opened = false, false, false
	c.within(a)
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

// within puts in force what the nearest heading that tells says.
func (c *clock) within(a *Agenda) {
	i := len(c.outlook) - 1
	for i > 0 && c.outlook[i].stage == "" {
		i--
	}
	a.Section, c.section = c.outlook[i].stage, c.outlook[i].period
}

// sectionStage is what a heading with some times says of the section below it.
func (c *clock) sectionStage(line string, times []model.Period) model.Stage {
	stage := SectionStage(line)
	switch {
	case len(times) > 1 && strings.Contains(c.title, line):
		return "" // 2022年工作情况和2023年打算 names the text, and not what stands below it
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
func (c clock) timesOf(line string) []model.Period {
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
