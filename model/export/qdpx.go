package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/qdpx"
)

// writeQDPX writes the reports on view as sources, with the facts on view as
// passages coded by kind and by theme, and what people coded and noted.
func writeQDPX(o *out, v View) error {
	ex := exchange{v: v, users: map[string]bool{}, facts: map[*model.Report][]*model.Fact{}, codings: map[*model.Report][]project.Passage{}}
	for f := range v.each() {
		ex.facts[f.Report] = append(ex.facts[f.Report], f)
		if v.Project != nil {
			e, _ := v.Project.Entry(f)
			ex.user(e)
		}
	}
	if v.Project != nil {
		for _, c := range v.Project.Codings {
			ex.codings[c.Report] = append(ex.codings[c.Report], c)
			ex.user(c.Entry)
		}
	}
	p := qdpx.Project{Name: "qubi", Codes: ex.codebook(), Users: slices.Sorted(maps.Keys(ex.users))}
	for _, d := range v.Corpus.View(v.Filter) {
		for _, r := range d.Reports {
			p.Sources = append(p.Sources, qdpx.Source{ID: r.TextSum() + " " + r.File, Name: r.File, Text: r.Text, Coded: func() []qdpx.Passage { return ex.passages(r) }})
		}
	}
	return qdpx.Write(o, p)
}

// exchange gathers what goes into a REFI-QDA project.
type exchange struct {
	v       View
	users   map[string]bool
	facts   map[*model.Report][]*model.Fact
	codings map[*model.Report][]project.Passage
}

// user takes in who said something.
func (ex *exchange) user(e project.Entry) {
	if by := forXML(e.By); by != "" {
		ex.users[by] = true
	}
}

// passages are those of a report, in the order of its text.
func (ex *exchange) passages(r *model.Report) []qdpx.Passage {
	all := joined(model.Map(ex.facts[r], ex.fact))
	for _, c := range ex.codings[r] {
		all = append(all, coded(c))
	}
	slices.SortStableFunc(all, func(a, b qdpx.Passage) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return all
}

// fact codes a fact's quote with its kind and themes; its fields are the memo.
func (ex *exchange) fact(f *model.Fact) qdpx.Passage {
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
		e, _ := ex.v.Project.Entry(f)
		p.By, p.When = forXML(e.By), e.When
	}
	return p
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

// coded is a passage that a person coded or noted.
func coded(c project.Passage) qdpx.Passage {
	p := qdpx.Passage{Start: c.Span.Start, End: c.Span.End, Name: forXML(c.Code), Memo: forXML(c.Text), By: forXML(c.By), When: c.When}
	if c.Code != "" {
		p.Codes = []string{"code " + c.Code}
	}
	return p
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
