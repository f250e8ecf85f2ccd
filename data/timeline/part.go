package timeline

import (
	"strconv"
	"strings"
	"sync"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// Part is a part of a year that is not told: 上半年, 1-11月, 11月底.
type Part struct {
	Label    string
	From, To int  // its months
	AsOf     bool // what is told of it is told up to its end (底)
}

// PartOf reads the part of a year that a text begins with (上半年, 前三个月, 1-11月份,
// 11月底, 底), and its bytes, 0 where there is none.
func PartOf(s string) (Part, int) {
	r, _ := lexicon.First(s)
	for _, p := range spans()[r] {
		if strings.HasPrefix(s, p.Label) {
			size := len(p.Label)
			p.Label = strings.TrimPrefix(p.Label, "第")
			return p, size
		}
	}
	if r == '底' || r == '末' {
		return Part{"底", 12, 12, true}, len("底")
	}
	if r == '前' || r == '元' || numeral.Belongs(r) {
		return monthsOf(s)
	}
	return Part{}, 0
}

// monthsOf reads the part of a year that months make: 前三个月, 1-11月份, 11月底.
func monthsOf(s string) (Part, int) {
	head, first := strings.CutPrefix(s, "前")
	m, n := monthNumber(head)
	if rest, ok := strings.CutPrefix(head[n:], "个月"); first && ok && m > 1 {
		return months(1, m), len(s) - len(rest)
	}
	if m == 0 || first {
		return Part{}, 0
	}
	rest := unspaced(s[n:])
	if to, tail := monthsTo(rest); to > 0 {
		if to < m || to > 12 {
			return Part{}, 0
		}
		return months(m, to), len(s) - len(tail)
	}
	for _, end := range monthEnds {
		if tail, ok := strings.CutPrefix(rest, end.word); ok {
			return month(m, end.asOf), len(s) - len(tail)
		}
	}
	return Part{}, 0
}

// monthEnds are what follows the number of a month that is told without a year, the
// longer first: 月 alone is no month, but a count of them or the month of a day.
var monthEnds = [...]struct {
	word string
	asOf bool
}{{"月底", true}, {"月末", true}, {"月份当月", false}, {"月当月", false}, {"月份", false}}

// monthsTo reads what follows the first month of 1-11月份, 1月至3月: the number of the
// last one and what stands behind it; 0 for none.
func monthsTo(s string) (to int, rest string) {
	s = unspaced(strings.TrimPrefix(s, "月"))
	last, n := scan.RangeEnd(s)
	rest, ok := strings.CutPrefix(unspaced(s[n:]), "月")
	if n == 0 || !ok {
		return 0, ""
	}
	return int(last.Coef), strings.TrimPrefix(rest, "份")
}

// unspaced is a text without the blanks and the line end in front of it.
func unspaced(s string) string { return s[scan.SkipBlanks(s):] }

// monthNumber reads the number of a month: its bytes are 0 where there is none.
func monthNumber(s string) (m, size int) {
	if scan.BeginsAny(s, "元至", "元-") { // 元月 is January
		return 1, len("元")
	}
	a, n, err := numeral.Scan(s)
	if err != nil || a.Exp != 0 || a.Coef < 1 || a.Coef > 12 {
		return 0, 0
	}
	return int(a.Coef), n
}

// months are the part of a year from one month to another.
func months(from, to int) Part {
	return Part{Label: strconv.Itoa(from) + "-" + strconv.Itoa(to) + "月", From: from, To: to}
}

// month is one month of a year, or its end.
func month(m int, asOf bool) Part {
	p := Part{Label: strconv.Itoa(m) + "月", From: m, To: m, AsOf: asOf}
	if asOf {
		p.Label += "底"
	}
	return p
}

// several reports a part of more than a month.
func (p Part) several() bool { return p.To > p.From }

// In is the part of a year; what is told of its end is told up to then.
func (p Part) In(y int) model.Period {
	in := model.Period{Label: strconv.Itoa(y) + "年" + p.Label, From: model.MonthOf(y, p.From), To: model.MonthOf(y, p.To), AsOf: p.AsOf}
	if p.AsOf {
		in.Label, in.From = upTo+in.Label, in.To
	}
	return in
}

// undated is the part of a year that is not known: the words as they stand.
func (p Part) undated() model.Period {
	if p.AsOf && p.Label != "底" {
		p.Label = upTo + p.Label
	}
	return model.Period{Label: p.Label}
}

// yearEnd is the end of a year.
func yearEnd(y int) model.Period { return Part{"底", 12, 12, true}.In(y) }

// upTo begins the label of a state: 截至2020年11月底.
const upTo = "截至"

// FirstMonths is the part of a year that ends with the month of a state: what came to
// it by 截至2020年11月底 came in 2020年1-11月.
func FirstMonths(state model.Period) model.Period {
	y, m := state.To.Year(), state.To.Month()
	if m == 1 || m == 12 {
		return Yearly(y)
	}
	return months(1, m).In(y)
}

// spans are the parts of a year that have words of their own, by the runes that these
// begin with, in the order in which they are tried.
var spans = sync.OnceValue(func() map[rune][]Part {
	all := map[rune][]Part{}
	for word, fields := range lexicon.Rows(lexicon.Spans) {
		from, _ := strconv.Atoi(fields[0])
		to, _ := strconv.Atoi(fields[1])
		r, _ := lexicon.First(word)
		all[r] = append(all[r], Part{Label: word, From: from, To: to})
	}
	return all
})
