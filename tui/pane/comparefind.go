package pane

import (
	"slices"

	"qubi/model"
	"qubi/tui/draw"
)

// Found lists the rows that a search finds, from the top: those whose name it
// lights, and those with a fact among the found ones in a cell. The table of
// counts is found by its names alone, since every fact is in most of its rows,
// and so is a table too large to look into every cell of it at a key.
func (p *Compare) Found(facts map[*model.Fact]bool) []int {
	const cells = 1 << 20
	var rows []int
	small := p.rows()*p.columns() <= cells
	for line := range p.rows() {
		if i, ok := p.rowAt(line); ok && (p.named(i) || small && p.table[i].Holder(facts) >= 0) {
			rows = append(rows, line)
		}
	}
	return rows
}

// GoTo puts the cursor on a row, and in a column that holds one of the facts.
func (p *Compare) GoTo(row int, facts map[*model.Fact]bool) {
	p.place.Cursor = row
	if i, ok := p.rowAt(row); ok {
		if j := p.table[i].Holder(facts); j >= 0 && (p.place.Column < 0 || !p.holds(i, p.place.Column, facts)) {
			p.place.Column = j
		}
	}
	p.keep()
}

// named reports whether the search lights the name of row i.
func (p *Compare) named(i int) bool {
	if p.look.Lit == nil {
		return false
	}
	lang := p.look.Words.Lang
	name := ""
	switch p.tab {
	case draw.TabCounts:
		r := p.of.Counts()[i]
		if name = r.Word(lang); r.Kind != model.NoKind {
			name = r.Kind.Word(lang)
		}
	case draw.TabShared:
		name = p.of.Names()[i].Name
	default:
		name = p.of.Rows()[i].Name()
	}
	return len(p.look.Lit(name)) > 0
}

// holds reports whether a cell holds one of the facts.
func (p *Compare) holds(i, j int, facts map[*model.Fact]bool) bool {
	all, _ := p.table[i].Told(j)
	return slices.ContainsFunc(all, func(f *model.Fact) bool { return facts[f] })
}
