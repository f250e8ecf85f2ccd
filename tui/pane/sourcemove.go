package pane

import (
	"sort"

	"qubi/model"
	"qubi/tui/table"
)

// Move moves by lines, from fact to fact (groups), from heading to heading
// (sections).
func (p *Source) Move(m table.Motion) {
	switch m {
	case table.NextGroup:
		p.jump(1)
	case table.PrevGroup:
		p.jump(-1)
	case table.NextSection:
		p.toHeading(1)
	case table.PrevSection:
		p.toHeading(-1)
	default:
		p.place.Cursor += m.Step(len(p.lines), p.body())
		p.keep()
		p.pick()
	}
}

// Scroll moves the text under the cursor, as a wheel does.
func (p *Source) Scroll(rows int) {
	p.place.Wheel(rows, len(p.lines), p.body())
	p.keep()
	p.pick()
}

// jump goes to the next or previous fact in the order of the text.
func (p *Source) jump(by int) {
	i := sort.Search(len(p.facts), func(i int) bool { return p.facts[i].Place.Quote.Start >= p.Offset() })
	if by < 0 {
		i--
	}
	for k, f := range p.facts {
		if f == p.fact {
			i = k + by
		}
	}
	if i >= 0 && i < len(p.facts) {
		p.Show(p.facts[i])
	}
}

// toHeading goes to the next or previous heading.
func (p *Source) toHeading(by int) {
	for i := p.place.Cursor + by; i >= 0 && i < len(p.lines); i += by {
		if p.lines[i].heading && (i == 0 || p.lines[i-1].paragraph != p.lines[i].paragraph) {
			p.place.Cursor, p.place.Top = i, i
			break
		}
	}
	p.keep()
	p.pick()
}

// Click selects the fact at a cell, or only goes to its line.
func (p *Source) Click(x, y int) bool {
	at, ok := p.offsetAt(x, y)
	if !ok {
		return false
	}
	p.place.Cursor = p.place.Top + y - 2
	p.pick()
	for _, f := range p.facts {
		if f.Place.Quote.Start <= at && at < f.Place.Quote.End {
			p.choose(f)
		}
	}
	return true
}

// Where tells what the cursor stands on.
func (p *Source) Where() Where {
	if p.fact == nil {
		return Where{}
	}
	return Where{p.fact.Kind, p.look.ThemeOf(p.fact), shared(p.fact), p.place.Cursor - p.place.Top}
}

// Seek goes to the first fact of the same indicator, else of the same theme
// and kind.
func (p *Source) Seek(w Where) {
	var near *model.Fact
	for _, f := range p.facts {
		if f.Kind != w.Kind {
			continue
		}
		if shared(f) == w.Indicator {
			p.Show(f)
			return
		}
		if near == nil && p.look.ThemeOf(f) == w.Theme {
			near = f
		}
	}
	if near != nil {
		p.Show(near)
	}
}
