package export

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// counts writes the table of themes and kinds.
func (m *markdown) counts() {
	cmp := m.v.compare()
	t := table{head: []string{m.say("主题", "theme"), m.say("类", "kind")}, right: []bool{false, false}}
	for _, d := range cmp.Districts {
		t.head, t.right = append(t.head, escape(name(d))), append(t.right, true)
	}
	for _, r := range cmp.Counts() {
		theme, kind := m.say("全部", "all"), m.say("全部", "all")
		if r.Theme != model.NoTheme {
			theme = r.Theme.Word(m.lang)
		}
		if r.Kind != model.NoKind {
			kind = r.Kind.Word(m.lang)
		}
		cells := []string{theme, kind}
		for _, c := range r.Cells {
			cells = append(cells, strconv.Itoa(c.Facts)+m.say("（", " (")+c.PerThousand().String()+m.say("）", ")"))
		}
		t.add(cells...)
	}
	m.table(&t)
	m.line(m.say("每格是条数，括号内是每千字报告的条数；一条可以属于几个主题。",
		"Each cell is the number of facts, in brackets that number per 1,000 characters of report; a fact may have several themes."))
}

// indicators writes the table of indicators, and what keeps its rows from
// being read across.
func (m *markdown) indicators() {
	cmp := m.v.compare()
	t := table{head: []string{m.say("指标", "indicator")}}
	for _, d := range cmp.Districts {
		t.head = append(t.head, escape(name(d)))
	}
	t.head = append(t.head, m.say("可比性", "comparability"))
	for _, r := range cmp.Rows() {
		cells := []string{escape(r.Name())}
		for j := range cmp.Districts {
			cells = append(cells, m.cell(r.Cell(j)))
		}
		t.add(append(cells, m.verdict(r))...)
	}
	m.table(&t)
	m.differences(cmp)
	m.line(m.say("每格先取本区自己的数、已完成的数、多数区县所述的时期、最近的时期、确数；各区之和不等于全市。",
		"Each cell shows the district's own number first, then what is achieved, the period most districts state, the latest one, an exact one; districts do not add up to their city."))
}

// cell is the shown fact with its period, then the footnotes of the others.
func (m *markdown) cell(c compare.Cell) string {
	if c.State.Missing() {
		return c.State.Word(m.lang)
	}
	text := escape(m.fact(c.Pick)) + m.ref(c.Pick)
	if more := len(c.Facts) - 1; more > 0 {
		text += m.say("；另"+strconv.Itoa(more)+"条", "; "+strconv.Itoa(more)+" more") + m.refs(c.Facts[1:])
	}
	return text
}

// fact is all of a metric in one cell; its number never goes without period.
func (m *markdown) fact(f *model.Fact) string {
	parts := []string{f.Period.Words(m.lang)}
	for _, s := range []string{f.Change, f.Rank} {
		if s != "" && !(f.Ordinal() && s == f.Rank) { // which stands in the value's place
			parts = append(parts, s)
		}
	}
	if f.Stage == model.Target {
		parts = append(parts, f.Stage.Word(m.lang))
	}
	return m.value(f) + m.say("（", " (") + strings.Join(parts, m.say("，", ", ")) + m.say("）", ")")
}

// verdict is the row's verdict and the reasons for it.
func (m *markdown) verdict(r *compare.Row) string {
	reasons := r.Reasons()
	words := make([]string, len(reasons))
	for i, reason := range reasons {
		words[i] = escape(reason.Word(m.lang))
	}
	text := r.Verdict().Word(m.lang)
	if len(words) > 0 {
		text += m.say("：", ": ") + strings.Join(words, m.say("、", ", "))
	}
	return text
}

// differences says, for each row that must not be read across, what every
// district's number is about.
func (m *markdown) differences(cmp *compare.Comparison) {
	var b strings.Builder
	for _, r := range cmp.Rows() {
		if r.Verdict() != compare.NotComparable {
			continue
		}
		var each []string
		for j, d := range cmp.Districts {
			if c := r.Cell(j); !c.State.Missing() {
				f := c.Pick
				each = append(each, escape(name(d)+" "+strings.Join([]string{f.Name, f.Period.Words(m.lang), f.Stage.Word(m.lang), m.measure(f)}, " ")))
			}
		}
		b.WriteString("- " + "“" + escape(r.Name()) + "” " + m.verdict(r) + m.say("。", ". ") + strings.Join(each, m.say("；", "; ")) + "\n")
	}
	if b.Len() > 0 {
		m.line(m.say("不可直比的行：", "Rows that must not be read across:"))
		m.line(b.String())
	}
}

// measure is in what a fact is told: its unit, or the rank that has none.
func (m *markdown) measure(f *model.Fact) string {
	if f.Ordinal() {
		return f.Rank
	}
	return f.Quantity.Unit
}

// names writes what all districts name, what some, and what one alone.
func (m *markdown) names() {
	cmp := m.v.compare()
	rows := cmp.Names()
	for _, sharing := range []compare.Sharing{compare.InAll, compare.InSome, compare.InOne} {
		t := table{head: []string{m.say("类", "kind"), m.say("名称", "name")}}
		for _, d := range cmp.Districts {
			t.head = append(t.head, escape(name(d)))
		}
		for _, r := range rows {
			if r.Sharing() != sharing {
				continue
			}
			cells := []string{r.Kind.Word(m.lang), escape(r.Name)}
			for j := range cmp.Districts {
				if state := r.State(j); state.Missing() {
					cells = append(cells, state.Word(m.lang))
				} else {
					cells = append(cells, m.named(r.Facts(j)[0])+m.refs(r.Facts(j)))
				}
			}
			t.add(cells...)
		}
		if len(t.rows) > 0 {
			m.heading(2, sharing.Word(m.lang))
			m.table(&t)
		}
	}
	if len(rows) == 0 {
		m.line(m.say("没有符合条件的内容。", "Nothing matches."))
	}
}

// named is how a district names a thing, with its stage and tier.
func (m *markdown) named(f *model.Fact) string {
	var parts []string
	for _, s := range []string{f.Tier, f.Stage.Word(m.lang)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := f.Name
	if len(parts) > 0 {
		text += m.say("（", " (") + strings.Join(parts, m.say("，", ", ")) + m.say("）", ")")
	}
	return escape(text)
}
