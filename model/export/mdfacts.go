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
			m.line(phrase(m.lang, "list.none"))
		case len(m.v.Columns) > 0:
			m.chosenTable(cols, own)
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

// chosenTable has the columns the view asks for; the footnote stands at the
// first of them.
func (m *markdown) chosenTable(cols []column, facts []*model.Fact) {
	var t table
	for _, c := range cols {
		t.head, t.right = append(t.head, m.say(c.zh, c.key)), append(t.right, c.number)
	}
	for _, f := range facts {
		r := row{f, m.v.Notes.At(f)}
		cells := make([]string, len(cols))
		for i, c := range cols {
			cells[i] = escape(c.text(r))
		}
		cells[0] += m.ref(f)
		t.add(cells...)
	}
	m.tableOrList(&t)
}

// mdColumn is a column of the tables of facts.
type mdColumn struct {
	zh, en string
	right  bool
	text   func(*markdown, *model.Fact) string
}

// kindColumns are the columns that facts of a kind can fill. They are the same
// whether a district fills them or not, so that tables can be laid side by side.
// The first is the name and carries the footnote; the last, where people decided on
// facts, says what.
func kindColumns(k model.Kind, decided bool) []mdColumn {
	all := map[string]mdColumn{
		"name":   {"名称", "name", false, func(_ *markdown, f *model.Fact) string { return f.Name }},
		"value":  {"数值", "value", true, func(m *markdown, f *model.Fact) string { return m.value(f) }},
		"period": {"时期", "period", false, func(m *markdown, f *model.Fact) string { return m.period(f) }},
		"change": {"增减", "change", true, func(m *markdown, f *model.Fact) string { return m.change(f) }},
		"rank":   {"位次", "rank", false, func(_ *markdown, f *model.Fact) string { return f.Rank }},
		"stage":  {"阶段", "stage", false, func(m *markdown, f *model.Fact) string { return f.Stage.Word(m.lang) }},
		"tier":   {"级别", "tier", false, func(_ *markdown, f *model.Fact) string { return f.Tier }},
		"group":  {"归属", "group", false, func(_ *markdown, f *model.Fact) string { return f.Group }},
		"themes": {"主题", "themes", false, func(m *markdown, f *model.Fact) string { return themes(f, m.lang, " ") }},
		"check":  {"核对", "checked", false, func(m *markdown, f *model.Fact) string { return checkWord(f, m.lang) }},
	}
	keys := map[model.Kind][]string{
		model.Metric:  {"name", "value", "period", "change", "rank", "stage", "themes"},
		model.Cluster: {"name", "tier", "stage", "group", "themes"},
		model.Park:    {"name", "group", "themes"},
		model.Project: {"name", "value", "period", "stage", "themes"},
	}[k]
	if decided {
		keys = append(keys, "check")
	}
	cols := make([]mdColumn, len(keys))
	for i, key := range keys {
		cols[i] = all[key]
	}
	return cols
}

// kindTable writes the table of one kind, where there are facts of it.
func (m *markdown) kindTable(k model.Kind, facts []*model.Fact) {
	if len(facts) == 0 {
		return
	}
	m.heading(3, k.Word(m.lang))
	cols := kindColumns(k, !m.v.Project.IsEmpty())
	var t table
	for _, c := range cols {
		t.head, t.right = append(t.head, m.say(c.zh, c.en)), append(t.right, c.right)
	}
	for _, f := range facts {
		cells := make([]string, len(cols))
		for i, c := range cols {
			cells[i] = escape(c.text(m, f))
		}
		cells[0] += m.ref(f)
		t.add(cells...)
	}
	m.tableOrList(&t)
}

// value is the number with its bound in words: a > would have to be escaped,
// and reads as a quotation. A place in an order is told as the text scopes it.
func (m *markdown) value(f *model.Fact) string {
	if !f.HasValue {
		return ""
	}
	return told(f, m.lang)
}

// change is the growth beside a level; where the value is the growth it says it
// already.
func (m *markdown) change(f *model.Fact) string {
	if f.Growth() != "" {
		return ""
	}
	return changed(f.Change, m.lang)
}

// period is said of every number, and of anything else that states one.
func (m *markdown) period(f *model.Fact) string {
	if !f.HasValue && f.Kind != model.Metric && f.Period.IsZero() {
		return ""
	}
	return f.Period.Words(m.lang)
}
