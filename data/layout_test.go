package data

import (
	"fmt"
	"strings"
	"testing"
)

// report is a short report in our own words, one paragraph a line.
var report = []string{
	"白石区2021年政府工作报告",
	"发布日期：2022-02-01",
	"一、2021年工作回顾",
	"全区地区生产总值达到412.6亿元，同比增长7.3%，规模以上工业增加值增长9.8%，一般公共预算收入完成28.4亿元，城镇居民人均可支配收入46210元，新增就业1.6万人。做强新能源汽车、生物医药等产业集群，临港装备产业园建成投用，新建学校9所，改造老旧小区42个，高新技术企业达到135家。",
	"二、2022年工作安排",
	"地区生产总值增长7%左右，完成固定资产投资260亿元，新引进亿元以上项目40个，建成云溪智慧物流园，开工建设南湖水厂项目，新增规上企业25家，改造老旧小区30个，新建幼儿园6所。",
}

// What a page does to a text changes no fact: lines of any width, page numbers and
// running heads in mid-sentence, bullets, blanks within numbers.
func TestLayoutChangesNoFact(t *testing.T) {
	want := factsOf(t, strings.Join(report, "\n\n"))
	if len(want) < 20 {
		t.Fatalf("the report itself has %d facts", len(want))
	}
	for width := 16; width <= 48; width++ {
		wrapped := wrap(report, width)
		if wrapped == nil {
			continue // a line ends just where a sentence does: nobody can tell
		}
		check := func(name, text string) {
			got := factsOf(t, text)
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || got[i] != want[i] {
					t.Errorf("%s of %d characters: %v, want %v", name, width, got[min(i, len(got)):min(i+1, len(got))], want[min(i, len(want)):min(i+1, len(want))])
					break
				}
			}
		}
		check("lines", strings.Join(wrapped, "\n"))
		middle := 5 + (len(wrapped)-5)/3
		for _, number := range []string{"— 3 —\n\f" + report[0], "\n第 3 页 共 20 页\n", "-3-"} {
			check("pages in lines", strings.Join(wrapped[:middle], "\n")+"\n"+number+"\n"+strings.Join(wrapped[middle:], "\n"))
		}
	}
}

// wrap breaks paragraphs at a width; nil where a full line ends with a sentence.
func wrap(paragraphs []string, width int) (lines []string) {
	for i, p := range paragraphs {
		runes := []rune(p)
		for ; i > 2 && len(runes) > width; runes = runes[width:] {
			if runes[width-1] == '。' {
				return nil
			}
			lines = append(lines, string(runes[:width]))
		}
		lines = append(lines, string(runes))
	}
	return lines
}

// factsOf is what a text states, a line a fact.
func factsOf(t *testing.T, text string) (all []string) {
	t.Helper()
	r, err := Read("report.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Facts {
		all = append(all, fmt.Sprint(f.Kind, f.Name, f.Quantity.Value, f.Quantity.Unit, f.Period.Label, f.Change, f.Stage, f.Tier))
	}
	return all
}
