package draw

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Drawer is how the evidence is drawn.
type Drawer struct {
	W, H int
	By   int    // lines that the text is scrolled by, from where the quote is in sight
	Hint string // in the upper edge where not all of the text is in sight
}

// Evidence draws where a fact comes from: the fact in one line, its sentence
// between the one before and the one after with the quote lit, and what must
// be known of it: report, date, source, file and line, period, bound, doubts,
// other places. It is exactly d.H lines of d.W cells.
func Evidence(l *Look, f *model.Fact, d Drawer) []cell.Line {
	if f == nil {
		lines := []cell.Line{l.Edge(cell.Line{Text(l.Words.Text("evidence"), style.Section)}, d.W),
			l.Fit(cell.Line{Text(" "+l.Words.Text("why.fact"), style.Missing)}, d.W)}
		return l.Fill(lines, d.W, d.H)
	}
	facts := l.evidenceFacts(f, d.W)
	said, from, room := l.evidenceView(f, d)
	lines := []cell.Line{l.evidenceTitle(f, d, len(said) > room)}
	more := cell.Line{Text(l.Glyphs.More, style.Key)}
	for i := from; i < min(from+room, len(said)); i++ {
		line := said[i]
		if i == from && from > 0 {
			line = append(more, line...)
		}
		if i == from+room-1 && i+1 < len(said) {
			line = append(line, more...)
		}
		lines = append(lines, l.Fit(append(cell.Line{Text(" ", style.Plain)}, line...), d.W))
	}
	for len(lines) < d.H-len(facts) {
		lines = append(lines, l.Fit(nil, d.W))
	}
	return l.Fill(append(lines, facts...), d.W, d.H)
}

// EvidenceSpan is how many lines of the text are out of sight, before and
// behind those that show the quote: as far as By may go.
func EvidenceSpan(l *Look, f *model.Fact, d Drawer) (before, behind int) {
	d.By = 0
	said, from, room := l.evidenceView(f, d)
	return from, max(0, len(said)-room-from)
}

// evidenceView is the text, the first line in sight, and how many there are: the
// quote is in sight, with what leads to it, unless the text is scrolled.
func (l *Look) evidenceView(f *model.Fact, d Drawer) (said []cell.Line, from, room int) {
	room = max(1, d.H-1-len(l.evidenceFacts(f, d.W)))
	said, at := l.evidenceText(f, d.W-2-2*l.Measure.Width(l.Glyphs.More))
	last := max(0, len(said)-room)
	from = max(0, min(at-room/2, last))
	return said, max(0, min(from+d.By, last)), room
}

// evidenceTitle is the drawer's upper edge with the fact told in full, and how
// to scroll where that is of use.
func (l *Look) evidenceTitle(f *model.Fact, d Drawer, cut bool) cell.Line {
	title := cell.Line{Text(l.Words.Text("evidence"), style.Section), Text(" ", style.Plain)}
	title = append(title, l.Told(f)...)
	if n := l.Measure.Width(d.Hint); cut && n > 0 && n+12 < d.W {
		return append(l.Edge(title, d.W-n), Text(d.Hint, style.Hint))
	}
	return l.Edge(title, d.W)
}

// Edge is an upper edge with a title in it.
func (l *Look) Edge(title cell.Line, w int) cell.Line {
	line := append(cell.Line{Text(l.Glyphs.Rule+l.Glyphs.Rule+" ", style.Border)}, title...)
	line = append(line, Text(" ", style.Plain))
	if rest := w - l.Measure.WidthLine(line); rest > 0 {
		line = append(line, l.Rule(rest)...)
	}
	return l.Fit(line, w)
}

// Told is a fact in one line, nothing left out: name, number, unit, period,
// stage, growth, rank.
func (l *Look) Told(f *model.Fact) cell.Line {
	number, unit := l.Figure(f)
	line := append(make(cell.Line, 0, 16), Text(f.Name, style.Name), Text(f.Growth(), style.Faint))
	add := func(s string, role cell.Role) {
		if s != "" {
			line = append(line, Text(" ", style.Plain), Text(s, role))
		}
	}
	add(number+unit, style.Number)
	add(l.Period(f.Period), style.Period)
	if stage := l.Stage(f, false); len(stage) > 0 {
		add(stage.String(), stage[0].Role)
	}
	add(f.Group, style.Unit)
	add(l.growth(f), style.Growth)
	return line
}

// evidenceText is the three sentences, wrapped, and the line in which the quote
// begins.
func (l *Look) evidenceText(f *model.Fact, w int) (out []cell.Line, quote int) {
	doc := f.Report.Document
	before, after := doc.Around(f.Place)
	for i, s := range []model.Span{before, f.Place.Sentence, after} {
		if s.Len() == 0 {
			continue
		}
		role := style.Faint
		if i == 1 {
			role = style.Plain
		}
		for _, line := range Wrap(l.Measure, doc.Quote(s), w) {
			at := model.Span{Start: s.Start + line.Start, End: s.Start + line.End}
			if at.Start <= f.Place.Quote.Start && f.Place.Quote.Start < at.End {
				quote = len(out)
			}
			out = append(out, l.marked(doc, at, f.Place.Quote, role))
		}
	}
	return out, quote
}

// Sentence is a stretch of a text in at most so many lines of w cells, those in
// which the quote begins among them, with the quote brought out.
func Sentence(l *Look, doc *model.Document, all, quote model.Span, w, most int) (out []cell.Line) {
	lines, at := Wrap(l.Measure, doc.Quote(all), max(1, w-2)), 0
	for i, line := range lines {
		s := model.Span{Start: all.Start + line.Start, End: all.Start + line.End}
		if s.Start <= quote.Start && quote.Start < s.End {
			at = i
		}
		out = append(out, l.Fit(append(cell.Line{Text(" ", style.Plain)}, l.marked(doc, s, quote, style.Plain)...), w))
	}
	from := max(0, min(at-most/2, len(out)-most))
	return out[from:min(len(out), from+most)]
}

// marked is a run of a text with the part of it that lies in quote brought out.
func (l *Look) marked(doc *model.Document, at, quote model.Span, role cell.Role) cell.Line {
	from, to := max(at.Start, quote.Start), min(at.End, quote.End)
	if from >= to {
		return l.Light(doc.Quote(at), role)
	}
	line := l.Light(doc.Text[at.Start:from], role)
	line = append(line, Text(doc.Text[from:to], style.Focused))
	return append(line, l.Light(doc.Text[to:at.End], role)...)
}

// evidenceFacts is what must be known of the fact, in as few lines as it takes.
func (l *Look) evidenceFacts(f *model.Fact, w int) []cell.Line {
	head := f.Report.Head
	first := []string{fmt.Sprintf("%s:%d", f.Report.File, f.Line()), l.Dates(head), head.Source, head.Title}
	second := []string{l.checkWord(f), l.periodTold(f)}
	if f.HasValue && f.Quantity.Sign() != "" {
		second = append(second, f.Stated().Bound.Word(l.Words.Lang))
	}
	if f.Indicator != "" && f.Indicator != f.Name {
		second = append(second, l.Words.Text("evidence.indicator", f.Indicator))
	}
	if f.Whole != "" {
		second = append(second, l.Words.Text("evidence.part", f.Whole))
	}
	if len(f.Also) > 0 {
		second = append(second, l.Words.Text("evidence.also", len(f.Also), l.otherLines(f)))
	}
	if model.Sure <= f.Confidence && f.Confidence < 1 {
		second = append(second, l.Words.Text("doubt.confidence", strconv.Itoa(int(f.Confidence*100))+"%"))
	}
	flags := ""
	if l.Doubts != nil {
		for _, why := range l.Doubts(f) {
			flags += " !" + why
		}
	}
	lines := []cell.Line{
		l.Fit(cell.Line{Text(" "+joined(first), style.Hint)}, w),
		l.Fit(cell.Line{Text(" "+joined(second), style.Period), Text(flags, style.Flag)}, w),
	}
	if l.Others != nil {
		if others := l.Others(f); len(others) > 0 {
			lines = append(lines, l.Fit(cell.Line{Text(" "+l.Words.Text("evidence.others")+" "+l.told(others), style.Hint)}, w))
		}
	}
	return lines
}

// told is where each of some facts is told, and what is said of it there.
func (l *Look) told(facts []*model.Fact) string {
	var all []string
	for _, f := range facts {
		said := strings.TrimPrefix(l.Told(f).String(), f.Name+f.Growth())
		if f.Kind != model.Metric {
			said = " " + f.Kind.Word(l.Words.Lang) + said
		}
		all = append(all, fmt.Sprintf("%s %s:%d%s", l.Dated(f.Report, "2006-01-02"), f.Report.File, f.Line(), said))
	}
	return strings.Join(all, "  ")
}

// Dates are the day of a report's publication and, where it is another or the
// only one known, the day of the event that it reports: panes go by that.
func (l *Look) Dates(head model.Head) string {
	const day = "2006-01-02"
	var dates []string
	if !head.Published.IsZero() {
		dates = append(dates, head.Published.Format(day))
	}
	if !head.Event.IsZero() && !head.Event.Equal(head.Published) {
		dates = append(dates, l.Words.Text("report.event", head.Event.Format(day)))
	}
	if dates == nil {
		return l.Words.Text("pane.undated")
	}
	return strings.Join(dates, " ")
}

// otherLines are the lines of the file that state the fact again.
func (l *Look) otherLines(f *model.Fact) string {
	var lines []string
	for _, p := range f.Also {
		lines = append(lines, strconv.Itoa(f.Report.Origin(p.Quote).Line))
	}
	return strings.Join(lines, ", ")
}

// periodTold is the fact's period in words: unstated is said, never guessed.
func (l *Look) periodTold(f *model.Fact) string {
	switch {
	case f.Kind != model.Metric:
		return f.Kind.Word(l.Words.Lang)
	case f.Period.IsZero() && !f.Within.IsZero():
		return l.Words.Text("evidence.within", l.Period(f.Within))
	case f.Period.IsZero():
		return l.Words.Text("evidence.noperiod")
	}
	return l.Words.Text("evidence.period", l.Period(f.Period))
}

// joined puts two blanks between what is not empty.
func joined(parts []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), "  ")
}
