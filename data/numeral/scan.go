package numeral

import "unicode/utf8"

// Scan reads the longest numeral at the beginning of s and says how many bytes
// it has; 0 when s begins with none. Western digits are read without a scale
// after them, so that the caller can tell 1.3万 (1.3, 万) as it is written;
// a numeral in characters has its scale within (二百零六, 三万五千), and so has
// one of digits and scales by turns (3千5百).
//
// A run of digits that is no number (十四五, 1.2.3) gives its size and
// ErrSyntax; more than 18 digits give ErrRange.
func Scan(s string) (n Number, size int, err error) {
	r, _ := utf8.DecodeRuneInString(s)
	if _, ok := western(r); ok {
		if n, size := scanMixed(s); size > 0 {
			return n, size, nil
		}
		return scanWestern(s)
	}
	if _, ok := digit(r); ok || r == '十' {
		return scanChinese(s)
	}
	return Number{}, 0, nil
}

// western is the value of an ASCII or full-width digit.
func western(r rune) (int64, bool) {
	switch {
	case '0' <= r && r <= '9':
		return int64(r - '0'), true
	case '０' <= r && r <= '９':
		return int64(r - '０'), true
	}
	return 0, false
}

// scanWestern reads 4.07, 1,234 and ４６８．３.
func scanWestern(s string) (n Number, size int, err error) {
	n.Over = 1
	digits, points := 0, 0
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		d, ok := western(r)
		switch {
		case ok:
			if digits < 18 {
				n.Coef = n.Coef*10 + d
			}
			if n.Coef != 0 || points > 0 {
				digits++
			}
			if points > 0 {
				n.Exp--
			}
		case (r == '.' || r == '．') && startsWestern(s[size+w:]):
			points++
		case (r == ',' || r == '，') && points == 0 && thousands(s[size+w:]):
			// a separator says nothing
		default:
			return n, size, fault(digits, points)
		}
		size += w
	}
	return n, size, fault(digits, points)
}

func fault(digits, points int) error {
	switch {
	case points > 1:
		return ErrSyntax
	case digits > 18:
		return ErrRange
	}
	return nil
}

func startsWestern(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, ok := western(r)
	return ok
}

// thousands reports whether exactly three digits follow, as after 1,234's comma.
func thousands(s string) bool {
	for i := 0; i < 3; i++ {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}
