package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// bars are the indicators whose numbers two districts or more state in one order,
// a bar for each.
func (p *webpage) bars() {
	for i, r := range p.v.compare().Bars() {
		if p.err != nil {
			return
		}
		if i == 0 {
			p.section("html.bars", "html.bars.note")
		}
		p.put("<h3>", esc(r.Name), p.cares(r), "</h3>\n")
		p.barRows(r)
	}
}

// ranking is the ranking on view as bars.
func (p *webpage) ranking() {
	if r, ok := p.v.ranked(); ok && len(r.Entries) > 0 {
		p.barRows(r)
	}
}

// cares are the reasons for care with numbers that stand in one order.
func (p *webpage) cares(r compare.Ranking) string {
	text := ""
	for _, reason := range r.Reasons {
		text += " !" + reason.Word(p.lang)
	}
	if text == "" {
		return ""
	}
	return " <small>" + esc(text) + "</small>"
}

// barRows are the bars of a ranking, on one scale.
func (p *webpage) barRows(r compare.Ranking) {
	top := r.Greatest().Float()
	for _, e := range r.Entries[:min(len(r.Entries), manyDistricts)] {
		f := e.Fact()
		if f == nil {
			p.put(`<div class="row count"><span>`, esc(p.name(e.District)), "</span>")
			p.bar(&model.Fact{}, e.Value.Float(), top)
			p.put(`<span class="val">`, e.Value.String(), "</span></div>\n")
			continue
		}
		p.put(`<div class="row"><span>`, esc(p.name(e.District)), `</span><span class="when">`, esc(strings.Join(details(f, p.lang), " ")), "</span>")
		p.bar(f, e.Value.Float(), top)
		p.put(`<span class="val">`)
		p.opens(signed(f, told(f, p.lang)), f, false)
		p.put("</span></div>\n")
	}
	if more := len(r.Entries) - manyDistricts; more > 0 {
		p.put("<p class=\"note\">", p.say("html.more", more), "</p>\n")
	}
}

// bar is a bar to scale: a target dashed, a bound or an approximate number open
// at its end. A number below zero is drawn with its size; its sign stands beside.
func (p *webpage) bar(f *model.Fact, base, top float64) {
	p.put(`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">`)
	if base != 0 && top > 0 {
		width := max(.5, 100*max(base, -base)/top)
		class := "fill"
		if f.Stage == model.Target {
			class = "aim"
		}
		p.put(fmt.Sprintf(`<rect class="%s" x="0" y="1" width="%.1f" height="8"/>`, class, width))
		if f.Quantity.Sign() != "" && f.Stage != model.Target {
			for x := width - 3; x > 0 && x > width-9; x -= 3 {
				p.put(fmt.Sprintf(`<rect x="%.1f" y="1" width="1" height="8" fill="var(--bg)"/>`, x))
			}
		}
	}
	p.put("</svg>")
}

// stages are how far the projects of each district are, each project once.
func (p *webpage) stages() {
	bars := slices.DeleteFunc(slices.Clone(p.v.compare().Stages()), func(b compare.StageBar) bool { return b.Projects == 0 })
	bars = bars[:min(len(bars), manyDistricts)]
	top := 0
	for _, b := range bars {
		top = max(top, b.Projects)
	}
	if top == 0 {
		return
	}
	p.section("html.stages", "html.stages.note")
	for _, b := range bars {
		p.put(`<div class="row stack"><span>`, esc(p.name(b.District)), `</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="`, esc(p.name(b.District)), `">`)
		at := 0.0
		var words []string
		for i, c := range b.Counts {
			if c.N == 0 {
				continue
			}
			width := 100 * float64(c.N) / float64(top)
			shade, style := fmt.Sprintf(` opacity="%.2f"`, .25*float64(i+1)), "fill" // the fuller the further
			if c.Stage == model.NoStage {
				shade, style = "", "aim" // an outline
			}
			word := stageWord(c.Stage, p.lang) + " " + strconv.Itoa(c.N)
			p.put(fmt.Sprintf(`<rect class="%s" x="%.2f" y="1" width="%.2f" height="8"%s><title>%s</title></rect>`, style, at, max(.3, width-.3), shade, esc(word)))
			at += width
			words = append(words, word)
		}
		p.put(`</svg><span class="note">`, esc(strings.Join(words, " · ")), "</span></div>\n")
	}
}
