package draw

import (
	"qubi/model"
	"qubi/tui/cell"
)

// Wrap breaks a text into lines of at most w cells and gives them as spans of
// the text.
func Wrap(m cell.Measure, s string, w int) []model.Span {
	return model.Map(m.WrapSpans(s, w), func(r cell.Range) model.Span { return model.Span(r) })
}
