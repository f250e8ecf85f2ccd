package numeral

import (
	"strings"
	"unicode/utf8"
)

// Rules of a numeral in characters:
//
//	number  = [section 亿] [section 万] section      三万五千, 一亿零三百万
//	section = [d 千] [d 百] [[d] 十] [d]             二百零六, 十二
//	          with 零 for skipped places; two times a scale may drop: 一百二 = 120
//	digits  = d d d …                                二〇二一, read place by place
//	point   = number 点 d d …                        三点五

// digit is the value of one Chinese digit.
func digit(r rune) (int64, bool) {
	switch r {
	case '零', '〇':
		return 0, true
	case '一':
		return 1, true
	case '二', '两':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

// place is the power of ten of a character within a section.
func place(r rune) int {
	switch r {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	}
	return 0
}

// Scale reads the scale at the beginning of s (万, 亿, 百万, 万亿 …): its power
// of ten and its size in bytes, 0 when there is none.
func Scale(s string) (exp, size int) {
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		switch {
		case place(r) > 0 && exp == 0:
			exp += place(r)
		case r == '万' && exp < 4:
			exp += 4
		case r == '亿' && exp <= 4:
			exp += 8
		default:
			return exp, size
		}
		size += w
	}
	return exp, size
}

// chinese is a numeral in characters while it is read.
type chinese struct {
	total, section int64
	last           int64 // digit waiting for its place, -1 for none
	low            int   // lowest place so far in the section, 4 for none
	big            int64 // last scale 万 or 亿 used, 0 for none
	zero           bool  // 零 stands before the waiting digit
	digits         int   // digits read one after another without a place
	plain          int64 // their value, read place by place
	scaled         bool  // some place or scale was read
}

// scanChinese reads one numeral in characters from the beginning of s.
func scanChinese(s string) (n Number, size int, err error) {
	c := chinese{last: -1, low: 4}
	runes := 0
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		if d, ok := digit(r); ok {
			err = c.digit(d, err)
		} else if p := place(r); p > 0 {
			if !c.place(p) {
				break
			}
		} else if !c.scale(r, s[size+w:]) {
			break
		}
		size += w
		runes++
	}
	if runes > 18 {
		return Number{}, size, ErrRange
	}
	if err == nil && c.digits > 1 && c.scaled {
		err = ErrSyntax
	}
	n = Number{c.value(), 0, 1}
	if err == nil && strings.HasPrefix(s[size:], "点") {
		n, size = decimals(n, s, size)
	}
	return n, size, err
}

// digit takes one more digit.
func (c *chinese) digit(d int64, err error) error {
	c.digits++
	if c.digits <= 18 {
		c.plain = c.plain*10 + d
	}
	if d == 0 {
		c.zero = true
		if c.scaled { // 二百零六: the zero only fills a place
			c.digits--
		}
		return err
	}
	if c.scaled && c.last >= 0 { // 十四五 is a name, not a number
		err = ErrSyntax
	}
	c.last = d
	return err
}

// place takes 十, 百 or 千; false when it cannot belong to this numeral.
func (c *chinese) place(p int) bool {
	if p >= c.low || c.digits > 1 || c.last < 0 && p != 1 {
		return false
	}
	d := max(c.last, 0)
	if c.last < 0 { // 十二, 一百十二
		d = 1
	}
	c.section += d * pow10(p)
	c.last, c.low, c.digits, c.scaled, c.zero = -1, p, 0, true, false
	return true
}

// scale takes 万 or 亿, unless what follows makes it the unit's own (三万元
// keeps its 万 too: only the base value matters there).
func (c *chinese) scale(r rune, _ string) bool {
	exp := int64(0)
	switch r {
	case '万':
		exp = 1e4
	case '亿':
		exp = 1e8
	}
	if exp == 0 || c.digits > 1 || c.big != 0 && exp >= c.big {
		return false
	}
	c.section += max(c.last, 0)
	if c.section == 0 {
		return false
	}
	c.total += c.section * exp
	*c = chinese{total: c.total, last: -1, low: 4, big: exp, scaled: true}
	return true
}

// value is what was read.
func (c *chinese) value() int64 {
	if !c.scaled {
		return c.plain
	}
	last := max(c.last, 0)
	switch {
	case last == 0 || c.zero:
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
	for at < len(s) && m.Exp > -6 {
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
