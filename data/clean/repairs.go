package clean

import (
	"strings"

	"qubi/data/clean/mirror"
	"qubi/model"
)

// place tells where the repairs stand in the clean text, and in which line.
func place(repairs []mirror.Repair, page string, offsets model.Offsets) []model.Repair {
	if len(repairs) == 0 {
		return nil
	}
	all := make([]model.Repair, len(repairs))
	line, at := 1, 0
	for i, r := range repairs {
		line += strings.Count(page[at:r.Start], "\n")
		at = r.Start
		span := model.Span{Start: offsets.Derived(r.Start), End: offsets.Derived(r.End)}
		all[i] = model.Repair{
			Span: span, Original: page[r.Start:r.End], Repaired: r.With, Reason: r.Reason,
			Confidence: r.Confidence, Line: line, Proved: r.Proved,
		}
	}
	return all
}
