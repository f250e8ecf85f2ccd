package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
)

// markdown is a Markdown document being written: GitHub-flavoured tables with
// a footnote for every fact. Text of a report only ever stands inside a line,
// behind words of ours, and escaped; so no report can begin a heading, a list
// or HTML.
type markdown struct {
	v    View
	b    strings.Builder
	lang model.Lang

	numbers map[*model.Fact]int // footnotes by fact
	noted   []*model.Fact       // in the order of their numbers
	listed  int                 // how many of them have had their remarks
}

func writeMarkdown(o *out, v View) error {
	cols, err := v.columns()
	if err != nil {
		return err
	}
	m := &markdown{v: v, lang: v.Lang, numbers: map[*model.Fact]int{}}
	m.opening()
	switch v.Kind {
	case Counts:
		m.counts()
	case Indicators:
		m.indicators()
	case Shared:
		m.names()
	default:
		m.facts(cols)
	}
	if v.Kind == Marked {
		m.strays()
	}
	m.footnotes()
	o.put(m.b.String())
	return o.err
}

// say is the one of two texts in the view's language.
func (m *markdown) say(zh, en string) string { return m.lang.Pick(zh, en) }

// line writes a paragraph of parts that are ready to stand in Markdown.
func (m *markdown) line(parts ...string) {
	m.b.WriteString(strings.TrimRight(strings.Join(parts, ""), "\n") + "\n\n")
}

func (m *markdown) heading(level int, text string) {
	m.line(strings.Repeat("#", level), " ", strings.ReplaceAll(escape(text), "#", `\#`))
}

// ref is the reference to the fact's footnote, which it numbers when it is new.
func (m *markdown) ref(f *model.Fact) string {
	if m.numbers[f] == 0 {
		m.noted = append(m.noted, f)
		m.numbers[f] = len(m.noted)
	}
	return "[^" + strconv.Itoa(m.numbers[f]) + "]"
}

func (m *markdown) refs(facts []*model.Fact) string {
	var b strings.Builder
	for _, f := range facts {
		b.WriteString(m.ref(f))
	}
	return b.String()
}

// opening writes the title, the line that says what was chosen, and the
// command that makes it again.
func (m *markdown) opening() {
	districts := m.districts()
	names := make([]string, len(districts))
	chosen := make([]string, len(districts))
	for i, d := range districts {
		names[i] = name(d)
		chosen[i] = escape(name(d) + m.reports(d))
	}
	comma := m.say("、", ", ")
	m.heading(1, strings.Join(names, comma)+m.say("：", ": ")+m.v.Kind.word(m.lang))
	parts := []string{m.say("区县：", "Chosen districts: ") + strings.Join(chosen, comma)}
	if chips := m.chips(); chips != "" {
		parts = append(parts, m.say("筛选：", "Filter: ")+chips)
	}
	if order := m.order(); order != "" {
		parts = append(parts, m.say("排序：", "Order: ")+order)
	}
	m.line(strings.Join(parts, m.say("；", "; ")), m.say("。", "."))
	if m.v.Command != "" {
		m.line(m.say("复现：", "Made again by: "), code(m.v.Command))
	}
}

// districts are those on view; of marked facts, those that have some: a few
// marks among many districts would drown in empty sections.
func (m *markdown) districts() []*model.District {
	all := m.v.Corpus.View(m.v.Filter)
	facts := m.v.Facts()
	if m.v.Kind != Marked || len(facts) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(d *model.District) bool {
		return !slices.ContainsFunc(facts, func(f *model.Fact) bool { return slices.Contains(d.Reports, f.Report) })
	})
}

// order names the order, where the view has more than one; the usual one of a
// comparison needs no word.
func (m *markdown) order() string {
	order := m.v.Order.Word(m.lang)
	if m.v.Kind != SideBySide && m.v.Kind != Marked {
		if m.v.Kind == Counts || m.v.Order == query.ByText && !m.v.Reverse {
			return ""
		}
		order = m.v.Order.RowWord(m.lang)
		if m.v.By != (model.DistrictID{}) && (m.v.Order == query.ByValue || m.v.Order == query.ByPeriod) {
			order += m.say("（", " (") + escape(m.v.By.City+m.v.By.Name) + m.say("）", ")")
		}
	}
	if m.v.Reverse {
		order += m.say("（倒序）", " (reversed)")
	}
	return order
}

// name is the district with its city, without which 市中区 says little; a
// report that names neither goes by its file.
func name(d *model.District) string {
	switch {
	case d.Name == "" && d.City == "" && len(d.Reports) > 0:
		return d.Reports[0].File
	case d.Name == "":
		return d.City + "?"
	}
	return d.City + d.Name
}

// reports are the district's reports, in brackets.
func (m *markdown) reports(d *model.District) string {
	all := make([]string, len(d.Reports))
	for i, r := range d.Reports {
		all[i] = m.date(r) + " " + m.title(r)
	}
	return m.say("（", " (") + strings.Join(all, m.say("；", "; ")) + m.say("）", ")")
}

func (m *markdown) title(r *model.Report) string {
	if r.Head.Title == "" {
		return r.File
	}
	if m.lang == model.English {
		return "“" + r.Head.Title + "”"
	}
	return "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(r.Head.Title) + "》" // a title within a title
}

// date is the day of publication; where the page states none, the day of the
// event that it reports, said to be one.
func (m *markdown) date(r *model.Report) string {
	if d := day(r.Head.Published); d != "" {
		return d
	}
	if d := day(r.Head.Event); d != "" {
		return m.say("会期", "event of ") + d
	}
	return m.say("日期未注明", "undated")
}

// chips are the filter's choices; districts are told apart from them.
func (m *markdown) chips() string {
	var all []string
	for _, c := range m.v.Filter.Chips() {
		switch c.Of {
		case query.ChipDistrict:
		case query.ChipExpr:
			all = append(all, code(c.Expr))
		default:
			all = append(all, escape(c.Label(m.lang)))
		}
	}
	return strings.Join(all, " ")
}

// word names the view in titles.
func (k Kind) word(l model.Lang) string {
	switch k {
	case Counts:
		return l.Pick("主题与类别", "themes and kinds")
	case Indicators:
		return l.Pick("指标对照", "indicators compared")
	case Shared:
		return l.Pick("共有与独有", "shared and not")
	case Marked:
		return l.Pick("标记与批注", "marks and notes")
	}
	return l.Pick("并列", "side by side")
}
