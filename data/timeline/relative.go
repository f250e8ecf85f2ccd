package timeline

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// Years as seen from the report's day: 今年, 去年, 全年.

// relative reads 今年, 去年, 年内, 全年 and 一年来.
func (c *clock) relative(rest, before string, in model.Period) told {
	word, kind := yearWord(rest)
	n, behind := len(word), rest[len(word):]
	if ofWhole(before, behind, in) {
		return told{size: n}
	}
	y, named := c.yearOf(word, kind, before, behind, in)
	if !named {
		return told{size: n}
	}
	if c.today == 0 && c.section.IsZero() && in.IsZero() {
		c.noDate = true
	}
	switch {
	case y < 1900:
		return told{size: n, sets: parts(kind, in)}
	case kind == lexicon.YearEnd && forecast(before): // 预计到年末: what the year comes to
		return told{period: Yearly(y), size: n, sets: true}
	case kind == lexicon.YearEnd:
		return told{period: yearEnd(y), size: n, sets: true}
	case kind == lexicon.LastYear && strings.HasPrefix(behind, "以来"): // of two years, and no one says which
		return told{size: n + len("以来"), sets: true}
	case strings.HasPrefix(behind, "以来"):
		return told{period: Yearly(y), size: n, sets: true}
	}
	p, m, sets := withinYear(y, before, behind)
	return told{period: p, size: n + m, sets: sets && (m == 0 || !strings.HasSuffix(before, "于"))} // else the day of an event
}

// ofWhole reports a year that only tells of which whole a number is: 占全年投资的49.9%, 占本年度
// 计划的54.8%, 上年结转收入.
func ofWhole(before, behind string, in model.Period) bool {
	return strings.HasSuffix(before, "占") || !in.IsZero() && scan.BeginsAny(behind, "结转", "结余")
}

// parts reports that a year unknown is no longer the one in force: 去年 is none that was
// told before, 今年 no part of another.
func parts(kind lexicon.Feature, in model.Period) bool {
	return kind == lexicon.LastYear || kind == lexicon.ThisYear && in.From == 0 && severalMonths(in)
}

// withinYear is a year, or the part of it that the words behind it tell, and their
// bytes; sets is false where it is only the day of an event.
func withinYear(y int, before, behind string) (p model.Period, size int, sets bool) {
	if part, m := PartOf(behind); m > 0 {
		return part.In(y), m, true
	}
	if strings.HasPrefix(behind, "全年") { // 2021年全年, in a text of another year too
		return Yearly(y), len("全年"), true
	}
	if p, m, ok := monthOf(y, behind, before); m > 0 {
		return p, m, ok
	}
	return Yearly(y), 0, true
}

// yearOf is the year that a word means, by its kind and the words around it; 0 or so
// where the report has no date. It names none where it only says which things are
// counted, or what something is compared with.
func (c *clock) yearOf(word string, kind lexicon.Feature, before, behind string, in model.Period) (y int, named bool) {
	switch kind {
	case lexicon.ThisYear:
		return c.thisYear(word, in), true
	case lexicon.LastYear:
		if y = c.today.Year() - 1; word == "前年" {
			y--
		}
		return y, !modifies(behind) && !compared(before) && !measuredBy(behind) && lexicon.Then.Prefix(behind) == ""
	case lexicon.NextYear:
		return c.today.Year() + 1, c.today != 0
	case lexicon.WholeYear:
		return c.wholeYear(before, behind, in)
	case lexicon.YearEnd:
		if y = in.From.Year(); y == 0 {
			y = c.today.Year()
		}
		return y, y > 1 && (lexicon.By.Suffix(before) != "" || strings.HasPrefix(behind, "前"))
	case lexicon.YearBack:
		return c.yearBack(), true
	}
	return 0, false
}

// thisYear is the report's year; that of the months in force where the report has no
// date: a text that tells of a part of a year speaks from within that year. 年内 is of
// the year that the section tells of, which may be over.
func (c *clock) thisYear(word string, in model.Period) int {
	if word == "年内" && c.section.From != 0 && c.section.To-c.section.From == 11 {
		return c.section.From.Year()
	}
	if c.today == 0 && in.From != 0 && in.To-in.From < 11 && in.From.Year() == in.To.Year() {
		return in.From.Year()
	}
	return c.today.Year()
}

// yearBack is the year of 一年来: the section's, or the one before a report's or that
// before a spring's.
func (c *clock) yearBack() int {
	y := c.section.To.Year()
	if y == 0 && c.today > 0 && (c.report || c.today.Month() <= 3) {
		y = c.reviewed()
	}
	return y
}

// wholeYear is the year of 全年: the one in force, and the report's where it is one
// of plans. The year's plan (全年计划) is no year.
func (c *clock) wholeYear(before, behind string, in model.Period) (y int, named bool) {
	if plan := lexicon.OfAPlan.Prefix(behind); plan != "" && !acts(behind[len(plan):]) {
		return 0, false
	}
	clause := scan.LastClause(before)
	if in.From == 0 && !settled(c.words, clause) && (future(c.words, clause) || future(c.words, scan.ClauseHead(behind)) || c.ahead != nil && c.ahead()) {
		return c.today.Year(), true
	}
	return c.yearFor(in, 12, false), true
}

// yearWord is the word for a year, as seen from the report's day, that a text begins
// with, and its class; None when it begins with none.
func yearWord(s string) (string, lexicon.Feature) {
	if lexicon.Time.Prefix(s) == "" {
		return "", lexicon.None
	}
	for _, c := range [...]lexicon.Feature{lexicon.ThisYear, lexicon.LastYear, lexicon.NextYear, lexicon.WholeYear, lexicon.YearEnd, lexicon.YearBack} {
		if w := c.Prefix(s); w != "" {
			return w, c
		}
	}
	return "", lexicon.None
}

// measuredBy reports a year by which another is measured: 是上年|的1.6倍.
func measuredBy(rest string) bool {
	of, ok := strings.CutPrefix(rest, "的")
	_, n, _ := numeral.Scan(of)
	return ok && n > 0
}

// modifies reports that a year only says which things are counted: 去年签约的32个项目.
func modifies(rest string) bool {
	i := strings.Index(scan.ClauseHead(rest), "的")
	return i > 0 && i <= len("签约落地的") && scan.IsWestern(rest[i+len("的"):])
}
