package draw

import (
	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Members are the names by which a district has a part in a class, each with its
// tier and the marks of its stages.
func (l *Look) Members(all [][]*model.Fact) (line cell.Line) {
	for i, facts := range all {
		gap := ""
		if i > 0 {
			gap = "  "
		}
		line = append(line, Text(gap+facts[0].Name, style.Name))
		if tier := facts[0].Tier; tier != "" {
			line = append(line, Text(" "+tier, style.Number))
		}
		for _, s := range stagesAt(facts) {
			mark, role := l.StageMark(s)
			line = append(line, Text(mark, role))
		}
		line = append(line, Text(l.Check(facts[0]), style.Marked))
	}
	return line
}

// CountStages are how many clusters or projects stand at each stage.
func (l *Look) CountStages(k model.Kind, c compare.CountCell) (line cell.Line) {
	if k != model.Cluster && k != model.Project {
		return nil
	}
	for _, s := range StageOrder() {
		if n := c.Stage(s); n > 0 {
			mark, role := l.StageMark(s)
			line = append(line, Text(" "+mark+l.Words.Text("stage.count", s.Word(l.Words.Lang), n), role))
		}
	}
	return line
}

// Nothing is a cell in which nothing is said; why is told for the one under the
// cursor.
func (l *Look) Nothing() cell.Line { return cell.Line{Text(l.Glyphs.Missing, style.Missing)} }

// Padded is a number in at least w cells, at their right end.
func (l *Look) Padded(s string, w int) string { return cell.Blank(w-l.Measure.Width(s)) + s }

// AtLeast is a text in at least w cells and a blank, so that what follows
// stands in one column wherever it can.
func (l *Look) AtLeast(s string, role cell.Role, w int) cell.Line {
	return cell.Line{Text(s, role), Text(cell.Blank(max(0, w-l.Measure.Width(s))+1), style.Plain)}
}

// StageWidth is how wide the stages of a metric are, so that what follows them
// stands in one column; other kinds have nothing behind theirs.
func (l *Look) StageWidth(k model.Kind, short bool) int {
	if k != model.Metric {
		return 0
	}
	w := 0
	for _, s := range []model.Stage{model.Achieved, model.Target} {
		w = max(w, l.Measure.WidthLine(l.Stage(&model.Fact{Stage: s}, short)))
	}
	return w
}

// Whole leaves out at the end what does not fit in w cells, by whole pieces: a
// growth of +4.2% must not be read as +4.
func (l *Look) Whole(line cell.Line, w int) cell.Line {
	if l.Measure.WidthLine(line) <= w {
		return line
	}
	used, room := 0, w-l.Measure.Width(l.Glyphs.More)
	for i, s := range line {
		if used += l.Measure.Width(s.Text); used > room && i > 0 {
			return append(line[:i:i], Text(l.Glyphs.More, style.Faint))
		}
	}
	return line
}

// Undated stands where a metric's period would that the text does not tell: the years of
// which its section speaks in brackets, else the words of a key.
func (l *Look) Undated(f *model.Fact, key string) string {
	if f.Within.IsZero() {
		return l.Words.Text(key)
	}
	return "[" + l.Period(f.Within) + "]"
}

// ComparedPeriod is a metric's period in few cells; one that is not stated says
// so.
func (l *Look) ComparedPeriod(f *model.Fact) cell.Span {
	if f.Period.IsZero() {
		return Text(l.Undated(f, "period.none"), style.Missing)
	}
	return Text(l.shortLabel(f.Period), style.Period)
}
