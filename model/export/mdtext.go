package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
)

// texts writes the reports' texts, paragraph by paragraph. What states a fact is
// bold, and its footnote says what was read there.
func (m *markdown) texts() {
	for d, facts := range m.v.byDistrict() {
		for _, r := range d.Reports {
			if m.err != nil {
				return
			}
			title := r.Head.Title
			if title == "" {
				title = r.File
			}
			m.heading(2, m.name(d)+" "+m.date(r)+" "+title)
			for _, p := range r.Paragraphs {
				m.paragraph(r, p, marked(facts, r, p))
			}
			m.readings()
		}
	}
}

// mark is a stretch of text that states facts.
type mark struct {
	place model.Span
	facts []*model.Fact
}

// marked are the stretches of a paragraph that state facts, in their order; those
// that touch are one.
func marked(facts []*model.Fact, r *model.Report, paragraph model.Span) (all []mark) {
	var own []*model.Fact
	for _, f := range facts {
		if f.Report == r && paragraph.Contains(f.Place.Quote) {
			own = append(own, f)
		}
	}
	slices.SortStableFunc(own, func(a, b *model.Fact) int { return cmp.Compare(a.Place.Quote.Start, b.Place.Quote.Start) })
	for _, f := range own {
		q := f.Place.Quote
		if n := len(all); n > 0 && q.Start < all[n-1].place.End {
			all[n-1].place.End = max(all[n-1].place.End, q.End)
			all[n-1].facts = append(all[n-1].facts, f)
			continue
		}
		all = append(all, mark{q, []*model.Fact{f}})
	}
	return all
}

// paragraph writes a paragraph with its marks.
func (m *markdown) paragraph(r *model.Report, p model.Span, marks []mark) {
	at := p.Start
	var b strings.Builder
	for _, k := range marks {
		b.WriteString(escaped(flat(r.Text[at:k.place.Start])))
		b.WriteString("<mark>" + escaped(flat(r.Quote(k.place))) + "</mark>")
		for _, f := range k.facts {
			m.count++
			m.noted = append(m.noted, []*model.Fact{f})
			b.WriteString("[^" + strconv.Itoa(m.count) + "]")
		}
		at = k.place.End
	}
	b.WriteString(escaped(flat(r.Text[at:p.End])))
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
	first := m.count - len(m.noted) + 1
	for i, of := range m.noted {
		f := of[0]
		parts := []string{f.Kind.Word(m.lang), f.Name}
		if f.HasValue {
			parts = append(parts, told(f, m.lang))
			parts = append(parts, details(f, m.lang)...)
		} else if s := f.Stage.Word(m.lang); s != "" {
			parts = append(parts, s)
		}
		m.put("[^", strconv.Itoa(first+i), "]: ", escape(strings.Join(parts, " ")), "\n")
	}
	if len(m.noted) > 0 {
		m.put("\n")
	}
	m.noted = nil
}
