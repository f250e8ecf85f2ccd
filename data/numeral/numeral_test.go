package numeral_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"qubi/data/numeral"
)

// exact writes a number so that a table can be read: 206, 4.07, 1/3.
func exact(n numeral.Number) string {
	s := fmt.Sprint(n.Coef)
	if n.Exp > 0 {
		s += strings.Repeat("0", n.Exp)
	}
	if n.Exp < 0 {
		for len(s) <= -n.Exp {
			s = "0" + s
		}
		s = s[:len(s)+n.Exp] + "." + s[len(s)+n.Exp:]
	}
	if n.Over != 1 {
		s += "/" + fmt.Sprint(n.Over)
	}
	return s
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "007": "7", "4.07": "4.07", "1,234": "1234", "1,234.5": "1234.5", "４６８．３": "468.3",
		"1.3万": "13000", "400亿": "40000000000", "2.5千万": "25000000", "1.2万亿": "1200000000000",
		"一": "1", "两": "2", "十": "10", "十二": "12", "二十": "20", "二百零六": "206", "一百二": "120", "一百一十": "110",
		"三千": "3000", "三万五千": "35000", "三万五": "35000", "一亿零三百万": "103000000", "十万": "100000", "二〇二一": "2021",
		"１２，３４５": "12345", "2 468.5": "2468.5", "捌拾柒万": "870000", "三万八千亿": "3800000000000", "零点二五": "0.25",
		"三点五": "3.5", "百分之二十": "0.20", "千分之五": "0.005", "三分之一": "1/3", "四分之三": "3/4", "九成": "0.9", "九成五": "0.95",
	} {
		n, err := numeral.Parse(text)
		if err != nil || exact(n) != want {
			t.Errorf("Parse(%q) = %s, %v, want %s", text, exact(n), err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"": numeral.ErrSyntax, "个": numeral.ErrSyntax, "十四五": numeral.ErrSyntax, "1.2.3": numeral.ErrSyntax, "3个": numeral.ErrSyntax,
		"零分之一": numeral.ErrSyntax, "成": numeral.ErrSyntax, "千亿": numeral.ErrSyntax, "二十十": numeral.ErrSyntax,
		strings.Repeat("9", 400): numeral.ErrRange, strings.Repeat("二", 400): numeral.ErrRange,
	} {
		if n, err := numeral.Parse(text); !errors.Is(err, want) {
			t.Errorf("Parse(%.20q) = %v, %v, want %v", text, n, err, want)
		}
	}
}

// A number inside a text ends where its characters end.
func TestScanSize(t *testing.T) {
	for text, want := range map[string]string{
		"7 468亿元": "7 468", "7 468 25": "7", "２，３４５家": "２，３４５", "２，３，４": "２",
		"468亿元": "468", "1,234家": "1,234", "33,10家": "33", "4.1%": "4.1", "5.": "5", "二百零六家": "二百零六", "十多个": "十", "两千余户": "两千", "十四五规划": "十四五", "亿元": "",
	} {
		if _, n, _ := numeral.Scan(text); text[:n] != want {
			t.Errorf("Scan(%q) took %q, want %q", text, text[:n], want)
		}
	}
}

func TestErrorNamesTheText(t *testing.T) {
	_, err := numeral.Parse("十四五")
	if got := fmt.Sprint(err); got != `numeral: parsing "十四五": invalid syntax` {
		t.Error(got)
	}
	if _, err = numeral.Parse(strings.Repeat("9", 4000)); len(fmt.Sprint(err)) > 200 {
		t.Error("a long number makes a long message")
	}
}

func ExampleParse() {
	n, _ := numeral.Parse("1.3万")
	fmt.Println(n.Coef, "× 10 ^", n.Exp)
	// Output: 13 × 10 ^ 3
}

// FuzzParse: never a panic; what Scan takes, Parse understands; and writing a
// number in characters and reading it again gives the same number.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"二百零六", "1.3万", "九成", "三分之一", "十四五", "1,234", strings.Repeat("9", 400), "\xff", "一亿零三百万"} {
		f.Add(s, uint32(len(s)*7919))
	}
	f.Fuzz(func(t *testing.T, s string, k uint32) {
		if _, size, err := numeral.Scan(s); size > 0 && err == nil {
			if _, err := numeral.Parse(s[:size]); err != nil {
				t.Errorf("Scan takes %q, Parse refuses it: %v", s[:size], err)
			}
		}
		numeral.Parse(s)
		written := chinese(int64(k))
		if n, err := numeral.Parse(written); err != nil || n.Coef != int64(k) || n.Exp != 0 {
			t.Errorf("Parse(%q) = %v, %v, want %d", written, n, err, k)
		}
	})
}

// chinese writes a number the slow way, 206 as 二百零六.
func chinese(n int64) string {
	if n == 0 {
		return "零"
	}
	var parts []string
	for _, sc := range []struct {
		size int64
		name string
	}{{1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		part := n / sc.size
		n %= sc.size
		if part == 0 {
			continue
		}
		s := section(part)
		if len(parts) > 0 && part < 1000 {
			s = "零" + s
		}
		parts = append(parts, s+sc.name)
	}
	return strings.Join(parts, "")
}

func section(n int64) string {
	digits, places := []rune("零一二三四五六七八九"), []string{"千", "百", "十", ""}
	s, gap := "", false
	for i, size := range []int64{1000, 100, 10, 1} {
		d := n / size % 10
		if d == 0 {
			gap = s != ""
			continue
		}
		if gap {
			s, gap = s+"零", false
		}
		s += string(digits[d]) + places[i]
	}
	return s
}

func BenchmarkScan(b *testing.B) {
	texts := []string{"468.25亿元", "二百零六家", "1,234户", "一亿零三百万人"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		numeral.Scan(texts[i%len(texts)])
	}
}
