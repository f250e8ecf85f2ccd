package timeline

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// The words of years and of parts of a year.

// Part reads a part of a year: 上半年, 1-11月份, 11月底, 底.
func Part(rest string) (label string, from, to int, asOf bool, size int) {
	for _, w := range spans() {
		if strings.HasPrefix(rest, w.word) {
			return strings.TrimPrefix(w.word, "第"), w.from, w.to, false, len(w.word)
		}
	}
	if months, ok := strings.CutPrefix(rest, "前"); ok {
		if a, n, err := numeral.Scan(months); n > 0 && err == nil && a.Exp == 0 && a.Coef > 1 && a.Coef <= 12 && strings.HasPrefix(months[n:], "个月") {
			return "1-" + strconv.Itoa(int(a.Coef)) + "月", 1, int(a.Coef), false, len("前") + n + len("个月")
		}
		return "", 0, 0, false, 0
	}
	if strings.HasPrefix(rest, "底") || strings.HasPrefix(rest, "末") {
		return "底", 12, 12, true, len("底")
	}
	a, n, err := numeral.Scan(rest)
	if strings.HasPrefix(rest, "元至") || strings.HasPrefix(rest, "元-") { // 元月 is January
		a, n = numeral.Number{Coef: 1, Over: 1}, len("元")
	}
	if n == 0 || err != nil || a.Exp != 0 || a.Coef < 1 || a.Coef > 12 {
		return "", 0, 0, false, 0
	}
	first := int(a.Coef)
	n += scan.SkipBlanks(rest[n:])
	tail := strings.TrimPrefix(rest[n:], "月")
	tail = tail[scan.SkipBlanks(tail):]
	if end := scan.RangeEnd(tail); end > 0 && strings.HasPrefix(tail[end+scan.SkipBlanks(tail[end:]):], "月") {
		digits := strings.TrimLeft(tail[:end], "-–—~～至到－")
		b, _, _ := numeral.Scan(digits)
		size = len(rest) - len(tail) + end + scan.SkipBlanks(tail[end:]) + len("月")
		size += len(rest[size:]) - len(strings.TrimPrefix(rest[size:], "份"))
		if b.Coef < a.Coef || b.Coef > 12 {
			return "", 0, 0, false, 0
		}
		return strconv.Itoa(first) + "-" + strconv.Itoa(int(b.Coef)) + "月", first, int(b.Coef), false, size
	}
	for _, w := range [...]string{"月底", "月末"} {
		if strings.HasPrefix(rest[n:], w) {
			return strconv.Itoa(first) + "月底", first, first, true, n + len(w)
		}
	}
	for _, w := range [...]string{"月份当月", "月当月", "月份"} {
		if strings.HasPrefix(rest[n:], w) {
			return strconv.Itoa(first) + "月", first, first, false, n + len(w)
		}
	}
	return "", 0, 0, false, 0
}

// within is a part of a year; what is told of its end is told up to then.
func within(y int, label string, from, to int, asOf bool) model.Period {
	p := model.Period{Label: strconv.Itoa(y) + "年" + label, From: model.MonthOf(y, from), To: model.MonthOf(y, to), AsOf: asOf}
	if asOf {
		p.Label, p.From = upTo+p.Label, p.To
	}
	return p
}

// FirstMonths is the part of a year that ends with the month of a state: what came to
// it by 截至2020年11月底 came in 2020年1-11月.
func FirstMonths(state model.Period) model.Period {
	y, m := state.To.Year(), state.To.Month()
	if m == 1 || m == 12 {
		return Yearly(y)
	}
	return within(y, "1-"+strconv.Itoa(m)+"月", 1, m, false)
}

// upTo begins the label of a state: 截至2020年11月底.
const upTo = "截至"

// Yearly is the whole of a year.
func Yearly(y int) model.Period {
	return model.Period{Label: strconv.Itoa(y) + "年", From: model.MonthOf(y, 1), To: model.MonthOf(y, 12)}
}

// Year reads 2021年, ２０２１年, 二〇二一年: the year and the bytes. Of a span of
// years (2016-2020年) the first is read with its digits alone.
func Year(s string) (y, n int) {
	y, digits := fourDigits(s)
	if y < 1949 || y > 2100 {
		return 0, 0
	}
	rest := unblanked(s[digits:])
	if strings.HasPrefix(rest, "年") {
		n = len(s) - len(rest) + len("年")
		return y, n + len(s[n:]) - len(strings.TrimPrefix(s[n:], "度"))
	}
	if _, m := YearRange(s); m > 0 {
		return y, digits
	}
	return 0, 0
}

// fourDigits reads a year's digits, in any of the three ways to write them, and
// their bytes; 0 where a text begins otherwise, or with a longer number.
func fourDigits(s string) (y, n int) {
	if y, n = yearDigits(s, 4); n == 0 {
		return 0, 0
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); yearDigit(r) >= 0 {
		return 0, 0
	}
	return y, n
}

// yearDigits reads so many digits of a year and their bytes, 0 where there are fewer.
func yearDigits(s string, count int) (y, n int) {
	for range count {
		r, w := utf8.DecodeRuneInString(s[n:])
		d := yearDigit(r)
		if d < 0 {
			return 0, 0
		}
		y, n = 10*y+d, n+w
	}
	return y, n
}

// yearDigit is the value of a digit of a year, -1 for none.
func yearDigit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case '０' <= r && r <= '９':
		return int(r - '０')
	case r == '〇' || r == '零' || r == '○':
		return 0
	}
	for i, digit := range [...]rune{'一', '二', '三', '四', '五', '六', '七', '八', '九'} {
		if r == digit {
			return i + 1
		}
	}
	return -1
}

// unblanked is a text without the blanks in front of it.
func unblanked(s string) string { return strings.TrimLeft(s, " \u00a0") }

// shortYear reads 07年, 零八年, and 18年 before a month: the year and the bytes.
func shortYear(s string) (y, n int) {
	if y, n = yearDigits(s, 2); n == 0 {
		return 0, 0
	}
	rest, ok := strings.CutPrefix(unblanked(s[n:]), "年")
	if month, m, _ := numeral.Scan(unblanked(rest)); !ok || y >= 10 && (m == 0 || month.Coef > 12 || !strings.HasPrefix(unblanked(rest)[m:], "月")) {
		return 0, 0
	}
	return 2000 + y, len(s) - len(rest)
}

// bareSpan reads the years of 从2016到2018, told without 年: the first, the last and
// the bytes.
func bareSpan(s, before string) (from, to, n int) {
	if lexicon.SpanStart.Suffix(before) == "" {
		return 0, 0, 0
	}
	from, n = fourDigits(s)
	sep := lexicon.YearSpan.Prefix(s[n:])
	to, m := fourDigits(s[n+len(sep):])
	if n == 0 || m == 0 || sep == "" || from < 1949 || to > 2100 || from >= to {
		return 0, 0, 0
	}
	return from, to, n + len(sep) + m
}

// bareYear reads a year that a heading tells without 年: 回顾2023,….
func bareYear(s string) (y, n int) {
	if len(s) < 4 || !scan.IsWestern(s) || len(s) > 4 && scan.IsWestern(s[4:]) {
		return 0, 0
	}
	y, err := strconv.Atoi(s[:4])
	if err != nil || y < 1949 || y > 2100 {
		return 0, 0
	}
	return y, 4
}

// YearRange reads 2016-2020年, 2016年至2020年 and 2016年与2020年间: the last year and
// the bytes.
func YearRange(s string) (to, n int) {
	_, digits := fourDigits(s)
	rest := unblanked(strings.TrimPrefix(unblanked(s[digits:]), "年"))
	for _, sep := range lexicon.YearSpan.Words() {
		t, ok := strings.CutPrefix(rest, sep)
		if !ok || digits == 0 {
			continue
		}
		t = unblanked(t)
		y, m := fourDigits(t)
		tail, closed := strings.CutPrefix(unblanked(t[m:]), "年")
		if m == 0 || !closed || y < 1949 || y > 2100 {
			continue
		}
		end := lexicon.YearSpanEnd.Prefix(tail)
		if joined := utf8.RuneCountInString(sep) == 1 && strings.Contains("与和同", sep); joined && end == "" {
			continue // 2019年与2021年相比 is no span
		}
		return y, len(s) - len(tail) + len(end)
	}
	return 0, 0
}

// fiveYears reads 十三五期间: the five years that the plan of that number spans.
func fiveYears(rest string) (model.Period, int) {
	p := planned(rest)
	if p.IsZero() {
		return p, 0
	}
	tail := strings.TrimLeft(rest[len(p.Label):], "”\"’")
	end := lexicon.PlanSpan.Prefix(tail)
	switch n := len(rest) - len(tail) + len(end); end {
	case "":
		return model.Period{}, 0
	case "末":
		return within(p.To.Year(), "底", 12, 12, true), n
	default:
		return p, n
	}
}

// yearsFrom are the years from one to another.
func yearsFrom(y, to int) model.Period {
	return model.Period{Label: strconv.Itoa(y) + "-" + strconv.Itoa(to) + "年", From: model.MonthOf(y, 1), To: model.MonthOf(to, 12)}
}

// planned are the five years of a plan that a heading names alone: “十三五”工作回顾.
func planned(s string) model.Period {
	plans := lexicon.FiveYears
	w := plans.Prefix(s)
	if w == "" {
		return model.Period{}
	}
	y := firstPlan + 5*slices.Index(plans.Words(), w)
	return model.Period{Label: w, From: model.MonthOf(y, 1), To: model.MonthOf(y+4, 12)}
}

// firstPlan is the year in which the first of the plans that have a name begins.
const firstPlan = 2006

// years reads 五年 where it opens a clause and says how long: 五年完成…, 过去五年,
// 三年来; not 三年行动.
//
// Where the span is no more than a frame (四年来,…; 十年间,…) or what grows over it
// (十年增加…), its numbers are of no time that is told: sets is true and the period
// empty. The latter holds for its clause alone.
func years(rest, before string) (t told) {
	s, prefix := rest, ""
	for _, w := range lexicon.Stretch.Words() {
		if t, ok := strings.CutPrefix(rest, w); ok {
			prefix, s = w, unblanked(t)
		}
	}
	length, n, err := numeral.Scan(s)
	tail, ok := strings.CutPrefix(unblanked(s[n:]), "年")
	if n == 0 || err != nil || !ok || length.Coef >= 100 || length.Exp != 0 {
		return told{}
	}
	t.size = len(rest) - len(tail)
	if strings.HasPrefix(tail, "内") { // 三年内
		return told{period: model.Period{Label: rest[:t.size] + "内"}, size: t.size + len("内"), sets: length.Coef > 1}
	}
	if strings.HasPrefix(rest, "两") {
		return told{} // 两年平均增长 is no span of its own
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	opens := before == "" || scan.IsBreak(r) || prefix != "" || lexicon.Toward.Suffix(before) != ""
	if !opens {
		return t
	}
	switch w := lexicon.Lasted.Prefix(tail); {
	case prefix == "" && lexicon.Frame.Prefix(tail) != "":
		t.sets = true
	case w != "":
		t.period, t.sets = model.Period{Label: prefix + s[:n] + "年"}, true
	case lexicon.Up.Prefix(tail) != "" || lexicon.Delta.Prefix(tail) != "":
		t.sets, t.clause = true, true
	}
	return t
}

// spans are fixed words for parts of the year in force, in the order in which
// they are tried.
var spans = sync.OnceValue(func() (all []monthSpan) {
	for word, fields := range lexicon.Rows(lexicon.Spans) {
		from, _ := strconv.Atoi(fields[0])
		to, _ := strconv.Atoi(fields[1])
		all = append(all, monthSpan{word, from, to})
	}
	return all
})

type monthSpan struct {
	word     string
	from, to int // months
}
