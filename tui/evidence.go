package tui

import (
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/query"
	"qubi/model/review"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// evidence draws the drawer for the fact under the cursor, with its note and,
// in a comparison, the reasons against reading its row across.
func (a *App) evidence(w, h int) []cell.Line {
	if h == 0 {
		return nil
	}
	more := a.beside(w, h)
	d := draw.Drawer{W: w, H: h - len(more), Hint: a.scrollHint()}
	if f := a.selected(); f == a.scrolled.of {
		d.By = a.scrolled.by
	}
	return append(draw.Evidence(a.look, a.selected(), d), more...)
}

// beside is what the drawer says besides the fact: reasons, and the note.
func (a *App) beside(w, h int) (more []cell.Line) {
	if line := a.reasonLine(); line != nil && h > 4 {
		more = append(more, a.look.Fit(line, w))
	}
	if f := a.selected(); f != nil {
		more = append(more, a.noteLines(a.notes.At(f).Text, w, h-len(more)-5)...)
	}
	return more
}

// scrollHint names the keys that scroll the evidence.
func (a *App) scrollHint() string {
	return " " + a.keyFor("evidence-up") + " " + a.keyFor("evidence-down") + " " + a.words.Text("hint.scroll") + " "
}

// scrollEvidence moves the text in the drawer by lines, as far as it goes.
func (a *App) scrollEvidence(by int) {
	f, r := a.selected(), a.plan.drawer
	if f == nil || r.h == 0 {
		return
	}
	if a.scrolled.of != f {
		a.scrolled.of, a.scrolled.by = f, 0
	}
	before, behind := draw.EvidenceSpan(a.look, f, draw.Drawer{W: r.w, H: r.h - len(a.beside(r.w, r.h))})
	a.scrolled.by = max(-before, min(a.scrolled.by+by, behind))
}

// noteLines are a note in at most h lines; the last one shows that it goes on.
func (a *App) noteLines(note string, w, h int) []cell.Line {
	if note == "" || h < 1 {
		return nil
	}
	mark := " " + a.look.Glyphs.Note + " "
	parts := a.look.Measure.Wrap(note, max(1, w-a.look.Measure.Width(mark)-1))
	if len(parts) > h {
		parts = append(parts[:h-1:h-1], strings.Join(parts[h-1:], ""))
	}
	var lines []cell.Line
	for _, part := range parts {
		lines = append(lines, a.look.Fit(cell.Line{{Text: mark + part, Role: style.Marked}}, w))
		mark = cell.Blank(a.look.Measure.Width(mark))
	}
	return lines
}

// explain says in a pane that shows nothing which filter hides its facts, and
// what dropping it would bring back.
func (a *App) explain(n int, lines []cell.Line, r rect) []cell.Line {
	if a.view != viewSide || len(a.chips()) == 0 || len(lines) < 7 {
		return lines
	}
	p, ok := a.pane(n).(*pane.District)
	if !ok || p.Shown() > 0 {
		return lines
	}
	d := a.corpus.Districts[a.order[n]]
	said := []cell.Line{{{Text: " " + a.words.Text("empty.filter"), Role: style.Missing}}}
	ways := slices.DeleteFunc(a.corpus.Suggest(a.of(d)), func(s query.Suggestion) bool { return s.Drop[0].Of == query.ChipDistrict })
	if len(ways) == 0 {
		if all := a.together(d); len(all.Drop) > 0 {
			ways = append(ways, all)
			said = append(said, cell.Line{{Text: " " + a.reason("empty.together"), Role: style.Missing}})
		}
	}
	for _, s := range ways[:min(len(ways), 3)] {
		said = append(said, cell.Line{{Text: " " + a.words.Text("empty.drop", a.chipWords(s.Drop), s.Count), Role: style.Chip}})
	}
	out := slices.Clone(lines)
	from := min(p.Used()+1, len(out)-len(said))
	for i, line := range said {
		out[from+i] = a.look.Fit(line, r.w)
	}
	return out
}

// together is a way out where no single filter is one: filters that bring facts
// of a district back when all of them are dropped, none of them needlessly; the
// zero Suggestion where there are none.
func (a *App) together(d *model.District) query.Suggestion {
	f, drop := a.of(d), a.chips()
	if len(drop) < 2 || a.corpus.Count(f.Without(drop...)) == 0 {
		return query.Suggestion{}
	}
	for _, c := range a.chips() {
		at := slices.Index(drop, c)
		if fewer := slices.Delete(slices.Clone(drop), at, at+1); a.corpus.Count(f.Without(fewer...)) > 0 {
			drop = fewer
		}
	}
	return query.Suggestion{Drop: drop, Count: a.corpus.Count(f.Without(drop...))}
}

// othersAmong is how many facts of a district are looked through for others of
// one name: beyond, a key would have to wait.
const othersAmong = 10_000

// others are the facts of a fact's district, in whichever report and of
// whichever kind, that go by its name; of a metric, those of its period.
func (a *App) others(f *model.Fact) []*model.Fact {
	var found []*model.Fact
	left := othersAmong
	name, d := model.Fold(f.Name), a.corpus.District(f.Report.DistrictID())
	if d == nil {
		return nil
	}
	for _, r := range d.Reports {
		if left -= len(r.Facts); left < 0 {
			break
		}
		for _, g := range r.Facts {
			alike := (g.Kind == model.Metric) == (f.Kind == model.Metric) && g.Period.Label == f.Period.Label
			if alike && model.Fold(g.Name) == name && !sameRead(f, g) {
				found = append(found, g)
			}
		}
	}
	return found
}

// sameRead reports one and the same fact, whatever was decided on it since the
// views were made.
func sameRead(f, g *model.Fact) bool {
	return f == g || f.Key() == g.Key() && f.AsRead().Quantity == g.AsRead().Quantity
}

// doubts are why a fact is doubted, found once for a district; that its rule is not wholly sure is none.
func (a *App) doubts(f *model.Fact) (words []string) {
	d := a.corpus.District(f.Report.DistrictID())
	if d == nil {
		return nil
	}
	for _, why := range a.doubted.Of(d, func() map[*model.Fact][]review.Doubt { return review.Doubts(d) })[f] {
		if why.Key != "confidence" || f.Confidence < model.Sure {
			words = append(words, why.Words(a.words.Lang))
		}
	}
	return words
}
