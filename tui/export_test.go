package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestExportSaysWhatIsExported(t *testing.T) {
	a := browser(t, Options{}, 120, 40)
	typed(a, "5", "x")
	shows(t, a, "导出并列条目（共4条）")
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
	a := browser(t, Options{}, 120, 40)
	typed(a, "x")
	e := a.dialog.(*exporter)
	for _, test := range []struct{ typed, completed, listed string }{
		{"济", "济阳", "济阳一.md"},
		{"钢", "钢城/", ""},
		{"钢城/", "钢城/", ""},
		{"市", "市", ""},
	} {
		e.wrong = ""
		e.path = newField(filepath.Join(folder, "x")[:len(folder)+1] + test.typed)
		typed(a, "tab")
		if got := e.path.value()[len(folder)+1:]; got != test.completed {
			t.Errorf("%s is completed to %s, want %s", test.typed, got, test.completed)
		}
		if test.listed != "" {
			shows(t, a, test.listed)
		}
	}
}
