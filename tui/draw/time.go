package draw

import (
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Time are the lines of each district that has several reports: numbers in the
// order of time, and below them each target with what a later report tells.
func (l *Look) Time(c *compare.Comparison) (title cell.Line, all []Section) {
	title = cell.Line{Text(l.Words.Text("time.means"), style.Faint)}
	for _, t := range c.Times() {
		id := t.District.ID()
		head := cell.Line{Text(l.Named(t.District), style.Title), Text(" "+l.Words.Text("pane.reports", len(t.District.Reports)), style.Faint)}
		all = append(all, Section{ID: id.City + id.Name, Head: head, Rows: func() []Entry { return l.lines(t) }})
	}
	return title, all
}

// lines are what one district states over time: of each indicator its numbers,
// then its targets.
func (l *Look) lines(t compare.Timeline) (all []Entry) {
	for _, s := range t.Lines {
		if len(s.Points) > 0 {
			all = append(all, l.points(t.District, s.Indicator, s.Points))
		}
		for _, o := range s.Outcomes {
			all = append(all, l.aim(t.District, s.Indicator, o))
		}
	}
	return all
}

// seriesName is how wide names are in series.
const seriesName = 24

// points are numbers, those of periods of a kind one behind the other; the first
// of these courses has a spark line.
func (l *Look) points(d *model.District, name string, points []compare.Point) Entry {
	courses := compare.Courses(points)
	var facts []*model.Fact
	for _, c := range courses {
		for _, p := range c {
			facts = append(facts, p.Fact())
		}
	}
	return Entry{Facts: facts, District: d, Line: func(int) cell.Line {
		line := append(l.Fit(cell.Line{Text(" "+name, style.Name)}, seriesName), Text(" ", style.Plain))
		line = append(line, l.spark(facts[:len(courses[0])]), Text(" ", style.Plain))
		for i, f := range facts {
			if i > 0 && f.Period.Like(facts[i-1].Period) {
				line = append(line, Text(" "+l.Glyphs.After+" ", style.Faint))
			} else if i > 0 {
				line = append(line, Text("  ", style.Plain))
			}
			line = append(append(line, l.ComparedPeriod(f), Text(" ", style.Plain)), l.amount(f)...)
			line = append(line, Text(l.Check(f), style.Marked))
		}
		return line
	}}
}

// amount is a number with its unit and its growth.
func (l *Look) amount(f *model.Fact) cell.Line {
	number, unit := l.Figure(f)
	line := cell.Line{Text(number, style.Number), Text(unit, style.Unit)}
	if change := f.Beside(); change != "" {
		line = append(line, Text(" "+change, style.Growth))
	}
	return line
}

// spark is the course of a series, a mark for each number; numbers without a
// scale of their own are not drawn.
func (l *Look) spark(points []*model.Fact) cell.Span {
	steps := []rune(l.Glyphs.Spark)
	low, high := 0.0, 0.0
	for i, f := range points {
		v := f.Quantity.Base.Float()
		if i == 0 {
			low, high = v, v
		}
		low, high = min(low, v), max(high, v)
	}
	const width = 6
	var b strings.Builder
	for _, f := range points[max(0, len(points)-width):] {
		at := 0
		if high > low {
			at = int((f.Quantity.Base.Float() - low) / (high - low) * float64(len(steps)-1))
		}
		if len(points) > 1 {
			b.WriteRune(steps[at])
		}
	}
	s := b.String()
	return Text(s+cell.Blank(width-l.Measure.Width(s)), style.Growth)
}

// aim is a target and what became of it.
func (l *Look) aim(d *model.District, name string, a compare.Outcome) Entry {
	facts := []*model.Fact{a.Target}
	if a.Result != nil {
		facts = []*model.Fact{a.Result, a.Target}
	}
	return Entry{Facts: facts, District: d, Line: func(w int) cell.Line {
		line := l.aimed(name, a, func(f *model.Fact) string { return f.Stage.Word(l.Words.Lang) + " " })
		if l.Measure.WidthLine(line) > w { // the signs and what became of it say as much
			line = l.aimed(name, a, func(*model.Fact) string { return "" })
		}
		return line
	}}
}

// aimed is the line of a target, with the stages in words.
func (l *Look) aimed(name string, a compare.Outcome, stage func(*model.Fact) string) cell.Line {
	line := append(l.Fit(cell.Line{Text(" "+name, style.Name)}, seriesName), Text(" ", style.Plain))
	line = append(line, l.outcome(a.State)...)
	number, unit := l.Figure(a.Target)
	line = append(line, Text(l.Glyphs.Target+stage(a.Target), style.Target), l.ComparedPeriod(a.Target),
		Text(" ", style.Plain), Text(number, style.Number), Text(unit, style.Unit), Text(l.Check(a.Target), style.Marked))
	if r := a.Result; r != nil {
		line = append(append(line, Text(" "+l.Glyphs.After+" "+l.Glyphs.Done+stage(r), style.Done)), l.amount(r)...)
		line = append(line, Text(" "+l.Dated(r.Report, "2006-01"), style.Faint))
	}
	return line
}

// outcome is what became of a target in words, all equally wide.
func (l *Look) outcome(o compare.OutcomeState) cell.Line {
	role, w := style.Missing, 0
	switch o {
	case compare.Met:
		role = style.Done
	case compare.Missed:
		role = style.Flag
	}
	for k := compare.NoLaterReport; k <= compare.Undecided; k++ {
		w = max(w, l.Measure.Width(k.Word(l.Words.Lang)))
	}
	return l.AtLeast(o.Word(l.Words.Lang), role, w)
}
