package source

import (
	"strings"
	"testing"
)

// Tables that a table lays out side by side are read each for itself, as on a page; one in the
// cell of a table that holds more is lines of that cell.
func TestTablesWithinTables(t *testing.T) {
	table := func(rows ...string) string {
		var b strings.Builder
		b.WriteString("<w:tbl>")
		for _, row := range rows {
			b.WriteString("<w:tr>")
			for _, cell := range strings.Split(row, "|") {
				if !strings.HasPrefix(cell, "<") {
					cell = "<w:p><w:r><w:t>" + cell + "</w:t></w:r></w:p>"
				}
				b.WriteString("<w:tc>" + cell + "</w:tc>")
			}
			b.WriteString("</w:tr>")
		}
		return b.String() + "</w:tbl>"
	}
	one, two := table("指标|亿元", "收入|35", "|31"), table("指标|万人", "人口|70")
	said := "<w:p><w:r><w:t>工业：</w:t></w:r></w:p>"
	for name, c := range map[string]struct {
		body, want string
		tables     int
	}{
		"side by side": {table(said+one+"<w:p/>|"+two+"<w:p/>", "注：快报数|"), "工业：\n指标\t亿元\n收入\t35\n31\n指标\t万人\n人口\t70\n注：快报数\n", 2},
		"three deep":   {table(table(one+"<w:p/>") + "<w:p/>"), "指标\t亿元\n收入\t35\n31\n", 1},
		"in a cell":    {table("指标|2021年", "收入|35", "支出|"+two+"<w:p/>"), "指标\t2021年\n收入\t35\n支出\t指标 万人 人口 70\n", 1},
	} {
		raw := zipOf(t, "word/document.xml", `<w:document xmlns:w="w"><w:body>`+c.body+`</w:body></w:document>`)
		p := read("a.docx", raw)
		if p.Text != c.want || len(p.Tables) != c.tables {
			t.Errorf("%s: %d tables, %q", name, len(p.Tables), p.Text)
		}
	}
}
