package tui

import (
	"slices"
	"testing"
)

func TestEditorOpensAtTheLine(t *testing.T) {
	got := editorAt("code --wait", "报告/a b.txt", 12).Args
	if want := []string{"code", "--wait", "+12", "报告/a b.txt"}; !slices.Equal(got, want) {
		t.Errorf("editor called as %q, want %q", got, want)
	}
}

// The editor is offered for a file on disk only, and where one is set; else the
// user is told what is missing.
func TestEditorSaysWhyNot(t *testing.T) {
	for want, o := range map[string]Options{
		"why.builtin": {Editor: "vi"},
		"why.editor":  {Paths: []string{"."}},
		"":            {Editor: "vi", Paths: []string{"."}},
	} {
		a := browser(t, o, 120, 40)
		typed(a, "down")
		if got := needsFile(a); got != want {
			t.Errorf("reason is %q, want %q", got, want)
		}
	}
}
