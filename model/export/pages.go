package export

import "qubi/model"

func writeMarkdown(o *out, v View) error {
	m := &markdown{out: o, v: v, lang: v.Lang, numbers: map[sentence]int{}, told: map[*model.Fact]bool{}, days: map[*model.District]map[string]int{}}
	if m.v.Width == 0 {
		m.v.Width = usualWidth
	}
	m.districts = m.onView()
	m.city, m.name = oneCity(m.districts)
	m.opening()
	m.flush()
	switch v.Kind {
	case Chart:
		m.chart()
	case Found:
		m.found()
	case Ranking, Time, Review:
		m.listing()
	case Counts:
		m.counts()
	case Indicators:
		m.indicators()
	case Shared:
		m.names()
	case Text:
		m.texts()
	default:
		m.facts()
	}
	if v.Kind == Marked {
		m.strays()
	}
	m.footnotes()
	if v.Kind != Counts && !v.Full {
		m.reportList()
	}
	return m.err
}

func writeHTML(o *out, v View) error {
	p := &webpage{out: o, v: v, lang: v.Lang, gone: map[*model.Fact]bool{}}
	p.city, p.name = oneCity(v.Corpus.View(v.Filter))
	p.opening()
	p.flush()
	switch v.Kind {
	case Ranking:
		p.ranking()
		p.listing()
	case Time:
		p.times()
		p.listing()
	case Found, Review:
		p.listing()
	case Chart:
		p.heat()
		p.stages()
		p.bars()
	case Text:
		p.texts()
	case Counts:
		p.heat()
	case Indicators:
		p.bars()
		p.indicatorTable()
		p.times()
	case Shared:
		p.names()
	default:
		p.heat()
		p.bars()
		p.times()
		p.stages()
		p.indicatorTable()
	}
	if v.Kind != Counts && !(v.Kind.lists() && v.Kind != Chart) {
		p.facts()
	}
	p.reportTable()
	p.put("</body>\n</html>\n")
	return p.err
}
