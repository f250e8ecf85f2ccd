package main

import (
	"io"
	"strings"

	"qubi/model/legible"
	"qubi/tui/cell"
)

// table is text in aligned columns, two blanks apart, for reading in a
// terminal. Characters of ambiguous width count as one cell.
type table struct {
	head  []string
	rows  [][]string
	right map[int]bool // columns aligned at their right edge
}

// write draws the table. The last column is not padded.
func (t table) write(w io.Writer) error {
	var measure cell.Measure
	lines := append([][]string{t.head}, t.rows...)
	widths := make([]int, len(t.head))
	for _, line := range lines {
		for i, text := range line {
			line[i] = legible.Line(text)
			widths[i] = max(widths[i], measure.Width(line[i]))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		for i, text := range line {
			if i > 0 {
				b.WriteString("  ")
			}
			pad := strings.Repeat(" ", widths[i]-measure.Width(text))
			switch {
			case t.right[i]:
				b.WriteString(pad + text)
			case i < len(line)-1:
				b.WriteString(text + pad)
			default:
				b.WriteString(text)
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}
