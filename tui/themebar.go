package tui

import (
	"slices"
	"strconv"

	"qubi/model"
	"qubi/model/project"
	"qubi/tui/cell"
	"qubi/tui/keymap"
	"qubi/tui/style"
)

// entry is a part of a bar, and what a click on it does.
type entry struct {
	line cell.Line
	do   func()
}

// lineOf are entries one behind the other.
func lineOf(all []entry) (line cell.Line) {
	for _, e := range all {
		line = append(line, e.line...)
	}
	return line
}

// chosen is the mark before an entry and the role of its name: both say whether it is
// the chosen one.
func (a *App) chosen(is bool, role, on cell.Role) (mark cell.Span, _ cell.Role) {
	if is {
		return cell.Span{Text: a.look.Glyphs.Cursor, Role: style.Key}, on
	}
	return cell.Span{Text: " ", Role: style.Key}, role
}

// clickBar does what a click on the entry at a cell of a bar does; the first begins at
// another.
func (a *App) clickBar(all []entry, at, x int) {
	for _, e := range all {
		if w := a.look.Measure.WidthLine(e.line); x >= at && x < at+w {
			e.do()
			return
		} else {
			at += w
		}
	}
}

// themeRows is the theme bar in as many rows as it needs: each theme with its
// key and the number of facts it has under the query.
func (a *App) themeRows(w int) []cell.Line {
	on := themed{a.version, w, themeRoom(a.h), 0, a.code, a.look.Measure}
	for _, t := range a.filter.Themes {
		on.themes |= 1 << t
	}
	return a.themed.Of(on, func() []cell.Line { return model.Map(a.flow(a.themeEntries(), w), lineOf) })
}

// flow puts entries into as many rows as they need.
func (a *App) flow(entries []entry, w int) [][]entry {
	rows, used := [][]entry{nil}, 0
	for _, e := range entries {
		n := a.look.Measure.WidthLine(e.line)
		if used > 0 && used+n > w {
			rows, used = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last], used = append(rows[last], e), used+n
	}
	return rows
}

// themeEntries are the entries of the theme bar: in full where that takes no row
// more than with short names, and with counts close to them where there is no room
// for all otherwise.
func (a *App) themeEntries() []entry {
	best := a.themeEntriesWith(" ", false)
	for _, form := range []struct {
		gap   string
		short bool
	}{{" ", true}, {"", false}, {"", true}} {
		rows := len(a.flow(best, a.w))
		if form.gap == "" && rows <= themeRoom(a.h) {
			break
		}
		if other := a.themeEntriesWith(form.gap, form.short); len(a.flow(other, a.w)) < rows {
			best = other
		}
	}
	return best
}

// themeEntriesWith are the entries with a gap before the counts, and full or
// short names.
func (a *App) themeEntriesWith(gap string, short bool) []entry {
	all := strconv.Itoa(a.counts.Themes[model.NoTheme])
	if !short {
		all = a.words.Text("themes.unit", a.counts.Themes[model.NoTheme])
	}
	entries := []entry{a.themeEntry(gap, "all", "0", a.words.Text("themes.all"), all, len(a.filter.Themes) == 0)}
	for _, t := range model.Themes() {
		name := t.Word(a.words.Lang)
		if short {
			name = a.words.Text("theme.short." + strconv.Itoa(int(t)))
		}
		entries = append(entries, a.themeEntry(gap, strconv.Itoa(int(t)), themeKey(t), name, strconv.Itoa(a.counts.Themes[t]), slices.Contains(a.filter.Themes, t)))
	}
	for _, c := range a.decided.codes {
		entries = append(entries, a.codeEntry(gap, c))
	}
	return entries
}

// themeEntry is one theme in the bar; a mark as well as its role says that it
// is filtered for.
func (a *App) themeEntry(gap, id, key, name, count string, on bool) entry {
	mark, role := a.chosen(on, style.Bar, style.ThemeOn)
	return entry{cell.Line{mark, {Text: key + a.words.Text("key.end"), Role: style.Key}, {Text: name, Role: role},
		{Text: gap + count, Role: style.Faint}, {Text: " "}}, func() { a.command("theme-" + id).run(a) }}
}

// codeEntry is a code in the theme bar, with how many passages have it.
func (a *App) codeEntry(gap string, c project.Code) entry {
	key := ""
	mark, role := a.chosen(c.Name == a.code, a.codeRole(c.Name, a.decided.codes), style.ThemeOn)
	if c.Key != "" {
		key = keymap.Label(c.Key) + a.words.Text("key.end")
	}
	const longest = 16
	return entry{cell.Line{mark, {Text: key, Role: style.Key}, {Text: a.look.Measure.Truncate(c.Name, longest), Role: role},
		{Text: gap + strconv.Itoa(a.codeCount(c.Name)), Role: style.Faint}, {Text: " "}}, func() { a.toggleCode(c.Name) }}
}
