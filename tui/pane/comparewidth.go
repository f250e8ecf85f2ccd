package pane

import (
	"iter"

	"qubi/model"
	"qubi/model/compare"
	"qubi/tui/draw"
)

// How a comparison shares its width: so many districts stand side by side as
// have the least room; of what is over, names get up to half. Where a column
// still needs more than its part, those that need less give to it, and then to
// the names.

// Widths of the first column and of a district's, in cells.
const (
	leastCell, leastFigures = 22, 30 // a cell of counts or of stages, a cell with a value and its period
	leastFirst              = 16
)

// least is the least width of the first column, and of a district's.
func (p *Compare) least() (first, each int) {
	switch p.tab {
	case draw.TabIndicators:
		return leastFirst, leastFigures
	case draw.TabShared:
		return leastFirst + 6 + p.kindWidth(), leastCell // the case and the kind stand before the name
	}
	return leastFirst, leastCell
}

// fitting is how many districts stand side by side.
func (p *Compare) fitting() int {
	first, each := p.least()
	return max(1, min(p.columns(), (p.w-first)/(each+1)))
}

// parted are the widths of the first column, and of the districts' in sight.
type parted struct {
	first int
	each  []int
}

// widths are shared once for the columns in sight.
func (p *Compare) widths() (first int, each []int) {
	p.measure()
	s := p.share.Of([2]int{p.w, p.left}, p.shareAll)
	return s.first, s.each
}

func (p *Compare) shareAll() parted {
	first, least := p.least()
	n, each := p.fitting(), []int(nil)
	first += max(0, min(p.names-first, (p.w-first-n*(least+1))/2))
	room := max(n, p.w-first-n)
	each = make([]int, n)
	spare := 0 // what columns do not need of their equal part
	for j := range each {
		each[j] = room / n
		if j < room%n {
			each[j]++
		}
		spare += max(0, each[j]-p.need(p.left+j))
	}
	for j := range each {
		if more := min(p.need(p.left+j)-each[j], spare); more > 0 {
			each[j], spare = each[j]+more, spare-more
			take(each, more, func(k int) int { return each[k] - p.need(p.left+k) })
		}
	}
	wanted := p.names - first
	if wanted > spare {
		wanted = p.bare - first
	}
	if more := min(wanted, spare); more > 0 { // a name in full before cells in full words
		first += more
		take(each, more, func(k int) int { return each[k] - p.need(p.left+k) })
	}
	return parted{first, each}
}

// take takes n cells from the columns, one by one from the one that can spare
// the most.
func take(each []int, n int, spare func(k int) int) {
	for ; n > 0; n-- {
		most := 0
		for k := range each {
			if spare(k) > spare(most) {
				most = k
			}
		}
		each[most]--
	}
}

// need is how wide a district's column must be to tell its cells with nothing
// left out, in short words and in full ones.
type need struct {
	short, full int
	period      int // of its periods, so that what follows them stands in one place
}

// widestPeriod is how wide periods may be without making all others stand apart.
const widestPeriod = 10

// need is how wide a district's column must be at least.
func (p *Compare) need(j int) int { return p.needOf(j).short }

// needOf measures a column, once for a comparison.
func (p *Compare) needOf(j int) need {
	p.measure()
	if n, known := p.needs[j]; known {
		return n
	}
	l := p.look
	var n need
	for i := range p.seen() {
		if facts, _ := p.table[i].Told(j); len(facts) > 0 && facts[0].Kind == model.Metric {
			n.period = max(n.period, min(widestPeriod, l.Measure.Width(l.ComparedPeriod(facts[0]).Text)))
		}
	}
	for i := range p.seen() {
		if r, akin := p.class(i); akin {
			n.short = max(n.short, l.Measure.WidthLine(l.Members(r.Members(j))))
			continue
		}
		if facts, state := p.table[i].Told(j); len(facts) > 0 {
			n.short = max(n.short, l.Measure.WidthLine(p.toldIn(i, true, n.period, facts, state)))
			n.full = max(n.full, l.Measure.WidthLine(p.toldIn(i, false, n.period, facts, state)))
		}
	}
	if p.tab == draw.TabCounts {
		_, n.short = p.least()
	}
	n.short = max(n.short, l.Measure.Width(l.Named(p.of.Districts[j]))+1)
	p.needs[j] = n
	return n
}

// class is row i where it is of a class of industries, in which districts have
// several each.
func (p *Compare) class(i int) (r compare.NameRow, is bool) {
	if p.tab == draw.TabShared {
		r = p.of.Names()[i]
	}
	return r, r.Class != ""
}

// So many rows and columns are measured; a wider text further on is cut as
// any other.
const rowsMeasured, columnsMeasured = 200, 40

// seen are the rows that are measured: the first of those that no fold hides.
func (p *Compare) seen() iter.Seq[int] {
	return func(yield func(int) bool) {
		n := 0
		for _, i := range p.list {
			if i < 0 {
				continue
			}
			if n++; n > rowsMeasured || !yield(i) {
				return
			}
		}
	}
}

// measures are cells of the names, numbers and units in a table, so that they
// stand in one place, and of what each column needs where it was in sight.
type measures struct {
	names, bare  int // with the reasons why rows do not compare, and without
	number, unit int
	needs        map[int]need
}

// measure finds how wide the table's names, numbers and units are.
func (p *Compare) measure() {
	if p.of != nil {
		p.measures = p.measured.Of(p.of, p.measureAll)
	}
}

func (p *Compare) measureAll() measures {
	l, m := p.look, measures{number: 1, unit: 1, needs: map[int]need{}}
	wide := 0 // number and unit together
	for i := range p.seen() {
		m.names = max(m.names, l.Measure.WidthLine(p.first(i, true))+1)
		m.bare = max(m.bare, l.Measure.WidthLine(p.first(i, false))+1)
		if p.tab != draw.TabIndicators {
			continue
		}
		for j := range min(p.columns(), columnsMeasured) {
			facts := p.of.Rows()[i].Facts(j)
			if len(facts) == 0 || facts[0].Ordinal() {
				continue
			}
			number, unit := p.figure(i, facts[0])
			m.number = min(draw.WidestNumber, max(m.number, l.Measure.Width(number)))
			m.unit = min(draw.WidestUnit, max(m.unit, l.Measure.Width(unit)))
			wide = max(wide, l.Measure.Width(number+unit))
		}
	}
	m.number = max(m.number, min(wide, draw.LongestRank)-m.unit)
	return m
}
