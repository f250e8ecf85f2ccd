package tables

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/head"
	"qubi/model"
)

// caption takes what a line over the table tells for all of it; the nearest to the
// table counts. One that tells several units (亿元、%) tells none of a row, but for that
// of money where the row can be nothing else.
func (l *layout) caption(s string) {
	l.captionUnit(s)
	l.subject, l.place = cmp.Or(l.subject, subjectOf(s)), cmp.Or(l.place, placeIn(s))
	for _, w := range blocks()[measureWords] {
		if l.measure == "" && strings.HasSuffix(s, w) { // 主要农产品产量
			l.measure = w
		}
	}
	if y := period().FindString(s); y != "" && l.year == "" && len(years().FindAllString(s, -1)) == 1 && !day().MatchString(s) {
		l.year = withYear(y)
	}
}

// captionUnit takes the unit, or the units, that such a line tells.
func (l *layout) captionUnit(s string) {
	if u := captions().FindStringSubmatch(s); u != nil && l.unit == "" && !l.units {
		l.unit, l.units, l.percent = u[1], u[2] != "", strings.Contains(u[0], "%")
		if l.units {
			l.unit, l.money = "", moneyIn(u[0])
		}
	}
	if u := inUnit().FindStringSubmatch(s); u != nil && isUnit(u[1]) && l.unit == "" && !l.units {
		l.unit = u[1]
	}
}

// withYear is a period in words: 2021 is 2021年.
func withYear(s string) string {
	if isYear(s) {
		return s + "年"
	}
	return s
}

// heads is how many lines above a table may tell its year and unit.
const heads = 3

// above are the lines before an offset, the nearest first, up to running text.
func above(text string, at int) (lines []string) {
	for text = text[:at]; len(lines) < heads; {
		text = strings.TrimRight(text, " \n\t\r\u3000")
		line := text[strings.LastIndexByte(text, '\n')+1:]
		if line == "" || utf8.RuneCountInString(line) > longestCaption || strings.ContainsAny(line, "。；") || ofValues(line) {
			return lines
		}
		lines, text = append(lines, line), text[:len(text)-len(line)]
	}
	return lines
}

// ofValues reports a line that is a row of another table, which tells nothing of the next.
func ofValues(line string) bool {
	cells := cellsOf(nil, line, 0)
	return len(cells) > 1 && slices.ContainsFunc(cells, func(c model.TableCell) bool { return isNumber(line[c.Start:c.End]) })
}

// placeIn is the place whose numbers a title says a table holds, "" for none: 钢城区 of
// 表2 钢城区2022年主要指标, the town of 钢城区艾山街道主要指标.
func placeIn(title string) string {
	s := notTitle().ReplaceAllString(folded(unspaced(title)), "")
	place, rest := head.Opening(s)
	if isOfPlace(rest) || rest == "" {
		return place
	}
	s = s[len(place):]
	for at := range s {
		if isOfPlace(s[at:]) && isPlace(s[:at]) {
			return s[:at]
		}
	}
	return ""
}

// isOfPlace reports what may follow a place's name in a title.
func isOfPlace(rest string) bool {
	return slices.ContainsFunc(blocks()[ofPlaceWords], func(w string) bool { return strings.HasPrefix(rest, w) })
}

// sheet takes what the name of a sheet tells of its table, where the table does not: its
// year, its place.
func (l *layout) sheet(name string) {
	if name == model.OneSheet {
		return
	}
	l.caption(name)
	if l.place == "" && (isPlace(name) || tells(name, widerWords)) {
		l.place = name
	}
}

// longestCaption is how many characters a line over a table has.
const longestCaption = 60

// subjectOf is the indicator that a title may name: 地区生产总值 of 表1 各区县历年地区生产总值(2019—2022年).
// Only the reader of sentences knows whether it is one.
func subjectOf(title string) string {
	s := folded(strings.Join(strings.Fields(title), ""))
	if strings.Contains(s, ":") {
		return ""
	}
	s = notTitle().ReplaceAllString(s, "")
	for _, w := range blocks()[placeWords] {
		if _, behind, found := strings.Cut(s, "各"+w); found {
			s = behind
		}
	}
	for _, w := range blocks()[titleWords] {
		s = strings.ReplaceAll(s, w, "")
	}
	return s
}
