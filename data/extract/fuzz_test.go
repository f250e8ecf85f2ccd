package extract

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"qubi/model"
)

// FuzzReport: any text gives facts or none, never a panic; every span lies in
// the text on whole characters; quotes lie in their sentences; and the same
// text gives the same facts.
func FuzzReport(f *testing.F) {
	for _, s := range []string{
		"2022年,全区外贸出口做到57亿元,比上年多4.3%。", "城乡居民收入分别到了31200元和15800元,快了6.1%和7%。", "技改占工业投资的份额由28%升到41%,排全省第三。",
		"", "\xff\xfe\x00", "分别、均第", "“", "全市第", "31分48秒", "1-11 月份", strings.Repeat("9", 400) + "亿元", strings.Repeat("(", 300), "一、2021年工作回顾\n新建3所。",
		"其中,12个,34个和", "十四五期间百分之", "的的的5个的", "到2025年底\n\n5%", "3至5个", "翻一番", "近百家",
		"产业12.5 % 2025年 目标 产业12.5 % 2022年 固定资产投资12.5 % 12.5 % 2025年 目标 产业12.5 % 2022年 achieved 产业 固定资产投资。\n其中制造业投资12.5 % 12.5 % 2025年 目标 产业12.5 % 2022年",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rep := Report(paragraphsOf(text))
		for _, fact := range rep.Facts {
			for _, p := range append([]model.Place{fact.Place}, fact.Also...) {
				checkPlace(t, text, p)
			}
			if fact.Kind == model.Metric && (fact.Name == "" || fact.Quantity.Bound == "" || fact.Stage == "") {
				t.Errorf("a metric without name, bound or stage: %+v", fact)
			}
		}
		if again := Report(paragraphsOf(text)); !reflect.DeepEqual(rep.Facts, again.Facts) {
			t.Error("the same text gave other facts")
		}
	})
}

func checkPlace(t *testing.T, text string, p model.Place) {
	t.Helper()
	q, s := p.Quote, p.Sentence
	if q.Start < 0 || q.End > len(text) || q.Start >= q.End || !s.Contains(q) {
		t.Errorf("quote %v not in sentence %v of %d bytes", q, s, len(text))
		return
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[q.Start:q.End]) {
		t.Errorf("quote %q cuts a character", text[q.Start:q.End])
	}
}

// A number of 400 digits is shown as what it is: told, but without a value.
func TestOverlongNumber(t *testing.T) {
	rep := Report(paragraphsOf("总投资" + strings.Repeat("9", 400) + "亿元。"))
	if len(rep.Facts) != 1 || rep.Facts[0].HasValue || !rep.Facts[0].Is(model.FlagOverlong) {
		t.Errorf("got %+v", rep.Facts)
	}
}
