package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

// body is how many lines the rows have.
func (p *District) body() int { return max(0, p.h-p.headRows()) }

// keep holds the cursor in sight, one row of context above it because the
// sticky title covers the first row.
func (p *District) keep() {
	s, last := p.place, len(p.rows)-1
	s.Cursor = max(0, min(s.Cursor, last))
	s.Top = max(0, min(s.Top, s.Cursor-1))
	if s.Top > max(0, len(p.rows)-p.body()) { // else as many rows fill the body, each with a line at least
		s.Top = min(s.Top, p.lastTop())
	}
	for s.Top < s.Cursor && p.linesTo(min(s.Cursor+1, last)) > p.body() {
		s.Top++
	}
}

// linesTo is how many lines there are from the first in sight to the end of
// row i.
func (p *District) linesTo(i int) int {
	n, from := 0, p.place.Top
	if p.sticky() != from {
		n, from = 1, from+1
	}
	for ; from <= i; from++ {
		n += p.linesOf(from)
	}
	return n
}

// linesOf is how many lines row i takes.
func (p *District) linesOf(i int) int {
	r := &p.rows[i]
	if r.fact == nil || p.w == 0 {
		return 1
	}
	p.measure()
	if r.lines == 0 {
		r.lines = len(p.block(i))
	}
	return r.lines
}

// block is what row i tells of its fact, without the gutter. It is kept until
// the sheets are made anew, since most rows stay as they are from key to key;
// while hits are lit, which ones changes with every letter typed.
func (p *District) block(i int) []cell.Line {
	r := &p.rows[i]
	if p.look.Lit != nil {
		return p.look.Block(r.fact, p.sheets[r.kind])
	}
	if r.block == nil {
		r.block = p.look.Block(r.fact, p.sheets[r.kind])
	}
	return r.block
}

// lastTop is the first row in sight when the list stands at its end.
func (p *District) lastTop() int {
	top, room := len(p.rows), p.body()-1 // the sticky title takes a line
	for top > 0 && room >= p.linesOf(top-1) {
		top--
		room -= p.linesOf(top)
	}
	return max(0, top-1)
}

// inSight calls visit for each line of the body that holds a row, with the row
// and which of its lines it is, until visit returns false.
func (p *District) inSight(visit func(row, line int) bool) {
	y, i := 0, p.place.Top
	if s := p.sticky(); s != i {
		visit(s, 0)
		y, i = 1, i+1
	}
	for ; i < len(p.rows); i++ {
		for k := range p.linesOf(i) {
			if y >= p.body() || !visit(i, k) {
				return
			}
			y++
		}
	}
}

// Lines draws head and rows.
func (p *District) Lines(focus bool) []cell.Line {
	p.measure()
	p.drawn.begin(p.look.Still)
	head := p.drawn.row(drawnRow{row: -1}, false, func() []cell.Line { return p.head(focus) })
	lines := append(make([]cell.Line, 0, p.h), head[:min(p.headRows(), p.h)]...)
	var drawn []cell.Line
	top := p.topHeading()
	p.inSight(func(i, k int) bool {
		if k == 0 || drawn == nil {
			drawn = p.drawn.row(drawnRow{i, i == top}, i == p.place.Cursor, func() []cell.Line { return p.draw(i, i == top, focus) })
		}
		lines = append(lines, drawn[min(k, len(drawn)-1)])
		return true
	})
	return p.look.Fill(lines, p.w, p.h)
}

// measure makes the sections' sheets anew when facts or width changed.
func (p *District) measure() {
	p.sheets = p.ready.Of(made{max(1, p.look.Narrowest), p.look.Measure}, p.plan)
}

// plan lays the sections out; no row has been drawn by it yet.
func (p *District) plan() *[5]draw.Sheet {
	var all []*model.Fact
	for _, k := range model.Kinds() {
		all = append(all, p.byKind[k]...)
	}
	aligned := min(p.w, max(1, p.look.Narrowest))-draw.GutterWidth >= draw.AlignedAll
	sheets := new([5]draw.Sheet)
	for _, k := range model.Kinds() {
		facts := p.byKind[k]
		if aligned {
			facts = all
		}
		sheets[k] = p.look.Plan(facts, p.w-draw.GutterWidth, p.notes)
	}
	for i := range p.rows {
		p.rows[i].lines, p.rows[i].block = 0, nil
	}
	return sheets
}

// sticky is the row drawn first: the first in sight, or the heading of its
// section while that is scrolled away. The cursor's row is never covered.
func (p *District) sticky() int {
	top := p.place.Top
	if top >= len(p.rows) || p.rows[top].fact == nil && !p.rows[top].group || top == p.place.Cursor {
		return top
	}
	if top+1 < len(p.rows) && p.rows[top+1].fact == nil {
		return top // above the next heading its own would seem to have nothing below it
	}
	for i := top; i >= 0; i-- {
		if p.rows[i].group || p.rows[i].fact == nil {
			return i
		}
	}
	return top
}

// topHeading is the first section's heading in sight, which names the order for
// all of them.
func (p *District) topHeading() int {
	for i := p.sticky(); i < len(p.rows); i++ {
		if p.rows[i].fact == nil && !p.rows[i].group {
			return i
		}
	}
	return -1
}

// draw draws row i in as many lines as it takes.
func (p *District) draw(i int, top, focus bool) []cell.Line {
	r, here := p.rows[i], i == p.place.Cursor
	var lines []cell.Line
	if r.fact == nil {
		lines = []cell.Line{p.look.Whole(p.heading(r, here, top), p.w)}
	} else {
		lines = slices.Clone(p.block(i))
		gutter := p.look.Gutter(r.told, here)
		for k := range lines {
			lines[k] = append(gutter, lines[k]...)
			gutter = cell.Line{draw.Text(cell.Blank(draw.GutterWidth), style.Plain)}
		}
	}
	dimmed := r.fact != nil && !slices.ContainsFunc(r.told, func(f *model.Fact) bool { return !p.look.StateOf(f).Dimmed }) // none of them is asked for
	for k := range lines {
		lines[k] = p.look.Fit(lines[k], p.w)
		if dimmed {
			lines[k] = style.With(lines[k], style.Dimmed)
		}
		if here && focus {
			lines[k] = style.With(lines[k], style.Selected)
		}
	}
	return lines
}
