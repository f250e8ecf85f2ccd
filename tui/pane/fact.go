package pane

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

// block draws one fact in lines of exactly s.w cells, without the gutter: its
// row, and below it what found no room there.
func (l *Look) block(f *model.Fact, s sheet) []cell.Line {
	name := l.named(f, s)
	if s.stacked {
		return l.stack(f, name, s)
	}
	cells, shared := l.cells(f, name, s)
	note := cell.Line{text(l.below(f, s), style.Growth)}
	room := shared.Room(l.Measure, cells, colName)
	if l.Measure.WidthLine(name) <= room && note[0].Text == "" {
		return []cell.Line{l.fit(shared.Row(l.Measure, cells), s.w)}
	}
	names := []cell.Line{name}
	if l.Measure.WidthLine(name) > room {
		names = l.Measure.WrapLine(name, shared.Widths[colName])
	}
	cells[colName] = names[0]
	lines := []cell.Line{l.fit(shared.Row(l.Measure, cells), s.w)}
	for i := 1; i < max(len(names), 2) && i < mostLines; i++ {
		var line cell.Line
		if i < len(names) {
			line = names[i]
		}
		if i == 1 && note[0].Text != "" {
			line = append(append(l.fit(line, shared.Widths[colName]), text(" ", style.Plain)), note...)
		}
		if i == mostLines-1 && len(names) > mostLines {
			line = append(line, text(l.Glyphs.More, style.Faint))
		}
		if len(line) > 0 {
			lines = append(lines, l.fit(line, s.w))
		}
	}
	return lines
}

// named is a fact's name, and what tells its row from others.
func (l *Look) named(f *model.Fact, s sheet) cell.Line {
	name := l.lit(f.Name, style.Name)
	if note := s.notes[f]; note != "" {
		name = append(name, text(" "+note, style.Hint))
	}
	return name
}

// below is what the fact's row has no room for, and its second line tells: a
// growth too wide for its column, or without one.
func (l *Look) below(f *model.Fact, s sheet) string {
	if note := l.growth(f); l.Measure.Width(note) > s.shared.Widths[colGrowth] {
		return note
	}
	return ""
}

// cells are the columns of a fact's row, and how this row shares the width.
func (l *Look) cells(f *model.Fact, name cell.Line, s sheet) ([]cell.Line, table.Shared) {
	number, unit := l.figure(f)
	figures := l.figures(text(number, style.Number), text(unit, style.Unit), s.number, s.unit)
	growth := cell.Line{text(l.growth(f), style.Growth)}
	if l.below(f, s) != "" {
		growth = nil
	}
	cells := []cell.Line{
		colName:   name,
		colNumber: figures,
		colPeriod: l.period(f, s.shortPeriod),
		colStage:  l.stage(f, s.shortStage),
		colGrowth: growth,
		colFlags:  {text(l.flags(f, s.shortFlags), style.Flag)},
		colQuote:  {text("  "+said(f), style.Faint)},
	}
	shared := s.shared
	if over := l.Measure.WidthLine(figures) - shared.Widths[colNumber]; over > 0 {
		shared.Widths = slices.Clone(shared.Widths)
		shared.Widths[colNumber] += over
		shared.Widths[colName] = max(0, shared.Widths[colName]-over)
	}
	return cells, shared
}

// stack draws a fact in a pane too narrow for a row: the name, and below it the
// figures.
func (l *Look) stack(f *model.Fact, name cell.Line, s sheet) []cell.Line {
	var lines []cell.Line
	for i, line := range l.Measure.WrapLine(name, s.w) {
		if i == mostLines-2 {
			break
		}
		lines = append(lines, l.fit(line, s.w))
	}
	cells, shared := l.cells(f, nil, s)
	if row := shared.Row(l.Measure, cells); strings.TrimSpace(row.String()) != "" {
		lines = append(lines, l.fit(append(cell.Line{text(cell.Blank(indent), style.Plain)}, row...), s.w))
	}
	if growth := l.growth(f); growth != "" {
		lines = append(lines, l.fit(cell.Line{text(cell.Blank(indent)+growth, style.Growth)}, s.w))
	}
	return lines
}

// gutter is the two cells before a fact's row: cursor, and mark or note.
func (l *Look) gutter(told []*model.Fact, here bool) cell.Line {
	at, own := text(" ", style.Plain), text(" ", style.Plain)
	if here {
		at = text(l.Glyphs.Cursor, style.Key)
	}
	var st State
	for _, f := range told {
		one := l.state(f)
		st.Noted, st.Marked = st.Noted || one.Noted, st.Marked || one.Marked
	}
	switch {
	case st.Noted:
		own = text(l.Glyphs.Note, style.Marked)
	case st.Marked:
		own = text(l.Glyphs.Mark, style.Marked)
	}
	return cell.Line{at, own}
}
