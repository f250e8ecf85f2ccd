package tui

import (
	"slices"
	"strings"

	"qubi/tui/cell"
	"qubi/tui/screen"
	"qubi/tui/style"
)

// Frame draws the whole window: exactly w × h cells.
func (a *App) Frame() screen.Frame {
	f := screen.Frame{Width: a.w, Height: a.h, Rows: a.rows(2*len(a.plan.panes) + 1)}
	if a.plan.tooSmall {
		a.put(&f, rect{0, 0, a.w, a.h}, a.small())
		return f
	}
	p := a.plan
	a.put(&f, p.crumb, []cell.Line{a.crumb(p.crumb.w)})
	a.put(&f, p.themes, a.themeRows(p.themes.w))
	if p.chips.h > 0 {
		a.put(&f, p.chips, []cell.Line{a.chipLine(p.chips.w)})
	}
	if p.tabs.h > 0 { // each tab's facts would be counted for nothing
		a.put(&f, p.tabs, []cell.Line{a.tabLine(p.tabs.w)})
	}
	a.putPanes(&f)
	a.put(&f, p.drawer, a.evidence(p.drawer.w, p.drawer.h))
	if a.dialog != nil {
		a.putDialog(&f)
	}
	a.put(&f, p.status, []cell.Line{a.status(p.status.w)})
	return f
}

// rows are empty rows with room for so many segments each, in one piece: that of the
// last frame, which was drawn before this one is asked for.
func (a *App) rows(segments int) []screen.Row {
	if len(a.empty) != a.h || len(a.room) != a.h*segments { // 21 rows of five are as many as 35 of three
		a.room, a.empty = make([]screen.Segment, a.h*segments), make([]screen.Row, a.h)
	}
	for y := range a.empty {
		a.empty[y] = a.room[y*segments : y*segments : (y+1)*segments]
	}
	return a.empty
}

// put writes lines into a rectangle, after what stands left of it.
func (a *App) put(f *screen.Frame, r rect, lines []cell.Line) {
	if a.laid == nil || len(a.laid) > mostLaid {
		a.laid = map[rect]shownPane{}
	}
	a.laid[r] = a.laid[r].next(a, r, lines)
	lay(f, r, a.laid[r].ready)
}

// mostLaid is how many rectangles a window has that is not resized again and again.
const mostLaid = 16

// lay puts lines that are ready into a frame. A row that an overlay covers is
// written anew from its first column.
func lay(f *screen.Frame, r rect, lines []cell.Line) {
	for i, line := range lines {
		if r.x == 0 {
			f.Rows[r.y+i] = f.Rows[r.y+i][:0]
		}
		f.Rows[r.y+i] = append(f.Rows[r.y+i], screen.Segment{Col: r.x, Width: r.w, Line: line})
	}
}

// safe is a line that may reach a terminal, whatever a report, a file name or
// the user brought into it. All text passes here, and nearly all of it is as it
// should be and is not copied.
func safe(line cell.Line) cell.Line {
	copied := false
	for i, s := range line {
		clean := strings.ReplaceAll(cell.Clean(s.Text), "\n", " ")
		if clean == s.Text {
			continue
		}
		if !copied {
			line, copied = append(cell.Line(nil), line...), true
		}
		line[i].Text = clean
	}
	return line
}

// putPanes draws the panes in sight and the borders between them.
func (a *App) putPanes(f *screen.Frame) {
	a.look.Still = a.still && !a.changed && len(a.kept) == len(a.plan.panes)
	if len(a.kept) != len(a.plan.panes) {
		a.kept = make([]shownPane, len(a.plan.panes))
	}
	for i, r := range a.plan.panes {
		if i > 0 {
			lay(f, rect{r.x - 1, r.y, 1, r.h}, a.border(r.h))
		}
		n := a.plan.first + i
		p := a.pane(n)
		if p == nil {
			a.put(f, r, []cell.Line{nil, {{Text: " " + a.reason(a.emptiness()), Role: style.Missing}}})
			continue
		}
		keys := n == a.focus || a.view == viewCompare // which is one pane, whatever district has the keys
		if keys || !a.look.Still || a.kept[i].ready == nil {
			a.kept[i] = a.kept[i].next(a, r, a.explain(n, p.Lines(keys && a.dialog == nil), r))
		}
		lay(f, r, a.kept[i].ready)
		if keys {
			f.Cursor = a.cursorOn(a.kept[i].ready, r)
		}
	}
	a.still, a.changed, a.look.Still = false, false, false
}

// border are h lines of the bar between two panes.
func (a *App) border(h int) []cell.Line {
	return a.bars.Of(bars{a.look.Glyphs.Bar, h}, func() []cell.Line {
		return slices.Repeat([]cell.Line{{{Text: a.look.Glyphs.Bar, Role: style.Border}}}, h)
	})
}

// next is what the pane shows now that it drew these lines: the same line in the same
// row is ready already.
func (s shownPane) next(a *App, r rect, drawn []cell.Line) shownPane {
	if s.in != r || s.by != a.look.Measure {
		s = shownPane{in: r, by: a.look.Measure, ready: make([]cell.Line, r.h)}
	}
	for y := range s.ready {
		var line cell.Line
		if y < len(drawn) {
			line = drawn[y]
		}
		if y >= len(s.drawn) || !slices.Equal(line, s.drawn[y]) {
			s.ready[y] = a.fit(safe(line), r.w)
		}
	}
	s.drawn = drawn
	return s
}

// emptiness is why there is no pane.
func (a *App) emptiness() string {
	switch {
	case len(a.corpus.Districts) > 0:
		return "empty.districts"
	case a.progress.Reading:
		return "empty.reading"
	}
	return "empty.reports"
}

// cursorOn is the hidden cursor on the row that has the keys: the one that its mark opens, else
// the one that is selected, else the first. Screen readers, magnifiers and input methods
// follow it.
func (a *App) cursorOn(lines []cell.Line, r rect) screen.Cursor {
	lines = lines[:min(len(lines), r.h)]
	opens := func(line cell.Line) bool {
		return len(line) > 0 && line[0].Role != style.BarOn && strings.HasPrefix(strings.TrimLeft(line[0].Text, " "), a.look.Glyphs.Cursor)
	}
	selected := func(line cell.Line) bool {
		return slices.ContainsFunc(line, func(span cell.Span) bool { return span.Role&style.Selected != 0 })
	}
	y := slices.IndexFunc(lines, opens)
	if y < 0 {
		y = slices.IndexFunc(lines, selected)
	}
	return screen.Cursor{Col: r.x, Row: r.y + max(y, 0)}
}

// putDialog draws what is open over the panes, and the cursor where it types.
func (a *App) putDialog(f *screen.Frame) {
	r := a.plan.over
	if a.below != nil && a.below != a.dialog && r.y > 1 {
		above := rect{0, 1, a.w, r.y - 1}
		a.put(f, above, a.below.Lines(a, above.w, above.h))
	}
	lines := a.dialog.Lines(a, r.w, r.h)
	a.put(f, r, lines)
	f.Cursor = a.cursorOn(lines, r)
	if x, y, ok := a.dialog.Cursor(a, r.w); ok && y < r.h {
		f.Cursor = screen.Cursor{Col: r.x + min(x, r.w-1), Row: r.y + y, Shown: true}
	}
}

// small asks for more room, in as much of the sentence as there is room for.
func (a *App) small() []cell.Line {
	lines := make([]cell.Line, a.h)
	text := a.words.Text("small", leastWidth, leastHeight)
	for y := 0; y < a.h && text != ""; y++ {
		end := 0
		for i, r := range text {
			if a.look.Measure.Width(text[:i+len(string(r))]) > a.w {
				break
			}
			end = i + len(string(r))
		}
		if end == 0 {
			break
		}
		lines[y], text = cell.Plain(text[:end]), strings.TrimLeft(text[end:], " ")
	}
	return lines
}
