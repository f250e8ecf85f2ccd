package pdf

import (
	"strings"
	"testing"
)

// Columns part where the rows of a table leave a gap that is hardly wider than a character, and
// the cells of the head may fill theirs; letters of a name that is set wide are no columns, nor
// are the words of a text.
func TestNarrowGapsOfRows(t *testing.T) {
	wide := func(chars []char, text string, x, y float64) []char {
		for i, r := range []rune(text) {
			chars = append(chars, char{x: x + 16*float64(i), y: y, w: 10, size: 10, text: string(r)})
		}
		return chars
	}
	chars := set(nil, strings.Repeat("某区固定资产投资完成十亿元。", 3), 40, 800, 10, 60)
	for i, row := range []string{"指标 计量单位 本年总量", "收入 亿元 312", "支出 亿元 8", "人口 万人 31"} {
		y := 780 - 20*float64(i)
		cells := strings.Fields(row)
		if i > 0 {
			chars = wide(chars, cells[0], 40, y)
		} else {
			chars = set(chars, cells[0], 40, y, 10, 40)
		}
		chars = set(chars, cells[1], 107, y, 10, 40)
		chars = set(chars, cells[2], 148.5, y, 10, 40)
	}
	p, err := (&document{chars: 1, pages: [][]line{lines(chars)}}).page()
	want := strings.Repeat("某区固定资产投资完成十亿元。", 3) + "\n指标\t计量单位\t本年总量\n收入\t亿元\t312\n支出\t亿元\t8\n人口\t万人\t31"
	if err != nil || strings.TrimSpace(p.Text) != want {
		t.Errorf("%v, read\n%s\nwant\n%s", err, p.Text, want)
	}
}

// A short line ends its paragraph, though the page holds more cells of tables than text.
func TestLinesAboveATable(t *testing.T) {
	chars := set(nil, "某区统计局二〇二二年", 40, 800, 10, 60)
	chars = set(chars, strings.Repeat("投资完成十亿元，", 6), 40, 780, 10, 60)
	for i := range 12 {
		for col := range 3 {
			chars = set(chars, "甲乙", 40+50*float64(col), 760-20*float64(i), 10, 40)
		}
	}
	p, err := (&document{chars: 1, pages: [][]line{lines(chars)}}).page()
	if want := "某区统计局二〇二二年\n投资"; err != nil || !strings.HasPrefix(strings.TrimSpace(p.Text), want) {
		t.Errorf("%v, read\n%s", err, p.Text)
	}
}
