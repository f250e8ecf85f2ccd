package pane

import (
	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/draw"
)

// What one district alone states folds away below the rows that compare; in the
// table of counts the kinds of a theme do.

// foldOf is the line that stands for what only the district of column j states.
func foldOf(j int) int { return -1 - j }

// arrange lists the rows that compare, then for each district one line for those
// that it alone states, which open below it.
func (p *Compare) arrange() {
	p.measured.Forget()
	p.share.Forget()
	p.list, p.alone = p.list[:0], make([]int, p.columns())
	alone := make([][]int, p.columns())
	for i, row := range p.table {
		switch j := row.Only(); {
		case p.foldedAway(i):
		case j >= 0 && p.columns() > 1:
			alone[j] = append(alone[j], i)
		default:
			p.list = append(p.list, i)
		}
	}
	for j, rows := range alone {
		if p.alone[j] = len(rows); len(rows) == 0 {
			continue
		}
		p.list = append(p.list, foldOf(j))
		if p.isOpen(j) {
			p.list = append(p.list, rows...)
		}
	}
}

// fold names the fold of column j.
func (p *Compare) fold(j int) string {
	id := p.of.Districts[j].ID()
	return p.tab.ID() + " " + id.City + id.Name
}

// isOpen reports whether the rows of column j alone are in sight.
func (p *Compare) isOpen(j int) bool { return !p.look.Folded(p.fold(j), true) }

// themeFold names the fold of a theme's kinds.
func themeFold(r compare.CountRow) string { return draw.TabCounts.ID() + " " + r.Theme.String() }

// foldsKinds reports whether row i is a theme, below which its kinds stand.
func (p *Compare) foldsKinds(i int) bool {
	if p.tab != draw.TabCounts {
		return false
	}
	all := p.of.Counts()
	return all[i].Kind == model.NoKind && i+1 < len(all) && all[i+1].Kind != model.NoKind
}

// closedKinds reports whether the kinds of row i's theme are folded away.
func (p *Compare) closedKinds(i int) bool {
	return p.look.Folded(themeFold(p.of.Counts()[i]), false)
}

// foldedAway reports whether row i is a kind of a theme that is folded.
func (p *Compare) foldedAway(i int) bool {
	return p.tab == draw.TabCounts && p.of.Counts()[i].Kind != model.NoKind && p.closedKinds(i)
}

// foldSign is the sign behind the name of a theme whose kinds fold.
func (p *Compare) foldSign(i int) string {
	switch {
	case !p.foldsKinds(i):
		return ""
	case p.closedKinds(i):
		return " " + p.look.Glyphs.Closed
	}
	return " " + p.look.Glyphs.Fold
}

// Fold is the name of the fold under the cursor, "" where there is none. A theme
// is a row of its own, which leads elsewhere.
func (p *Compare) Fold() string {
	if i := p.place.Cursor; i < len(p.list) && p.list[i] < 0 {
		return p.fold(-1 - p.list[i])
	}
	return ""
}

// FoldHere is the fold that the cursor's line stands in or for, "" for none.
func (p *Compare) FoldHere() string {
	i, ok := p.rowAt(p.place.Cursor)
	switch {
	case !ok:
		return p.Fold()
	case p.tab == draw.TabCounts && p.of.Counts()[i].Code == "":
		return themeFold(p.of.Counts()[i])
	case p.columns() > 1 && p.table[i].Only() >= 0:
		return p.fold(p.table[i].Only())
	}
	return ""
}

// FoldAt is the fold whose line, or the theme whose sign, is at a cell; "" where
// neither is.
func (p *Compare) FoldAt(x, y int) string {
	line := p.place.Top + y - 2
	if y < 2 || line >= p.rows() {
		return ""
	}
	i, ok := p.rowAt(line)
	if !ok {
		return p.fold(-1 - p.list[line])
	}
	if p.foldsKinds(i) {
		if end := 1 + p.look.Measure.WidthLine(p.first(i, true)); x >= end-2 && x <= end {
			return themeFold(p.of.Counts()[i])
		}
	}
	return ""
}

// ToFold puts the cursor on the line of a fold, or on its theme.
func (p *Compare) ToFold(id string) {
	for line, i := range p.list {
		if i < 0 && p.fold(-1-i) == id || i >= 0 && p.foldsKinds(i) && themeFold(p.of.Counts()[i]) == id {
			p.place.Cursor = line
			p.keep()
			return
		}
	}
}
