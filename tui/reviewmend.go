package tui

import (
	"errors"
	"slices"
	"strings"

	"qubi/model/project"
	"qubi/tui/ask"
	"qubi/tui/style"
)

// headKeys are the fields of a report's head that are corrected for all its facts.
func headKeys() []string { return []string{"district", "city"} }

// askField opens the list of fields to correct.
func (r *reviewer) askField() {
	a, f := r.a, r.fact()
	fields := project.FieldsOf(f)
	ask.Choose(a, &ask.Menu{
		Title: a.words.Text("review.mend", f.Name),
		Items: func() []ask.Item {
			all := a.fieldItems(fields, func(key string) { r.askValue(key, fields[key]) })
			for _, key := range headKeys() {
				all = append(all, ask.Item{Label: a.words.Text("field." + key), Detail: headOf(f.Report).get(key) + "  " + a.words.Text("review.whole"), Find: key, Do: func() { r.askHead(key) }})
			}
			return all
		},
		Closed: r.back, Above: r.above(len(project.Editable()) + len(headKeys())),
	})
}

// askValue asks for a field's text.
func (r *reviewer) askValue(key, text string) {
	a := r.a
	r.a.askField(field{key: key, text: text, kind: r.fact().Kind, known: a.knownTexts(key), back: r.back, above: r.above(1),
		check: func(value string) error {
			_, err := r.on.Mend(r.fact(), project.Fields{key: value}, project.Sign{})
			return err
		},
		set: func(value string) {
			r.back()
			p, err := r.on.Mend(r.fact(), project.Fields{key: value}, r.sign())
			if err != nil {
				a.say(style.Error, a.words.Text("review.novalue", value, a.words.Text("field."+key)))
				return
			}
			r.decide(p)
		}})
}

// errNoDistrict is why an empty text is no district.
var errNoDistrict = errors.New("empty")

// askHead asks for the district or the city that the fact's report is of; it
// holds for all its facts.
func (r *reviewer) askHead(key string) {
	report := r.fact().Report
	var known []string
	for _, d := range r.on.Corpus.Districts {
		name := map[string]string{"district": d.Name, "city": d.City}[key]
		if name != "" && !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	r.a.askField(field{key: key, text: headOf(report).get(key), known: known, back: r.back, above: r.above(1),
		check: func(value string) error {
			if value == "" && key == "district" {
				return errNoDistrict
			}
			return nil
		},
		set: func(value string) {
			r.back()
			if value = strings.TrimSpace(value); value == "" && key == "district" || value == headOf(report).get(key) {
				return
			}
			if r.keep(r.on.CorrectHead(report, project.Fields{key: value}, r.sign())) {
				r.a.Tell(r.a.words.Text("review.moved", value, len(report.Facts)))
			}
		}})
}

// askCode puts a code on the fact's passage.
func (r *reviewer) askCode() {
	r.a.askCode(r.fact().Report, r.fact().Place.Quote, r.back, func() { r.touched = true; r.take() })
}
