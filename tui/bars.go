package tui

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
	"qubi/tui/ask"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/pane"
	"qubi/tui/style"
)

// crumb is the top line: the views, and where the cursor stands in this one.
func (a *App) crumb(w int) cell.Line {
	views := a.views.Of(viewed{a.view, a.look.Glyphs.Cursor}, func() cell.Line {
		return append(a.program(), lineOf(a.viewEntries())...)
	})
	right := a.position()
	room := max(0, w-a.look.Measure.Width(right))
	line := slices.Concat(views, a.trail(room-a.look.Measure.WidthLine(views)))
	return append(a.fit(line, room), cell.Span{Text: right, Role: style.Hint})
}

// program is the name of the program, before the views in the top line.
func (a *App) program() cell.Line {
	return cell.Line{{Text: " " + a.words.Text("name") + " ", Role: style.Title}}
}

// viewEntries are the views in the top line, each with its key.
func (a *App) viewEntries() (all []entry) {
	for v := viewSide; v < viewCount; v++ {
		mark, role := a.chosen(v == a.view, style.Bar, style.BarOn)
		all = append(all, entry{cell.Line{mark, {Text: a.keyFor(v.id()) + a.words.Text("key.end"), Role: style.Key},
			{Text: a.words.Text("view." + v.id()), Role: role}, {Text: " "}}, func() { a.change(func() { a.show(v) }) }})
	}
	return all
}

// trail is the way from the district to the fact under the cursor, and the fact
// told in full, whatever a narrow pane or cell cuts of it; without its kind
// where that is too long.
func (a *App) trail(room int) cell.Line {
	if len(a.order) == 0 {
		return nil
	}
	d := a.corpus.Districts[a.order[a.focus]]
	if p, ok := a.focused().(interface{ District() *model.District }); ok && p.District() != nil {
		d = p.District()
	}
	line := cell.Line{{Text: "  " + a.look.Named(d), Role: style.Hint}}
	f := a.selected()
	if r, ok := a.below.(*reviewer); ok && len(r.items) > 0 {
		f = r.fact()
		line[0].Text = "  " + a.look.Named(r.district(int(f.ID.Report)-1))
	}
	if f == nil {
		return append(line, a.missing()...)
	}
	step := cell.Span{Text: " " + a.look.Glyphs.After + " ", Role: style.Hint}
	kind := cell.Line{step, {Text: f.Kind.Word(a.words.Lang), Role: style.Hint}}
	told := append(cell.Line{step}, a.look.Told(f)...)
	if f.Kind != model.NoKind && a.look.Measure.WidthLine(line)+a.look.Measure.WidthLine(kind)+a.look.Measure.WidthLine(told) <= room {
		line = append(line, kind...)
	}
	return append(line, told...)
}

// missing says in full why a cell of the comparison holds nothing.
func (a *App) missing() cell.Line {
	p, ok := a.focused().(*pane.Compare)
	if !ok {
		return nil
	}
	state, missing := p.Missing()
	if !missing {
		return nil
	}
	return cell.Line{{Text: " " + a.look.Glyphs.After + " ", Role: style.Hint},
		{Text: a.words.Text("missing", state.Word(a.words.Lang), a.words.Text("missing."+state.String())), Role: style.Missing}}
}

// position says which panes of how many are in sight, and whether they are
// locked or zoomed.
func (a *App) position() string {
	if a.below != nil { // which covers them
		return " "
	}
	s := ""
	if a.lock {
		s += " = " + a.words.Text("sign.lock")
	}
	if a.zoom {
		s += " z " + a.words.Text("sign.zoom")
	}
	s += a.part()
	if n, shown := len(a.order), len(a.plan.panes); n > shown && a.view != viewCompare {
		from, to := strconv.Itoa(a.plan.first+1), strconv.Itoa(a.plan.first+shown)
		if shown > 1 {
			from += "-" + to
		}
		s += " " + a.look.Glyphs.Before + " " + from + "/" + strconv.Itoa(n) + " " + a.look.Glyphs.After
	}
	return s + " "
}

// part says which districts are compared while the whole is made, or have their
// texts searched, where they are too many to be taken together.
func (a *App) part() string {
	n := len(a.order)
	switch {
	case a.view == viewCompare && a.compared.of != nil && a.compared.n < n:
		return " " + a.words.Text("sign.making", a.compared.from+1, a.compared.from+a.compared.n, n)
	case a.view == viewSource && a.search != "" && n > columnsCompared:
		from := a.block()
		return " " + a.words.Text("sign.part", from+1, min(n, from+columnsCompared), n)
	}
	return ""
}

// chipLine is every active filter, and the search.
func (a *App) chipLine(w int) cell.Line {
	title := "chips"
	switch {
	case a.dim:
		title = "chips.dim"
	case len(a.chips()) == 0:
		title = "chips.search"
	}
	line := cell.Line{{Text: " " + a.words.Text(title) + " ", Role: style.Hint}}
	themes := 0
	for _, c := range a.chips() {
		if c.Of == query.ChipTheme {
			if themes++; themes > 1 {
				line = append(line, cell.Span{Text: a.themesWord() + " ", Role: style.Hint})
			}
		}
		line = append(line, cell.Span{Text: "[" + c.Label(a.words.Lang) + "]", Role: style.Chip}, cell.Span{Text: " "})
	}
	if len(a.chips()) > 0 {
		line = append(line, cell.Span{Text: a.words.Text("chips.count", a.counts.Total) + " ", Role: style.Hint})
	}
	if a.view == viewCompare {
		if names := a.without(); len(names) > 0 {
			line = append(line, cell.Span{Text: a.words.Text("chips.without", len(names), strings.Join(names, " ")) + " ", Role: style.Missing})
		}
	}
	if a.search != "" {
		line = append(line, cell.Span{Text: "/" + a.search, Role: style.Input},
			cell.Span{Text: " " + a.hitsText() + " ", Role: style.Hint})
		quote := a.hitQuote()
		if n := a.query.said; n > 0 && len(a.query.hits) > 0 && quote == nil {
			line = append(line, cell.Span{Text: a.words.Text("hits.texts", n) + " ", Role: style.Hint})
		}
		line = append(line, quote...)
	}
	return a.fit(line, w)
}

// themesWord is how the themes that are filtered for go together, with the key
// that turns it.
func (a *App) themesWord() string {
	if a.filter.AllThemes {
		return a.words.Text("chips.both", a.keyFor("both-themes"))
	}
	return a.words.Text("chips.either", a.keyFor("both-themes"))
}

// tabLine names the panes when only one is in sight.
func (a *App) tabLine(w int) cell.Line {
	return a.fit(lineOf(a.tabEntries()), w)
}

// tabEntries are the tabs around the one in sight, which has two before it, with how
// many facts there are behind each.
func (a *App) tabEntries() (all []entry) {
	for i := max(0, a.focus-2); i < min(len(a.order), a.focus+8); i++ {
		mark, role := a.chosen(i == a.focus, style.Bar, style.BarOn)
		d := a.corpus.Districts[a.order[i]]
		all = append(all, entry{cell.Line{mark, {Text: a.look.Named(d), Role: role}, {Text: " " + strconv.Itoa(a.shown(d)), Role: style.Faint},
			{Text: " "}, {Text: a.look.Glyphs.Bar, Role: style.Border}}, func() { a.focus = i }})
	}
	return all
}

// shown is how many facts of a district pass the filter, as the theme bar counts
// them; once for a query, for a frame asks at every key.
func (a *App) shown(d *model.District) int {
	facts := a.tallied.Of(a.version, func() map[*model.District]int { return map[*model.District]int{} })
	n, known := facts[d]
	if !known {
		n = a.corpus.Count(a.of(d))
		facts[d] = n
	}
	return n
}

// hints are the commands that the status line names in a view, most wanted
// first; they are left out from the end where room is short. While something is
// searched for, its keys come first; while facts are filtered, the way back to
// all of them.
func (a *App) hints() []string {
	all := []string{"help", "open", "drawer", "search", "filter", "themes", "compare", "next-pane", "lock", "export", "note", "sort", "quit"}
	switch a.view {
	case viewSide:
		if len(a.order) > 0 && a.corpus.Districts[a.order[a.focus]].Name == "" { // its reports name none
			all = slices.Insert(all, 1, "head")
		}
	case viewCompare:
		all = []string{"help", "open", "next-tab", "reasons", "drawer", "search", "filter", "themes", "back", "export", "copy", "sort", "define", "quit"}
	case viewSource:
		all = []string{"help", "next-group", "drawer", "original", "search", "filter", "back", "next-pane", "note", "lock", "quit"}
	}
	if a.query.pattern == nil {
		if len(a.chips()) > 0 || a.dim {
			return slices.Insert(all, 1, "clear")
		}
		return all
	}
	return append([]string{"help", "next-hit", "prev-hit", "back", "note"}, slices.DeleteFunc(all[1:], func(id string) bool { return id == "back" || id == "note" })...)
}

// hint is the id of a command's words in the status line: Enter leads to other
// things in a table than in a list, and Esc ends a search before all else.
func (a *App) hint(c command) string {
	switch {
	case c.id == "open" && a.view == viewCompare:
		return a.opens()
	case c.id == "back" && a.query.pattern != nil:
		return "hint.unsearch"
	}
	return c.hint
}

// opens is the id of a word for what Enter does in a table, see open.
func (a *App) opens() string {
	if p, ok := a.focused().(folder); ok && p.Fold() != "" {
		return "hint.fold"
	}
	if p, ok := a.focused().(*pane.List); ok && p.Entry().Spot.Report != nil {
		return "hint.open"
	}
	if p, ok := a.focused().(*pane.Compare); ok && a.ranks(p) {
		return "hint.rank"
	}
	return "hint.cell"
}

// status is the last line: what was just done, else what keys do here.
func (a *App) status(w int) cell.Line {
	if line := a.news(); line != nil {
		return a.fit(line, w)
	}
	all := a.hinted()
	if h := &a.hinting; h.line == nil || h.w != w || h.measure != a.look.Measure || !slices.Equal(h.of, all) {
		*h = hinting{all, w, a.look.Measure, a.fit(append(cell.Line{{Text: " "}}, lineOf(a.hintEntries(all, w))...), w)}
	}
	return a.hinting.line
}

// news is what was said last, or how far the reading is; nil for neither.
func (a *App) news() cell.Line {
	switch {
	case a.toast.text != "":
		return cell.Line{{Text: " " + a.toast.text, Role: a.toast.role}}
	case a.dialog == nil && a.progress.Reading:
		return a.progressLine()
	}
	return nil
}

// hinted are the keys of which the last line tells as things are.
func (a *App) hinted() (all []ask.Hint) {
	if a.dialog != nil {
		return a.dialog.Hints()
	}
	ids := a.hints()
	all = make([]ask.Hint, 0, len(ids))
	for _, id := range ids {
		c := a.command(id)
		if name := a.keyOf(c); name != "" && c.why(a) == "" {
			all = append(all, ask.Hint{Key: name, Does: a.hint(c)})
		}
	}
	return all
}

// hintEntries are as many keys as w cells have room for, each with what it does;
// keys that do one thing share its words. The last one, the way out, always has
// its room.
func (a *App) hintEntries(all []ask.Hint, w int) (in []entry) {
	parts := make([]cell.Line, len(all))
	for i, h := range all {
		does := " "
		if h.Does != "" {
			does = " " + a.words.Text(h.Does) + "  "
		}
		parts[i] = cell.Line{{Text: keymap.Label(h.Key), Role: style.Key}, {Text: does, Role: style.Hint}}
	}
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	last[1].Text = strings.TrimRight(last[1].Text, " ")
	room := w - 1 - a.look.Measure.WidthLine(last)
	for i, part := range parts[:len(parts)-1] {
		if n := a.look.Measure.WidthLine(part); n <= room {
			room -= n
			in = append(in, entry{part, func() { a.press(all[i].Key) }})
		}
	}
	return append(in, entry{last, func() { a.press(all[len(all)-1].Key) }})
}
