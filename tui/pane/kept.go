package pane

import "qubi/tui/cell"

// kept is what a pane drew of its rows without the cursor, by all that a row
// depends on beside what draw.Look.Still speaks of.
type kept[K comparable] map[K][]cell.Line

// begin begins a picture, for which only what still stands is of use.
func (k *kept[K]) begin(still bool) {
	if !still || *k == nil {
		*k = kept[K]{}
	}
}

// row is a row drawn, or as it was drawn before; the one that has the cursor is
// drawn each time.
func (k kept[K]) row(at K, here bool, draw func() []cell.Line) []cell.Line {
	if here {
		return draw()
	}
	lines, known := k[at]
	if !known {
		lines = draw()
		k[at] = lines
	}
	return lines
}
