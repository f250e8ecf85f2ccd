package pdf

import (
	"strings"
	"testing"
)

// set puts a text of Chinese characters in lines of a width, from the top left corner.
func set(chars []char, text string, x, y, size float64, width int) []char {
	for i, r := range []rune(text) {
		chars = append(chars, char{x: x + float64(i%width)*size, y: y - float64(i/width)*size*1.4, w: size, size: size, text: string(r)})
	}
	return chars
}

// Three columns a character apart are read one after the other, though the lines of
// the first, under a large title, stand beside no line of the others.
func TestNarrowColumns(t *testing.T) {
	one, two, three := strings.Repeat("甲", 20*16), strings.Repeat("乙", 30*16), strings.Repeat("丙", 30*16)
	chars := set(nil, "题题题题题题题题", 40, 780, 16, 8)
	chars = set(chars, one, 40, 743, 8, 16)
	chars = set(chars, two, 40+17*8, 780, 8, 16)
	chars = set(chars, three, 40+34*8, 780, 8, 16)
	blocks, _ := columns(lines(chars), 0)
	var got strings.Builder
	for _, b := range blocks {
		for _, l := range b {
			got.WriteString(l.text)
		}
	}
	if want := "题题题题题题题题" + one + two + three; got.String() != want {
		t.Errorf("%d blocks, read in another order: %.600s", len(blocks), got.String())
	}
}

// The rows of a table that fills a page are lines of their own, and none of its
// numbers is taken for that of the page or for a running head.
func TestRowsOfATable(t *testing.T) {
	rows := []string{"指标 单位 去年 今年", "人口 万人 31 31", "收入 元 42934 45123", "学校 所 12 12"}
	pages := make([][]line, 2)
	for n := range pages {
		var chars []char
		for y, row := range rows {
			for x, cell := range strings.Fields(row) {
				chars = set(chars, cell, 40+float64(x)*120, 780-float64(y)*20, 10, 20)
			}
		}
		pages[n] = lines(set(chars, strings.Repeat("7", n+1), 300, 40, 10, 20))
	}
	d := &document{chars: 1, pages: pages[:1]}
	p, err := d.page()
	if want := strings.ReplaceAll(strings.Join(rows, "\n"), " ", "\t"); err != nil || strings.TrimSpace(p.Text) != want {
		t.Errorf("%v, read\n%s\nwant\n%s", err, p.Text, want)
	}
}

// A day below the title is no number of a page.
func TestDaysAtTheEdges(t *testing.T) {
	for text, kept := range map[string]bool{"2023-10-30": true, "2023/1/5": true, "- 12 -": false, "第3页/共12页": false, "3/12": false} {
		chars := set(nil, "某区公报", 40, 800, 10, 40)
		chars = set(chars, text, 40, 770, 10, 40)
		chars = set(chars, "投资完成十亿元。", 40, 740, 10, 40)
		pages := [][]line{lines(chars)}
		if dropFurniture(pages); len(pages[0]) == 3 != kept {
			t.Errorf("%s: %d lines left", text, len(pages[0]))
		}
	}
}

// Numbers of a table's columns that stand as close as words do are told, for nobody can
// say where one ends; a few decimals in a text are none.
func TestSqueezedColumns(t *testing.T) {
	row := line{text: "地区生产总值 亿元312.5 352.8 8.6"}
	prose := line{text: "增长8.6%，达到352.8亿元，占12.5%。"}
	for n, pages := range map[int][][]line{3: {{row, row}, {row}}, 0: {{row, prose, prose}, {prose, prose}}} {
		if got := squeezed(pages); got != n {
			t.Errorf("%d lines, want %d", got, n)
		}
	}
}

// A sign that hangs out of its column leaves less room beside the next, whose lines stand
// at other heights.
func TestHangingSigns(t *testing.T) {
	left, right := strings.Repeat("甲", 20*10), strings.Repeat("乙", 20*10)
	chars := set(nil, left, 40, 780, 12, 20)
	chars = set(chars, right, 40+20*12+20, 780-3, 12, 20)
	chars = append(chars, char{x: 40 + 20*12, y: 780 - 5*12*1.4, w: 12, size: 12, text: "，"})
	blocks, _ := columns(lines(chars), 0)
	var got strings.Builder
	for _, b := range blocks {
		for _, l := range b {
			got.WriteString(l.text)
		}
	}
	const before = 6 * 20 * len("甲")
	if want := left[:before] + "，" + left[before:] + right; got.String() != want {
		t.Errorf("%d blocks, read in another order: %.900s", len(blocks), got.String())
	}
}
