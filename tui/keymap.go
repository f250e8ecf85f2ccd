package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"qubi/tui/keymap"
)

// command is one thing the user can do: by key, from the palette, and in the
// help. Its words are "cmd.<id>" in both languages.
type command struct {
	id    string
	group string // of the help: "group.<group>"
	bind  key.Binding
	run   func(*App) tea.Cmd
	// off tells why the command cannot be used now, as the id of a text, or ""
	// when it can; nil means that it always can. Of two commands on one key
	// the first that can be used is run.
	off func(*App) string
}

// why tells why the command is off, or "".
func (c command) why(a *App) string {
	if c.off == nil {
		return ""
	}
	return c.off(a)
}

// act is a command that changes nothing but what it does itself.
func act(do func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd { do(a); return nil }
}

// shift is a command that undo takes back.
func shift(do func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd { a.change(func() { do(a) }); return nil }
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
			all[i].bind = keymap.Keys(names...)
		}
	}
	return all
}

// bound is the command that a key does as things are; the first of its commands
// where none of them can be used.
func (a *App) bound(k keymap.Name) (found command) {
	for _, c := range a.commands {
		if !key.Matches(k, c.bind) {
			continue
		}
		if c.why(a) == "" {
			return c
		}
		if found.id == "" {
			found = c
		}
	}
	return found
}

// press runs the command of a key; a disabled one says why, and a key without a
// command where to find those that have one.
func (a *App) press(k keymap.Name) tea.Cmd {
	c := a.bound(k)
	switch why := c.why(a); {
	case c.id == "" && a.pressCode(k.String()):
	case c.id == "":
		a.tell(a.words.Text("toast.nokey", keymap.Label(k.String()), a.keyFor("help")))
	case why != "":
		a.tell(a.words.Text("toast.off", a.words.Text("cmd."+c.id), a.reason(why)))
	default:
		return c.run(a)
	}
	return nil
}
