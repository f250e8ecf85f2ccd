package pdf

import (
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
