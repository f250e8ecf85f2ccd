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
		return command{id: id, group: "move", keys: names, run: func(a *App) { a.move(m) }}
	}
	return []command{
		move("up", table.Up, "up", "k"),
		move("down", table.Down, "down", "j"),
		{id: "left", group: "move", keys: []string{"left", "h"}, run: func(a *App) { a.sideways(-1) }},
		{id: "right", group: "move", keys: []string{"right", "l"}, run: func(a *App) { a.sideways(1) }},
		{id: "next-pane", group: "move", keys: []string{"tab"}, run: func(a *App) { a.cycle(1) }, off: needs("why.panes", "empty.districts")},
		{id: "prev-pane", group: "move", keys: []string{"shift+tab"}, run: func(a *App) { a.cycle(-1) }, off: needs("why.panes", "empty.districts")},
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
		{id: "open", group: "move", keys: []string{"enter"}, run: (*App).open, off: needsOpen},
		{id: "fold", group: "move", keys: []string{"f", "_"}, run: (*App).fold, off: needs("why.fold")},
		{id: "back", group: "move", keys: []string{"esc", "backspace"}, run: (*App).back},
	}
}

// viewing are the commands that choose what is looked at.
func viewing() []command {
	to := func(id string, v view, names ...string) command {
		return command{id: id, group: "view", keys: names, run: shift(func(a *App) { a.show(v) })}
	}
	return []command{
		to("side", viewSide, "f2"),
		to("compare", viewCompare, "f3"),
		to("source", viewSource, "f4"),
		{id: "next-view", group: "view", keys: []string{"]"}, run: shift(func(a *App) { a.show((a.view + 1) % viewCount) })},
		{id: "prev-view", group: "view", keys: []string{"["}, run: shift(func(a *App) { a.show((a.view + viewCount - 1) % viewCount) })},
		{id: "last-view", group: "view", keys: []string{"-"}, run: shift(func(a *App) { a.show(a.last) }), off: needs("why.last")},
		{id: "drawer", group: "view", keys: []string{"p", "f5"}, run: shift(func(a *App) { a.drawer = !a.drawer })},
		{id: "evidence-up", group: "view", keys: []string{"shift+up"}, run: func(a *App) { a.scrollEvidence(-1) }, off: needs("why.drawer", "why.fact")},
		{id: "evidence-down", group: "view", keys: []string{"shift+down"}, run: func(a *App) { a.scrollEvidence(1) }, off: needs("why.drawer", "why.fact")},
		{id: "read", group: "view", keys: []string{"o"}, run: (*App).read, off: needs("why.fact")},
		{id: "original", group: "view", keys: []string{"r"}, run: shift((*App).original), off: needs("why.source")},
		{id: "next-report", group: "view", keys: []string{"J"}, run: shift((*App).nextReport), off: needs("why.source", "why.reports")},
		{id: "next-tab", group: "view", keys: []string{"tab", "f8", "v"}, run: shift(func(a *App) { a.turn(1) }), off: needs("why.compare")},
		{id: "prev-tab", group: "view", keys: []string{"shift+tab", "shift+f8"}, run: shift(func(a *App) { a.turn(-1) }), off: needs("why.compare")},
		{id: "reasons", group: "view", keys: []string{"c", "shift+f3"}, run: (*App).askReasons, off: needs("why.row")},
		{id: "define", group: "view", keys: []string{"i"}, run: (*App).askMeaning, off: needs("why.metric")},
		{id: "sort", group: "view", keys: []string{"s"}, run: shift((*App).sortBy), off: needs("empty.districts", "why.order")},
		{id: "reverse", group: "view", keys: []string{"S"}, run: shift((*App).turnOrder), off: needs("empty.districts", "why.order")},
		{id: "undo", group: "view", keys: []string{"u"}, run: (*App).undo, off: needs("why.past")},
		{id: "redo", group: "view", keys: []string{"ctrl+r", "ctrl+y"}, run: (*App).redo, off: needs("why.future")},
	}
}

// filtering are the commands that choose which facts are shown.
func filtering() []command {
	all := []command{{id: "theme-all", group: "filter", keys: []string{"0"}, run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(model.NoTheme) })}}
	for _, t := range model.Themes() {
		all = append(all, command{id: "theme-" + strconv.Itoa(int(t)), group: "filter", keys: []string{themeKey(t)},
			run: shift(func(a *App) { a.filter = a.filter.ToggleTheme(t) })})
	}
	return append(all, []command{
		{id: "both-themes", group: "filter", keys: []string{"*"}, run: shift(func(a *App) { a.filter.AllThemes = !a.filter.AllThemes }), off: needs("why.themes")},
		{id: "themes", group: "filter", keys: []string{"t"}, run: (*App).askThemes},
		{id: "filter", group: "filter", keys: []string{"&", "f9"}, run: (*App).askFilter},
		{id: "search", group: "filter", keys: []string{"/", "ctrl+g"}, run: (*App).askSearch},
		{id: "next-hit", group: "filter", keys: []string{"n", "f11"}, run: func(a *App) { a.hit(1) }, off: needs("why.search")},
		{id: "prev-hit", group: "filter", keys: []string{"N", "shift+f11"}, run: func(a *App) { a.hit(-1) }, off: needs("why.search")},
		{id: "dim", group: "filter", keys: []string{"."}, run: shift(func(a *App) { a.dim = !a.dim })},
		{id: "marked", group: "filter", keys: []string{"M"}, run: shift(func(a *App) { a.marked = !a.marked }), off: needs("why.marks")},
		{id: "clear", group: "filter", keys: []string{"T"}, run: shift((*App).clear), off: needs("why.filter")},
	}...)
}

// arranging are the commands that arrange the panes.
func arranging() []command {
	many := func(id string, do func(*App), names ...string) command {
		return command{id: id, group: "panes", keys: names, run: shift(do), off: needs("why.panes", "empty.districts")}
	}
	return []command{
		many("lock", (*App).toggleLock, "="),
		many("zoom", func(a *App) { a.zoom = !a.zoom }, "z", "+"),
		many("wider", func(a *App) { a.widen(4) }, ">"),
		many("narrower", func(a *App) { a.widen(-4) }, "<"),
		many("pane-left", func(a *App) { a.reorder(-1) }, "H", "shift+left"),
		many("pane-right", func(a *App) { a.reorder(1) }, "L", "shift+right"),
		many("hide", (*App).hide, "W", "delete"),
		{id: "districts", group: "panes", keys: []string{"d"}, run: (*App).askDistricts},
	}
}

// working are the commands that take something along.
func working() []command {
	return []command{
		{id: "mark", group: "work", keys: []string{"space"}, run: (*App).mark, off: needs("why.fact")},
		{id: "note", group: "work", keys: []string{"N", "ctrl+n"}, run: (*App).askNote, off: needs("why.fact")},
		{id: "strays", group: "work", keys: []string{"O"}, run: (*App).askStrays, off: needs("why.strays")},
		{id: "select", group: "work", keys: []string{"v", "shift+f10"}, run: (*App).selectPassage, off: needs("why.source", "why.text")},
		{id: "codes", group: "work", keys: []string{"C", "shift+f5"}, run: func(a *App) { a.withProject(a.askCodes) }, off: needs("why.project")},
		{id: "take-back", group: "work", keys: []string{"U"}, run: (*App).takeBack, off: needs("why.project", "why.decision")},
		{id: "review", group: "work", keys: []string{"A", "shift+f9"}, run: (*App).review, off: needs("why.project")},
		{id: "copy", group: "work", keys: []string{"y"}, run: (*App).askCopy},
		{id: "cite", group: "work", keys: []string{"Y"}, run: (*App).cite, off: needs("why.fact")},
		{id: "export", group: "work", keys: []string{"x", "ctrl+s"}, run: func(a *App) { a.Open(newExport(a, a.exported())) }},
		{id: "head", group: "work", keys: []string{"D"}, run: (*App).askHead, off: needs("why.library", "empty.districts")},
		{id: "reread", group: "work", keys: []string{"R"}, run: (*App).reread, off: needs("why.library")},
		{id: "edit", group: "work", keys: []string{"e", "f10"}, run: (*App).edit, off: needs("why.fact", "why.builtin", "why.gone", "why.editor")},
	}
}

// asking are help, palette, and the way out.
func asking() []command {
	return []command{
		{id: "help", group: "help", keys: []string{"?", "f1"}, run: (*App).askHelp},
		{id: "palette", group: "help", keys: []string{":", "ctrl+p"}, run: (*App).askCommand},
		{id: "problems", group: "help", keys: []string{"!"}, run: (*App).showProblems, off: needs("why.problems")},
		{id: "mouse", group: "help", keys: []string{"m", "f12"}, run: (*App).toggleMouse},
		{id: "quit", group: "help", keys: []string{"q", "ctrl+c"}, run: func(a *App) { a.Run(tea.Quit) }},
	}
}
