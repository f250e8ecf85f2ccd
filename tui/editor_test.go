package tui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"qubi/model"
	"qubi/model/lang"
)

// No name of a file is an option or a command to the program it is given to.
func TestEditorOpensAtTheLine(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"报告/a b.txt", "-c!touch x|q.txt", "+!touch x|q.txt", "-", "--cmd=x.txt"} {
		got, err := editorAt("code --wait", name, 12)
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{"code", "--wait", "+12", filepath.Join(here, name)}; !slices.Equal(got.Args, want) {
			t.Errorf("editor called as %q, want %q", got.Args, want)
		}
	}
}

// EDITOR is parted as a shell parts it; one that no shell would take is told.
func TestEditorIsPartedAsByAShell(t *testing.T) {
	for editor, want := range map[string][]string{
		`"/opt/my ed" --cmd 'let g:x=1'`: {"/opt/my ed", "--cmd", "let g:x=1"},
		`'/opt/my ed' -c "set nu"`:       {"/opt/my ed", "-c", "set nu"},
		`ed --cmd let\ g:x=1`:            {"ed", "--cmd", "let g:x=1"},
		"  vi\t-R ":                      {"vi", "-R"},
	} {
		got, err := editorAt(editor, "/r.txt", 3)
		if err != nil || !slices.Equal(got.Args, append(want, "+3", "/r.txt")) {
			t.Errorf("%s: %v, %v", editor, got, err)
		}
	}
	for editor, want := range map[string]string{`vi "x`: "引号没有合上", `vi 'x`: "引号没有合上", " ": "没有这个命令"} {
		if _, err := editorAt(editor, "/r.txt", 3); err == nil || lang.Told(err, model.Chinese) != want {
			t.Errorf("%q is called, or told as %v", editor, err)
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
		{Options{Editor: "vi", Paths: []string{"builtin:", "."}}, false, "why.builtin"},
		{own, false, "why.gone"}, // since it was read
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
		if got := a.lacks("why.fact", "why.builtin", "why.gone", "why.editor"); got != test.want {
			t.Errorf("reason is %q, want %q", got, test.want)
		}
	}
}

// Variables, a home folder, settings in front and a path with blanks are understood.
func TestEditorIsFoundAsAShellFindsIt(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	ed := filepath.Join(home, "my ed")
	if err := os.WriteFile(ed, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for editor, want := range map[string]string{
		`"$HOME/my ed" -w`: ed, `~/"my ed" -w`: ed, ed: ed, `LANG=C "` + ed + `"`: ed,
	} {
		cmd, err := editorAt(editor, "/r.txt", 3)
		if err != nil || cmd.Path != want {
			t.Errorf("%s: %v, %v; want %s", editor, cmd, err, want)
		}
	}
	if cmd, _ := editorAt(`LANG=C "`+ed+`"`, "/r.txt", 3); !slices.Contains(cmd.Env, "LANG=C") {
		t.Error("the setting in front of an editor is lost")
	}
}
