package tui

import (
	"qubi/model"
	"qubi/model/lang"
	"qubi/tui/keymap"
)

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
