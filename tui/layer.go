package tui

import "slices"

// layer is something that was opened over the panes, and that Esc closes.
type layer struct {
	of   layerOf
	view view // where Esc goes back to, of a view
	tab  int
}

// layerOf is what was opened.
type layerOf int

// The layers.
const (
	layerSearch layerOf = iota
	layerZoom
	layerDrawer
	layerView
)

// opening is what is open in a state after a change: what was, without what the
// change closed, and then what it opened.
func opening(before, now state) []layer {
	open := slices.Clone(now.opened)
	turn := func(of layerOf, was, is bool) {
		if was != is {
			open = slices.DeleteFunc(open, func(l layer) bool { return l.of == of })
		}
		if is && !was {
			open = append(open, layer{of: of})
		}
	}
	turn(layerSearch, before.search != "", now.search != "")
	turn(layerZoom, before.zoom, now.zoom)
	turn(layerDrawer, before.drawer, now.drawer)
	switch {
	case now.view == viewSide:
		open = slices.DeleteFunc(open, func(l layer) bool { return l.of == layerView })
	case now.view != before.view:
		open = append(open, layer{layerView, before.view, before.tab})
	}
	return open
}

// back closes what was opened last. It never quits.
func (a *App) back() {
	n := len(a.opened)
	if n == 0 {
		a.backFurther()
		return
	}
	last, rest := a.opened[n-1], a.opened[:n-1]
	a.change(func() {
		switch last.of {
		case layerSearch:
			a.search = ""
		case layerZoom:
			a.zoom = false
		case layerDrawer:
			a.drawer = false
		case layerView:
			a.show(last.view)
			a.tab = last.tab
		}
	})
	a.opened = rest
}

// backFurther goes on where nothing is known to have been opened, as after a
// session was taken up.
func (a *App) backFurther() {
	switch {
	case a.search != "":
		a.change(func() { a.search = "" })
	case a.zoom:
		a.change(func() { a.zoom = false })
	case a.drawer:
		a.change(func() { a.drawer = false })
	case a.view != viewSide:
		a.change(func() { a.show(viewSide) })
	case needsFilter(a) == "":
		a.tell(a.words.Text("toast.top.filter", a.keyFor("clear"), a.keyFor("quit")))
	default:
		a.tell(a.words.Text("toast.top", a.keyFor("quit")))
	}
	a.opened = nil
}
