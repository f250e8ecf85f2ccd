package tui

// The reasons why a command cannot be used now, as ids of texts; "" when it
// can.

func needsFact(a *App) string {
	if a.selected() == nil {
		return "why.fact"
	}
	return ""
}

// needsOpen: Enter needs something behind what the cursor stands on.
func needsOpen(a *App) string {
	if p, ok := a.focused().(interface{ Leads() bool }); ok {
		if !p.Leads() {
			return "why.cell"
		}
		return ""
	}
	return needsFact(a)
}

func needsProblems(a *App) string {
	if len(a.problems()) == 0 {
		return "why.problems"
	}
	return ""
}

func needsSource(a *App) string {
	if a.view != viewSource {
		return "why.source"
	}
	return ""
}

func needsReports(a *App) string {
	if why := needsSource(a); why != "" {
		return why
	}
	if len(a.order) > 0 && len(a.corpus.Districts[a.order[a.focus]].Reports) == 1 {
		return "why.reports"
	}
	return ""
}

func needsCompare(a *App) string {
	if a.view != viewCompare {
		return "why.compare"
	}
	return ""
}

func needsPast(a *App) string {
	if len(a.history.past) == 0 {
		return "why.past"
	}
	return ""
}

func needsFuture(a *App) string {
	if len(a.history.future) == 0 {
		return "why.future"
	}
	return ""
}

func needsSearch(a *App) string {
	if a.query.pattern == nil {
		return "why.search"
	}
	return ""
}

func needsMarks(a *App) string {
	if !a.marked && len(a.notes.Marked()) == 0 {
		return "why.marks"
	}
	return ""
}

func needsFilter(a *App) string {
	if len(a.chips()) == 0 && a.search == "" && !a.dim {
		return "why.filter"
	}
	return ""
}

func needsThemes(a *App) string {
	if len(a.filter.Themes) < 2 {
		return "why.themes"
	}
	return ""
}

func needsPanes(a *App) string {
	switch {
	case a.view == viewCompare:
		return "why.panes"
	case len(a.order) == 0:
		return "empty.districts"
	}
	return ""
}

func needsLast(a *App) string {
	if a.last == a.view {
		return "why.last"
	}
	return ""
}
