package query

import (
	"strconv"
	"strings"

	"qubi/model"
)

// yearRange is years from..to, inclusive.
type yearRange struct{ from, to int }

// Years that can be asked for.
const firstYear, lastYear = 1900, 2999

// ranges are the signs that may stand between the ends of a range, as input
// methods type them too.
var ranges = strings.NewReplacer("——", "-", "—", "-", "–", "-", "~", "-", "至", "-", "到", "-", "..", "-")

// comparisons are the signs that an input method or a careful typist puts for
// the plain ones.
var comparisons = strings.NewReplacer("》", ">", "《", "<", "≥", ">=", "≤", "<=", "=>", ">=", "=<", "<=")

// parseYears reads 2022, 2020-2022, open ranges (2020-, >=2020) and lists of
// them; a trailing 年 is allowed. bad is what cannot be read.
func parseYears(value string) (all []yearRange, bad string) {
	for _, w := range strings.FieldsFunc(value, isComma) {
		r, ok := parseYearRange(comparisons.Replace(ranges.Replace(strings.ReplaceAll(w, "年", ""))))
		if !ok {
			return nil, w
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		return nil, value
	}
	return all, ""
}

// parseYearRange reads one range.
func parseYearRange(w string) (r yearRange, ok bool) {
	for _, op := range operators {
		s, found := strings.CutPrefix(w, string(op))
		if !found {
			continue
		}
		year, ok := parseYear(s)
		switch op {
		case model.Above:
			return yearRange{year + 1, lastYear}, ok
		case model.AtLeast:
			return yearRange{year, lastYear}, ok
		case model.Below:
			return yearRange{firstYear, year - 1}, ok
		case model.AtMost:
			return yearRange{firstYear, year}, ok
		}
		return yearRange{year, year}, ok
	}
	a, b, isRange := strings.Cut(w, "-")
	if !isRange {
		b = a
	}
	r, from, to := yearRange{firstYear, lastYear}, a == "" && b != "", b == "" && a != ""
	if !from {
		r.from, from = parseYear(a)
	}
	if !to {
		r.to, to = parseYear(b)
	}
	return r, from && to && r.from <= r.to
}

// parseYear reads a year of four digits.
func parseYear(s string) (year int, ok bool) {
	year, err := strconv.Atoi(s)
	return year, err == nil && year >= firstYear && year <= lastYear
}

// holds reports whether months lie within the years. No calendar period lies in any:
// periods are never guessed.
func (r yearRange) holds(from, to model.Month) bool {
	return to != 0 && from.Year() >= r.from && to.Year() <= r.to
}

// operators of 值:, the longer first.
var operators = []model.Bound{model.AtLeast, model.AtMost, model.Above, model.Below, model.Exactly}

// scales are the Chinese factors that may stand before a unit.
var scales = []struct {
	word string
	exp  int
}{{"万亿", 12}, {"亿", 8}, {"千万", 7}, {"百万", 6}, {"万", 4}, {"千", 3}, {"百", 2}}

// valueTest is a condition on a number: the number as written in its unit, or
// brought to the base unit by the scale.
type valueTest struct {
	op     model.Bound
	number model.Decimal
	unit   string // as typed, folded: 亿元
	base   string // without the scale: 元
	scaled model.Decimal
}

// parseValue reads >100亿元, or a range such as 100-200亿元, both ends of it
// included: the tests that must all hold. ok is false for what is no condition
// on a number.
func parseValue(value string) (all []valueTest, ok bool) {
	value = comparisons.Replace(value)
	if low, high, found := cutRange(ranges.Replace(value)); found {
		a, okA := parseLimit(low)
		b, okB := parseLimit(high)
		if okA && a.unit == "" {
			a, okA = parseLimit(low + b.unit)
		}
		if a.op != model.Exactly || b.op != model.Exactly {
			return nil, false
		}
		a.op, b.op = model.AtLeast, model.AtMost
		return []valueTest{a, b}, okA && okB
	}
	v, ok := parseLimit(value)
	return []valueTest{v}, ok
}

// cutRange parts a range at the sign after its lower end; a sign that belongs
// to a number parts nothing.
func cutRange(value string) (low, high string, found bool) {
	for i := 1; i < len(value); i++ {
		if value[i] == '-' && !strings.ContainsRune("<>=-", rune(value[i-1])) {
			return value[:i], value[i+1:], true
		}
	}
	return "", "", false
}

// parseLimit reads one comparison.
func parseLimit(value string) (v valueTest, ok bool) {
	v.op = model.Exactly
	rest := value
	for _, op := range operators {
		if s, ok := strings.CutPrefix(rest, string(op)); ok {
			v.op, rest = op, s
			break
		}
	}
	unit := strings.TrimLeft(rest, "+-0123456789.,")
	number, ok := model.ParseDecimal(strings.ReplaceAll(rest[:len(rest)-len(unit)], ",", ""))
	if !ok || strings.ContainsAny(unit, "0123456789<>=-") {
		return v, false
	}
	v.number, v.scaled, v.unit, v.base = number, number, unit, unit
	for _, s := range scales {
		if base, ok := strings.CutPrefix(unit, s.word); ok {
			v.scaled, v.base = number.Shift(s.exp), base
			break
		}
	}
	return v, true
}

// compared is which of its two values a number is compared by.
type compared uint8

const (
	neither compared = iota
	written          // as the text writes it
	based            // in the base unit
)

// compares tells how numbers in a unit are compared. Without a unit in the
// condition the number as written is; with a scale alone (100亿) the base value
// whatever its unit; with a unit only numbers in that unit, or in its base unit
// once the scale is taken off.
func (v valueTest) compares(unit, base string) compared {
	switch {
	case v.unit == "" || model.FoldsTo(unit, v.unit):
		return written
	case v.base == "" || model.FoldsTo(base, v.base):
		return based
	}
	return neither
}

// holds compares exactly; a number stated as 超100亿 is above 100亿, and one stated as
// 不足100亿 is below it.
func (v valueTest) holds(n model.Decimal, bound model.Bound, limit model.Decimal) bool {
	c := n.Cmp(limit)
	switch v.op {
	case model.Above:
		return c > 0 || c == 0 && bound == model.Above
	case model.AtLeast:
		return c > 0 || c == 0 && bound != model.Below
	case model.Below:
		return c < 0 || c == 0 && bound == model.Below
	case model.AtMost:
		return c < 0 || c == 0 && bound != model.Above
	}
	return c == 0
}
