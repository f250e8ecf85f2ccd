package tui

import (
	"cmp"
	"slices"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/pane"
)

// textHits looks for a pattern in all reports of the districts shown, from the
// block that the focused one is in: thousands of texts are searched by their
// facts.
func (a *App) textHits(p *query.Pattern) []query.Hit {
	if len(a.order) == 0 || p == nil {
		return nil
	}
	from := a.block()
	return a.corpus.Concordance(query.Filter{Districts: a.ids(a.order[from:min(len(a.order), from+columnsCompared)])}, p)
}

// paneOf is the position of a district's pane in the order.
func (a *App) paneOf(d *model.District) int {
	return slices.IndexFunc(a.order, func(n int) bool { return a.corpus.Districts[n] == d })
}

// textHit goes to the next or previous hit in the texts: from the one gone to
// last, or else from where the cursor stands. A hit in another report of its
// district brings that one into sight.
func (a *App) textHit(by int) {
	n := len(a.query.texts)
	p, ok := a.focused().(*pane.Source)
	if n == 0 || !ok {
		return
	}
	i := a.query.at + by
	if a.query.at < 0 {
		i, _ = slices.BinarySearchFunc(a.query.texts, p.Report(), func(h query.Hit, here *model.Report) int {
			return cmp.Or(a.paneOf(h.District)-a.focus, h.Report.Head.Date().Compare(here.Head.Date()),
				slices.Index(h.District.Reports, h.Report)-p.Number(), h.Span.Start-p.Offset())
		})
		if by < 0 {
			i--
		}
	}
	a.query.at = (i + n) % n
	hit := a.query.texts[a.query.at]
	a.focus = a.paneOf(hit.District)
	a.derive()
	if p, ok := a.focused().(*pane.Source); ok {
		a.reports[a.order[a.focus]] = slices.Index(hit.District.Reports, hit.Report)
		a.fill(a.at(a.focus), p)
		p.GoTo(hit.Span.Start)
	}
}
