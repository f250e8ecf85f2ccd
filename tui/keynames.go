package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"qubi/tui/keymap"
	"qubi/tui/style"
)

// Wrong says in both languages why something of a settings file may not stand.
type Wrong = keymap.Wrong

// CheckCommand is nil when there is a command of that name.
func CheckCommand(id string) error {
	var all []string
	for _, c := range commands() {
		all = append(all, c.id)
	}
	if slices.Contains(all, id) {
		return nil
	}
	known := strings.Join(all, " ")
	return &Wrong{Zh: fmt.Sprintf("没有 %q 这个命令，可用：%s", id, known), En: fmt.Sprintf("there is no command %q; there are %s", id, known)}
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
				return c.id, &Wrong{Zh: fmt.Sprintf("%s 的键 %q 已是 %s 的键；%s 仍用原来的键", c.id, k, other.id, c.id),
					En: fmt.Sprintf("the key %q of %s is a key of %s already; the usual keys of %s hold", k, c.id, other.id, c.id)}
			}
		}
	}
	return "", nil
}

// CheckColour is nil when role and look may stand in Options.Colours; else it
// says what is allowed.
func CheckColour(role, look string) error {
	p := style.Dark()
	err := p.Set(role, look)
	switch roles := style.Roles(); {
	case err == nil:
		return nil
	case !slices.Contains(roles, role):
		return &Wrong{Zh: fmt.Sprintf("没有 %q 这个部位，可用：%s", role, strings.Join(roles, " ")), En: err.Error()}
	}
	return &Wrong{Zh: fmt.Sprintf("%s 的 %q 不行；可写 0 到 255、#rrggbb、red 等颜色名（前面加 on: 为底色）、bold faint underline reverse", role, look), En: err.Error()}
}
