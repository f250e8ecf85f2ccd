package pdf

import (
	"strings"
	"testing"
)

// What is left of a cell stands below it, or around the middle of its row; a line that heads
// rows is none of it.
func TestBrokenCells(t *testing.T) {
	cells := func(chars []char, row string, y float64) []char {
		for i, cell := range strings.Fields(row) {
			if cell != "-" {
				chars = set(chars, cell, 40+float64(i)*100, y, 10, 40)
			}
		}
		return chars
	}
	chars := cells(nil, "指标 单位 今年 增长", 780)
	chars = cells(chars, "社会消费品零售总 亿元 120 9", 755)
	chars = cells(chars, "额", 741)
	chars = cells(chars, "财政", 716)
	chars = cells(chars, "税收收入 亿元 17 5", 691)
	chars = cells(chars, "规模以上工业", 666)
	chars = cells(chars, "- 亿元 98 7", 659)
	chars = cells(chars, "增加值", 652)
	p, err := (&document{chars: 1, pages: [][]line{lines(chars)}}).page()
	want := "指标\t单位\t今年\t增长\n社会消费品零售总额\t亿元\t120\t9\n财政\n税收收入\t亿元\t17\t5\n规模以上工业增加值\t亿元\t98\t7"
	if err != nil || strings.TrimSpace(p.Text) != want {
		t.Errorf("%v, read\n%s\nwant\n%s", err, p.Text, want)
	}
}
