package tui

import (
	"slices"
	"strings"

	"qubi/tui/draw"
	"qubi/tui/pane"
)

// needs is what a command needs: it is off as long as one of these is not so, and
// says the first. They are the ids of the texts that say so.
func needs(all ...string) func(*App) string { return func(a *App) string { return a.lacks(all...) } }

// lacks is the first that is not so, or "".
func (a *App) lacks(all ...string) string {
	for _, why := range all {
		if !a.holds[why](a) {
			return why
		}
	}
	return ""
}

// conditions are what commands need to be so, by the id of the text that says that
// it is not.
func conditions() map[string]func(*App) bool {
	return map[string]func(*App) bool{
		"empty.districts": func(a *App) bool { return len(a.order) > 0 },
		"why.builtin": func(a *App) bool {
			return len(a.options.Paths) > 0 && (fileHere(a) || !slices.ContainsFunc(a.options.Paths, func(p string) bool { return strings.HasPrefix(p, "builtin:") }))
		},
		"why.compare":  func(a *App) bool { return a.view == viewCompare },
		"why.decision": func(a *App) bool { return len(a.decisions) > 0 },
		"why.drawer":   func(a *App) bool { return a.drawer },
		"why.editor":   func(a *App) bool { return strings.TrimSpace(a.options.Editor) != "" },
		"why.fact":     func(a *App) bool { return a.selected() != nil },
		"why.filter":   func(a *App) bool { return len(a.chips()) > 0 || a.search != "" || a.dim },
		"why.fold":     func(a *App) bool { p, ok := a.focused().(folder); return ok && p.FoldHere() != "" },
		"why.future":   func(a *App) bool { return len(a.history.future) > 0 },
		"why.gone":     fileHere,
		"why.last":     func(a *App) bool { return a.last != a.view },
		"why.library":  func(a *App) bool { return a.options.Library != nil },
		"why.marks":    func(a *App) bool { return a.marked || len(a.notes.Marked()) > 0 },
		"why.metric":   func(a *App) bool { return a.metric() != nil },
		"why.order": func(a *App) bool {
			return a.view == viewSide || a.view == viewCompare && draw.Tab(a.tab) != draw.TabCounts
		},
		"why.panes":    func(a *App) bool { return a.view != viewCompare },
		"why.past":     func(a *App) bool { return len(a.history.past) > 0 },
		"why.problems": func(a *App) bool { return len(a.problems()) > 0 },
		"why.project":  func(a *App) bool { return a.options.Checks.Keep != nil || a.options.Begin != nil },
		"why.reports":  func(a *App) bool { return len(a.order) == 0 || len(a.corpus.Districts[a.order[a.focus]].Reports) > 1 },
		"why.row":      func(a *App) bool { return a.comparedRow() != nil },
		"why.search":   func(a *App) bool { return a.query.pattern != nil },
		"why.source":   func(a *App) bool { return a.view == viewSource },
		"why.strays":   func(a *App) bool { return len(a.strays) > 0 },
		"why.text":     func(a *App) bool { p, ok := a.focused().(*pane.Source); return ok && p.Report().Text != "" },
		"why.themes":   func(a *App) bool { return len(a.filter.Themes) > 1 },
	}
}

// needsOpen: Enter needs something behind what the cursor stands on.
func needsOpen(a *App) string {
	p, ok := a.focused().(interface{ Leads() bool })
	switch {
	case !ok:
		return a.lacks("why.fact")
	case !p.Leads():
		return "why.cell"
	}
	return ""
}
