package tui

import (
	"strings"

	"qubi/tui/draw"
	"qubi/tui/keymap"
	"qubi/tui/pane"
)

// What a click on a word of the interface does, where it is neither a view nor a
// theme.

// clickHint does what the hint at a cell of the last line tells.
func (a *App) clickHint(x int) {
	if a.toast.text != "" || a.dialog != nil {
		return
	}
	at := 1
	for _, h := range a.hintsIn(a.hinted(), a.plan.status.w) {
		w := a.look.Measure.WidthLine(h.line)
		if x >= at && x < at+w {
			a.press(keymap.Name(h.Key))
			return
		}
		at += w
	}
}

// sortAt reports whether a cell of a pane holds the name of the order that its
// facts or rows are in.
func (a *App) sortAt(p pane.Pane, x, y int) bool {
	label := ""
	switch p.(type) {
	case *pane.District:
		label = a.look.Order
	case *pane.Compare:
		if draw.Tab(a.tab) != draw.TabCounts && y == 0 {
			label = a.look.RowOrder
		}
	}
	if label == "" {
		return false
	}
	lines := p.Lines(true)
	if y < 0 || y >= len(lines) {
		return false
	}
	line := lines[y].String()
	i := strings.Index(line, label)
	if i < 0 {
		return false
	}
	from := a.look.Measure.Width(line[:i])
	return x >= from && x < from+a.look.Measure.Width(label)
}
