package pane

import (
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
	"strconv"
)

// How the comparison is drawn: its tabs, its header, its rows and folds.

// TabAt is the table named at a cell of the pane; false where none is.
func (p *Compare) TabAt(x, y int) (draw.Tab, bool) { return p.look.TabAt(p.tab, p.w, x, y) }

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
	return p.cells(cell.Line{draw.Text(" "+l.Words.Text("tab."+p.tab.ID()+".first"), style.Faint)}, func(j, _ int) cell.Line {
		d := p.of.Districts[j]
		return append(l.Light(l.Named(d), style.Title), draw.Text(" "+d.City, style.Faint))
	}, -2, style.Plain)
}

// cells lays a row out: the first column, and the districts in sight, with the
// cursor on column here.
func (p *Compare) cells(first cell.Line, at func(j, w int) cell.Line, here int, bits cell.Role) cell.Line {
	l := p.look
	w, each := p.widths()
	line := l.Fit(first, w)
	if here == onName {
		line = style.With(line, bits)
	}
	for i, w := range each {
		j := p.left + i
		body := l.Fit(at(j, w), w)
		if j == here {
			body = style.With(body, bits)
		}
		line = append(append(line, draw.Text(l.Glyphs.Bar, style.Border)), body...)
	}
	return l.Fit(line, p.w)
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
	first := append(cell.Line{draw.Text(mark, style.Key)}, p.first(i, true)...)
	if w, _ := p.widths(); p.look.Measure.WidthLine(first) > w {
		first = p.look.Ending(append(cell.Line{draw.Text(mark, style.Key)}, p.first(i, false)...), w)
	}
	return p.cells(first, func(j, w int) cell.Line { return p.cell(i, j, w) }, here, bits)
}

// foldLine names a district and how many rows it alone states.
func (p *Compare) foldLine(j int, mark string, here bool, bits cell.Role) cell.Line {
	l := p.look
	fold := l.Glyphs.Closed
	if p.isOpen(j) {
		fold = l.Glyphs.Fold
	}
	line := cell.Line{draw.Text(mark, style.Key), draw.Text(l.Words.Text("fold.only", l.Named(p.of.Districts[j]), p.alone[j]), style.Section), draw.Text(" "+fold, style.Key)}
	line = l.Fit(line, p.w)
	if here {
		line = style.With(line, bits)
	}
	return line
}
