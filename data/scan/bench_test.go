package scan

import (
	"fmt"
	"strings"
	"testing"
)

// report is a text as reports are written, of about a number of bytes.
func report(size int) string {
	line := "（一）产业发展提质增效。全区地区生产总值完成286.4亿元，同比增长7.2%，高于全市1.1个百分点；规模以上工业增加值增长9.5%，居全市第二位，新增规上企业32家，累计达到210家。\n"
	return strings.Repeat(line, 1+size/len(line))
}

// BenchmarkRead reads sentences and the numbers within them.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1 << 20, 2 << 20} {
		b.Run(fmt.Sprint(size>>20, "MB"), func(b *testing.B) { benchmark(b, report(size)) })
	}
}

// BenchmarkEndless reads what nobody wrote: digits without end, lists without
// end, sentences without a stop. Twice the text takes twice the time.
func BenchmarkEndless(b *testing.B) {
	for name, unit := range endless {
		for _, size := range []int{1 << 18, 1 << 19} {
			b.Run(fmt.Sprint(name, size>>10, "KB"), func(b *testing.B) { benchmark(b, strings.Repeat(unit, size/len(unit))) })
		}
	}
}

// endless are texts without an end, by what they repeat.
var endless = map[string]string{
	"digits": "7", "units": "12亿元3万人", "numerals": "三百", "vague": "二三十", "blanks": "1 ", "thousands": "123,", "wide": "１２３，", "spaced": "123 ",
	"list": "甲、", "quotes": "“", "brackets": "（", "points": "1.", "ranges": "1-", "fractions": "分之一", "signs": "-1", "marks": "$", "letters": "a1",
	"ranks": "第一", "bullets": "●", "bounds": "超过了", "chain": "5:", "address": "https://a", "percent": "百分之",
}

func benchmark(b *testing.B, text string) {
	doc := paragraphsOf(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(doc)
	}
}
