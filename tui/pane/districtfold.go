package pane

import (
	"qubi/model"
)

// Sections and groups of a pane fold away and open again.

// foldID names the fold of a kind, or of a theme among its metrics.
func (p *District) foldID(k model.Kind, t model.Theme) string {
	id := p.district.ID()
	return "side " + id.City + id.Name + " " + k.String() + " " + t.String()
}

// closed reports whether a section or a group is folded away.
func (p *District) closed(k model.Kind, t model.Theme) bool {
	return p.look.Folded(p.foldID(k, t), false)
}

// FoldHere is the fold that the cursor's row stands in, the narrowest: its theme's
// among metrics, else its kind's; "" where there is none.
func (p *District) FoldHere() string {
	i := p.place.Cursor
	for i = min(i, len(p.rows)-1); i >= 0 && p.rows[i].fact != nil; {
		i--
	}
	if i < 0 {
		return ""
	}
	return p.foldID(p.rows[i].kind, p.rows[i].theme)
}

// FoldAt is the fold whose heading stands at y, "" where no heading stands.
func (p *District) FoldAt(_, y int) string {
	y -= p.headRows()
	id := ""
	p.inSight(func(i, _ int) bool {
		if r := p.rows[i]; y == 0 && r.fact == nil && (r.group || p.shown[r.kind] > 0) {
			id = p.foldID(r.kind, r.theme)
		}
		y--
		return y >= 0
	})
	return id
}

// Fold is the fold whose heading the cursor is on, which is closed; else "".
func (p *District) Fold() string {
	if i := p.place.Cursor; i < len(p.rows) && p.rows[i].closed {
		return p.foldID(p.rows[i].kind, p.rows[i].theme)
	}
	return ""
}

// Leads reports whether something lies behind the cursor's row: a fact's sentence,
// or what is folded.
func (p *District) Leads() bool { return p.Selected() != nil || p.Fold() != "" }

// ToFold puts the cursor on the heading of a fold, or on its first fact where that
// stands open.
func (p *District) ToFold(id string) {
	for i, r := range p.rows {
		if r.fact == nil && p.foldID(r.kind, r.theme) == id {
			p.place.Cursor = i
			p.settle(1)
			return
		}
	}
}

// stands reports whether the cursor may rest on row i: on a fact, or on a heading
// whose facts are folded away.
func (p *District) stands(i int) bool { return p.rows[i].fact != nil || p.rows[i].closed }
