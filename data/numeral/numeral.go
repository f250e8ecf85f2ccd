// Package numeral reads Chinese numerals, as strconv reads Western ones.
//
// It knows digits (4.07, 1,234, full-width ４６８), characters (二百零六, 二〇二一),
// digits with a scale (1.3万, 400亿), percentages (百分之二十), tenths (九成) and
// fractions (三分之一). A value is exact: a coefficient, a power of ten and a
// divisor, never a float.
//
//	numeral.Parse("二百零六") // 206
//	numeral.Parse("1.3万")    // 13000
//	numeral.Parse("三分之一") // 1/3
//
// It reads numbers only. What stands around one (近, 余, 以上, a unit) is the
// caller's to understand, and a numeral that means no quantity (十分, 一般)
// looks the same here as one that does.
package numeral

import (
	"errors"
	"strconv"
	"strings"
)

// The two ways in which a text is no number, wrapped in an *Error.
var (
	ErrSyntax = errors.New("invalid syntax")
	ErrRange  = errors.New("more digits than an exact value can hold")
)

// Error is a text that could not be read, in the manner of strconv.NumError.
type Error struct {
	Text string // the input
	Err  error  // ErrSyntax or ErrRange
}

// Error says which text failed and why.
func (e *Error) Error() string { return "numeral: parsing " + quote(e.Text) + ": " + e.Err.Error() }

// Unwrap gives ErrSyntax or ErrRange.
func (e *Error) Unwrap() error { return e.Err }

// quote keeps a message short when the input is not.
func quote(s string) string {
	if len(s) > 60 {
		return strconv.Quote(s[:60]) + "…"
	}
	return strconv.Quote(s)
}

// Number is the exact value Coef × 10^Exp / Over. Over is 1 but for fractions.
type Number struct {
	Coef int64
	Exp  int
	Over int64
}

// Parse reads the whole of s as one number.
func Parse(s string) (Number, error) {
	if n, ok, err := parseRatio(s); ok {
		return n, err
	}
	n, size, err := Scan(s)
	if err == nil && startsWestern(s) { // 二十 has its scale within
		if exp, m := Scale(s[size:]); m > 0 {
			n.Exp, size = n.Exp+exp, size+m
		}
	}
	switch {
	case err != nil:
		return Number{}, &Error{s, err}
	case size == 0 || size < len(s):
		return Number{}, &Error{s, ErrSyntax}
	}
	return n, nil
}

// parseRatio reads 百分之二十 (0.2), 三分之一 (1/3) and 九成 (0.9), 九成五 (0.95).
func parseRatio(s string) (n Number, ok bool, err error) {
	read := tenths
	first, second, found := strings.Cut(s, "分之")
	if found {
		read = fraction
	} else if first, second, found = strings.Cut(s, "成"); !found {
		return Number{}, false, nil
	}
	if n, ok = read(first, second); !ok {
		return Number{}, true, &Error{s, ErrSyntax}
	}
	return n, true, nil
}

// fraction reads the two sides of 分之.
func fraction(below, above string) (Number, bool) {
	den, err := Parse(one(below))
	if err != nil || den.Over != 1 || den.Coef == 0 || den.Exp < 0 {
		return Number{}, false
	}
	num, err := Parse(above)
	if err != nil || num.Over != 1 {
		return Number{}, false
	}
	for den.Coef%10 == 0 {
		den.Coef, den.Exp = den.Coef/10, den.Exp+1
	}
	if den.Coef == 1 { // a power of ten divides by moving the point
		return Number{num.Coef, num.Exp - den.Exp, 1}, true
	}
	for ; den.Exp > 0; den.Exp-- {
		den.Coef *= 10
	}
	return Number{num.Coef, num.Exp, den.Coef}, true
}

// tenths reads what stands before 成, and the half behind it.
func tenths(whole, half string) (Number, bool) {
	n, err := Parse(whole)
	if err != nil || n.Over != 1 {
		return Number{}, false
	}
	n.Exp--
	if half == "" {
		return n, true
	}
	h, err := Parse(half)
	if err != nil || n.Exp != -1 || h.Exp != 0 || h.Coef > 9 {
		return Number{}, false
	}
	return Number{n.Coef*10 + h.Coef, -2, 1}, true
}

// one writes the bare 百, 千, 万 before 分之 as a number.
func one(s string) string {
	if s == "百" || s == "千" || s == "万" {
		return "一" + s
	}
	return s
}
