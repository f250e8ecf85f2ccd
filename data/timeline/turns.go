package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Parts of a look back that no heading parts: a report that looks back on a year and on
// five tells the two one behind the other, each with a list of its own below it.

// turns takes in a sentence that opens a paragraph, or stands behind others of it that
// tell no number: one that turns to the five years (五年来,…) or to the year (2025年,…;
// 过去一年,…) says what all below it is told of, until the text turns again. Under a
// heading of one time only what is said with some stress does.
func (c *clock) turns(in *lexicon.Features, sentence string, fresh bool) {
	s := strings.TrimLeft(sentence[scan.ListMark(sentence):], "—“\" ")
	address := lexicon.Address.Prefix(s)
	s = strings.TrimLeft(s[len(address):], "，,！!：:\n")
	if fresh {
		c.stressed, c.entering = false, opening
	}
	c.stressed = c.stressed || address != "" || strings.HasPrefix(s, "刚刚过去")
	if !c.mixed && !c.stressed || c.entering == 0 {
		return
	}
	if span, told := severalTold(in, s); !severalYears(c.section) && told { // of which year is not told
		c.section, c.overYears, c.entering = model.Period{}, true, 0
		c.cur, c.since = c.section, false
		if !span.IsZero() {
			c.span = span
		}
	} else if c.entering == opening && c.today > 0 && c.yearTold(s) {
		c.section, c.overYears = Yearly(c.reviewed()), false
		c.cur, c.since = c.section, false
	}
	if s != "" && c.entering > 0 {
		c.entering--
	}
}

// severalTold reports a sentence that turns to the years under review, and which they are
// where it names them.
func severalTold(in *lexicon.Features, s string) (model.Period, bool) {
	if word, i := in.Find(lexicon.Recall, scan.ClauseHead(s)); i >= 0 {
		s = strings.TrimLeft(s[i+len(word):], "了“\"")
	}
	if p, plan := fiveYears(strings.TrimLeft(s, "“\"")); plan > 0 {
		return p, true
	}
	return model.Period{}, lexicon.PastYears.Prefix(s) != ""
}

// yearTold reports a sentence that turns to the year under review.
func (c *clock) yearTold(s string) bool {
	year := strings.TrimPrefix(strings.TrimPrefix(s, "刚刚"), "过去的")
	y, n := Year(year)
	return n > 0 && y == c.reviewed() && (!c.overYears || year != s || scan.ClauseEnds(year[n:])) || lexicon.Reviewed.Prefix(s) != ""
}

// outdated reports a sentence that turns to what there is from a time that is long over:
// 2014年重新选址。目前,有企业130家; and one so many sentences behind a year that five are looked
// back on again.
func (c *clock) outdated(sentence string, ago int) bool {
	return ago > 1 && withinOne(c.cur) && lexicon.PastYears.Prefix(c.section.Label) != "" || c.cur.From != 0 && c.cur.To.Year() < c.latest-1 && opensPast(sentence)
}

// Within are the years of which the section speaks, for a number of a stage of whose period
// nothing is told: those that its heading names, beside one of them or alone, or with which the
// text turns to them, and of 五年来 in the report on the last year of a plan its years; zero for none.
func (w *Walk) Within(stage model.Stage) model.Period {
	c := &w.clock
	switch {
	case stage != w.Agenda.Section:
	case stage == model.Target && c.section.IsZero():
		return c.outline
	case severalYears(c.section), lexicon.PastYears.Prefix(c.section.Label) != "":
		return c.section
	case stage == model.Achieved && c.section.IsZero() && !c.span.IsZero():
		return c.span
	case c.overYears && c.report && c.section.IsZero():
		for _, plan := range lexicon.FiveYears.Words() {
			if p, _ := planned(plan); p.To.Year() == c.reviewed() {
				return p
			}
		}
	}
	return model.Period{}
}

// timed reports that the sentence, its paragraph or its section tells a time, be it none that has
// a name: 近年来,…; 这五年,….
func (w *Walk) timed(marked bool) bool {
	return marked || w.clock.overYears || w.dated == w.s.Paragraph
}
