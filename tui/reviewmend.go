package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/style"
)

// askField opens the list of fields to correct.
func (r *reviewer) askField() {
	a, fields := r.a, project.FieldsOf(r.fact())
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("review.mend", r.fact().Name),
		Items: func() (all []ask.Item) {
			for _, key := range project.Editable() {
				all = append(all, ask.Item{ID: key, Label: a.words.Text("field." + key), Detail: r.shown(key, fields[key]), Find: key})
			}
			return all
		},
		Pick:   func(key string) tea.Cmd { r.askValue(key, fields[key]); return nil },
		Closed: r.back,
	})
}

// back shows the review view again.
func (r *reviewer) back() { r.a.Open(r) }

// shown is a field's text as people read it.
func (r *reviewer) shown(key, text string) string {
	for _, c := range r.choices(key) {
		if c.ID == text {
			return c.Label
		}
	}
	return text
}

// choices are the values of a field that has few; nil for one that is typed.
func (r *reviewer) choices(key string) (all []ask.Item) {
	l := r.a.words.Lang
	switch key {
	case "kind":
		for _, k := range model.Kinds() {
			all = append(all, ask.Item{ID: k.String(), Label: k.Word(l), Find: k.String()})
		}
	case "stage":
		all = append(all, ask.Item{ID: "", Label: "—"})
		for _, s := range model.Stages() {
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

// askValue asks for a field's text: from a list where there are few, else typed
// with what other facts have for Tab.
func (r *reviewer) askValue(key, text string) {
	a := r.a
	mend := func(value string) {
		r.back()
		p, err := r.on.Mend(r.fact(), project.Fields{key: value}, r.sign())
		if err != nil {
			a.say(style.Error, a.words.Text("review.novalue", value, a.words.Text("field."+key)))
			return
		}
		r.decide(p)
	}
	if all := r.choices(key); all != nil {
		ask.Choose(a, &ask.Menu{Title: a.words.Text("field." + key), Items: func() []ask.Item { return all },
			Pick: func(id string) tea.Cmd { mend(id); return nil }, Closed: r.back})
		return
	}
	a.Open(&ask.Prompt{
		Label: a.words.Text("field."+key) + " ", Field: ask.NewField(text),
		Accept: func(value string) tea.Cmd { mend(strings.TrimSpace(value)); return nil },
		Cancel: r.back,
		Tell: func(value string) (string, int) {
			if _, err := r.on.Mend(r.fact(), project.Fields{key: strings.TrimSpace(value)}, project.Sign{}); err != nil {
				return a.words.Text("review.novalue", value, a.words.Text("field."+key)), 0
			}
			return a.words.Text("review.typed"), -1
		},
		Words: func(value string) []string { return r.known(key, value) },
	})
}

// known are the texts of a field among all facts that begin as typed.
func (r *reviewer) known(key, start string) []string {
	var all []string
	seen := map[string]bool{}
	for _, it := range r.items {
		if s := project.FieldsOf(it.Fact)[key]; strings.HasPrefix(s, start) && !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return all
}

// askCode puts a code on the fact's passage.
func (r *reviewer) askCode() {
	a := r.a
	a.Open(&ask.Prompt{
		Label: a.words.Text("review.code") + " ", Field: ask.NewField(""),
		Accept: func(value string) tea.Cmd {
			r.back()
			if code := strings.TrimSpace(value); code != "" && r.keep(r.on.Code(r.fact().Report, r.fact().Place.Quote, code, "", r.sign())) {
				a.tell(a.words.Text("review.coded", code))
			}
			return nil
		},
		Cancel: r.back,
		Tell:   func(string) (string, int) { return a.words.Text("review.typed"), -1 },
		Words: func(value string) (all []string) {
			for _, c := range a.options.Checks.Project.Codebook() {
				if strings.HasPrefix(c.Name, value) {
					all = append(all, c.Name)
				}
			}
			return all
		},
	})
}
