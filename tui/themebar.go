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

// themeRows is the theme bar in as many rows as it needs: each theme with its
// key and the number of facts it has under the query.
func (a *App) themeRows(w int) []cell.Line {
	on := themed{a.version, w, themeRoom(a.h), 0, a.code, a.look.Measure}
	for _, t := range a.filter.Themes {
		on.themes |= 1 << t
	}
	return a.themed.Of(on, func() []cell.Line { return a.flow(a.themeEntries(), w) })
}

// flow puts entries into as many rows as they need.
func (a *App) flow(entries []cell.Line, w int) []cell.Line {
	var rows []cell.Line
	line, used := cell.Line{}, 0
	for _, e := range entries {
		n := a.look.Measure.WidthLine(e)
		if used > 0 && used+n > w {
			rows = append(rows, line)
			line, used = cell.Line{}, 0
		}
		line, used = append(line, e...), used+n
	}
	return append(rows, line)
}

// themeAt is the number of the theme at a cell of the bar, 0 for all, -1 for
// none.
func (a *App) themeAt(x, row int) int {
	at, y := 0, 0
	for i, e := range a.themeEntries() {
		n := a.look.Measure.WidthLine(e)
		if at > 0 && at+n > a.w {
			at, y = 0, y+1
		}
		if y == row && x >= at && x < at+n {
			return i
		}
		at += n
	}
	return -1
}

// themeEntries are the entries of the theme bar: in full where that takes no row
// more than with short names, and with counts close to them where there is no room
// for all otherwise.
func (a *App) themeEntries() []cell.Line {
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
func (a *App) themeEntriesWith(gap string, short bool) []cell.Line {
	all := strconv.Itoa(a.counts.Themes[model.NoTheme])
	if !short {
		all = a.words.Text("themes.unit", a.counts.Themes[model.NoTheme])
	}
	entries := []cell.Line{a.themeEntry(gap, "0", a.words.Text("themes.all"), all, len(a.filter.Themes) == 0)}
	for _, t := range model.Themes() {
		name := t.Word(a.words.Lang)
		if short {
			name = a.words.Text("theme.short." + strconv.Itoa(int(t)))
		}
		entries = append(entries, a.themeEntry(gap, themeKey(t), name, strconv.Itoa(a.counts.Themes[t]), slices.Contains(a.filter.Themes, t)))
	}
	for _, c := range a.decided.codes {
		entries = append(entries, a.codeEntry(gap, c))
	}
	return entries
}

// themeEntry is one theme in the bar; a mark as well as its role says that it
// is filtered for.
func (a *App) themeEntry(gap, key, name, count string, on bool) cell.Line {
	mark, role := " ", style.Bar
	if on {
		mark, role = a.look.Glyphs.Cursor, style.ThemeOn
	}
	return cell.Line{
		{Text: mark, Role: style.Key}, {Text: key + a.words.Text("key.end"), Role: style.Key},
		{Text: name, Role: role}, {Text: gap + count, Role: style.Faint}, {Text: " "},
	}
}

// codeEntry is a code in the theme bar, with how many passages have it.
func (a *App) codeEntry(gap string, c project.Code) cell.Line {
	mark, role, key := " ", a.codeRole(c.Name, a.decided.codes), ""
	if c.Name == a.code {
		mark, role = a.look.Glyphs.Cursor, style.ThemeOn
	}
	if c.Key != "" {
		key = keymap.Label(c.Key) + a.words.Text("key.end")
	}
	const longest = 16
	return cell.Line{{Text: mark, Role: style.Key}, {Text: key, Role: style.Key}, {Text: a.look.Measure.Truncate(c.Name, longest), Role: role},
		{Text: gap + strconv.Itoa(a.codeCount(c.Name)), Role: style.Faint}, {Text: " "}}
}
