// Package table lays rows of cells out in columns: widths shared by need, text
// left, numbers right, a scroll that keeps its cursor in sight. It knows
// nothing of reports; three panes use it.
//
// Everything it returns is exactly as wide as asked, by the measure it is
// given. bubbles' own table has no frozen column and measures by itself.
package table

import (
	"strings"

	"qubi/tui/cell"
)

// Fit makes a line exactly w cells wide: blanks are added on the right, or the
// end is cut and marked with more (which may be "").
func Fit(m cell.Measure, line cell.Line, w int, more string) cell.Line {
	have := Width(m, line)
	if have > w {
		line = cut(m, line, w, more)
		have = Width(m, line)
	}
	return pad(line, w-have)
}

// Right makes a line exactly w cells wide with its text at the right end. A
// text that is too wide is cut at its end, as Fit does.
func Right(m cell.Measure, line cell.Line, w int, more string) cell.Line {
	have := Width(m, line)
	if have >= w {
		return Fit(m, line, w, more)
	}
	return append(cell.Line{{Text: blanks(w - have)}}, line...)
}

// Width is the number of cells of a line.
func Width(m cell.Measure, line cell.Line) int {
	w := 0
	for _, s := range line {
		w += m.Width(s.Text)
	}
	return w
}

// Paint gives every span of a line the role, and blanks too: for bars and for
// the row under the cursor, whose ground reaches to the edge.
func Paint(line cell.Line, role cell.Role) cell.Line {
	out := make(cell.Line, len(line))
	for i, s := range line {
		out[i] = cell.Span{Text: s.Text, Role: role}
	}
	return out
}

// pad adds n blanks to a copy of the line.
func pad(line cell.Line, n int) cell.Line {
	if n <= 0 {
		return line
	}
	out := make(cell.Line, len(line), len(line)+1)
	copy(out, line)
	return append(out, cell.Span{Text: blanks(n)})
}

// cut keeps the first cells of a line, w of them with the mark at their end.
// It may come out one cell short where a wide character did not fit.
func cut(m cell.Measure, line cell.Line, w int, more string) cell.Line {
	mark := m.Width(more)
	if mark > w {
		more, mark = "", 0
	}
	var out cell.Line
	room := w - mark
	for _, s := range line {
		end, used := prefix(m, s.Text, room)
		out = append(out, cell.Span{Text: s.Text[:end], Role: s.Role})
		if room -= used; end < len(s.Text) {
			return append(out, cell.Span{Text: more, Role: s.Role})
		}
	}
	return out
}

// prefix is how many bytes of s fit in w cells, and the cells they take.
func prefix(m cell.Measure, s string, w int) (end, used int) {
	for i, r := range s {
		n := m.Rune(r)
		if used+n > w {
			return i, used
		}
		used += n
	}
	return len(s), used
}

// blanks is n spaces, without allocating for any usual width.
func blanks(n int) string {
	const many = "                                                                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(many) {
		return many[:n]
	}
	return strings.Repeat(" ", n)
}
