package tui

// legend are the marks of facts with what they stand for, for the help.
func (a *App) legend() []item {
	g := a.look.Glyphs
	return []item{
		{label: a.words.Text("legend"), head: true},
		{label: " " + a.words.Text("legend.stages", g.Done, g.Building, g.Target), head: true},
		{label: " " + a.words.Text("legend.marks", g.Mark, g.Note, g.Times+"2"), head: true},
		{label: " " + a.words.Text("legend.doubt"), head: true},
		{label: " " + a.words.Text("legend.bounds"), head: true},
	}
}
