//go:build !windows

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qubi/tui/screen/vt"
)

// Keys as a terminal sends them.
const (
	enter   = "\r"
	escape  = "\x1b"
	tab     = "\t"
	f3      = "\x1bOR"
	redo    = "\x12"
	rubout  = "\x7f"
	journey = 120 // columns
)

// setOut opens the browser in a home folder.
func setOut(t *testing.T, home string, args ...string) *window {
	t.Helper()
	w := openAtHome(t, home, vt.New(journey, 40, 1), args...)
	w.sees("▸F2", "济阳区", "钢城区", "市中区")
	return w
}

// sees waits until the window shows all the words; one that begins with "!"
// must not be shown.
func (w *window) sees(words ...string) {
	w.t.Helper()
	w.until(strings.Join(words, ", "), 0, showing(words))
}

// types sends keys and waits until the window shows what they lead to.
func (w *window) types(keys string, words ...string) {
	w.t.Helper()
	w.tty.WriteString(keys)
	w.until(strings.Trim(keys, "\r\x1b")+" for "+strings.Join(words, ", "), 0, showing(words))
}

// showing tells whether a window shows words, see sees.
func showing(words []string) func(*vt.Terminal) bool {
	return func(t *vt.Terminal) bool {
		all := t.String()
		for _, word := range words {
			bare := strings.TrimPrefix(word, "!")
			if strings.Contains(all, bare) != (bare == word) {
				return false
			}
		}
		return true
	}
}

// quits leaves by q and waits until the program is gone.
func (w *window) quits() {
	w.t.Helper()
	w.tty.WriteString("q")
	select {
	case <-w.gone:
	case <-time.After(20 * time.Second):
		w.t.Fatal("q does not end the browser")
	}
	if err := w.cmd.Wait(); err != nil {
		w.t.Errorf("q ends the browser with %v", err)
	}
}

// A researcher chooses a theme, searches by pinyin, filters with a slip that
// is shown where it stands, and takes the steps back.
func TestJourneyNarrowing(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir())
	w.types("5", "[主题:交通]", "济莱高铁", "!精品钢")
	w.types("/gaotie", "/gaotie 1/7", "济滨高铁项目")
	w.types(enter, "▸F2", "/gaotie 1/7 原句共9处", "!查找/gaotie") // at the item that it found
	w.types("n", "2/7")
	w.types("N", "1/7")
	w.types(f3+"\x1b[Z", "▸查句", "9处") // every sentence that holds it
	w.types("n", "2/9")
	w.types("\x1bOQ", "▸F2", "[主题:交通]")
	w.types(escape, "!/gaotie", "[主题:交通]")
	w.types("&阶段:在建", "阶段:在建", "在建")
	w.types(" 值:多", "^ “多”")
	w.types(enter, "^ “多”") // a wrong filter is not taken
	w.types(strings.Repeat(rubout, 4)+enter, "[阶段:在建]", "[主题:交通]", "!^ “多”")
	w.types("u", "[主题:交通]", "![阶段:在建]")
	w.types("u", "[主题:交通]", "/gaotie")
	w.types("uuuuu", "![主题:交通]", "精品钢")
	w.types(redo, "[主题:交通]", "!精品钢")
	w.quits()
}

// ownReports are three reports in a folder of the reader's own.
func ownReports(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "济阳区2023年政府工作报告\n\n发布时间：2023-01-10\n\n一、2022年工作回顾\n\n全区地区生产总值完成300亿元,安置房竣工12万平方米。\n",
		"b.txt": "钢城区2021年政府工作报告\n\n发布时间：2021-01-08\n\n一、2020年工作回顾\n\n全区地区生产总值完成152.4亿元。\n",
		"c.txt": "济南市市中区2021年政府工作报告\n\n发布时间：2021-01-11\n\n一、2020年工作回顾\n\n全区地区生产总值完成1100亿元。\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// From a cell of the comparison to the facts behind it, to the sentence, to
// the original text and the evidence, and back the same way.
func TestJourneyToTheSource(t *testing.T) {
	t.Parallel()
	w := setOut(t, t.TempDir(), ownReports(t))
	w.types(f3, "▸F3", "地区生产总值", "300亿元", "仅济阳区 1 ▸")
	w.types("c", "不是同一时期", "济阳区 2022年", "市中区 2020年")
	w.types(escape, "!不是同一时期")
	w.types(tab, "▸主题", "每千字")
	w.types(tab, "▸共有/独有")
	w.types(tab, "▸排行")
	w.types(tab, "▸时间")
	w.types(tab, "▸图")
	w.types(tab, "▸查句")
	w.types(tab, "▸指标")
	w.types("l", "钢城区 › 指标 › 地区生产总值 152.4亿元 2020年 ●完成")
	w.types("l", "市中区 › 指标 › 地区生产总值 1100亿元 2020年 ●完成")
	w.types(enter, "▸F4", "1100亿元")
	w.types("r", "原始文本 c.txt:7")
	w.types("p", "出处 地区生产总值 1100亿元 2020年 ●完成", "时期 2020年", "2021-01-11")
	w.types("p", "!时期 2020年")
	w.types(escape, "▸F3")
	w.types("/老", "查找/老")
	w.types(escape+escape, "▸F2") // at once: the prompt, then the comparison
	w.quits()
}

// What is exported from the screen is what the command writes for that view.
func TestJourneyExport(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := setOut(t, home)
	w.types("1&阶段:目标"+enter, "[主题:产业]", "[阶段:目标]")
	w.types("x", "qubi-facts.md", "阶段:目标")
	w.types(enter, "qubi-facts.md", "已导出到")
	w.quits()
	got, err := os.ReadFile(filepath.Join(home, "qubi-facts.md"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("qubi", "export", "--theme", "产业", "--filter", "阶段:目标")
	cmd.Dir, cmd.Env = home, w.cmd.Env
	want, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("browser and command differ, %s", firstDifference(string(got), string(want)))
	}
}

// Marks and notes are there at the next start, the last view only when asked.
func TestJourneyComesBack(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := setOut(t, home)
	w.types("/jilaigaotie"+enter, "▸F2", "钢城区 › 项目 › 济莱高铁", "!查找/jilai")
	w.types(" ", "★济莱高铁")
	w.types("\x0e见第3页"+enter, "¶济莱高铁")
	w.types(escape, "!jilaigaotie")
	w.types("5p", "[主题:交通]", "¶ 见第3页")
	w.quits()

	w = setOut(t, home)
	w.sees("![主题:交通]")
	w.types("M", "¶济莱高铁", "!精品钢", "[只看标记]")
	w.quits()

	w = setOut(t, home, "--resume")
	w.sees("¶济莱高铁", "!精品钢", "[只看标记]")
	w.types("T", "![只看标记]", "精品钢")
	w.quits()
}

// Settings that are wrong in every line keep nobody from starting: each is told
// in the language of the interface, and the right ones hold.
func TestJourneyWithWrongSettings(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	folder := filepath.Join(home, ".config", "qubi")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	file := "themes = \"nowhere.tsv\"\nlangauge = \"en\"\n[keys]\nmark = [\"q\"]\nzoom = \"Z\"\n"
	if err := os.WriteFile(filepath.Join(folder, "config.toml"), []byte(file), 0o644); err != nil {
		t.Fatal(err)
	}
	w := setOut(t, home)
	w.sees("config.toml:1: themes 指的文件不能用", "config.toml:2: 没有 \"langauge\" 这个设置", "已是 quit 的键")
	w.types("Z", "z 放大", "!config.toml")
	w.quits()
}
