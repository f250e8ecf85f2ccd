package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// newClock sets the clock to the report's day.
func newClock(h model.Head) clock {
	c := clock{district: h.District, report: strings.Contains(h.Title, "工作报告")}
	if d := h.Date(); !d.IsZero() {
		c.today = model.MonthOf(d.Year(), int(d.Month()))
	}
	return c
}

// heading takes in a paragraph that may open a section: 一、2021年工作回顾 sets
// period and stage for all below it, until the next such heading.
func (c *clock) heading(paragraph string, a *agenda) {
	line := strings.TrimSpace(paragraph)
	if utf8.RuneCountInString(line) > 45 || strings.ContainsAny(line, "。；;") {
		return
	}
	stage := sectionStage(line)
	if stage == "" || enumerator(line) == 0 && !shortHeading(line) {
		return
	}
	a.section = stage
	c.section = model.Period{}
	for i := range line {
		if y, n := year(line[i:]); n > 0 {
			c.section = yearly(y)
			return
		}
	}
	switch {
	case containsAny(line, "过去五年", "五年来", "过去5年"):
		c.section = model.Period{Label: "过去五年"}
	case containsAny(line, "今后五年", "未来五年"):
		c.section = model.Period{Label: "今后五年"}
	case c.today == 0:
	case containsAny(line, "过去一年", "过去的一年", "一年来", "去年"):
		c.section = yearly(c.today.Year() - 1)
	case strings.Contains(line, "今年"):
		c.section = yearly(c.today.Year())
	}
}

// shortHeading: a heading without a number in front is short and stops nowhere.
func shortHeading(line string) bool {
	return utf8.RuneCountInString(line) <= 24 && !strings.ContainsAny(line, "，,")
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// shortName is the district's name as texts use it: 济阳 for 济阳区.
func shortName(district string) string {
	for _, suffix := range [...]string{"区", "县", "市", "旗"} {
		if s, ok := strings.CutSuffix(district, suffix); ok && utf8.RuneCountInString(s) > 1 {
			return s
		}
	}
	return district
}
