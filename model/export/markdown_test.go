package export_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/export"
	"qubi/model/modeltest"
	"qubi/model/query"
)

// wantRow is what a table of facts shows of a fact, as the model says it.
func wantRow(f *model.Fact, l model.Lang) []string {
	value, period := "", f.Dated(l)
	if f.HasValue {
		value = f.Quantity.Words(l)
		if f.Growth() != "" {
			value = l.Pick("增长", "growth ") + value
		}
	}
	if !f.HasValue && f.Kind != model.Metric && f.Period.IsZero() {
		period = ""
	}
	var themes []string
	for _, t := range f.Themes {
		themes = append(themes, t.Word(l))
	}
	theme := strings.Join(themes, " ")
	switch f.Kind {
	case model.Metric:
		return []string{f.Name, value, period, changeWords(f, l), f.Rank, f.Stage.Word(l), theme}
	case model.Cluster:
		return []string{f.Name, f.Tier, f.Stage.Word(l), f.Group, theme}
	case model.Park:
		return []string{f.Name, f.Group, theme}
	}
	return []string{f.Name, value, period, f.Stage.Word(l), theme}
}

// changeWords is a change told as one, where the value does not tell it.
func changeWords(f *model.Fact, l model.Lang) string {
	if f.Growth() != "" || f.Quantity.Falls() || f.Change == "" {
		return ""
	}
	rest, up := strings.CutPrefix(f.Change, "+")
	down := false
	if !up {
		rest, down = strings.CutPrefix(rest, "-")
	}
	points := strings.Contains(rest, "百分点")
	switch {
	case up && points:
		return l.Pick("提高", "up ") + rest
	case up:
		return l.Pick("增长", "growth ") + rest
	case down && points:
		return l.Pick("降低", "down ") + rest
	case down:
		return l.Pick("下降", "fall ") + rest
	}
	return f.Change
}

// checkNote holds a cell's footnote against the fact's sentence and source.
func checkNote(t *testing.T, r rendered, cell renderedCell, f *model.Fact) {
	t.Helper()
	if len(cell.refs) == 0 {
		t.Errorf("%s has no footnote", f.Name)
		return
	}
	note := r.notes[cell.refs[0]]
	head := f.Report.Head
	for _, part := range []string{inQuotes(f.Sentence()), head.Title, head.Source, head.Published.Format("2006-01-02"), f.Report.File + ":" + strconv.Itoa(f.Line())} {
		if !strings.Contains(note, flat(part)) {
			t.Errorf("%s: footnote %q does not say %q", f.Name, note, part)
		}
	}
}

// inQuotes is a quotation whose own quotation marks are the inner ones.
func inQuotes(s string) string {
	return strings.NewReplacer("“", "‘", "”", "’", "‘", "“", "’", "”").Replace(s)
}

// inFull is the view with everything it can say, on one line.
func inFull(v export.View) export.View {
	v.All, v.Full, v.Width = true, true, 100_000
	return v
}

// flat is a text on one line, as a table must show it.
func flat(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\u2028", " ").Replace(s))
}

// checkFacts renders the side-by-side view and compares every cell.
func checkFacts(t *testing.T, v export.View) {
	t.Helper()
	r := render(t, written(t, export.Markdown, inFull(v)))
	if len(r.other) > 0 {
		t.Fatalf("a report got through the escapes: %v", r.other)
	}
	next := 0
	for _, d := range v.Corpus.View(v.Filter) {
		for _, k := range model.Kinds() {
			f := v.Filter
			f.Districts, f.Kinds = []model.DistrictID{d.ID()}, []model.Kind{k}
			facts := v.Corpus.Select(f)
			if len(facts) == 0 {
				continue
			}
			if next == len(r.tables) {
				t.Fatalf("only %d tables", next)
			}
			rows := r.tables[next][1:]
			next++
			if len(rows) != len(facts) {
				t.Fatalf("%s %s: %d rows for %d facts", d.Name, k, len(rows), len(facts))
			}
			for i, x := range facts {
				for j, want := range wantRow(x, v.Lang) {
					if got := rows[i][j].text; got != flat(want) {
						t.Errorf("%s %s column %d: %q, want %q", d.Name, k, j, got, want)
					}
				}
				checkNote(t, r, rows[i][0], x)
			}
		}
	}
	if next != len(r.tables) {
		t.Errorf("%d tables, want %d", len(r.tables), next)
	}
}

func TestMarkdownFactsRenderAsTheModelSays(t *testing.T) {
	for _, lang := range []model.Lang{model.Chinese, model.English} {
		checkFacts(t, view(t, export.SideBySide, lang))
	}
}

func TestMarkdownIndicatorsRenderAsTheModelSays(t *testing.T) {
	for _, lang := range []model.Lang{model.Chinese, model.English} {
		v := view(t, export.Indicators, lang)
		r := render(t, written(t, export.Markdown, inFull(v)))
		cmp := compare.Districts(v.Corpus, v.Filter)
		var rows []*compare.Row
		for _, row := range cmp.Rows() {
			stated := 0
			for j := range cmp.Districts {
				if len(row.Facts(j)) > 0 {
					stated++
				}
			}
			if stated > 1 {
				rows = append(rows, row)
			}
		}
		if len(r.tables) != 1 || len(r.tables[0]) != len(rows)+1 {
			t.Fatalf("%d tables, %d rows of two districts", len(r.tables), len(rows))
		}
		for i, row := range rows {
			cells := r.tables[0][i+1]
			if cells[0].text != row.Name() || !strings.HasPrefix(cells[len(cells)-1].text, row.Verdict().Word(lang)) {
				t.Errorf("row %d: %q … %q", i, cells[0].text, cells[len(cells)-1].text)
			}
			for j := range cmp.Districts {
				cell, got := row.Cell(j), cells[j+1]
				if cell.State.Missing() {
					if got.text != cell.State.Word(lang) {
						t.Errorf("%s: %q, want %q", row.Name(), got.text, cell.State.Word(lang))
					}
					continue
				}
				f := cell.Pick
				for _, want := range []string{f.Quantity.Words(lang), f.Dated(lang), strings.TrimLeft(f.Change, "+-"), f.Rank} {
					if !strings.Contains(got.text, want) {
						t.Errorf("%s: %q does not say %q", row.Name(), got.text, want)
					}
				}
				if want := sentences(cell.Facts); len(got.refs) != want {
					t.Errorf("%s: %d footnotes for %d sentences", row.Name(), len(got.refs), want)
				}
				checkNote(t, r, got, f)
			}
		}
	}
}

func TestMarkdownCountsAndNamesRenderAsTheModelSays(t *testing.T) {
	v := view(t, export.Counts, model.Chinese)
	r := render(t, written(t, export.Markdown, v))
	for i, row := range compare.Districts(v.Corpus, v.Filter).Counts() {
		for j, c := range row.Cells {
			want := strconv.Itoa(c.Facts) + "（" + c.PerThousand().String() + "）"
			if got := r.tables[0][i+1][j+2].text; got != want {
				t.Errorf("%s %s: %q, want %q", row.Theme, row.Kind, got, want)
			}
		}
	}
	v = view(t, export.Shared, model.Chinese)
	r = render(t, written(t, export.Markdown, inFull(v)))
	var rows [][]renderedCell
	for _, table := range r.tables {
		rows = append(rows, table[1:]...)
	}
	cmp := compare.Districts(v.Corpus, v.Filter)
	for i, row := range cmp.Names() {
		if row.Sharing() == compare.InOne {
			if len(rows) != i {
				t.Errorf("%d rows of shared names, want %d", len(rows), i)
			}
			break
		}
		if rows[i][1].text != row.Name {
			t.Errorf("row %d: %q, want %q", i, rows[i][1].text, row.Name)
		}
		for j := range cmp.Districts {
			got := rows[i][j+2]
			if state := row.State(j); state.Missing() != (got.text == state.Word(model.Chinese)) {
				t.Errorf("%s: %q", row.Name, got.text)
			}
			if len(got.refs) != sentences(row.Facts(j)) {
				t.Errorf("%s: %d footnotes", row.Name, len(got.refs))
			}
		}
	}
}

// sentences is in how many sentences the facts are stated.
func sentences(facts []*model.Fact) int {
	seen := map[string]bool{}
	for _, f := range facts {
		seen[f.Report.File+strconv.Itoa(f.Place.Sentence.Start)] = true
	}
	return len(seen)
}

// hostile is a corpus of one report whose every word tries to be Markdown.
func hostile(s string) *query.Index {
	reports := modeltest.Reports()[2:]
	r := reports[0]
	r.Text = "x" + s + "x。"
	r.Original, r.File, r.Paragraphs = r.Text, "a.txt", []model.Span{{End: len(r.Text)}}
	r.Head.Title, r.Head.Source = "题"+s, "源"+s
	r.Facts = r.Facts[:4]
	for _, f := range r.Facts {
		f.Name, f.Group, f.Tier, f.Change, f.Rank = s, s, s, s, s
		f.Quantity.Unit = s
		whole := model.Span{End: len(r.Text)}
		f.Place = model.Place{Quote: whole, Sentence: whole, Paragraph: 1}
	}
	r.Repairs = []model.Repair{{Span: model.Span{End: 1}, Original: s, Repaired: s, Reason: s, Line: 1}}
	return query.Of(reports)
}

var hostileTexts = []string{
	"a|b", `a\|b`, `a\\|b`, `\`, "`", "``a`", "<script>alert(1)</script>", "[^1]", "[^1]: x", "a\nb", "a\r\n\r\n# b", "# a", "= a", "===", "- a", "1. a", "> a",
	"| a | b |\n| - | - |", "*a*", "**a**", "_a_", "~~a~~", "![i](u)", "[a](b)", "<http://a.b>", "&amp;", "&#35;", "$x$", "  pad  ", "a  \nb", "```\na", "    code", "***", "---",
	"http://a.b/c_d_e", "@a", "=1+1", "＝1", "\\`a\\`", "“”", "a\\", "中*文*字", "!", "[]", "<!-- a -->", "<", "\u2028",
}

func TestMarkdownIsSafeWhateverAReportHolds(t *testing.T) {
	for _, s := range hostileTexts {
		v := export.View{Corpus: hostile(s), Command: "qubi export " + s}
		checkFacts(t, v)
		v.Kind = export.Indicators
		v.Width = 100_000
		r := render(t, written(t, export.Markdown, v))
		if len(r.other) > 0 || len(r.tables) != 1 || len(r.headings) != 1 {
			t.Errorf("%q: %v, %d tables, headings %q", s, r.other, len(r.tables), r.headings)
		}
	}
}

func FuzzMarkdownCell(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsFunc(s, func(r rune) bool {
			return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\uFFFD' || unicode.Is(unicode.Cf, r)
		}) || flat(s) != s {
			return // tested above; how they become blanks is not the subject
		}
		checkFacts(t, export.View{Corpus: hostile(s), Command: s})
	})
}

// The source of every table is aligned: its rows are equally wide where wide
// characters take two columns and ambiguous ones one.
func TestMarkdownSourceIsAligned(t *testing.T) {
	narrow := runewidth.NewCondition()
	narrow.EastAsianWidth = false
	for _, kind := range export.Kinds() {
		last := 0
		for line := range strings.Lines(written(t, export.Markdown, view(t, kind, model.Chinese))) {
			line = strings.TrimSuffix(line, "\n")
			if !strings.HasPrefix(line, "|") {
				last = 0
				continue
			}
			if w := narrow.StringWidth(line); last != 0 && w != last {
				t.Errorf("%s: width %d after %d: %s", kind, w, last, line)
			} else {
				last = w
			}
		}
	}
}
