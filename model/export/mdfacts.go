package export

import (
	"slices"

	"qubi/model"
)

// facts writes the facts side by side: a section a district, in it a table a
// kind; or one table with the columns that were chosen. The footnotes of a
// district are written behind its section, so that nothing is kept.
func (m *markdown) facts() {
	cols, _ := m.v.columns() // looked at by Write
	for d, own := range m.v.byDistrict() {
		if m.err != nil || !slices.Contains(m.districts, d) {
			continue
		}
		m.heading(2, m.name(d))
		switch {
		case len(own) == 0:
			m.line(m.text("list.none"))
		case len(m.v.Columns) > 0:
			m.factTable(model.Map(cols, func(c column) heading { return c.heading(m.lang) }), own, func(i int, f *model.Fact) string { return cols[i].text(row{f, m.v.Notes.At(f)}) })
		default:
			for _, k := range model.Kinds() {
				m.kindTable(k, slices.DeleteFunc(slices.Clone(own), func(f *model.Fact) bool { return f.Kind != k }))
			}
		}
		if len(m.districts) > manyDistricts {
			m.footnotes()
			clear(m.numbers) // no other district has these sentences
			clear(m.told)
		}
	}
}

// factTable is a row a fact; its footnote stands at the first cell.
func (m *markdown) factTable(heads []heading, facts []*model.Fact, cell func(i int, f *model.Fact) string) {
	var t table
	for _, h := range heads {
		t.head, t.right = append(t.head, h.label), append(t.right, h.number)
	}
	for _, f := range facts {
		cells := make([]string, len(heads))
		for i := range heads {
			cells[i] = escape(cell(i, f))
		}
		cells[0] += m.ref(f)
		t.add(cells...)
	}
	m.tableOrList(&t)
}

// kindKeys are the columns that facts of a kind can fill. They are the same whether
// a district fills them or not, so that tables can be laid side by side. The first is
// the name and carries the footnote.
func kindKeys(k model.Kind) []string {
	switch k {
	case model.Cluster:
		return []string{"name", "tier", "stage", "group", "themes"}
	case model.Park:
		return []string{"name", "group", "themes"}
	case model.Project:
		return []string{"name", "#value", "period", "stage", "themes"}
	}
	return []string{"name", "#value", "period", "#change", "rank", "stage", "themes"}
}

// factCell is a fact's cell in a table for people.
func factCell(f *model.Fact, key string, l model.Lang) string {
	switch key {
	case "value":
		return valueWords(f, l)
	case "period":
		return periodWords(f, l)
	case "change":
		return changeWords(f, l)
	case "rank":
		return f.Rank
	case "stage":
		return f.Stage.Word(l)
	case "tier":
		return f.Tier
	case "group":
		return f.Group
	case "themes":
		return themes(f, l, " ")
	case "mark":
		return checkWord(f, l)
	}
	return f.Name
}

// kindTable writes the table of one kind, where there are facts of it; its last
// column, where people decided on facts, says what.
func (m *markdown) kindTable(k model.Kind, facts []*model.Fact) {
	if len(facts) == 0 {
		return
	}
	m.heading(3, k.Word(m.lang))
	keys := kindKeys(k)
	if !m.v.Project.IsEmpty() {
		keys = append(keys, "mark")
	}
	cols := headings(m.lang, keys...)
	m.factTable(cols, facts, func(i int, f *model.Fact) string { return factCell(f, cols[i].key, m.lang) })
}
