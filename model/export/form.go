package export

import (
	"iter"
	"slices"

	"qubi/model"
)

// form is what a view is in each format. A new view is a row of [forms].
type form struct {
	kind     Kind
	list     func(View) (listing, error) // of a view that lists things one below the other
	sheet    func(View) sheet            // the first of a workbook; else it is the table of indicators
	table    string                      // in a database, none for ""
	rows     func(View) sheet            // of that table
	json     func(View) iter.Seq[object] // its rows; else it is its facts
	markdown func(*markdown)
	html     []func(*webpage)
}

// forms are those of all views, in the order in which they are offered.
func forms() []form {
	type web = []func(*webpage)
	all := web{(*webpage).heat, (*webpage).bars, (*webpage).times, (*webpage).stages, (*webpage).indicatorTable, (*webpage).facts}
	return []form{
		{kind: SideBySide, markdown: (*markdown).facts, html: all},
		{kind: Counts, sheet: View.countSheet, table: "counts", rows: View.countSheet, json: View.jsonCounts, markdown: (*markdown).counts, html: web{(*webpage).heat}},
		{kind: Indicators, table: "comparison", rows: View.cellSheet, json: View.jsonIndicators, markdown: (*markdown).indicators,
			html: web{(*webpage).bars, (*webpage).indicatorTable, (*webpage).times, (*webpage).facts}},
		{kind: Shared, sheet: View.nameSheet, table: "names", rows: View.sharedSheet, json: View.jsonNames, markdown: (*markdown).names, html: web{(*webpage).names, (*webpage).facts}},
		{kind: Marked, markdown: (*markdown).marked, html: all},
		{kind: Text, markdown: (*markdown).texts, html: web{(*webpage).texts, (*webpage).facts}},
		listForm(Ranking, View.ranking, (*markdown).listing, (*webpage).ranking, (*webpage).listing),
		listForm(Time, View.times, (*markdown).listing, (*webpage).times, (*webpage).listing),
		listForm(Chart, View.chart, (*markdown).chart, (*webpage).heat, (*webpage).stages, (*webpage).bars, (*webpage).facts),
		listForm(Found, View.found, (*markdown).found, (*webpage).listing),
		listForm(Review, View.queue, (*markdown).listing, (*webpage).listing),
	}
}

// listForm is the form of a view that lists things.
func listForm(k Kind, list func(View) (listing, error), markdown func(*markdown), html ...func(*webpage)) form {
	return form{k, list, View.listSheet, string(k), View.listSheet, View.jsonList, markdown, html}
}

// form is that of the view.
func (k Kind) form() form {
	all := forms()
	return all[max(0, slices.IndexFunc(all, func(f form) bool { return f.kind == k }))]
}

func writeMarkdown(o *out, v View) error {
	m := &markdown{out: o, v: v, lang: v.Lang, numbers: map[sentence]int{}, told: map[*model.Fact]bool{}, days: map[*model.District]map[string]int{}}
	if m.v.Width == 0 {
		m.v.Width = usualWidth
	}
	m.districts = m.onView()
	m.city = oneCity(m.districts)
	m.opening()
	m.flush()
	v.Kind.form().markdown(m)
	m.footnotes()
	if v.Kind != Counts && !v.Full {
		m.reportList()
	}
	return m.err
}

func writeHTML(o *out, v View) error {
	p := &webpage{out: o, v: v, lang: v.Lang, city: oneCity(v.Corpus.View(v.Filter)), gone: map[*model.Fact]bool{}}
	p.opening()
	p.flush()
	for _, part := range v.Kind.form().html {
		part(p)
	}
	p.reportTable()
	p.put("</body>\n</html>\n")
	return p.err
}
