package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
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

// keys makes a binding; the first key is the one that hints show.
func keys(names ...string) key.Binding {
	return key.NewBinding(key.WithKeys(names...), key.WithHelp(names[0], ""))
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
			all[i].bind = keys(names...)
		}
	}
	return all
}

// keyName is a key as bindings name it.
type keyName string

// String makes a keyName fit for key.Matches.
func (k keyName) String() string { return string(k) }

// twins are the signs that a Chinese input method sends for a key, each before
// the key it stands for. Full-width ASCII (！ to ～) is folded by rule.
const twins = "、/。.，,；;：:？?！!【[】]《<》>「{」}『{』}（(）)‘'’'“\"”\"￥$—_·`×*　 "

// fold names a key, full-width twins as their half-width keys: with an input
// method left on, every command still answers.
func fold(msg tea.KeyPressMsg) keyName {
	name := msg.String()
	runes := []rune(name)
	if len(runes) != 1 || msg.Mod&^tea.ModShift != 0 {
		return keyName(name)
	}
	if r := foldRune(runes[0]); r == ' ' {
		return "space"
	} else {
		return keyName(string(r))
	}
}

// foldRune is a sign's half-width twin, or the sign itself.
func foldRune(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	if at := strings.IndexRune(twins, r); at >= 0 && r > 0x7f {
		return []rune(twins[at:])[1]
	}
	return r
}

// bound is the command that a key does as things are; the first of its commands
// where none of them can be used.
func (a *App) bound(k keyName) (found command) {
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
func (a *App) press(k keyName) tea.Cmd {
	c := a.bound(k)
	switch why := c.why(a); {
	case c.id == "":
		a.tell(a.words.Text("toast.nokey", keyLabel(k.String()), a.keyFor("help")))
	case why != "":
		a.tell(a.words.Text("toast.off", a.words.Text("cmd."+c.id), a.reason(why)))
	default:
		return c.run(a)
	}
	return nil
}
