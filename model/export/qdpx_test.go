package export_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/project"
	"qubi/model/qdpx"
	"qubi/model/query"
)

// What people coded goes out to other tools and comes back to the same passages.
func TestCodesGoOutAndComeBack(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	sign := project.Sign{By: "李", When: "2026-01-01T00:00:00Z"}
	var p project.Project
	coded := 0
	for i, r := range raw.Reports {
		for _, f := range r.Facts[:5] {
			a := project.Apply(raw, p, project.HideRejected)
			p = a.Code(r, f.Place.Quote, []string{"亮点", "问题"}[i%2], "见 "+f.Name, sign)
			coded++
		}
	}
	p = p.Define(project.Code{Name: "亮点", Means: "报告自夸的成绩"}, sign)
	applied := project.Apply(raw, p, project.HideRejected)
	view := export.View{Corpus: query.New(applied.Corpus), Project: applied}
	file := written(t, export.QDPX, view)
	if again := written(t, export.QDPX, view); again != file {
		t.Error("the same view gives other bytes")
	}
	read, err := qdpx.Read(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	passages, named := 0, 0
	for i, s := range read.Sources {
		if s.Text != raw.Reports[slices.IndexFunc(raw.Reports, func(r *model.Report) bool { return r.File == s.Name })].Text {
			t.Errorf("source %d has another text", i)
		}
		passages += len(s.Passages)
		onPlace := map[string]bool{}
		for _, p := range s.Passages {
			for _, c := range p.Codes {
				key := fmt.Sprint(c, p.By, p.Start, p.End)
				if onPlace[key] {
					t.Errorf("%s: a code stands twice on one place (%s), which other tools drop", s.Name, p.Name)
				}
				onPlace[key] = true
			}
			named += strings.Count(p.Memo, "name=")
		}
	}
	if facts := len(view.Corpus.Select(query.Filter{})); named != facts || passages <= coded {
		t.Errorf("%d facts told in %d passages, want %d facts and %d codes", named, passages, facts, coded)
	}
	back, lost := project.Import(raw, project.Project{}, read, project.Sign{})
	if len(lost) > 0 {
		t.Errorf("lost: %+v", lost)
	}
	want := applied.Project.Of(project.Coding)
	got := back.Of(project.Coding)
	same := func(a, b project.Entry) bool {
		return a.Code == b.Code && a.Place == b.Place && a.Text == b.Text && a.Sign == b.Sign
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if book := back.Codebook(); len(book) != 2 {
		t.Errorf("codebook %+v", book)
	}
}
