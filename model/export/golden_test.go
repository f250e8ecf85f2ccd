package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/notes"
	"qubi/model/query"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// written is what Write writes, which must not fail.
func written(t testing.TB, format export.Format, v export.View) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, format, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// view is a view of the invented reports with a filter, marks and notes.
func view(t testing.TB, kind export.Kind, lang model.Lang) export.View {
	t.Helper()
	corpus := modeltest.Corpus()
	expr, err := query.ParseExpr("!渔业")
	if err != nil {
		t.Fatal(err)
	}
	facts := corpus.Select(query.Filter{})
	v := export.View{
		Kind: kind, Corpus: corpus, Lang: lang, Keys: true,
		Filter: query.Filter{Expr: expr},
		Notes:  notes.Notes{}.Toggle(facts[0]).Write(facts[0], "与<年鉴>核对|无误").Toggle(facts[20]),
	}
	if kind == export.Found {
		v.Of = "项目"
	}
	v.Command = export.Command(v, export.Markdown, nil)
	return v
}

func TestGolden(t *testing.T) {
	for _, kind := range export.Kinds() {
		for _, lang := range []model.Lang{model.Chinese, model.English} {
			for _, format := range export.Formats() {
				if format == export.Excel || format == export.QDPX || cited(format) && (kind != export.SideBySide || lang != model.Chinese) {
					continue // no text, read in workbook_test.go and qdpx_test.go; or the same again
				}
				name := string(kind) + "." + lang.String() + "." + string(format)
				got := written(t, format, view(t, kind, lang))
				if again := written(t, format, view(t, kind, lang)); again != got {
					t.Fatalf("%s: the same view gives other bytes", name)
				}
				compareGolden(t, name+".golden", got)
			}
		}
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
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
		t.Errorf("%s differs; read what has changed and run with -update\n--- got\n%s", name, got)
	}
}

// cited reports whether a format is a list of the reports, whatever the view.
func cited(f export.Format) bool {
	return f == export.GB7714 || f == export.APA || f == export.BibTeX || f == export.CSLJSON
}
