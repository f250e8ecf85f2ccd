package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/export/cite"
)

// remarks lists what a reader must know of the facts noted since the last
// list: their own marks and notes, doubts, and repaired places.
func (m *markdown) remarks() {
	var b strings.Builder
	for _, f := range m.remarked {
		if parts := m.remarksOn(f); len(parts) > 0 && !m.told[f] {
			m.told[f] = true
			b.WriteString("- [^" + strconv.Itoa(m.numbers[sentence{f.Report, f.Place.Sentence}]) + "] “" + escape(f.Name) + "” " + strings.Join(parts, m.say("；", "; ")) + "\n")
		}
	}
	m.remarked = nil
	if b.Len() > 0 {
		m.line(m.text("remarks") + m.say("：", ":"))
		m.line(b.String())
	}
}

func (m *markdown) remarksOn(f *model.Fact) (parts []string) {
	note := m.v.Notes.At(f)
	if note.Marked && m.v.Kind != Marked { // where all are, it says nothing
		parts = append(parts, m.text("note.marked"))
	}
	if note.Text != "" {
		parts = append(parts, m.text("note")+m.say("：", ": ")+escape(note.Text))
	}
	parts = append(parts, model.Map(f.Flags, func(g model.Flag) string { return g.Word(m.lang) })...)
	for _, r := range f.Report.Repairs {
		if r.Span.Start <= f.Place.Sentence.End && r.Span.End >= f.Place.Sentence.Start {
			parts = append(parts, m.repair(r))
		}
	}
	return parts
}

// repair names a place that cleaning changed, or had to leave.
func (m *markdown) repair(r model.Repair) string {
	text := m.text("repaired") + m.say("：", ": ")
	if !r.Proved {
		text = m.text("damaged") + m.say("：", ": ")
	}
	text += "“" + escape(r.Original) + "” → “" + escape(r.Repaired) + "”"
	if r.Reason != "" {
		text += aside(m.lang, escape(r.Why(m.lang)))
	}
	return text + m.text("md.file.line", r.Line)
}

// strays lists the marks and notes whose report is open and reads differently
// now: nobody's work is left out because a text was edited.
func (m *markdown) strays() {
	_, all := m.v.Notes.Settle(m.v.Corpus.Corpus)
	var b strings.Builder
	for _, s := range all {
		if !s.Changed {
			continue
		}
		b.WriteString("- “" + escape(s.Name) + "”" + aside(m.lang, escape(s.District+" "+s.Report)))
		if s.Text != "" {
			b.WriteString(m.say("", " ") + m.text("md.note", escape(s.Text)))
		}
		b.WriteString(m.say("", " ") + m.text("md.stood", escape(s.Quote)) + "\n")
	}
	if b.Len() > 0 {
		m.heading(2, m.text("notes.lost"))
		m.line(b.String())
	}
}

// footnotes writes the footnotes that are not written yet: the sentence, and where
// that stands.
func (m *markdown) footnotes() {
	for i, facts := range m.noted {
		m.put("[^", strconv.Itoa(m.count-len(m.noted)+i+1), "]: “", escape(within(facts[0].Sentence())), "” ", escape(m.from(facts)+m.decided(facts)), "\n")
	}
	if len(m.noted) > 0 {
		m.put("\n")
	}
	m.noted = nil
}

// decided is what people decided of a sentence's facts: ✓工业投资 (李), where they
// did.
func (m *markdown) decided(facts []*model.Fact) string {
	var all []string
	for _, f := range facts {
		if f.Mark == model.Unchecked {
			continue
		}
		word := f.Mark.Sign() + f.Name
		if e, ok := m.v.Project.Said(f); ok && e.By != "" {
			word += aside(m.lang, e.By)
		}
		all = append(all, word)
	}
	if len(all) == 0 {
		return ""
	}
	return m.text("md.checked", strings.Join(all, m.say("、", ", ")))
}

// within is a quotation within quotation marks.
func within(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '“', '”':
			return r - '“' + '‘'
		case '‘', '’':
			return r - '‘' + '“'
		}
		return r
	}, s)
}

// from is where a sentence stands: in full, or by district, day and line, as the
// list of reports has them.
func (m *markdown) from(facts []*model.Fact) string {
	r, lines := facts[0].Report, m.lines(facts)
	head := r.Head
	if m.v.Full {
		source := head.Source
		if source == "" {
			source = m.text("source.none")
		}
		return strings.Join([]string{m.whose(head), m.title(r), source, m.date(r), r.File + ":" + lines}, m.say("，", ", "))
	}
	return m.short(r) + m.say("，", ", ") + m.text("md.line", lines)
}

// short names a report: its district and day, its file where it has no day or
// where another of the district has the same.
func (m *markdown) short(r *model.Report) string {
	d := m.v.Corpus.District(r.DistrictID())
	days, known := m.days[d]
	if !known {
		days = map[string]int{}
		for _, one := range d.Reports {
			days[m.date(one)]++
		}
		m.days[d] = days
	}
	if r.Head.Date().IsZero() || d.Name == "" || days[m.date(r)] > 1 {
		return r.File
	}
	return m.name(d) + " " + m.date(r)
}

// reportList lists the reports once, as they are cited, under their short names.
func (m *markdown) reportList() {
	m.line(m.text("reports") + m.say("：", ":"))
	for _, d := range m.districts {
		for _, r := range d.Reports {
			style := cite.GB7714
			if m.lang == model.English {
				style = cite.APA
			}
			cited := cite.Of(r).Text(style)
			if r.Head.Title != "" {
				cited += " " + r.File
			}
			m.put("- ", escape(m.short(r)), m.say("：", ": "), escape(cited), "\n")
		}
	}
}

// whose is the district that a footnote's report is of.
func (m *markdown) whose(head model.Head) string {
	if head.District == "" && head.City == "" {
		return m.text("district.none")
	}
	return name(&model.District{Name: head.District, City: head.City})
}

// lines are those of a sentence's facts, and of their other places.
func (m *markdown) lines(facts []*model.Fact) string {
	var all []int
	for _, f := range facts {
		all = append(all, f.Line())
		for _, p := range f.Also {
			all = append(all, f.Report.Origin(p.Quote).Line)
		}
	}
	slices.Sort(all)
	return strings.Join(model.Map(slices.Compact(all), strconv.Itoa), m.say("、", ", "))
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
		return m.text("md.event", d)
	}
	return m.text("date.none")
}
