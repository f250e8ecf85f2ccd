package pane

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
	title = cell.Line{text(l.Words.Text("time.means"), style.Faint)}
	for _, t := range c.Times() {
		id := t.District.ID()
		head := cell.Line{text(l.Named(t.District), style.Title), text(" "+l.Words.Text("pane.reports", len(t.District.Reports)), style.Faint)}
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

// points is a series of numbers, with a spark line where there are several.
func (l *Look) points(d *model.District, name string, points []compare.Point) Entry {
	facts := make([]*model.Fact, len(points))
	for i, p := range points {
		facts[i] = p.Fact()
	}
	return Entry{Facts: facts, District: d, Line: func(int) cell.Line {
		line := append(l.fit(cell.Line{text(" "+name, style.Name)}, seriesName), text(" ", style.Plain))
		line = append(line, l.spark(facts), text(" ", style.Plain))
		for i, f := range facts {
			if i > 0 {
				line = append(line, text(" "+l.Glyphs.After+" ", style.Faint))
			}
			number, unit := l.figure(f)
			line = append(line, l.comparedPeriod(f), text(" ", style.Plain), text(number, style.Number), text(unit, style.Unit))
			if f.Change != "" {
				line = append(line, text(" "+f.Change, style.Growth))
			}
			line = append(line, text(l.check(f), style.Marked))
		}
		return line
	}}
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
	return text(s+cell.Blank(width-l.Measure.Width(s)), style.Growth)
}

// aim is a target and what became of it.
func (l *Look) aim(d *model.District, name string, a compare.Outcome) Entry {
	facts := []*model.Fact{a.Target}
	if a.Result != nil {
		facts = []*model.Fact{a.Result, a.Target}
	}
	return Entry{Facts: facts, District: d, Line: func(int) cell.Line {
		line := append(l.fit(cell.Line{text(" "+name, style.Name)}, seriesName), text(" ", style.Plain))
		line = append(line, l.outcome(a.State)...)
		number, unit := l.figure(a.Target)
		line = append(line, text(l.Glyphs.Target+a.Target.Stage.Word(l.Words.Lang)+" ", style.Target), l.comparedPeriod(a.Target),
			text(" ", style.Plain), text(number, style.Number), text(unit, style.Unit), text(l.check(a.Target), style.Marked))
		if r := a.Result; r != nil {
			number, unit := l.figure(r)
			line = append(line, text(" "+l.Glyphs.After+" "+l.Glyphs.Done+r.Stage.Word(l.Words.Lang)+" ", style.Done), text(number, style.Number), text(unit, style.Unit))
			if r.Change != "" {
				line = append(line, text(" "+r.Change, style.Growth))
			}
			line = append(line, text(" "+l.dated(r.Report, "2006-01"), style.Faint))
		}
		return line
	}}
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
	return l.atLeast(o.Word(l.Words.Lang), role, w)
}
