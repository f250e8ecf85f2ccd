package tui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"qubi/model"
	"qubi/model/lang"
	"qubi/tui/keymap"
	"qubi/tui/style"
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
			all[i].bind = keymap.Keys(names...)
		}
	}
	return all
}

// bound is the command that a key does as things are; the first of its commands
// where none of them can be used.
func (a *App) bound(k keymap.Name) command {
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
func (a *App) keyFor(id string) string { return keymap.Label(a.command(id).bind.Help().Key) }

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
	for _, name := range c.bind.Keys() {
		if a.bound(keymap.Name(name)).id == c.id {
			return name
		}
	}
	return ""
}

// command is the command with the id.
func (a *App) command(id string) command { return a.byID[id] }

// themeKey is a theme's key: its number, 10 and 11 as a and b, like the digits
// that follow 9.
func themeKey(t model.Theme) string { return strconv.FormatInt(int64(t), 16) }

// pressCode toggles the code that a key is of; false where it is of none.
func (a *App) pressCode(key string) bool {
	for _, c := range a.decided.codes {
		if c.Key != "" && c.Key == key {
			a.toggleCode(c.Name)
			return true
		}
	}
	return false
}

// press runs the command of a key; a disabled one says why, and a key without a
// command where to find those that have one.
func (a *App) press(k keymap.Name) {
	c := a.bound(k)
	switch why := c.why(a); {
	case c.id == "" && a.pressCode(k.String()):
	case c.id == "":
		a.tell(a.words.Text("toast.nokey", keymap.Label(k.String()), a.keyFor("help")))
	case why != "":
		a.tell(a.words.Text("toast.off", a.words.Text("cmd."+c.id), a.reason(why)))
	default:
		c.run(a)
	}
}

// CheckCommand is nil when there is a command of that name.
func CheckCommand(id string) error {
	all := model.Map(commands(), func(c command) string { return c.id })
	if slices.Contains(all, id) {
		return nil
	}
	return lang.Say("wrong.command", id, strings.Join(all, " "))
}

// KeyClash finds a command in a settings file's keys that would take a key of
// another one, and says which; "" when every key has one meaning. Commands that
// share a key by default, since they are never of use together, may go on to.
func KeyClash(by map[string][]string) (id string, err error) {
	usual, all := commands(), remap(commands(), by)
	for i, c := range all {
		if len(by[c.id]) == 0 {
			continue
		}
		for j, other := range all {
			for _, k := range c.bind.Keys() {
				name := keymap.Name(k)
				if i == j || !key.Matches(name, other.bind) || key.Matches(name, usual[i].bind) && key.Matches(name, usual[j].bind) {
					continue
				}
				return c.id, lang.Say("wrong.clash", c.id, k, other.id)
			}
		}
	}
	return "", nil
}

// CheckColour is nil when role and look may stand in Options.Colours; else it
// says what is allowed.
func CheckColour(role, look string) error {
	p := style.Dark()
	switch roles := style.Roles(); {
	case p.Set(role, look) == nil:
		return nil
	case !slices.Contains(roles, role):
		return lang.Say("wrong.role", role, strings.Join(roles, " "))
	}
	return lang.Say("wrong.look", role, look)
}

// KeyHelp is one command as the manual lists it.
type KeyHelp struct {
	Group string // its heading in the help
	ID    string // its name in the config file
	Keys  []string
	Text  string
}

// Guide lists every command with its usual keys, in the order of the help, so
// that the manual is made of the same list that the keys are bound by.
func Guide(l model.Lang) []KeyHelp {
	words := lang.Load(l)
	var all []KeyHelp
	for _, c := range commands() {
		help := KeyHelp{Group: words.Text("group." + c.group), ID: c.id, Text: words.Text("cmd." + c.id)}
		for _, name := range c.bind.Keys() {
			help.Keys = append(help.Keys, keymap.Label(name))
		}
		all = append(all, help)
	}
	return all
}
