package pane

import (
	"qubi/model"
	"qubi/tui/table"
)

// Move moves the cursor: by rows, or to the next section (kind) or group
// (theme).
func (p *District) Move(m table.Motion) {
	switch m {
	case table.PrevSection:
		p.jump(-1, func(r row) bool { return r.fact == nil && !r.group })
	case table.NextSection:
		p.jump(1, func(r row) bool { return r.fact == nil && !r.group })
	case table.PrevGroup:
		p.jump(-1, func(r row) bool { return r.fact == nil })
	case table.NextGroup:
		p.jump(1, func(r row) bool { return r.fact == nil })
	default:
		step := m.Step(len(p.rows), p.seen())
		p.place.Cursor += step
		p.settle(step)
	}
}

// Scroll moves the rows under the cursor, as a wheel does; the cursor goes
// along only where it would leave the sight.
func (p *District) Scroll(rows int) {
	p.place.Top = max(0, min(p.place.Top+rows, p.lastTop()))
	p.place.Cursor = max(p.place.Top+1, min(p.place.Cursor, p.place.Top+p.seen()-2))
	p.settle(rows)
}

// seen is how many rows are in sight.
func (p *District) seen() int {
	n := 0
	p.inSight(func(_, line int) bool {
		if line == 0 {
			n++
		}
		return true
	})
	return n
}

// settle keeps the cursor in the list, and off headings where a fact lies
// further on in the direction it came, else back.
func (p *District) settle(dir int) {
	p.keep()
	p.place.Settle(len(p.rows), dir, p.stands)
	p.keep()
}

// jump goes to the first fact below the next heading that is wanted; back
// first to the beginning of its own.
func (p *District) jump(dir int, wanted func(row) bool) {
	i := p.place.Heading(len(p.rows), dir, func(i int) bool { return wanted(p.rows[i]) }, p.stands)
	if i >= 0 && i < len(p.rows) {
		p.place.Top, p.place.Cursor = i, i
		p.settle(1)
	}
}

// Click puts the cursor on the row at y.
func (p *District) Click(_, y int) bool {
	if y < p.headRows() {
		return false
	}
	y -= p.headRows()
	at := -1
	p.inSight(func(i, _ int) bool {
		if y == 0 {
			at = i
		}
		y--
		return y >= 0
	})
	if at < 0 || !p.stands(at) {
		return false
	}
	p.place.Cursor = at
	p.keep()
	return true
}

// Where tells what the cursor stands on.
func (p *District) Where() Where {
	if p.place.Cursor >= len(p.rows) {
		return Where{}
	}
	r := p.rows[p.place.Cursor]
	w := Where{Kind: r.kind, Theme: r.theme, Line: p.linesTo(p.place.Cursor) - p.linesOf(p.place.Cursor)}
	if r.fact != nil {
		w.Indicator = shared(r.fact)
		w.Theme = p.look.ThemeOf(r.fact)
	}
	return w
}

// shared is what makes a fact comparable: its indicator, else its name.
func shared(f *model.Fact) string {
	if f.Indicator != "" {
		return f.Indicator
	}
	return f.Name
}

// Seek goes to the same indicator, else the same theme of the same kind, else
// the same kind, and as far as it can to the same line of the screen. With none
// of these it stays.
func (p *District) Seek(w Where) {
	best, at := 0, -1
	for i, r := range p.rows {
		score := 0
		if r.kind != w.Kind || r.fact == nil {
			continue
		}
		switch {
		case shared(r.fact) == w.Indicator:
			score = 3
		case p.look.ThemeOf(r.fact) == w.Theme:
			score = 2
		default:
			score = 1
		}
		if score > best {
			best, at = score, i
		}
	}
	if at >= 0 {
		p.place.Cursor, p.place.Top = at, at
		for p.place.Top > 0 && p.linesTo(at)-p.linesOf(at) < w.Line {
			p.place.Top--
		}
		p.keep()
	}
}
