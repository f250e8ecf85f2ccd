package tui

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/tui/keymap"
)

// why tells why the command is off, or "".
func (c command) why(a *App) string {
	if c.off == nil {
		return ""
	}
	return c.off(a)
}

// shift is a command that undo takes back.
func shift(do func(*App)) func(*App) {
	return func(a *App) { a.change(func() { do(a) }) }
}

// lastResort always ends the program, whatever the config says.
const lastResort = "ctrl+c"

// remap gives commands other keys, as the config says.
func remap(all []command, by map[string][]string) []command {
	for i, c := range all {
		if names, ok := by[c.id]; ok && len(names) > 0 {
			if c.id == "quit" && !slices.Contains(names, lastResort) {
				names = append(slices.Clone(names), lastResort)
			}
			all[i].keys = names
		}
	}
	return all
}

// bound is the command that a key does as things are; the first of its commands
// where none of them can be used.
func (a *App) bound(k string) command {
	all := a.byKey[k]
	for _, c := range all {
		if c.why(a) == "" {
			return c
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return command{}
}

// keyFor is a command's first key as hints write it.
func (a *App) keyFor(id string) string { return keymap.Label(a.command(id).keys[0]) }

// reason is a reason of why.go in words; {id} in them is that command's key.
func (a *App) reason(id string) string {
	text := a.words.Text(id)
	for _, c := range a.commands {
		if named := "{" + c.id + "}"; strings.Contains(text, named) {
			text = strings.ReplaceAll(text, named, a.keyFor(c.id))
		}
	}
	return text
}

// keyOf is the first key that does the command as things are: where two share a
// key, the one that goes before the other now has it. "" when none does.
func (a *App) keyOf(c command) string {
	for _, k := range c.keys {
		if a.bound(k).id == c.id {
			return k
		}
	}
	return ""
}

// command is the command with the id.
func (a *App) command(id string) command { return a.byID[id] }

// themeKey is a theme's key: its number, 10 and 11 as a and b, like the digits
// that follow 9.
func themeKey(t model.Theme) string { return strconv.FormatInt(int64(t), 16) }
