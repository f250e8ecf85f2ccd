// Package keymap knows keys by name: as a settings file writes them, as the help
// shows them, and as a terminal or a Chinese input method sends them.
package keymap

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"qubi/model"
	"qubi/model/lang"
)

// twins are the signs that a Chinese input method sends for a key, each before
// the key it stands for. Full-width ASCII (！ to ～) is folded by rule.
const twins = "、/。.，,；;：:？?！!【[】]《<》>「{」}『{』}（(）)‘'’'“\"”\"￥$—_·`×*　 "

// Fold names a key, full-width twins as their half-width keys: with an input
// method left on, every command still answers.
func Fold(msg tea.KeyPressMsg) string {
	name := msg.String()
	runes := []rune(name)
	if len(runes) != 1 || msg.Mod&^tea.ModShift != 0 {
		return name
	}
	if r := foldRune(runes[0]); r == ' ' {
		return "space"
	} else {
		return string(r)
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

// namedKeys are the keys that have no character, as bubbletea names them.
const namedKeys = "up down left right enter esc tab backspace space home end pgup pgdown insert delete f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12"

// otherNames are what some of them are called elsewhere, each before its name.
var otherNames = strings.NewReplacer("return", "enter", "escape", "esc", "pageup", "pgup", "pagedown", "pgdown", "pgdn", "pgdown", "del", "delete", "ins", "insert")

// modifiers are what may be held down with a key, in the order of a name.
var modifiers = []string{"ctrl", "alt", "shift"}

// named is a key that has a name by the one it is known by here; "" for none.
func named(key string) string {
	key = strings.ToLower(key)
	for _, name := range []string{key, otherNames.Replace(key)} {
		if slices.Contains(strings.Fields(namedKeys), name) {
			return name
		}
	}
	return ""
}

// modified parts a key from the modifiers before it.
func modified(rest string) (key string, held map[string]bool) {
	held = map[string]bool{}
	for found := true; found; {
		found = false
		for _, m := range modifiers {
			if n := len(m) + 1; len(rest) > n && strings.EqualFold(rest[:n-1], m) && strings.ContainsRune("+-", rune(rest[n-1])) {
				rest, held[m], found = rest[n:], true, true
			}
		}
	}
	return rest, held
}

// Parse is the name that a key goes by here. It may be written as the help
// writes it (Ctrl-S, PgUp, ？) or as a settings file does (ctrl+s, pgup, ?).
func Parse(written string) (name string, err error) {
	rest := strings.TrimSpace(written)
	if written == " " {
		rest = "space"
	}
	rest, held := modified(rest)
	if runes := []rune(rest); len(runes) == 1 && unicode.IsGraphic(runes[0]) {
		r := foldRune(runes[0])
		switch {
		case held["shift"] && unicode.IsLetter(r) && !held["ctrl"] && !held["alt"]:
			return string(unicode.ToUpper(r)), nil
		case len(held) > 0:
			r = unicode.ToLower(r)
		}
		rest = string(r)
	} else if rest = named(rest); rest == "" {
		return "", lang.Say("wrong.key", written, namedKeys)
	}
	for _, m := range slices.Backward(modifiers) {
		if held[m] {
			rest = m + "+" + rest
		}
	}
	return rest, nil
}

// Label is a key as hints and help write it: PgUp, Ctrl-B, F3, ?.
func Label(name string) string {
	switch name {
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	}
	if _, size := utf8.DecodeRuneInString(name); size == len(name) {
		return name // one character, whatever it is
	}
	parts := strings.Split(name, "+")
	for i, p := range parts {
		if p == "" {
			continue
		}
		r, size := utf8.DecodeRuneInString(p)
		parts[i] = string(unicode.ToUpper(r)) + p[size:]
	}
	return strings.Join(parts, "-")
}

// Labels are keys as help writes them.
func Labels(names []string) string {
	return strings.Join(model.Map(names, Label), " ")
}
