package draw

import (
	"qubi/model"
	"qubi/tui/cell"
)

// Wrap breaks a text into lines of at most w cells and gives them as spans of
// the text.
func Wrap(m cell.Measure, s string, w int) []model.Span {
	ranges := m.WrapSpans(s, w)
	out := make([]model.Span, len(ranges))
	for i, r := range ranges {
		out[i] = model.Span(r)
	}
	return out
}
