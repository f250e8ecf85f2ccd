package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
)

// found is every place of the texts where the words of [View.Of] stand, each in
// its sentence.
func (v View) found() listing {
	named, hits := v.namer(), v.Corpus.Concordance(v.Filter, query.NewPattern(v.Of))
	hits = slices.DeleteFunc(hits, func(h query.Hit) bool { return v.Filter.Marked != nil && !v.Filter.Marked[h.Fact().Key()] })
	return listing{title: v.Of, noted: "right", columns: headings(v.Lang, ">district", ">city", ">published/day", "#line", "left", "found", "right", ">report"),
		rows: made(slices.Values(hits), func(h query.Hit) listed {
			d, date := h.District, dated(h.Report)
			section := strings.TrimSpace(named(d)[0] + " " + date + " " + h.Report.Head.Title)
			left, right := around(h)
			return listed{section, []string{d.Name, d.City, date, strconv.Itoa(h.Report.Origin(h.Span).Line), left, h.Word(), right, h.Report.File}, h.Facts()}
		})}
}

// around is what stands before and behind a place in its sentence.
func around(h query.Hit) (left, right string) {
	s := h.Report.PlaceAt(h.Span).Sentence
	from, to := max(s.Start, h.Paragraph.Start), min(s.End, h.Paragraph.End)
	return h.Report.Quote(model.Span{Start: min(from, h.Span.Start), End: h.Span.Start}), h.Report.Quote(model.Span{Start: h.Span.End, End: max(to, h.Span.End)})
}
