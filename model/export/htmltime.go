package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/compare"
)

// times are what the districts that have several reports state over time: a
// picture of each indicator with numbers of two periods or more, with its targets
// and what became of them; and in a table the targets that stand alone.
func (p *webpage) times() {
	first := true
	for _, t := range p.v.compare().Times() {
		var alone []compare.Line
		for _, line := range t.Lines {
			if p.err != nil {
				return
			}
			if first {
				p.section("html.times", "html.times.note")
				first = false
			}
			points := pointsOf(line)
			if len(points) == 0 {
				alone = append(alone, line)
				continue
			}
			p.put("<h3>", esc(p.name(t.District)), " ", esc(line.Indicator), " <small>", esc(line.Unit), "</small></h3>\n")
			p.course(t.District, line, points)
			for _, o := range line.Outcomes {
				p.put(`<div class="out">`)
				p.outcome(o, "<span>", "</span>")
				p.put("</div>\n")
			}
		}
		p.alone(t.District, alone)
	}
}

// alone are the targets, and the numbers of one period, that make no picture.
func (p *webpage) alone(d *model.District, lines []compare.Line) {
	if len(lines) == 0 {
		return
	}
	p.put("<h3>", esc(p.name(d)), " <small>", p.say("html.alone"), "</small></h3>\n<div class=\"scroll\"><table>\n")
	for _, line := range lines {
		for _, s := range line.Points {
			p.put("<tr><th>", esc(line.Indicator), "<td><td>")
			p.opens(signed(s.Fact(), told(s.Fact(), p.lang))+" "+strings.Join(details(s.Fact(), p.lang), " "), s.Fact(), true)
			p.put("<td>\n")
		}
		for _, o := range line.Outcomes {
			p.put("<tr><th>", esc(line.Indicator))
			p.outcome(o, "<td>", "")
			p.put("\n")
		}
	}
	p.put("</table></div>\n")
}

// point is a number in a picture over time.
type point struct {
	fact   *model.Fact
	target bool
	x, y   float64
}

// pointsOf are the numbers of a line that have a place in time, where they are of
// two months or more: its course, its targets, and their results.
func pointsOf(line compare.Line) (all []point) {
	drawn := map[*model.Fact]bool{}
	add := func(f *model.Fact) {
		if f != nil && !drawn[f] && !f.Ordinal() && f.Period.To != 0 && f.Quantity.BaseUnit == line.Unit {
			drawn[f] = true
			all = append(all, point{fact: f, target: f.Stage == model.Target})
		}
	}
	for _, s := range line.Points {
		add(s.Fact())
	}
	for _, o := range line.Outcomes {
		add(o.Target)
		if o.Result != nil {
			add(o.Result)
		}
	}
	for _, q := range all {
		if q.fact.Period.To != all[0].fact.Period.To {
			return all
		}
	}
	return nil
}

// The measures of a picture over time, in its own units.
const (
	timeWide  = 560.0
	timeSide  = 60.0 // left free for labels
	timeHigh  = 70.0 // from the least to the greatest number
	labelHigh = 15.0
)

// course draws numbers over time: months to the right, numbers upwards from zero,
// or from the least where that lies below. Each has its number and its period at
// it, none over another.
func (p *webpage) course(d *model.District, line compare.Line, points []point) {
	ground := place(points)
	slices.SortStableFunc(points, func(a, b point) int { return compare.First(a.target, b.target) }) // results over targets
	var labels boxes
	var b strings.Builder
	for _, q := range points {
		labels.take(box{q.x - 6, q.y - 6, 12, 12})
	}
	low := 0.0
	for _, q := range points {
		f, class, size := q.fact, "dot", 5
		text := signed(f, f.Stated().Words(p.lang)) + " " + f.Period.Label
		if q.target { // larger, so that it is seen around a result that meets it
			class, size, text = "dot goal", 7, text+" "+f.Stage.Word(p.lang)
		}
		wide := 6.8 * float64(cellsOf(text))
		x := max(wide/2, min(q.x, timeWide-wide/2)) // within the picture
		y := labels.above(x, q.y-9, wide)
		low = min(low, y-labelHigh)
		fmt.Fprintf(&b, `<a href="#%s"><circle class="%s" cx="%.1f" cy="%.1f" r="%d"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text><title>%s</title></a>`,
			anchor(f), class, q.x, q.y, size, x, y, esc(text), esc(f.Sentence()))
	}
	p.put(fmt.Sprintf(`<div class="scroll"><svg class="time" viewBox="0 %.0f %.0f %.0f" role="img" aria-label="%s"><path class="grid" d="M0 %.1fH%.0f"/>`,
		low, timeWide, timeHigh+10-low, esc(p.name(d)+" "+line.Indicator), ground, timeWide))
	p.joins(points)
	p.gaps(line, points)
	p.put(b.String(), "</svg></div>\n")
	below := map[*model.Fact]bool{}
	for _, o := range line.Outcomes {
		below[o.Target], below[o.Result] = true, true
	}
	for _, q := range points { // where the picture leads to
		if !below[q.fact] {
			p.put(`<div class="said">`)
			p.opens(told(q.fact, p.lang)+" "+strings.Join(details(q.fact, p.lang), " "), q.fact, true)
			p.put("</div>\n")
		}
	}
}

// place gives each point its place in the picture, and tells where zero lies.
func place(points []point) (ground float64) {
	low, high := 0.0, 0.0
	from, to := points[0].fact.Period.To, points[0].fact.Period.To
	for _, q := range points {
		v := q.fact.Quantity.Base.Float()
		low, high = min(low, v), max(high, v)
		from, to = min(from, q.fact.Period.To), max(to, q.fact.Period.To)
	}
	for i, q := range points {
		points[i].x = timeSide + (timeWide-2*timeSide)*float64(q.fact.Period.To-from)/float64(to-from)
		points[i].y = timeHigh - timeHigh*(q.fact.Quantity.Base.Float()-low)/max(high-low, 1e-9)
	}
	return timeHigh + timeHigh*low/max(high-low, 1e-9)
}

// box is a rectangle that something takes: its left upper corner and its size.
type box struct{ x, y, w, h float64 }

// boxes are those taken, from the one that ends lowest on the page to the highest.
type boxes []box

// take takes a box.
func (all *boxes) take(mine box) {
	i, _ := slices.BinarySearchFunc(*all, mine, func(b, mine box) int { return cmp.Compare(mine.y+mine.h, b.y+b.h) })
	*all = slices.Insert(*all, i, mine)
}

// above is the nearest free height for a text of some width around x whose line
// stands at y or higher, which it takes. What it has gone by is not in its way again.
func (all *boxes) above(x, y, wide float64) float64 {
	mine := box{x - wide/2, y - labelHigh + 2, wide, labelHigh}
	for _, b := range *all {
		for mine.x < b.x+b.w && b.x < mine.x+mine.w && mine.y < b.y+b.h && b.y < mine.y+mine.h {
			mine.y -= 2
		}
	}
	all.take(mine)
	return mine.y + labelHigh - 2
}

// joins draws lines between what is achieved in periods of equal length; a line
// from eleven months to a year would show a rise that nobody states.
func (p *webpage) joins(points []point) {
	for i, q := range points {
		like := func(o point) bool { return !o.target && o.fact.Period.Like(q.fact.Period) }
		if q.target || slices.ContainsFunc(points[:i], like) {
			continue
		}
		var path strings.Builder
		for _, o := range points[i:] {
			if like(o) {
				fmt.Fprintf(&path, "%s%.1f %.1f", map[bool]string{true: "M", false: "L"}[path.Len() == 0], o.x, o.y)
			}
		}
		if strings.Contains(path.String(), "L") {
			p.put(`<path class="join" d="`, path.String(), `"/>`)
		}
	}
}

// gaps joins each target with its result.
func (p *webpage) gaps(line compare.Line, points []point) {
	at := map[*model.Fact]point{}
	for _, q := range points {
		at[q.fact] = q
	}
	for _, o := range line.Outcomes {
		from, there := at[o.Target]
		to, too := at[o.Result]
		if there && too {
			p.put(fmt.Sprintf(`<path class="gap" d="M%.1f %.1fL%.1f %.1f"/>`, from.x, from.y, to.x, to.y))
		}
	}
}

// outcome is a target with what became of it, each part between two tags.
func (p *webpage) outcome(o compare.Outcome, open, shut string) {
	p.put(open, `<b class="`, o.State.String(), `">`, esc(o.State.Word(p.lang)), "</b>", shut, open)
	p.opens(signed(o.Target, strings.TrimSpace(told(o.Target, p.lang)+" "+strings.Join(details(o.Target, p.lang), " "))), o.Target, true)
	p.put(shut, open)
	if r := o.Result; r != nil {
		p.put("→ ")
		p.opens(signed(r, told(r, p.lang))+" "+strings.Join(details(r, p.lang), " ")+" "+dated(r.Report), r, true)
	}
	p.put(shut)
}
