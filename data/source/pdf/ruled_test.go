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

// A number that a narrow cell breaks and two that stand in one cell look alike: both are kept
// apart, and the rest of the table is read. A year that is broken is one.
func TestNumbersThatACellBreaks(t *testing.T) {
	rules, chars := framed("指标|202/1年|增长", "收入|68/902|8", "支出|31,/204|5", "税收|17|3", "存款|21|9", "贷款|19|4")
	p := read(rules, chars)
	if want := "指标\t2021年\t增长\n收入\t68 / 902\t8\n支出\t31,204\t5\n税收\t17\t3\n存款\t21\t9\n贷款\t19\t4\n"; p.Text != want {
		t.Errorf("%q, want %q", p.Text, want)
	}
}

// What a line is drawn through is gone, in a cell and in a text; a line below it, or one that
// rules a table, strikes out nothing.
func TestStruckText(t *testing.T) {
	rules, chars := framed("指标|年|增长", "收入|500512|8", "支出|31|5")
	rules = append(rules, rule{102, 35, 126, 35.5})
	chars = set(chars, "投资100亿元20亿元。", 0, 100, 8, 40)
	rules = append(rules, rule{16, 103, 56, 103}, rule{56, 99, 88, 99.5})
	chars = set(set(chars, "投资", 200, 100, 8, 40), "3040亿元", 240, 100, 8, 40)
	rules = append(rules, rule{240, 103, 256, 103})
	if p := read(rules, chars); p.Text != "投资20亿元。\t投资\t40亿元\n指标\t年\t增长\n收入\t512\t8\n支出\t31\t5\n" {
		t.Errorf("%q", p.Text)
	}
}

// A head that is turned to either side is read along its letters, line by line; so is a page.
func TestTurnedText(t *testing.T) {
	for turned, at := range map[turn]func(x, y float64) (float64, float64){
		left:  func(x, y float64) (float64, float64) { return -y, x },
		right: func(x, y float64) (float64, float64) { return y, -x },
	} {
		turnBy := func(c char) char {
			c.x, c.y = at(c.x, c.y)
			c.turn = turned
			return c
		}
		rules, chars := framed("指标|年|增长", "收入|35|8", "支出|31|5")
		var head []char
		for _, c := range set(nil, "2021年(亿元)", 0, 0, 3.5, 5) {
			head = append(head, turnBy(c))
		}
		corner := map[turn]point{left: {107, 42}, right: {110, 58}}[turned]
		for i := range head {
			head[i].x, head[i].y = head[i].x+corner.x, head[i].y+corner.y
		}
		for i, c := range chars {
			if c.text == "年" {
				chars = append(append(chars[:i:i], head...), chars[i+1:]...)
				break
			}
		}
		const want = "指标\t2021年(亿元)\t增长\n收入\t35\t8\n支出\t31\t5\n"
		if p := read(rules, chars); p.Text != want {
			t.Errorf("turned by %d: %q, want %q", turned, p.Text, want)
		}
		rules, chars = framed("指标|总量|增长", "收入|35|8", "支出|31|5")
		for i, r := range rules {
			x0, y0 := at(r.x0, r.y0)
			x1, y1 := at(r.x1, r.y1)
			rules[i] = ruleOf(point{x0, y0}, point{x1, y1})
		}
		for i, c := range chars {
			chars[i] = turnBy(c)
		}
		if p := read(uprightPage(rules, chars)); p.Text != "指标\t总量\t增长\n收入\t35\t8\n支出\t31\t5\n" {
			t.Errorf("a page turned by %d: %q", turned, p.Text)
		}
	}
}
