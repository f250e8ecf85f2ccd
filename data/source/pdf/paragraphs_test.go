package pdf

import (
	"strings"
	"testing"

	"qubi/data/source/page"
)

// Where nearly every line is the indented first one of a paragraph, each that ends with a
// sentence at the edge is still a paragraph of its own.
func TestIndentedLines(t *testing.T) {
	const left, indent, right = 50.0, 70.0, 450.0
	var all []line
	for i, l := range []struct {
		x0, x1 float64
		text   string
	}{
		{indent, right, "建筑业总产值85.6亿元。"},
		{indent, 150, "四、投资"},
		{indent, right, "固定资产投资增长"},
		{left, 200, "8.4%。"},
		{indent, right, "工业投资增长16%。"},
		{indent, right, "民间投资增长3%。"},
	} {
		all = append(all, line{x0: l.x0, x1: l.x1, y: 700 - 16*float64(i), size: 10, text: l.text})
	}
	out := &page.Writer{}
	j := joiner{out: out}
	j.page(all)
	j.end()
	const want = "建筑业总产值85.6亿元。\n四、投资\n固定资产投资增长8.4%。\n工业投资增长16%。\n民间投资增长3%。\n"
	if got := out.Page("pdf").Text; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A title in large letters goes on in the next line around the same middle; what stands below
// it in its own size, or begins as a heading does, is no part of it.
func TestTitlesOfTwoLines(t *testing.T) {
	chars := set(nil, "某区国民经济和社会发展", 100, 800, 20, 20)
	chars = set(chars, "第十四个五年规划", 130, 770, 20, 20)
	chars = set(chars, "（二〇二一年）", 155, 740, 20, 20)
	chars = set(chars, "某区人民政府", 180, 712, 10, 20)
	chars = set(chars, "第一章基础", 160, 690, 20, 20)
	for i := range 3 {
		chars = set(chars, "投资完成十亿元，投资完成十亿元，投资完成十亿元。", 40, 660-20*float64(i), 10, 60)
	}
	p, err := (&document{chars: 1, pages: [][]line{lines(chars)}}).page()
	want := "某区国民经济和社会发展第十四个五年规划\n（二〇二一年）\n某区人民政府\n第一章基础\n投资"
	if err != nil || !strings.HasPrefix(p.Text, want) {
		t.Errorf("%v, read\n%s\nwant\n%s", err, p.Text, want)
	}
}
