package timeline

import (
	"strconv"
	"strings"
	"time"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// Months and days. A day is the period of nothing but a stock that is counted up to
// it (截至2021年12月31日), a count taken at its hour (2020年11月1日零时), and what
// happens on it together with its numbers (3月25日,…项目集中开工).

// monthOf reads the month behind a year: 12月, 12月31日. The month in which an event
// took place (于2023年8月开工) is no period.
func monthOf(y int, rest, before string) (p model.Period, size int, ok bool) {
	m, d, hour, size := monthAndDay(rest)
	until := lexicon.Until.Suffix(before) != ""
	switch {
	case size == 0:
		return p, 0, false
	case m == 0:
		return p, size, true // of no calendar: no period at all
	case hour != "":
		return onThe(y, m, d, hour, true), size, true
	case d > 0 && until && d < daysOf(y, m):
		p = onThe(y, m, d, "", true)
		p.Label = upTo + p.Label
		return p, size, true
	case d > 0 && ceremony(before, rest):
		return onThe(y, m, d, "", false), size, true
	case d > 0 || until:
		p = month(m, true).In(y)
		if d > 0 { // 截至12月31日 is the end of the month itself
			p.Label = strings.TrimPrefix(p.Label, upTo)
		}
		return p, size, until
	}
	return month(m, false).In(y), size, !strings.HasSuffix(before, "于")
}

// onThe is a day, with its hour where the text tells it.
func onThe(y, m, d int, hour string, asOf bool) model.Period {
	month := model.MonthOf(y, m)
	return model.Period{Label: strconv.Itoa(y) + "年" + strconv.Itoa(m) + "月" + strconv.Itoa(d) + "日" + hour, From: month, To: month, AsOf: asOf}
}

// daysOf is how many days a month has.
func daysOf(y, m int) int { return time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day() }

// monthAndDay reads 12月, 12月31日, 11月1日零时 with the blanks before and between; m is
// 0 for a month that no calendar has, d for no day.
func monthAndDay(s string) (m, d int, hour string, size int) {
	rest := unblanked(s)
	month, n, err := numeral.Scan(rest)
	rest, ok := strings.CutPrefix(unblanked(rest[n:]), "月")
	if n == 0 || err != nil || month.Exp != 0 || !ok {
		return 0, 0, "", 0
	}
	if m = int(month.Coef); m > 12 {
		m = 0
	}
	day, n, err := numeral.Scan(unblanked(rest))
	if after, ok := strings.CutPrefix(unblanked(unblanked(rest)[n:]), "日"); ok && n > 0 && err == nil && day.Coef <= 31 {
		d, rest = int(day.Coef), after
		if hour = lexicon.Midnight.Prefix(rest); hour != "" {
			rest = rest[len(hour):]
		}
	}
	return m, d, hour, len(s) - len(rest)
}

// Day is the length of a month, with its day or not, at the begin of what stands
// behind a year: 12月, 12月31日.
func Day(s string) int {
	_, _, _, size := monthAndDay(s)
	return size
}

// onDay reads the day at the head of a sentence on which projects are begun, signed
// or opened together: 3月25日,全区36个项目集中开工. It is that of their numbers. The
// year is that of the report, or the one that the sentence tells.
func (c *clock) onDay(sentence string, at int, in model.Period) told {
	m, d, _, size := monthAndDay(sentence[at:])
	if m == 0 || d == 0 || !ceremony(sentence[:at], sentence[at:]) {
		return told{}
	}
	y := c.yearFor(in, m, false)
	for i := at + size; y == 0 && i < len(sentence); i++ {
		y, _ = Year(sentence[i:])
	}
	if y == 0 {
		return told{size: size}
	}
	return told{period: onThe(y, m, d, "", false), size: size, sets: true}
}

// ceremony reports a sentence that tells, from its head on, of projects that are
// begun, signed or opened together; a dateline may stand before it (本报讯(记者甲)), or
// what it goes to show (招商“开门红”:).
func ceremony(before, rest string) bool {
	opens := strings.TrimLeft(before, " \u3000“") == "" || scan.EndsAny(before, ":", "：")
	return (opens || dateline(before)) && lexicon.Ceremony.Inside(rest)
}

// dateline reports what a news agency puts before its first sentence: 某报讯, 某某在线
// 消息（记者甲、通讯员乙）.
func dateline(s string) bool {
	s = strings.TrimRight(s, " \u3000:：")
	if names := strings.TrimRight(s, ")）"); names != s {
		open := strings.LastIndexAny(names, "(（")
		return open >= 0 && open < len("某某在线消息某某") && len(names)-open < longBracket && lexicon.Dateline.Inside(names)
	}
	return len(s) < longBracket && strings.HasSuffix(s, "讯")
}

// longBracket is longer than the names of those who wrote, in bytes.
const longBracket = 120
