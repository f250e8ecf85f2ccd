package tui

// toggleFold opens or closes what folds.
func (a *App) toggleFold(id string) {
	a.change(func() { a.unfolded = clone(a.unfolded); a.unfolded[id] = !a.unfolded[id] })
	for at, p := range a.panes {
		a.fill(at, p)
	}
}

// fold closes what the cursor stands in, or opens it.
func (a *App) fold() {
	p, ok := a.focused().(folder)
	if !ok || p.FoldHere() == "" {
		return
	}
	id := p.FoldHere()
	a.toggleFold(id)
	p.ToFold(id)
}
