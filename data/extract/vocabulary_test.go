package extract

import (
	"strings"
	"testing"

	"qubi/data/scan"
	"qubi/model"
)

// Values in the base unit are exact: no floating point, no rounding.
func TestUnitsInTheirBase(t *testing.T) {
	for text, want := range map[string]string{
		"89.1亿元": "8910000000 元", "4.07万人": "40700 人", "1.3万": "13000 ", "2500余公里": "2500000 米", "11.34万亩": "113400 亩", "3公顷": "45 亩",
		"26.6平方公里": "26600000 平方米", "8287万斤": "41435000 千克", "35微克/立方米": "35 微克/立方米", "36.01元/公斤": "36.01 元/公斤", "9‰": "0.9 %", "九成": "90 %",
		"4500万美元": "45000000 美元", "716万千瓦": "7160000 千瓦", "5兆瓦": "5000 千瓦", "20个百分点": "20 个百分点", "5000台(套)": "5000 台",
	} {
		q := scan.Quantities("数量达"+text, model.Span{End: len("数量达" + text)})
		if len(q) != 1 {
			t.Errorf("%s: %d quantities", text, len(q))
			continue
		}
		if got := q[0].Base.String() + " " + q[0].BaseUnit; got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// A line broken for its length is read on; a title, a heading and a full
// sentence are not.
func TestSentencesOverLineEnds(t *testing.T) {
	long := "全区生产总值完成三百多亿元,同比增长明显,规模以上固定资产投资完成额增长较快,其中税收收入30.2"
	for text, want := range map[string]int{
		long + "\n亿元,占财政收入的比重提高。": 1,
		long + "。\n亿元也有。":         2,
		long + "\n(二)第二点。":        2,
		"工作报告\n各位代表你们好。":          2,
		"“走吧!”他说。好。":              3,
	} {
		if got := len(scan.Read(paragraphsOf(text)).Sentences); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
}

// A quote in a sentence that runs over a line end bears the number of its own
// line: clean text, cut at line ends, finds it there.
func TestParagraphOfTheQuote(t *testing.T) {
	first := "全区上下同心协力抓项目促发展惠民生保稳定" + strings.Repeat("加快推进各项重点工作", 2) + "，完成投资3亿元，"
	report := Report(paragraphsOf(first + "\n新建学校12所。"))
	for i, want := range []int{1, 2} {
		if len(report.Facts) != 2 || report.Facts[i].Place.Paragraph != want {
			t.Fatalf("fact %d of %d: not in paragraph %d", i, len(report.Facts), want)
		}
	}
}
