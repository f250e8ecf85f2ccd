package tui

import (
	"qubi/model/export/cite"
	"qubi/model/lang"
	"qubi/tui/cell"
	"qubi/tui/draw"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// New makes the browser with every district shown, ready for its first size.
func New(o Options) *App {
	a := &App{
		corpus: o.Corpus, options: o, citing: cite.Style(o.Cite), words: lang.Load(o.Language), sheet: o.sheet(style.Neutral()),
		panes: map[place]pane.Pane{}, filled: map[place]int{},
	}
	a.look = &draw.Look{Measure: cell.Measure{Ambiguous: max(1, o.Ambiguous)}, Words: a.words,
		Glyphs: draw.GlyphSet(!o.ASCII && o.Ambiguous != 2)}
	a.look.State, a.look.Others, a.look.Fold, a.look.Doubts = a.factState, a.others, a.folded, a.doubts
	a.holds = conditions()
	a.commands, a.byID, a.byKey = remap(commands(), o.Keys), map[string]command{}, map[string][]command{}
	for _, c := range a.commands {
		c.hint = "hint." + c.id
		a.byID[c.id] = c
		for _, k := range c.keys {
			a.byKey[k] = append(a.byKey[k], c)
		}
	}
	a.asRead = o.Corpus.Corpus
	if o.Checks.Keep != nil {
		a.asRead = o.Checks.Raw
	}
	a.state = a.fresh()
	a.filter, a.search = o.Start.Filter, o.Start.Search
	a.filter.Districts = nil // they are the panes
	a.toDistricts(o.Start.Filter.Districts)
	a.recheck()
	a.requery()
	if a.progress = o.Loading; !a.progress.Reading {
		a.whole = true
		a.start()
	}
	return a
}
