package tui

import (
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
		return []cell.Line{a.look.Fit(cell.Line{{Text: " " + a.words.Text("review.none"), Role: style.Missing}}, w)}
	}
	var lines []cell.Line
	it, f := r.items[r.at], r.fact()
	add := func(all []cell.Line, most int) {
		for _, line := range all[:min(len(all), most)] {
			lines = append(lines, a.look.Fit(append(cell.Line{{Text: " "}}, line...), w))
		}
	}
	add(a.look.Measure.WrapLine(r.progress(), max(1, w-2)), 2)
	lines = append(lines, a.look.Fit(r.left(w), w))
	if why := r.why(it); why != "" {
		add(a.look.Measure.WrapLine(cell.Line{{Text: why, Role: style.Chip}}, max(1, w-2)), max(1, (h-2)/4))
	}
	var rows []cell.Line
	for _, row := range a.flow(r.fields(f), w) {
		rows = append(rows, a.look.Measure.WrapLine(lineOf(row), max(1, w-1))...)
	}
	add(rows, max(1, h/3))
	return append(lines, draw.Evidence(a.look, f, draw.Drawer{W: w, H: max(0, h-len(lines))})...)
}

// progress is where the reader is, and what was decided.
func (r *reviewer) progress() cell.Line {
	n := r.tally().marks
	text := r.a.words.Text("review.progress", r.at+1, len(r.items), n[model.Checked], n[model.Corrected], n[model.Rejected], n[model.Unchecked])
	if r.sample != "" {
		text = r.a.words.Text("review.drawn", r.sample) + " " + text + r.precision()
	}
	mark := r.fact().Mark
	line := cell.Line{{Text: text + "  ", Role: style.Section}}
	return append(line, cell.Span{Text: mark.Word(r.a.words.Lang), Role: style.Marked})
}

// left is how many facts each district has left, those of the fact's own first,
// and of the others as many as the line takes.
func (r *reviewer) left(w int) cell.Line {
	open, own := r.tally().open, r.district(int(r.fact().ID.Report)-1)
	text := " " + r.a.words.Text("review.left", r.a.look.Named(own), open[own])
	for _, d := range r.on.Corpus.Districts {
		if r.a.look.Measure.Width(text) > w {
			break
		}
		if n := open[d]; n > 0 && d != own {
			text += "  " + r.a.look.Named(d) + " " + strconv.Itoa(n)
		}
	}
	return cell.Line{{Text: text, Role: style.Hint}}
}

// why is what is doubted of a fact, and that the rules read otherwise by now.
func (r *reviewer) why(it review.Item) string {
	var all []string
	if r.here && r.at == 0 {
		all = append(all, r.a.words.Text("review.here"))
	}
	all = append(all, it.Why(r.a.words.Lang)...)
	if rules := r.on.Rules(it.Fact); rules != project.RulesAgree {
		all = append(all, r.a.words.Text([...]string{"", "review.differ", "review.silent"}[rules]))
	}
	return strings.Join(all, "  ")
}

// fields are what was read, field by field, and what was corrected.
func (r *reviewer) fields(f *model.Fact) (all []entry) {
	now, was := project.FieldsOf(f), project.FieldsOf(f.AsRead())
	for _, key := range project.Editable() {
		text, role := r.a.shownField(key, now[key]), style.Plain
		switch {
		case now[key] == was[key] && now[key] == "" && (key != "bound" || now["value"] == ""):
			continue
		case now[key] != was[key]:
			text += r.a.words.Text("review.was", r.a.shownField(key, was[key]))
			role = style.Marked
		}
		all = append(all, entry{line: cell.Line{{Text: r.a.words.Text("field."+key) + " ", Role: style.Faint}, {Text: text + "  ", Role: role}}})
	}
	return all
}
