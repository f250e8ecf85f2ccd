package pane

// What one district alone states folds away below the rows that compare.

// Fold is the name of the fold under the cursor, "" where there is none.
func (p *Compare) Fold() string {
	if i := p.place.Cursor; i < len(p.list) && p.list[i] < 0 {
		return p.fold(-1 - p.list[i])
	}
	return ""
}

// FoldHere is the fold that the cursor's line stands in or for, "" for none.
func (p *Compare) FoldHere() string {
	if id := p.Fold(); id != "" {
		return id
	}
	if i, ok := p.rowAt(p.place.Cursor); ok && p.columns() > 1 && p.only(i) >= 0 {
		return p.fold(p.only(i))
	}
	return ""
}

// ToFold puts the cursor on the line of a fold.
func (p *Compare) ToFold(id string) {
	for line, i := range p.list {
		if i < 0 && p.fold(-1-i) == id {
			p.place.Cursor = line
			p.keep()
			return
		}
	}
}

// fold names the fold of column j.
func (p *Compare) fold(j int) string {
	id := p.of.Districts[j].ID()
	return p.tab.ID() + " " + id.City + id.Name
}

// isOpen reports whether the rows of column j alone are in sight.
func (p *Compare) isOpen(j int) bool { return p.look.Open != nil && p.look.Open(p.fold(j)) }
