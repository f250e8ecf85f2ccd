package tui

import "slices"

// back closes what was opened last. It never quits. Where nothing is known to have been
// opened, as after a session was taken up, it closes what there is.
func (a *App) back() {
	open := a.opened
	if len(open) == 0 {
		open = opening(state{aspect: aspect{tab: a.tab}}, a.state)
		slices.Reverse(open)
	}
	n := len(open) - 1
	switch {
	case n >= 0:
		a.change(func() { a.close(open[n]) })
		a.opened = open[:n]
	case a.lacks("why.filter") == "":
		a.Tell(a.words.Text("toast.top.filter", a.keyFor("clear"), a.keyFor("quit")))
	default:
		a.Tell(a.words.Text("toast.top", a.keyFor("quit")))
	}
}

// close closes what was opened.
func (a *App) close(l layer) {
	switch l.of {
	case layerSearch:
		a.search = ""
	case layerZoom:
		a.zoom = false
	case layerDrawer:
		a.drawer = false
	case layerView:
		a.show(l.view)
		a.tab = l.tab
	}
}
