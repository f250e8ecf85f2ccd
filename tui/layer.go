package tui

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
	case a.lacks("why.filter") == "":
		a.tell(a.words.Text("toast.top.filter", a.keyFor("clear"), a.keyFor("quit")))
	default:
		a.tell(a.words.Text("toast.top", a.keyFor("quit")))
	}
	a.opened = nil
}
