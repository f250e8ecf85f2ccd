package numeral

import "testing"

// Digits and scales by turns are one number; anything less sure is left to the
// reader of digits and units.
func TestScanMixed(t *testing.T) {
	for _, c := range []struct {
		in   string
		coef int64
		size int
	}{
		{"3千5百公里", 3500, len("3千5百")},
		{"1万2千亩", 12000, len("1万2千")},
		{"2亿3千万元", 230000000, len("2亿3千万")},
		{"３万５千名", 35000, len("３万５千")},
		{"2亿3000万元", 230000000, len("2亿3000万")},
		{"3千5百万元", 35000000, len("3千5百万")},
		{"3万4000人", 34000, len("3万4000")}, {"1千零20家", 1020, len("1千零20")}, {"2千零30万", 20300000, len("2千零30万")},
		{"3千个", 3, 1}, {"1.2亿元", 12, len("1.2")}, {"3万4000万", 3, 1},
		{"5百3千", 5, 1}, {"3万5亿", 3, 1}, {"3千万元", 3, 1}, {"3千万5千万", 3, 1},
	} {
		n, size, err := Scan(c.in)
		if n.Coef != c.coef || size != c.size || err != nil {
			t.Errorf("Scan(%q) = %v, %d, %v; want %d, %d", c.in, n, size, err, c.coef, c.size)
		}
	}
	for _, in := range []string{"3万5个", "1万5千瓦", "二三十家", "三四万元", "十四五"} {
		if n, size, err := Scan(in); err != ErrSyntax {
			t.Errorf("Scan(%q) = %v, %d, %v; want no number", in, n, size, err)
		}
	}
}
