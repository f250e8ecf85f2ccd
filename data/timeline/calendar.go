package timeline

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// The words of years.

// Yearly is the whole of a year.
func Yearly(y int) model.Period {
	return model.Period{Label: strconv.Itoa(y) + "年", From: model.MonthOf(y, 1), To: model.MonthOf(y, 12)}
}

// Year reads 2021年, ２０２１年, 二〇二一年: the year and the bytes. Of a span of
// years (2016-2020年) the first is read with its digits alone.
func Year(s string) (y, n int) {
	y, digits := fourDigits(s)
	if digits == 0 {
		return 0, 0
	}
	if rest, ok := strings.CutPrefix(unblanked(s[digits:]), "年"); ok {
		return y, len(s) - len(strings.TrimPrefix(rest, "度"))
	}
	if _, m := YearRange(s); m > 0 || lexicon.Whole.Prefix(s[digits:]) != "" { // 2021全区
		return y, digits
	}
	return 0, 0
}

// yearsIn are the years that a text names, by their places.
func yearsIn(s string) iter.Seq2[int, int] {
	return func(yield func(at, y int) bool) {
		for i := range s {
			if y, n := Year(s[i:]); n > 0 && !yield(i, y) {
				return
			}
		}
	}
}

// fourDigits reads the digits of a year of our time, in any of the three ways to write
// them, and their bytes; 0 where a text begins otherwise, or with a longer number.
func fourDigits(s string) (y, n int) {
	if r, _ := lexicon.First(s); !opensYear(r) {
		return 0, 0 // as mostly
	}
	y, n = yearDigits(s, 4)
	if r, _ := utf8.DecodeRuneInString(s[n:]); yearDigit(r) >= 0 || y < 1949 || y > 2100 {
		return 0, 0
	}
	return y, n
}

// opensYear reports the first digit of a year of our time.
func opensYear(r rune) bool {
	return r == '1' || r == '2' || r == '１' || r == '２' || r == '一' || r == '二'
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

// yearAt is Year, and reads the short ones too.
func yearAt(s string) (y, n int) {
	if y, n = Year(s); n == 0 {
		return shortYear(s)
	}
	return y, n
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
	if sep == "" || from == 0 || from >= to {
		return 0, 0, 0
	}
	return from, to, n + len(sep) + m
}

// YearRange reads 2016-2020年, 2016年至2020年 and 2016年与2020年间: the last year and
// the bytes.
func YearRange(s string) (to, n int) {
	_, digits := fourDigits(s)
	rest := unblanked(strings.TrimPrefix(unblanked(s[digits:]), "年"))
	sep := lexicon.YearSpan.Prefix(rest)
	if digits == 0 || sep == "" {
		return 0, 0
	}
	t := unblanked(rest[len(sep):])
	y, m := fourDigits(t)
	tail, closed := strings.CutPrefix(unblanked(t[m:]), "年")
	end := lexicon.YearSpanEnd.Prefix(tail)
	if m == 0 || !closed || end == "" && strings.Contains("与和同", sep) { // 2019年与2021年相比 is no span
		return 0, 0
	}
	return y, len(s) - len(tail) + len(end)
}

// fiveYears reads 十三五期间: the five years that the plan of that number spans.
func fiveYears(rest string) (model.Period, int) {
	p, size := planned(rest)
	if size == 0 {
		return p, 0
	}
	tail := strings.TrimLeft(rest[size:], "”\"’ \u00a0") // “ 十四五 ” 期间
	end := lexicon.PlanSpan.Prefix(tail)
	switch n := len(rest) - len(tail) + len(end); end {
	case "":
		return model.Period{}, 0
	case "末", "期末", "末期":
		return yearEnd(p.To.Year()), n
	default:
		return p, n
	}
}

// quotes are the marks that open a quotation.
var quotes = lexicon.SetOf("“\"")

// PlanYears is the length of the years of a plan that a text begins with, in quotes or not:
// “十四五”时期.
func PlanYears(s string) int {
	plan := quotes.TrimLeft(s)
	if _, n := fiveYears(plan); n > 0 {
		return len(s) - len(plan) + n
	}
	return 0
}

// yearsFrom are the years from one to another.
func yearsFrom(y, to int) model.Period {
	return model.Period{Label: strconv.Itoa(y) + "-" + strconv.Itoa(to) + "年", From: model.MonthOf(y, 1), To: model.MonthOf(to, 12)}
}

// planned are the five years of a plan that a heading names alone, and the bytes of the
// name: “十三五”工作回顾, 第十三个五年规划.
func planned(s string) (model.Period, int) {
	for _, plans := range [...]lexicon.Feature{lexicon.FiveYears, lexicon.FiveYearsInFull} {
		if w := plans.Prefix(s); w != "" {
			i := slices.Index(plans.Words(), w)
			y := firstPlan + planYears*i
			return model.Period{Label: lexicon.FiveYears.Words()[i], From: model.MonthOf(y, 1), To: model.MonthOf(y+planYears-1, 12)}, len(w)
		}
	}
	return model.Period{}, 0
}

// planYears are how many years a plan is for.
const planYears = 5

// firstPlan is the year in which the first of the plans that have a name begins.
const firstPlan = 2006

// years reads 五年 where it opens a clause and says how long: 五年完成…, 过去五年,
// 三年来; not 三年行动.
//
// Where the span is no more than a frame (四年来,…; 十年间,…) or what grows over it
// (十年增加…), its numbers are of no time that is told: sets is true and the period
// empty. The latter holds for its clause alone.
func years(rest, before string) (t told) {
	prefix := lexicon.Stretch.Prefix(rest)
	s := unblanked(rest[len(prefix):])
	length, n, err := numeral.Scan(s)
	tail, ok := strings.CutPrefix(unblanked(s[n:]), "年")
	if n == 0 || err != nil || !ok || length.Coef >= 100 || length.Exp != 0 {
		past := lexicon.PastYears.Prefix(rest) // 这五年,…
		return told{size: len(past), sets: opensClause(before)}
	}
	t.size = len(rest) - len(tail)
	switch w, frame := lexicon.Lasted.Prefix(tail), lexicon.Frame.Prefix(tail); {
	case strings.HasPrefix(tail, "内"): // 三年内
		return told{period: model.Period{Label: rest[:t.size] + "内"}, size: t.size + len("内"), sets: length.Coef > 1}
	case strings.HasPrefix(rest, "两"):
		return told{} // 两年平均增长 is no span of its own
	case prefix == "" && !opensClause(before):
	case prefix == "" && frame != "":
		t.sets = true
	case w != "", frame != "": // 近五年来,…
		t.period, t.sets = model.Period{Label: prefix + s[:n] + "年"}, true
	case lexicon.Up.OrPrefix(lexicon.Delta, tail) != "":
		t.sets, t.clause = true, true
	}
	return t
}

// opensClause reports that a clause begins behind a text.
func opensClause(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || scan.IsBreak(r)
}
