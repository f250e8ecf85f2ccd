package numeral

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Rules of a numeral in characters, or of digits and scales by turns:
//
//	number  = [section 亿] [section 万] section      三万五千, 一亿零三百万, 2亿3000万
//	section = [d 千] [d 百] [[d] 十] [d]             二百零六, 十二, 3千5百
//	          with 零 for skipped places; two times a scale may drop: 一百二 = 120
//	digits  = d d d …                                二〇二一, read place by place
//	point   = number 点 d d …                        三点五
//
// Characters against forgery (壹贰叁 拾佰仟) and traditional ones mean the same.

// digit is the value of one Chinese digit.
func digit(r rune) (int64, bool) {
	switch r {
	case '零', '〇':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '两', '贰', '兩', '貳':
		return 2, true
	case '三', '叁':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

// place is the power of ten of a character within a section.
func place(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	}
	return 0
}

// scale is the value of 万 and 亿.
func scale(r rune) int64 {
	switch r {
	case '万', '萬':
		return 1e4
	case '亿', '億':
		return 1e8
	}
	return 0
}

// Belongs reports a rune of numerals: where one touches what was read as a
// number, it was not read whole.
func Belongs(r rune) bool {
	_, chinese := digit(r)
	_, digits := western(r)
	return chinese || digits || place(r) > 0 || scale(r) > 0
}

// IsScale reports 十, 百, 千, 万 and 亿, and the tens of old texts (廿, 卅, 卌).
func IsScale(r rune) bool {
	return place(r) > 0 || scale(r) > 0 || r == '廿' || r == '卅' || r == '卌'
}

// Scale reads the scale at the beginning of s (万, 亿, 百万, 万亿, 万万 …): its
// power of ten and its size in bytes, 0 when there is none.
func Scale(s string) (exp, size int) {
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		switch big := scale(r); {
		case place(r) > 0 && exp == 0:
			exp += place(r)
		case big == 1e4 && exp <= 4:
			exp += 4
		case big == 1e8 && exp <= 4:
			exp += 8
		default:
			return exp, size
		}
		size += w
	}
	return exp, size
}

// turns is a numeral while it is read, digit by place by scale.
type turns struct {
	total, section int64
	last           int64 // digit, or western digits, waiting for a place; -1 for none
	low            int   // lowest place so far in the section, 4 for none
	big            int64 // last scale 万 or 亿 used, 0 for none
	zero           bool  // 零 stands before the waiting digit
	digits         int   // digits read one after another without a place
	plain          int64 // their value, read place by place
	scaled         bool  // some place or scale was read
	west           int   // how many western digits wait
	bad            bool  // it is no number
}

// scanTurns reads one numeral of characters, or of digits and scales by turns,
// from the beginning of s.
func scanTurns(s string) (n Number, size int, err error) {
	c := turns{last: -1, low: 4}
	runes := 0
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		if d, ok := digit(r); ok {
			c.digit(d)
		} else if _, ok := western(r); ok {
			if w = c.western(s[size:]); w == 0 {
				break
			}
		} else if p := place(r); p > 0 {
			if !c.place(p) {
				break
			}
		} else if !c.scale(scale(r)) {
			break
		}
		size += w
		runes++
	}
	if c.digits > 18 || runes > 40 {
		return Number{}, size, ErrRange
	}
	n = Number{c.value(), 0, 1}
	if c.bad || c.digits > 1 && c.scaled {
		return n, size, ErrSyntax
	}
	if strings.HasPrefix(s[size:], "点") || strings.HasPrefix(s[size:], "點") {
		n, size = decimals(n, s, size)
	}
	return n, size, nil
}

// digit takes one more digit.
func (c *turns) digit(d int64) {
	c.digits++
	if c.digits <= 18 {
		c.plain = c.plain*10 + d
	}
	if d == 0 {
		c.zero = true
		if c.scaled { // 二百零六: the zero only fills a place
			c.digits--
		}
		return
	}
	c.bad = c.bad || c.scaled && c.last >= 0 // 十四五 is a name, not a number
	c.last, c.west = d, 0
}

// western takes digits between scales; it gives their size, or 0 when they
// cannot belong to this numeral.
func (c *turns) western(s string) int {
	value, size, many := few(s)
	c.west = many
	r, _ := utf8.DecodeRuneInString(s[size:])
	if c.west > 4 || place(r) >= c.low || c.big != 0 && scale(r) >= c.big {
		return 0 // 5百3千 are two
	}
	c.bad = c.bad || c.last >= 0 || c.digits > 0 && !c.zero
	c.last, c.digits = value, 0
	c.bad = c.bad || place(r) == 0 && scale(r) == 0 && c.scaled && !c.zero && !c.filled()
	return size
}

// few reads the digits that a text begins with, at most five.
func few(s string) (value int64, size, many int) {
	for ; many < 5; many++ {
		r, w := utf8.DecodeRuneInString(s[size:])
		d, ok := western(r)
		if !ok {
			break
		}
		value, size = value*10+d, size+w
	}
	return value, size, many
}

// filled reports whether the digits read last are as many as there are places for behind the
// scale: 3万5 says nothing certain.
func (c *turns) filled() bool {
	if c.low < 4 {
		return c.west == c.low
	}
	return c.big == 0 || c.west == 4
}

// place takes 十, 百 or 千; false when it cannot belong to this numeral.
func (c *turns) place(p int) bool {
	if p >= c.low || c.digits > 1 || c.last < 0 && p != 1 || c.last > 9 {
		return false
	}
	d := max(c.last, 0)
	if c.last < 0 { // 十二, 一百十二
		d = 1
	}
	c.section += d * pow10(p)
	c.last, c.low, c.digits, c.scaled, c.zero, c.west = -1, p, 0, true, false, 0
	return true
}

// scale takes 万 or 亿 (0 is neither); false when it cannot belong to this numeral.
func (c *turns) scale(exp int64) bool {
	if exp == 0 || c.digits > 1 && !c.zero {
		return false
	}
	here := c.section + max(c.last, 0)
	if c.digits > 1 {
		here = c.plain // 二〇〇万
	}
	if here == 0 {
		return false
	}
	if c.big != 0 && exp >= c.big { // 三万八千亿
		if c.big == exp {
			return false
		}
		here, c.total = c.total+here, 0
	}
	if high, low := bits.Mul64(uint64(here), uint64(exp)); high != 0 || low > 1<<62 {
		c.bad = true
		return true
	}
	*c = turns{total: c.total + here*exp, last: -1, low: 4, big: exp, scaled: true, bad: c.bad}
	return true
}

// value is what was read.
func (c *turns) value() int64 {
	if !c.scaled && c.west == 0 {
		return c.plain
	}
	last := max(c.last, 0)
	switch {
	case last == 0 || c.zero || c.west > 0:
	case c.low < 4 && c.low > 1: // 一百二 is 120
		last *= pow10(c.low - 1)
	case c.low == 4 && c.big != 0: // 三万五 is 35000
		last *= c.big / 10
	}
	return c.total + c.section + last
}

// decimals reads 点五 after a number.
func decimals(n Number, s string, size int) (Number, int) {
	at := size + len("点")
	m := n
	for at < len(s) && m.Exp > -6 && m.Coef < 1e12 {
		r, w := utf8.DecodeRuneInString(s[at:])
		d, ok := digit(r)
		if !ok {
			break
		}
		m.Coef, m.Exp, at = m.Coef*10+d, m.Exp-1, at+w
	}
	if m.Exp == 0 {
		return n, size
	}
	return m, at
}

func pow10(n int) int64 {
	p := int64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}
