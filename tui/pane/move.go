package pane

import (
	"qubi/model"
)

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
