package draw

import (
	"qubi/tui/cell"
	"qubi/tui/style"
)

// Tab is one of the tables of a comparison. The first three have a column per
// district (Compare), the others are lists (List).
type Tab int

// The tabs, in their order.
const (
	TabIndicators Tab = iota // a row per indicator
	TabCounts                // a row per theme and kind
	TabShared                // clusters, parks, projects: named by all, some, one
	TabRanking               // one indicator by value
	TabTime                  // numbers in the order of time, targets and what became of them
	TabChart                 // pictures
	TabFinds                 // what the search finds in the texts
	TabCount
)

// ID names the tab among the words of the interface, and its table where that is exported.
func (t Tab) ID() string {
	return [...]string{"indicators", "counts", "shared", "ranking", "time", "chart", "found"}[t]
}

// firstTab is the first table named in w cells, so that the one in sight is.
func (l *Look) firstTab(on Tab, w int) Tab {
	first, used := on, l.Measure.WidthLine(l.tabEntry(on, on))
	for first > 0 {
		if used += l.Measure.WidthLine(l.tabEntry(first-1, on)); used > w {
			break
		}
		first--
	}
	return first
}

// TabAt is the table named at a cell of the line of tables.
func (l *Look) TabAt(on Tab, w, x, y int) (Tab, bool) {
	at := 0
	for t := l.firstTab(on, w); t < TabCount && y == 0; t++ {
		if at += l.Measure.WidthLine(l.tabEntry(t, on)); x < at {
			return t, true
		}
	}
	return 0, false
}

// tabEntry is a table's name; a mark as well as its role says that it is the
// one in sight.
func (l *Look) tabEntry(t, on Tab) cell.Line {
	role, mark := style.Bar, " "
	if t == on {
		role, mark = style.BarOn, l.Glyphs.Cursor
	}
	return cell.Line{Text(mark+l.Words.Text("tab."+t.ID())+" ", role)}
}

// Tabs names the tables, then what is said of the one in sight and which part of
// it is; the tables' names are wanted most, then the part.
func (l *Look) Tabs(on Tab, said, part string, w int) cell.Line {
	var line cell.Line
	for t := l.firstTab(on, w); t < TabCount; t++ {
		line = append(line, l.tabEntry(t, on)...)
	}
	right := said + " " + part
	if l.Measure.WidthLine(line)+l.Measure.Width(right) > w {
		right = part
	}
	room := max(0, w-l.Measure.Width(right))
	return l.Fit(append(l.Fit(line, room), Text(right, style.Hint)), w)
}

// Ending makes a line fit w cells with the flag at its end whole: a name is cut
// before the mark behind it.
func (l *Look) Ending(line cell.Line, w int) cell.Line {
	last := line[len(line)-1]
	if l.Measure.WidthLine(line) <= w || last.Role != style.Flag {
		return line
	}
	return append(l.Measure.TruncateLine(line[:len(line)-1], w-l.Measure.Width(last.Text)), last)
}
