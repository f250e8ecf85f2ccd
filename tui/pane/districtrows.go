package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/style"
)

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

// Lines draws head and rows.
func (p *District) Lines(focus bool) []cell.Line {
	p.measure()
	p.drawn.begin(p.look.Still)
	head := p.drawn.row(drawnRow{row: -1}, false, func() []cell.Line { return p.head(focus) })
	lines := append(make([]cell.Line, 0, p.h), head[:min(p.headRows(), p.h)]...)
	top := p.topHeading()
	lines = p.drawRows(lines, top, func(i int) []cell.Line { return p.draw(i, i == top, focus) })
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

// topHeading is the first section's heading in sight, which names the order for
// all of them.
func (p *District) topHeading() int {
	for i := p.sticky(); i < len(p.rows); i++ {
		if p.items[i].level == sectionLevel {
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
		lines = []cell.Line{p.look.Whole(p.heading(i, here, top), p.w)}
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
