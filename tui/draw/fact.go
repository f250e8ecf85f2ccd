package draw

import (
	"slices"
	"strings"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/style"
	"qubi/tui/table"
)

// mostLines is how many lines a fact takes at most; a name that is longer yet
// is read in the evidence.
const mostLines = 4

// Block draws one fact in lines of exactly s.w cells, without the gutter: its
// row, and below it what found no room there.
func (l *Look) Block(f *model.Fact, s Sheet) []cell.Line {
	if s.stacked {
		return l.stack(f, s)
	}
	name := l.named(f, s)
	cells, shared := l.cells(f, name, s)
	below := l.below(f, s)
	room := shared.Room(l.Measure, cells, colName)
	if wide := l.Measure.WidthLine(name); wide > room && f.HasValue {
		cells, shared = l.close(f, cells, shared, s)
		room = shared.Room(l.Measure, cells, colName)
	} else if below != "" && wide+2+l.Measure.Width(below) <= room {
		name = append(name, Text("  "+below, style.Growth)) // beside the name there is room for it
		cells[colName], below = name, ""
	}
	if l.Measure.WidthLine(name) <= room && below == "" {
		return []cell.Line{l.Fit(shared.Row(l.Measure, cells), s.w)}
	}
	names := []cell.Line{name}
	if l.Measure.WidthLine(name) > room {
		if f.HasValue {
			return l.above(f, s)
		}
		names = l.wrapped(f, s, shared.Widths[colName], mostLines)
	}
	cells[colName] = names[0]
	lines := []cell.Line{l.Fit(shared.Row(l.Measure, cells), s.w)}
	if below != "" {
		if len(names) == 1 {
			names = append(names, nil)
		}
		names[1] = append(l.Fit(names[1], shared.Widths[colName]), Text(" "+below, style.Growth))
	}
	for _, line := range names[1:] {
		lines = append(lines, l.Fit(line, s.w))
	}
	return lines
}

// close are the cells of a row whose name wants more room than its column has:
// figures stand where their column ends, with no blanks in it, and the name takes
// the rest.
func (l *Look) close(f *model.Fact, cells []cell.Line, shared table.Shared, s Sheet) ([]cell.Line, table.Shared) {
	number, unit := l.figureIn(f, s)
	wide := l.Measure.Width(number + unit)
	spare := shared.Widths[colNumber] - wide
	if spare <= 0 {
		return cells, shared
	}
	shared.Widths = slices.Clone(shared.Widths)
	shared.Widths[colNumber] -= spare
	shared.Widths[colName] += spare
	cells[colNumber] = cell.Line{Text(number, style.Number), Text(unit, style.Unit)}
	return cells, shared
}

// above is a number whose name does not fit beside it: the name has a line of
// its own, where it is not broken, above the row that has its figures.
func (l *Look) above(f *model.Fact, s Sheet) []cell.Line {
	lines := l.nameLines(f, s)
	cells, shared := l.cells(f, nil, s)
	below := cell.Line{Text(cell.Blank(indent)+l.below(f, s), style.Growth)}
	if l.Measure.WidthLine(below) <= shared.Room(l.Measure, cells, colName) {
		cells[colName], below = below, nil
	}
	lines = append(lines, l.Fit(shared.Row(l.Measure, cells), s.w))
	if below != nil {
		lines = append(lines, l.Fit(below, s.w))
	}
	return lines
}

// named is a fact's name, with what the indicator adds to it and what tells its
// row from others.
func (l *Look) named(f *model.Fact, s Sheet) cell.Line {
	return append(l.Light(f.Name, style.Name), l.tail(f, s)...)
}

// tail is what stands behind a name.
func (l *Look) tail(f *model.Fact, s Sheet) (tail cell.Line) {
	if word := f.Growth(); word != "" {
		tail = append(tail, Text(word, style.Faint))
	}
	if note := s.notes[f].said; note != "" {
		tail = append(tail, Text(" "+note, style.Hint))
	}
	return tail
}

// wrapped is a name in at most so many lines of w cells; each part of its tail
// stays whole.
func (l *Look) wrapped(f *model.Fact, s Sheet, w, most int) []cell.Line {
	lines := l.Measure.WrapLine(l.Light(f.Name, style.Name), w)
	for _, part := range l.tail(f, s) {
		last := len(lines) - 1
		if l.Measure.WidthLine(lines[last])+l.Measure.Width(part.Text) > w {
			part.Text = strings.TrimSpace(part.Text)
			lines = append(lines, cell.Line{part})
			continue
		}
		lines[last] = append(lines[last], part)
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = append(lines[most-1], Text(l.Glyphs.More, style.Faint))
	}
	return lines
}

// below is what the fact's row has no room for, and its second line tells: a
// growth too wide for its column, or without one.
func (l *Look) below(f *model.Fact, s Sheet) string {
	if note := l.growth(f); l.Measure.Width(note) > s.shared.Widths[colGrowth] {
		return note
	}
	return ""
}

// cells are the columns of a fact's row, and how this row shares the width.
func (l *Look) cells(f *model.Fact, name cell.Line, s Sheet) ([]cell.Line, table.Shared) {
	number, unit := l.figureIn(f, s)
	figures := l.Figures(Text(number, style.Number), Text(unit, style.Unit), s.number, s.unit)
	growth := cell.Line{Text(l.growth(f), style.Growth)}
	if l.below(f, s) != "" {
		growth = nil
	}
	cells := []cell.Line{
		colName:   name,
		colNumber: figures,
		colPeriod: l.period(f, s.shortPeriod),
		colStage:  l.stageIn(f, s),
		colGrowth: growth,
		colFlags:  {Text(l.Flags(f, s.shortFlags), style.Flag)},
		colQuote:  {Text("  "+said(f), style.Faint)},
	}
	shared := s.shared
	if over := l.Measure.WidthLine(figures) - shared.Widths[colNumber]; over > 0 {
		shared.Widths = slices.Clone(shared.Widths)
		shared.Widths[colNumber] += over
		shared.Widths[colName] = max(0, shared.Widths[colName]-over)
	}
	return cells, shared
}

// nameLines is a fact's name on lines of its own, as wide as the pane.
func (l *Look) nameLines(f *model.Fact, s Sheet) []cell.Line {
	lines := l.wrapped(f, s, s.w, mostLines-2)
	for i, line := range lines {
		lines[i] = l.Fit(line, s.w)
	}
	return lines
}

// stack draws a fact in a pane too narrow for a row: the name, and below it the
// figures.
func (l *Look) stack(f *model.Fact, s Sheet) []cell.Line {
	lines := l.nameLines(f, s)
	cells, shared := l.cells(f, nil, s)
	if row := shared.Row(l.Measure, cells); strings.TrimSpace(row.String()) != "" {
		lines = append(lines, l.Fit(append(cell.Line{Text(cell.Blank(indent), style.Plain)}, row...), s.w))
	}
	if growth := l.growth(f); growth != "" {
		lines = append(lines, l.Fit(cell.Line{Text(cell.Blank(indent)+growth, style.Growth)}, s.w))
	}
	return lines
}

// Gutter is the two cells before a fact's row: cursor, and what people corrected, marked
// or noted, or else found right.
func (l *Look) Gutter(told []*model.Fact, here bool) cell.Line {
	at, own := Text(" ", style.Plain), Text(" ", style.Plain)
	if here {
		at = Text(l.Glyphs.Cursor, style.Key)
	}
	var st State
	for _, f := range told {
		one := l.StateOf(f)
		st.Noted, st.Marked, st.Check = st.Noted || one.Noted, st.Marked || one.Marked, max(st.Check, one.Check)
	}
	var signs cell.Line
	for _, sign := range []struct {
		shows bool
		glyph string
	}{
		{st.Check > model.Checked, l.check(st.Check)}, // the row says what the text does not: nothing hides that
		{st.Marked, l.Glyphs.Mark}, {st.Noted, l.Glyphs.Note},
		{st.Check == model.Checked && !st.Marked && !st.Noted, l.check(st.Check)},
	} {
		if sign.shows {
			signs = append(signs, Text(sign.glyph, style.Marked))
		}
	}
	switch len(signs) {
	case 0:
	case 1:
		own = signs[0]
	default: // two show; where the cursor is tells the bar under it
		return signs[:GutterWidth]
	}
	return cell.Line{at, own}
}
