package data

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"qubi/model"
)

// A list written by hand: what it says of a file holds, and what it says in vain is told.
func TestListBesideReports(t *testing.T) {
	const text = "工作报告\n\n今年固定资产投资增长8%。\n"
	for name, c := range map[string]struct{ file, list, district, told string }{
		"columns in Chinese":  {"reports.csv", "文件名,区县,城市,日期\na.txt,历下区,济南市,2021/1/5\n", "历下区", ""},
		"a path":              {"reports.csv", "file,district\n./a.txt,历下区\n", "历下区", ""},
		"margins":             {"reports.csv", "file,district,\na.txt,历下区,\n,,\n", "历下区", ""},
		"a field misspelt":    {"reports.toml", "[[report]]\nfile = \"a.txt\"\ndistrikt = \"历下区\"\n", "", "没有“distrikt”这一项；认得的是文件、区县、城市、标题、日期、来源、作者"},
		"a column of its own": {"reports.csv", "file,district,备注\na.txt,历下区,重读\n", "历下区", "没有“备注”这一项；认得的是文件、区县、城市、标题、日期、来源、作者"},
		"no such day":         {"reports.csv", "file,district,date\na.txt,历下区,2021-13-45\n", "历下区", "第 2 行：a.txt 的日期“2021-13-45”看不懂；日期写作 2021-08-27"},
		"no such file":        {"reports.csv", "file,district\na.txt,历下区\n\n,,\nb.txt,槐荫区\n", "历下区", "第 5 行：旁边没有“b.txt”这个文件"},
		"nor in TOML":         {"reports.toml", "[[report]]\nfile = \"a.txt\"\ndistrict = \"历下区\"\n\n[[report]]\ntitle = \"file\"\nfile = \"b.txt\"\n", "历下区", "第 7 行：旁边没有“b.txt”这个文件"},
		"no quotes":           {"reports.toml", "[[report]]\nfile = \"a.txt\"\ndistrict = 历下区\n", "", "这份清单没有用上：第 3 行写得不对"},
	} {
		corpus, err := Load(fstest.MapFS{"a.txt": {Data: []byte(text)}, c.file: {Data: []byte(c.list)}})
		var problems ErrorList
		_ = errors.As(err, &problems)
		if got := corpus.Reports[0].Head.District; got != c.district {
			t.Errorf("%s: the report is of %q", name, got)
		}
		told := ""
		for _, e := range problems {
			if e.File == c.file {
				told += strings.TrimSuffix(strings.TrimPrefix(e.Message(model.Chinese), c.file+"："), "；其余已读")
			}
		}
		if told != c.told {
			t.Errorf("%s: told %q", name, told)
		}
	}
}

// A list that cannot be read is told, not taken for one that is not there; of one in which
// everything is wrong the first things are told, and how many more there are.
func TestListsThatAreNone(t *testing.T) {
	told := func(name string, files fstest.MapFS) (told []string) {
		files["a.txt"] = &fstest.MapFile{Data: []byte("工作报告\n\n今年固定资产投资增长8%。\n")}
		_, err := Load(files)
		var problems ErrorList
		_ = errors.As(err, &problems)
		for _, e := range problems {
			if e.File == name {
				told = append(told, e.Message(model.English))
			}
		}
		return told
	}
	if all := told("reports.csv", fstest.MapFS{"reports.csv/b.jpg": {}}); len(all) != 1 || !strings.Contains(all[0], "the list is left out") {
		t.Errorf("a folder: %q", all)
	}
	list := "file\n"
	for i := range 1000 {
		list += fmt.Sprintf("b%d.txt\n", i)
	}
	all := told("reports.csv", fstest.MapFS{"reports.csv": {Data: []byte(list)}})
	if len(all) != 21 || !strings.Contains(all[0], `"b0.txt"`) || !strings.Contains(all[20], "980 more") {
		t.Errorf("a thousand files that are not there: %d lines, the last is %q", len(all), all[len(all)-1])
	}
}
