package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/table"
)

// commands are all commands with their usual keys, in the order of the help.
// Every one has its words in lang/zh.txt and lang/en.txt.
func commands() []command {
	all := moving()
	all = append(all, viewing()...)
	all = append(all, filtering()...)
	all = append(all, arranging()...)
	all = append(all, working()...)
	return append(all, asking()...)
}

// moving are the commands that move the cursor.
func moving() []command {
	move := func(id string, m table.Motion, names ...string) command {
		return command{id: id, group: "move", bind: keys(names...), run: act(func(a *App) { a.move(m) })}
	}
	return []command{
		move("up", table.Up, "up", "k"),
		move("down", table.Down, "down", "j"),
		{id: "left", group: "move", bind: keys("left", "h"), run: act(func(a *App) { a.sideways(-1) })},
		{id: "right", group: "move", bind: keys("right", "l"), run: act(func(a *App) { a.sideways(1) })},
		{id: "next-pane", group: "move", bind: keys("tab"), run: act(func(a *App) { a.cycle(1) }), off: needsPanes},
		{id: "prev-pane", group: "move", bind: keys("shift+tab"), run: act(func(a *App) { a.cycle(-1) }), off: needsPanes},
		move("page-up", table.PageUp, "pgup", "ctrl+b"),
		move("page-down", table.PageDown, "pgdown", "ctrl+f"),
		move("half-up", table.HalfUp, "ctrl+u"),
		move("half-down", table.HalfDown, "ctrl+d"),
		move("first", table.First, "home", "g"),
		move("last", table.Last, "end", "G"),
		move("prev-section", table.PrevSection, "{", "shift+f6"),
		move("next-section", table.NextSection, "}", "f6"),
		move("prev-group", table.PrevGroup, "(", "shift+f7"),
		move("next-group", table.NextGroup, ")", "f7"),
		{id: "open", group: "move", bind: keys("enter"), run: (*App).open, off: needsOpen},
		{id: "back", group: "move", bind: keys("esc", "backspace"), run: act((*App).back)},
	}
}

// viewing are the commands that choose what is looked at.
func viewing() []command {
	to := func(id string, v view, names ...string) command {
		return command{id: id, group: "view", bind: keys(names...), run: shift(func(a *App) { a.show(v) })}
	}
	return []command{
		to("side", viewSide, "f2"),
		to("compare", viewCompare, "f3"),
		to("source", viewSource, "f4"),
		{id: "next-view", group: "view", bind: keys("]"), run: shift(func(a *App) { a.show((a.view + 1) % viewCount) })},
		{id: "prev-view", group: "view", bind: keys("["), run: shift(func(a *App) { a.show((a.view + viewCount - 1) % viewCount) })},
		{id: "last-view", group: "view", bind: keys("-"), run: shift(func(a *App) { a.show(a.last) }), off: needsLast},
		{id: "drawer", group: "view", bind: keys("p", "f5"), run: shift(func(a *App) { a.drawer = !a.drawer })},
		{id: "evidence-up", group: "view", bind: keys("shift+up"), run: act(func(a *App) { a.scrollEvidence(-1) }), off: needsDrawer},
		{id: "evidence-down", group: "view", bind: keys("shift+down"), run: act(func(a *App) { a.scrollEvidence(1) }), off: needsDrawer},
		{id: "read", group: "view", bind: keys("o"), run: (*App).read, off: needsFact},
		{id: "original", group: "view", bind: keys("r"), run: shift((*App).original), off: needsSource},
		{id: "next-report", group: "view", bind: keys("R"), run: shift((*App).nextReport), off: needsReports},
		{id: "next-tab", group: "view", bind: keys("tab", "f8", "v"), run: shift(func(a *App) { a.turn(1) }), off: needsCompare},
		{id: "prev-tab", group: "view", bind: keys("shift+tab", "shift+f8"), run: shift(func(a *App) { a.turn(-1) }), off: needsCompare},
		{id: "reasons", group: "view", bind: keys("c", "shift+f3"), run: act((*App).askReasons), off: needsRow},
		{id: "define", group: "view", bind: keys("i"), run: act((*App).askMeaning), off: needsMetric},
		{id: "sort", group: "view", bind: keys("s"), run: shift((*App).sortBy), off: needsOrder},
		{id: "reverse", group: "view", bind: keys("S"), run: shift((*App).turnOrder), off: needsOrder},
		{id: "undo", group: "view", bind: keys("u"), run: act((*App).undo), off: needsPast},
		{id: "redo", group: "view", bind: keys("ctrl+r", "ctrl+y"), run: act((*App).redo), off: needsFuture},
	}
}

// filtering are the commands that choose which facts are shown.
func filtering() []command {
	all := []command{{id: "theme-all", group: "filter", bind: keys("0"), run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(model.NoTheme) })}}
	for _, t := range model.Themes() {
		all = append(all, command{id: "theme-" + strconv.Itoa(int(t)), group: "filter", bind: keys(themeKey(t)),
			run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(t) })})
	}
	return append(all, []command{
		{id: "themes", group: "filter", bind: keys("t"), run: act((*App).askThemes)},
		{id: "filter", group: "filter", bind: keys("&", "f9"), run: (*App).askFilter},
		{id: "search", group: "filter", bind: keys("/", "ctrl+g"), run: (*App).askSearch},
		{id: "next-hit", group: "filter", bind: keys("n", "f11"), run: act(func(a *App) { a.hit(1) }), off: needsSearch},
		{id: "prev-hit", group: "filter", bind: keys("N", "shift+f11"), run: act(func(a *App) { a.hit(-1) }), off: needsSearch},
		{id: "dim", group: "filter", bind: keys("."), run: shift(func(a *App) { a.dim = !a.dim })},
		{id: "marked", group: "filter", bind: keys("M"), run: shift(func(a *App) { a.marked = !a.marked }), off: needsMarks},
		{id: "clear", group: "filter", bind: keys("T"), run: shift((*App).clear), off: needsFilter},
	}...)
}

// themeKey is a theme's key: its number, 10 and 11 as a and b, like the digits
// that follow 9.
func themeKey(t model.Theme) string { return strconv.FormatInt(int64(t), 16) }

// arranging are the commands that arrange the panes.
func arranging() []command {
	many := func(id string, do func(*App), names ...string) command {
		return command{id: id, group: "panes", bind: keys(names...), run: shift(do), off: needsPanes}
	}
	return []command{
		many("lock", (*App).toggleLock, "="),
		many("zoom", func(a *App) { a.zoom = !a.zoom }, "z", "+"),
		many("wider", func(a *App) { a.widen(4) }, ">"),
		many("narrower", func(a *App) { a.widen(-4) }, "<"),
		many("pane-left", func(a *App) { a.reorder(-1) }, "H", "shift+left"),
		many("pane-right", func(a *App) { a.reorder(1) }, "L", "shift+right"),
		many("hide", (*App).hide, "D"),
		{id: "districts", group: "panes", bind: keys("d"), run: act((*App).askDistricts)},
	}
}

// working are the commands that take something along.
func working() []command {
	return []command{
		{id: "mark", group: "work", bind: keys("space"), run: (*App).mark, off: needsFact},
		{id: "note", group: "work", bind: keys("N", "ctrl+n"), run: (*App).askNote, off: needsFact},
		{id: "strays", group: "work", bind: keys("O"), run: act((*App).askStrays), off: needsStrays},
		{id: "copy", group: "work", bind: keys("y"), run: act((*App).askCopy)},
		{id: "cite", group: "work", bind: keys("Y"), run: (*App).cite, off: needsFact},
		{id: "export", group: "work", bind: keys("x", "ctrl+s"), run: (*App).askExport},
		{id: "edit", group: "work", bind: keys("e", "f10"), run: (*App).edit, off: needsFile},
	}
}

// asking are help, palette, and the way out.
func asking() []command {
	return []command{
		{id: "help", group: "help", bind: keys("?", "f1"), run: act((*App).askHelp)},
		{id: "palette", group: "help", bind: keys(":", "ctrl+p"), run: act((*App).askCommand)},
		{id: "problems", group: "help", bind: keys("!"), run: act((*App).showProblems), off: needsProblems},
		{id: "mouse", group: "help", bind: keys("m", "f12"), run: (*App).toggleMouse},
		{id: "quit", group: "help", bind: keys("q", "ctrl+c"), run: (*App).quit},
	}
}

// quit ends the program.
func (a *App) quit() tea.Cmd { return tea.Quit }
