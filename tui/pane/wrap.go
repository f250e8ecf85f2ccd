package pane

import (
	"qubi/model"
	"qubi/tui/cell"
)

// wrap breaks a text into lines of at most w cells and gives them as spans of
// the text.
func wrap(m cell.Measure, s string, w int) []model.Span {
	var out []model.Span
	start, used := 0, 0
	for i, r := range s {
		n := m.Rune(r)
		if used+n > w && i > start {
			out = append(out, model.Span{Start: start, End: i})
			start, used = i, 0
		}
		used += n
	}
	return append(out, model.Span{Start: start, End: len(s)})
}
