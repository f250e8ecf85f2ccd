package pdf

import (
	"strings"
	"testing"

	"qubi/data/source/page"
)

// framed is a table with lines around its cells, 100 points wide and 20 high; a blank cell
// is one with that to its left.
func framed(rows ...string) (rules []rule, chars []char) {
	var table [][]string
	for _, row := range rows {
		table = append(table, strings.Split(row, "|"))
	}
	top := 20 * float64(len(table))
	for r, row := range table {
		y := top - 20*float64(r)
		rules = append(rules, rule{0, y, 100 * float64(len(row)), y}, rule{0, y - 20, 100 * float64(len(row)), y - 20})
		for col, text := range row {
			x := 100 * float64(col)
			if text != "" || col == 0 {
				rules = append(rules, rule{x, y - 20, x, y})
			}
			for i, line := range strings.Split(text, "/") {
				chars = set(chars, line, x+2, y-8-9*float64(i), 8, 40)
			}
		}
		rules = append(rules, rule{100 * float64(len(row)), y - 20, 100 * float64(len(row)), y})
	}
	return rules, chars
}

// read is what a page with such a table gives.
func read(rules []rule, chars []char) page.Page {
	var out page.Writer
	j := joiner{out: &out}
	j.page(tables(rules, chars))
	j.end()
	return out.Page("pdf")
}

// Lines part the cells of a table: a name on two lines is one, and a head over two columns
// spans both.
func TestRuledTable(t *testing.T) {
	rules, chars := framed("指标|2021年|", "|总量|增长", "规模以上工业/增加值|35.2|8.6", "人口|31|")
	chars = append(chars, set(nil, "某区公报", 0, 200, 8, 40)...)
	p := read(rules, chars)
	if want := "某区公报\n指标\t2021年\n总量\t增长\n规模以上工业增加值\t35.2\t8.6\n人口\t31\n"; p.Text != want {
		t.Errorf("%q, want %q", p.Text, want)
	}
	if len(p.Tables) != 1 || p.Tables[0].Cells[1].Cols != 2 || p.Tables[0].Cells[2].Col != 1 {
		t.Errorf("%+v", p.Tables)
	}
}

// Running text in a cell does not run into what stands beside it.
func TestRunningTextInCells(t *testing.T) {
	rules, chars := framed("任务|内容|单位", "工业|/|工信局/发改局")
	text := strings.Repeat("规模以上工业增加值增长。", 12)
	chars = set(chars, text, 102, 12, 1, 95)
	want := "任务\t内容\t单位\n工业\t" + text + "\t工信局发改局\n"
	if p := read(rules, chars); p.Text != want {
		t.Errorf("%q, want %q", p.Text, want)
	}
}

// What is no table of one number a cell is left to its lines: a frame around running text,
// and rows that no line parts.
func TestFrames(t *testing.T) {
	for name, rows := range map[string][]string{
		"rows":   {"指标|总量", "收入/支出|35/36"},
		"border": {"甲乙丙丁"},
	} {
		rules, chars := framed(rows...)
		if name == "border" {
			chars = set(chars, strings.Repeat("字", 130), 2, 15, 1, 90)
		}
		if p := read(rules, chars); len(p.Tables) != 0 {
			t.Errorf("%s: %+v", name, p.Tables)
		}
	}
}
