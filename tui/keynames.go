package tui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"

	"qubi/model"
	"qubi/tui/style"
)

// Wrong says in both languages why something of a settings file may not stand,
// and what is allowed.
type Wrong struct{ Zh, En string }

// Error is the English sentence.
func (w *Wrong) Error() string { return w.En }

// Message is the sentence in the language.
func (w *Wrong) Message(l model.Lang) string { return l.Pick(w.Zh, w.En) }

// namedKeys are the keys that have no character, as bubbletea names them.
const namedKeys = "up down left right enter esc tab backspace space home end pgup pgdown insert delete f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12"

// otherNames are what some of them are called elsewhere, each before its name.
var otherNames = strings.NewReplacer("return", "enter", "escape", "esc", "pageup", "pgup", "pagedown", "pgdown", "pgdn", "pgdown", "del", "delete", "ins", "insert")

// modifiers are what may be held down with a key, in the order of a name.
var modifiers = []string{"ctrl", "alt", "shift"}

// ParseKey is the name that a key goes by here. It may be written as the help
// writes it (Ctrl-S, PgUp, ？) or as a settings file does (ctrl+s, pgup, ?).
func ParseKey(written string) (name string, err error) {
	rest, held := strings.TrimSpace(written), map[string]bool{}
	if written == " " {
		rest = "space"
	}
	for found := true; found; {
		found = false
		for _, m := range modifiers {
			if n := len(m) + 1; len(rest) > n && strings.EqualFold(rest[:n-1], m) && strings.ContainsRune("+-", rune(rest[n-1])) {
				rest, held[m], found = rest[n:], true, true
			}
		}
	}
	switch runes := []rune(rest); {
	case len(runes) == 1 && unicode.IsGraphic(runes[0]):
		r := foldRune(runes[0])
		switch {
		case held["shift"] && unicode.IsLetter(r) && !held["ctrl"] && !held["alt"]:
			return string(unicode.ToUpper(r)), nil
		case len(held) > 0:
			r = unicode.ToLower(r)
		}
		rest = string(r)
	default:
		if rest = strings.ToLower(rest); !slices.Contains(strings.Fields(namedKeys), rest) {
			rest = otherNames.Replace(rest)
		}
		if !slices.Contains(strings.Fields(namedKeys), rest) {
			return "", &Wrong{Zh: fmt.Sprintf("没有 %q 这个键；可写一个字符，或 %s，前面可加 ctrl+ alt+ shift+", written, namedKeys),
				En: fmt.Sprintf("there is no key %q; a key is one character or %s, with ctrl+ alt+ shift+ before it", written, namedKeys)}
		}
	}
	for _, m := range slices.Backward(modifiers) {
		if held[m] {
			rest = m + "+" + rest
		}
	}
	return rest, nil
}

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
				name := keyName(k)
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
