package project_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qubi/model"
	"qubi/model/modeltest"
	. "qubi/model/project"
)

// sign is a person at a time.
func sign(by string, n int) Sign {
	return Sign{By: by, When: fmt.Sprintf("2026-01-01T00:%02d:%02dZ", n/60%60, n%60)}
}

// named is the fact of the name.
func named(t *testing.T, c *model.Corpus, name string) *model.Fact {
	t.Helper()
	for _, r := range c.Reports {
		for _, f := range r.Facts {
			if f.Name == name {
				return f
			}
		}
	}
	t.Fatalf("no fact %s", name)
	return nil
}

// snapshot is what a corpus holds, as text.
func snapshot(c *model.Corpus) string {
	var b strings.Builder
	for _, r := range c.Reports {
		fmt.Fprintln(&b, r.Head.District, r.File)
		for _, f := range r.Facts {
			fmt.Fprintln(&b, f.ID, f.Key(), f.Mark, f.Place, FieldsOf(f))
		}
	}
	return b.String()
}

func reread(t *testing.T, p Project) Project {
	t.Helper()
	q, err := Read(strings.NewReader(p.Text()))
	if err != nil {
		t.Fatalf("%v\n%s", err, p.Text())
	}
	if q.Text() != p.Text() {
		t.Fatalf("the file reads as another project:\n%s\n%s", p.Text(), q.Text())
	}
	return q
}

func TestDecisionsHoldAndTheCorpusOfTheRulesStays(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	before := snapshot(raw)
	a := Apply(raw, Project{}, HideRejected)
	if a.Corpus != raw {
		t.Error("an empty project makes another corpus")
	}
	facts := raw.Reports[0].Facts
	right, wrong, mend := facts[0], facts[1], named(t, raw, "财政收入")
	p := a.Judge(right, Right, sign("李", 1))
	a = Apply(raw, p, HideRejected)
	p = a.Judge(named(t, a.Corpus, wrong.Name), Wrong, sign("李", 2))
	a = Apply(raw, p, HideRejected)
	p, err := a.Mend(named(t, a.Corpus, mend.Name), Fields{"value": "12.5", "stage": "target", "themes": "民生 产业"}, sign("李", 3))
	if err != nil {
		t.Fatal(err)
	}
	a = Apply(raw, reread(t, p), HideRejected)
	if after := snapshot(raw); after != before {
		t.Error("applying a project changed what the rules read")
	}
	if f := named(t, a.Corpus, right.Name); f.Mark != model.Checked || !reflect.DeepEqual(FieldsOf(f), FieldsOf(right)) {
		t.Errorf("checked: %v %v", f.Mark, FieldsOf(f))
	}
	got := named(t, a.Corpus, mend.Name)
	if got.Mark != model.Corrected || got.Quantity.Value.String() != "12.5" || got.Stage != model.Target || got.Themes[0] != model.ThemeLivelihood {
		t.Errorf("corrected: %+v", FieldsOf(got))
	}
	if ratio := mend.Quantity.Base.Float() / mend.Quantity.Value.Float(); got.Quantity.Base.Float() != 12.5*ratio {
		t.Errorf("12.5%s is %s%s", got.Quantity.Unit, got.Quantity.Base, got.Quantity.BaseUnit)
	}
	if got.Key() != mend.Key() || got.Read == nil || got.Read.Quantity != mend.Quantity {
		t.Error("a corrected fact loses its key, or what was read")
	}
	if len(a.Corpus.Reports[0].Facts) != len(facts)-1 {
		t.Errorf("%d of %d facts", len(a.Corpus.Reports[0].Facts), len(facts))
	}
	all := Apply(raw, p, ShowRejected)
	if f := all.Corpus.Reports[0].Facts[1]; f.Mark != model.Rejected || f.Name != wrong.Name {
		t.Errorf("shown, the rejected fact is %s %v", f.Name, f.Mark)
	}
	if raw.Reports[2] != a.Corpus.Reports[2] {
		t.Error("a report that nothing is said of is copied")
	}
	e, _ := all.Entry(all.Corpus.Reports[0].Facts[1])
	back := Apply(raw, all.Project.Without(e.ID), HideRejected)
	if len(back.Corpus.Reports[0].Facts) != len(facts) {
		t.Error("a decision that was taken back holds")
	}
}

func TestWhatIsNoValueIsRefused(t *testing.T) {
	a := Apply(modeltest.Corpus().Corpus, Project{}, HideRejected)
	f := named(t, a.Corpus, "财政收入")
	for key, text := range map[string]string{"value": "十二", "stage": "soon", "themes": "天气", "name": "", "kind": "thing", "bound": "<>", "base_unit": "x", "months": "2020"} {
		p, err := a.Mend(f, Fields{key: text}, sign("", 1))
		var wrong *FieldError
		if !errors.As(err, &wrong) || wrong.Key != key || p.Len() != 0 {
			t.Errorf("%s=%s: %v", key, text, err)
		}
	}
	if _, err := a.Add(f.Report, f.Place.Quote, Fields{"kind": "metric"}, sign("", 1)); err == nil {
		t.Error("a fact without a name")
	}
}

func TestCorrectingBackIsRight(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	a := Apply(raw, Project{}, HideRejected)
	f := named(t, raw, "财政收入")
	p, _ := a.Mend(f, Fields{"rank": "全市第9"}, sign("", 1))
	a = Apply(raw, p, HideRejected)
	p, _ = a.Mend(named(t, a.Corpus, f.Name), Fields{"rank": f.Rank}, sign("", 2))
	if e := p.Of(Fact)[0]; e.Verdict != Right || len(e.Set) != 0 || p.Len() != 1 {
		t.Errorf("%+v", e)
	}
}

func TestAddedFactsCodesAndHeads(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	a := Apply(raw, Project{}, HideRejected)
	r := raw.Reports[1]
	span := r.Facts[1].Place.Quote
	p, err := a.Add(r, span, Fields{"kind": "metric", "name": "新建公园", "value": "3", "unit": "座", "period": "2021年上半年"}, sign("王", 1))
	if err != nil {
		t.Fatal(err)
	}
	a = Apply(raw, p, HideRejected)
	f := named(t, a.Corpus, "新建公园")
	if f.Mark != model.Added || f.Quote() != r.Quote(span) || f.Quantity.Base.String() != "3" || f.Period.From != model.MonthOf(2021, 1) || f.Period.To != model.MonthOf(2021, 6) {
		t.Errorf("%+v", f)
	}
	if !f.Place.Sentence.Contains(span) || f.Sentence() != r.Facts[1].Sentence() || f.Place.Paragraph != r.Facts[1].Place.Paragraph {
		t.Errorf("sentence %q, paragraph %d", f.Sentence(), f.Place.Paragraph)
	}
	p, err = a.Mend(f, Fields{"value": "4"}, sign("王", 2))
	if err != nil || p.Len() != 1 {
		t.Fatal(err, p.Len())
	}
	p = Apply(raw, p, HideRejected).Code(a.Corpus.Reports[1], span, "亮点", "写得好", sign("王", 3))
	p = Apply(raw, p, HideRejected).Code(a.Corpus.Reports[1], span, "", "再看", sign("王", 4))
	p = p.Define(Code{Name: "亮点", Key: "g", Colour: "ok", Words: []string{"首个", "第一"}, Means: "报告自夸的成绩"}, sign("王", 5))
	p = Apply(raw, p, HideRejected).CorrectHead(r, Fields{"district": "北山区"}, sign("王", 6))
	a = Apply(raw, reread(t, p), HideRejected)
	if len(a.Codings) != 2 || a.Codings[0].Report.Quote(a.Codings[0].Span) != r.Quote(span) || a.Codings[0].Code != "亮点" || a.Codings[1].Text != "再看" {
		t.Errorf("codings %+v", a.Codings)
	}
	if f := named(t, a.Corpus, "新建公园"); f.Quantity.Value.String() != "4" || f.Mark != model.Added {
		t.Errorf("an added fact that was mended: %v", FieldsOf(f))
	}
	if c := p.Codebook(); len(c) != 1 || c[0].Key != "g" || len(c[0].Words) != 2 {
		t.Errorf("codebook %+v", c)
	}
	if a.Corpus.District(model.DistrictID{Name: "北山区", City: r.Head.City}) == nil || raw.Reports[1].Head.District == "北山区" {
		t.Error("the corrected district is not there, or the old one has gone")
	}
	p = a.Judge(named(t, a.Corpus, "新建公园"), Wrong, sign("王", 7))
	if len(p.Of(Added)) != 0 {
		t.Error("an added fact found wrong stays")
	}
}

// edited is the report with its text changed and its facts read anew: those
// whose quote is gone are no longer read.
func edited(r *model.Report, change func(string) string, reads func(*model.Fact)) *model.Report {
	text := change(r.Text)
	doc := *r.Document
	doc.Text, doc.Original = text, text
	doc.Paragraphs = nil
	for at, line := 0, ""; at < len(text); at += len(line) + 1 {
		line, _, _ = strings.Cut(text[at:], "\n")
		doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: at, End: at + len(line)})
	}
	out := &model.Report{Document: &doc}
	for _, f := range r.Facts {
		sentence := strings.Index(text, r.Quote(f.Place.Sentence))
		at := -1
		if sentence >= 0 {
			at = strings.Index(text[sentence:], f.Quote())
		}
		if at < 0 {
			continue
		}
		g := *f
		g.Place = doc.PlaceAt(model.Span{Start: sentence + at, End: sentence + at + len(f.Quote())})
		if reads != nil {
			reads(&g)
		}
		out.Facts = append(out.Facts, &g)
	}
	return out
}

func TestDecisionsSurviveEditsAndBetterRules(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	a := Apply(raw, Project{}, HideRejected)
	var p Project
	marks := map[string]model.Mark{}
	for i, r := range raw.Reports {
		for j, f := range r.Facts {
			id := fmt.Sprint(i, f.Kind, f.Name, f.Quote(), f.Quantity.Value)
			if _, twice := marks[id]; twice {
				continue
			}
			switch j % 3 {
			case 0:
				p, marks[id] = a.Judge(f, Right, sign("", j)), model.Checked
			case 1:
				p, marks[id] = a.Judge(f, Wrong, sign("", j)), model.Rejected
			case 2:
				q, err := a.Mend(f, Fields{"rank": "全省第2"}, sign("", j))
				if err != nil {
					t.Fatal(err)
				}
				p, marks[id] = q, model.Corrected
			}
			a = Apply(raw, p, ShowRejected)
			_ = a
		}
	}
	change := func(s string) string {
		return "（网站转载）\n" + strings.ReplaceAll(s, "。", "。 ") + "\n完"
	}
	var reports []*model.Report
	for _, r := range raw.Reports {
		reports = append(reports, edited(r, change, nil))
	}
	now := Apply(model.NewCorpus(reports), p, ShowRejected)
	if len(now.Lost) > 0 {
		t.Errorf("%d of %d find no place: %+v", len(now.Lost), p.Len(), now.Lost[0])
	}
	seen := 0
	for i, r := range now.Corpus.Reports {
		for _, f := range r.Facts {
			read := f
			if f.Read != nil {
				read = f.Read
			}
			id := fmt.Sprint(i, read.Kind, read.Name, f.Quote(), read.Quantity.Value)
			if want := marks[id]; f.Mark != want {
				t.Errorf("%s is %v, want %v", id, f.Mark, want)
			}
			if f.Mark == model.Corrected && f.Rank != "全省第2" {
				t.Errorf("%s lost its correction", id)
			}
			if f.Mark != model.Unchecked && now.Rules(f) != RulesAgree {
				t.Errorf("%s: the rules read the same, but stand %d", id, now.Rules(f))
			}
			seen++
		}
	}
	if seen == 0 {
		t.Fatal("no facts")
	}
}

func TestTheRulesMayDisagreeLater(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	f := named(t, raw, "财政收入")
	mended, err := Apply(raw, Project{}, HideRejected).Mend(f, Fields{"stage": "target"}, sign("", 1))
	if err != nil {
		t.Fatal(err)
	}
	right := Apply(raw, Project{}, HideRejected).Judge(f, Right, sign("", 1))
	wrong := Apply(raw, Project{}, HideRejected).Judge(f, Wrong, sign("", 1))
	read := func(change func(*model.Fact)) *model.Corpus {
		reports := slices.Clone(modeltest.Reports())
		for i, r := range reports {
			reports[i] = edited(r, func(s string) string { return s }, func(g *model.Fact) {
				if g.Name == "财政收入" {
					change(g)
				}
			})
		}
		return model.NewCorpus(reports)
	}
	same := func(*model.Fact) {}
	asSaid := func(g *model.Fact) { g.Stage = model.Target }
	other := func(g *model.Fact) { g.Change = "+99%" }
	gone := func(g *model.Fact) { g.Kind = model.Park } // not read as what it was
	for _, c := range []struct {
		name   string
		p      Project
		change func(*model.Fact)
		rules  Rules
		mark   model.Mark
		stage  model.Stage
	}{
		{"mended, same", mended, same, RulesAgree, model.Corrected, model.Target},
		{"mended, as said", mended, asSaid, RulesAgree, model.Corrected, model.Target},
		{"mended, other", mended, other, RulesDiffer, model.Corrected, model.Target},
		{"mended, gone", mended, gone, RulesSilent, model.Corrected, model.Target},
		{"right, other", right, other, RulesDiffer, model.Checked, f.Stage},
		{"right, gone", right, gone, RulesSilent, model.Checked, f.Stage},
		{"wrong, other", wrong, other, RulesDiffer, model.Rejected, f.Stage},
	} {
		a := Apply(read(c.change), c.p, ShowRejected)
		var got *model.Fact
		for _, r := range a.Corpus.Reports {
			for _, g := range r.Facts {
				if g.Name == f.Name && g.Kind == model.Metric {
					got = g
				}
			}
		}
		if got == nil || a.Rules(got) != c.rules || got.Mark != c.mark || got.Stage != c.stage || c.mark != model.Rejected && got.Change != f.Change {
			t.Errorf("%s: %+v", c.name, got)
			continue
		}
		if got.Read == nil && c.mark != model.Rejected {
			t.Errorf("%s: what the rules read is not told", c.name)
		}
	}
	if a := Apply(read(gone), wrong, ShowRejected); len(a.Lost) > 0 {
		t.Error("a rejected fact that is no longer read is asked for")
	}
}

func TestWhatFindsNoPlaceIsListed(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	var p Project
	a := Apply(raw, p, HideRejected)
	for _, r := range raw.Reports {
		p = a.Judge(r.Facts[0], Right, sign("", 1))
		a = Apply(raw, p, HideRejected)
	}
	reports := modeltest.Reports()
	reports[0] = edited(reports[0], func(string) string { return "什么也没有剩下。" }, nil)
	now := Apply(model.NewCorpus(reports[:2]), p, HideRejected)
	open := 0
	for _, l := range now.Lost {
		if l.Open {
			open++
		}
	}
	if want := len(raw.Reports) - 1; len(now.Lost) != want || open != 1 || now.Project.Len() != len(raw.Reports) {
		t.Errorf("%d lost, %d of them open; want %d and 1", len(now.Lost), open, want)
	}
}

func TestFilesOfOtherVersions(t *testing.T) {
	p, err := Read(strings.NewReader(""))
	if err != nil || p.Len() != 0 {
		t.Error("an empty file is no empty project:", err)
	}
	p, err = Read(strings.NewReader("\ufeff" + `{"qubi":"project","version":3,"needs":1}
{"id":"x","type":"hologram","of":"the future"}

{"id":"a","type":"memo","text":"<b>","place":{"report":"r.txt","start":0,"end":3,"quote":"济"},"mood":["good"],"by":"李"}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range []string{`{"id":"x","type":"hologram","of":"the future"}`, `"mood":["good"]`, `"text":"<b>"`} {
		if !strings.Contains(p.Text(), kept) {
			t.Errorf("%s is lost in\n%s", kept, p.Text())
		}
	}
	reread(t, p)
	for text, want := range map[string]string{
		"{\"qubi\":\"project\",\"version\":9,\"needs\":9}\n": "newer",
		"kind,name\n": "line 1",
		"{\"qubi\":\"project\",\"version\":1,\"needs\":1}\n{\"id\":\"a\",\"type\":\"memo\"}\n{\"id\":\"b": "line 3",
		"{\"qubi\":\"project\",\"version\":1,\"needs\":1}\n{\"type\":\"memo\"}\n":                         "without id",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Two people who change different places do not meet in one line, and a file
// with both sides of a conflict in it holds both.
func TestFileIsOneLineAnEntryAndConflictsAreRead(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	a := Apply(raw, Project{}, HideRejected)
	f := raw.Reports[0].Facts[0]
	mine := a.Judge(f, Right, sign("李", 1))
	theirs := a.Judge(f, Wrong, sign("王", 2))
	if n := strings.Count(mine.Text(), "\n"); n != 2 {
		t.Errorf("%d lines for a header and an entry", n)
	}
	line := func(p Project) string { return strings.SplitN(p.Text(), "\n", 2)[1] }
	head := strings.SplitN(mine.Text(), "\n", 2)[0]
	both, err := Read(strings.NewReader(head + "\n<<<<<<< mine\n" + line(mine) + "=======\n" + line(theirs) + ">>>>>>> theirs\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := both.Entries()[0]
	if both.Len() != 1 || e.Verdict != Wrong || e.By != "王" || len(e.Other) != 1 || e.Other[0].By != "李" {
		t.Errorf("%+v", e)
	}
}

// random makes changes to a project as a person would.
func random(rng *rand.Rand, raw *model.Corpus, p Project, by string, n int) Project {
	for i := range n {
		a := Apply(raw, p, ShowRejected)
		r := a.Corpus.Reports[rng.IntN(len(a.Corpus.Reports))]
		f := r.Facts[rng.IntN(len(r.Facts))]
		s := sign(by, rng.IntN(1000)+i)
		switch rng.IntN(7) {
		case 0, 1:
			p = a.Judge(f, Right, s)
		case 2:
			p = a.Judge(f, Wrong, s)
		case 3:
			p, _ = a.Mend(f, Fields{"rank": fmt.Sprint("第", rng.IntN(5))}, s)
		case 4:
			p = a.Code(r, f.Place.Quote, fmt.Sprint("码", rng.IntN(3)), "", s)
		case 5:
			p = a.Code(r, f.Place.Quote, "", fmt.Sprint("想", rng.IntN(9)), s)
		case 6:
			e, _ := a.Entry(f)
			p = a.Project.Without(e.ID)
		}
	}
	return p
}

// What one person decided is never lost in a merge: it stands in the entry or
// beside it, unless that person took it back.
func TestMergeLosesNothing(t *testing.T) {
	raw := modeltest.Corpus().Corpus
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		base := random(rng, raw, Project{}, "甲", 6)
		mine, theirs := random(rng, raw, base, "乙", 8), random(rng, raw, base, "丙", 8)
		ab, conflicts := mine.Merge(base, theirs)
		ba, _ := theirs.Merge(base, mine)
		if ab.Text() != ba.Text() {
			t.Fatalf("seed %d: it matters who merges:\n%s\n%s", seed, ab.Text(), ba.Text())
		}
		for _, side := range []Project{mine, theirs} {
			for _, e := range side.Entries() {
				if old, had := base.Entry(e.ID); had && reflect.DeepEqual(old, e) {
					continue
				}
				got, ok := ab.Entry(e.ID)
				said := append([]Opinion{got.Opinion}, got.Other...)
				if !ok || !slices.ContainsFunc(said, func(o Opinion) bool {
					return o.Verdict == e.Verdict && o.Text == e.Text && maps.Equal(o.Set, e.Set)
				}) {
					t.Fatalf("seed %d: %+v is lost: %+v", seed, e, got)
				}
			}
		}
		for id := range ids(base) {
			_, inMine := mine.Entry(id)
			_, inTheirs := theirs.Entry(id)
			if _, kept := ab.Entry(id); !inMine && !inTheirs && kept {
				t.Fatalf("seed %d: what both took away is back", seed)
			}
		}
		if again, _ := ab.Merge(theirs, theirs); again.Text() != ab.Text() && len(conflicts) == 0 {
			t.Fatalf("seed %d: merging twice changes it", seed)
		}
		reread(t, ab)
	}
}

func ids(p Project) map[string]bool {
	all := map[string]bool{}
	for _, e := range p.Entries() {
		all[e.ID] = true
	}
	return all
}

func FuzzRead(f *testing.F) {
	raw := modeltest.Corpus().Corpus
	f.Add(random(rand.New(rand.NewPCG(1, 1)), raw, Project{}, "甲", 20).Text())
	f.Add("{\"qubi\":\"project\"}\n{\"id\":\"1\",\"type\":\"fact\",\"place\":{\"start\":-1,\"end\":9}}\n")
	f.Add("{\"qubi\":\"project\"}\n{\"id\":\"1\",\"type\":\"added\",\"place\":{\"report\":\"\",\"start\":5,\"end\":1,\"quote\":\" \"},\"set\":{\"kind\":\"metric\",\"name\":\"\",\"period\":\"2020年13月\"}}\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		q, err := Read(strings.NewReader(p.Text()))
		if err != nil || q.Text() != p.Text() {
			t.Fatalf("%v: written and read, it is another:\n%s\n%s", err, p.Text(), q.Text())
		}
		a := Apply(raw, p, ShowRejected)
		for _, r := range a.Corpus.Reports {
			for _, f := range r.Facts {
				_ = f.Sentence() + f.Quote()
				if !f.Place.Sentence.Contains(f.Place.Quote) {
					t.Fatalf("%q is not in %q", f.Quote(), f.Sentence())
				}
			}
		}
	})
}
