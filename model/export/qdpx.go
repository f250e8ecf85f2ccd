package export

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/qdpx"
)

// writeQDPX writes the reports on view as sources, with the facts on view as
// passages coded by kind and by theme, and what people coded and noted.
func writeQDPX(o *out, v View) error {
	ex := exchange{v: v, users: map[string]bool{}, by: map[*model.Report][]qdpx.Passage{}}
	var reports []*model.Report
	for _, d := range v.Corpus.View(v.Filter) {
		reports = append(reports, d.Reports...)
	}
	for f := range v.each() {
		ex.fact(f)
	}
	for r, passages := range ex.by {
		ex.by[r] = joined(passages)
	}
	ex.codings()
	p := qdpx.Project{Name: "qubi", Codes: ex.codebook()}
	for u := range ex.users {
		p.Users = append(p.Users, u)
	}
	slices.Sort(p.Users)
	for _, r := range reports {
		passages := ex.by[r]
		slices.SortStableFunc(passages, func(a, b qdpx.Passage) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
		p.Sources = append(p.Sources, qdpx.Source{ID: r.TextSum() + " " + r.File, Name: r.File, Text: r.Text, Passages: passages})
	}
	return qdpx.Write(o, p)
}

// exchange gathers what goes into a REFI-QDA project.
type exchange struct {
	v     View
	users map[string]bool
	by    map[*model.Report][]qdpx.Passage
}

// fact codes a fact's quote with its kind and themes; its fields are the memo.
func (ex *exchange) fact(f *model.Fact) {
	p := qdpx.Passage{Start: f.Place.Quote.Start, End: f.Place.Quote.End, Name: forXML(f.Name), Codes: []string{"kind " + f.Kind.String()}}
	for _, t := range f.Themes {
		p.Codes = append(p.Codes, "theme "+t.String())
	}
	fields := project.FieldsOf(f)
	var memo []string
	for _, key := range project.Editable() {
		if fields[key] != "" && key != "kind" && key != "themes" {
			memo = append(memo, key+"="+fields[key])
		}
	}
	if w := f.Mark.Word(ex.v.Lang); w != "" {
		memo = append(memo, w)
	}
	if note := ex.v.Notes.At(f); note.Text != "" {
		memo = append(memo, note.Text)
	}
	p.Memo = forXML(strings.Join(memo, "; "))
	if ex.v.Project != nil {
		if e, ok := ex.v.Project.Entry(f); ok {
			ex.sign(&p, e)
		}
	}
	ex.by[f.Report] = append(ex.by[f.Report], p)
}

// joined has one passage for what one person said of one place: tools such as
// QualCoder take a code on a place once and drop what comes after it. Each fact
// keeps a line of the memo.
func joined(passages []qdpx.Passage) []qdpx.Passage {
	type of struct {
		start, end int
		by, when   string
	}
	var out []qdpx.Passage
	first := map[of]int{}
	for _, p := range passages {
		key := of{p.Start, p.End, p.By, p.When}
		i, again := first[key]
		if !again {
			first[key] = len(out)
			out = append(out, p)
			continue
		}
		one := &out[i]
		one.Name += "、" + p.Name
		one.Memo += "\n" + p.Memo
		for _, c := range p.Codes {
			if !slices.Contains(one.Codes, c) {
				one.Codes = append(one.Codes, c)
			}
		}
	}
	return out
}

// sign tells who said it, and when.
func (ex *exchange) sign(p *qdpx.Passage, e project.Entry) {
	p.By, p.When = forXML(e.By), e.When
	if p.By != "" {
		ex.users[p.By] = true
	}
}

// codings are the passages that people coded or noted.
func (ex *exchange) codings() {
	if ex.v.Project == nil {
		return
	}
	for _, c := range ex.v.Project.Codings {
		p := qdpx.Passage{Start: c.Span.Start, End: c.Span.End, Name: forXML(c.Code), Memo: forXML(c.Text)}
		if c.Code != "" {
			p.Codes = []string{"code " + c.Code}
		}
		ex.sign(&p, c.Entry)
		ex.by[c.Report] = append(ex.by[c.Report], p)
	}
}

// codebook is the codes: what the rules find in two branches, and people's own.
func (ex *exchange) codebook() []qdpx.Code {
	kinds := model.Map(model.Kinds(), func(k model.Kind) qdpx.Code { return qdpx.Code{ID: "kind " + k.String(), Name: k.Word(ex.v.Lang)} })
	themes := model.Map(model.Themes(), func(t model.Theme) qdpx.Code { return qdpx.Code{ID: "theme " + t.String(), Name: t.Word(ex.v.Lang)} })
	out := []qdpx.Code{{ID: "kinds", Name: project.BranchKinds, Grouping: true, Codes: kinds}, {ID: "themes", Name: project.BranchThemes, Grouping: true, Codes: themes}}
	if ex.v.Project == nil {
		return out
	}
	return append(out, model.Map(ex.v.Project.Project.Codebook(), func(c project.Code) qdpx.Code {
		return qdpx.Code{ID: "code " + c.Name, Name: forXML(c.Name), Means: forXML(c.Means)}
	})...)
}

// forXML is a text without what XML cannot hold.
func forXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
