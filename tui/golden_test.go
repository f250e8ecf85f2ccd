package tui

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/screen"
)

var update = flag.Bool("update", false, "rewrite the expected frames")

// inTwelveShapes compares pictures with those kept in testdata/frames, at three
// sizes, in both languages and for both widths of ambiguous characters. -update
// rewrites them; a person then reads the diff.
func inTwelveShapes(t *testing.T, pictures map[string][]string, open func(lang model.Lang) *App) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			for _, ambiguous := range []int{1, 2} {
				name := fmt.Sprintf("%dx%d-%s-%d", size[0], size[1], lang, ambiguous)
				t.Run(name, func(t *testing.T) {
					for picture, keys := range pictures {
						a := open(lang)
						a.Update(screen.MeasureMsg{Measure: cell.Measure{Ambiguous: ambiguous}, Boxes: ambiguous == 1})
						a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
						typed(a, keys...)
						golden(t, filepath.Join("testdata", "frames", name, picture+".txt"), drawn(a.Frame()))
					}
				})
			}
		}
	}
}

func TestGoldenFrames(t *testing.T) {
	seen := maps.Clone(pictures)
	delete(seen, "export") // what it previews has its own golden files in model/export
	inTwelveShapes(t, seen, func(lang model.Lang) *App { return browser(t, Options{Language: lang, Folder: "out"}, 80, 24) })
}

// drawn is a frame's text without roles.
func drawn(f screen.Frame) string {
	var b strings.Builder
	for _, row := range f.Rows {
		line := ""
		for _, s := range row {
			line += s.Line.String()
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// golden compares with a file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}
