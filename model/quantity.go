package model

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, Coef × 10^Exp, so that 12.5亿 is
// 1250000000 and not a float's neighbour of it.
type Decimal struct {
	Coef int64
	Exp  int
}

// String writes the number without exponent, with the digits it was given
// (4.50 stays "4.50").
func (d Decimal) String() string {
	s := strconv.FormatInt(d.Coef, 10)
	if d.Exp >= 0 {
		if d.Coef == 0 {
			return "0"
		}
		return s + strings.Repeat("0", d.Exp)
	}
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	n := -d.Exp
	if len(s) <= n {
		s = strings.Repeat("0", n-len(s)+1) + s
	}
	return sign + s[:len(s)-n] + "." + s[len(s)-n:]
}

// Float is the nearest float64, for sorting and bars, never for display.
func (d Decimal) Float() float64 {
	if exact := int64(1) << 53; -exact < d.Coef && d.Coef < exact && -22 <= d.Exp && d.Exp <= 0 {
		return float64(d.Coef) / math.Pow10(-d.Exp) // of two exact numbers: rounded once
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// Rat is the exact value.
func (d Decimal) Rat() *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

// Cmp compares exactly: -1, 0 or +1.
func (d Decimal) Cmp(e Decimal) int {
	exp := min(d.Exp, e.Exp)
	a, fits := d.coefAt(exp)
	b, fit := e.coefAt(exp)
	if fits && fit { // nearly always, and no allocation
		return cmp.Compare(a, b)
	}
	return d.Rat().Cmp(e.Rat())
}

// coefAt is the coefficient at a lower exponent, as long as it fits.
func (d Decimal) coefAt(exp int) (int64, bool) {
	c := d.Coef
	for n := d.Exp; n > exp; n-- {
		if c > math.MaxInt64/10 || c < math.MinInt64/10 {
			return 0, false
		}
		c *= 10
	}
	return c, true
}

// Shift multiplies by 10^n.
func (d Decimal) Shift(n int) Decimal { return Decimal{d.Coef, d.Exp + n} }

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

// Bound says how a number is meant: exactly, above, at least, below, at most, about.
type Bound string

// The bounds of the facts contract.
const (
	Exactly Bound = "="
	Above   Bound = ">"  // 突破 超 多 余
	AtLeast Bound = ">=" // 以上 不低于
	Below   Bound = "<"  // 不足 低于
	AtMost  Bound = "<=" // 以内 以下 控制在
	About   Bound = "~"  // 近 约
)

// Mirrored is the bound of a number whose sign is turned.
func (b Bound) Mirrored() Bound {
	switch b {
	case Above:
		return Below
	case AtLeast:
		return AtMost
	case Below:
		return Above
	case AtMost:
		return AtLeast
	}
	return b
}

// Quantity is a number as the text states it, with its base.
type Quantity struct {
	Value    Decimal
	Unit     string // as written: 亿元, 万人, 个, %, 个百分点
	Base     Decimal
	BaseUnit string // 元, 人, 个, %, …; equal base units share a dimension
	Bound    Bound
}

// Falls reports a fall whose number is written without a sign (下降9.5%): its base is
// negative.
func (q Quantity) Falls() bool { return q.Base.Coef < 0 && q.Value.Coef > 0 }

// turned is the quantity with the other sign, as which it is written: -9.5 or more is a fall
// of at most 9.5.
func (q Quantity) turned() Quantity {
	q.Value.Coef, q.Bound = -q.Value.Coef, q.Bound.Mirrored()
	return q
}

// Size is the quantity without its sign, and whether that was of one below 0.
func (q Quantity) Size() (size Quantity, below bool) {
	if q.Value.Coef < 0 {
		return q.turned(), true
	}
	return q, false
}

// Sign is the contract's sign of a bound; an exact number has none: in a table = alone
// would have to be guarded like a formula.
func (q Quantity) Sign() string {
	if q.Bound == Exactly {
		return ""
	}
	return string(q.Bound)
}
