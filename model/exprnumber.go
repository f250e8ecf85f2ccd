package model

import (
	"slices"
	"strconv"
	"strings"
)

// yearRange is years from..to, inclusive.
type yearRange struct{ from, to int }

// parseYears reads 2022, 2020-2022 and lists of them; a trailing 年 is allowed.
func parseYears(value string) (all []yearRange, bad string) {
	for _, w := range strings.FieldsFunc(value, isComma) {
		a, b, ok := strings.Cut(strings.ReplaceAll(w, "年", ""), "-")
		if !ok {
			b = a
		}
		from, err1 := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || from > to || from < 1900 || to > 2999 {
			return nil, w
		}
		all = append(all, yearRange{from, to})
	}
	if len(all) == 0 {
		return nil, value
	}
	return all, ""
}

// compileYears matches facts whose period lies within the years. A fact
// without a calendar period matches no year: periods are never guessed.
func compileYears(value string) (func(*Fact) bool, error) {
	all, bad := parseYears(value)
	if bad != "" {
		return nil, &SyntaxError{Zh: "“" + bad + "”不是年份，如 2022 或 2020-2022", En: strconv.Quote(bad) + " is no year; write 2022 or 2020-2022"}
	}
	return func(x *Fact) bool {
		p := x.Period
		return p.To != 0 && slices.ContainsFunc(all, func(r yearRange) bool {
			return p.From.Year() >= r.from && p.To.Year() <= r.to
		})
	}, nil
}

// operators of 值:, the longer first.
var operators = []Bound{AtLeast, AtMost, Above, Below, Exactly}

// scales are the Chinese factors that may stand before a unit.
var scales = []struct {
	word string
	exp  int
}{{"万亿", 12}, {"亿", 8}, {"千万", 7}, {"百万", 6}, {"万", 4}, {"千", 3}, {"百", 2}}

// valueTest is a condition on a number: the number as written in its unit, or
// brought to the base unit by the scale.
type valueTest struct {
	op       Bound
	number   Decimal
	unit     string // as typed, folded: 亿元
	base     string // without the scale: 元
	scaled   Decimal
	hasScale bool
}

func compileValue(value string) (func(*Fact) bool, error) {
	v, ok := parseValue(value)
	if !ok {
		return nil, &SyntaxError{Zh: "“" + value + "”不是数值条件，如 >100亿、<=8.6%", En: strconv.Quote(value) + " is no condition on a number; write >100亿 or <=8.6%"}
	}
	return v.match, nil
}

// parseValue reads >100亿元; ok is false for what is no condition on a number.
func parseValue(value string) (v valueTest, ok bool) {
	v.op = Exactly
	rest := value
	for _, op := range operators {
		if s, ok := strings.CutPrefix(rest, string(op)); ok {
			v.op, rest = op, s
			break
		}
	}
	digits := strings.TrimLeft(rest, "+-0123456789.,")
	number, ok := ParseDecimal(strings.ReplaceAll(rest[:len(rest)-len(digits)], ",", ""))
	if !ok {
		return v, false
	}
	v.number, v.scaled, v.unit, v.base = number, number, digits, digits
	for _, s := range scales {
		if base, ok := strings.CutPrefix(digits, s.word); ok {
			v.scaled, v.base, v.hasScale = number.Shift(s.exp), base, true
			break
		}
	}
	return v, true
}

// match compares exactly.
func (v valueTest) match(x *Fact) bool {
	q := x.Quantity
	switch {
	case !x.HasValue:
		return false
	case v.compares(q.Unit, q.BaseUnit) == written:
		return v.holds(q.Value, q.Bound, v.number)
	case v.compares(q.Unit, q.BaseUnit) == based:
		return v.holds(q.Base, q.Bound, v.scaled)
	}
	return false
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
	case v.unit == "" || foldsTo(unit, v.unit):
		return written
	case v.base == "" || foldsTo(base, v.base):
		return based
	}
	return neither
}

// holds compares; a number stated as 超100亿 is above 100亿, and one stated as
// 不足100亿 is below it.
func (v valueTest) holds(n Decimal, bound Bound, limit Decimal) bool {
	c := n.Cmp(limit)
	switch v.op {
	case Above:
		return c > 0 || c == 0 && bound == Above
	case AtLeast:
		return c > 0 || c == 0 && bound != Below
	case Below:
		return c < 0 || c == 0 && bound == Below
	case AtMost:
		return c < 0 || c == 0 && bound != Above
	}
	return c == 0
}

// ParseDecimal reads a plain decimal number such as -13.9, exactly; ok is
// false for anything else and for more digits than a Decimal holds.
func ParseDecimal(s string) (d Decimal, ok bool) {
	whole, fraction, dot := strings.Cut(s, ".")
	if dot && fraction == "" || strings.ContainsAny(fraction, "+-") {
		return Decimal{}, false
	}
	coef, err := strconv.ParseInt(whole+fraction, 10, 64)
	return Decimal{Coef: coef, Exp: -len(fraction)}, err == nil
}
