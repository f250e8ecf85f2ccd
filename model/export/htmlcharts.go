package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// bars are the indicators that two districts or more state in one measure, a bar
// for each of the facts that the comparison shows, and why they may not be read
// side by side where that is so.
func (p *webpage) bars() {
	first := true
	for _, r := range p.v.compare().Rows() {
		if r.Columns() < 2 || p.err != nil {
			continue
		}
		if first {
			p.section("html.bars")
			first = false
		}
		p.put("<h3>", esc(r.Name()), " <small>", esc(verdict(r, p.lang)), "</small></h3>\n")
		p.barRows(r)
	}
}

// barRows are the bars of an indicator, on one scale. A number in another
// measure has no bar.
func (p *webpage) barRows(r *compare.Row) {
	districts := p.v.compare().Districts
	top := 0.0
	each := func(use func(d *model.District, c compare.Cell, base float64)) {
		shown := 0
		for j, d := range districts {
			if len(r.Facts(j)) == 0 || shown == manyDistricts {
				continue
			}
			shown++
			c := r.Cell(j)
			base := 0.0
			if c.State == compare.Stated && c.Pick.HasValue && !c.Pick.Ordinal() {
				base = c.Pick.Quantity.Base.Float()
			}
			use(d, c, base)
		}
	}
	each(func(_ *model.District, _ compare.Cell, base float64) { top = max(top, base, -base) })
	each(func(d *model.District, c compare.Cell, base float64) {
		f := c.Pick
		p.put(`<div class="row"><span>`, esc(name(d)), `</span><span class="when">`, esc(strings.Join(details(f, p.lang), " ")), "</span>")
		p.bar(f, base, top)
		p.put(`<span class="val">`)
		p.opens(told(f, p.lang), f, false)
		p.put("</span></div>\n")
	})
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
		if bound(f) != "" && f.Stage != model.Target {
			for x := width - 3; x > 0 && x > width-9; x -= 3 {
				p.put(fmt.Sprintf(`<rect x="%.1f" y="1" width="1" height="8" fill="var(--bg)"/>`, x))
			}
		}
	}
	p.put("</svg>")
}

// series is what one district says of one indicator in one measure over time.
type series struct {
	district, indicator, unit string
	facts                     []*model.Fact
}

// times are the indicators that a district states for several periods.
func (p *webpage) times() {
	first := true
	for d, facts := range p.v.byDistrict() {
		for _, s := range seriesOf(name(d), facts) {
			if p.err != nil {
				return
			}
			if first {
				p.section("html.times", "html.times.note")
				first = false
			}
			p.line(s)
		}
	}
}

// seriesOf are the district's series with numbers of two periods or more, each
// in the order of time.
func seriesOf(district string, facts []*model.Fact) (all []series) {
	at := map[[2]string]int{}
	for _, f := range facts {
		if f.Kind != model.Metric || f.Indicator == "" || !f.HasValue || f.Ordinal() || f.Period.To == 0 || f.Is(model.FlagScopeCity) || f.Is(model.FlagScopeOther) || f.Is(model.FlagScopeWide) {
			continue
		}
		id := [2]string{f.Indicator, f.Quantity.BaseUnit}
		i, known := at[id]
		if !known {
			i = len(all)
			at[id] = i
			all = append(all, series{district: district, indicator: f.Indicator, unit: f.Quantity.BaseUnit})
		}
		all[i].facts = append(all[i].facts, f)
	}
	for _, s := range all {
		slices.SortStableFunc(s.facts, func(a, b *model.Fact) int {
			return cmp.Or(cmp.Compare(a.Period.To, b.Period.To), cmp.Compare(a.Period.From, b.Period.From))
		})
	}
	return slices.DeleteFunc(all, func(s series) bool { return s.facts[0].Period.To == s.facts[len(s.facts)-1].Period.To })
}

// line draws a series: months to the right, numbers upwards from zero, or from
// the lowest where that lies below.
func (p *webpage) line(s series) {
	const left, right, top, bottom, width, height = 4, 436, 26, 96, 440, 130
	low, high := 0.0, 0.0
	for _, f := range s.facts {
		low, high = min(low, f.Quantity.Base.Float()), max(high, f.Quantity.Base.Float())
	}
	from, to := float64(s.facts[0].Period.To), float64(s.facts[len(s.facts)-1].Period.To)
	x := func(f *model.Fact) float64 { return left + 50 + (right-left-100)*(float64(f.Period.To)-from)/(to-from) }
	y := func(v float64) float64 { return bottom - (bottom-top)*(v-low)/max(high-low, 1e-9) }
	p.put("<h3>", esc(s.district), " ", esc(s.indicator), " <small>", esc(s.unit), "</small></h3>\n")
	p.put(fmt.Sprintf(`<div class="scroll"><svg class="time" viewBox="0 0 %d %d" role="img" aria-label="%s"><path class="grid" d="M%d %.1fH%d"/>`, width, height, esc(s.district+" "+s.indicator), left, y(0), right))
	p.joins(s, x, y)
	labels := map[model.Month]int{} // how many stand at a month already
	for _, f := range s.facts {
		class := "dot"
		if f.Stage == model.Target {
			class = "dot goal"
		}
		n := labels[f.Period.To]
		labels[f.Period.To]++
		px, py := x(f), y(f.Quantity.Base.Float())
		p.put(fmt.Sprintf(`<a href="#%s"><circle class="%s" cx="%.1f" cy="%.1f" r="5"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text><title>%s</title></a>`,
			anchor(f), class, px, py, px, py-9-15*float64(n), esc(f.Quantity.Words(p.lang)), esc(f.Sentence())))
		if n == 0 {
			p.put(fmt.Sprintf(`<text class="mut" x="%.1f" y="%d" text-anchor="middle">%s</text>`, px, height-14, esc(f.Period.Label)))
		}
	}
	p.put("</svg></div>\n")
}

// joins draws lines between what is achieved in periods of equal length; a line
// from eleven months to a year would show a rise that nobody states.
func (p *webpage) joins(s series, x func(*model.Fact) float64, y func(float64) float64) {
	length := func(f *model.Fact) model.Month { return f.Period.To - f.Period.From }
	drawn := map[model.Month]bool{}
	for _, f := range s.facts {
		if drawn[length(f)] || f.Stage == model.Target {
			continue
		}
		drawn[length(f)] = true
		var path strings.Builder
		n := 0
		for _, g := range s.facts {
			if length(g) != length(f) || g.Stage == model.Target || g.Period.AsOf != f.Period.AsOf {
				continue
			}
			path.WriteString(fmt.Sprintf("%s%.1f %.1f", map[bool]string{true: "M", false: "L"}[n == 0], x(g), y(g.Quantity.Base.Float())))
			n++
		}
		if n > 1 {
			p.put(`<path class="join" d="`, path.String(), `"/>`)
		}
	}
}

// stages are how far the projects of each district are.
func (p *webpage) stages() {
	stages := []model.Stage{model.Planned, model.Signed, model.Building, model.Done, model.NoStage}
	type tally struct {
		of    *model.District
		all   int
		count map[model.Stage]int
	}
	var tallies []tally
	top := 0
	for d, facts := range p.v.byDistrict() {
		t := tally{d, 0, map[model.Stage]int{}}
		for _, f := range facts {
			if f.Kind == model.Project {
				t.all++
				t.count[f.Stage]++
			}
		}
		top = max(top, t.all)
		if t.all > 0 && len(tallies) < manyDistricts {
			tallies = append(tallies, t)
		}
	}
	if top == 0 {
		return
	}
	p.section("html.stages")
	for _, t := range tallies {
		p.put(`<div class="row stack"><span>`, esc(name(t.of)), `</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">`)
		at := 0.0
		var words []string
		for i, s := range stages {
			n := t.count[s]
			if n == 0 {
				continue
			}
			width := 100 * float64(n) / float64(top)
			if s == model.NoStage {
				p.put(fmt.Sprintf(`<rect class="aim" x="%.2f" y="1" width="%.2f" height="8"/>`, at, width-.4))
			} else {
				p.put(fmt.Sprintf(`<rect class="fill" x="%.2f" y="1" width="%.2f" height="8" opacity="%.2f"/>`, at, width-.4, .25*float64(i+1)))
			}
			at += width
			words = append(words, cmp.Or(s.Word(p.lang), phrase(p.lang, "html.stages.none"))+" "+fmt.Sprint(n))
		}
		p.put(`</svg><span class="note">`, esc(strings.Join(words, " · ")), "</span></div>\n")
	}
}
