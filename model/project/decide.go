package project

import (
	"maps"
	"slices"

	"qubi/model"
	"qubi/model/lang"
)

// about is the entry on a fact of the corpus: the one there is, or a new one.
func (a *Applied) about(f *model.Fact) Entry {
	if e, ok := a.Entry(f); ok {
		return e
	}
	read := f.AsRead()
	e := Entry{Type: Fact, Was: FieldsOf(read), Place: AnchorAt(f.Report, read.Place.Quote)}
	e.ID = e.identity()
	return e
}

// say is the entry with a new opinion. What another person said before stands
// beside it; what the same person said is replaced.
func (e Entry) say(o Opinion) Entry {
	if said := e.Opinion; said.Sign != (Sign{}) && said.By != o.By {
		e.Other = append([]Opinion{said}, e.Other...)
	}
	e.Other = slices.DeleteFunc(slices.Clone(e.Other), func(x Opinion) bool { return x.By == o.By })
	if len(e.Other) == 0 {
		e.Other = nil
	}
	e.Opinion = o
	return e
}

// Judge says of a fact of the corpus that it is right or wrong. An added fact
// is right as it is, and one found wrong is taken away again.
func (a *Applied) Judge(f *model.Fact, v Verdict, s Sign) Project {
	e := a.about(f)
	switch {
	case e.Type == Added && v == Wrong:
		return a.Project.Without(e.ID)
	case e.Type == Added:
		return a.Project
	}
	o := Opinion{Verdict: v, Text: e.Text, Sign: s}
	if v == Right && len(e.Set) > 0 { // the corrected fact was looked at again
		o.Verdict, o.Set = Mended, e.Set
	}
	return a.Project.With(e.say(o))
}

// Mend corrects fields of a fact; what was corrected before stays so. Fields
// that are as the rules read them are no correction.
func (a *Applied) Mend(f *model.Fact, set Fields, s Sign) (Project, error) {
	if err := a.check(f, set); err != nil {
		return a.Project, err
	}
	e := a.about(f)
	o := Opinion{Set: e.Set.over(set), Text: e.Text, Sign: s}
	if e.Type == Fact {
		maps.DeleteFunc(o.Set, func(key, text string) bool { return e.Was[key] == text })
		o.Verdict = Mended
		if len(o.Set) == 0 {
			o.Verdict, o.Set = Right, nil
		}
	}
	return a.Project.With(e.say(o)), nil
}

// check is why fields cannot be set.
func (a *Applied) check(f *model.Fact, set Fields) error {
	probe := *f
	if key := FieldsOf(f).over(set).into(&probe); key != "" {
		return &FieldError{key, set[key]}
	}
	for key := range set {
		if !slices.Contains(Editable(), key) {
			return &FieldError{key, set[key]}
		}
	}
	return nil
}

// FieldError is a text that is no value of a field.
type FieldError struct{ Key, Text string }

// Error says which.
func (e *FieldError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *FieldError) Message(l model.Lang) string {
	return lang.Say("project.field", e.Text, e.Key).Message(l)
}

// Add makes a fact of a passage of a report of the corpus. It needs a kind and
// a name.
func (a *Applied) Add(r *model.Report, span model.Span, set Fields, s Sign) (Project, error) {
	probe := model.Fact{Report: r}
	if key := set.into(&probe); key != "" {
		return a.Project, &FieldError{key, set[key]}
	}
	for _, key := range []string{"kind", "name"} {
		if set[key] == "" {
			return a.Project, &FieldError{key, ""}
		}
	}
	return a.Project.With(Entry{Type: Added, Place: AnchorAt(r, span), Opinion: Opinion{Set: set, Sign: s}}), nil
}

// Code puts a code on a passage, with a memo if there is one to write; without
// a code it is a memo alone.
func (a *Applied) Code(r *model.Report, span model.Span, code, memo string, s Sign) Project {
	e := Entry{Type: Coding, Code: code, Place: AnchorAt(r, span), Opinion: Opinion{Text: memo, Sign: s}}
	if code == "" {
		e.Type = Memo
	}
	return a.Project.With(e)
}

// CorrectHead corrects what was read of a report's head: district, city,
// province, title.
func (a *Applied) CorrectHead(r *model.Report, set Fields, s Sign) Project {
	e := Entry{Type: Report, Place: Anchor{District: r.Head.District, Report: r.File, Text: r.TextSum()}}
	if old, ok := a.Project.Entry(e.identity()); ok {
		e = old
	}
	return a.Project.With(e.say(Opinion{Set: e.Set.over(set), Sign: s}))
}
