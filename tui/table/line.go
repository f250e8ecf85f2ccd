// Package table lays rows of cells out in columns: widths shared by need, text
// left, numbers right, a scroll that keeps its cursor in sight. It knows
// nothing of reports; panes and dialogs use it.
//
// Everything it returns is exactly as wide as asked, by the measure it is
// given. bubbles' own table has no frozen column and measures by itself.
package table

import "qubi/tui/cell"

// Fit makes a line exactly w cells wide: shortened with an ellipsis, or filled
// up with blanks in the plain role, so that no underline or ground runs on
// behind a text (cell's own FitLine lets it).
func Fit(m cell.Measure, line cell.Line, w int) cell.Line {
	used := m.WidthLine(line) // once for most lines: measuring is most of drawing
	if used > w {
		line = m.TruncateLine(line, w)
		used = m.WidthLine(line)
	}
	if rest := w - used; rest > 0 {
		out := make(cell.Line, len(line), len(line)+2) // the caller may add to it
		copy(out, line)
		return append(out, cell.Span{Text: cell.Blank(rest)})
	}
	return line
}

// Right makes a line exactly w cells wide with its text at the right end. A
// text that is too wide is shortened at its end, as Fit does.
func Right(m cell.Measure, line cell.Line, w int) cell.Line {
	if rest := w - m.WidthLine(line); rest > 0 {
		return append(cell.Line{{Text: cell.Blank(rest)}}, line...)
	}
	return Fit(m, line, w)
}
