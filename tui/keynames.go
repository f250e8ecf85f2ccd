package tui

import (
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/lang"
	"qubi/tui/keymap"
	"qubi/tui/style"
)

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
			for _, k := range c.keys {
				if i == j || !slices.Contains(other.keys, k) || slices.Contains(usual[i].keys, k) && slices.Contains(usual[j].keys, k) {
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
		all = append(all, KeyHelp{words.Text("group." + c.group), c.id, model.Map(c.keys, keymap.Label), words.Text("cmd." + c.id)})
	}
	return all
}
