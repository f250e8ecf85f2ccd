package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
)

// usualWidth is how wide a table may be where nothing else is asked for.
const usualWidth = 160

// markdown is a Markdown document being written: GitHub-flavoured tables with a
// footnote for every sentence. Text of a report only ever stands inside a line,
// behind words of ours, and escaped; so no report can begin a heading, a list
// or HTML.
type markdown struct {
	*out
	v    View
	lang model.Lang

	districts []*model.District
	city      string // of all districts on view, where it is one
	name      func(*model.District) string
	numbers   map[sentence]int
	noted     [][]*model.Fact                    // the facts of each sentence whose footnote is still to be written
	count     int                                // of footnotes
	said      []string                           // the footnotes of a text that are still to be written
	remarked  []*model.Fact                      // facts since the last remarks
	told      map[*model.Fact]bool               // what there is to remark on them has been said
	days      map[*model.District]map[string]int // how many of its reports are of a day
}

// sentence is what a footnote is for.
type sentence struct {
	report *model.Report
	place  model.Span
}

// say is the one of two texts in the view's language.
func (m *markdown) say(zh, en string) string { return m.lang.Pick(zh, en) }

// text is the text with the key in the view's language.
func (m *markdown) text(key string, args ...any) string { return phrase(m.lang, key, args...) }

// line writes a paragraph of parts that are ready to stand in Markdown.
func (m *markdown) line(parts ...string) {
	m.put(strings.TrimRight(strings.Join(parts, ""), "\n"), "\n\n")
}

func (m *markdown) heading(level int, text string) {
	m.line(strings.Repeat("#", level), " ", strings.ReplaceAll(escape(text), "#", `\#`))
}

// ref is the reference to the footnote of the fact's sentence, which it numbers
// when it is new.
func (m *markdown) ref(f *model.Fact) string { return m.refs([]*model.Fact{f}) }

// refs are the references of several facts, parted by commas, each footnote once.
func (m *markdown) refs(facts []*model.Fact) string {
	var b strings.Builder
	given := map[int]bool{}
	for _, f := range facts {
		key := sentence{f.Report, f.Place.Sentence}
		n := m.numbers[key]
		if n == 0 {
			m.count++
			n = m.count
			m.numbers[key] = n
			m.noted = append(m.noted, nil)
		}
		if i := n - 1 - (m.count - len(m.noted)); i >= 0 && !slices.Contains(m.noted[i], f) {
			m.noted[i] = append(m.noted[i], f)
		}
		if !given[n] {
			if len(given) > 0 {
				b.WriteByte(',')
			}
			given[n] = true
			b.WriteString("[^" + strconv.Itoa(n) + "]")
		}
		m.remarked = append(m.remarked, f)
	}
	return b.String()
}

// opening writes the title, what was chosen, and in a comment the command that
// makes it again.
func (m *markdown) opening() {
	comma := m.say("、", ", ")
	names := model.Map(m.districts[:min(len(m.districts), 12)], m.name)
	if more := len(m.districts) - len(names); more > 0 {
		names = append(names, m.text("md.more.districts", more))
	}
	title := m.v.Title
	if title == "" {
		title = m.city + strings.Join(names, comma) + m.say("：", ": ") + m.v.title()
	}
	m.heading(1, title)
	var parts []string
	if m.v.Title != "" {
		parts = append(parts, m.text("districts")+m.say("：", ": ")+escape(m.city+strings.Join(names, comma)))
	}
	if chips := m.chips(); chips != "" {
		parts = append(parts, m.text("filter")+m.say("：", ": ")+chips)
	}
	if order := m.order(); order != "" {
		parts = append(parts, m.text("order")+m.say("：", ": ")+order)
	}
	if len(parts) > 0 {
		m.line(strings.Join(parts, m.say("；", "; ")), m.say("。", "."))
	}
	m.line("<!-- ", m.text("made")+m.say("：", ": "), comment(m.v.Command), " -->")
}

// comment is a command line that ends no comment. What could end one stands in
// single quotes, where ” changes nothing for the shell.
func comment(command string) string {
	command = oneLine(command)
	return strings.ReplaceAll(strings.ReplaceAll(command, "-->", "--''>"), "--!>", "--''!>")
}

// onView are the districts; of marked facts, those that have some: a few marks
// among many districts would drown in empty sections.
func (m *markdown) onView() []*model.District {
	all := m.v.Corpus.View(m.v.Filter)
	if m.v.Kind != Marked {
		return all
	}
	var some []*model.District
	for d, facts := range m.v.byDistrict() {
		if len(facts) > 0 {
			some = append(some, d)
		}
	}
	if len(some) == 0 {
		return all
	}
	return some
}

// order names the order, where it is not the usual one.
func (m *markdown) order() string {
	order := m.v.Order.Word(m.lang)
	switch {
	case m.v.Kind == Counts || m.v.Kind == Text || m.v.Order == query.ByText && !m.v.Reverse:
		return ""
	case m.v.Kind == Indicators || m.v.Kind == Shared:
		order = m.v.Order.RowWord(m.lang)
	}
	if m.v.By != (model.DistrictID{}) && (m.v.Order == query.ByValue || m.v.Order == query.ByPeriod) {
		order += aside(m.lang, escape(m.v.By.City+m.v.By.Name))
	}
	if m.v.Reverse {
		order += aside(m.lang, m.text("md.reversed"))
	}
	return order
}

// chips are the filter's choices; districts are told apart from them.
func (m *markdown) chips() string {
	text := ""
	var before query.Chip
	for _, c := range m.v.Filter.Chips() {
		if c.Of == query.ChipDistrict {
			continue
		}
		if text != "" {
			text += m.v.Filter.Joint(before, c, m.lang)
		}
		before = c
		switch {
		case c.Of == query.ChipExpr:
			text += code(c.Choice.(string))
		case c.Of == query.ChipMarked && m.v.Code != "":
			text += escape(query.Chip{Of: query.ChipCode, Choice: m.v.Code}.Label(m.lang))
		default:
			text += escape(c.Label(m.lang))
		}
	}
	return text
}

// table writes a table, where it is not too wide, and under it what a reader must
// know of its facts; and whether it did.
func (m *markdown) table(t *table) bool {
	if t.wide() > m.v.Width {
		return false
	}
	m.line(t.String())
	m.remarks()
	return true
}

// tableOrList writes a table, or, where it would be too wide, a line for each of
// its rows: what its columns say one after another.
func (m *markdown) tableOrList(t *table) {
	if m.table(t) {
		return
	}
	var b strings.Builder
	for _, r := range t.rows {
		var parts []string
		for i, c := range r {
			if c != "" && i > 0 {
				parts = append(parts, t.head[i]+m.say("：", ": ")+c)
			}
		}
		b.WriteString("- " + r[0] + m.say("：", ": ") + strings.Join(parts, m.say("；", "; ")) + "\n")
	}
	m.line(b.String())
	m.remarks()
}
