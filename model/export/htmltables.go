package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// indicatorTable is the comparison: rows that two districts or more state, each
// number with its period, opening its sentence.
func (p *webpage) indicatorTable() {
	cmp := p.v.compare()
	if len(cmp.Districts) < 2 || len(cmp.Districts) > manyDistricts {
		return
	}
	began := false
	for _, r := range cmp.Rows() {
		if r.Columns() < 2 && r.Verdict() == compare.Single || p.err != nil {
			continue
		}
		if !began {
			began = true
			p.put("<h2>", esc(Indicators.word(p.lang)), "</h2>\n")
			p.table(slices.Concat([]string{label(p.lang, "course")}, model.Map(cmp.Districts, p.name), []string{label(p.lang, "comparability")})...)
		}
		p.put("<tr><th>", esc(r.Name()))
		for j := range cmp.Districts {
			p.cell(r.Cell(j))
		}
		p.put("<td>", esc(verdict(r, p.lang)), "\n")
	}
	if began {
		p.put("</table></div>\n")
	}
}

// cell is what a district states, or why it states nothing.
func (p *webpage) cell(c compare.Cell) {
	if c.State.Missing() {
		p.put(`<td class="none">`, esc(c.State.Word(p.lang)))
		return
	}
	p.put("<td>")
	for i, f := range c.Facts {
		if i > 0 && i == 3 {
			p.put("…")
			break
		}
		p.opens(signed(f, told(f, p.lang))+" "+strings.Join(details(f, p.lang), " "), f, false)
	}
}

// names is what all, some and one of the districts name.
func (p *webpage) names() {
	cmp := p.v.compare()
	each := cmp.Districts
	if len(each) > manyDistricts {
		each = nil
	}
	p.table(append(labelled(headings(p.lang, "kind", "name", "sharing")), model.Map(each, p.name)...)...)
	for _, r := range cmp.Names() {
		if p.err != nil {
			return
		}
		p.put("<tr><td>", esc(r.Kind.Word(p.lang)), "<th>", esc(r.Title()), "<td>", esc(r.Sharing().Word(p.lang)))
		for j := range each {
			facts := r.Facts(j)
			if len(facts) == 0 {
				p.put(`<td class="none">`, esc(r.State(j).Word(p.lang)))
				continue
			}
			p.put("<td>")
			for i, member := range r.Members(j) {
				text := member[0].Stage.Word(p.lang)
				if text == "" || r.Class != "" {
					text = member[0].Name
				}
				if i > 0 {
					p.put(" ")
				}
				p.opens(signed(member[0], text), member[0], false)
			}
		}
		p.put("\n")
	}
	p.put("</table></div>\n")
}

// facts are all facts, district by district and kind by kind; here their
// sentences can be gone to.
func (p *webpage) facts() {
	p.put(`<div class="facts">`, "\n")
	p.section("html.all")
	for d, facts := range p.v.byDistrict() {
		if len(facts) == 0 {
			continue
		}
		p.put("<h3>", esc(p.name(d)), " <small>", strconv.Itoa(len(facts)), "</small></h3>\n")
		p.table(labelled(headings(p.lang, "kind", "name", "value", "period", "stage", "themes"))...)
		for _, k := range model.Kinds() {
			for _, f := range facts {
				if f.Kind == k && p.err == nil {
					p.fact(f)
				}
			}
		}
		p.put("</table></div>\n")
	}
	p.put("</div>\n")
}

// fact is a fact's row.
func (p *webpage) fact(f *model.Fact) {
	p.put("<tr><td>", esc(f.Kind.Word(p.lang)), "<td>")
	value, period := "", ""
	if f.HasValue {
		value, period = told(f, p.lang), strings.Join(details(f, p.lang), " ")
	}
	p.opens(signed(f, f.Name), f, true)
	if note := p.v.Notes.At(f); note.Text != "" {
		p.put("<small>", esc(note.Text), "</small>")
	}
	stage := f.Stage.Word(p.lang)
	if f.Tier != "" {
		stage = f.Tier + " " + stage
	}
	p.put(`<td class="n">`, esc(value), "<td>", esc(period), "<td>", esc(stage), "<td>", esc(themes(f, p.lang, " ")), "\n")
}

// reportTable is where everything is from.
func (p *webpage) reportTable() {
	p.section("html.reports")
	s := p.v.reportSheet()
	p.table(labelled(s.columns)...)
	for cells := range s.rows {
		p.put("<tr>")
		for _, c := range cells {
			p.put("<td>", esc(c))
		}
		p.put("\n")
		if p.err != nil {
			return
		}
	}
	p.put("</table></div>\n")
}
