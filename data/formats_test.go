package data

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qubi/model"
)

// told is a fact as a reader tells it apart.
func told(f *model.Fact) string {
	return fmt.Sprint(f.Kind, "|", f.Name, "|", f.Quantity.Value, f.Quantity.Unit, "|", f.Period, "|", f.Stage, "|", f.Change, f.Rank)
}

// The same report gives the same facts in whatever form the web gave it.
func TestFormatsGiveTheSameFacts(t *testing.T) {
	raw, err := reports.ReadFile("reports/001_39f59c4250dafda1.txt")
	if err != nil {
		t.Fatal(err)
	}
	plain, _ := Read("001.txt", raw)
	var want []string
	for _, f := range plain.Facts {
		want = append(want, told(f))
	}
	files, err := filepath.Glob("testdata/formats/*[^y]")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if base := filepath.Base(name); strings.HasPrefix(base, "table.") || strings.HasPrefix(base, "part-") {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(name, raw)
		left := slices.Clone(want)
		var more []string
		for _, f := range r.Facts {
			if i := slices.Index(left, told(f)); i >= 0 {
				left = slices.Delete(left, i, i+1)
			} else if r.Origin(f.Place.Quote).Cell == "" {
				more = append(more, told(f))
			}
		}
		t.Logf("%s: %s %s, %d facts, %d of %d as in the text; %q %s %v", name, r.Format, r.Encoding, len(r.Facts), len(want)-len(left), len(want), r.Head.Title, r.Head.District, err)
		if len(left) > 0 || len(more) > 0 {
			t.Errorf("%s: %d of %d facts; missing\n%s\nadded\n%s", name, len(want)-len(left), len(want), strings.Join(left, "\n"), strings.Join(more, "\n"))
		}
	}
}

// A browser's PDF names glyphs by radicals; read, they are characters.
func TestRadicalsOfPDFs(t *testing.T) {
	raw, err := os.ReadFile("testdata/formats/part-chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Read("part.pdf", raw)
	if want := "钢城区黄河流域汽车产业增长8.6%,户籍人口30万人。"; !strings.HasSuffix(r.Text, want) {
		t.Errorf("%q, want %q at the end", r.Text, want)
	}
	if o := r.Origin(r.Facts[0].Place.Quote); o.Page != 1 {
		t.Errorf("the fact lies on page %d, want 1", o.Page)
	}
}
