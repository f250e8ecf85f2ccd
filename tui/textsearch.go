package tui

import (
	"cmp"
	"slices"

	"qubi/model/query"
	"qubi/tui/pane"
)

// textHits looks for a pattern in all reports of the districts shown, from the
// block that the focused one is in: thousands of texts are searched by their
// facts.
func (a *App) textHits(p *query.Pattern) []textHit {
	var all []textHit
	from := a.block()
	for i := from; i < min(len(a.order), from+columnsCompared); i++ {
		for number, r := range a.corpus.Districts[a.order[i]].Reports {
			for _, para := range r.Paragraphs {
				for _, s := range p.Find(r.Quote(para)) {
					all = append(all, textHit{i, number, para.Start + s.Start, s.Len()})
				}
			}
		}
	}
	return all
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
		here := textHit{pane: a.focus, report: p.Number(), at: p.Offset()}
		i, _ = slices.BinarySearchFunc(a.query.texts, here, func(h, g textHit) int { return cmp.Or(h.pane-g.pane, h.report-g.report, h.at-g.at) })
		if by < 0 {
			i--
		}
	}
	a.query.at = (i + n) % n
	hit := a.query.texts[a.query.at]
	a.focus = hit.pane
	a.derive()
	if p, ok := a.focused().(*pane.Source); ok {
		if d := a.order[hit.pane]; p.Number() != hit.report {
			a.reports[d] = hit.report
			a.fill(a.at(hit.pane), p)
		}
		p.GoTo(hit.at)
	}
}
