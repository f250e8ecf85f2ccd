//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The questions that the comparison is there to answer, each asked of the
// built-in reports as a researcher would.

// Which district has most clusters? The name of the row of counts leads to the
// districts by their number; what is told twice counts once.
func TestJourneyMostClusters(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir())
	w.types(f3, "▸指标")
	w.types(tab, "▸主题", "个数(同名算一)")
	w.types("jh", "▸  产业集群")
	w.types("f", "全部 ▸", "!▸  产业集群") // what stands below a theme folds
	w.types("fj", "全部 ▾", "▸  产业集群")
	w.types(enter, "▸排行", "排行：全部 产业集群 个数", "1 济阳区    13 █", "1 钢城区    13 █", "3 市中区     5 █")
	w.types(escape, "▸主题")
	w.quits()
}

// Why may the investments in industry not be compared? Each reason is told with
// what each district states, and leads to the sentence behind it.
func TestJourneyWhyNotComparable(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir())
	w.types(f3, "▸工业投资 !时期不同")
	w.types("c", "工业投资：不可直比", "各数字说的不是同一时期", "济阳区 2022年1-11月  钢城区 五年",
		"有的是总量，有的是增速或占比", "济阳区 48.5%  钢城区 >=200亿元", "有的是目标，有的是已完成")
	w.types(escape, "!各数字说的不是同一时期")
	w.types("h"+enter, "▸排行", "排行：工业投资", "市中区")
	w.types(escape, "▸指标")
	w.types("l"+enter, "▸F4", "工业投资")
	w.quits()
}

// What is aimed at for 2023? A filter of two words leaves the targets of that
// year, whichever report sets them, and nothing that is achieved; districts that
// have none are named in one line.
func TestJourneyTargetsOfAYear(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir())
	w.types("&阶段:目标 年:2023"+enter, "[阶段:目标] [年:2023] 共15条", "新签约项目", "!精品钢")
	w.types(f3, "无条目的2区：钢城区 市中区", ">=300亿元 2023 ○目标", "4600套   2023 ○目标", "!●完成", "!│钢城区")
	w.types("T", "│钢城区", "仅济阳区 32 ▸")
	w.types("jjj"+enter, "仅济阳区 32 ▾", "4600套")
	w.types("f", "仅济阳区 32 ▸", "!4600套")
	w.quits()
}

// Was the target met? A later report of the district answers; a target of
// which none speaks says so, and so does one that no report is late enough for.
func TestJourneyWasTheTargetMet(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	w := setOut(t, t.TempDir())
	w.types(f3+"\x1b[Z\x1b[Z\x1b[Z", "▸时间", "尚无后续报告   ○目标 2023 >=60个", "后续报告未提及 ○目标 2020 100%", "!未达成")
	w.quits()

	text := "济阳区2024年政府工作报告\n\n发布时间：2024-01-10\n\n一、2023年工作回顾\n\n2023年,全区签约项目70个,重点项目80个。\n"
	if err := os.WriteFile(filepath.Join(folder, "later.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	w = setOut(t, t.TempDir(), "builtin:", folder)
	w.types(f3+"\x1b[Z\x1b[Z\x1b[Z", "▸时间", "达成           ○目标 2023 >=60个 › ●完成 70个 2024-01",
		"未达成         ○目标 2023 87个 › ●完成 80个 2024-01", "后续报告未提及 ○目标 2023 4600套")
	w.types("j"+enter, "这一格的2条", "签约项目70个", "新签约项目60个以上") // both sentences to choose from
	w.types(escape, "▸时间", "!这一格的2条")
	w.quits()
}

// What do three reports say of 双招双引, year by year? Every place is listed in
// its sentence, by district and date, and leads into the text.
func TestJourneyAWordOverThreeReports(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir())
	w.types("/双招双引"+enter, "▸查句", "原句里的“双招双引”：10处", "济阳区 2020-05-14", "济阳区 2020-09-04", "济阳区 2023-01-11", "市中区 2021-01-11")
	w.types("p", "出处 双招双引", "!光标不在条目上") // the place in its sentence
	w.types(" ", "▸★")
	w.types("pnnn", "4/10", "成果丰硕")
	w.types(enter, "▸F4", "2020-09-04")
	w.types(escape, "▸查句", "/双招双引")
	w.quits()
}
