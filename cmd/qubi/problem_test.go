package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qubi/data"
	parts "qubi/data/source/page"
	"qubi/model"
)

// TestTheBrowserTellsEveryFile: what could not be read is told file by file, in
// the browser's language; a report without a district has its pane.
func TestTheBrowserTellsEveryFile(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"empty.txt": "", "binary.txt": strings.Repeat("\x00\xff\x01\xfe", 100), "good.txt": "新签约项目62个。", "twice.txt": "新签约项目62个。"} {
		if err := os.WriteFile(filepath.Join(".", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, err := data.LoadPaths([]string{".", "gone.txt"})
	f := findingsOf(err)
	want := []string{"binary.txt：二进制文件，不是文本；请给出文本、Word、PDF、Excel 或网页；--verbose 列出读了什么", "empty.txt：空文件；没有列入", "gone.txt：没有这个文件；请检查路径，不给路径就读内置报告", "twice.txt：正文与 good.txt 相同，各条都算了两次；请只留一份"}
	if got := slices.Sorted(slices.Values(f.told(model.Chinese))); !slices.Equal(got, want) {
		t.Errorf("told in Chinese is %q, want %q", got, want)
	}
	if got := f.told(model.English); !slices.Contains(got, "twice.txt: the same text as good.txt; its facts count twice; leave one of them out") || len(got) != len(want) {
		t.Errorf("told in English is %q", got)
	}
}

// TestAnEmptyPathIsTold: a path that is empty is no path that was left out, whichever
// command it is given to.
func TestAnEmptyPathIsTold(t *testing.T) {
	for _, args := range [][]string{{""}, {"facts", ""}, {"export", ""}, {"reports", ""}, {"review", ""}, {"clean", ""}, {"facts", "builtin:", ""}, {"agree", "", ""}} {
		if got := qubi("", append(args, "--lang", "en")...); got.status != 2 || got.out != "" || !strings.HasPrefix(got.err, `qubi: an empty path ("") was given; `) || strings.Count(got.err, "\n") != 1 {
			t.Errorf("qubi %q says %q and writes %q", args, got.err, got.out)
		}
	}
	for _, args := range [][]string{{"facts", "-o", ""}, {"facts", "--paths-from="}, {"export", "--lexicon", ""}, {"--project", ""}} {
		if got := qubi("", args...); got.status != 2 || got.out != "" || !strings.Contains(got.err, " 后面是空的；请写出文件，或去掉这个选项（") {
			t.Errorf("qubi %q says %q and writes %q", args, got.err, got.out)
		}
	}
}

// TestAStopBeforeTheFirstReportIsTold: what was not read is not said to hold no text.
func TestAStopBeforeTheFirstReportIsTold(t *testing.T) {
	f := findingsOf(data.ErrorList{{Err: data.ErrStopped}, {File: "empty.txt", Err: parts.ErrEmpty}})
	if err := nothing(f, []string{"."}); !errors.Is(err, data.ErrStopped) {
		t.Errorf("told is %v", err)
	}
}
