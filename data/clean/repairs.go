package clean

import (
	"strings"

	"qubi/model"
)

// repair is a place of damage in the page's text.
type repair struct {
	edit
	reason     string
	confidence float64
	proved     bool
}

// place tells where the repairs stand in the clean text, and in which line.
func place(repairs []repair, page string, offsets model.Offsets) []model.Repair {
	if len(repairs) == 0 {
		return nil
	}
	all := make([]model.Repair, len(repairs))
	line, at := 1, 0
	for i, r := range repairs {
		line += strings.Count(page[at:r.start], "\n")
		at = r.start
		span := model.Span{Start: offsets.Derived(r.start), End: offsets.Derived(r.end)}
		all[i] = model.Repair{
			Span: span, Original: page[r.start:r.end], Repaired: r.with, Reason: r.reason,
			Confidence: r.confidence, Line: line, Proved: r.proved,
		}
	}
	return all
}
