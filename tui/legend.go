package tui

import (
	"qubi/tui/ask"
)

// legend are the marks of facts with what they stand for, for the help.
func (a *App) legend() []ask.Item {
	g := a.look.Glyphs
	return []ask.Item{
		{Label: a.words.Text("legend"), Head: true},
		{Label: " " + a.words.Text("legend.stages", g.Done, g.Building, g.Target), Head: true},
		{Label: " " + a.words.Text("legend.marks", g.Mark, g.Note, g.Times+"2"), Head: true},
		{Label: " " + a.words.Text("legend.doubt"), Head: true},
		{Label: " " + a.words.Text("legend.bounds"), Head: true},
		{Label: " " + a.words.Text("legend.counts"), Head: true},
	}
}
