package export

import (
	"html"
	"slices"
	"strings"

	"qubi/model"
)

// listing is the view's listing as tables, one for each of its sections; each row
// opens the sentence behind it.
func (p *webpage) listing() {
	l, _ := p.v.listing() // looked at by Write
	last, open := "", false
	for r := range l.rows {
		if p.err != nil {
			return
		}
		if !open || r.section != last {
			if open {
				p.put("</table></div>\n")
			}
			p.listHead(l, r.section)
			last, open = r.section, true
		}
		p.put("<tr>")
		for i, c := range l.columns {
			if c.reader != programs {
				p.listCell(l, c, r, i)
			}
		}
		p.put("\n")
	}
	if open {
		p.put("</table></div>\n")
	} else {
		p.put("<p class=\"note\">", p.say("list.none"), "</p>\n")
	}
}

// listHead is the heading of a section and the head of its table.
func (p *webpage) listHead(l listing, section string) {
	if section != "" {
		p.put("<h3>", esc(section), "</h3>\n")
	}
	p.table(labelled(slices.DeleteFunc(slices.Clone(l.columns), func(c heading) bool { return c.reader == programs }))...)
}

// listCell is a cell of a listing.
func (p *webpage) listCell(l listing, c heading, r listed, i int) {
	class := ""
	switch {
	case c.number:
		class = ` class="n"`
	case c.key == "left" || c.key == "right":
		class = ` class="` + c.key + `"`
	}
	p.put("<td", class, ">")
	text := r.cells[i]
	switch {
	case c.key == "found":
		p.put("<mark>", esc(text), "</mark>")
	case c.key == l.noted && len(r.facts) > 0 && c.key != "right":
		for k, f := range r.facts {
			if k > 0 && p.v.Kind == Time {
				break // the result stands in a column of its own
			}
			if k > 0 {
				text = told(f, p.lang)
			}
			p.opens(signed(f, text), f, true)
		}
	default:
		p.put(esc(text))
	}
}

// texts are the reports' texts, paragraph by paragraph; what states a fact is
// marked, and beside it stands what was read there.
func (p *webpage) texts() {
	for d, facts := range p.v.byDistrict() {
		for _, r := range d.Reports {
			if p.err != nil {
				return
			}
			p.put("<h2>", esc(strings.TrimSpace(p.name(d)+" "+dated(r)+" "+titleOf(r))), "</h2>\n")
			for _, s := range r.Paragraphs {
				p.paragraph(r, s, p.v.marked(facts, r, s))
			}
		}
	}
}

// titleOf is a report's title, its file where it has none.
func titleOf(r *model.Report) string {
	if r.Head.Title != "" {
		return r.Head.Title
	}
	return r.File
}

// paragraph is a paragraph with its marks; each says what was read there.
func (p *webpage) paragraph(r *model.Report, s model.Span, marks []mark) {
	at := s.Start
	p.put("<p>")
	for _, k := range marks {
		p.put(html.EscapeString(flat(r.Quote(model.Span{Start: at, End: k.place.Start}))), `<mark title="`, esc(strings.Join(k.readings(p.lang), "\n")), `">`, html.EscapeString(flat(r.Quote(k.place))), "</mark>")
		at = k.place.End
	}
	p.put(html.EscapeString(flat(r.Quote(model.Span{Start: at, End: s.End}))), "</p>\n")
}
