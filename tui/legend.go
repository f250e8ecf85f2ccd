package tui

import (
	"qubi/tui/ask"
)

// legend are the marks of facts with what they stand for, for the help.
func (a *App) legend() []ask.Item {
	g, text := a.look.Glyphs, a.words.Text
	all := []ask.Item{{Label: text("legend"), Head: true}}
	for _, line := range []string{text("legend.stages", g.Done, g.Building, g.Target), text("legend.marks", g.Mark, g.Note, g.Times+"2"),
		text("legend.doubt", g.Missing), text("legend.bounds"), text("legend.counts")} {
		all = append(all, ask.Item{Label: " " + line, Head: true})
	}
	return all
}
