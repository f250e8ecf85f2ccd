package tui

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/project"
	"qubi/model/review"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// Lines draws the fact, why it is doubted, what was read field by field, and
// its sentence.
func (r *reviewer) Lines(_ ask.Host, w, h int) []cell.Line {
	a := r.a
	if len(r.items) == 0 {
		return []cell.Line{a.fit(cell.Line{{Text: " " + a.words.Text("review.none"), Role: style.Missing}}, w)}
	}
	lines := []cell.Line{a.fit(r.progress(), w), a.fit(r.left(), w)}
	it, f := r.items[r.at], r.fact()
	add := func(role cell.Role, text string, most int) {
		parts := a.look.Measure.Wrap(text, max(1, w-2))
		for i, part := range parts {
			if i < most {
				lines = append(lines, a.fit(cell.Line{{Text: " " + part, Role: role}}, w))
			}
		}
	}
	room := max(1, (h-2)/4)
	if why := r.why(it); why != "" {
		add(style.Chip, why, room)
	}
	add(style.Plain, r.fields(f), max(1, h/3))
	return append(lines, draw.Evidence(a.look, f, draw.Drawer{W: w, H: max(0, h-len(lines))})...)
}

// progress is where the reader is, and what was decided.
func (r *reviewer) progress() cell.Line {
	var n [model.Rejected + 1]int
	for _, it := range r.items {
		n[it.Fact.Mark]++
	}
	text := r.a.words.Text("review.progress", r.at+1, len(r.items), n[model.Checked], n[model.Corrected], n[model.Rejected], n[model.Unchecked])
	if r.sample != "" {
		text = r.a.words.Text("review.drawn", r.sample) + " " + text + r.precision()
	}
	mark := r.fact().Mark
	line := cell.Line{{Text: " " + text + "  ", Role: style.Section}}
	return append(line, cell.Span{Text: mark.Word(r.a.words.Lang), Role: style.Marked})
}

// left is how many facts each district has left, those of the fact's own first.
func (r *reviewer) left() cell.Line {
	counts := map[*model.Report]int{}
	for _, it := range r.items {
		if it.Fact.Mark == model.Unchecked {
			counts[it.Fact.Report]++
		}
	}
	own, others := "", ""
	for _, d := range r.on.Corpus.Districts {
		n := 0
		for _, report := range d.Reports {
			n += counts[report]
		}
		if name := r.a.look.Named(d); slices.Contains(d.Reports, r.fact().Report) {
			own = r.a.words.Text("review.left", name, n)
		} else if n > 0 {
			others += "  " + name + " " + strconv.Itoa(n)
		}
	}
	return cell.Line{{Text: " " + own + others, Role: style.Hint}}
}

// why is what is doubted of a fact, and that the rules read otherwise by now.
func (r *reviewer) why(it review.Item) string {
	var all []string
	for _, d := range it.Doubts {
		all = append(all, d.Words(r.a.words.Lang))
	}
	if rules := r.on.Rules(it.Fact); rules != project.RulesAgree {
		all = append(all, r.a.words.Text([...]string{"", "review.differ", "review.silent"}[rules]))
	}
	return strings.Join(all, "; ")
}

// fields are what was read, field by field, and what was corrected.
func (r *reviewer) fields(f *model.Fact) string {
	var all []string
	now, was := project.FieldsOf(f), project.FieldsOf(read(f))
	for _, key := range project.Editable() {
		text := r.a.shownField(key, now[key])
		switch {
		case now[key] == was[key] && (text == "" || key == "bound" && now["value"] == ""):
			continue
		case now[key] != was[key]:
			text += r.a.words.Text("review.was", r.a.shownField(key, was[key]))
		}
		all = append(all, r.a.words.Text("field."+key)+" "+text)
	}
	return strings.Join(all, "  ")
}
