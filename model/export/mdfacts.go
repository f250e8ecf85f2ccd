package export

import (
	"slices"

	"qubi/model"
)

// facts writes the facts side by side: a section a district, in it a table a
// kind; or one table with the columns that were chosen.
func (m *markdown) facts(cols []column) {
	all := m.v.Facts()
	for _, d := range m.districts() {
		m.heading(2, name(d))
		own := slices.DeleteFunc(slices.Clone(all), func(f *model.Fact) bool { return !slices.Contains(d.Reports, f.Report) })
		if len(own) == 0 {
			m.line(m.say("没有符合条件的内容。", "Nothing matches."))
			continue
		}
		if len(m.v.Columns) > 0 {
			m.chosenTable(cols, own)
		} else {
			for _, k := range model.Kinds() {
				m.kindTable(k, slices.DeleteFunc(slices.Clone(own), func(f *model.Fact) bool { return f.Kind != k }))
			}
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
	m.table(&t)
}

// mdColumn is a column of the tables of facts.
type mdColumn struct {
	zh, en string
	right  bool
	text   func(*markdown, *model.Fact) string
}

// The columns of the tables of facts. The first of a table is the name and
// carries the footnote.
var (
	mdName   = mdColumn{"名称", "name", false, func(_ *markdown, f *model.Fact) string { return f.Name }}
	mdValue  = mdColumn{"数值", "value", true, func(m *markdown, f *model.Fact) string { return m.value(f) }}
	mdPeriod = mdColumn{"时期", "period", false, func(m *markdown, f *model.Fact) string { return m.period(f) }}
	mdChange = mdColumn{"增减", "change", true, func(_ *markdown, f *model.Fact) string { return f.Change }}
	mdRank   = mdColumn{"位次", "rank", false, func(_ *markdown, f *model.Fact) string { return f.Rank }}
	mdStage  = mdColumn{"阶段", "stage", false, func(m *markdown, f *model.Fact) string { return f.Stage.Word(m.lang) }}
	mdTier   = mdColumn{"级别", "tier", false, func(_ *markdown, f *model.Fact) string { return f.Tier }}
	mdGroup  = mdColumn{"归属", "group", false, func(_ *markdown, f *model.Fact) string { return f.Group }}
	mdThemes = mdColumn{"主题", "themes", false, func(m *markdown, f *model.Fact) string { return themes(f, m.lang, " ") }}
)

// kindColumns are the columns that facts of a kind can fill. They are the same
// whether a district fills them or not, so that tables can be laid side by side.
func kindColumns(k model.Kind) []mdColumn {
	switch k {
	case model.Metric:
		return []mdColumn{mdName, mdValue, mdPeriod, mdChange, mdRank, mdStage, mdThemes}
	case model.Cluster:
		return []mdColumn{mdName, mdTier, mdStage, mdGroup, mdThemes}
	case model.Park:
		return []mdColumn{mdName, mdGroup, mdThemes}
	}
	return []mdColumn{mdName, mdValue, mdPeriod, mdStage, mdThemes}
}

// kindTable writes the table of one kind, where there are facts of it.
func (m *markdown) kindTable(k model.Kind, facts []*model.Fact) {
	if len(facts) == 0 {
		return
	}
	m.heading(3, k.Word(m.lang))
	cols := kindColumns(k)
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
	m.table(&t)
}

// table writes a table, and under it what a reader must know of its facts.
func (m *markdown) table(t *table) {
	m.line(t.String())
	m.remarks()
}

// value is the number with its bound in words: a > would have to be escaped,
// and reads as a quotation. A place in an order is told as the text scopes it.
func (m *markdown) value(f *model.Fact) string {
	switch {
	case !f.HasValue:
		return ""
	case f.Ordinal():
		return f.Rank
	}
	return f.Quantity.Words(m.lang)
}

// period is said of every number, and of anything else that states one.
func (m *markdown) period(f *model.Fact) string {
	if !f.HasValue && f.Kind != model.Metric && f.Period.IsZero() {
		return ""
	}
	return f.Period.Words(m.lang)
}
