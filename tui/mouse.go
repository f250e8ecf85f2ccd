package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"qubi/tui/ask"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/screen"
)

// doubleClick is how soon a second click on the same cell must follow where the
// first selects nothing; on a row that it has selected, a second one opens however
// late.
const doubleClick = 400 * time.Millisecond

// standing is where the focused pane's cursor stands.
func (a *App) standing() standing {
	if p := a.focused(); p != nil {
		return standing{a.at(a.focus), p.Place()}
	}
	return standing{}
}

// onMouse handles wheel, clicks and drags.
func (a *App) onMouse(msg tea.MouseMsg) {
	if a.plan.tooSmall || a.mouse.off {
		return
	}
	m := msg.Mouse()
	if a.selectByMouse(msg) {
		a.derive()
		return
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		a.wheel(m)
	case tea.MouseClickMsg:
		a.click(m)
	case tea.MouseMotionMsg:
		a.dragTo(m.X)
	case tea.MouseReleaseMsg:
		a.mouse.drag = 0
	}
	a.derive()
}

// wheelRows is how far one notch of the wheel goes.
const wheelRows = 3

// wheel scrolls the pane under the mouse, or the menu that is open.
func (a *App) wheel(m tea.Mouse) {
	rows := wheelRows
	if m.Button == tea.MouseWheelUp {
		rows = -wheelRows
	}
	if m.Button != tea.MouseWheelUp && m.Button != tea.MouseWheelDown {
		return
	}
	if list, ok := a.dialog.(*ask.Menu); ok {
		list.Step(rows)
		return
	}
	if a.plan.drawer.holds(m.X, m.Y) {
		a.scrollEvidence(rows / wheelRows)
		return
	}
	i, _ := a.paneAt(m.X, m.Y)
	if p, ok := a.pane(i).(interface{ Scroll(int) }); ok {
		p.Scroll(rows)
	}
}

// click selects, and a second click on the same cell opens.
func (a *App) click(m tea.Mouse) {
	if m.Button != tea.MouseLeft {
		return
	}
	now := time.Now()
	again := m.X == a.mouse.x && m.Y == a.mouse.y
	double := again && now.Sub(a.mouse.at) < doubleClick
	a.mouse.x, a.mouse.y, a.mouse.at = m.X, m.Y, now
	if a.dialog != nil {
		if c, ok := a.dialog.(ask.Clicker); ok && a.plan.over.holds(m.X, m.Y) {
			c.Click(a, m.Y-a.plan.over.y, double)
		}
		return
	}
	switch {
	case a.plan.themes.holds(m.X, m.Y):
		if rows := a.flow(a.themeEntries(), a.w); m.Y-a.plan.themes.y < len(rows) {
			a.clickBar(rows[m.Y-a.plan.themes.y], 0, m.X)
		}
	case a.plan.crumb.holds(m.X, m.Y):
		a.clickBar(a.viewEntries(), a.look.Measure.WidthLine(a.program()), m.X)
	case a.plan.tabs.holds(m.X, m.Y):
		a.clickBar(a.tabEntries(), 0, m.X)
	case a.plan.status.holds(m.X, m.Y):
		if a.toast.text == "" && a.dialog == nil {
			a.clickBar(a.hintEntries(a.hinted(), a.plan.status.w), 1, m.X)
		}
	default:
		a.clickPane(m, again)
	}
}

// clickPane selects in a pane, opens on a double click, or takes a border.
func (a *App) clickPane(m tea.Mouse, again bool) {
	for i, r := range a.plan.panes {
		if m.X == r.x+r.w && r.holds(r.x, m.Y) && i+1 < len(a.plan.panes) {
			a.mouse.drag, a.mouse.moved, a.mouse.from = i+1, m.X, m.X
			return
		}
		if !r.holds(m.X, m.Y) {
			continue
		}
		if a.view != viewCompare {
			a.focus = a.plan.first + i
		}
		a.clickIn(a.focused(), m.X-r.x, m.Y-r.y, again)
		return
	}
}

// clickIn does what a click on a cell of a pane does: on a table's name, on the
// order's, on a fold, or on a row.
func (a *App) clickIn(p pane.Pane, x, y int, again bool) {
	if c, ok := p.(interface {
		TabAt(x, y int) (draw.Tab, bool)
	}); ok {
		if tab, ok := c.TabAt(x, y); ok {
			a.change(func() { a.toTab(tab) })
			return
		}
	}
	if a.sortAt(p, x, y) {
		a.command("sort").run(a)
		return
	}
	if f, ok := p.(folder); ok && f.FoldAt(x, y) != "" {
		a.toggleFold(f.FoldAt(x, y))
		return
	}
	before := a.standing()
	if p == nil || !p.Click(x, y) {
		return
	}
	a.follow()
	if again && before == a.mouse.on && before == a.standing() {
		a.open()
		return
	}
	a.mouse.on = a.standing()
}

// dragTo moves the border that is held.
func (a *App) dragTo(x int) {
	if a.mouse.drag == 0 || x == a.mouse.moved || a.plan.first+a.mouse.drag >= len(a.order) {
		return
	}
	if a.mouse.moved == a.mouse.from {
		a.history.keep(a.state.copy())
	}
	left := a.order[a.plan.first+a.mouse.drag-1]
	right := a.order[a.plan.first+a.mouse.drag]
	by := x - a.mouse.moved
	a.widths[left] += by
	a.widths[right] -= by
	a.mouse.moved = x
}

// toggleMouse lets go of the mouse, so that the terminal can select text, or
// takes it again.
func (a *App) toggleMouse() {
	a.mouse.off = !a.mouse.off
	if a.mouse.off {
		a.tell(a.words.Text("toast.mouse.off", a.keyFor("mouse")))
	} else {
		a.tell(a.words.Text("toast.mouse.on"))
	}
	a.Run(screen.SetMouse(!a.mouse.off))
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
