package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestExportSaysWhatIsExported(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "5", "x")
	shows(t, a, "导出并列条目（条目共4条）")
	typed(a, "esc", "f3", "x")
	shows(t, a, "导出指标对照")
}

// Tab completes a path as far as the names in the folder agree, by whole
// characters, and lists them where they part.
func TestExportCompletesPaths(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"济阳一.md", "济阳丁.md", "钢城", "报告"} {
		if err := os.MkdirAll(filepath.Join(folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	a := browser(t, Options{}, 200, 40)
	typed(a, "x")
	for _, test := range []struct{ typed, completed, listed string }{
		{"济", "济阳", "济阳一.md"},
		{"钢", "钢城/", ""},
		{"钢城/", "钢城/", ""},
		{"市", "市", ""},
	} {
		typed(a, "ctrl+u", "\""+folder+string(filepath.Separator)+test.typed, "tab")
		shows(t, a, folder+string(filepath.Separator)+test.completed)
		if test.listed != "" {
			shows(t, a, test.listed)
		}
	}
}

// A path is typed as in a shell, and the file is told by its whole path.
func TestExportKnowsTheHomeFolder(t *testing.T) {
	home := t.TempDir()
	a := browser(t, Options{Home: home}, 160, 40)
	typed(a, "x", "ctrl+u", "\"~/对照.md", "enter")
	if _, err := os.Stat(filepath.Join(home, "对照.md")); err != nil {
		t.Fatal(err)
	}
	shows(t, a, filepath.Join(home, "对照.md"))
	t.Chdir(home)
	typed(a, "x", "ctrl+u", "\"another.md", "enter")
	shows(t, a, filepath.Join(home, "another.md"))
	b := browser(t, Options{Home: home}, 60, 24)
	long := filepath.Join(home, "a-folder-of-exports", "of-this-year")
	if err := os.MkdirAll(long, 0o755); err != nil {
		t.Fatal(err)
	}
	typed(b, "x", "ctrl+u", "\""+filepath.Join(long, "x.md"), "enter")
	shows(t, b, "…"+string(filepath.Separator)+filepath.Join("of-this-year", "x.md"))
}

// A report that is open is not replaced, nor anything written that is no file.
func TestExportNeverReplacesWhatIsOpen(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "报告.txt")
	if err := os.WriteFile(path, []byte("原文"), 0o644); err != nil {
		t.Fatal(err)
	}
	a := browser(t, Options{}, 120, 40)
	a.corpus.Reports[0].Path = path
	typed(a, "x", "ctrl+u", "\""+path, "enter", "enter")
	shows(t, a, "正在读的报告")
	typed(a, "ctrl+u", "\""+os.DevNull, "enter", "enter")
	shows(t, a, "不是普通文件")
	if raw, _ := os.ReadFile(path); string(raw) != "原文" {
		t.Errorf("the report was replaced: %q", raw)
	}
}
