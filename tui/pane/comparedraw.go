package pane

import (
	"qubi/tui/cell"
	"qubi/tui/style"
	"strconv"
)

// How the comparison is drawn: its tabs, its header, its rows and folds.

// TabAt is the table named at a cell of the pane; false where none is.
func (p *Compare) TabAt(x, y int) (Tab, bool) { return p.look.tabAt(p.tab, p.w, x, y) }

// firstTab is the first table named in w cells, so that the one in sight is.
func (l *Look) firstTab(on Tab, w int) Tab {
	first, used := on, l.Measure.WidthLine(l.tabEntry(on, on))
	for first > 0 {
		if used += l.Measure.WidthLine(l.tabEntry(first-1, on)); used > w {
			break
		}
		first--
	}
	return first
}

// tabAt is the table named at a cell of the line of tables.
func (l *Look) tabAt(on Tab, w, x, y int) (Tab, bool) {
	at := 0
	for t := l.firstTab(on, w); t < TabCount && y == 0; t++ {
		if at += l.Measure.WidthLine(l.tabEntry(t, on)); x < at {
			return t, true
		}
	}
	return 0, false
}

// tabEntry is a table's name; a mark as well as its role says that it is the
// one in sight.
func (l *Look) tabEntry(t, on Tab) cell.Line {
	role, mark := style.Bar, " "
	if t == on {
		role, mark = style.BarOn, l.Glyphs.Cursor
	}
	return cell.Line{text(mark+l.Words.Text("tab."+t.ID())+" ", role)}
}

// tabs names the tables, then what is said of the one in sight and which part of
// it is; the tables' names are wanted most, then the part.
func (l *Look) tabs(on Tab, said, part string, w int) cell.Line {
	var line cell.Line
	for t := l.firstTab(on, w); t < TabCount; t++ {
		line = append(line, l.tabEntry(t, on)...)
	}
	right := said + " " + part
	if l.Measure.WidthLine(line)+l.Measure.Width(right) > w {
		right = part
	}
	room := max(0, w-l.Measure.Width(right))
	return l.fit(append(l.fit(line, room), text(right, style.Hint)), w)
}

// part says which districts of how many are in sight; nothing where all are.
func (p *Compare) part() string {
	n, all := p.fitting(), p.columns()
	if n >= all {
		return ""
	}
	from := strconv.Itoa(p.left + 1)
	if n > 1 {
		from += "-" + strconv.Itoa(p.left+n)
	}
	return p.look.Glyphs.Before + " " + from + "/" + strconv.Itoa(all) + " " + p.look.Glyphs.After
}

// header names the districts.
func (p *Compare) header() cell.Line {
	l := p.look
	return p.cells(cell.Line{text(" "+l.Words.Text("tab."+p.tab.ID()+".first"), style.Faint)}, func(j, _ int) cell.Line {
		d := p.of.Districts[j]
		return append(l.lit(l.Named(d), style.Title), text(" "+d.City, style.Faint))
	}, -2, style.Plain)
}

// cells lays a row out: the first column, and the districts in sight, with the
// cursor on column here.
func (p *Compare) cells(first cell.Line, at func(j, w int) cell.Line, here int, bits cell.Role) cell.Line {
	l := p.look
	w, each := p.widths()
	line := l.fit(first, w)
	if here == onName {
		line = style.With(line, bits)
	}
	for i, w := range each {
		j := p.left + i
		body := l.fit(at(j, w), w)
		if j == here {
			body = style.With(body, bits)
		}
		line = append(append(line, text(l.Glyphs.Bar, style.Border)), body...)
	}
	return l.fit(line, p.w)
}

// row draws a line.
func (p *Compare) row(line int, focus bool) cell.Line {
	here, mark := -2, " "
	if line == p.place.Cursor {
		mark, here = p.look.Glyphs.Cursor, p.place.Column
	}
	bits := style.Selected
	if !focus {
		bits = 0
	}
	i, ok := p.rowAt(line)
	if !ok {
		return p.foldLine(-1-p.list[line], mark, here > -2, bits)
	}
	first := append(cell.Line{text(mark, style.Key)}, p.first(i, true)...)
	if w, _ := p.widths(); p.look.Measure.WidthLine(first) > w {
		first = p.look.ending(append(cell.Line{text(mark, style.Key)}, p.first(i, false)...), w)
	}
	return p.cells(first, func(j, w int) cell.Line { return p.cell(i, j, w) }, here, bits)
}

// ending makes a line fit w cells with the flag at its end whole: a name is cut
// before the mark behind it.
func (l *Look) ending(line cell.Line, w int) cell.Line {
	last := line[len(line)-1]
	if l.Measure.WidthLine(line) <= w || last.Role != style.Flag {
		return line
	}
	return append(l.Measure.TruncateLine(line[:len(line)-1], w-l.Measure.Width(last.Text)), last)
}

// foldLine names a district and how many rows it alone states.
func (p *Compare) foldLine(j int, mark string, here bool, bits cell.Role) cell.Line {
	l := p.look
	fold := l.Glyphs.Closed
	if p.isOpen(j) {
		fold = l.Glyphs.Fold
	}
	line := cell.Line{text(mark, style.Key), text(l.Words.Text("fold.only", l.Named(p.of.Districts[j]), p.alone[j]), style.Section), text(" "+fold, style.Key)}
	line = l.fit(line, p.w)
	if here {
		line = style.With(line, bits)
	}
	return line
}
