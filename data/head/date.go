package head

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"qubi/data/numeral"
	"qubi/model"
)

// number reads up to width digits at the start of s.
func number(s string, width int) (n, length int) {
	for length < len(s) && length < width && s[length] >= '0' && s[length] <= '9' {
		n = n*10 + int(s[length]-'0')
		length++
	}
	return n, length
}

// date reads a whole date at the start of s: 2020-05-14, 2023/10/17, 2021.1.11
// or 2022年12月21日. The length is 0 when there is none.
func date(s string) (day time.Time, length int) {
	year, n := number(s, 4)
	if n < 4 || year < 1950 || year > 2100 {
		return day, 0
	}
	at := n + unblanked(s[n:])
	for _, sep := range []string{"-", "/", ".", "年"} {
		if !strings.HasPrefix(s[at:], sep) {
			continue
		}
		last := sep
		if sep == "年" {
			last = "月"
		}
		month, n := part(s[at:], sep)
		at += n + unblanked(s[at+n:])
		dom, m := part(s[at:], last)
		if at += m; n == 0 || m == 0 {
			return day, 0
		}
		if sep == "年" {
			rest, ok := strings.CutPrefix(s[at+unblanked(s[at:]):], "日")
			if !ok {
				return day, 0
			}
			at = len(s) - len(rest)
		}
		if day = valid(year, month, dom); day.IsZero() {
			return day, 0
		}
		return day, at
	}
	return day, 0
}

// part reads a mark and a number of up to two digits, with a blank between them: the
// bytes, 0 for none.
func part(s, mark string) (n, size int) {
	rest, ok := strings.CutPrefix(s, mark)
	blank := unblanked(rest)
	n, digits := number(rest[blank:], 2)
	if !ok || digits == 0 {
		return 0, 0
	}
	return n, len(mark) + blank + digits
}

// unblanked is the length of the blank that s begins with, as pages set one between
// the parts of a day (2022年 2月 1日).
func unblanked(s string) int {
	if strings.HasPrefix(s, " ") {
		return len(" ")
	}
	return 0
}

// compact reads 20220201, a field's whole value.
func compact(s string) time.Time {
	if len(s) != 8 || !isDigits(s) {
		return time.Time{}
	}
	day, _ := date(s[:4] + "-" + s[4:6] + "-" + s[6:])
	return day
}

// written is a day in characters: 二〇二二年二月一日.
var written = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日`)
})

// spaced is a day with blanks within it: 2023 - 02 - 13.
var spaced = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(\d{4}) ?- ?(\d{1,2}) ?- ?(\d{1,2})\b`)
})

// topBytes bounds the text in which such a day may belong to the head.
const topBytes = 4096

// inDigits is the text with the days of its head in digits: 2022年2月1日. What is
// no day stays as it is written.
func inDigits(text string) string {
	if head := text[:min(len(text), topBytes)]; strings.Contains(head, " -") || strings.Contains(head, "- ") {
		text = spaced().ReplaceAllString(head, "$1-$2-$3") + text[len(head):]
	}
	const year = len("二〇二二")
	top := text[:min(len(text), topBytes)]
	var b strings.Builder
	done := 0
	for at := 0; ; at += len("年") {
		n := strings.Index(top[at:], "年")
		if n < 0 {
			break
		}
		if at += n; at < done+year {
			continue
		}
		if day, n := inCharacters(top[at-year:]); n > 0 {
			b.WriteString(text[done:at-year] + day)
			done = at - year + n
		}
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// inCharacters is the day at the start of a text in digits, and its length as
// written; 0 for none.
func inCharacters(s string) (digits string, n int) {
	if r, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune("〇零一二三四五六七八九", r) {
		return "", 0
	}
	day := written().FindStringSubmatch(s)
	if day == nil {
		return "", 0
	}
	var parts [3]int64
	for i, s := range day[1:] {
		n, err := numeral.Parse(s)
		if err != nil || n.Over != 1 {
			return "", 0
		}
		for parts[i] = n.Coef; n.Exp > 0; n.Exp-- {
			parts[i] *= 10
		}
	}
	return fmt.Sprintf("%d年%d月%d日", parts[0], parts[1], parts[2]), len(day[0])
}

// monthDay reads 8月27日 at the start of s.
func monthDay(s string) (month, day, length int) {
	month, n := number(s, 2)
	rest, ok := strings.CutPrefix(s[n:], "月")
	if n == 0 || !ok {
		return 0, 0, 0
	}
	day, m := number(rest, 2)
	if m == 0 || !strings.HasPrefix(rest[m:], "日") {
		return 0, 0, 0
	}
	return month, day, n + len("月") + m + len("日")
}

// valid is the day, zero when the calendar has none such.
func valid(year, month, day int) time.Time {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return time.Time{}
	}
	return t
}

// eventBytes is how far behind its day an event may be named.
const eventBytes = 240

// dated is the day that stands alone on a line, or in brackets before its text:
// （2022年12月28日）今天上午,….
func dated(line string) time.Time {
	opened := strings.Trim(line, " \u3000()（）")
	day, n := date(opened)
	if n > 0 && (n == len(opened) || strings.IndexAny(line, "(（") == 0 && strings.IndexAny(opened[n:], ")）") == 0) {
		return day
	}
	return time.Time{}
}

// event is the day of the event that the first paragraphs tell of: a date in
// front of one of the lexicon's words in the same sentence, or alone on a line,
// as below a speech's title. A day without a
// year takes it from the day of publication, or from an anniversary told.
func event(text string, published time.Time) time.Time {
	lines := firstLines(text, top)
	for i, p := range lines[:min(len(lines), max(8, slices.IndexFunc(lines, isSalutation)))] {
		if strings.HasSuffix(p, "届") && i+1 < len(lines) { // 2024年1月23日在某区第十八届|人民代表大会第三次会议上
			p += lines[i+1]
		}
		if day := dated(p); !day.IsZero() {
			if _, issue := issued(lines); issue.Equal(day) {
				return time.Time{}
			}
			return day
		}
		jubilee := sync.OnceValue(func() int { return jubileeYear(p) })
		for at := 0; at < len(p); at++ {
			if p[at] < '0' || p[at] > '9' {
				continue
			}
			day, n := date(p[at:])
			if n == 0 {
				var month, dom int
				if month, dom, n = monthDay(p[at:]); n > 0 {
					day = yearless(month, dom, published, jubilee)
				}
			}
			if n > 0 && !day.IsZero() && namesEvent(p[at+n:]) {
				return day
			}
			_, skip := number(p[at:], len(p))
			at += max(n, skip) - 1
		}
		if len(p) > 600 { // running text has begun: further dates are the report's matter
			break
		}
	}
	return time.Time{}
}

// namesEvent reports whether an event is named in what is left of a sentence.
func namesEvent(s string) bool {
	s = s[:min(len(s), eventBytes)]
	if n := strings.Index(s, "。"); n >= 0 {
		s = s[:n]
	}
	for _, w := range words()["event"] {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// yearless is the last such day before publication; without one, the day in the
// year that an anniversary in the paragraph tells; else zero.
func yearless(month, day int, published time.Time, jubilee func() int) time.Time {
	if !published.IsZero() {
		t := valid(published.Year(), month, day)
		if t.After(published.AddDate(0, 0, 1)) {
			t = valid(published.Year()-1, month, day)
		}
		return t
	}
	if year := jubilee(); year > 0 {
		return valid(year, month, day)
	}
	return time.Time{}
}

// jubileeYear is the year that an anniversary in a paragraph tells, 0 for none.
func jubileeYear(paragraph string) int {
	for _, w := range words()["anniversary"] {
		name, from, _ := strings.Cut(w, "=")
		at := strings.Index(paragraph, name)
		if at < 0 {
			continue
		}
		years, n := number(paragraph[at+len(name):], 3)
		if n > 0 && strings.HasPrefix(paragraph[at+len(name)+n:], "周年") {
			base, _ := strconv.Atoi(from)
			return base + years
		}
	}
	return 0
}

// covers is the period that the report says its achievements are about: the
// year of a review (2021年工作回顾, 回首2020年), or a span of months that the
// first paragraphs state together with its year.
func covers(text string, told time.Time) model.Period {
	for line := range strings.Lines(text) {
		for at := 0; ; {
			n := strings.Index(line[at:], "年")
			if n < 0 {
				break
			}
			at += n + len("年")
			if year := yearBefore(line[:at-len("年")]); year > 0 && isReview(line[:at-len("年")-4], line[at:]) {
				return yearly(year)
			}
		}
	}
	return spanOf(text, told)
}

// yearly is a whole year.
func yearly(year int) model.Period {
	return model.Period{Label: strconv.Itoa(year) + "年", From: model.MonthOf(year, 1), To: model.MonthOf(year, 12)}
}

// yearBefore is the year that s ends with, 0 for none.
func yearBefore(s string) int {
	if len(s) < 4 || !isDigits(s[len(s)-4:]) {
		return 0
	}
	year, _ := number(s[len(s)-4:], 4)
	if year < 1950 || year > 2100 {
		return 0
	}
	return year
}

// opening is the year with which the first paragraph of prose opens: 2021年,在区委领导下…;
// not that of the day, unless it is all but over.
func opening(text string, day time.Time) model.Period {
	for _, line := range firstLines(text, 7) {
		if !strings.Contains(line, "。") {
			continue
		}
		year, n := number(line, 4)
		if rest, ok := strings.CutPrefix(line[n:], "年"); ok && n == 4 && year >= 1950 && (strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "，")) &&
			(day.IsZero() || year < day.Year() || year == day.Year() && day.Month() > time.September) {
			return yearly(year)
		}
		break
	}
	return model.Period{}
}

// isReview reports whether the words around a year make it the one reviewed.
func isReview(before, after string) bool {
	if strings.HasSuffix(before, "回首") || strings.HasSuffix(before, "回顾") {
		return true
	}
	return has(words()["review"], after)
}

// spanOf is the first span of months in the first paragraphs: 前三季度, 上半年,
// 1-11月份; its year stands before it in the paragraph, or is the report's.
func spanOf(text string, told time.Time) model.Period {
	for _, p := range firstLines(text, 7) {
		for _, s := range spansIn(p) {
			if year := yearFor(p[:s.at], told); year > 0 {
				return model.Period{Label: strconv.Itoa(year) + "年" + s.label, From: model.MonthOf(year, 1), To: model.MonthOf(year, s.to)}
			}
		}
	}
	return model.Period{}
}

// span is the first months of a year, told at a place.
type span struct {
	label  string
	to, at int
}

// spansIn are the spans of months in a paragraph, those with words of their own first.
func spansIn(p string) (all []span) {
	for _, w := range words()["span"] {
		word, month, _ := strings.Cut(w, "=")
		if at := strings.Index(p, word); at >= 0 {
			to, _ := strconv.Atoi(month)
			all = append(all, span{word, to, at})
		}
	}
	before, _, _ := strings.Cut(p, "月份")
	lead := strings.TrimRight(before, "0123456789-")
	if rest, ok := strings.CutPrefix(before[len(lead):], "1-"); ok {
		if to, n := number(rest, 2); n == len(rest) && to >= 1 && to <= 12 {
			all = append(all, span{"1-" + strconv.Itoa(to) + "月", to, len(lead)})
		}
	}
	return all
}

// yearFor is the last year named in s, else the year in which the report was told.
func yearFor(s string, told time.Time) int {
	if n := strings.LastIndex(s, "年"); n > 0 {
		if year := yearBefore(s[:n]); year > 0 {
			return year
		}
	}
	if told.IsZero() {
		return 0
	}
	return told.Year()
}
