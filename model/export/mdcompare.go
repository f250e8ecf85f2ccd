package export

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// counts writes the table of themes and kinds; where its districts do not fit
// side by side, they are rows.
func (m *markdown) counts() {
	cmp := m.v.compare()
	t := m.byColumn(true, "theme", "kind")
	long := table{head: labelled(headings(m.lang, "theme", "kind", "district", "told")), right: []bool{false, false, false, true}}
	for _, r := range cmp.Counts() {
		theme, kind := m.text("all"), m.text("all")
		if word := r.Word(m.lang); word != "" {
			theme = word
		}
		if r.Code != "" {
			kind = m.text("text.code")
		}
		if r.Kind != model.NoKind {
			kind = r.Kind.Word(m.lang)
		}
		cells := []string{theme, kind}
		for j, c := range r.Cells {
			text := strconv.Itoa(c.Names) + aside(m.lang, c.PerThousand().String())
			cells = append(cells, text)
			long.add(theme, kind, escape(m.name(cmp.Districts[j])), text)
		}
		t.add(cells...)
	}
	if !m.table(t) {
		m.tableOrList(&long)
	}
	m.line(m.text("md.counts"))
}

// byColumn is a table with some columns and then one for each district compared.
func (m *markdown) byColumn(numbers bool, keys ...string) *table {
	t := &table{head: labelled(headings(m.lang, keys...)), right: make([]bool, len(keys))}
	for _, d := range m.v.compare().Districts {
		t.head, t.right = append(t.head, escape(m.name(d))), append(t.right, numbers)
	}
	return t
}

// indicators writes the indicators that two districts or more state, and why
// their numbers may not be read across where that is so; those of one district
// only where all are asked for.
func (m *markdown) indicators() {
	cmp := m.v.compare()
	var rows, rest []*compare.Row
	for _, r := range cmp.Rows() {
		if r.Shown() > 1 || len(cmp.Districts) == 1 {
			rows = append(rows, r)
		} else {
			rest = append(rest, r)
		}
	}
	switch {
	case len(rows) == 0:
		m.line(m.text("compare.none"))
	case len(cmp.Districts) <= manyDistricts && (m.table(m.indicatorTable(rows)) || m.table(m.districtTable(rows))):
	default:
		rowList(m, rows, func(r *compare.Row) string { return escape(r.Name()) + aside(m.lang, escape(verdict(r, m.lang))) },
			func(r *compare.Row, j int) string { return m.cell(r, r.Cell(j)) })
	}
	if m.v.All {
		m.onlyOne(rest)
	} else if len(rest) > 0 {
		m.line(m.text("md.rest.rows", len(rest)))
	}
	m.line(m.text("md.pick"))
}

// indicatorTable is a row an indicator, a column a district.
func (m *markdown) indicatorTable(rows []*compare.Row) *table {
	cmp := m.v.compare()
	t := m.byColumn(false, "course")
	compares := len(cmp.Districts) > 1
	if compares {
		t.head = append(t.head, label(m.lang, "comparability"))
	}
	if t.wide() > m.v.Width { // by its head alone: for nothing would every district be asked in every row
		return t
	}
	for _, r := range rows {
		cells := []string{escape(r.Name())}
		for j := range cmp.Districts {
			cells = append(cells, m.cellOrGap(r, r.Cell(j)))
		}
		if compares {
			cells = append(cells, escape(verdict(r, m.lang)))
		}
		t.add(cells...)
	}
	return t
}

// cellOrGap is a cell, or why it is empty: 未提及.
func (m *markdown) cellOrGap(r *compare.Row, c compare.Cell) string {
	if c.State.Missing() {
		return c.State.Word(m.lang)
	}
	return m.cell(r, c)
}

// fewDistricts is how many districts may each have a row for a gap.
const fewDistricts = 12

// districtTable is a row for every district of every indicator, with the kind of gap of
// one that states nothing where they are few.
func (m *markdown) districtTable(rows []*compare.Row) *table {
	cmp := m.v.compare()
	t := table{head: labelled(headings(m.lang, "course", "district", "value", "comparability"))}
	for _, r := range rows {
		indicator, judged := escape(r.Name()), escape(verdict(r, m.lang))
		for j, d := range cmp.Districts {
			if len(r.Facts(j)) > 0 || len(cmp.Districts) <= fewDistricts {
				t.add(indicator, escape(m.name(d)), m.cellOrGap(r, r.Cell(j)), judged)
				indicator, judged = "", ""
			}
		}
	}
	return &t
}

// rowList is an item a row, and below it a line for each district that states it: the
// form for what does not fit side by side.
func rowList[R stating](m *markdown, rows []R, item func(R) string, cell func(r R, j int) string) {
	for _, r := range rows {
		m.put("- ", item(r), "\n")
		for j := range r.All() {
			m.put("  - ", escape(m.name(m.v.compare().Districts[j])), m.say("：", ": "), cell(r, j), "\n")
		}
		if m.err != nil {
			return
		}
	}
	m.put("\n")
	m.remarks()
}

// byOnly are rows that one district alone states, by its column.
func byOnly[R interface{ Only() int }](rows []R) map[int][]R {
	of := map[int][]R{}
	for _, r := range rows {
		of[r.Only()] = append(of[r.Only()], r)
	}
	return of
}

// onlyOne lists what one district alone states, district by district.
func (m *markdown) onlyOne(rows []*compare.Row) {
	of := byOnly(rows)
	for j, d := range m.v.compare().Districts {
		if len(of[j]) == 0 {
			continue
		}
		m.heading(2, m.text("md.alone", m.name(d)))
		for _, r := range of[j] {
			m.put("- ", escape(r.Name()), m.say("：", ": "), m.cell(r, r.Cell(j)), "\n")
		}
		m.put("\n")
		m.remarks()
	}
}

// cell is the shown fact with its period, then the footnotes of the others.
func (m *markdown) cell(r *compare.Row, c compare.Cell) string {
	text := escape(m.number(r, c.Pick)) + m.refs(c.Facts[:1])
	if more := len(c.Facts) - 1; more > 0 {
		text += m.text("md.more", more) + m.refs(c.Facts[1:])
	}
	return text
}

// number is all of a metric in one cell; its number never goes without period.
// Numbers that may not be read across go by the names that the texts give them.
func (m *markdown) number(r *compare.Row, f *model.Fact) string {
	parts := details(f, m.lang)
	if r.Verdict() == compare.NotComparable && f.Name != r.Indicator && f.Growth() == "" {
		parts = append([]string{f.Name}, parts...)
	}
	return signed(f, valueWords(f, m.lang)) + aside(m.lang, strings.Join(append(parts, m.wanted(f)...), m.say("，", ", ")))
}

// wanted are the columns that were asked for and that the fact fills.
func (m *markdown) wanted(f *model.Fact) (parts []string) {
	if len(m.v.Columns) == 0 {
		return nil
	}
	cols, _ := m.v.columns()
	for _, c := range cols {
		if text := c.text(row{f, m.v.Notes.At(f)}); text != "" {
			parts = append(parts, label(m.lang, c.key)+" "+text)
		}
	}
	return parts
}

// names writes what all districts name, what some, and, where all are asked for
// or one district is on view, what one alone.
func (m *markdown) names() {
	cmp := m.v.compare()
	rest := 0
	for _, sharing := range []compare.Sharing{compare.InAll, compare.InSome, compare.InNear, compare.InOne} {
		var rows []compare.NameRow
		for _, r := range cmp.Names() {
			if r.Sharing() == sharing {
				rows = append(rows, r)
			}
		}
		switch {
		case len(rows) == 0:
			continue
		case sharing == compare.InOne && !m.v.All && len(cmp.Districts) > 1:
			rest = len(rows)
			continue
		}
		m.heading(2, sharing.Word(m.lang))
		switch {
		case sharing == compare.InOne:
			m.nameList(rows)
		case len(cmp.Districts) > manyDistricts || !m.table(m.nameTable(rows)):
			rowList(m, rows, func(r compare.NameRow) string { return r.Kind.Word(m.lang) + " " + escape(r.Title()) },
				func(r compare.NameRow, j int) string { return m.members(r, j) + m.refs(r.Facts(j)) })
		}
	}
	if rest > 0 {
		m.line(m.text("md.rest.names", rest))
	}
	if len(cmp.Names()) == 0 {
		m.line(m.text("list.none"))
	}
}

// nameTable is a row a name, a column a district.
func (m *markdown) nameTable(rows []compare.NameRow) *table {
	cmp := m.v.compare()
	t := m.byColumn(false, "kind", "name")
	if t.wide() > m.v.Width { // by its head alone, see indicatorTable
		return t
	}
	for _, r := range rows {
		cells := []string{r.Kind.Word(m.lang), escape(r.Title())}
		for j := range cmp.Districts {
			if len(r.Facts(j)) == 0 {
				cells = append(cells, r.State(j).Word(m.lang))
			} else {
				cells = append(cells, m.members(r, j)+m.refs(r.Facts(j)))
			}
		}
		t.add(cells...)
	}
	return t
}

// nameList is an item a district, and below it a line for each name that it
// alone has.
func (m *markdown) nameList(rows []compare.NameRow) {
	of := byOnly(rows)
	for j, d := range m.v.compare().Districts {
		for i, r := range of[j] {
			if m.err != nil {
				return
			}
			if i == 0 {
				m.put("- ", escape(m.name(d)), m.say("：", ":"), "\n")
			}
			m.put("  - ", r.Kind.Word(m.lang), " ", m.named(r.Facts(j)[0]), m.refs(r.Facts(j)), "\n")
		}
	}
	m.put("\n")
	m.remarks()
}

// members is what a district has of a row: a thing, or the things of a class.
func (m *markdown) members(r compare.NameRow, j int) string {
	return strings.Join(model.Map(r.Members(j), func(facts []*model.Fact) string { return m.named(facts[0]) }), m.say("、", ", "))
}

// named is how a district names a thing, with its stage and tier.
func (m *markdown) named(f *model.Fact) string {
	var parts []string
	for _, s := range append([]string{f.Tier, f.Stage.Word(m.lang)}, m.wanted(f)...) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := signed(f, f.Name)
	if len(parts) > 0 {
		text += aside(m.lang, strings.Join(parts, m.say("，", ", ")))
	}
	return escape(text)
}
