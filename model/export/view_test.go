package export_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/mattn/go-runewidth"

	"qubi/model"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/notes"
	"qubi/model/project"
	"qubi/model/query"
)

// names are the names of the facts as the JSON Lines of a view list them.
func names(t *testing.T, v export.View) string {
	t.Helper()
	var all []string
	for _, f := range contract(t, written(t, export.JSONLines, v)) {
		all = append(all, shown(f["name"]))
	}
	return strings.Join(all, " ")
}

func TestExportIsWhatIsOnView(t *testing.T) {
	c := modeltest.Corpus()
	parks := query.Filter{Kinds: []model.Kind{model.Park}}
	turned := parks
	turned.Districts = []model.DistrictID{{Name: "南港县", City: "海州市"}, {Name: "东湖区", City: "云州市"}}
	clusters := query.Filter{Kinds: []model.Kind{model.Cluster}}
	marked := notes.Notes{}.Toggle(c.Reports[2].Facts[2]).Toggle(c.Reports[0].Facts[0])
	for name, w := range map[string]struct {
		view export.View
		want string
	}{
		"a kind":           {export.View{Filter: parks}, "云湖科技园 西山产业园 临港新城"},
		"districts turned": {export.View{Filter: turned}, "临港新城 云湖科技园"},
		"sorted by name":   {export.View{Filter: clusters, Order: query.ByName}, "精密仪器 新能源产业 文旅康养 新能源产业集群 精密仪器 现代渔业 新能源"},
		"reversed":         {export.View{Filter: clusters, Order: query.ByName, Reverse: true}, "新能源产业 精密仪器 新能源产业集群 文旅康养 新能源 现代渔业 精密仪器"},
		"marked":           {export.View{Kind: export.Marked, Notes: marked}, "固定资产投资 临港新城"},
		"marked and more":  {export.View{Kind: export.Marked, Notes: marked, Filter: parks}, "临港新城"},
		"shared":           {export.View{Kind: export.Shared, Filter: clusters}, "新能源产业 新能源产业集群 新能源 精密仪器 精密仪器 文旅康养 现代渔业"},
		"nothing marked":   {export.View{Kind: export.Marked}, ""},
	} {
		w.view.Corpus = c
		if got := names(t, w.view); got != w.want {
			t.Errorf("%s: %s, want %s", name, got, w.want)
		}
	}
}

// Each sentence of the facts on view has its one footnote, whatever the view.
func TestEverySentenceHasItsFootnote(t *testing.T) {
	for _, kind := range []export.Kind{export.SideBySide, export.Indicators, export.Shared, export.Marked} {
		v := view(t, kind, model.Chinese)
		r := render(t, written(t, export.Markdown, inFull(v)))
		if want := sentences(v.Facts()); len(r.notes) != want {
			t.Errorf("%s: %d footnotes for %d sentences", kind, len(r.notes), want)
		}
		for i := 1; i <= len(r.notes); i++ {
			if r.notes[i] == "" {
				t.Errorf("%s: footnote %d is empty", kind, i)
			}
		}
	}
}

// No table is wider than asked for; what does not fit is told in other forms, and
// no fact gets lost.
func TestNoTableIsWiderThanAskedFor(t *testing.T) {
	for _, width := range []int{20, 60, 90, 160} {
		for _, kind := range []export.Kind{export.SideBySide, export.Indicators, export.Shared, export.Counts} {
			v := view(t, kind, model.Chinese)
			v.All, v.Width = true, width
			md := written(t, export.Markdown, v)
			for line := range strings.Lines(md) {
				if w := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); strings.HasPrefix(line, "|") && w > width {
					t.Errorf("%s: %d columns where %d are asked for: %s", kind, w, width, line)
				}
			}
			if r := render(t, md); kind != export.Counts && len(r.notes) != sentences(v.Facts()) {
				t.Errorf("%s at %d columns: %d footnotes for %d sentences", kind, width, len(r.notes), sentences(v.Facts()))
			}
		}
	}
}

func TestRemarksNameWhatAReaderMustKnow(t *testing.T) {
	reports := modeltest.Reports()
	r := reports[2]
	f := r.Facts[3] // 济云高铁, repaired_text
	r.Repairs = []model.Repair{
		{Span: model.Span{Start: f.Place.Quote.Start, End: f.Place.Quote.Start + 3}, Original: "濟?", Repaired: "济", Reason: "注音吞字", Line: 2, Proved: true},
		{Span: f.Place.Quote, Original: "??", Repaired: "??", Line: 2},
		{Span: model.Span{Start: 0, End: 3}, Original: "远处", Repaired: "不提", Line: 1},
	}
	f.Also = []model.Place{{Quote: r.Facts[6].Place.Quote}}
	c := query.Of(reports)
	v := export.View{Corpus: c, Full: true, Notes: notes.Notes{}.Toggle(f).Write(f, "待核")}
	md := written(t, export.Markdown, v)
	for _, want := range []string{"批注：待核；原文有修补；修补：“濟?” → “济”（注音吞字），原文件第2行；疑有残损：“??” → “??”，原文件第2行", "nangang.txt:2、3"} {
		if !strings.Contains(md, want) {
			t.Errorf("the export does not say %q", want)
		}
	}
	for line := range strings.Lines(md) {
		if strings.Contains(line, "待核") && strings.Contains(line, "不提") {
			t.Error("a repair elsewhere is named at this fact")
		}
	}
	v.Lang = model.English
	if md = written(t, export.Markdown, v); !strings.Contains(md, "marked; note: 待核; text was repaired; repaired: “濟?” → “济” (注音吞字), line 2 of the file") {
		t.Error("the English remarks are not there")
	}
}

// A note whose report was edited away from under it is exported all the same.
func TestStrayNotesAreExported(t *testing.T) {
	f := modeltest.Corpus().Reports[0].Facts[0]
	notes := notes.Notes{}.Write(f, "待核|查")
	reports := modeltest.Reports()
	reports[0].Text = strings.Repeat("。", len(reports[0].Text))
	reports[0].Facts = nil
	md := written(t, export.Markdown, export.View{Kind: export.Marked, Corpus: query.Of(reports), Notes: notes})
	for _, want := range []string{"## 找不到原处的标记与批注", "- “" + f.Name + "”", `批注：待核\|查`, f.Quote()} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
	if md = written(t, export.Markdown, export.View{Corpus: query.Of(reports), Notes: notes}); strings.Contains(md, "待核") {
		t.Error("they stand in other views too")
	}
}

// In English nothing but the reports' own words is Chinese.
func TestEnglishExportHasNoChineseOfOurs(t *testing.T) {
	reports := modeltest.Reports()
	for _, r := range reports {
		r.Text = ascii(r.Text)
		r.Original = r.Text
		r.Head.District, r.Head.City, r.Head.Title, r.Head.Source = ascii(r.Head.District), "", ascii(r.Head.Title), ""
		r.Repairs = []model.Repair{{Span: model.Span{End: len(r.Text)}, Original: "a", Repaired: "b", Reason: "c", Line: 1}}
		for _, f := range r.Facts {
			for _, s := range []*string{&f.Name, &f.Indicator, &f.Change, &f.Rank, &f.Tier, &f.Group, &f.Quantity.Unit, &f.Period.Label} {
				*s = ascii(*s)
			}
			if f.Quantity.BaseUnit != "%" {
				f.Quantity.BaseUnit = ascii(f.Quantity.BaseUnit)
			}
		}
	}
	reports[0].Head.Published = time.Time{}
	c := query.Of(reports)
	all := c.Select(query.Filter{})
	for _, kind := range export.Kinds() {
		v := export.View{Kind: kind, Corpus: c, Lang: model.English, Order: query.ByValue, Reverse: true, Keys: true,
			Filter: query.Filter{Themes: model.Themes(), Kinds: model.Kinds()}, Notes: notes.Notes{}.Toggle(all[0]), Command: "x"}
		if at := strings.IndexFunc(written(t, export.Markdown, v), func(r rune) bool {
			return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、（）《》", r)
		}); at >= 0 {
			t.Errorf("%s: %.60q", kind, written(t, export.Markdown, v)[at:])
		}
		if first, _, _ := strings.Cut(written(t, export.CSV, v), "\n"); strings.ContainsFunc(first, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: header %s", kind, first)
		}
	}
}

// ascii replaces every Chinese character by a letter, keeping the length.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Repeat("x", len(string(r))))
		}
	}
	return b.String()
}

func TestCommandStandsInMarkdownAsItIs(t *testing.T) {
	for _, command := range []string{"qubi export --filter '`a` ``b'", "qubi export --filter 'a|b<c>'"} {
		md := written(t, export.Markdown, export.View{Corpus: modeltest.Corpus(), Command: command})
		if r := render(t, md); len(r.other) > 0 || !strings.Contains(md, command) {
			t.Errorf("%s: %v", command, r.other)
		}
	}
}

func TestEmptyViewsAreWholeDocuments(t *testing.T) {
	none, _ := query.ParseExpr("没有这样的词")
	for _, c := range []*query.Index{modeltest.Corpus(), query.Of(nil)} {
		for _, kind := range export.Kinds() {
			for _, format := range export.Formats() {
				out := written(t, format, export.View{Kind: kind, Corpus: c, Filter: query.Filter{Expr: none}})
				if format != export.JSONLines && !cited(format) && out == "" {
					t.Errorf("%s %s: nothing at all", kind, format)
				}
			}
		}
	}
}

func TestColumnsAreTheContracts(t *testing.T) {
	fact := contract(t, written(t, export.JSONLines, export.View{Corpus: modeltest.Corpus()}))[0]
	for _, key := range export.Columns() {
		if _, ok := fact[key]; !ok && !slices.Contains([]string{"check", "marked", "note"}, key) {
			t.Errorf("column %s is no key of the contract", key)
		}
	}
	if len(fact) != len(export.Columns())-3 {
		t.Errorf("%d keys, %d columns", len(fact), len(export.Columns()))
	}
	if slices.Contains(export.Columns()[:len(fact)], "note") {
		t.Error("the reader's own columns come last")
	}
}

func ExampleWrite() {
	expr, _ := query.ParseExpr("签约项目")
	err := export.Write(os.Stdout, export.TSV, export.View{
		Corpus:  modeltest.Corpus(),
		Filter:  query.Filter{Expr: expr},
		Columns: []string{"district", "value", "unit", "bound", "period"},
	})
	fmt.Println(err)
	// Output:
	// 区县	数值	单位	界限	时期
	// 东湖区	100	个	>	2020年
	// 南港县	46	个		2021年前三季度
	// <nil>
}

// What people decided is told in every format: by a sign at the number, in the
// footnote with who decided, in a column; what was found wrong is nowhere.
func TestDecisionsAreVisible(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	sign := project.Sign{By: "李", When: "2026-01-01T00:00:00Z"}
	facts := raw.Reports[0].Facts
	p := project.Apply(raw, project.Project{}, project.HideRejected).Judge(facts[0], project.Right, sign)
	p = project.Apply(raw, p, project.HideRejected).Judge(facts[1], project.Wrong, sign)
	a := project.Apply(raw, p, project.HideRejected)
	p, err := a.Add(a.Corpus.Reports[0], model.Span{Start: 0, End: 9}, project.Fields{"kind": "park", "name": "补园"}, sign)
	if err != nil {
		t.Fatal(err)
	}
	p = project.Apply(raw, p, project.HideRejected).Code(raw.Reports[0], model.Span{Start: 0, End: 9}, "亮点", "", sign)
	a = project.Apply(raw, p, project.HideRejected)
	v := export.View{Corpus: query.New(a.Corpus), Project: a, File: "my.qubi"}
	for _, test := range []struct {
		kind   export.Kind
		format export.Format
		want   []string
	}{
		{export.SideBySide, export.Markdown, []string{"✓已核", "+补录", "✓固定资产投资（李）", "核对："}},
		{export.Indicators, export.Markdown, []string{"400亿元 ✓"}},
		{export.Text, export.Markdown, []string{"编码 亮点 (李)", "✓已核"}},
		{export.SideBySide, export.CSV, []string{"checked", "added"}},
		{export.SideBySide, export.JSONLines, []string{`"check":"checked"`, `"check":"added"`}},
		{export.Counts, export.CSV, []string{"已核", "亮点,code,东湖区"}},
		{export.Ranking, export.Markdown, []string{"✓固定资产投资（李）"}},
		{export.SideBySide, export.HTML, []string{"✓已核", "✓"}},
	} {
		v.Kind = test.kind
		got := written(t, test.format, v)
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s %s: no %q in\n%.3000s", test.kind, test.format, want, got)
			}
		}
		if test.kind != export.Text && test.format != export.HTML && strings.Contains(got, ",规模以上工业增加值,10.2") {
			t.Errorf("%s %s: what was rejected is there", test.kind, test.format)
		}
	}
	v.Kind, v.Code = export.SideBySide, "亮点"
	if got := names(t, v); !strings.Contains(got, "补园") || strings.Contains(got, "西山") {
		t.Errorf("within the code: %s", got)
	}
}
