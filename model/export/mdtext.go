package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/project"
)

// texts writes the reports' texts, paragraph by paragraph. What states a fact is
// bold, and its footnote says what was read there.
func (m *markdown) texts() {
	for d, facts := range m.v.byDistrict() {
		for _, r := range d.Reports {
			if m.err != nil {
				return
			}
			m.heading(2, m.name(d)+" "+m.date(r)+" "+titleOf(r))
			for _, p := range r.Paragraphs {
				m.paragraph(r, p, m.v.marked(facts, r, p))
			}
			m.readings()
		}
	}
}

// mark is a stretch of text that states facts, or that a person coded.
type mark struct {
	place model.Span
	facts []*model.Fact
	codes []project.Passage
}

// readings are what was read at the mark, and what people say of it.
func (k mark) readings(l model.Lang) []string {
	return append(model.Map(k.facts, func(f *model.Fact) string { return reading(f, l) }),
		model.Map(k.codes, func(c project.Passage) string { return coding(c, l) })...)
}

// marked are the stretches of a paragraph that state facts or are coded, in their
// order; those that touch are one.
func (v View) marked(facts []*model.Fact, r *model.Report, paragraph model.Span) (all []mark) {
	var own []mark
	for _, f := range facts {
		if f.Report == r && paragraph.Contains(f.Place.Quote) {
			own = append(own, mark{f.Place.Quote, []*model.Fact{f}, nil})
		}
	}
	if v.Project != nil {
		for _, c := range v.Project.Codings {
			if c.Report.Document == r.Document && paragraph.Contains(c.Span) {
				own = append(own, mark{c.Span, nil, []project.Passage{c}})
			}
		}
	}
	slices.SortStableFunc(own, func(a, b mark) int { return cmp.Compare(a.place.Start, b.place.Start) })
	for _, k := range own {
		if n := len(all); n > 0 && k.place.Start < all[n-1].place.End {
			last := &all[n-1]
			last.place.End = max(last.place.End, k.place.End)
			last.facts, last.codes = append(last.facts, k.facts...), append(last.codes, k.codes...)
			continue
		}
		all = append(all, k)
	}
	return all
}

// paragraph writes a paragraph with its marks.
func (m *markdown) paragraph(r *model.Report, p model.Span, marks []mark) {
	at := p.Start
	var b strings.Builder
	for _, k := range marks {
		b.WriteString(escaped(flat(r.Quote(model.Span{Start: at, End: k.place.Start}))))
		b.WriteString("<mark>" + escaped(flat(r.Quote(k.place))) + "</mark>")
		for _, said := range k.readings(m.lang) {
			m.count++
			m.said = append(m.said, said)
			b.WriteString("[^" + strconv.Itoa(m.count) + "]")
		}
		at = k.place.End
	}
	b.WriteString(escaped(flat(r.Quote(model.Span{Start: at, End: p.End}))))
	if text := b.String(); strings.TrimSpace(text) != "" {
		m.line(lead(text))
	}
}

// lead keeps a paragraph from beginning something else than a paragraph: a list,
// a heading or a rule.
func lead(text string) string {
	text = strings.TrimLeft(text, " \t　")
	if text == "" {
		return text
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if strings.ContainsRune("#-+=", rune(text[0])) {
		return `\` + text
	}
	if digits > 0 && digits < len(text) && strings.ContainsRune(".)", rune(text[digits])) {
		return text[:digits] + `\` + text[digits:]
	}
	return text
}

// readings writes the footnotes of a text: what was read at each place.
func (m *markdown) readings() {
	first := m.count - len(m.said) + 1
	for i, said := range m.said {
		m.put("[^", strconv.Itoa(first+i), "]: ", escape(said), "\n")
	}
	if len(m.said) > 0 {
		m.put("\n")
	}
	m.said = nil
}

// reading is what was read of a fact, and what a person decided of it.
func reading(f *model.Fact, l model.Lang) string {
	parts := []string{f.Kind.Word(l), f.Name}
	if f.HasValue {
		parts = append(parts, told(f, l))
		parts = append(parts, details(f, l)...)
	} else if s := f.Stage.Word(l); s != "" {
		parts = append(parts, s)
	}
	if word := checkWord(f, l); word != "" {
		parts = append(parts, word)
	}
	return strings.Join(parts, " ")
}

// coding is what a person says of a passage: the code, the memo, and who says it.
func coding(c project.Passage, l model.Lang) string {
	var parts []string
	if c.Code != "" {
		parts = append(parts, phrase(l, "text.code")+" "+c.Code)
	}
	if c.Text != "" {
		parts = append(parts, phrase(l, "text.memo")+" "+c.Text)
	}
	if c.By != "" {
		parts = append(parts, "("+c.By+")")
	}
	return strings.Join(parts, " ")
}
