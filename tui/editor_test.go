package tui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// No name of a file is an option or a command to the program it is given to.
func TestEditorOpensAtTheLine(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"报告/a b.txt", "-c!touch x|q.txt", "+!touch x|q.txt", "-", "--cmd=x.txt"} {
		got := editorAt("code --wait", name, 12).Args
		if want := []string{"code", "--wait", "+12", filepath.Join(here, name)}; !slices.Equal(got, want) {
			t.Errorf("editor called as %q, want %q", got, want)
		}
	}
}

// The editor is offered for a file on disk only, and where one is set; else the
// user is told what is missing. A built-in report beside one's own is no file.
func TestEditorSaysWhyNot(t *testing.T) {
	own := Options{Editor: "vi", Paths: []string{"."}}
	for _, test := range []struct {
		options Options
		onDisk  bool
		want    string
	}{
		{Options{Editor: "vi"}, false, "why.builtin"},
		{own, false, "why.builtin"},
		{Options{Paths: []string{"."}}, true, "why.editor"},
		{own, true, ""},
	} {
		t.Chdir(t.TempDir())
		a := browser(t, test.options, 120, 40)
		typed(a, "down")
		if test.onDisk {
			a.selected().Report.Path = "报告.txt"
			if err := os.WriteFile("报告.txt", nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got := needsFile(a); got != test.want {
			t.Errorf("reason is %q, want %q", got, test.want)
		}
	}
}
