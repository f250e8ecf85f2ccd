package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/tui/keymap"
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
		return command{id: id, group: "move", bind: keymap.Keys(names...), run: func(a *App) { a.move(m) }}
	}
	return []command{
		move("up", table.Up, "up", "k"),
		move("down", table.Down, "down", "j"),
		{id: "left", group: "move", bind: keymap.Keys("left", "h"), run: func(a *App) { a.sideways(-1) }},
		{id: "right", group: "move", bind: keymap.Keys("right", "l"), run: func(a *App) { a.sideways(1) }},
		{id: "next-pane", group: "move", bind: keymap.Keys("tab"), run: func(a *App) { a.cycle(1) }, off: needs("why.panes", "empty.districts")},
		{id: "prev-pane", group: "move", bind: keymap.Keys("shift+tab"), run: func(a *App) { a.cycle(-1) }, off: needs("why.panes", "empty.districts")},
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
		{id: "open", group: "move", bind: keymap.Keys("enter"), run: (*App).open, off: needsOpen},
		{id: "fold", group: "move", bind: keymap.Keys("f", "_"), run: (*App).fold, off: needs("why.fold")},
		{id: "back", group: "move", bind: keymap.Keys("esc", "backspace"), run: (*App).back},
	}
}

// viewing are the commands that choose what is looked at.
func viewing() []command {
	to := func(id string, v view, names ...string) command {
		return command{id: id, group: "view", bind: keymap.Keys(names...), run: shift(func(a *App) { a.show(v) })}
	}
	return []command{
		to("side", viewSide, "f2"),
		to("compare", viewCompare, "f3"),
		to("source", viewSource, "f4"),
		{id: "next-view", group: "view", bind: keymap.Keys("]"), run: shift(func(a *App) { a.show((a.view + 1) % viewCount) })},
		{id: "prev-view", group: "view", bind: keymap.Keys("["), run: shift(func(a *App) { a.show((a.view + viewCount - 1) % viewCount) })},
		{id: "last-view", group: "view", bind: keymap.Keys("-"), run: shift(func(a *App) { a.show(a.last) }), off: needs("why.last")},
		{id: "drawer", group: "view", bind: keymap.Keys("p", "f5"), run: shift(func(a *App) { a.drawer = !a.drawer })},
		{id: "evidence-up", group: "view", bind: keymap.Keys("shift+up"), run: func(a *App) { a.scrollEvidence(-1) }, off: needs("why.drawer", "why.fact")},
		{id: "evidence-down", group: "view", bind: keymap.Keys("shift+down"), run: func(a *App) { a.scrollEvidence(1) }, off: needs("why.drawer", "why.fact")},
		{id: "read", group: "view", bind: keymap.Keys("o"), run: (*App).read, off: needs("why.fact")},
		{id: "original", group: "view", bind: keymap.Keys("r"), run: shift((*App).original), off: needs("why.source")},
		{id: "next-report", group: "view", bind: keymap.Keys("J"), run: shift((*App).nextReport), off: needs("why.source", "why.reports")},
		{id: "next-tab", group: "view", bind: keymap.Keys("tab", "f8", "v"), run: shift(func(a *App) { a.turn(1) }), off: needs("why.compare")},
		{id: "prev-tab", group: "view", bind: keymap.Keys("shift+tab", "shift+f8"), run: shift(func(a *App) { a.turn(-1) }), off: needs("why.compare")},
		{id: "reasons", group: "view", bind: keymap.Keys("c", "shift+f3"), run: (*App).askReasons, off: needs("why.row")},
		{id: "define", group: "view", bind: keymap.Keys("i"), run: (*App).askMeaning, off: needs("why.metric")},
		{id: "sort", group: "view", bind: keymap.Keys("s"), run: shift((*App).sortBy), off: needs("empty.districts", "why.order")},
		{id: "reverse", group: "view", bind: keymap.Keys("S"), run: shift((*App).turnOrder), off: needs("empty.districts", "why.order")},
		{id: "undo", group: "view", bind: keymap.Keys("u"), run: (*App).undo, off: needs("why.past")},
		{id: "redo", group: "view", bind: keymap.Keys("ctrl+r", "ctrl+y"), run: (*App).redo, off: needs("why.future")},
	}
}

// filtering are the commands that choose which facts are shown.
func filtering() []command {
	all := []command{{id: "theme-all", group: "filter", bind: keymap.Keys("0"), run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(model.NoTheme) })}}
	for _, t := range model.Themes() {
		all = append(all, command{id: "theme-" + strconv.Itoa(int(t)), group: "filter", bind: keymap.Keys(themeKey(t)),
			run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(t) })})
	}
	return append(all, []command{
		{id: "both-themes", group: "filter", bind: keymap.Keys("*"), run: shift(func(a *App) { a.filter.AllThemes = !a.filter.AllThemes }), off: needs("why.themes")},
		{id: "themes", group: "filter", bind: keymap.Keys("t"), run: (*App).askThemes},
		{id: "filter", group: "filter", bind: keymap.Keys("&", "f9"), run: (*App).askFilter},
		{id: "search", group: "filter", bind: keymap.Keys("/", "ctrl+g"), run: (*App).askSearch},
		{id: "next-hit", group: "filter", bind: keymap.Keys("n", "f11"), run: func(a *App) { a.hit(1) }, off: needs("why.search")},
		{id: "prev-hit", group: "filter", bind: keymap.Keys("N", "shift+f11"), run: func(a *App) { a.hit(-1) }, off: needs("why.search")},
		{id: "dim", group: "filter", bind: keymap.Keys("."), run: shift(func(a *App) { a.dim = !a.dim })},
		{id: "marked", group: "filter", bind: keymap.Keys("M"), run: shift(func(a *App) { a.marked = !a.marked }), off: needs("why.marks")},
		{id: "clear", group: "filter", bind: keymap.Keys("T"), run: shift((*App).clear), off: needs("why.filter")},
	}...)
}

// arranging are the commands that arrange the panes.
func arranging() []command {
	many := func(id string, do func(*App), names ...string) command {
		return command{id: id, group: "panes", bind: keymap.Keys(names...), run: shift(do), off: needs("why.panes", "empty.districts")}
	}
	return []command{
		many("lock", (*App).toggleLock, "="),
		many("zoom", func(a *App) { a.zoom = !a.zoom }, "z", "+"),
		many("wider", func(a *App) { a.widen(4) }, ">"),
		many("narrower", func(a *App) { a.widen(-4) }, "<"),
		many("pane-left", func(a *App) { a.reorder(-1) }, "H", "shift+left"),
		many("pane-right", func(a *App) { a.reorder(1) }, "L", "shift+right"),
		many("hide", (*App).hide, "W", "delete"),
		{id: "districts", group: "panes", bind: keymap.Keys("d"), run: (*App).askDistricts},
	}
}

// working are the commands that take something along.
func working() []command {
	return []command{
		{id: "mark", group: "work", bind: keymap.Keys("space"), run: (*App).mark, off: needs("why.fact")},
		{id: "note", group: "work", bind: keymap.Keys("N", "ctrl+n"), run: (*App).askNote, off: needs("why.fact")},
		{id: "strays", group: "work", bind: keymap.Keys("O"), run: (*App).askStrays, off: needs("why.strays")},
		{id: "select", group: "work", bind: keymap.Keys("v", "shift+f10"), run: (*App).selectPassage, off: needs("why.source", "why.text")},
		{id: "codes", group: "work", bind: keymap.Keys("C", "shift+f5"), run: func(a *App) { a.withProject(a.askCodes) }, off: needs("why.project")},
		{id: "take-back", group: "work", bind: keymap.Keys("U"), run: (*App).takeBack, off: needs("why.project", "why.decision")},
		{id: "review", group: "work", bind: keymap.Keys("A", "shift+f9"), run: (*App).review, off: needs("why.project")},
		{id: "copy", group: "work", bind: keymap.Keys("y"), run: (*App).askCopy},
		{id: "cite", group: "work", bind: keymap.Keys("Y"), run: (*App).cite, off: needs("why.fact")},
		{id: "export", group: "work", bind: keymap.Keys("x", "ctrl+s"), run: func(a *App) { a.Open(newExport(a, a.exported())) }},
		{id: "head", group: "work", bind: keymap.Keys("D"), run: (*App).askHead, off: needs("why.library", "empty.districts")},
		{id: "reread", group: "work", bind: keymap.Keys("R"), run: (*App).reread, off: needs("why.library")},
		{id: "edit", group: "work", bind: keymap.Keys("e", "f10"), run: (*App).edit, off: needs("why.fact", "why.builtin", "why.gone", "why.editor")},
	}
}

// asking are help, palette, and the way out.
func asking() []command {
	return []command{
		{id: "help", group: "help", bind: keymap.Keys("?", "f1"), run: (*App).askHelp},
		{id: "palette", group: "help", bind: keymap.Keys(":", "ctrl+p"), run: (*App).askCommand},
		{id: "problems", group: "help", bind: keymap.Keys("!"), run: (*App).showProblems, off: needs("why.problems")},
		{id: "mouse", group: "help", bind: keymap.Keys("m", "f12"), run: (*App).toggleMouse},
		{id: "quit", group: "help", bind: keymap.Keys("q", "ctrl+c"), run: func(a *App) { a.Run(tea.Quit) }},
	}
}
