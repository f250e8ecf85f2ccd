package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// listing writes a listing: a table for each of its sections.
func (m *markdown) listing() {
	l, _ := m.v.listing() // looked at by Write
	if !m.sections(l, func(string) bool { return true }) {
		m.line(m.text("list.none"))
	}
}

// longTable is how many rows a table may have. A longer list goes on in another with
// its own head: to find the widths of one table all of its rows are held.
const longTable = 5000

// sections writes a table for each section that is wanted, as its rows come, and
// reports whether there was one.
func (m *markdown) sections(l listing, wanted func(section string) bool) (any bool) {
	var rows []listed
	headed := "" // the section that was written last
	flush := func() {
		if len(rows) > 0 && wanted(rows[0].section) && m.err == nil {
			any = true
			if section := rows[0].section; section != headed {
				m.heading(2, section)
				headed = section
			}
			m.listTable(l, rows)
		}
		clear(rows)
		rows = rows[:0]
	}
	for r := range l.rows {
		if len(rows) == longTable || len(rows) > 0 && rows[0].section != r.section {
			flush()
		}
		if rows = append(rows, r); m.err != nil {
			break
		}
	}
	flush()
	return any
}

// listTable writes the rows of one section, with the columns that they fill. What
// several rows in a row are about is named once.
func (m *markdown) listTable(l listing, rows []listed) {
	var t table
	var shown []int
	for i, c := range l.columns {
		if c.reader != programs && slices.ContainsFunc(rows, func(r listed) bool { return r.cells[i] != "" }) {
			shown = append(shown, i)
			t.head, t.right = append(t.head, c.label), append(t.right, c.number || c.key == "words")
		}
	}
	last := ""
	for _, r := range rows {
		cells := make([]string, len(shown))
		for k, i := range shown {
			cells[k] = escape(r.cells[i])
			if l.columns[i].key == l.noted {
				cells[k] += m.refs(r.facts)
			}
			if k == 0 && slices.Contains([]string{"indicator", "item"}, l.columns[i].key) {
				if cells[k] == last {
					cells[k] = ""
				} else {
					last = cells[k]
				}
			}
		}
		t.add(cells...)
	}
	m.tableOrList(&t)
}

// found writes each sentence once, with all places in it that were found, below
// the report that it stands in.
func (m *markdown) found() {
	l, _ := m.v.listing() // looked at by Write
	cell := func(r listed, key string) string {
		return r.cells[slices.IndexFunc(l.columns, func(c heading) bool { return c.key == key })]
	}
	sentence := func(r listed) string { return cell(r, "left") + cell(r, "found") + cell(r, "right") }
	last, done := listed{}, 0 // the place before, and how much of its sentence is written
	var facts []*model.Fact   // behind that sentence's places
	end := func() {
		if last.cells != nil {
			line := cell(last, "line")
			m.put(strings.TrimRight(escaped(flat(sentence(last)[done:])), " "), aside(m.lang, m.text("md.line", line)), m.refs(facts), "\n")
		}
		facts = nil
	}
	for r := range l.rows {
		if m.err != nil {
			return
		}
		from := len(cell(r, "left"))
		if last.cells == nil || r.section != last.section || sentence(r) != sentence(last) || from < done {
			end()
			if r.section != last.section {
				if last.cells != nil {
					m.put("\n")
					m.remarks()
				}
				m.heading(2, r.section)
			}
			m.put("- ", strings.TrimLeft(escaped(flat(cell(r, "left"))), " "))
			done = from
		}
		m.put(escaped(flat(sentence(r)[done:from])), "**", escaped(oneLine(cell(r, "found"))), "**")
		for _, f := range r.facts {
			if !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		}
		last, done = r, from+len(cell(r, "found"))
	}
	end()
	if last.cells == nil {
		m.line(m.text("list.none"))
		return
	}
	m.put("\n")
	m.remarks()
}

// chart writes the numbers behind the pictures: themes and stages with a column a
// district, where they fit side by side, and a table for each indicator.
func (m *markdown) chart() {
	l, _ := m.v.listing() // looked at by Write
	cmp := m.v.compare()
	heat, stages := m.text("html.heat"), m.text("html.stages")
	done := map[string]bool{}
	if len(cmp.Districts) <= manyDistricts {
		done[heat], done[stages] = m.grid(heat, m.heatTable(cmp)), m.grid(stages, m.stageTable(cmp))
	}
	m.sections(l, func(section string) bool { return !done[section] })
}

// grid writes a table under its heading, if it is not too wide.
func (m *markdown) grid(title string, t *table) bool {
	if t.wide() > m.v.Width {
		return false
	}
	m.heading(2, title)
	return m.table(t)
}

// heatTable is a row a theme and a column a district: facts per 1,000 characters,
// and how many there are.
func (m *markdown) heatTable(cmp *compare.Comparison) *table {
	t := m.byColumn(true, "theme")
	for _, r := range cmp.Heat() {
		cells := []string{r.Theme.Word(m.lang)}
		for _, c := range r.Cells {
			cells = append(cells, c.PerThousand().String()+" ("+strconv.Itoa(c.Names)+")")
		}
		t.add(cells...)
	}
	return t
}

// stageTable is a row a district and a column a stage.
func (m *markdown) stageTable(cmp *compare.Comparison) *table {
	t := table{head: []string{label(m.lang, "district")}, right: []bool{false}}
	for _, s := range compare.ProjectStages() {
		t.head, t.right = append(t.head, stageWord(s, m.lang)), append(t.right, true)
	}
	for _, b := range cmp.Stages() {
		cells := []string{escape(m.name(b.District))}
		for _, c := range b.Counts {
			cells = append(cells, strconv.Itoa(c.N))
		}
		t.add(cells...)
	}
	return &t
}
