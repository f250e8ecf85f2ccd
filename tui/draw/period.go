package draw

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"qubi/model"
)

// Period is a period as the interface writes it: in Chinese as the report
// does, in English by its months.
func (l *Look) Period(p model.Period) string {
	if l.Words.Lang != model.English {
		return p.Label
	}
	if p.From == 0 || p.To == 0 {
		return spanWord(p.Label)
	}
	from, to := p.From, p.To
	if day := dayOf(p); day != "" {
		return day
	}
	if p.AsOf {
		if to.Month() == 12 {
			return fmt.Sprintf("end of %d", to.Year())
		}
		return fmt.Sprintf("end of %d-%02d", to.Year(), to.Month())
	}
	if from.Year() != to.Year() {
		if from.Month() == 1 && to.Month() == 12 {
			return fmt.Sprintf("%d-%d", from.Year(), to.Year())
		}
		return fmt.Sprintf("%d-%02d to %d-%02d", from.Year(), from.Month(), to.Year(), to.Month())
	}
	year := fmt.Sprint(from.Year())
	if word, known := map[[2]int]string{{1, 12}: "", {1, 6}: " H1", {7, 12}: " H2", {1, 3}: " Q1", {4, 6}: " Q2", {7, 9}: " Q3", {10, 12}: " Q4", {1, 9}: " Q1-Q3"}[[2]int{int(from.Month()), int(to.Month())}]; known {
		return year + word
	}
	name := func(m int) string { return time.Month(m).String()[:3] }
	if from.Month() == to.Month() {
		return year + " " + name(int(from.Month()))
	}
	return year + " " + name(int(from.Month())) + "-" + name(int(to.Month()))
}

// dayOf is a period that is a day, or is told up to one, in figures; empty for others.
func dayOf(p model.Period) string {
	label, upTo := strings.CutPrefix(p.Day(), "截至")
	label, _, _ = strings.Cut(label, "日")
	day, err := time.Parse("2006年1月2", label)
	switch {
	case err != nil:
		return ""
	case upTo:
		return "up to " + day.Format(time.DateOnly)
	}
	return day.Format(time.DateOnly)
}

// shortLabel is a period in few cells.
func (l *Look) shortLabel(p model.Period) string {
	if l.Words.Lang != model.English {
		return ShortPeriod(p.Label)
	}
	said := strings.Replace(l.Period(p), "end of ", "end ", 1)
	if from, to := p.From, p.To; !p.AsOf && strings.HasSuffix(said, "-"+time.Month(to.Month()).String()[:3]) && from.Year() == to.Year() {
		return fmt.Sprintf("%d.%d-%d", from.Year(), from.Month(), to.Month())
	}
	return said
}

// RankWord is a rank as the interface writes it: 全市第三 as city 3rd. One that is
// written in other words stays as it is.
func (l *Look) RankWord(rank string) string {
	if l.Words.Lang != model.English {
		return rank
	}
	for _, form := range []struct{ before, place string }{{"第", ""}, {"前", "top "}} {
		field, place, ok := strings.Cut(rank, form.before)
		for _, counter := range []string{"位", "名", "强"} {
			place = strings.TrimSuffix(place, counter)
		}
		n, known := wholeNumber(place)
		if !ok || !known {
			continue
		}
		said := form.place + strconv.Itoa(n)
		if form.place == "" {
			said = ordinal(n)
		}
		return strings.TrimSpace(fieldWord(field) + " " + said)
	}
	return rank
}

// fieldWord is within what something is ranked; what is known of it stands at
// its end: 增速全市.
func fieldWord(field string) string {
	for i := range field {
		if word := model.Word("field", field[i:], model.English); word != field[i:] {
			return strings.TrimSpace(field[:i] + " " + word)
		}
	}
	return field
}

// ordinal is a place in English: 1st, 2nd, 11th.
func ordinal(n int) string {
	end := "th"
	if n/10%10 != 1 {
		end = map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10]
	}
	return strconv.Itoa(n) + cmp.Or(end, "th")
}

// wholeNumber reads a whole number in figures, or below a hundred in characters.
func wholeNumber(s string) (n int, ok bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, n >= 0
	}
	digits := []rune("零一二三四五六七八九")
	tens, ones, ten := strings.Cut(s, "十")
	if !ten {
		tens, ones = "", s
	}
	digit := func(s string, none int) (int, bool) {
		if s == "" {
			return none, ten
		}
		i := slices.Index(digits, []rune(s)[0])
		return i, i > 0 && len(s) == len("一")
	}
	t, fine := digit(tens, 1)
	o, good := digit(ones, 0)
	if !ten {
		return o, good
	}
	return 10*t + o, fine && good
}

// spanWord is a period that no year is known of, as the interface writes it: 五年
// as 5 years, 未来三年 as next 3 years. What it has no word for stays as it is.
func spanWord(label string) string {
	var words []string
	for rest := label; rest != ""; {
		word, size := knownSpan(rest)
		if size == 0 {
			return label
		}
		words, rest = append(words, word), rest[size:]
	}
	return strings.Join(words, " ")
}

// knownSpan is the longest known word at the beginning of a period.
func knownSpan(s string) (word string, size int) {
	for size = len(s); size > 0; size-- {
		if word := model.Word("span", s[:size], model.English); word != s[:size] {
			return word, size
		}
		for _, unit := range []struct{ zh, one, more string }{{"年", " year", " years"}, {"个月", " month", " months"}} {
			if n, ok := wholeNumber(strings.TrimSuffix(s[:size], unit.zh)); ok && strings.HasSuffix(s[:size], unit.zh) {
				if n == 1 {
					return strconv.Itoa(n) + unit.one, size
				}
				return strconv.Itoa(n) + unit.more, size
			}
		}
		if from, to, _ := strings.Cut(strings.TrimSuffix(s[:size], "月"), "-"); strings.HasSuffix(s[:size], "月") {
			if name, ok := months(from, to); ok {
				return name, size
			}
		}
	}
	return "", 0
}

// months are the names of a month, or of the first and the last of several.
func months(from, to string) (string, bool) {
	name := ""
	for _, s := range []string{from, to} {
		if s == "" {
			continue
		}
		m, ok := wholeNumber(s)
		if !ok || m < 1 || m > 12 {
			return "", false
		}
		name += "-" + time.Month(m).String()[:3]
	}
	return strings.TrimPrefix(name, "-"), name != ""
}
