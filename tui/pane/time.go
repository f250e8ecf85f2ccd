package pane

import (
	"cmp"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// sortBy sorts positions by a key, equal ones as they stand.
func sortBy(order []int, key func(int) int) {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(key(a), key(b)) })
}

// Time are the series of each district that has several reports: numbers in the
// order of time, and below them each target with what a later report tells.
func (l *Look) Time(c *compare.Comparison) (title cell.Line, all []Entry) {
	title = cell.Line{text(l.Words.Text("time.means"), style.Faint)}
	last := -1
	for _, s := range c.Series() {
		d := c.Districts[s.Column]
		if s.Column != last {
			last = s.Column
			all = append(all, heading(text(l.Named(d), style.Title), text(" "+l.Words.Text("pane.reports", len(d.Reports)), style.Faint)))
		}
		if len(s.Points) > 0 {
			all = append(all, l.points(d, s))
		}
		for _, a := range s.Aims {
			all = append(all, l.aim(d, s, a))
		}
	}
	return title, all
}

// seriesName is how wide names are in series.
const seriesName = 24

// points is a series of numbers, with a spark line where there are several.
func (l *Look) points(d *model.District, s compare.Series) Entry {
	return Entry{Facts: s.Points, District: d, Line: func(int) cell.Line {
		line := append(l.fit(cell.Line{text(" "+s.Name, style.Name)}, seriesName), text(" ", style.Plain))
		line = append(line, l.spark(s.Points), text(" ", style.Plain))
		for i, f := range s.Points {
			if i > 0 {
				line = append(line, text(" "+l.Glyphs.After+" ", style.Faint))
			}
			number, unit := l.figure(f)
			line = append(line, l.comparedPeriod(f), text(" ", style.Plain), text(number, style.Number), text(unit, style.Unit))
			if f.Change != "" {
				line = append(line, text(" "+f.Change, style.Growth))
			}
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
func (l *Look) aim(d *model.District, s compare.Series, a compare.Aim) Entry {
	facts := []*model.Fact{a.Target}
	if a.Result != nil {
		facts = []*model.Fact{a.Result, a.Target}
	}
	return Entry{Facts: facts, District: d, Line: func(int) cell.Line {
		line := append(l.fit(cell.Line{text(" "+s.Name, style.Name)}, seriesName), text(" ", style.Plain))
		line = append(line, l.outcome(a.Outcome)...)
		number, unit := l.figure(a.Target)
		line = append(line, text(l.Glyphs.Target+a.Target.Stage.Word(l.Words.Lang)+" ", style.Target), l.comparedPeriod(a.Target),
			text(" ", style.Plain), text(number, style.Number), text(unit, style.Unit))
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
func (l *Look) outcome(o compare.Outcome) cell.Line {
	role := map[compare.Outcome]cell.Role{compare.Reached: style.Done, compare.Missed: style.Flag}[o]
	if o >= compare.Untold {
		role = style.Missing
	}
	w := 0
	for k := compare.Reached; k <= compare.Undatable; k++ {
		w = max(w, l.Measure.Width(l.Words.Text("outcome."+k.String())))
	}
	return l.atLeast(l.Words.Text("outcome."+o.String()), role, w)
}
