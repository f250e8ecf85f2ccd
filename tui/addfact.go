package tui

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// addition is a fact in the making that the rules missed.
type addition struct {
	a      *App
	report *model.Report
	span   model.Span
	fields project.Fields
	back   func() // shows the passage again
	shut   func() // leaves it
}

// addFact opens the form for a fact that a passage states, filled with what the
// rules read in the passage alone, first of all what is no fact of the report yet.
func (a *App) addFact(r *model.Report, span model.Span, back, shut func()) {
	n := &addition{a, r, span, project.Fields{"kind": model.Metric.String()}, back, shut}
	if read := a.options.Checks.Read; read != nil {
		if all := read(r, span); len(all) > 0 {
			known := func(f project.Fields) bool {
				return slices.ContainsFunc(r.Facts, func(g *model.Fact) bool {
					has := project.FieldsOf(g)
					return span.Contains(g.Place.Quote) && has["kind"] == f["kind"] && has["name"] == f["name"]
				})
			}
			n.fields = all[max(0, slices.IndexFunc(all, func(f project.Fields) bool { return !known(f) }))]
		}
	}
	if n.fields["name"] == "" {
		n.fields["name"] = strings.Join(strings.Fields(r.Quote(span)), "")
	}
	n.form()
}

// form is the list of fields, with the line that keeps them first.
func (n *addition) form() {
	a := n.a
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("title.add"),
		Items: func() []ask.Item {
			all := []ask.Item{{Label: a.words.Text("add.save"), Detail: n.fields["name"], Do: n.save}}
			return append(all, a.fieldItems(n.fields, n.askField)...)
		},
		Closed: n.back, Above: a.quoted(n.report, n.span),
	})
}

// fieldItems are the fields that people correct, with what stands in them, each to be
// asked for.
func (a *App) fieldItems(fields project.Fields, asked func(key string)) (all []ask.Item) {
	for _, key := range project.Editable() {
		all = append(all, ask.Item{Label: a.words.Text("field." + key), Detail: a.shownField(key, fields[key]), Find: key, Do: func() { asked(key) }})
	}
	return all
}

// quoted is a passage in its paragraph, above what is asked of it.
func (a *App) quoted(r *model.Report, span model.Span) ask.Above {
	p := r.Paragraphs[r.PlaceAt(span).Paragraph-1]
	around := model.Span{Start: p.Start, End: max(p.End, span.End)}
	return func(w, most int) []cell.Line { return draw.Sentence(a.look, r.Document, around, span, w, most) }
}

// askField asks for a field, and shows the form again.
func (n *addition) askField(key string) {
	kind := model.Kinds()[max(0, slices.IndexFunc(model.Kinds(), func(k model.Kind) bool { return k.String() == n.fields["kind"] }))]
	n.a.askField(field{key: key, text: n.fields[key], kind: kind, known: n.a.knownTexts(key), back: n.form, above: n.a.quoted(n.report, n.span),
		check: func(value string) error { _, err := n.add(key, value); return err },
		set: func(value string) {
			n.fields = n.with(key, value)
			n.form()
		}})
}

// with are the fields with another text.
func (n *addition) with(key, value string) project.Fields {
	all := maps.Clone(n.fields)
	all[key] = value
	return all
}

// add is the project with the fact, a field of it changed.
func (n *addition) add(key, value string) (project.Project, error) {
	return n.a.decided.on.Add(n.report, n.span, n.with(key, value), n.a.options.Checks.Sign())
}

// save keeps the fact and shows it.
func (n *addition) save() {
	a := n.a
	p, err := n.add("kind", n.fields["kind"])
	if wrong := (*project.FieldError)(nil); errors.As(err, &wrong) {
		n.form()
		a.say(style.Error, a.words.Text("review.novalue", wrong.Text, a.words.Text("field."+wrong.Key)))
		return
	}
	n.back()
	if !a.decide(p) {
		return
	}
	n.shut()
	a.renew()
	a.derive()
	a.showAdded(n.report, n.span)
	a.Tell(a.words.Text("toast.added", n.fields["name"]))
}

// showAdded puts the cursor on the fact that was added at a passage.
func (a *App) showAdded(r *model.Report, span model.Span) {
	for _, now := range a.corpus.Reports {
		if pane.ReportID(now) != pane.ReportID(r) {
			continue
		}
		for _, f := range now.Facts {
			if f.Mark == model.Added && f.Place.Quote == span {
				a.reveal(f)
			}
		}
	}
}

// field is a field of a fact to be asked for.
type field struct {
	key, text string
	kind      model.Kind               // of the fact
	known     []string                 // texts that other facts have, for Tab
	check     func(value string) error // why a text cannot stand
	set       func(value string)
	back      func() // shows what was open before
	above     ask.Above
}

// askField asks for a field's text: from a list where there are few, else typed.
func (a *App) askField(f field) {
	if f.key == "themes" && a.words.Lang != model.Chinese {
		f = f.translated(a.words.Lang)
	}
	if all := a.fieldChoices(f.key, f.kind); all != nil {
		for i, it := range all {
			all[i].Do = func() { f.set(it.ID) }
		}
		ask.Choose(a, &ask.Menu{Title: a.words.Text("field." + f.key), Items: func() []ask.Item { return all }, Closed: f.back, Above: f.above})
		return
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("field."+f.key) + " ", Field: ask.NewField(f.text),
		Accept: f.set, Cancel: f.back, Above: f.above,
		Tell: func(value string) (string, int) {
			if f.check(strings.TrimSpace(value)) != nil {
				return a.words.Text("review.novalue", value, a.words.Text("field."+f.key)), 0
			}
			return a.words.Text("review.typed"), -1
		},
		Words: func(value string) []string {
			return slices.DeleteFunc(slices.Clone(f.known), func(s string) bool { return !strings.HasPrefix(s, value) })
		},
	})
}

// translated is the field of themes as it is shown and typed in a language; what
// is no theme stays as it was typed.
func (f field) translated(l model.Lang) field {
	check, set := f.check, f.set
	f.text = themesIn(f.text, l)
	f.known = slices.Clone(f.known)
	for i, word := range f.known {
		f.known[i] = themesIn(word, l)
	}
	f.check = func(value string) error { return check(themesIn(value, model.Chinese)) }
	f.set = func(value string) { set(themesIn(value, model.Chinese)) }
	return f
}

// themesIn are themes in the words of a language; in Chinese they are kept.
func themesIn(text string, l model.Lang) string {
	words := strings.Fields(text)
	for i, word := range words {
		if t := model.ParseTheme(word); t != model.NoTheme {
			words[i] = t.Word(l)
		}
	}
	return strings.Join(words, " ")
}

// fieldChoices are the values that a field of a fact of the kind can have, where
// they are few; nil for one that is typed.
func (a *App) fieldChoices(key string, kind model.Kind) (all []ask.Item) {
	l := a.words.Lang
	switch key {
	case "kind":
		for _, k := range model.Kinds() {
			all = append(all, ask.Item{ID: k.String(), Label: k.Word(l), Find: k.String()})
		}
	case "stage":
		all = append(all, ask.Item{ID: "", Label: "—"})
		for _, s := range kind.Stages() {
			all = append(all, ask.Item{ID: string(s), Label: s.Word(l), Find: string(s)})
		}
	case "bound":
		all = append(all, ask.Item{ID: "", Label: "="})
		for _, b := range []model.Bound{model.Above, model.AtLeast, model.Below, model.AtMost, model.About} {
			all = append(all, ask.Item{ID: string(b), Label: b.Word(l), Find: string(b)})
		}
	}
	return all
}

// shownField is a field's text as people read it.
func (a *App) shownField(key, text string) string {
	switch key {
	case "themes":
		return themesIn(text, a.words.Lang)
	case "period":
		return a.look.Period(project.PeriodOf(text))
	case "rank":
		return a.look.RankWord(text)
	}
	for _, c := range a.fieldChoices(key, model.NoKind) {
		if c.ID == text {
			return c.Label
		}
	}
	return text
}

// knownTexts are the texts of a field among the facts of the districts shown;
// of a field of themes, all themes.
func (a *App) knownTexts(key string) []string {
	var all []string
	if key == "themes" {
		for _, t := range model.Themes() {
			all = append(all, t.String())
		}
		return all
	}
	const most = 20_000
	facts := a.corpus.Select(a.asked())
	for _, f := range facts[:min(len(facts), most)] {
		all = append(all, project.FieldsOf(f)[key])
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
