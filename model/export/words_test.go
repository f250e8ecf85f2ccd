package export_test

import (
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/project"
	"qubi/model/query"
)

// page is a report of a district with so many paragraphs and a fact of each; they are
// of one day.
func page(file string, paragraphs ...string) *model.Report {
	r := modeltest.Reports()[0]
	r.Document = &model.Document{File: file, Path: file, Head: r.Head}
	r.Facts = nil
	for i, text := range paragraphs {
		at := model.Span{Start: len(r.Text), End: len(r.Text) + len(text)}
		r.Text += text + "\n"
		r.Paragraphs = append(r.Paragraphs, at)
		r.Facts = append(r.Facts, &model.Fact{Kind: model.Park, Name: text, Place: model.Place{Quote: at, Sentence: at, Paragraph: i + 1}})
	}
	r.Original = r.Text
	return r
}

// The compared numbers of a workbook say what they are: a bound, a growth and a rank
// as such, and why a cell is empty.
func TestTheWorkbookSaysWhatANumberIs(t *testing.T) {
	reports := modeltest.Reports()
	for _, r := range reports {
		f := r.Facts[0]
		switch r.File {
		case "donghu.txt":
			f.Quantity.Bound = model.Above
		case "xishan.txt":
			f.Quantity.BaseUnit, f.Rank = "名", "全市第2"
		default:
			f.Indicator = "固定资产投资增速"
		}
	}
	v := export.View{Kind: export.Indicators, Corpus: query.Of(reports), Lang: model.English}
	rows := workbook(t, written(t, export.Excel, v))["indicators compared"]
	seen := map[string]int{}
	for i, r := range compare.Districts(v.Corpus, v.Filter).Rows() {
		for j := range 3 {
			c, cells := r.Cell(j), rows[i+1][2+4*j:]
			says := func(what, text, in string) {
				if seen[what]++; !strings.Contains(in, text) {
					t.Errorf("%s: %q does not say %s, %q", r.Name(), cells[:4], what, text)
				}
			}
			switch f := c.Pick; {
			case f == nil:
				says("why it is empty", c.State.Word(v.Lang), cells[0])
			case f.Ordinal():
				says("the rank", f.Rank, cells[0])
			default:
				if f.Growth() != "" {
					says("that it is a growth", "growth", cells[1])
				}
				if bound := f.Quantity.Bound.Word(v.Lang); bound != "" {
					says("the bound", bound, cells[1])
				}
			}
		}
	}
	if len(seen) != 4 {
		t.Errorf("the sample holds %v", seen)
	}
}

// Of a district with two reports of one day each goes by its file; what begins like a
// heading or a list begins none, and marks that meet are one.
func TestTextsStandInMarkdownAsTheyAre(t *testing.T) {
	one, two := page("甲.txt", "# 一", "- 二", "1) 三", "四五六"), page("乙.txt", "七")
	last := *one.Facts[3]
	last.Place.Quote.Start += len("四")
	one.Facts = append(one.Facts[1:], &last) // none in what looks like a heading
	v := export.View{Kind: export.Text, Corpus: query.Of([]*model.Report{one, two})}
	text := written(t, export.Markdown, v)
	for _, wrong := range []string{"\n# 一", "\n- 二", "\n1) 三", "</mark><mark>"} {
		if strings.Contains(text, wrong) {
			t.Errorf("%q is in\n%s", wrong, text)
		}
	}
	if n := strings.Count(text, "<mark>"); n != 4 {
		t.Errorf("%d marks in\n%s", n, text)
	}
	v.Kind = export.SideBySide
	if facts := written(t, export.Markdown, v); !strings.Contains(facts, "甲.txt，第2行") || !strings.Contains(facts, "乙.txt，第1行") {
		t.Errorf("two reports of one day are not told apart in\n%s", facts)
	}
}

// Of what was corrected the contract tells what the rules had read.
func TestACorrectionTellsWhatWasRead(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	f := raw.Reports[0].Facts[0]
	p, err := project.Apply(raw, project.Project{}, project.HideRejected).Mend(f, project.Fields{"unit": "万元"}, project.Sign{})
	if err != nil {
		t.Fatal(err)
	}
	a := project.Apply(raw, p, project.HideRejected)
	got := written(t, export.JSONLines, export.View{Corpus: query.New(a.Corpus), Project: a})
	if want := `"read":{"unit":"` + f.Quantity.Unit + `"}`; !strings.Contains(got, want) {
		t.Errorf("no %s in %.600s", want, got)
	}
}

// Places that are found are exported with a mark alone where only these are asked for.
func TestMarkedPlacesAlone(t *testing.T) {
	v := export.View{Kind: export.Found, Of: "产业", Corpus: modeltest.Corpus()}
	all := readCSV(t, written(t, export.CSV, v))
	f := v.Corpus.Reports[0].Facts[slices.IndexFunc(v.Corpus.Reports[0].Facts, func(f *model.Fact) bool { return strings.Contains(f.Quote(), "产业") })]
	v.Filter.Marked = map[model.Key]bool{f.Key(): true}
	if some := readCSV(t, written(t, export.CSV, v)); len(some) < 2 || len(some) >= len(all) {
		t.Errorf("%d lines of %d", len(some), len(all))
	}
}

// Of very many districts the cells that state nothing are left out.
func TestManyDistrictsTellOnlyWhatIsStated(t *testing.T) {
	for n, stays := range map[int]bool{3: true, 101: false} {
		got := written(t, export.JSON, export.View{Kind: export.Indicators, Corpus: modeltest.Large(n)})
		if strings.Contains(got, `"facts":[]`) != stays {
			t.Errorf("%d districts: empty cells are there: %t", n, !stays)
		}
	}
}

// In a row that may not be read across, a number goes by the name its text gives it.
func TestNumbersThatDifferGoByTheirNames(t *testing.T) {
	reports := modeltest.Reports()
	for _, f := range reports[1].Facts {
		if f.Indicator == "固定资产投资" {
			f.Name = "固定资产投资额"
		}
	}
	got := written(t, export.Markdown, export.View{Kind: export.Indicators, Corpus: query.Of(reports)})
	if !strings.Contains(got, "（固定资产投资额，2020年") {
		t.Errorf("the name is not told in\n%.3000s", got)
	}
}
